"""The generator makes the workbooks that are kept, byte by byte."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sample.reading import FOLDER, WORKBOOKS


def cells(book: Workbook) -> list[tuple[str, str, object, str]]:
    """List everything a reader can see of a workbook."""
    return [
        (sheet.title, cell.coordinate, cell.value, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def merged(book: Workbook) -> list[tuple[str, str]]:
    return sorted((s.title, str(r)) for s in book.worksheets for r in s.merged_cells.ranges)


@pytest.mark.parametrize("name", [*WORKBOOKS, "truth.json"])
def test_the_same_seed_gives_the_same_bytes(remade: tuple[Path, Path], name: str) -> None:
    first, second = remade

    assert (first / name).read_bytes() == (second / name).read_bytes()


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_workbooks_kept_are_those_the_generator_makes(
    remade: tuple[Path, Path], books: dict[str, Workbook], name: str
) -> None:
    made = load_workbook(remade[0] / name)

    assert cells(made) == cells(books[name])
    assert merged(made) == merged(books[name])


def test_the_truth_kept_is_the_one_the_generator_writes(remade: tuple[Path, Path]) -> None:
    kept = (FOLDER / "truth.json").read_text(encoding="utf-8")

    assert (remade[0] / "truth.json").read_text(encoding="utf-8") == kept
