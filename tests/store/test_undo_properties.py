"""What holds for every history: imports taken back leave the ledger as it was."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partyroll.read.facts import ReadFile
from partyroll.read.workbook import read_workbook
from store import papers, shelf, stories
from trials import trials

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in (ROOT / "tests" / "rosters", ROOT / "data" / "sample")
    for path in folder.iterdir()
    # A plan is carried out, not imported.
    if path.suffix in {".xlsx", ".ods"} and not path.name.startswith("reorganisation")
)

quick = trials(3, many=8)
long = settings(deadline=None, max_examples=300)


def record_each(path: Path, history: list[ReadFile]) -> list[tuple[int, str]]:
    """Record the workbooks one by one; return each change with the digest before it."""
    changes = []
    for workbook in history:
        before = shelf.digest(path)
        number = shelf.record(path, workbook)
        if number is not None:
            changes.append((number, before))
    return changes


def undone_in_reverse(history: list[ReadFile]) -> None:
    with stories.new_ledger() as path:
        for number, before in reversed(record_each(path, history)):
            undone = shelf.take_back(path, number)

            assert shelf.digest(path) == before
            assert not undone.kept
        assert shelf.broken(path) == []


def undone_in_any_order(history: list[ReadFile], order: list[int]) -> None:
    with stories.new_ledger() as path:
        numbers = [number for number, _ in record_each(path, history)]
        for number in sorted(numbers, key=lambda n: order[n % len(order)]):
            shelf.take_back(path, number)

            assert dangling(path) == []
            again = shelf.record(path, history[0])
            if again is not None:
                shelf.take_back(path, again)
        assert shelf.broken(path) == []


def dangling(path: Path) -> list[tuple[object, ...]]:
    """Return live rows that speak of someone or something the ledger does not describe."""
    return shelf.ask(
        path,
        """
        WITH said (name, person_id, unit_id) AS (
            SELECT 'assignment', person_id, unit_id FROM assignment WHERE change_out IS NULL
            UNION ALL
            SELECT 'line', person_id, unit_id FROM book_line WHERE change_out IS NULL
            UNION ALL
            SELECT 'event', person_id, unit_id FROM life_event WHERE change_out IS NULL
            UNION ALL
            SELECT 'leg', person_id, unit_id FROM transfer_leg WHERE change_out IS NULL
            UNION ALL
            SELECT 'permission', person_id, NULL FROM permission WHERE change_out IS NULL
            UNION ALL
            SELECT 'away', person_id, unit_id FROM away WHERE change_out IS NULL
            UNION ALL
            SELECT 'rating', person_id, unit_id FROM rating WHERE change_out IS NULL
            UNION ALL
            SELECT 'candidate', NULL, unit_id FROM candidate WHERE change_out IS NULL
            UNION ALL
            SELECT 'payment', person_id, NULL FROM payment WHERE change_out IS NULL
            UNION ALL
            SELECT 'parent', NULL, parent_id FROM unit_version WHERE change_out IS NULL
        )
        SELECT said.* FROM said
        LEFT JOIN person_version AS p ON p.person_id = said.person_id AND p.change_out IS NULL
        LEFT JOIN unit_version AS u ON u.unit_id = said.unit_id AND u.change_out IS NULL
        WHERE said.person_id IS NOT NULL AND p.person_id IS NULL
           OR said.unit_id IS NOT NULL AND u.unit_id IS NULL
        """,
    )


@quick
@given(stories.histories)
def test_imports_undone_in_reverse_leave_no_trace_in_what_the_ledger_states(
    history: list[ReadFile],
) -> None:
    undone_in_reverse(history)


@pytest.mark.slow
@long
@given(stories.histories)
def test_longer_histories_undone_in_reverse(history: list[ReadFile]) -> None:
    undone_in_reverse(history)


@quick
@given(stories.histories, st.permutations(range(7)))
def test_undone_in_any_order_nothing_speaks_of_what_is_gone(
    history: list[ReadFile], order: list[int]
) -> None:
    undone_in_any_order(history, order)


@pytest.mark.slow
@long
@given(stories.histories, st.permutations(range(7)))
def test_longer_histories_undone_in_any_order(
    history: list[ReadFile], order: list[int]
) -> None:
    undone_in_any_order(history, order)


@quick
@given(stories.histories, st.permutations(range(7)))
def test_undoing_everything_in_any_order_leaves_nothing(
    history: list[ReadFile], order: list[int]
) -> None:
    with stories.new_ledger() as path:
        nothing = shelf.digest(path)
        numbers = [number for number, _ in record_each(path, history)]
        for number in sorted(numbers, key=lambda n: order[n % len(order)]):
            shelf.take_back(path, number)

        assert shelf.digest(path) == nothing


@quick
@given(stories.coherent_workbooks)
def test_importing_twice_is_importing_once(workbook: ReadFile) -> None:
    with stories.new_ledger() as path:
        shelf.record(path, workbook)
        once = shelf.digest(path)

        again = shelf.record(path, workbook)

        assert again is None
        assert shelf.digest(path) == once


@quick
@given(stories.coherent_workbooks, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(workbook: ReadFile, shuffle: Random) -> None:
    [table] = workbook.tables
    rows = list(table.rows)
    shuffle.shuffle(rows)
    with stories.new_ledger() as path:
        shelf.record(path, workbook)
        as_listed = shelf.stated(path)
    with stories.new_ledger() as path:
        shelf.record(path, papers.file(replace(table, rows=tuple(rows))))

        assert shelf.stated(path) == as_listed


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_workbook_imported_and_undone_leaves_the_ledger_as_it_was(
    cell: Path, source: Path
) -> None:
    before = shelf.digest(cell)
    number = shelf.record(cell, read_workbook(source, today=shelf.NOW.date()))
    assert number is not None

    undone = shelf.take_back(cell, number)

    assert shelf.digest(cell) == before
    assert not undone.kept
