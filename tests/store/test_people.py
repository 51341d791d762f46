"""Everybody, with all that the ledger holds of each."""

from pathlib import Path

import pytest

from partyroll.model import ExitKind, Gender, Person, Reason, Source, Status
from partyroll.store import people as people_module
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from store import papers, shelf


def everyone(path: Path, known_at: int | None = None) -> dict[str, Person]:
    with open_ledger(path, known_at=known_at) as ledger:
        return {person.full_name: person for person in people(ledger)}


def test_a_person_is_who_the_roster_says(ledger_path: Path) -> None:
    row = papers.someone(
        gender=Gender.FEMALE,
        birth_date=papers.day("1980-02"),
        admission_date=papers.day("2001"),
        official_date=papers.day("2002-03-04"),
        hometown="xã Mẫu",
        status=Status.OFFICIAL,
        note="ở xa",
    )
    shelf.record(ledger_path, papers.file(papers.roster(row)))
    person = everyone(ledger_path)[papers.AN]

    assert (person.gender, str(person.birth_date)) == (Gender.FEMALE, "1980-02")
    assert (str(person.admission_date), str(person.official_date)) == ("2001", "2002-03-04")
    assert (person.hometown, person.note) == ("xã Mẫu", "ở xa")
    assert (person.card_no, person.stated_status) == (papers.CARDS[papers.AN], Status.OFFICIAL)


def test_what_no_paper_says_is_not_there(cell: Path) -> None:
    person = everyone(cell)[papers.AN]

    assert (person.gender, person.admission_date, person.national_id) == (None, None, None)
    assert (person.hometown, person.stated_status, person.note) == (None, None, "")


def test_a_person_knows_the_row_that_names_them(cell: Path) -> None:
    assert everyone(cell)[papers.BINH].source == Source("danh sach.xlsx", "roster", 3)


def test_a_person_belongs_to_the_unit_of_the_roster_since_always(cell: Path) -> None:
    [stay] = everyone(cell)[papers.AN].stays

    assert (stay.start, stay.end, stay.temporary) == (None, None, False)


def test_an_exit_carries_its_paper_and_all_its_reasons_in_order(cell: Path) -> None:
    reasons = (Reason.UNSTATED, *[r for r in Reason if r is not Reason.UNSTATED][:2])
    row = papers.leaving(
        decision_no="12-QĐ/ĐU",
        decision_date=papers.day("2024-05-06"),
        event_date=papers.day("2024"),
        reasons=reasons,
        reason_text="bỏ sinh hoạt",
        form_text="xóa tên",
        probationary=True,
    )
    shelf.record(cell, papers.file(papers.exits(row)))
    [event] = everyone(cell)[papers.AN].events

    assert (event.decision_no, str(event.decision_date)) == ("12-QĐ/ĐU", "2024-05-06")
    assert (event.reasons, event.probationary) == (reasons, True)
    assert (event.reason_text, event.form_text) == ("bỏ sinh hoạt", "xóa tên")


def test_moving_away_is_a_transfer_and_no_life_event(cell: Path) -> None:
    row = papers.leaving(kind=ExitKind.OUT, event_date=papers.day("2024-05"))
    shelf.record(cell, papers.file(papers.exits(row)))
    person = everyone(cell)[papers.AN]

    assert person.events == ()
    assert [(leg.out, leg.temporary, str(leg.leg_date)) for leg in person.legs] == [
        (True, False, "2024-05")
    ]


def test_a_permission_carries_its_dates(cell: Path) -> None:
    row = papers.someone(exempt_activity=True, exempt_since=papers.day("2020-01"))
    shelf.record(cell, papers.file(papers.roster(row)))
    [permission] = everyone(cell)[papers.AN].permissions

    assert str(permission.start) == "2020-01"


def test_whoever_a_newer_roster_leaves_out_is_marked_missing(cell: Path) -> None:
    rows = [papers.someone(papers.AN, 2), papers.someone(papers.BINH, 3)]
    shelf.record(cell, papers.file(papers.roster(*rows), name="moi.xlsx"))

    assert {name for name, person in everyone(cell).items() if person.missing} == {papers.CHI}


def test_what_was_known_earlier_can_be_read(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.roster(papers.someone(note="ở xa"))))

    assert everyone(cell)[papers.AN].note == "ở xa"
    assert everyone(cell, known_at=2)[papers.AN].note == ""
    assert everyone(cell, known_at=0) == {}


def test_chosen_people_are_read_in_pieces(cell: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_module, "CHUNK", 1)
    chosen = [everyone(cell)[name].person_id for name in (papers.AN, papers.CHI)]
    with open_ledger(cell) as ledger:
        found = [person.full_name for person in people(ledger, chosen)]

    assert sorted(found) == sorted([papers.AN, papers.CHI])
