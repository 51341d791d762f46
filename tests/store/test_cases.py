"""All that the rule may look at for each person."""

from pathlib import Path

from partyroll.model import BookKind, Case, ExitKind, Ground
from partyroll.period import Month
from partyroll.read.facts import StatedPayment
from partyroll.store import schema
from partyroll.store.cases import cases
from partyroll.store.changes import begin_change
from partyroll.store.digests import Value
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from store import papers, shelf


def case_of(path: Path, name: str, *years: int) -> Case:
    with open_ledger(path) as ledger:
        everyone = [person.person_id for person in people(ledger)]
        found = {p.full_name: case for p, case in cases(ledger, everyone, years or [2024])}
    return found[name]


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


def test_a_line_knows_its_sums_and_its_rate(ledger_path: Path) -> None:
    sums = (10_000, 5_000, *[None] * 10)
    row = papers.letters("PPPPPPPPPPPP", amounts=sums, rate=10_000)
    shelf.record(ledger_path, papers.file(papers.dues(row)))
    [line] = case_of(ledger_path, papers.AN).lines

    assert (line.amounts, line.rate) == (sums, 10_000)
    assert [line.amount(place) for place in (1, 2, 12)] == [5_000, None, None]


def test_a_line_without_a_rate_knows_none(cell: Path) -> None:
    [line] = case_of(cell, papers.BINH).lines

    assert line.rate is None


def test_a_case_carries_the_moves_of_its_person(cell: Path) -> None:
    row = papers.leaving(kind=ExitKind.OUT, decision_date=papers.day("2024-05-06"))
    shelf.record(cell, papers.file(papers.exits(row)))
    [leg] = case_of(cell, papers.AN).legs

    assert (leg.out, leg.temporary, str(leg.on)) == (True, False, "2024-05-06")
    assert case_of(cell, papers.AN).returned is None


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
