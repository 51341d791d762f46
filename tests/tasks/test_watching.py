"""From the ledger to early warnings: nobody is lost on the way, whatever holds them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import StayAway, WatchKind, WatchLimits
from partyroll.period import PartialDate
from partyroll.report.watching import CellWatch
from partyroll.rules.in_transit import introduction_due
from partyroll.rules.watching import Watched, early_warnings
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from partyroll.tasks.reviewing import ReviewRequest
from partyroll.tasks.standing import is_member
from partyroll.tasks.watching import contact, watch_list
from tasks.offices import Row, Someone, write_office
from trials import trials

AS_OF = date(2027, 1, 15)
LIMITS = WatchLimits()
HOME: Row = {"unit_id": "A", "kind": "OFFICIAL"}


def member(
    *permissions: Row,
    stays: Sequence[Row] = (),
    legs: Sequence[Row] = (),
    events: Sequence[Row] = (),
    **version: str,
) -> Someone:
    return Someone(
        version=dict(version),
        stays=(HOME, *stays),
        rows={},
        permissions=permissions,
        legs=legs,
        events=events,
    )


def exemption(end: str | None, kind: str = "EXEMPT") -> Row:
    return {"kind": kind, "valid_from": "2026-02-01", "valid_to": end, "paper": "12-QĐ/ĐU"}


def watch(folder: Path, *office: Someone, unit: str = "") -> tuple[CellWatch, ...]:
    ledger = write_office(folder, office, frozenset())
    return watch_list(ReviewRequest(ledger, AS_OF, unit=unit), LIMITS).cells


def told(cells: tuple[CellWatch, ...]) -> dict[str, list[WatchKind]]:
    return {
        person.person_id: [warning.kind for warning in person.warnings]
        for cell in cells
        for person in cell.people
    }


def test_a_paper_that_ends_is_told_to_the_cell_of_its_member(tmp_path: Path) -> None:
    cells = watch(tmp_path, member(exemption("2027-01-31"), permanent_address="Thôn Mẫu"))

    (cell,) = (cell for cell in cells if cell.people)
    (person,) = cell.people
    assert (cell.path, person.contact) == (("A",), "Thôn Mẫu")
    assert person.warnings[0].text == (
        "Miễn đảng phí (12-QĐ/ĐU) đến hết 31/01/2027, còn 16 ngày"
    )


def test_whoever_has_left_is_told_nothing(tmp_path: Path) -> None:
    gone = member(
        exemption("2027-01-31"), events=[{"kind": "DIED", "event_date": "2026-12-01"}]
    )

    assert told(watch(tmp_path, gone)) == {}


def test_a_temporary_stay_names_its_host(tmp_path: Path) -> None:
    away: Row = {"unit_id": "B", "kind": "TEMPORARY", "valid_from": "2026-01-01"}

    cells = watch(tmp_path, member(stays=[away]))

    (person,) = (person for cell in cells for person in cell.people)
    assert "Sinh hoạt tạm thời tại B từ 01/01/2026" in person.warnings[0].text


def test_whoever_is_on_the_way_is_told_by_the_cell_they_left(tmp_path: Path) -> None:
    letter: Row = {
        "direction": "OUT",
        "leg_date": "2026-12-07",
        "temporary": 0,
        "place": "Xã Khác",
    }
    gone = member(legs=[letter])

    cells = watch(tmp_path, gone)

    assert [cell.path for cell in cells] == [("A",)]
    assert told(cells) == {"P0": [WatchKind.TRANSFER_TO_PRESENT]}


def test_only_the_cell_asked_for_is_told(tmp_path: Path) -> None:
    other = Someone(
        {}, [{"unit_id": "B", "kind": "OFFICIAL"}], {}, permissions=[exemption("2027-01-31")]
    )

    cells = watch(tmp_path, member(exemption("2027-01-31")), other, unit="B")

    assert [cell.path for cell in cells] == [("B",)]
    assert list(told(cells)) == ["P1"]


def test_a_current_address_comes_before_the_registered_one(tmp_path: Path) -> None:
    lives = member(
        exemption("2027-01-31"), permanent_address="Thôn Mẫu", current_address="Phố Mới"
    )

    (person,) = (person for cell in watch(tmp_path, lives) for person in cell.people)

    assert person.contact == "Phố Mới"


def test_a_contact_names_home_and_the_place_of_work_now() -> None:
    assert contact("Thôn Mẫu", (), AS_OF) == "Thôn Mẫu"
    assert contact("", (), AS_OF) == ""


def test_a_contact_tells_how_to_reach_somebody_where_they_work_now() -> None:
    now = StayAway("Đồng Nai", contact="0990 000 001", note="cả vợ con")
    over = StayAway("Huế", returned_on=PartialDate(2026, 12), contact="0990 000 002")

    assert contact("Thôn Mẫu", (over, now), AS_OF) == (
        "Thôn Mẫu; đang ở Đồng Nai; liên hệ: 0990 000 001; cả vợ con"
    )


DAYS = st.dates(date(2025, 1, 1), date(2028, 1, 1))
TEXTS = st.one_of(
    st.none(), DAYS.map(str), DAYS.map(lambda d: f"{d:%Y-%m}"), DAYS.map(lambda d: f"{d:%Y}")
)
KINDS = st.sampled_from(["EXEMPT", "TEMP_EXEMPT", "DEFERRED", "EXEMPT_ACTIVITY", "REDUCED"])
PERMISSIONS = st.lists(
    st.builds(
        lambda kind, start, end: {"kind": kind, "valid_from": start, "valid_to": end},
        KINDS,
        DAYS.map(str),
        TEXTS,
    ),
    max_size=3,
    unique_by=lambda row: (row["kind"], row["valid_from"]),
)
STAYS = st.lists(
    st.builds(
        lambda start, end: {
            "unit_id": "B",
            "kind": "TEMPORARY",
            "valid_from": start,
            "valid_to": end,
        },
        DAYS.map(str),
        st.one_of(st.none(), DAYS.map(str)),
    ),
    max_size=2,
    unique_by=lambda row: row["valid_from"],
)
LEGS = st.lists(
    st.builds(
        lambda way, day, short: {"direction": way, "leg_date": day, "temporary": short},
        st.sampled_from(["OUT", "IN"]),
        DAYS.map(str),
        st.sampled_from([0, 1]),
    ),
    max_size=2,
)
MEMBERS = st.builds(
    lambda permissions, stays, legs: member(*permissions, stays=stays, legs=legs),
    PERMISSIONS,
    STAYS,
    LEGS,
)


@trials(4, many=12)  # a ledger each
@given(office=st.lists(MEMBERS, min_size=1, max_size=6))
def test_narrowing_loses_nobody_whom_the_pure_rule_would_tell(office: list[Someone]) -> None:
    with TemporaryDirectory() as folder:
        path = write_office(Path(folder), office, frozenset())
        narrowed = told(watch_list(ReviewRequest(path, AS_OF), LIMITS).cells)
        with open_ledger(path) as ledger:
            members = [one for one in people(ledger) if is_member(one, AS_OF)]

            gone = [one for one in people(ledger) if not is_member(one, AS_OF)]

    every = {
        one.person_id: [w.kind for w in early_warnings(Watched(one), LIMITS, AS_OF)]
        for one in members
    }
    every |= {
        one.person_id: [w.kind for w in introduction_due(one, LIMITS, AS_OF)] for one in gone
    }
    assert narrowed == {person_id: kinds for person_id, kinds in every.items() if kinds}
