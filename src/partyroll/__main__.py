"""`python -m partyroll` and the `partyroll` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from partyroll.cli.run import main as run  # noqa: PLC0415 (nothing heavy before main)

    sys.exit(run())


if __name__ == "__main__":
    main()
