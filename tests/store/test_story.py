"""One person's story: each word with the first place that said it."""

from pathlib import Path

import pytest

from partyroll.store.ledger import open_ledger
from partyroll.store.story import Said, attributes, book_years, find_people
from store import papers, shelf


def person(path: Path, name: str = papers.AN) -> str:
    with open_ledger(path) as ledger:
        [person_id] = find_people(ledger, name)
        return person_id


def said(path: Path, name: str, known_at: int | None = None) -> list[Said]:
    """Return all that was said of An under `name`."""
    person_id = person(path)
    with open_ledger(path, known_at=known_at) as ledger:
        return [one for one in attributes(ledger, person_id) if one.name == name]


# --- Finding ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "wanted",
    [papers.AN, "nguyen thu an", "099000000001", "099.000.000.001", "NGUYỄN THỬ AN"],
)
def test_a_person_is_found_by_name_or_number(cell: Path, wanted: str) -> None:
    assert person(cell, wanted) == person(cell)


def test_a_person_is_found_by_id(cell: Path) -> None:
    assert person(cell, person(cell)) == person(cell)


def test_nobody_is_found_by_a_strange_name(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        assert find_people(ledger, "Phạm Thử Dung") == []


@pytest.fixture
def alike(ledger_path: Path) -> Path:
    """Hoà and Hoa: alike without accents."""
    rows = [papers.someone("Lê Thử Hoa", 2), papers.someone("Lê Thử Hoá", 3)]
    shelf.record(ledger_path, papers.file(papers.roster(*rows)))
    return ledger_path


def test_a_name_typed_without_accents_may_mean_several(alike: Path) -> None:
    with open_ledger(alike) as ledger:
        assert len(find_people(ledger, "le thu hoa")) == 2


def test_a_name_as_written_means_the_one_written_so(alike: Path) -> None:
    with open_ledger(alike) as ledger:
        assert len(find_people(ledger, "Lê Thử Hoa")) == 1


# --- What was said ------------------------------------------------------------------------
def test_a_word_is_told_with_the_first_place_that_said_it(cell: Path) -> None:
    again = papers.roster(papers.someone(birth_date=papers.day("1980-02-03"), note="ở xa"))
    shelf.record(cell, papers.file(again, name="moi.xlsx"))
    [born] = said(cell, "birth_date")

    assert (born.value, born.change, born.until) == ("1980-02-03", 1, None)
    assert (born.source.file, born.source.row) == ("danh sach.xlsx", 2)


def test_a_word_replaced_is_told_with_the_change_that_replaced_it(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.roster(papers.someone(note="ở xa"))))
    shelf.record(cell, papers.file(papers.roster(papers.someone(note="đã về"))))

    assert [(one.value, one.change, one.until) for one in said(cell, "note")] == [
        ("ở xa", 3, 4),
        ("đã về", 4, None),
    ]


def test_what_was_never_said_is_not_told(cell: Path) -> None:
    assert said(cell, "hometown") == []


def test_what_was_known_earlier_is_told_as_it_was(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.roster(papers.someone(note="ở xa"))))
    shelf.record(cell, papers.file(papers.roster(papers.someone(note="đã về"))))

    assert [(one.value, one.until) for one in said(cell, "note", known_at=3)] == [
        ("ở xa", None)
    ]
    assert said(cell, "note", known_at=2) == []
    assert said(cell, "note", known_at=0) == []


def test_dated_attributes_are_told_too(cell: Path) -> None:
    row = papers.someone(attributes={"occupation": "nông dân"})
    shelf.record(cell, papers.file(papers.roster(row)))

    assert [one.value for one in said(cell, "occupation")] == ["nông dân"]


def test_of_someone_taken_back_nothing_is_said_now(cell: Path) -> None:
    person_id = person(cell)
    shelf.take_back(cell, 2)
    shelf.take_back(cell, 1)
    with open_ledger(cell) as ledger:
        still = [one for one in attributes(ledger, person_id) if one.until is None]

    assert still == []


def test_the_years_of_a_persons_books(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        assert book_years(ledger, person(cell)) == [2024]
        assert book_years(ledger, person(cell, papers.CHI)) == []
