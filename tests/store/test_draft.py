"""A draft writes differences only: what the ledger says already stays as it was said."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from partyroll.store.changes import begin_change
from partyroll.store.digests import Value
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.ledger import open_ledger
from store import papers, shelf

FIGURE = "declared"


def figure(number: int, unit: str = "U1", year: int = 2024) -> Mapping[str, str | int | None]:
    return {"what": "members", "unit_id": unit, "year": year, "number": number, "cell": "C2"}


@pytest.fixture
def draft(ledger_path: Path) -> Iterator[Draft]:
    """A draft over an empty ledger; nothing is written."""
    with open_ledger(ledger_path) as ledger:
        yield Draft(ledger)


def settle(path: Path, number: int, *more: int) -> tuple[int, int]:
    """Put a figure into the ledger's one unit, then others in its place, in one change.

    Returns how many rows were opened and closed.
    """
    with open_ledger(path, write=True) as ledger:
        draft = Draft(ledger)
        draft.load(FIGURE, what=["members"])
        [unit_id] = ledger.db.exec_driver_sql("SELECT unit_id FROM unit").scalars()
        for stated in (number, *more):
            draft.put(FIGURE, figure(stated, unit_id), None)
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        draft.write(change)
        change.finish()
        return change.opened, change.closed


# --- Outcomes -----------------------------------------------------------------------------
def test_what_the_ledger_does_not_have_is_added(draft: Draft) -> None:
    assert draft.put(FIGURE, figure(30)) is Outcome.ADDED


def test_what_was_just_said_is_unchanged(draft: Draft) -> None:
    draft.put(FIGURE, figure(30))

    assert draft.put(FIGURE, figure(30)) is Outcome.UNCHANGED


def test_another_figure_in_the_same_place_is_a_change(draft: Draft) -> None:
    draft.put(FIGURE, figure(30))

    assert draft.put(FIGURE, figure(31)) is Outcome.CHANGED


def test_another_year_is_another_place(draft: Draft) -> None:
    draft.put(FIGURE, figure(30))

    assert draft.put(FIGURE, figure(30, year=2025)) is Outcome.ADDED


def test_the_same_words_elsewhere_are_no_change(draft: Draft) -> None:
    draft.put(FIGURE, figure(30), Place("S1", "Sheet1", 2))

    assert draft.put(FIGURE, figure(30), Place("S2", "Sheet9", 7)) is Outcome.UNCHANGED


def test_what_is_not_said_is_blank(draft: Draft) -> None:
    draft.put("person_version", {"person_id": "P1", "full_name": papers.AN})

    row = draft.rows("person_version")[("P1",)]
    assert (row["card_no"], row["on_roster"]) == (None, 0)


# --- What is written ----------------------------------------------------------------------
@pytest.fixture
def counted(cell: Path) -> Path:
    """A cell with its declared number of members: 30."""
    settle(cell, 30)
    return cell


def test_an_equal_fact_is_not_written_again(counted: Path) -> None:
    assert settle(counted, 30) == (0, 0)


def test_a_different_fact_closes_the_old_one(counted: Path) -> None:
    assert settle(counted, 31) == (1, 1)


def test_only_the_last_word_of_a_change_is_written(counted: Path) -> None:
    assert settle(counted, 31, 32, 33) == (1, 1)


def test_a_word_taken_back_within_the_change_is_no_difference(counted: Path) -> None:
    assert settle(counted, 31, 30) == (0, 0)


def test_differences_count_openings_and_closings(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        draft.put(FIGURE, figure(31, str(key[1])))

        assert draft.differences() == 2
        assert draft.differences(apart_from=frozenset({FIGURE})) == 0


def test_a_fact_outside_the_loaded_scope_is_not_known(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)

        assert draft.load(FIGURE, year=[1999]) == {}


def test_what_is_loaded_when_needed_is_known_once_it_is_stated(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        draft.load_when_needed("person_version")
        [person_id] = ledger.db.exec_driver_sql(
            "SELECT person_id FROM person_version LIMIT 1"
        ).scalars()

        outcome = draft.put("person_version", {"person_id": person_id, "full_name": papers.AN})

    assert outcome is Outcome.CHANGED


def test_what_is_loaded_when_needed_is_there_when_it_is_asked_for(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        draft.load_when_needed("person_version")

        assert len(draft.rows("person_version")) == len(list(draft.before("person_version")))
        assert draft.rows("person_version")


def test_what_is_loaded_when_needed_can_be_ended_at_once(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        draft.load_when_needed("person_version")
        [person_id] = ledger.db.exec_driver_sql(
            "SELECT person_id FROM person_version LIMIT 1"
        ).scalars()

        draft.end("person_version", (person_id,))

        assert draft.differences() == 1


def test_a_new_person_needs_nothing_of_what_the_ledger_has(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        draft.load_when_needed("person_version")
        person_id = draft.identify("person", "somebody else")

        draft.put("person_version", {"person_id": person_id, "full_name": papers.AN})

        assert [*draft.compared("person_version")] == [
            (None, {"person_id": person_id, "full_name": papers.AN})
        ]
        assert draft.differences() == 1


# --- Ending and keeping -------------------------------------------------------------------
def test_a_fact_ended_is_closed(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        draft.end(FIGURE, key)

        assert draft.rows(FIGURE) == {}
        assert draft.differences() == 1


def test_a_fact_ended_stays_ended_when_it_is_read_again(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        draft.end(FIGURE, key)

        assert draft.load(FIGURE, what=["members"]) == {}


def test_a_fact_added_and_ended_leaves_nothing_to_write(draft: Draft) -> None:
    draft.put(FIGURE, figure(30))
    draft.end(FIGURE, ("members", "U1", 2024))

    assert draft.differences() == 0


def test_ending_what_is_not_there_is_nothing(draft: Draft) -> None:
    draft.end(FIGURE, ("members", "U1", 2024))

    assert draft.differences() == 0


def test_what_no_row_of_the_file_named_is_untouched(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        before = draft.untouched(FIGURE)
        draft.put(FIGURE, figure(30, str(key[1])))

        assert before == [key]
        assert draft.untouched(FIGURE) == []


def test_a_fact_stated_anew_is_told_as_it_was_and_as_it_will_be(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        draft.put(FIGURE, figure(31, str(key[1])))
        draft.put(FIGURE, figure(32, str(key[1]), year=2025))
        [(before, after)] = draft.altered(FIGURE)

        assert (before["number"], after["number"]) == (30, 31)


def test_a_fact_ended_is_not_stated_anew(counted: Path) -> None:
    with open_ledger(counted) as ledger:
        draft = Draft(ledger)
        [key] = draft.load(FIGURE, what=["members"])
        draft.put(FIGURE, figure(31, str(key[1])))
        draft.end(FIGURE, key)

        assert list(draft.altered(FIGURE)) == []


# --- Who and where ------------------------------------------------------------------------
def test_someone_imported_again_after_an_undo_has_the_same_id(ledger_path: Path) -> None:
    workbook = papers.file(papers.roster(papers.someone(papers.AN)))
    shelf.record(ledger_path, workbook)
    before = shelf.ask(ledger_path, "SELECT person_id, person_uid FROM person")
    shelf.take_back(ledger_path, 1)

    shelf.record(ledger_path, workbook)

    assert shelf.ask(ledger_path, "SELECT person_id, person_uid FROM person") == before


def test_two_people_known_by_the_same_words_have_two_ids(draft: Draft) -> None:
    assert draft.identify("person", "nguyen thu an") != draft.identify(
        "person", "nguyen thu an"
    )


def test_an_id_freed_by_an_undo_is_used_once(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.headcounts(3)))
    shelf.take_back(ledger_path, 1)
    with open_ledger(ledger_path) as ledger:
        [origin] = ledger.db.exec_driver_sql("SELECT origin_key FROM unit").scalars()
        draft = Draft(ledger)
        spare = draft._spare_ids("unit")  # noqa: SLF001 (what an undo left free)

        assert list(spare) == [origin]


def test_what_someone_was_first_known_by_is_not_kept_in_clear(cell: Path) -> None:
    [*origins] = shelf.ask(cell, "SELECT origin_key FROM person")

    assert {len(origin) for (origin,) in origins} == {32}
    assert not any("099" in origin and "thử" in origin for (origin,) in origins)


def test_the_same_bytes_under_the_same_name_are_one_source(cell: Path) -> None:
    facts: dict[str, Value] = {"content_sha256": "x", "size": 1}
    with open_ledger(cell) as ledger:
        draft = Draft(ledger)
        [sha256] = ledger.db.exec_driver_sql(
            "SELECT sha256 FROM source WHERE file_name = 'danh sach.xlsx'"
        ).scalars()
        [known] = ledger.db.exec_driver_sql(
            "SELECT source_id FROM source WHERE file_name = 'danh sach.xlsx'"
        ).scalars()

        assert draft.add_source(file_name="danh sach.xlsx", sha256=sha256, **facts) == known
        assert draft.add_source(file_name="khac.xlsx", sha256=sha256, **facts) != known
