"""The two streams of the command line: results on stdout, talk on stderr.

Data goes to the terminal as plain text, never as markup: a unit may be called "[tổ 3]".
"""

import re
import shutil
import sys
import textwrap
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from partyroll.text import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

Cell = str | int | None
_LONGEST_BAR, _SHORTEST_BAR = 24, 8  # letters
_BESIDE = 2  # blanks before a bar
_VISIBLE_AFTER = 1.0  # seconds of silence before progress is shown
_NUMBER = re.compile(r"(-?[\d.]+(,\d+)?)?")
_DAY = re.compile(r"(\d{1,2}/)*\d{4}|")  # as precise as it is known; a broken one misleads


class Screen:
    """Where a command speaks; a test hands in its own streams."""

    def __init__(
        self,
        *,
        quiet: bool = False,
        out: TextIO | None = None,
        err: TextIO | None = None,
    ) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._quiet = quiet
        self._started = time.monotonic()
        self._progress_shown = False

    @property
    def columns(self) -> int:
        """How many letters a line of the window holds."""
        return shutil.get_terminal_size().columns

    @property
    def for_people(self) -> bool:
        """Whether stdout is a terminal: a table for eyes, else one record a line."""
        return self._out.isatty()

    def note(self, text: str, *, prose: bool = False) -> None:
        """Say something beside the result; `--quiet` silences it."""
        if not self._quiet:
            self._end_progress()
            print(_fitted(text, self._err) if prose else text, file=self._err)

    def error(self, text: str) -> None:
        """Say why something failed; never silenced."""
        self._end_progress()
        print(text, file=self._err)

    def warn(self, text: str) -> None:
        """Say in prose what must be looked at; never silenced."""
        self.error(_fitted(text, self._err))

    def say(self, text: str = "", *, prose: bool = False) -> None:
        """Print a line of the result; prose breaks between words where a window ends."""
        self._end_progress()
        print(_fitted(text, self._out) if prose else text, file=self._out)

    def raw(self, text: str) -> None:
        """Print machine-readable text exactly."""
        self._out.write(text if text.endswith("\n") else text + "\n")

    def pieces(self, parts: Iterable[str]) -> None:
        """Print machine-readable text that is too long to be held as a whole."""
        self._out.writelines(parts)
        self._out.write("\n")

    def warn_about_csv(self) -> None:
        """Begin a CSV: a mark for Excel, and what Excel will do to it all the same."""
        self.note("Mở CSV trong Excel sẽ mất số 0 ở đầu số thẻ; nên dùng --xlsx.")
        self._out.write("\ufeff")

    @property
    def stream(self) -> TextIO:
        """The result stream, for writers that need one."""
        return self._out

    def table(
        self,
        titles: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        *,
        title: str = "",
        limit: int = 60,
        bars: Sequence[int] = (),
    ) -> None:
        """Print rows: for people a table, in a pipe tab-separated records without heading.

        `bars` are numbers, one for each row, drawn for people where the window has room.
        """
        listed = list(rows)
        if not self.for_people:
            for row in listed:
                self.say("\t".join(clean(_text(cell)) for cell in row))
            return
        if title:
            self.say(title, prose=True)
        self._rich_table(titles, listed[:limit], bars[:limit])
        if len(listed) > limit:
            self.say(f"… và {len(listed) - limit} dòng nữa, dùng --xlsx hoặc --json")
        self.say()

    def _rich_table(
        self, titles: Sequence[str], rows: list[Sequence[Cell]], bars: Sequence[int]
    ) -> None:
        from rich.console import Console

        console = Console(file=self._out, highlight=False)
        table = _laid_out(titles, rows)
        drawings = _drawn(bars, _room(console, table)) if any(bars) else []
        if drawings:
            table = _laid_out(titles, rows, drawings)
        with console.capture() as drawn:
            console.print(table)
        for line in drawn.get().splitlines():
            self.say(line.rstrip())

    def ask(self, question: str) -> bool | None:
        """Ask a yes/no question; None where nobody can answer."""
        if not (sys.stdin.isatty() and self._out.isatty()):
            return None
        print(f"{question} [c/K] ", end="", file=self._err, flush=True)
        return sys.stdin.readline().strip().casefold() in {"c", "có", "co", "y", "yes"}

    def progress(self, what: str, done: int, total: int) -> None:
        """Show how far a long step is; only on a terminal and only past a second."""
        late = time.monotonic() - self._started > _VISIBLE_AFTER
        if self._quiet or not self._err.isatty() or not late:
            return
        share = f" {100 * done // total}%" if total else ""
        self._err.write(f"\r\033[K{what}{share}")
        self._err.flush()
        self._progress_shown = True

    def _end_progress(self) -> None:
        if self._progress_shown:
            self._err.write("\r\033[K")
            self._progress_shown = False


def _laid_out(
    titles: Sequence[str], rows: Sequence[Sequence[Cell]], drawings: Sequence[str] = ()
) -> "Table":
    """Return rows as a table, numbers to the right, with a drawing beside each if there are."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="none",
    )
    for number, heading in enumerate(titles):
        cells = [_text(row[number]) for row in rows]
        numeric = bool(rows) and all(_NUMBER.fullmatch(cell) for cell in cells)
        days = any(cells) and all(_DAY.fullmatch(cell) for cell in cells)
        table.add_column(
            Text(heading),
            justify="right" if numeric else "left",
            overflow="fold",  # a narrow window may break a word, never swallow it
            min_width=max(map(len, cells)) if numeric else None,
            no_wrap=days,
        )
    if drawings:
        table.add_column("", no_wrap=True)
    for number, row in enumerate(rows):
        beside = drawings[number : number + 1]
        table.add_row(*(_indented(_text(cell)) for cell in row), *map(Text, beside))
    return table


def _room(console: "Console", table: "Table") -> int:
    """Return the room for bars: what the table leaves, else a little that it can spare."""
    width = console.width - _BESIDE
    needed = console.measure(table)
    return max(width - needed.maximum, min(width - needed.minimum, _SHORTEST_BAR))


def _drawn(numbers: Sequence[int], room: int) -> list[str]:
    """Return a bar of blocks for each number; none where they would be too short to compare."""
    longest = min(room, _LONGEST_BAR)
    most = max(numbers, default=0)
    if longest < _SHORTEST_BAR or most < 1:
        return []
    return [_blocks(longest * number / most) for number in numbers]


def _blocks(length: float) -> str:
    """Return a bar; a small number has half a block, and nothing has none."""
    halves = max(round(length * 2), 1) if length > 0 else 0
    return "█" * (halves // 2) + "▌" * (halves % 2)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _indented(text: str) -> "Padding | Text":
    """Return a cell; the indent of a tree stays, on each of its lines."""
    from rich.padding import Padding
    from rich.text import Text

    indent = len(text) - len(text.lstrip(" "))
    shown = Text(clean(text))
    return Padding(shown, (0, 0, 0, indent)) if indent else shown


def _fitted(text: str, stream: TextIO) -> str:
    """Return `text` in lines of the window's width; in a pipe as it is."""
    if not stream.isatty():
        return text
    return "\n".join(_filled(line) for line in text.split("\n"))


def _filled(line: str) -> str:
    return textwrap.fill(
        line,
        shutil.get_terminal_size().columns,
        subsequent_indent=" " * (len(line) - len(line.lstrip()) + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
