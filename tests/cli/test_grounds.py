"""What a paper is called and what it rests on: the report counts the ground."""

from openpyxl import Workbook

from e2e.desk import Desk

HEADINGS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Hình thức",
    "Số, ngày quyết định",
    "Lý do",
)


def test_a_removal_that_rests_on_an_application_is_a_withdrawal(desk: Desk) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("DANH SÁCH ĐẢNG VIÊN RA KHỎI ĐẢNG",))
    sheet.append(HEADINGS)
    ground = "Theo đơn xin ra khỏi Đảng, hoàn cảnh gia đình khó khăn"
    decision = "12-QĐ/ĐU, 05/03/2024"
    sheet.append((1, "Trần Văn Thử", "1980", "Chi bộ 1", "QĐ xóa tên", decision, ground))
    book.save(desk.folder / "ra-khoi-dang.xlsx")
    desk("import", desk.folder / "ra-khoi-dang.xlsx")

    ran = desk("report", "2024", "--open", "by_kind:WITHDREW", "--json")

    assert (ran.json["totals"]["WITHDREW"], ran.json["totals"]["REMOVED"]) == (1, 0)
    assert [one["full_name"] for one in ran.json["opened"]["members"]] == ["Trần Văn Thử"]
