"""An import says what it changed about people the ledger knew: who, what, before and after."""

import pytest

from e2e.books import AN, BINH, CHI, Rows, dues_rows, roster, roster_rows, workbook
from e2e.desk import Desk
from partyroll.cli.import_differences import difference_lines
from partyroll.tasks.differences import Difference

PAID = 12 * "x"


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def newer_roster(desk: Desk, *people: tuple[object, ...]) -> str:
    return str(workbook(desk.folder / "b.xlsx", {"A": roster_rows([*people])}))


def dues(desk: Desk, name: str, lines: dict[str, str], sheet: str = "A") -> str:
    rows: Rows = dues_rows({AN[0]: PAID, BINH[0]: PAID, CHI[0]: PAID} | lines)
    return str(workbook(desk.folder / name, {sheet: rows}))


def test_a_first_import_changes_nothing_that_was_known(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--json")

    assert ran.json["files"][0]["differences"] == []


def test_an_import_names_a_date_that_a_newer_roster_gives_otherwise(started: Desk) -> None:
    ran = started("import", newer_roster(started, (*AN[:4], "04/02/1995"), BINH, CHI))

    assert "Ghi khác sổ trước đây (1 điều):" in ran.out
    assert f"A › dòng 2: {AN[0]}: Ngày vào Đảng: 03/02/1995 → 04/02/1995" in ran.out


def test_the_contract_of_an_import_holds_every_difference(started: Desk) -> None:
    newer = newer_roster(started, (*AN[:4], "04/02/1995"), BINH, CHI)

    ran = started("import", newer, "--json")

    (one,) = ran.json["files"][0]["differences"]
    assert (one["full_name"], one["what"]) == (AN[0], "Ngày vào Đảng")
    assert (one["before"], one["after"]) == ("03/02/1995", "04/02/1995")


def test_months_that_turned_from_paid_to_unpaid_are_told_together(started: Desk) -> None:
    started("import", dues(started, "so.xlsx", {}))

    ran = started("import", dues(started, "so2.xlsx", {AN[0]: "x--" + 9 * "x"}))

    months = "đảng phí tháng 2/2024, đảng phí tháng 3/2024: đã đóng → chưa đóng"
    assert f"{AN[0]}: {months}" in ran.out


def test_months_that_were_empty_before_are_counted_not_listed(started: Desk) -> None:
    open_ = dict.fromkeys((AN[0], BINH[0], CHI[0]), "x" + 11 * ".")
    started("import", dues(started, "so.xlsx", open_))

    ran = started("import", dues(started, "so2.xlsx", open_ | {AN[0]: "xx" + 10 * "."}))

    assert "Điền vào chỗ sổ còn trống: 1 điều" in ran.out
    assert "Ghi khác sổ trước đây" not in ran.out


def test_numbers_of_persons_are_masked_on_the_screen() -> None:
    one = Difference("Lê An", "Số thẻ đảng viên", "099000000901", "099000000955", "A", 2)

    told = "\n".join(difference_lines([one], 2))

    assert "099000000901" not in told
    assert "********0901 → ********0955" in told


def test_of_very_many_changes_the_rest_is_counted_with_the_way_to_it() -> None:
    many = [
        Difference(f"Lê Văn {row}", "Ngày sinh", "1970", "1971", "A", row)
        for row in range(2, 22)
    ]

    *_, last = difference_lines(many, 5)

    assert "… và 12 thay đổi nữa" in last
    assert "--known-at 4" in last


def with_remarks(desk: Desk, name: str, march: str, remark: str) -> str:
    heading, columns, an, *others = dues_rows({AN[0]: "xx-" + 9 * "x", BINH[0]: PAID})
    cells = [*an]
    cells[5] = march
    rows = [heading, (*columns, "Ghi chú"), (*cells, remark), *others]
    return str(workbook(desk.folder / name, {"A": rows}))


def test_a_payment_that_a_remark_told_of_does_not_vanish_in_silence(started: Desk) -> None:
    started(
        "import", with_remarks(started, "1.xlsx", "chưa đóng", "nộp bù tháng 3 ngày 15/7/2024")
    )

    ran = started("import", with_remarks(started, "2.xlsx", "chưa đóng", ""))

    month = "đảng phí tháng 3/2024 (ô P3)"
    assert f"A › dòng 3: {AN[0]}: {month}: đã đóng 15/07/2024 → (trống)" in ran.out


def test_a_note_that_reads_otherwise_is_told(started: Desk) -> None:
    started("import", with_remarks(started, "1.xlsx", "nghỉ ốm", ""))

    ran = started("import", with_remarks(started, "2.xlsx", "đi vắng", ""))

    assert f"{AN[0]}: đảng phí tháng 3/2024, ghi chú: nghỉ ốm → đi vắng" in ran.out


def test_two_rosters_of_one_command_that_disagree_are_told(desk: Desk) -> None:
    first = roster(desk.folder)
    second = newer_roster(desk, (AN[0], "09/09/1970", *AN[2:]), BINH, CHI)

    ran = desk("import", first, second)

    assert f"{AN[0]}: Ngày sinh: 01/02/1970 → 09/09/1970" in ran.out


def test_an_import_that_was_stopped_says_that_nothing_is_written_yet() -> None:
    one = Difference("Lê An", "đảng phí tháng 1/2024", "đã đóng", "chưa đóng", "A", 2)

    first, *_ = difference_lines([one], None)

    assert first == "  Sẽ ghi khác sổ, nay chưa ghi (1 điều):"
