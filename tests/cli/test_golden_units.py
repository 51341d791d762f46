"""The session of a reorganisation: a plan with faults, the same plan mended, the trees."""

import pytest

from cli.sessions import session
from cli.test_golden import WIDE, compare
from e2e import plans
from e2e.desk import Desk
from e2e.plans import A, B, C, step

XA, XB = "Đảng bộ xã Mẫu Một", "Đảng bộ xã Mẫu Hai"
COMMANDS = [
    "partyroll units",
    "partyroll units reorganise khong-co.xlsx",
    "partyroll units reorganise danh-sach.xlsx",
    "partyroll units reorganise sai.xlsx",
    "partyroll units reorganise dung.xlsx --dry-run",
    "partyroll units reorganise dung.xlsx --yes",
    "partyroll units reorganise dung.xlsx --yes",
    "partyroll units --all",
    "partyroll units --as-of 30/6/2025",
    f"partyroll units --unit '{B}'",
    "partyroll units --unit 'Chi bộ Z'",
    "partyroll undo --yes",
    "partyroll units",
]


def office(desk: Desk) -> None:
    """Two communes; a plan with every common fault, and one without."""
    desk("import", plans.roll(desk.folder, {A: 4, B: 3}, XA))
    desk("import", plans.roll(desk.folder, {C: 2}, XB))
    plans.plan(
        desk.folder,
        step("Sáp nhập", A, C, on=""),
        step("Sáp nhập", "chi bo b", C, on="7/2025"),
        step("Đổi tên", C, "Chi bộ Mới", under=XA),
        step("Biến mất", B),
        step("Giải thể", B),
        name="sai.xlsx",
    )
    plans.plan(
        desk.folder,
        step("Thành lập", new="Chi bộ Mới", parent=XA),
        step("Sáp nhập", A, "Chi bộ Mới"),
        step("Giải thể", B),
        step("Chuyển trực thuộc", C, parent=XA, paper=""),
        people=[(name, B, "Chi bộ Mới") for name in plans.names(B, 3)],
        name="dung.xlsx",
    )


@pytest.mark.parametrize("columns", [80, WIDE, None], ids=["80", "120", "pipe"])
def test_a_reorganisation(
    columns: int | None,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    office(desk)

    seen = session(COMMANDS, monkeypatch, now=desk.now, columns=columns)

    compare(f"units-{columns or 'pipe'}", seen, request.config)
