"""Contradictions: what cannot be true at once, each told once and nothing corrected."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from e2e.books import AN, BINH, CELL, CHI, EXITS, Rows, roster, roster_rows, workbook
from e2e.desk import NOW, Desk
from partyroll.model import EventKind, LifeEvent, Person, Severity, Stay
from partyroll.period import PartialDate
from partyroll.store.ledger import create_ledger, open_ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.checking import CHECKS, Contradiction, Everything

TODAY = date(2026, 1, 15)
DAY = PartialDate.parse
SOMEONE = Person("p1", "Lò Văn An", birth_date=DAY("1970-02-01"), admission_date=DAY("1995"))
DECIDED = LifeEvent(
    "e1", EventKind.REMOVED, decision_no="12-QĐ/ĐU", decision_date=DAY("2023-03-05")
)
Found = Callable[..., list[Contradiction]]


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Found]:
    """Check people that an empty ledger is taken to hold."""
    path = tmp_path / "partyroll.db"
    create_ledger(path, at=NOW)
    with open_ledger(path) as ledger:
        units = UnitHistory(ledger).on(TODAY)

        def check(*people: Person) -> list[Contradiction]:
            everything = Everything(ledger, people, units, TODAY)
            return [one for look in CHECKS for one in look(everything)]

        yield check


def codes(contradictions: list[Contradiction]) -> list[str]:
    return [one.code for one in contradictions]


def test_a_plain_person_contradicts_nothing(found: Found) -> None:
    assert found(SOMEONE) == []


def test_a_date_before_the_one_it_follows_is_an_error(found: Found) -> None:
    (one,) = found(replace(SOMEONE, official_date=DAY("1994-05-01")))

    assert (one.code, one.severity) == ("dates_out_of_order", Severity.ERROR)
    assert one.message == "ngày chính thức (01/05/1994) trước ngày vào Đảng (1995)"


def test_dates_that_may_be_in_order_are_left_in_peace(found: Found) -> None:
    assert found(replace(SOMEONE, official_date=DAY("1995-01-01"))) == []


def test_a_day_to_come_is_an_error(found: Found) -> None:
    assert codes(found(replace(SOMEONE, admission_date=DAY("2027-01-01")))) == ["future_date"]


def test_two_official_places_at_once_are_an_error(found: Found) -> None:
    stays = (Stay("a"), Stay("b", date(2025, 1, 1)), Stay("c", temporary=True))

    assert codes(found(replace(SOMEONE, stays=stays))) == ["overlapping_stays"]


def test_one_place_after_the_other_is_none(found: Found) -> None:
    stays = (Stay("a", None, date(2025, 1, 1)), Stay("b", date(2025, 1, 1)))

    assert found(replace(SOMEONE, stays=stays)) == []


def test_a_removal_needs_the_number_and_day_of_its_decision(found: Found) -> None:
    bare = replace(DECIDED, decision_no="")

    assert found(replace(SOMEONE, events=(DECIDED,))) == []
    assert codes(found(replace(SOMEONE, events=(bare,)))) == ["exit_without_decision"]


def test_a_death_needs_no_decision_but_its_day(found: Found) -> None:
    death = LifeEvent("e2", EventKind.DIED)

    (one,) = found(replace(SOMEONE, events=(death,)))

    assert (one.code, one.severity) == ("exit_without_date", Severity.WARNING)


def test_nobody_leaves_twice(found: Found) -> None:
    twice = (DECIDED, replace(DECIDED, event_id="e3", kind=EventKind.EXPELLED))

    assert codes(found(replace(SOMEONE, events=twice))) == ["several_exits"]


def test_who_is_missing_from_a_newer_list_is_a_warning(found: Found) -> None:
    (one,) = found(replace(SOMEONE, missing=True))

    assert (one.code, one.severity) == ("missing_from_newer_roster", Severity.WARNING)


def test_who_is_missing_because_they_left_is_not(found: Found) -> None:
    assert found(replace(SOMEONE, missing=True, events=(DECIDED,))) == []


# --- The arithmetic of the roll -----------------------------------------------------------
def declared(folder: Path, **years: int) -> Path:
    heading = ("STT", "Đơn vị", *(f"Năm {year[1:]}" for year in years))
    sheet: Rows = [("SỐ ĐẢNG VIÊN CUỐI NĂM",), heading, (1, CELL, *years.values())]
    return workbook(folder / "so-lieu.xlsx", {"Số đảng viên": sheet})


def contradictions(desk: Desk) -> list[tuple[str, str]]:
    said = desk("check", "--json").json["contradictions"]
    return [(one["code"], one["message"]) for one in said]


def test_a_year_end_that_the_roll_does_not_give_is_told(desk: Desk) -> None:
    desk("import", roster(desk.folder), declared(desk.folder, y2024=4, y2025=4))

    assert contradictions(desk) == [
        ("roll_differs", "cuối năm 2025 báo cáo 4 đảng viên, danh sách có 3")
    ]


def test_a_year_end_that_agrees_is_silent(desk: Desk) -> None:
    desk("import", roster(desk.folder), declared(desk.folder, y2024=3, y2025=3))

    assert contradictions(desk) == []


def test_a_loss_that_no_paper_explains_is_told(desk: Desk) -> None:
    gone = [
        (1, "Lò Văn Dũng", "1960", CELL, "Xóa tên", "12-QĐ/ĐU", "05/03/2025", "Bỏ sinh hoạt")
    ]
    exits = workbook(desk.folder / "ra.xlsx", {"Ra khỏi Đảng": [EXITS, *gone]})
    listed = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BINH, CHI])})
    desk("import", listed, exits, declared(desk.folder, y2024=6, y2025=3))

    assert contradictions(desk) == [
        (
            "flow_unexplained",
            "năm 2025 từ 6 xuống 3 đảng viên, nhưng còn thiếu giấy tờ của 2 người",
        )
    ]


# --- Remarks without a paper --------------------------------------------------------------
def test_a_remark_that_somebody_is_elsewhere_waits_for_its_paper(found: Found) -> None:
    (one,) = found(replace(SOMEONE, note="đang sinh hoạt tạm thời tại phường Mẫu"))

    assert (one.code, one.severity) == ("remark_without_paper", Severity.WARNING)
    assert one.subject == "Lò Văn An"
    assert "“đang sinh hoạt tạm thời tại phường Mẫu”" in one.message
    assert "partyroll excuse add" in one.message


def test_a_remark_with_its_record_or_of_another_time_is_left_in_peace(found: Found) -> None:
    elsewhere = Stay("u2", date(2025, 5, 1), date(2026, 5, 1), temporary=True)
    there = replace(SOMEONE, note="sinh hoạt tạm thời tại phường Mẫu", stays=(elsewhere,))

    assert found(there) == []
    assert found(replace(SOMEONE, note="nằm viện từ 3/2019 đến 5/2019")) == []
    assert found(replace(SOMEONE, note="Tổ trưởng tổ 3")) == []
