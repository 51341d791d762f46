"""Rows kept as text come back as they were read."""

from hypothesis import given

from partyroll.read.facts import ReadFile
from partyroll.tasks.recording.as_text import row_as_text, row_from_text
from store import stories
from trials import trials


@trials(8, many=25)
@given(stories.workbooks)
def test_every_row_comes_back_equal(workbook: ReadFile) -> None:
    rows = [(table, row) for table in workbook.tables for row in table.rows]

    kept = [row_from_text(row_as_text(table, row.row)) for table, row in rows]

    assert [table.rows for table in kept] == [(row,) for _, row in rows]
    assert [t.columns for t in kept] == [dict(t.columns) for t, _ in rows]
    assert [(t.kind, t.year, t.unit) for t in kept] == [
        (t.kind, t.year, t.unit) for t, _ in rows
    ]
