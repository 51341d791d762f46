"""The sheets of a list for review that comes back: their headings, and who stands where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partyroll.messages import ANSWER, LIST_COLUMN, LIST_ROW
from partyroll.model import AnswerField
from partyroll.read.grid import Grid
from partyroll.read.retyped import with_retyped
from partyroll.text import same_key

_HEADING_WITHIN = 60  # rows
_NAME = same_key(LIST_COLUMN["full_name"])
_KEY = same_key(LIST_ROW)
_FIELDS = {same_key(words): AnswerField(field) for field, words in ANSWER.items()}
_OWN = frozenset({_KEY, *_FIELDS, *map(same_key, LIST_COLUMN.values())})
# Three headings that together stand on no other paper.
_TELLING = frozenset({AnswerField.OPINION, AnswerField.CONCLUSION, AnswerField.DECIDED_BY})


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """A sheet with answers: its heading row, and what stands under which heading (0-based)."""

    grid: Grid
    heading: int
    fields: Mapping[AnswerField, int]
    name: int | None
    key: int | None

    @property
    def headings(self) -> dict[int, str]:
        """The texts of the heading row, by column."""
        return dict(self.grid.texts(self.heading))

    @property
    def own_columns(self) -> frozenset[int]:
        """The columns that the list went out with, those of answers retyped included."""
        known = {place for place, text in self.headings.items() if same_key(text) in _OWN}
        return frozenset({*known, *self.fields.values()})

    @property
    def strange_headings(self) -> dict[int, str]:
        """The headings that the list did not go out with, by column."""
        return {n: text for n, text in self.headings.items() if same_key(text) not in _OWN}

    def people(self) -> Iterator[int]:
        """Yield the rows that stand for somebody; signatures below the list do not."""
        for row in range(self.heading + 1, len(self.grid.rows)):
            if self.key_at(row) or self.name_at(row):
                yield row

    def key_at(self, row: int) -> str:
        """Return the key that a row carries, or ""."""
        return "" if self.key is None else self.grid.text(row, self.key)

    def name_at(self, row: int) -> str:
        """Return the name in a row, or ""."""
        return "" if self.name is None else self.grid.text(row, self.name)


def answer_sheet(grid: Grid) -> AnswerSheet | None:
    """Return a sheet as one with answers; None where it is another."""
    if grid.hidden:
        return None
    for row in range(min(len(grid.rows), _HEADING_WITHIN)):
        places: dict[str, int] = {}
        for column, text in grid.texts(row):
            places.setdefault(same_key(text), column)
        fields = {field: places[key] for key, field in _FIELDS.items() if key in places}
        if _KEY in places:
            fields = with_retyped(fields, dict(grid.texts(row)))
        if (_KEY in places and fields) or (fields.keys() >= _TELLING and _NAME in places):
            return AnswerSheet(grid, row, fields, places.get(_NAME), places.get(_KEY))
    return None
