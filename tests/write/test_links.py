from dataclasses import replace

import pytest
from openpyxl.cell import Cell

from partyroll.model import Block, Sheet, Table
from write.documents import below, document, opened, person, place, table

PEOPLE = replace(table(person("An"), person("Bình"), person("Chi")), id="people")


def figures(block: Block, *, total_rows: int = 0) -> Table:
    return replace(table(person(count=2), total_rows=total_rows), links={(0, "count"): block})


def number(block: Block, *, name: str = "DS đảng viên", total_rows: int = 0) -> Cell:
    """The cell of the first row under "Số"."""
    shown = Sheet("Số liệu", "", (figures(block, total_rows=total_rows),))
    return below(opened(document(shown, Sheet(name, "", (PEOPLE,)))), "Số")


def test_a_number_leads_to_its_rows_and_stays_a_number() -> None:
    cell = number(Block("people", 1, 2))
    names = opened(document(Sheet("DS đảng viên", "", (PEOPLE,))))
    first = int(place(names, "Bình").removeprefix("B"))

    assert cell.value == 2
    assert cell.data_type == "n"
    assert cell.hyperlink is not None
    assert cell.hyperlink.location == f"'DS đảng viên'!A{first}:H{first + 1}"
    assert cell.hyperlink.target is None


def test_a_quote_in_the_name_of_a_sheet_breaks_no_link() -> None:
    cell = number(Block("people", 0, 0), name="Ấp 'Mới'x")

    assert cell.hyperlink is not None
    assert str(cell.hyperlink.location).startswith("'Ấp ''Mới''x'!A")


def test_a_link_to_a_list_that_is_not_there_is_left_out() -> None:
    cell = number(Block("elsewhere", 0, 0))

    assert cell.hyperlink is None
    assert cell.value == 2


@pytest.mark.parametrize("total_rows", [0, 1])
def test_a_total_that_opens_still_looks_like_a_total(total_rows: int) -> None:
    cell = number(Block("people", 0, 0), total_rows=total_rows)

    assert bool(cell.font.bold) is bool(total_rows)
    assert cell.number_format == "#,##0"
