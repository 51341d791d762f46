"""What an undo leaves behind: changed since, needed since, or with no way back."""

from pathlib import Path

from partyroll.model import ExitKind
from partyroll.read.facts import ReadFile
from partyroll.store.kept import Stayed, Why, stayed
from partyroll.store.ledger import open_ledger
from partyroll.store.undo import undo_change
from store import papers, shelf


def book(*written: tuple[str, str]) -> ReadFile:
    rows = [papers.letters(text, name, row) for row, (name, text) in enumerate(written, 2)]
    return papers.file(papers.dues(*rows), name="dang phi.xlsx")


def take_back(path: Path, number: int) -> tuple[Stayed, ...]:
    with open_ledger(path, write=True) as ledger:
        return stayed(ledger, undo_change(ledger, number, actor="thử", at=shelf.NOW))


def of(found: tuple[Stayed, ...], table: str) -> list[Stayed]:
    return [one for one in found if one.table == table]


def test_in_reverse_order_nothing_stays(cell: Path) -> None:
    assert take_back(cell, 2) == ()
    assert take_back(cell, 1) == ()


def test_a_row_corrected_since_names_the_change_and_the_person(cell: Path) -> None:
    shelf.record(cell, book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))

    found = take_back(cell, 2)

    assert of(found, "book_line") == [
        Stayed("book_line", Why.CHANGED, 1, 3, 1, (papers.AN,)),
    ]


def test_people_whom_a_later_book_names_stay_because_of_it(cell: Path) -> None:
    found = take_back(cell, 1)

    names = (papers.AN, papers.BINH)
    assert of(found, "person_version") == [
        Stayed("person_version", Why.NEEDED, 2, 2, 2, tuple(sorted(names)))
    ]
    assert [(one.why, one.change) for one in of(found, "unit_version")] == [(Why.NEEDED, 2)]


def test_what_a_later_change_wrote_over_has_no_way_back(cell: Path) -> None:
    noted = papers.someone(papers.AN, birth_date=papers.day("1980-02-03"), note="một")
    shelf.record(cell, papers.file(papers.roster(noted)))
    again = papers.someone(papers.AN, birth_date=papers.day("1980-02-03"), note="hai")
    shelf.record(cell, papers.file(papers.roster(again)))

    found = take_back(cell, 3)

    own = of(found, "person_version")
    assert Stayed("person_version", Why.CHANGED, 1, 4, 1, (papers.AN,)) in own
    assert Stayed("person_version", Why.REPLACED, 1, 4, 1, (papers.AN,)) in own
    notes = shelf.ask(
        cell, "SELECT note FROM person_version WHERE change_out IS NULL AND note IS NOT NULL"
    )
    assert notes == [("hai",)]


def test_an_exit_that_later_reasons_speak_of_stays(cell: Path) -> None:
    leaving = papers.leaving(kind=ExitKind.REMOVED, decision_date=papers.day("2024-03-05"))
    shelf.record(cell, papers.file(papers.exits(leaving), name="ra.xlsx"))

    found = take_back(cell, 1)

    assert {(one.why, one.change) for one in of(found, "person_version")} == {(Why.NEEDED, 2)}


def test_every_kept_row_is_in_one_group(cell: Path) -> None:
    shelf.record(cell, book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))
    with open_ledger(cell, write=True) as ledger:
        undone = undo_change(ledger, 1, actor="thử", at=shelf.NOW)
        found = stayed(ledger, undone)

    counted = {kept.table: kept.count for kept in undone.kept}
    assert {table: sum(one.count for one in of(found, table)) for table in counted} == counted
