"""An invented province of any size: districts, communes, cells; who left in a term, and why."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledgers import AT, Row
from workbooks import full_name

from partyroll.store import schema
from partyroll.store.changes import Change, begin_change
from partyroll.store.ids import Ids
from partyroll.store.ledger import create_ledger, open_ledger

YEARS = range(2020, 2026)
DISTRICTS, COMMUNES = 8, 100
KINDS = {
    "REMOVED": ("SKIP_MEETINGS", "UNPAID_DUES", "LOST_WILL", "FAR_WORK"),
    "WITHDREW": ("FAMILY_HARDSHIP", "EMIGRATE_WITH_FAMILY", "HEALTH_AGE"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the province and what it stands under."""

    unit_id: str
    name: str
    kind: str
    parent_id: str | None


def write_province(path: Path, members: int, *, exits: int, units: int) -> None:
    """Write a ledger of `members` in `units` units, of whom `exits` left in the term."""
    chance, ids = random.Random(members), Ids()
    create_ledger(path, label="bench", at=AT)
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="bench", at=AT)
        source = ids.new()
        place: Row = {"source_id": source, "sheet": "Danh sách"}
        file = {"file_name": "province.xlsx", "sha256": source, "content_sha256": source}
        change.open(schema.source, [{"source_id": source, "size": 1, **file}])
        tree = list(_tree(ids, units))
        change.open(schema.unit, ({"unit_id": u.unit_id, "origin_key": u.name} for u in tree))
        change.open(schema.unit_version, (_version(unit) | place for unit in tree))
        change.open(schema.declared, _headcounts(tree, members, place))
        cells = [unit.unit_id for unit in tree if unit.kind == "CELL"]
        people = [(ids.new(), cells[number % len(cells)]) for number in range(members)]
        change.open(
            schema.person,
            ({"person_id": p, "person_uid": p, "origin_key": p} for p, _ in people),
        )
        change.open(
            schema.person_version, (_person(n, p) | place for n, (p, _) in enumerate(people))
        )
        change.open(
            schema.assignment,
            (
                {"person_id": p, "unit_id": unit, "kind": "OFFICIAL", **place}
                for p, unit in people
            ),
        )
        _leave(change, chance.sample(people, exits), chance, place)
        change.finish()


def _tree(ids: Ids, units: int) -> Iterator[Unit]:
    province = Unit(ids.new(), "Đảng bộ tỉnh Thử", "PARTY_COMMITTEE", None)
    yield province
    above = [province]
    for kind, number, word in (
        ("PARTY_COMMITTEE", DISTRICTS, "Đảng bộ huyện"),
        ("PARTY_COMMITTEE", COMMUNES, "Đảng bộ xã"),
        ("CELL", units - DISTRICTS - COMMUNES - 1, "Chi bộ"),
    ):
        made = [
            Unit(ids.new(), f"{word} {n + 1}", kind, above[n % len(above)].unit_id)
            for n in range(number)
        ]
        yield from made
        above = made


def _version(unit: Unit) -> Row:
    return {
        "unit_id": unit.unit_id,
        "name": unit.name,
        "name_key": unit.name.casefold(),
        "kind": unit.kind,
        "parent_id": unit.parent_id,
    }


def _headcounts(tree: list[Unit], members: int, place: Row) -> Iterator[Row]:
    districts = tree[1 : DISTRICTS + 1]
    for row, unit in enumerate(districts, start=2):
        for year in (YEARS[0] - 1, *YEARS):
            number = members // DISTRICTS + year - YEARS[0]
            stated = {"unit_id": unit.unit_id, "year": year, "number": number}
            yield {"what": "members", "row": row, **stated, **place}


def _person(number: int, person_id: str) -> Row:
    name = full_name(number)
    return {
        "person_id": person_id,
        "full_name": name,
        "name_key": name.casefold(),
        "name_fold": name.casefold(),
        "gender": "Nữ" if number % 3 else "Nam",
        "birth_date": f"{1941 + number % 60}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "admission_date": f"{1985 + number % 35}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "official_date": f"{1986 + number % 35}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "card_no": f"0991{number:08d}",
        "occupation": ("nông dân", "giáo viên", "công nhân", "")[number % 4],
        "on_roster": 1,
        "row": number + 2,
    }


def _leave(
    change: Change, people: list[tuple[str, str]], chance: random.Random, place: Row
) -> None:
    events, reasons = [], []
    for row, (person_id, unit_id) in enumerate(people, start=2):
        kind = chance.choice(tuple(KINDS))
        day = f"{chance.choice(YEARS)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        events.append(
            {
                "event_id": person_id,
                "person_id": person_id,
                "unit_id": unit_id,
                "kind": kind,
                "decision_no": f"{row}-QĐ/HU",
                "decision_date": day,
                "row": row,
                **place,
            }
        )
        reason = chance.choice(KINDS[kind])
        reasons.append({"event_id": person_id, "position": 0, "code": reason, **place})
    change.open(schema.life_event, events)
    change.open(schema.event_reason, reasons)
