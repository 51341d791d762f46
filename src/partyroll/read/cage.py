"""Workbooks are read in a process of their own: whatever is in them, this one lives on."""

import gc
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE, Popen
from types import TracebackType
from typing import IO, Self, cast

from partyroll.errors import PartyrollError
from partyroll.read.grid import Grid
from partyroll.read.guard.cell_marks import Mark
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits
from partyroll.read.guard.sheets import Area, SheetHead
from partyroll.read.guard.survey import Survey
from partyroll.read.guard.watch import Watch
from partyroll.read.guard.wire import receive, send, unpacked_rows
from partyroll.read.opening import Fonts, sheet_grid
from partyroll.read.refusals import (
    ReadingTooSlow,
    WorkbookBroken,
    WorkbookHasPassword,
    WorkbookTooHeavy,
)
from partyroll.read.sharing import Shared

_READER = "--read-workbooks"  # what `__main__` answers to where it is all there is
# `partyroll` is the package of this process, whatever else is installed; all other modules are
# looked up as usual.
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); import partyroll; del sys.path[0]; "
    "from partyroll.read.guard.child import main; main()"
)
_MEGABYTE = 1 << 20
_MILLION = 1_000_000
_FOR_FONTS = 512 * _MEGABYTE
_SECONDS_FOR_FONTS = 60
_BYTES_OF_AN_OLD_CELL = 10  # the least that a cell of xls takes
_TOO_MANY_TO_LOOK_AT = 500_000  # objects made since the collector last looked
_OUT_OF_MEMORY = b"memory allocation of"


class Cage:
    """One reading process for one command; started when needed, replaced when it dies."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self.limits = limits
        self._process: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            _close(pipe)

    def sheets(self, path: Path, content: bytes, survey: Survey) -> list[Grid]:
        """Return every sheet with cells, or refuse what the process could not read."""
        memory, seconds = memory_for(content, survey), seconds_for(content, survey)
        with self._watched(path, memory, seconds) as process, without_pauses():
            return _exchange(path, process, memory, content, self.limits)

    def fonts(self, content: bytes, sheet: str, addresses: Collection[str]) -> Fonts:
        """Return the fonts of some cells; none where reading them takes too much."""
        question = ["fonts", _FOR_FONTS, content, sheet, [*addresses]]
        try:
            with self._watched(Path(), _FOR_FONTS, _SECONDS_FOR_FONTS) as process:
                return cast("Fonts", _answer(process, question))
        except PartyrollError:
            return {}

    def marks(self, content: bytes, sheets: Collection[str]) -> list[Mark]:
        """Return the comments and colours on some sheets; none where that takes too much."""
        question = ["marks", _FOR_FONTS, content, [*sheets]]
        try:
            with self._watched(Path(), _FOR_FONTS, _SECONDS_FOR_FONTS) as process:
                found = cast("list[tuple[str, int, int, str, str]]", _answer(process, question))
        except PartyrollError:
            return []
        return [Mark(*mark) for mark in found]

    @contextmanager
    def _watched(self, path: Path, memory: int, seconds: int) -> "Iterator[Popen[bytes]]":
        """Give the process, under caps; turn what kills it into a refusal."""
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it ended between two files: no fault of the next one
        if self._process is None:
            self._process = Popen(  # noqa: S603 – this program itself, no word of a user
                _command(), stdin=PIPE, stdout=PIPE, stderr=PIPE
            )
        process = self._process
        watch = Watch(process, seconds=seconds, memory=memory)
        watch.start()
        try:
            yield process
        except (EOFError, OSError) as error:
            watch.stop()
            refusal = self._refusal(path, process, watch.verdict, seconds)
            raise refusal from error
        except PartyrollError:
            raise  # an answer: the process is well
        except BaseException:
            self.close()  # what it still says belongs to no question any more
            raise
        finally:
            watch.stop()

    def _refusal(
        self, path: Path, process: "Popen[bytes]", verdict: str, seconds: int
    ) -> PartyrollError:
        process.kill()
        said = process.stderr.read() if process.stderr else b""
        self.close()
        if verdict == "time":
            return ReadingTooSlow(path, seconds)
        if verdict == "memory" or _OUT_OF_MEMORY in said:
            return _too_heavy(path)
        return WorkbookBroken(path)


def memory_for(content: bytes, survey: Survey) -> int:
    """Return how many bytes reading may take: what a sound workbook of this size needs."""
    most = 1024 * _MEGABYTE
    if survey.sheets is None:
        return most
    texts = 2 * len(content) + 3 * survey.text_bytes
    return min(96 * _MEGABYTE + texts + 40 * survey.area + 200 * survey.values, most)


def seconds_for(content: bytes, survey: Survey) -> int:
    """Return how long reading may take: ten times what a slow machine needs."""
    old = survey.sheets is None
    cells = len(content) // _BYTES_OF_AN_OLD_CELL if old else survey.values
    return 20 + 10 * cells // _MILLION


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, _READER]
    root = Path(__file__).parents[2]
    return [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, str(root)]


class _Sheet:
    """A sheet whose rows come in one after the other."""

    def __init__(self, head: SheetHead) -> None:
        self._head = head
        self._rows: list[list[object]] = []
        self._digest, self._shared = sha256(), Shared()

    def add(self, packed: bytes) -> None:
        """Take the next rows."""
        self._digest.update(packed)
        self._rows.extend(unpacked_rows(packed, self._shared.values))

    def grid(self, path: Path, limits: Limits) -> Grid:
        """Return the sheet with all its rows."""
        return sheet_grid(path, self._head, self._rows, limits, self._digest.hexdigest())


def _exchange(
    path: Path, process: "Popen[bytes]", memory: int, content: bytes, limits: Limits
) -> list[Grid]:
    asked, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    send(asked, ["sheets", memory, content])
    asked.flush()
    sheets: list[_Sheet] = []
    while True:
        kind, *said = cast("list[object]", receive(answers))
        if kind == "sheet":
            sheets.append(_Sheet(_head(said)))
        elif kind == "rows":
            sheets[-1].add(cast("bytes", said[0]))
        elif kind == "refused":
            raise _REFUSALS[cast("str", said[0])](path)
        else:
            return [sheet.grid(path, limits) for sheet in sheets]


def _answer(process: "Popen[bytes]", question: list[object]) -> object:
    asked, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    send(asked, question)
    asked.flush()
    _, said = cast("list[object]", receive(answers))
    return said


def _head(said: list[object]) -> SheetHead:
    name, hidden, merges = said
    areas = cast("list[list[int]]", merges)
    return SheetHead(str(name), bool(hidden), tuple(cast("Area", tuple(a)) for a in areas))


def _too_heavy(path: Path) -> PartyrollError:
    return WorkbookTooHeavy(path, "đọc cần quá nhiều bộ nhớ")


_REFUSALS = {
    "password": WorkbookHasPassword,
    "broken": WorkbookBroken,
    "memory": _too_heavy,
}


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:  # what was not sent has nobody to go to
        return


@contextmanager
def without_pauses() -> Iterator[None]:
    """Keep the collector from looking at millions of new objects that hold no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            made, *_ = gc.get_count()
            if made > _TOO_MANY_TO_LOOK_AT:
                # They grow old all at once: else the first new object made it look at each.
                # Never for a few: a program that reads again and again must not fill up.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
