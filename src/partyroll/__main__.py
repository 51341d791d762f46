"""`python -m partyroll` and the `partyroll` command."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command makes millions of small objects and hardly a cycle: looking for cycles among
    # them all the time cost a tenth of an import.
    gc.set_threshold(100_000, 50, 100)
    from partyroll.cli.run import main as run  # noqa: PLC0415 (nothing heavy before main)

    sys.exit(run())


if __name__ == "__main__":
    main()
