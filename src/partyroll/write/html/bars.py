"""Bars of a table as plain figures: where each stands, how long it is, what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partyroll.model import Table
from partyroll.text import thousands

WIDTH = 720  # of the drawing, in its own units
_MOST_NAMES = 310  # for the words at the left
_NUMBER = 56  # for the number behind a bar
_ROW, _BAR = 24, 17
_SIGN = 6.1  # the width of a letter, about
_COLOURS = ("#1f4e79", "#c55a11", "#7f6000", "#7f7f7f", "#5b8db8", "#9b5f9b", "#4e7f3a")


@dataclass(frozen=True, slots=True)
class Part:
    """One bar, or a piece of a stacked one; its number stands inside where there is room."""

    x: float
    width: float
    colour: str
    words: str  # what a pointer over it is told
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """All pieces of one row, the row's name, and the sum at its end."""

    y: int
    name: str
    parts: tuple[Part, ...]
    total: str
    end: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its bars, what the colours mean, and all of it in one sentence."""

    title: str
    words: str
    bars: tuple[Bar, ...]
    legend: tuple[tuple[float, str, str], ...]  # where, colour, name
    height: int
    names: float  # where the bars begin
    width: int = WIDTH
    thick: int = _BAR


def chart_of(table: Table) -> Chart | None:
    """Return the drawing that a table asks for; None where there is nothing to draw."""
    series = [
        (place, column.title)
        for place, column in enumerate(table.columns)
        if column.key in table.chart_columns
    ]
    plain = table.rows[: len(table.rows) - table.total_rows]
    rows = [(str(row[0]), [_number(row[place]) for place, _ in series]) for row in plain]
    longest = max((sum(numbers) for _, numbers in rows), default=0)
    if not table.chart or not longest:
        return None
    names = min(_MOST_NAMES, round(_SIGN * max(len(name) for name, _ in rows)) + 20)
    scale = (WIDTH - names - _NUMBER) / longest
    titles = [title for _, title in series]
    bars = tuple(
        Bar(
            place * _ROW,
            _short(name),
            tuple(_parts(name, numbers, titles, names, scale)),
            thousands(sum(numbers)),
            names + sum(numbers) * scale,
        )
        for place, (name, numbers) in enumerate(rows)
    )
    legend = tuple(_legend(titles)) if len(titles) > 1 else ()
    said = "; ".join(f"{bar.name}: {bar.total}" for bar in bars)
    height = len(bars) * _ROW + (_ROW if legend else 0)
    return Chart(table.title, f"{table.title}. {said}.", bars, legend, height, names)


def _number(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _parts(
    name: str, numbers: Sequence[int], titles: Sequence[str], start: float, scale: float
) -> Iterator[Part]:
    x = start
    for number, title, colour in zip(numbers, titles, _cycled(len(titles)), strict=True):
        if number:
            width, shown = number * scale, thousands(number)
            fits = len(titles) > 1 and width > (len(shown) + 1) * _SIGN
            words = f"{name}, {title}: {shown}"
            yield Part(round(x, 1), round(width, 1), colour, words, shown if fits else "")
            x += width


def _cycled(number: int) -> list[str]:
    return [_COLOURS[place % len(_COLOURS)] for place in range(number)]


def _legend(titles: Sequence[str]) -> Iterator[tuple[float, str, str]]:
    x = 0.0
    for title, colour in zip(titles, _cycled(len(titles)), strict=True):
        yield round(x, 1), colour, title
        x += 30 + len(title) * _SIGN


def _short(name: str) -> str:
    """Return a name that fits left of its bar; the table below has the whole."""
    most = int((_MOST_NAMES - 20) / _SIGN)
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
