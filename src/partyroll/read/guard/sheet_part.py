"""One sheet of an xlsx, counted and checked while it streams by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_letters, digits

from partyroll.read.grid import Fault
from partyroll.read.guard.addresses import column_number, is_row, place_of
from partyroll.read.guard.attributes import as_text, attributes
from partyroll.read.guard.book_parts import Styles
from partyroll.read.guard.limits import Limits
from partyroll.read.guard.sheet_patterns import (
    Marks,
    Pattern,
    Patterns,
    empty_string,
    marks,
    missing_string,
    patterns,
    plain,
    styled,
    styled_as_usual,
)
from partyroll.read.guard.survey import SheetSurvey, Shown, add_rows
from partyroll.read.refusals import (
    CellMisplaced,
    CellTooFar,
    StringMissing,
    WorkbookTooHeavy,
)

Styled = Callable[[bytes, frozenset[int]], Pattern]
_LETTERS, _DIGITS = ascii_letters.encode(), digits.encode()
_FEW = 20  # texts to search for in one pattern


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that cells share: how many there are, which of them have no letter."""

    count: int = 0
    empty: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetSetting:
    """What holds for one sheet: its name, its spelling, what the workbook has."""

    path: Path
    sheet: str
    prefix: bytes
    texts: Texts
    styles: Styles
    limits: Limits

    @property
    def marks(self) -> Marks:
        """The pieces of tags to count, in the spelling of this sheet."""
        return marks(self.prefix)

    @property
    def plain(self) -> Pattern:
        """What a piece without anything odd looks like, in the spelling of this sheet."""
        return plain(self.prefix, self.texts.count)

    @property
    def patterns(self) -> Patterns:
        """The searches, in the spelling of this sheet."""
        return patterns(self.prefix)


@dataclass(slots=True)
class SheetCount:
    """What was counted so far."""

    setting: SheetSetting
    cells: int = 0
    values: int = 0
    bottom: int = 0
    right: int = 0
    hints: dict[tuple[int, int], Fault | Shown] = field(default_factory=dict)
    hidden_rows: list[range] = field(default_factory=list)

    def add(self, piece: bytes) -> None:
        """Check one piece and count what is in it."""
        if b"hidden" in piece:
            self._note_hidden_rows(piece)
        if self.setting.plain.fullmatch(piece):  # nearly always
            self._add_plain(piece)
        else:
            self._add_any(piece)

    def _add_plain(self, piece: bytes) -> None:
        mark, texts = self.setting.marks, self.setting.texts
        self._count_cells(piece.count(mark.usual_cell))
        values = piece.count(mark.value) + piece.count(mark.inline)
        if texts.empty:
            self._leave_out_empty(piece, usual=True)
        if values:
            self.values += values
            self._measure(piece, usual=True)
        self._collect_shown(piece, styled_as_usual)

    def _add_any(self, piece: bytes) -> None:
        mark = self.setting.marks
        cells = piece.count(mark.cell) + piece.count(mark.bare_cell)
        self._count_cells(cells)
        usual = piece.count(mark.usual_cell) == cells and b"='" not in piece
        self._check_places(piece, usual=usual)
        if not cells:
            return
        values = self._count_values(piece)
        self._check_strings(piece, usual=usual)
        if values:
            self.values += values
            self._measure(piece, usual=usual)
        self._collect_shown(piece, styled)
        self._collect_faults(piece, usual=usual)

    def _count_cells(self, cells: int) -> None:
        self.cells += cells
        if self.cells > self.setting.limits.cells:
            raise WorkbookTooHeavy(
                self.setting.path, "hàng triệu ô có định dạng", self.setting.sheet
            )

    def survey(self) -> SheetSurvey:
        """Return what was counted, after the last piece."""
        limits, setting = self.setting.limits, self.setting
        if self.right > limits.columns or self.bottom * self.right > limits.area:
            raise CellTooFar(setting.path, setting.sheet, self._farthest())
        return SheetSurvey(
            self.values,
            self.bottom,
            self.right,
            self.hints,
            hidden_rows=tuple(self.hidden_rows),
        )

    def _note_hidden_rows(self, piece: bytes) -> None:
        for tag in self.setting.patterns.hidden_row.findall(piece):
            number = attributes(tag).get("r", "")
            if number.isdecimal():
                add_rows(self.hidden_rows, int(number) - 1)

    def _farthest(self) -> str:
        letters = ""
        left = self.right
        while left:
            left, place = divmod(left - 1, 26)
            letters = chr(ord("A") + place) + letters
        return f"{letters}{self.bottom}"

    def _check_places(self, piece: bytes, *, usual: bool) -> None:
        found = self.setting.patterns
        addresses: Iterable[bytes] = (found.odd_cell if usual else found.any_address).findall(
            piece
        )
        rows: Iterable[bytes] = (found.odd_row if usual else found.any_row).findall(piece)
        for address in addresses:
            if place_of(address) is None:
                raise CellMisplaced(self.setting.path, self.setting.sheet, _shown(address))
        for row in rows:
            if not is_row(row):
                raise CellMisplaced(self.setting.path, self.setting.sheet, _shown(row))

    def _count_values(self, piece: bytes) -> int:
        mark, found = self.setting.marks, self.setting.patterns
        values = piece.count(mark.value) - piece.count(mark.no_value)
        if mark.value_with_attributes in piece:
            values += len(found.value_with_attributes.findall(piece))
        if mark.inline in piece:
            values += len(found.inline.findall(piece))
        return values

    def _check_strings(self, piece: bytes, *, usual: bool) -> None:
        """Refuse a text beyond the last one; leave out of the count those without a letter."""
        setting = self.setting
        texts = setting.texts
        sound = usual and not missing_string(setting.prefix, texts.count).search(piece)
        if not sound:  # in other words, or missing
            shared = setting.patterns.string.findall(piece)
            if any(not text.isdigit() or int(text[:9]) >= texts.count for text in shared):
                raise StringMissing(setting.path, setting.sheet)
        if texts.empty:
            self._leave_out_empty(piece, usual=sound)

    def _leave_out_empty(self, piece: bytes, *, usual: bool) -> None:
        """Leave texts without a letter out of the count."""
        setting, empty = self.setting, self.setting.texts.empty
        if usual and len(empty) <= _FEW:
            self.values -= len(empty_string(setting.prefix, empty).findall(piece))
        else:
            shared = setting.patterns.string.findall(piece)
            self.values -= sum(text.isdigit() and int(text[:9]) in empty for text in shared)

    def _measure(self, piece: bytes, *, usual: bool) -> None:
        """Move the far corner out to the last value of every row."""
        if not usual:
            self._measure_rows(piece)
            return
        mark = self.setting.marks
        corners = {mark.last_address(row) for row in piece.split(mark.row)} - {b""}
        letters = {corner.rstrip(_DIGITS) for corner in corners}  # few, and of few rows many
        self.right = max(self.right, *map(column_number, letters), 0)
        self.bottom = max(self.bottom, *(int(c.lstrip(_LETTERS)) for c in corners), 0)

    def _measure_rows(self, piece: bytes) -> None:
        """Measure cells that need not say where they stand."""
        mark, found = self.setting.marks, self.setting.patterns
        for row in piece.split(mark.row)[1:]:
            self.right = max(self.right, row.count(mark.cell) + row.count(mark.bare_cell))
        self.bottom += piece.count(mark.row)
        for tag in found.tag.findall(piece):
            place = place_of(attributes(tag).get("r", "").encode())
            if place is not None and not tag.endswith(b"/"):
                self.bottom = max(self.bottom, place[0] + 1)
                self.right = max(self.right, place[1] + 1)

    def _collect_shown(self, piece: bytes, search: Styled) -> None:
        """Keep which dates show no day: values alone would not tell."""
        shown = self.setting.styles.shown
        if shown:
            for tag in search(self.setting.prefix, frozenset(shown)).findall(piece):
                about = attributes(tag)
                self._hint(about, shown[int(about["s"])])

    def _collect_faults(self, piece: bytes, *, usual: bool) -> None:
        """Keep errors and formulas never computed: values alone would not tell."""
        found = self.setting.patterns
        if b't="e"' in piece or not usual:
            for tag, text in found.error.findall(piece):
                self.values -= 1  # readers give an empty cell
                self._hint(attributes(tag), Fault("formula_error", as_text(text)))
        if self.setting.marks.formula in piece:
            for tag, formula in found.uncomputed.findall(piece):
                about = attributes(tag)
                if about.get("t") != "str":  # computed, to an empty text
                    fault = Fault("formula_without_cached_value", f"={as_text(formula)}")
                    self._hint(about, fault)

    def _hint(self, about: Mapping[str, str], hint: Fault | Shown) -> None:
        place = place_of(about.get("r", "").encode())
        if place is not None:
            self.hints[place] = hint


def cut_after_cell(prefix: bytes, text: bytes) -> int:
    """Return where a piece may end: behind a cell or before a row."""
    mark = marks(prefix)
    end = text.rfind(mark.end_of_cell)
    return max(end + len(mark.end_of_cell) if end >= 0 else 0, text.rfind(mark.row))


def _shown(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
