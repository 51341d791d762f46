"""What a change is going to write, compared with what the ledger holds already.

Facts are *put* under their key: an equal live fact stays as it is (with its first source), a
different one is closed and opened anew.  So importing a file twice changes nothing, and an
import writes only differences.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Select, Table, exists, select

from partyroll.store.changes import Change
from partyroll.store.digests import Value
from partyroll.store.facts import Filled, Form, Key, Stated, Values, blanks, parts_of
from partyroll.store.ids import Ids, tokens
from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import IDENTITIES, metadata, person_version, unit_version

Row = TypeVar("Row")
_PLACE = frozenset({"source_id", "sheet", "row"})
_DESCRIBED_BY = {"person": person_version, "unit": unit_version}
_ID = {"person": "person_id", "unit": "unit_id"}
_PERSON = Form("person", ("person_id", "origin_key", "person_uid"))


class Outcome(StrEnum):
    """What became of a fact that was put."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Place(NamedTuple):
    """Where in which source a fact stands."""

    source_id: str
    sheet: str
    row: int | None = None


def place_of(row: Values) -> Place | None:
    """Return where a stored fact stands; None where no workbook states it."""
    source_id, number = row["source_id"], row["row"]
    if source_id is None:
        return None
    row_number = None if number is None else int(number)
    return Place(str(source_id), str(row["sheet"] or ""), row_number)


@dataclass(slots=True)
class _Register:
    """The live rows of one kind of fact, and what is to become of them."""

    key_of: Callable[[Values], Key]
    blank: dict[str, Value]
    rows: dict[Key, Values] = field(default_factory=dict)
    loaded: dict[Key, tuple[str, Values]] = field(default_factory=dict)
    touched: set[Key] = field(default_factory=set)
    contradicted: list[tuple[Values, Values]] = field(default_factory=list)

    def contradict(self, key: Key, before: Values, after: Values) -> None:
        """Keep what one source of this change states and another one states otherwise."""
        held = self.loaded.get(key)
        of_ledger = held is not None and held[1] is before
        if not of_ledger and before["source_id"] != after["source_id"]:
            self.contradicted.append((before, after))

    def opened(self) -> list[Values]:
        """Return the rows that the ledger does not hold in these words."""
        if not self.loaded:  # the first import
            return [*self.rows.values()]
        return [row for key, row in self.rows.items() if not self._held(key, row)]

    def closed(self) -> list[str]:
        """Return the row ids of live facts that are gone or said differently."""
        return [
            row_id
            for key, (row_id, _) in self.loaded.items()
            if key not in self.rows or not self._held(key, self.rows[key])
        ]

    def _held(self, key: Key, row: Values) -> bool:
        if key not in self.loaded:
            return False
        before = self.loaded[key][1]
        return row is before or _same(before, row)


@cache  # made anew for every load, it cost as much as the answer
def _facts_of(table: Table, columns: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return select(table.c.row_id, *(table.c[column] for column in columns))


class Draft:
    """Collects the rows of one change; `write` hands them to it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.ids = Ids()
        self._registers: dict[str, _Register] = {}
        self._identities: dict[str, list[Values]] = {}
        self._spare: dict[str, dict[str, str]] = {}
        self._waiting: set[str] = set()  # tables to be loaded when they are needed
        self._new: set[Value] = set()  # ids that no row of the ledger can have
        self._tokens = tokens()

    # --- Reading what is there ------------------------------------------------------------
    def load(self, name: str, **scope: Iterable[Value]) -> Mapping[Key, Values]:
        """Load the live facts of `name` whose columns lie in `scope`; return them by key.

        A fact can be put only under a scope that was loaded, else it would clash.
        """
        table, register = metadata.tables[name], self._register(name)
        columns = tuple(register.blank)
        query = _facts_of(table, columns).where(live(self.ledger, table))
        for column, values in scope.items():
            query = query.where(table.c[column].in_(list(values)))
        for row_id, *row in self.ledger.db.execute(query):
            said = ((c, v) for c, v in zip(columns, row, strict=True) if v is not None)
            stated = Stated(said, register.blank)
            key = register.key_of(stated)
            if key not in register.loaded:
                register.loaded[key] = (row_id, stated)
                register.rows[key] = stated
        return register.rows

    def load_when_needed(self, name: str) -> None:
        """Load all live facts of `name` as soon as they are asked for, or one is stated.

        What is stated of a new person alone cannot clash, and needs none of them.
        """
        self._waiting.add(name)

    def rows(self, name: str) -> Mapping[Key, Values]:
        """Return the loaded facts of `name` as they will be after this change."""
        return self._needed(name).rows

    def _needed(self, name: str, of: Value = None) -> _Register:
        """Return a register that holds what the ledger says of an entity, or of all."""
        if name in self._waiting and of not in self._new:
            self._waiting.remove(name)
            self.load(name)
        return self._registers.get(name) or self._register(name)

    def _register(self, name: str) -> _Register:
        if name not in self._registers:
            key = metadata.tables[name].info["key"]
            self._registers[name] = _Register(parts_of(key), blanks(name))
        return self._registers[name]

    # --- Changing it ----------------------------------------------------------------------
    def put(self, name: str, values: Values, place: Place | None = None) -> Outcome:
        """State a fact; return whether the ledger had it, had another, or had none."""
        register = self._registers.get(name) or self._register(name)
        stated = Stated(values, register.blank)
        if place is not None:
            stated["source_id"], stated["sheet"], stated["row"] = place
        return self._put(name, register.key_of(stated), stated)

    def fill(self, form: Form, values: tuple[Value, ...]) -> Outcome:
        """State a fact by the values of a form, its place among them: `put` for very many."""
        return self._put(form.table, form.key_of(values), Filled(form, values))

    def fill_all(self, form: Form, rows: Sequence[tuple[Value, ...]]) -> Counter[Outcome]:
        """State many facts by the values of one form: `fill` for each; count the outcomes."""
        name = form.table
        register = self._registers.get(name) or self._register(name)
        keys = [*map(form.key_of, rows)]
        new = name not in self._waiting or self._new.issuperset(map(itemgetter(0), keys))
        if not (new and register.rows.keys().isdisjoint(keys) and len({*keys}) == len(keys)):
            filled = zip(keys, map(Filled, repeat(form), rows), strict=True)
            return Counter(self._put(name, key, fact) for key, fact in filled)
        register.touched.update(keys)
        register.rows.update(zip(keys, map(Filled, repeat(form), rows), strict=True))
        return Counter({Outcome.ADDED: len(rows)})

    def _put(self, name: str, key: Key, stated: Values) -> Outcome:
        register = self._registers.get(name) or self._register(name)
        if name in self._waiting:
            self._needed(name, key[0])
        register.touched.add(key)
        before = register.rows.get(key)
        if before is not None and _same(before, stated):
            return Outcome.UNCHANGED
        if before is not None:
            register.contradict(key, before, stated)
        register.rows[key] = stated
        return Outcome.ADDED if before is None else Outcome.CHANGED

    def end(self, name: str, key: Key) -> None:
        """Close the live fact under `key`; unknown keys are ignored."""
        self._needed(name, key[0]).rows.pop(key, None)

    def sources_said_again(self) -> set[Value]:
        """Return the sources of live facts that this draft states once more, or anew."""
        return {
            register.loaded[key][1]["source_id"]
            for register in self._registers.values()
            for key in register.touched & register.loaded.keys()
        }

    def untouched(self, name: str) -> list[Key]:
        """Return the keys that were loaded but not put."""
        register = self._needed(name)
        touched, rows = register.touched, register.rows
        return [key for key in register.loaded if key not in touched and key in rows]

    def compared(self, name: str) -> Iterator[tuple[Values | None, Values | None]]:
        """Yield every fact of `name` this change states or ends: as it was, as it will be."""
        register = self._register(name)
        for key in register.touched | (register.loaded.keys() - register.rows.keys()):
            loaded = register.loaded.get(key)
            yield (None if loaded is None else loaded[1]), register.rows.get(key)

    def altered(self, name: str) -> Iterator[tuple[Values, Values]]:
        """Yield what the ledger says and this change says otherwise: before and after."""
        register = self._register(name)
        for key in register.touched & register.loaded.keys() & register.rows.keys():
            before, after = register.loaded[key][1], register.rows[key]
            if after is not before:
                yield before, after

    def contradicted(self, name: str) -> Sequence[tuple[Values, Values]]:
        """Return what two sources of this change state otherwise: the former, the later."""
        return self._register(name).contradicted

    def before(self, name: str) -> Iterator[Values]:
        """Yield the loaded facts of `name` as the ledger holds them before this change."""
        return (values for _, values in self._needed(name).loaded.values())

    def identify(self, name: str, origin: str, **columns: Value) -> str:
        """Return an id for a new entity; one freed by an undo is used again.

        `origin` is what the entity was first known by; only its digest is kept.  A person whom
        another ledger knows comes with the `person_uid` that both share.
        """
        origin_key = _digest(origin)
        spare = self._spare_ids(name)
        if origin_key in spare:
            return spare.pop(origin_key)
        identity = self.ids.new()
        self._new.add(identity)
        row: Values = {_ID[name]: identity, "origin_key": origin_key, **columns}
        if name == "person":
            uid = columns.get("person_uid") or next(self._tokens)
            row = Filled(_PERSON, (identity, origin_key, uid))
        self._identities.setdefault(name, []).append(row)
        return identity

    def identify_people(self, origins: Sequence[str]) -> list[str]:
        """Return ids for new people: `identify` for each."""
        spare = self._spare_ids("person")
        if spare:
            return [self.identify("person", origin) for origin in origins]
        ids = self.ids.take(len(origins))
        rows = zip(ids, map(_digest, origins), self._tokens, strict=False)
        self._identities.setdefault("person", []).extend(map(Filled, repeat(_PERSON), rows))
        self._new.update(ids)
        return ids

    def add_source(self, **columns: Value) -> str:
        """Return the id of a source file; the same bytes under the same name keep theirs."""
        table = metadata.tables["source"]
        known = self.ledger.db.execute(
            select(table.c.source_id).where(
                table.c.ledger_id == self.ledger.ledger_id,
                table.c.sha256 == columns["sha256"],
                table.c.file_name == columns["file_name"],
            )
        ).scalar()
        if known is not None:
            return str(known)
        source_id = self.ids.new()
        self._identities.setdefault("source", []).append({"source_id": source_id, **columns})
        return source_id

    def _spare_ids(self, name: str) -> dict[str, str]:
        if name not in self._spare:
            table, described = metadata.tables[name], _DESCRIBED_BY[name]
            id_column = table.c[_ID[name]]
            alive = exists().where(
                described.c.ledger_id == table.c.ledger_id,
                described.c[id_column.name] == id_column,
                described.c.change_out.is_(None),
            )
            rows = self.ledger.db.execute(
                select(table.c.origin_key, id_column).where(
                    table.c.ledger_id == self.ledger.ledger_id, ~alive
                )
            )
            self._spare[name] = {row[0]: row[1] for row in rows}
        return self._spare[name]

    # --- Writing --------------------------------------------------------------------------
    def differences(self, *, apart_from: frozenset[str] = frozenset()) -> int:
        """Return how many facts would be opened or closed."""
        return sum(
            len(register.opened()) + len(register.closed())
            for name, register in self._registers.items()
            if name not in apart_from
        )

    def write(self, change: Change) -> None:
        """Write everything into `change`: identities first, closings before openings.

        The draft is spent: its rows go as they are written, else a large roll stood in memory
        twice.
        """
        for table in IDENTITIES:
            identities = _drained(self._identities.pop(table.name, []))
            change.open(table, identities)
        for name, register in self._registers.items():
            change.close(metadata.tables[name], register.closed())
        for table in metadata.sorted_tables:
            if table.name in self._registers:
                register = self._registers.pop(table.name)
                rows = _drained(register.opened())
                register.rows.clear()
                change.open(table, rows)


def _digest(origin: str) -> str:
    return hashlib.sha256(origin.encode()).hexdigest()[:32]


def _drained(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows in order, each let go before the next."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _same(before: Values, after: Values) -> bool:
    columns = (before.keys() | after.keys()) - _PLACE
    return all(before[column] == after[column] for column in columns)
