"""`python -m partyroll` and the `partyroll` command."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

READER = "--read-workbooks"  # how a program frozen into one file starts its reading process


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command makes millions of small objects and hardly a cycle: looking for cycles among
    # them all the time cost a tenth of an import, and one look at a hundred thousand of them
    # as much as it takes to find whom a list could name.
    gc.set_threshold(500_000, 10, 100)
    if sys.argv[1:] == [READER]:  # a program in one file has no other interpreter to read with
        from partyroll.read.guard.child import main as read  # noqa: PLC0415 (this alone)

        read()
        return
    from partyroll.cli.run import main as run  # noqa: PLC0415 (nothing heavy before main)

    _leave(run())


def _leave(code: int) -> NoReturn:
    """End at once: all is written, and the system takes memory back in one piece.

    To give back every object of a large import one by one took half a second.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody listens any more
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
