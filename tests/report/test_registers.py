"""A register on paper: a row for each matter, what was answered, a page for each cell."""

from dataclasses import replace
from datetime import date

from partyroll.model import (
    CellValue,
    Column,
    Entry,
    Line,
    Matter,
    MatterAnswer,
    MatterKind,
    MatterOutcome,
    OfficialPaper,
    Table,
)
from partyroll.report.documents import Letterhead
from partyroll.report.letters.matter import Office
from partyroll.report.register_papers import register_document, register_papers
from partyroll.report.registers import (
    RegisterPage,
    register_table,
    summary_tables,
)
from report.cells import column, row

PAPERLESS = Matter(MatterKind.AWAY_WITHOUT_PAPER, "đi từ 1/2024", "đề nghị làm giấy")
ENDING = Matter(
    MatterKind.PERMISSION_ENDS,
    "tạm miễn",
    "gia hạn",
    until=date(2026, 1, 31),
    remarks=("giả định",),
)
PLACE = Column("place", "Nơi đi")


def line(name: str, *matters: Matter, cell: str = "Chi bộ 1", **values: str) -> Line:
    """Return a line of somebody in a cell."""
    return Line(Entry(f"id-{name}", name, cell, values, matters), ("Đảng bộ xã Mẫu", cell))


def page(*lines: Line) -> RegisterPage:
    """Return a register with these lines."""
    return RegisterPage("Đi làm ăn xa", "Năm 2026", lines, (PLACE,))


def test_each_matter_of_a_person_has_a_row_that_names_the_person() -> None:
    table = register_table(page(line("Lò Văn An", PAPERLESS, ENDING, place="Bình Dương")))

    assert column(table, "name") == ["Lò Văn An", "Lò Văn An"]
    assert column(table, "number") == [1, 1]
    assert column(table, "matter") == ["Đi từ 1/2024", "Tạm miễn (giả định)"]
    assert column(table, "until") == [None, date(2026, 1, 31)]


def test_somebody_without_any_matter_stands_on_the_list_without_a_key() -> None:
    table = register_table(
        page(line("Lò Văn An", place="Bình Dương"), line("Lò Thị Bình", ENDING))
    )

    assert column(table, "row_key")[0] is None
    assert str(column(table, "row_key")[1]).startswith("id-Lò Thị Bình/permission_ends//")


def test_what_is_under_way_is_printed_with_what_was_answered() -> None:
    answer = MatterAnswer(MatterOutcome.UNDER_WAY, "đã gọi điện", "Chi ủy")
    asked = Matter(PAPERLESS.kind, PAPERLESS.text, PAPERLESS.step, answer=answer)

    found = row(register_table(page(line("Lò Văn An", asked))), 1)

    assert (found["answer_outcome"], found["answer_text"]) == ("Đang làm", "đã gọi điện")


def test_the_summary_counts_matters_by_cell_and_kind() -> None:
    (table,) = summary_tables(
        page(
            line("Lò Văn An", PAPERLESS, ENDING),
            line("Lò Thị Bình", ENDING, cell="Chi bộ 2"),
            line("Cà Thị Chi", cell="Chi bộ 3"),
        )
    )

    assert column(table, "unit") == [
        "Chi bộ 1, Đảng bộ xã Mẫu",
        "Chi bộ 2, Đảng bộ xã Mẫu",
        "Cộng",
    ]
    assert column(table, "permission_ends") == [1, 1, 2]
    assert column(table, "matters") == [2, 1, 3]


def test_many_kinds_are_counted_in_a_table_of_their_own() -> None:
    every = tuple(Matter(kind, "có việc", "làm") for kind in list(MatterKind)[:12])

    by_cell, by_kind = summary_tables(
        page(line("Lò Văn An", *every), line("Cà Thị Chi", *every[:2], cell="Chi bộ 3"))
    )

    assert column(by_cell, "matters") == [12, 2, 14]
    assert len(by_cell.columns) == 3
    assert column(by_kind, "matters")[-1] == 14
    assert sorted(column(by_kind, "cells")[:-1], key=str) == [1] * 10 + [2] * 2


def test_only_cells_with_something_to_do_get_a_page() -> None:
    papers = register_papers(
        page(line("Lò Văn An", PAPERLESS), line("Cà Thị Chi", cell="Chi bộ 3")),
        Office(),
        intro="x",
    )

    assert [paper.recipients for paper in papers] == [("Chi bộ 1", "Lưu")]


def test_an_empty_register_still_makes_one_page() -> None:
    (paper,) = register_papers(page(), Office(), intro="x")

    assert paper.recipients == ()


def test_a_list_of_people_names_everybody_of_a_cell_and_then_what_is_to_be_done() -> None:
    lines = (
        line("Lò Văn An", PAPERLESS),
        line("Lò Thị Bình"),
        line("Cà Thị Chi", cell="Chi bộ 3"),
    )

    papers = register_papers(replace(page(*lines), listed=True), Office(), intro="x")

    assert [_names(paper) for paper in papers] == [
        [["Lò Văn An", "Lò Thị Bình"], ["Lò Văn An"]],
        [["Cà Thị Chi"]],
    ]
    assert [paper.kind for paper in papers] == ["Đi làm ăn xa"] * 2


def test_the_workbook_names_each_person_once_and_apart_what_is_to_be_done() -> None:
    lines = (line("Lò Văn An", PAPERLESS, ENDING, place="Bình Dương"), line("Lò Thị Bình"))

    _, people, matters = register_document(page(*lines), letterhead=Letterhead()).sheets

    (listed,), (asked,) = people.tables, matters.tables
    assert column(listed, "name") == ["Lò Văn An", "Lò Thị Bình"]
    assert column(listed, "open") == [2, None]
    assert column(asked, "name") == ["Lò Văn An", "Lò Văn An"]
    assert "place" not in {one.key for one in asked.columns}


def test_somebody_without_a_cell_is_the_task_of_the_office() -> None:
    nowhere = Line(Entry("id", "Lò Văn An", None, {}, (PAPERLESS,)), ())

    (paper,) = register_papers(page(nowhere), Office(), intro="x")

    assert (paper.subject, paper.recipients) == ("", ())
    assert _names(paper) == [["Lò Văn An"]]


def _names(paper: OfficialPaper) -> list[list[CellValue]]:
    return [column(one, "name") for one in paper.contents if isinstance(one, Table)]
