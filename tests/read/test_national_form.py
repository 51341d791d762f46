"""The national input template: two rows of headings, repeated children, two card numbers."""

from collections.abc import Callable

from partyroll.model import Status
from partyroll.period import PartialDate
from partyroll.read.facts import ReadFile, RosterRow

Read = Callable[..., ReadFile]
PLACE = ["Quốc gia *", "Tỉnh *", "Địa chỉ chi tiết *"]
PARENTS = [
    "STT", "ID", "Họ và tên *", "Tên gọi khác", "Giới tính *", "Sinh ngày * (dd/mm/yyyy)",
    "Dân tộc *", "Tôn giáo *", "Số định danh cá nhân *",
    "Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)", "Số thẻ theo Đảng quyết định 85",
    "Tổ chức Đảng đang sinh hoạt * (không sửa)", "Nơi đăng ký khai sinh", None, None,
    "Quê quán (theo mô hình 2 cấp)", None, None, "Ngày vào Đảng* (dd/mm/yyyy)",
    "Ngày vào Đảng chính thức* (dd/mm/yyyy)", "Trạng thái hoạt động",
    "Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)",
    'Đề nghị xóa (do đang viên không thuộc chi bộ)/ (Nếu muốn xóa chọn "có", còn không bỏ qua)',
]  # fmt: skip
CHILDREN = [*[None] * 12, *PLACE, *PLACE]
THU = [
    2, "200002", "TRẦN THỊ THỬ", None, "Nữ", "12/11/1958", "Kinh", "Không", "099158000002",
    "099158000002", "99200002", "Chi bộ thôn Mẫu", "Việt Nam", "Tỉnh A", "xã B", "Việt Nam",
    "Tỉnh C", "xã D", "19/05/1985", "19/05/1986", "Miễn sinh hoạt", "10/06/2024", "có",
]  # fmt: skip
MERGES = ["M4:O4", "P4:R4", *[f"{letter}4:{letter}5" for letter in "ABCDEFGHIJKLSTUVW"]]


def sheet(person: list[object]) -> dict[str, list[list[object]]]:
    title: list[object] = ["DANH SÁCH THÔNG TIN ĐẢNG VIÊN TẠI CHI BỘ THÔN MẪU"]
    note: list[object] = ["Ghi chú: Các trường có dấu (*) là bắt buộc"]
    return {"ĐV": [title, [], note, [*PARENTS], [*CHILDREN], person]}


def person(file: ReadFile) -> RosterRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, RosterRow)
    return row


def test_every_field_of_the_form(read: Read) -> None:
    row = person(read(sheet([*THU]), merges={"ĐV": MERGES}))

    assert (row.full_name, row.member_code) == ("Trần Thị Thử", "200002")
    assert (row.card_no, row.card_no_old) == ("099158000002", "99200002")
    assert (row.birth_place, row.hometown) == (
        "xã B, Tỉnh A, Việt Nam",
        "xã D, Tỉnh C, Việt Nam",
    )
    assert (row.exempt_activity, row.exempt_since) == (True, PartialDate(2024, 6, 10))
    assert row.status is Status.OFFICIAL


def test_its_request_to_delete_is_no_exit(read: Read) -> None:
    file = read(sheet([*THU]), merges={"ĐV": MERGES})

    assert person(file).delete_requested
    assert [problem.code for problem in file.problems] == ["delete_request_not_removal"]


def test_leaving_without_a_kind_stays_open(read: Read) -> None:
    left = [*THU[:20], "Rời khỏi Đảng", "10/06/2024", None]

    row = person(read(sheet(left), merges={"ĐV": MERGES}))

    assert (row.status, row.status_date) == (Status.LEFT_UNSTATED, PartialDate(2024, 6, 10))


def test_the_form_flattened_to_one_row_of_headings(read: Read) -> None:
    places = ["Nơi đăng ký khai sinh", "Quê quán (theo mô hình 2 cấp)"]
    flat = [*PARENTS]
    flat[12:18] = [f"{parent} - {part}" for parent in places for part in PLACE]

    row = person(read({"ĐV": [flat, [*THU]]}))

    assert (row.birth_place, row.hometown) == (
        "xã B, Tỉnh A, Việt Nam",
        "xã D, Tỉnh C, Việt Nam",
    )
    assert (row.card_no, row.card_no_old) == ("099158000002", "99200002")


def test_more_parts_of_an_address_than_the_form_has(read: Read) -> None:
    heading = ["STT", "Họ và tên *", "Sinh ngày *", "Số thẻ Đảng*"]
    parts = [f"Nơi ở hiện nay - {part}" for part in ("Tỉnh *", "Xã *", "Địa chỉ chi tiết *")]
    values = [1, "TRẦN THỊ THỬ", "12/11/1958", "099158000002", "Tỉnh G", "xã H", "thôn 1"]

    row = person(read({"ĐV": [[*heading, *parts], values]}))

    assert row.attributes == {"current_address": "thôn 1, xã H, Tỉnh G"}
