"""The register of members away, from a ledger: who stands in it, and with what to do."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import AwayPart, Entry, Line, MatterKind
from partyroll.period import PartialDate
from partyroll.rules.watched import Watched
from partyroll.rules.watching_away import away_warnings
from partyroll.settings import Settings
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from partyroll.store.watching import stays_away_of
from partyroll.tasks.registers.away import REGISTER, SOURCE
from partyroll.tasks.registers.looking import Asked, view
from partyroll.tasks.standing import is_member
from tasks.offices import Row, Someone, write_office
from trials import trials

AS_OF = date(2026, 11, 23)
HOME: Row = {"unit_id": "A", "kind": "OFFICIAL"}
LISTED: Row = {"place": "Đồng Nai", "valid_from": "2026-01"}
M = MatterKind


def member(
    *away: Row,
    permissions: Sequence[Row] = (),
    stays: Sequence[Row] = (),
    legs: Sequence[Row] = (),
    events: Sequence[Row] = (),
    transfers: Sequence[Row] = (),
) -> Someone:
    home = (HOME, *stays)
    return Someone({}, home, {}, events, legs, permissions, away=away, transfers=transfers)


def lines(
    folder: Path, *office: Someone, as_of: date = AS_OF, only: str = ""
) -> tuple[Line, ...]:
    ledger = write_office(folder, office, frozenset())
    return view(SOURCE, Asked(ledger, as_of, Settings(), only=only)).lines


def entries(
    folder: Path, *office: Someone, as_of: date = AS_OF, only: str = ""
) -> dict[str, Entry]:
    found = lines(folder, *office, as_of=as_of, only=only)
    return {line.entry.subject_id: line.entry for line in found}


def kinds(entry: Entry) -> list[MatterKind]:
    return [matter.kind for matter in entry.matters]


def host(since: str, until: str | None = None) -> Row:
    return {"unit_id": "B", "kind": "TEMPORARY", "valid_from": since, "valid_to": until}


def leave(since: str, until: str | None) -> Row:
    return {"kind": "TEMP_EXEMPT", "valid_from": since, "valid_to": until}


def letter(on: str, *, temporary: int = 0, way: str = "OUT") -> Row:
    return {"direction": way, "leg_date": on, "temporary": temporary, "place": "Xã Khác"}


# --- Who stands in it ---------------------------------------------------------------------
def test_whoever_a_list_or_a_paper_says_is_elsewhere_has_one_line(tmp_path: Path) -> None:
    office = (
        member(LISTED),
        member(stays=[host("2026-06-01")]),
        member(permissions=[leave("2026-06-01", "2027-05-31")]),
        member(legs=[letter("2026-06-01", temporary=1)]),
        member(LISTED, stays=[host("2026-06-01")], permissions=[leave("2026-06-01", None)]),
        member(),
    )

    assert sorted(entries(tmp_path, *office)) == ["P0", "P1", "P2", "P3", "P4"]


def test_a_line_says_where_since_when_until_when_and_by_what(tmp_path: Path) -> None:
    said: Row = {
        **LISTED,
        "contact": "0990000001",
        "contacted_on": "2026-10-05",
        "paper": "đơn 3/6",
    }

    (entry,) = entries(
        tmp_path, member(said, stays=[host("2026-06-01", "2027-06-01")])
    ).values()

    values = {key: value for key, value in entry.values.items() if value is not None}
    assert {key: str(value) for key, value in values.items()} == {
        "place": "Đồng Nai",
        "since": "2026-01",
        "until": "2027-05-31",
        "state": "sinh hoạt tạm thời ở nơi khác",
        "paper": "đơn 3/6",
        "contact": "0990000001",
        "contacted_on": "2026-10-05",
    }
    assert entry.unit_id == "A"
    assert entry.matters == ()


def test_the_day_of_return_that_a_list_expects_is_shown_as_precise_as_there(
    tmp_path: Path,
) -> None:
    (entry,) = entries(tmp_path, member({**LISTED, "valid_to": "2027-06"})).values()

    assert entry.values["until"] == PartialDate(2027, 6)


def test_every_column_has_its_value_in_every_line(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, member(LISTED)).values()

    assert list(entry.values) == [column.key for column in REGISTER.columns]


@pytest.mark.parametrize(
    "gone",
    [
        member(LISTED, events=[{"kind": "DIED", "event_date": "2026-02-01"}]),
        member({**LISTED, "returned_on": "2026-06-01"}),
        member({**LISTED, "valid_to": "2026-04"}),
        member({**LISTED, "valid_from": "2027-01"}),
        member(stays=[host("2024-03-01", "2024-11-01")]),
        member(permissions=[leave("2025-01-01", "2025-06-30")]),
        member(legs=[letter("2024-01-05", temporary=1, way="IN")]),
    ],
    ids=["dead", "back", "over", "to come", "stay ended", "leave ended", "guest"],
)
def test_of_whom_nothing_says_today_that_they_are_elsewhere_has_no_line(
    gone: Someone, tmp_path: Path
) -> None:
    assert entries(tmp_path, gone) == {}


def test_a_paper_that_ended_lately_is_shown_as_such_and_asks_nothing(tmp_path: Path) -> None:
    (entry,) = entries(
        tmp_path, member(permissions=[leave("2026-02-01", "2026-11-10")])
    ).values()

    assert entry.values["state"] == "đã qua ngày cuối ghi trong sổ"
    assert entry.matters == ()


def test_who_was_to_be_back_is_asked_after_with_what_the_list_said(tmp_path: Path) -> None:
    due = member({**LISTED, "valid_to": "2026-09", "contact": "0990 000 001"})

    (entry,) = entries(tmp_path, due).values()

    assert (entry.values["contact"], entry.values["until"]) == (
        "0990 000 001",
        PartialDate(2026, 9),
    )
    assert kinds(entry) == [M.CONTACT_DUE]
    assert entry.matters[0].text == (
        "Đi làm ăn xa tại Đồng Nai, ghi về 09/2026, sổ chưa ghi đã về hay còn đi"
    )


def test_whoever_was_to_be_back_long_ago_is_found_when_asked_for(tmp_path: Path) -> None:
    long_ago = member({**LISTED, "valid_from": "2023-01", "valid_to": "2023-12"})

    assert list(entries(tmp_path, long_ago, only="overdue")) == ["P0"]


def test_who_is_on_the_way_to_another_organisation_is_shown_by_the_cell_left(
    tmp_path: Path,
) -> None:
    gone = member(LISTED, legs=[letter("2026-11-02")])

    (entry,) = entries(tmp_path, gone).values()

    assert entry.values["state"] == (
        "đang chuyển sinh hoạt chính thức, nơi đến chưa xác nhận (chưa trừ ngày lễ)"
    )
    assert (entry.unit_id, str(entry.values["until"])) == ("A", "2026-12-14")
    assert entry.matters == ()


def test_who_left_long_ago_is_not_followed_here(tmp_path: Path) -> None:
    assert entries(tmp_path, member(LISTED, legs=[letter("2026-02-02")])) == {}


# --- What needs doing ---------------------------------------------------------------------
def test_long_away_without_paper_or_contact_asks_for_both(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, member(LISTED)).values()

    assert kinds(entry) == [M.AWAY_WITHOUT_PAPER, M.CONTACT_DUE]
    assert [matter.about for matter in entry.matters] == ["2026-01", "2026-01"]


def test_an_answer_holds_though_the_days_run(tmp_path: Path) -> None:
    ends = member(LISTED, permissions=[leave("2026-02-01", "2026-12-15")])

    ledger = write_office(tmp_path, (ends,), frozenset())
    days = (AS_OF, date(2026, 12, 1))
    (today,), (later,) = (view(SOURCE, Asked(ledger, day, Settings())).lines for day in days)

    first, second = today.entry.matters[0], later.entry.matters[0]
    assert first.kind is M.PERMISSION_ENDS
    assert first.text != second.text
    assert first.basis == second.basis


def test_who_is_back_is_shown_as_long_as_papers_are_elsewhere(tmp_path: Path) -> None:
    back = member({**LISTED, "returned_on": "2026-10-05"}, stays=[host("2026-02-01")])

    (entry,) = entries(tmp_path, back).values()

    assert (entry.values["state"], str(entry.values["returned_on"])) == ("đã về", "2026-10-05")
    assert kinds(entry) == [M.RETURNED]


# --- Worked example E8 --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        (date(2024, 2, 29), []),
        (date(2024, 3, 1), [[]]),
        (date(2024, 10, 1), [[M.TEMPORARY_STAY_ENDS]]),
        (date(2024, 10, 31), [[M.TEMPORARY_STAY_ENDS]]),
        (date(2024, 12, 31), [[]]),
        (date(2025, 5, 1), []),
    ],
)
def test_a_temporary_transfer_is_a_line_while_it_lasts_and_a_matter_as_it_ends(
    as_of: date, found: list[list[MatterKind]], tmp_path: Path
) -> None:
    shown = entries(tmp_path, member(stays=[host("2024-03-01", "2024-11-01")]), as_of=as_of)

    assert [kinds(entry) for entry in shown.values()] == found


# --- Worked example E9 (a) ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), [M.PERMISSION_ENDS]),
        (date(2027, 1, 31), [M.PERMISSION_ENDS]),
    ],
)
def test_a_leave_of_a_year_is_a_matter_from_thirty_days_before_its_end(
    as_of: date, found: list[MatterKind], tmp_path: Path
) -> None:
    on_leave = member(permissions=[leave("2026-02-01", "2027-01-31")])

    (entry,) = entries(tmp_path, on_leave, as_of=as_of).values()

    assert kinds(entry) == found


# --- Worked example E10 (a) ---------------------------------------------------------------
JOB_CHANGE: Row = {
    "direction": "OUT",
    "kind": "OFFICIAL",
    "place": "Xã Khác",
    "caused_on": "2025-10-06",
}


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2025, 12, 5), "đã báo đi (chưa trừ ngày lễ)"),  # not sixty calendar days
        (date(2025, 12, 29), "đã báo đi (chưa trừ ngày lễ)"),
        (date(2025, 12, 30), "đã qua ngày cuối ghi trong sổ (chưa trừ ngày lễ)"),
    ],
)
def test_a_decision_starts_the_sixty_working_days_of_a_transfer(
    as_of: date, state: str, tmp_path: Path
) -> None:
    (entry,) = entries(tmp_path, member(transfers=[JOB_CHANGE]), as_of=as_of).values()

    assert (entry.values["state"], str(entry.values["until"])) == (state, "2025-12-29")
    assert entry.matters == ()  # the register of transfers asks for the letter


def test_a_letter_of_introduction_starts_the_thirty_working_days(tmp_path: Path) -> None:
    gone = member(
        transfers=[{**JOB_CHANGE, "issued_on": "2025-10-06", "letter_no": "12-GGT"}],
        legs=[letter("2025-10-06")],
    )

    (entry,) = entries(tmp_path, gone, as_of=date(2025, 12, 1)).values()

    assert (str(entry.values["until"]), entry.values["paper"]) == ("2025-11-17", "12-GGT")
    assert entry.values["state"] == "đã qua ngày cuối ghi trong sổ (chưa trừ ngày lễ)"


def test_who_was_confirmed_there_leaves_the_register(tmp_path: Path) -> None:
    arrived: Row = {"answer": "ARRIVED", "answered_on": "2025-11-03"}
    gone = member(
        transfers=[{**JOB_CHANGE, "issued_on": "2025-10-06", **arrived}],
        legs=[letter("2025-10-06")],
    )

    assert entries(tmp_path, gone, as_of=date(2025, 12, 1)) == {}


@pytest.mark.parametrize(
    ("away", "letter_says"),
    [
        ([{**LISTED, "returned_on": "2026-11-20"}], {}),
        ([], {"returned_on": "2026-11-20"}),
        ([], {"valid_to": "2026-03-31"}),
    ],
    ids=["back by the list", "back by the letter", "the letter is over"],
)
def test_a_temporary_letter_that_nobody_answered_keeps_nobody_elsewhere_for_ever(
    away: list[Row], letter_says: Row, tmp_path: Path
) -> None:
    letter: Row = {"direction": "OUT", "kind": "TEMPORARY", "issued_on": "2026-03-02"}
    back = member(*away, transfers=[{**letter, **letter_says}])

    assert entries(tmp_path, back) == {}


def test_a_letter_of_introduction_is_a_paper_for_who_is_away(tmp_path: Path) -> None:
    on_the_way: Row = {**JOB_CHANGE, "caused_on": None, "issued_on": "2026-11-02"}
    said: Row = {**LISTED, "contacted_on": "2026-11-01"}

    (entry,) = entries(tmp_path, member(said, transfers=[on_the_way])).values()

    assert entry.matters == ()


# --- Parts --------------------------------------------------------------------------------
OFFICE = (
    member(LISTED),
    member(LISTED, permissions=[leave("2026-02-01", "2026-12-15")]),
    member(stays=[host("2025-06-01")]),
    member({**LISTED, "returned_on": "2026-06-01"}),
    member({**LISTED, "paper": "đơn", "contacted_on": "2026-10-01"}),
    member(LISTED, legs=[letter("2026-11-02")]),
    member(permissions=[leave("2026-02-01", "2026-11-10")]),
)


@pytest.mark.parametrize(
    ("only", "found"),
    [
        ("", ["P0", "P1", "P2", "P4", "P5", "P6"]),
        ("no-paper", ["P0"]),
        ("ending", ["P1"]),
        ("long", ["P2"]),
        ("contact", ["P0", "P1"]),
        ("moving", ["P5"]),
        ("overdue", ["P6"]),
        ("returned", ["P3"]),
    ],
)
def test_each_part_of_the_register_is_asked_for_by_its_word(
    only: str, found: list[str], tmp_path: Path
) -> None:
    assert sorted(entries(tmp_path, *OFFICE, only=only)) == found


# --- Whatever the ledger says -------------------------------------------------------------
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1)).map(str)
MONTHS = DAYS.map(lambda day: day[:7])
SINCE, MAYBE = st.one_of(DAYS, MONTHS), st.one_of(st.none(), DAYS, MONTHS)
AWAY = st.builds(
    lambda since, until, back, paper: {
        "place": "Huế",
        "valid_from": since,
        "valid_to": until,
        "returned_on": back,
        "paper": paper,
    },
    SINCE,
    MAYBE,
    MAYBE,
    st.sampled_from([None, "đơn"]),
)
LEAVES = st.builds(leave, SINCE, MAYBE)
HOSTS = st.builds(host, DAYS, st.one_of(st.none(), DAYS))
LETTERS = st.builds(
    lambda on, temporary, way: letter(on, temporary=temporary, way=way),
    DAYS,
    st.sampled_from([0, 1]),
    st.sampled_from(["OUT", "IN"]),
)
MEMBERS = st.builds(
    lambda away, leaves, hosts, letters: member(
        *away, permissions=leaves, stays=hosts, legs=letters
    ),
    st.lists(AWAY, max_size=2, unique_by=lambda row: row["valid_from"]),
    st.lists(LEAVES, max_size=1),
    st.lists(HOSTS, max_size=2, unique_by=lambda row: row["valid_from"]),
    st.lists(LETTERS, max_size=2, unique_by=lambda row: (row["direction"], row["leg_date"])),
)


@trials(4, many=12)  # a ledger each
@given(office=st.lists(MEMBERS, min_size=1, max_size=6))
def test_nobody_with_something_to_do_is_missing_from_the_register(
    office: list[Someone],
) -> None:
    with TemporaryDirectory() as folder:
        path = write_office(Path(folder), office, frozenset())
        found = view(SOURCE, Asked(path, AS_OF, Settings())).lines
        with open_ledger(path) as ledger:
            everybody = [one for one in people(ledger) if is_member(one, AS_OF)]
            lists = stays_away_of(ledger, [one.person_id for one in everybody])

    listed = {line.entry.subject_id: {m.kind.value for m in line.open} for line in found}
    due = {
        one.person_id: {
            warning.kind.value
            for warning in away_warnings(
                Watched(one, None, lists.get(one.person_id, ())), Settings().watch, AS_OF
            )
        }
        for one in everybody
    }
    assert {who: kinds for who, kinds in listed.items() if kinds} == {
        who: kinds for who, kinds in due.items() if kinds
    }


@trials(4, many=12)  # a ledger each
@given(office=st.lists(MEMBERS, min_size=1, max_size=6), only=st.sampled_from(AwayPart))
def test_every_line_of_a_part_is_about_somebody_in_the_ledger_once(
    office: list[Someone], only: AwayPart
) -> None:
    with TemporaryDirectory() as folder:
        path = write_office(Path(folder), office, frozenset())
        part = view(SOURCE, Asked(path, AS_OF, Settings(), only=only)).lines
        whole = view(SOURCE, Asked(path, AS_OF, Settings())).lines

    named = [line.entry.subject_id for line in part]
    assert len(named) == len(set(named))
    everywhere = {line.entry.subject_id for line in whole}
    back = {AwayPart.RETURNED, AwayPart.MOVING}
    assert only in back or set(named) <= everywhere
