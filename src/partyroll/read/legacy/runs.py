"""What the texts of a column are written in: its fonts first, its words second."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

from partyroll.read.legacy.codes import Encoding
from partyroll.read.legacy.scores import Score, score


@dataclass(frozen=True, slots=True)
class Font:
    """What the font of a cell says: the code it is made for, and whether it shows capitals."""

    encoding: Encoding | None = None
    capitals: bool = False

    @classmethod
    def named(cls, name: str) -> "Font":
        """Return what a font name says; most say nothing."""
        folded = name.strip().casefold()
        if folded.startswith(".vn"):
            return cls(Encoding.TCVN3, capitals=name.rstrip().endswith("H"))
        return cls(Encoding.VNI) if folded.startswith("vni") else cls()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell whose text may be in an old code; `plain` = it is in Unicode without doubt."""

    row: int
    column: int
    text: str
    font: Font = Font()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What a cell is written in; `asked` = nobody can tell, a person must say it."""

    cell: Cell
    encoding: Encoding
    by_score: bool = False
    asked: bool = False


@dataclass(frozen=True)
class Run:
    """Neighbours in a column, of one sort of font, without plain Unicode between them."""

    cells: tuple[Cell, ...]

    @cached_property
    def score(self) -> Score:
        """How the run reads in each code."""
        return score(cell.text for cell in self.cells)

    @property
    def by_font(self) -> Encoding | None:
        """The code of its fonts, unless its words contradict them."""
        font = self.cells[0].font.encoding
        if font is None or self.score.share(Encoding.UNICODE) > self.score.share(font):
            return None
        return font if (self.score.winner or font) is font else None

    def contradicts(self, encoding: Encoding) -> bool:
        """Whether only the other old code makes anything of these words."""
        own, as_is = self.score.share(encoding), self.score.share(Encoding.UNICODE)
        return own <= as_is and self.score.share(self.score.best_old) > own

    def may_be(self, encoding: Encoding, *, beside_unicode: bool) -> bool:
        """Whether these words may be read as what stands around them is."""
        own, as_is = self.score.share(encoding), self.score.share(Encoding.UNICODE)
        return own > as_is or (own == as_is and not beside_unicode)


@dataclass(frozen=True)
class Column:
    """The texts of a column from top to bottom; `Cell.plain` ones are only counted."""

    cells: Sequence[Cell]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The texts in doubt, divided by plain Unicode and by font."""
        grouped = groupby(self.cells, lambda cell: (cell.plain, cell.font.encoding))
        return tuple(Run(tuple(cells)) for (plain, _), cells in grouped if not plain)

    @cached_property
    def has_unicode(self) -> bool:
        """Whether plain Unicode stands in it."""
        return any(cell.plain for cell in self.cells)

    @cached_property
    def encoding(self) -> Encoding | None:
        """The old code of the column; None = it does not say."""
        return _old_code(self.runs)


def _old_code(runs: Sequence[Run]) -> Encoding | None:
    fonts = {run.by_font for run in runs} - {None}
    found = score(cell.text for run in runs for cell in run.cells)
    old = fonts.pop() if len(fonts) == 1 else found.winner
    return None if old is Encoding.UNICODE else old


def decisions(columns: Mapping[int, Column]) -> Iterator[Decision]:
    """Yield what every text in doubt is written in."""
    sheet = _of_the_sheet(columns.values())
    for column in columns.values():
        for run in column.runs:
            yield from _decided(run, column, sheet)


def forced(columns: Mapping[int, Column], encoding: Encoding) -> Iterator[Decision]:
    """Yield what the user says, but for texts that read better otherwise."""
    for column in columns.values():
        for run in column.runs:
            if run.contradicts(encoding):
                yield from _left(run, column)
                continue
            said = run.may_be(encoding, beside_unicode=column.has_unicode)
            yield from _applied(run, encoding if said else Encoding.UNICODE)


def _of_the_sheet(columns: Collection[Column]) -> Encoding | None:
    """Return the old code of the whole sheet, if most of its texts may be in it."""
    plain = {cell.text for column in columns for cell in column.cells if cell.plain}
    runs = [*chain.from_iterable(column.runs for column in columns)]
    doubtful = {cell.text for run in runs for cell in run.cells}
    return None if len(plain) > len(doubtful) else _old_code(runs)


def _decided(run: Run, column: Column, sheet: Encoding | None) -> Iterator[Decision]:
    if font := run.by_font:
        return _applied(run, font)
    if winner := run.score.winner:
        return _applied(run, winner, by_score=True)
    for around in (column.encoding, sheet):
        if around and run.may_be(around, beside_unicode=column.has_unicode):
            return _applied(run, around, by_score=True)
    return _left(run, column)


def _left(run: Run, column: Column) -> Iterator[Decision]:
    """Yield the texts of a run that nobody can tell: what reads better old is asked.

    Beside it, where nothing is plainly Unicode, a text that reads well both ways may be old
    as much as its neighbour: "Lý Bé" is Lý Bộ too.
    """
    beside_old = not column.has_unicode and any(
        score([cell.text]).reads_better_old for cell in run.cells
    )
    for cell in run.cells:
        own = score([cell.text])
        both = own.words > 0 and own.share(own.best_old) == own.share(Encoding.UNICODE)
        asked = own.reads_better_old or (beside_old and both)
        yield Decision(cell, Encoding.UNICODE, asked=asked)


def _applied(run: Run, encoding: Encoding, *, by_score: bool = False) -> Iterator[Decision]:
    """Yield the decision for each cell; one that reads better in Unicode stays as it is."""
    for cell in run.cells:
        own = score([cell.text])
        old = encoding is not Encoding.UNICODE
        if old and own.share(encoding) >= own.share(Encoding.UNICODE):
            yield Decision(cell, encoding, by_score=by_score)
        else:
            yield Decision(cell, Encoding.UNICODE, asked=own.reads_better_old)
