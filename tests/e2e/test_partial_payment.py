"""Sums below the stated rate, from a workbook to the lists."""

from openpyxl import Workbook

from e2e.desk import Desk

MONTHS = [f"T{number}" for number in range(1, 13)]


def book_of_sums(desk: Desk) -> Desk:
    """Somebody who pays 5.000 of 10.000 three times, among people who pay it all."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["CHI BỘ THÔN ĐÔNG"])
    sheet.append(["SỔ THU ĐẢNG PHÍ NĂM 2024"])
    sheet.append(["STT", "Họ và tên", "Mức đóng", *MONTHS])
    for number, name in enumerate(("An", "Bình", "Cường", "Dung"), 1):
        sheet.append([number, f"Nguyễn Văn {name}", 10_000, *[10_000] * 12])
    sheet.append([5, "Nguyễn Thị Thiếu", 10_000, *[5_000] * 3, *[10_000] * 9])
    workbook.save(desk.folder / "thu.xlsx")
    assert desk("import", "thu.xlsx").code == 0
    return desk


def test_too_small_sums_put_nobody_on_a_list_unless_the_office_says_so(desk: Desk) -> None:
    asked = ("flag", "--json", "--as-of", "2024-12-31")
    by_default = book_of_sums(desk)(*asked).json["lists"]["review"]
    (desk.folder / "partyroll.toml").write_text('[rule]\npartial_payment = "unpaid"\n')
    (listed,) = desk(*asked).json["lists"]["review"]

    assert by_default == []
    assert (listed["full_name"], listed["count"]) == ("Nguyễn Thị Thiếu", 3)
    assert [month["source"]["cell"] for month in listed["months"]] == ["D8", "E8", "F8"]


def test_the_comparison_names_whom_too_small_sums_would_list(desk: Desk) -> None:
    told = book_of_sums(desk)("flag", "--compare", "--json", "--as-of", "2024-12-31").json
    (reading,) = (
        one for one in told["compare"] if one["changes"] == {"partial_payment": "unpaid"}
    )

    assert [one["full_name"] for one in reading["moved"]] == ["Nguyễn Thị Thiếu"]
