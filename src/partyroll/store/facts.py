"""Facts on their way into the ledger: a row each, by the names of its columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from partyroll.store.digests import Value
from partyroll.store.schema import BOOKKEEPING, blank, metadata

Key = tuple[Value, ...]
Values = Mapping[str, Value]


class Stated(dict[str, Value]):
    """A fact as far as it says anything; its other columns read as blank."""

    __slots__ = ("_blank",)

    def __init__(self, values: Values | Iterable[tuple[str, Value]], blank: Values) -> None:
        super().__init__(values)
        self._blank = blank

    def __missing__(self, column: str) -> Value:
        return self._blank[column]


class Form:
    """Columns of a table that many facts fill in one order; the others are blank in all."""

    __slots__ = ("blank", "columns", "key_of", "places", "table")

    def __init__(self, table: str, columns: Sequence[str]) -> None:
        self.table, self.columns = table, tuple(columns)
        self.blank = blanks(table)
        self.places = {name: place for place, name in enumerate(self.columns)}
        key = metadata.tables[table].info.get("key", self.columns[:1])  # an identity's: its id
        self.key_of: Callable[[Sequence[Value]], Key] = parts_of(
            tuple(self.places[name] for name in key)
        )


class Filled(Mapping[str, Value]):
    """A fact of a form: its values alone, a quarter of what a dict of them takes."""

    __slots__ = ("form", "said")

    def __init__(self, form: Form, said: tuple[Value, ...]) -> None:
        self.form, self.said = form, said

    def __getitem__(self, column: str) -> Value:
        place = self.form.places.get(column)
        return self.form.blank[column] if place is None else self.said[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self.form.columns)

    def __len__(self) -> int:
        return len(self.form.columns)


def blanks(table: str) -> dict[str, Value]:
    """Return what the columns of a fact's own say where nothing is said."""
    return {c.name: blank(c) for c in metadata.tables[table].c if c.name not in BOOKKEEPING}


def parts_of(parts: tuple[Any, ...]) -> Callable[[Any], Key]:
    """Return what takes some parts out of a row, as a tuple even where it is one."""
    if len(parts) > 1:
        return itemgetter(*parts)
    (part,) = parts
    return lambda row: (row[part],)


def form_of(rows: Sequence[Values]) -> Form | None:
    """Return the form that all rows fill; None where some row has another, or none."""
    first = rows[0]
    if type(first) is not Filled:
        return None
    form = first.form
    same = all(type(row) is Filled and row.form is form for row in rows)
    return form if same else None


def values_in(rows: Sequence[Values], columns: Sequence[str]) -> Iterable[tuple[Value, ...]]:
    """Return what each row says in some columns; rows of one form are not asked by name."""
    form = form_of(rows) if rows else None
    if form is None or not form.places.keys() >= {*columns}:
        return (tuple([row[column] for column in columns]) for row in rows)
    chosen = parts_of(tuple(form.places[column] for column in columns))
    return (chosen(row.said) for row in rows if type(row) is Filled)
