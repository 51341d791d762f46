"""A cell in which somebody is to be looked at, and the steps that a clerk types."""

from pathlib import Path

from e2e.books import AN, CELL, EXITS, dues_rows, roster_rows, workbook
from e2e.desk import Desk, Ran, laid

NAME = AN[0]
DECISION = ("--kind", "decision", "--paper", "12-QĐ/ĐU")
ON_2024 = ("--as-of", "2024-12-31")


@laid
def office(desk: Desk, letters: str = "x--xxxxxxxx-") -> Desk:
    """A cell of three; An owes the months marked - in 2024, the others have paid."""
    lines = {NAME: letters, "Lò Thị Bình": "x" * 12, "Lò Thị Chi": "x" * 12}
    sheets = {"Danh sách": roster_rows(), "Đảng phí 2024": dues_rows(lines)}
    assert desk("import", workbook(desk.folder / "chi-bo.xlsx", sheets)).code == 0
    return desk


def step(desk: Desk, *words: str, name: str = NAME) -> Ran:
    """Type a step about An."""
    return desk("review", "step", name, *words)


def removed(desk: Desk, *words: str, on: str = "10/05/2025") -> Ran:
    """Type a decision that removes An."""
    return step(desk, *DECISION, "--outcome", "removed", "--paper-date", on, *words)


def exits_list(folder: Path, *row: object) -> Path:
    """A workbook of those who left: kind, number, day and reason of An's exit."""
    rows = [EXITS, (1, NAME, AN[1], CELL, *row)]
    return workbook(folder / "ra-khoi-dang.xlsx", {"Ra khỏi Đảng": rows})


def totals(desk: Desk) -> dict[str, int]:
    """How many left in each way in 2025."""
    return dict(desk("report", "2025", "--json").json["totals"])


def review_list(desk: Desk) -> list[dict[str, object]]:
    """Who stands on the first list of 2024."""
    return list(desk("flag", *ON_2024, "--json").json["lists"]["review"])
