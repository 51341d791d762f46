"""Published figures of provinces, rebuilt from rows of members through the real commands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from e2e.books import EXITS, Rows, workbook
from e2e.desk import Desk, Ran

CELLS = ("Chi bộ ấp 1", "Chi bộ ấp 2", "Chi bộ khu phố 3")
DIGITS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")
YOUNG, OLD = "01/02/1985", "01/02/1960"
TAY_NINH = """
[[term]]
name = "2010-2015"
from = 2010-10-20
to = 2015-10-18
[[term]]
name = "2015-2020"
from = 2015-10-19
to = 2020-10-14
"""


def people(
    kind: str, number: int, day: str, *, reason: str = "", born: str = OLD
) -> list[tuple[object, ...]]:
    return [(born, CELLS[n % 3], kind, f"{n}-QĐ", day, reason) for n in range(number)]


def exits(folder: Path, rows: Sequence[tuple[object, ...]]) -> Path:
    numbered: Rows = [(n, f"Người {_word(n)}", *row) for n, row in enumerate(rows, start=1)]
    sheet: Rows = [("ĐẢNG BỘ TỈNH MẪU",), EXITS, *numbered]
    return workbook(folder / "exits.xlsx", {"Ra khỏi Đảng": sheet})


def _word(number: int) -> str:
    """A name for each number: people whose names differ are nobody's doubles."""
    return " ".join(DIGITS[int(digit)] for digit in str(number))


def table(ran: Ran, name: str) -> list[dict[str, Any]]:
    (found,) = (one for one in ran.json["tables"] if one["id"] == name)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def by(rows: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    return next(row for row in rows if wanted.items() <= row.items())


def tay_ninh() -> Iterator[tuple[object, ...]]:
    """424 removed, 377 of them for skipping; 238 withdrew, 171 for hardship, 64 emigrated.

    477 of the 662 are 18 to 40 years old.
    """
    yield from people("Xóa tên", 305, "05/05/2018", reason="Bỏ sinh hoạt đảng", born=YOUNG)
    yield from people("Xóa tên", 72, "06/05/2018", reason="Bỏ sinh hoạt đảng")
    yield from people("Xóa tên", 47, "07/05/2018", reason="Không đóng đảng phí")
    yield from people("Xin ra", 171, "08/05/2018", reason="Hoàn cảnh khó khăn", born=YOUNG)
    yield from people("Xin ra", 64, "09/05/2018", reason="Định cư nước ngoài theo chồng")
    yield from people("Xin ra", 2, "10/05/2018", reason="Tuổi cao, sức yếu")
    yield from people("Xin ra", 1, "10/05/2018", reason="Lý do khác", born=YOUNG)


def test_tay_ninh_2015_2020(desk: Desk) -> None:
    (desk.folder / "partyroll.toml").write_text(TAY_NINH, "utf-8")
    before = [
        ("ĐẢNG BỘ TỈNH MẪU",),
        ("Đơn vị", "Kỳ số liệu", "Xóa tên", "Xin ra"),
        (CELLS[0], "2010-2015", 109, 40),
        (CELLS[1], "2010-2015", 100, 40),
        (CELLS[2], "2010-2015", 100, 40),
    ]
    declared = workbook(desk.folder / "khai.xlsx", {"Đã báo cáo": before})
    assert desk("import", exits(desk.folder, [*tay_ninh()]), declared).code == 0

    ran = desk("report", "2015-2020", "--json")

    assert (ran.json["totals"]["REMOVED"], ran.json["totals"]["WITHDREW"]) == (424, 238)
    assert by(table(ran, "reasons_removed"), code="SKIP_MEETINGS")["share"] == 88.9
    assert by(table(ran, "reasons_withdrew"), code="FAMILY_HARDSHIP")["share"] == 71.8
    assert by(table(ran, "reasons_withdrew"), code="EMIGRATE_WITH_FAMILY")["share"] == 26.9
    together = by(table(ran, "shares"), group="Xóa tên và xin ra khỏi Đảng")
    assert (together["count"], together["known"], together["share"]) == (477, 662, 72.1)
    compared = table(ran, "comparison")
    removed, withdrew = by(compared, code="REMOVED"), by(compared, code="WITHDREW")
    assert (removed["before"], removed["change"], removed["basis"]) == (309, 37.2, "declared")
    assert (withdrew["before"], withdrew["change"]) == (120, 98.3)
    assert by(compared, code="LEFT")["before"] == 429
    assert by(compared, code="TOTAL")["before"] is None
    said = " ".join(desk("report", "2015-2020").out.split())
    assert "xóa tên tăng 37,2% (từ 309 theo số đã báo cáo lên 424)" in said
    assert "xin ra khỏi Đảng tăng 98,3% (từ 120 theo số đã báo cáo lên 238)" in said


def test_ha_noi_by_year_compares_whole_years_only(desk: Desk) -> None:
    years = (("2015", 125), ("2016", 195), ("2017", 339), ("2018", 396))
    rows = [r for y, n in years for r in people("Xóa tên", n, f"15/09/{y}", reason="Bỏ SH")]
    rows += people("Xóa tên", 86, "15/02/2019", reason="Bỏ sinh hoạt đảng")
    assert desk("import", exits(desk.folder, rows)).code == 0

    found = table(desk("report", "6/2015-3/2019", "--json"), "by_kind_year")

    assert [(row["year"], row["REMOVED"], row["change_REMOVED"]) for row in found[:6]] == [
        ("6–12/2015 (7 tháng)", 125, None),
        ("2016", 195, None),
        ("2017", 339, 73.8),
        ("2018", 396, 16.8),
        ("1–3/2019 (3 tháng)", 86, None),
        ("Cả kỳ", 1141, None),
    ]


def test_quang_nam_2020_adds_up_and_says_where_names_are_missing(desk: Desk) -> None:
    rows = people("Xóa tên", 319, "05/05/2020") + people("Xin ra", 137, "06/05/2020")
    rows += people("Khai trừ", 28, "07/05/2020")
    sheet = [
        ("ĐẢNG BỘ TỈNH MẪU",),
        ("Chỉ tiêu", "Năm 2020"),
        *(("Xóa tên", 327), ("Xin ra", 137), ("Khai trừ", 28)),
    ]
    declared = workbook(desk.folder / "khai.xlsx", {"Đã báo cáo": sheet})
    assert desk("import", exits(desk.folder, rows), declared).code == 0

    ran = desk("report", "2020", "--json")

    assert by(table(ran, "by_kind"), code="TOTAL")["count"] == 484
    listed = table(ran, "declared_listed")
    assert [(row["code"], row["declared"], row["listed"]) for row in listed] == [
        ("EXPELLED", 28, 28),
        ("REMOVED", 327, 319),
        ("WITHDREW", 137, 137),
    ]
    assert sum(row["declared"] for row in listed) == 492
    assert (
        "Đảng bộ tỉnh Mẫu, năm 2020, xóa tên: khai 327, có tên 319, thiếu 8."
        in ran.json["checks"]
    )
