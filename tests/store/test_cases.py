"""Who could be on a list, and all that the rule may look at for each."""

from pathlib import Path

import pytest

from partyroll.model import BookKind, Case, ExitKind, Ground
from partyroll.period import Month
from partyroll.read.facts import StatedPayment
from partyroll.store import schema
from partyroll.store.cases import candidates, cases
from partyroll.store.changes import begin_change
from partyroll.store.digests import Value
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from store import papers, shelf


def listed(path: Path, year: int = 2024, *, late_counts: bool = False) -> set[str]:
    """Return the names of the candidates of a year."""
    with open_ledger(path) as ledger:
        chosen = candidates(ledger, [year], late_counts=late_counts)
        return {person.full_name for person in people(ledger, chosen)}


def case_of(path: Path, name: str, *years: int) -> Case:
    with open_ledger(path) as ledger:
        everyone = [person.person_id for person in people(ledger)]
        found = {p.full_name: case for p, case in cases(ledger, everyone, years or [2024])}
    return found[name]


# --- Narrowing ----------------------------------------------------------------------------
def test_whoever_paid_every_month_is_no_candidate(cell: Path) -> None:
    assert papers.AN not in listed(cell)


def test_a_stated_debt_makes_a_candidate(cell: Path) -> None:
    assert papers.BINH in listed(cell)


def test_someone_without_a_row_in_the_book_of_the_unit_is_a_candidate(cell: Path) -> None:
    assert papers.CHI in listed(cell)


@pytest.mark.parametrize(
    "open_", ["PPPPPPPPPPP.", "PPPPPPPPPPPN", "?PPPPPPPPPPP", "DPPPPPPPPPPP"]
)
def test_every_letter_that_is_not_settled_makes_a_candidate(
    ledger_path: Path, open_: str
) -> None:
    shelf.record(ledger_path, papers.file(papers.dues(papers.letters(open_))))

    assert listed(ledger_path) == {papers.AN}


def test_exempt_and_not_due_months_are_settled(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.dues(papers.letters("XXXXXXoooPPP"))))

    assert listed(ledger_path) == set()


def test_a_meeting_missed_makes_a_candidate(ledger_path: Path) -> None:
    rows = [papers.letters("++-", papers.AN, 2), papers.letters("+++", papers.BINH, 3)]
    shelf.record(ledger_path, papers.file(papers.meetings(*rows)))
    meetings_only = listed(ledger_path)

    assert papers.AN in meetings_only


def test_another_year_has_other_candidates(cell: Path) -> None:
    assert listed(cell, 2023) == set()


def test_late_payments_make_candidates_only_where_they_count(ledger_path: Path) -> None:
    late = StatedPayment(Month(2024, 1), "D2", papers.day("2024-06-01"), 10_000)
    row = papers.letters("PPPPPPPPPPPP", payments=(late,))
    shelf.record(ledger_path, papers.file(papers.dues(row)))

    assert listed(ledger_path) == set()
    assert listed(ledger_path, late_counts=True) == {papers.AN}


# --- Cases --------------------------------------------------------------------------------
def test_a_line_knows_its_letters_and_the_cell_of_each(cell: Path) -> None:
    [line] = case_of(cell, papers.BINH).lines

    assert (line.kind, line.year, line.letters) == (BookKind.DUES, 2024, "UUU.PPPPPPPP")
    assert (line.columns[0], line.columns[11]) == ("C", "N")
    assert (line.source.file, line.source.row) == ("dang phi.xlsx", 3)


def test_a_line_of_meetings_counts_its_columns_from_the_first(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.meetings(papers.letters("+-+"))))
    [line] = case_of(ledger_path, papers.AN).lines

    assert (line.kind, line.months, line.columns) == (
        BookKind.MEETINGS,
        (1, 2, 3),
        {0: "C", 1: "D", 2: "E"},
    )


def test_notes_stand_by_their_month(ledger_path: Path) -> None:
    row = papers.letters("PPNPPPPPPPPP", notes={2: "đi làm xa"}, remark="xem lại")
    shelf.record(ledger_path, papers.file(papers.dues(row)))
    [line] = case_of(ledger_path, papers.AN).lines

    assert (line.notes, line.remark) == ({2: "đi làm xa"}, "xem lại")


def test_payments_carry_their_day_and_their_cell(ledger_path: Path) -> None:
    paid = StatedPayment(Month(2024, 1), "D2", papers.day("2024-06-01"), 10_000, 3, own=True)
    row = papers.letters("PPPPPPPPPPPP", payments=(paid,))
    shelf.record(ledger_path, papers.file(papers.dues(row)))
    [payment] = case_of(ledger_path, papers.AN).payments

    assert (str(payment.month), str(payment.paid_on), payment.amount) == (
        "2024-01",
        "2024-06-01",
        10_000,
    )
    assert (payment.span, payment.own, payment.source.cell) == (3, True, "D2")


def test_books_of_other_years_are_left_out(cell: Path) -> None:
    assert case_of(cell, papers.BINH, 2023).lines == ()


def test_a_case_knows_when_its_person_left(cell: Path) -> None:
    row = papers.leaving(decision_date=papers.day("2024-05-06"))
    shelf.record(cell, papers.file(papers.exits(row)))

    assert str(case_of(cell, papers.AN).left) == "2024-05-06"


def test_a_case_carries_excuses(cell: Path) -> None:
    with open_ledger(cell, write=True) as ledger:
        person_id = next(p.person_id for p in people(ledger) if p.full_name == papers.AN)
        excuse: dict[str, Value] = {
            "excuse_id": "E1",
            "person_id": person_id,
            "ground": "UNPAID_DUES",
            "kind": "ILLNESS",
            "valid_from": "2024-01",
            "valid_to": "2024-03",
            "accepted": 1,
        }
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(schema.excuse, [excuse])
        change.finish()
    [found] = case_of(cell, papers.AN).excuses

    assert (found.ground, found.accepted) == (Ground.UNPAID_DUES, True)
    assert (str(found.start), str(found.end)) == ("2024-01-01", "2024-03-31")


def test_an_exit_by_transfer_is_an_exit(cell: Path) -> None:
    row = papers.leaving(kind=ExitKind.OUT, event_date=papers.day("2024-05"))
    shelf.record(cell, papers.file(papers.exits(row)))

    assert str(case_of(cell, papers.AN).left) == "2024-05"
