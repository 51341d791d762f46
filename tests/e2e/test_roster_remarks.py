"""A roster's remark from the workbook to the list, to somebody's judgement, and back."""

import pytest

from e2e.books import AN, BINH, CHI, dues_rows, roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.reviewing import DAY

NOTE = "đang sinh hoạt tạm thời tại phường Mẫu"
STEP = ("review", "step", AN[0], "--kind", "meeting", "--on", "15/1/2026", "--year", "2024")


@pytest.fixture
@laid
def cell(desk: Desk) -> Desk:
    """An and Chi owe as many months of 2024; only An's roster row has a remark."""
    rows = [list(row) for row in roster_rows()]
    rows[0].append("Ghi chú")
    rows[1].append(NOTE)
    rows[3].append("Tổ trưởng tổ 3")
    owing = "----xxxxxxxx"
    books = dues_rows({AN[0]: owing, BINH[0]: "x" * 12, CHI[0]: owing})
    ran = desk("import", workbook(desk.folder / "a.xlsx", {"D": rows, "P": books}), "--json")
    problems = [(one["cell"], one["code"]) for one in ran.json["files"][0]["problems"]]

    assert (ran.code, problems) == (0, [("H2", "remark_without_paper")])
    return desk


def on_lists(desk: Desk) -> dict[str, str]:
    found = desk("flag", *DAY, "--json").json["lists"]
    names = ("review", "check_reason", "watch")
    return {one["full_name"]: name for name in names for one in found[name]}


def waiting(desk: Desk) -> list[str]:
    found = desk("check", "--json").json["contradictions"]
    return [one["subject"] for one in found if one["code"] == "remark_without_paper"]


def test_the_remark_asks_and_is_listed_until_somebody_judges(cell: Desk) -> None:
    assert on_lists(cell) == {AN[0]: "check_reason", CHI[0]: "review"}
    assert waiting(cell) == [AN[0]]


@pytest.mark.parametrize("more", [(), ("--note", "đã hỏi nơi đó, không có tên")])
def test_rejected_its_months_are_plain_and_nobody_waits(
    cell: Desk, more: tuple[str, ...]
) -> None:
    words = (*STEP, "--outcome", "reason_rejected", "--by", "Chi bộ", *more)

    assert cell(*words).code == 0
    assert on_lists(cell) == {AN[0]: "review", CHI[0]: "review"}
    assert waiting(cell) == []


def test_turned_into_a_paper_its_months_wait_for_the_host(cell: Desk) -> None:
    stay = ("--host", "Đảng bộ phường Mẫu", "--from", "1/1/2024", "--to", "31/12/2024")
    kind = ("--kind", "sinh hoạt tạm thời")

    assert cell("excuse", "add", AN[0], *kind, *stay, "--paper", "5-GT").code == 0
    assert on_lists(cell) == {CHI[0]: "review"}
    assert waiting(cell) == []


def remarks(desk: Desk) -> dict[str, str]:
    found = desk("excuse", "list", "--noted", "--json").json["remarks"]
    return {one["number"]: one["text"] for one in found}


def test_a_remark_has_a_number_by_which_it_is_rejected(cell: Desk) -> None:
    ran = cell("excuse", "list", "--noted")
    assert ran.out.startswith("g1\t")
    assert "1 ghi chú trong danh sách chưa ai xem xét" in ran.err

    assert cell("excuse", "reject", "g1", "--by", "Chi bộ").code == 0

    assert (on_lists(cell)[AN[0]], waiting(cell), remarks(cell)) == ("review", [], {})
    [said] = cell("excuse", "list", "--all", "--json").json["excuses"]
    assert (said["reason"], said["source"]["row"], said["state"]) == (NOTE, 2, "REJECTED")


def test_an_accepted_remark_lifts_the_months_of_its_year(cell: Desk) -> None:
    assert cell("excuse", "accept", "g1", "--by", "Chi bộ", "--on", "5/1/2026").code == 0

    assert on_lists(cell) == {CHI[0]: "review"}
    assert waiting(cell) == []


def test_a_remark_of_somebody_who_owes_nothing_can_be_rejected(desk: Desk) -> None:
    rows = [list(row) for row in roster_rows()]
    rows[0].append("Ghi chú")
    rows[2].append(NOTE)
    desk("import", workbook(desk.folder / "a.xlsx", {"D": rows}))
    assert (waiting(desk), remarks(desk)) == ([BINH[0]], {"g1": NOTE})

    assert desk("excuse", "reject", "g1", "--by", "Chi bộ").code == 0

    assert (waiting(desk), remarks(desk)) == ([], {})
    assert desk("excuse", "reject", "g1", "--by", "Chi bộ").code == 2
