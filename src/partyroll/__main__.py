"""`python -m partyroll` and the `partyroll` command."""

import gc
import sys

READER = "--read-workbooks"  # how a program frozen into one file starts its reading process


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command makes millions of small objects and hardly a cycle: looking for cycles among
    # them all the time cost a tenth of an import.
    gc.set_threshold(100_000, 50, 100)
    if sys.argv[1:] == [READER]:  # a program in one file has no other interpreter to read with
        from partyroll.read.guard.child import main as read  # noqa: PLC0415 (this alone)

        read()
        return
    from partyroll.cli.run import main as run  # noqa: PLC0415 (nothing heavy before main)

    sys.exit(run())


if __name__ == "__main__":
    main()
