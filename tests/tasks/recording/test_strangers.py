"""People whom nobody can know are recorded together, and just as each would be alone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import PartialDate
from partyroll.read.facts import ReadFile, RosterRow, Table, UnitRef
from partyroll.tasks.recording import rosters
from partyroll.tasks.recording.session import Work
from partyroll.tasks.recording.strangers import strangers
from store import papers, shelf, stories
from trials import trials

UNITS = (
    *(papers.DONG, papers.TAY, None),
    *(UnitRef("Chi bộ 1", ("Đảng bộ xã Một",)), UnitRef("Chi bộ 1", ("Đảng bộ xã Hai",))),
    *(UnitRef("Chi bộ 01", ("Đảng bộ xã Một",)), UnitRef("Chi bộ 1")),
)
BORN = (PartialDate(1970, 2, 1), PartialDate(1970, 2, 2), PartialDate(1970), None)
rows = st.builds(
    lambda row, name, unit, born: row._replace(full_name=name, unit=unit, birth_date=born),
    stories.roster_rows,
    st.sampled_from(("Lê Thử Hùng", "LÊ THỬ HÙNG", "Lê Thử Hưng", papers.AN, papers.BINH)),
    st.sampled_from(UNITS),
    st.sampled_from(BORN),
)


def _table(found: list[RosterRow], number: int) -> Table:
    placed = [row._replace(row=place) for place, row in enumerate(found, start=2)]
    return replace(papers.roster(*placed, unit=None), sheet=f"Sheet{number}")


workbooks = st.builds(
    lambda tables, name: papers.file(
        *(_table(found, number) for number, found in enumerate(tables, start=1)), name=name
    ),
    st.lists(st.lists(rows, min_size=1, max_size=6), min_size=1, max_size=3),
    st.sampled_from(("a.xlsx", "b.xlsx")),
)


def _nobody_is_a_stranger(_work: Work, found: Sequence[RosterRow]) -> list[bool]:
    return [False] * len(found)


def _outcome(history: list[ReadFile]) -> list[object]:
    """Return what a ledger says, without its ids, after some imports, and what was told."""
    with stories.new_ledger() as path:
        told = [shelf.record_all(path, file)[0][0] for file in history]
        return [
            *((one.added, one.changed, one.unchanged, one.problems) for one in told),
            *((one.set_aside, one.set_aside_people) for one in told),
            *(sorted(one.missing_people) for one in told),
            _facts(path),
        ]


def _facts(path: Path) -> list[str]:
    known = """
        SELECT v.full_name, v.name_key, v.name_fold, v.birth_date, v.admission_date, v.card_no,
            v.national_id, v.official_blank, v.stated_status, v.note, v.occupation,
            v.on_roster, v.sheet, v.row, v.change_in, a.sheet, a.row, a.kind, u.name,
            (SELECT count(*) FROM permission p WHERE p.person_id = v.person_id),
            (SELECT count(*) FROM life_event e WHERE e.person_id = v.person_id)
        FROM person_version v
        LEFT JOIN assignment a ON a.person_id = v.person_id AND a.change_out IS NULL
        LEFT JOIN unit_version u ON u.unit_id = a.unit_id AND u.change_out IS NULL
        WHERE v.change_out IS NULL
    """
    return sorted(map(str, shelf.ask(path, known)))


@trials(3, many=8)
@given(st.lists(workbooks, min_size=1, max_size=3))
def test_strangers_recorded_together_are_recorded_as_if_alone(history: list[ReadFile]) -> None:
    together = _outcome(history)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rosters, "strangers", _nobody_is_a_stranger)
        assert _outcome(history) == together


def test_the_people_of_a_first_roster_are_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[bool]] = []
    ask = strangers

    def asked(work: Work, found: Sequence[RosterRow]) -> list[bool]:
        seen.append(ask(work, found))
        return seen[-1]

    monkeypatch.setattr(rosters, "strangers", asked)
    alone = papers.someone(papers.AN, 2, birth_date=BORN[0])
    twins = [papers.someone(papers.BINH, row, birth_date=BORN[0]) for row in (3, 4)]
    shelf.record(shelf.empty(tmp_path), papers.file(papers.roster(alone, *twins)))

    assert seen == [[True, False, False]]
