"""Lists of members who work away: what each cell says, and what it leaves open."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import AwayRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
HEADING = ["TT", "Họ tên", "Chi bộ", "Nơi đi", "Đi từ tháng/năm", "Đã chuyển SHĐ", "Ghi chú"]


def stays(file: ReadFile) -> list[AwayRow]:
    return [row for table in file.tables for row in table.rows if isinstance(row, AwayRow)]


def listed(read: Read, since: object = "01/2024", transferred: object = None) -> ReadFile:
    row = [1, "Lò Văn An", "Chi bộ 1", "Bình Dương", since, transferred, None]
    return read({"Di lam an xa": [HEADING, row]})


def codes(file: ReadFile) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, p.severity.value) for p in file.problems]


def test_a_row_says_who_where_and_since_when(read: Read) -> None:
    file = listed(read)

    (stay,) = stays(file)
    assert file.tables[0].kind is TableKind.AWAY
    assert (stay.full_name, stay.place, str(stay.since)) == (
        "Lò Văn An",
        "Bình Dương",
        "2024-01",
    )
    assert codes(file) == []


@pytest.mark.parametrize("text", ["x", "X", "✓", "Đã chuyển", "đã chuyển SHĐ tạm thời", "rồi"])
def test_words_for_transferred(text: str, read: Read) -> None:
    file = listed(read, transferred=text)

    assert [stay.transferred for stay in stays(file)] == [True]


@pytest.mark.parametrize("text", ["chưa", "Chưa chuyển", "không", "không chuyển được", "0"])
def test_words_for_not_transferred(text: str, read: Read) -> None:
    file = listed(read, transferred=text)

    assert [stay.transferred for stay in stays(file)] == [False]


@pytest.mark.parametrize("text", [None, "-", "không rõ"])
def test_a_blank_says_neither(text: str | None, read: Read) -> None:
    file = listed(read, transferred=text)

    assert [stay.transferred for stay in stays(file)] == [None]
    assert codes(file) == []


@pytest.mark.parametrize(
    "text", ["đang làm thủ tục", "đã nộp hồ sơ", "đã làm đơn, chưa chuyển", "12-GGT"]
)
def test_words_that_do_not_say_are_told_and_kept(text: str, read: Read) -> None:
    file = listed(read, transferred=text)

    (stay,) = stays(file)
    assert stay.transferred is None
    assert text in stay.note
    assert codes(file) == [("F2", "transfer_unclear", "warning")]


@pytest.mark.parametrize(
    "text", ["01/03/2024", "đã chuyển ngày 01/03/2024", "đã chuyển 3/2024"]
)
def test_a_day_of_transfer_is_a_transfer(text: str, read: Read) -> None:
    file = listed(read, transferred=text)

    assert [stay.transferred for stay in stays(file)] == [True]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("từ 3/2024", ("2024-03", "None")),
        ("từ 3/2024 đến nay", ("2024-03", "None")),
        ("3/2024 - 9/2024", ("2024-03", "2024-09")),
        ("từ tháng 3/2024 đến tháng 9/2024", ("2024-03", "2024-09")),
        ("01/03/2024", ("2024-03-01", "None")),
        ("2023", ("2023", "None")),
    ],
)
def test_one_cell_may_hold_the_whole_period(
    text: str, period: tuple[str, str], read: Read
) -> None:
    file = listed(read, since=text)

    (stay,) = stays(file)
    assert (str(stay.since), str(stay.until)) == period


@pytest.mark.parametrize("text", ["Quý I/2024", "31/02/2024", "sau Tết"])
def test_a_beginning_that_no_calendar_has_sets_the_row_aside(text: str, read: Read) -> None:
    file = listed(read, since=text)

    assert stays(file) == []
    assert codes(file) == [("E2", "invalid_date", "error")]
    assert [aside.row for aside in file.set_aside] == [2]


def test_a_confirmation_without_its_day_is_kept_in_words(read: Read) -> None:
    heading = ["TT", "Họ tên", "Nơi đến", "Ngày xác nhận nơi đến"]

    file = read({"S": [heading, [1, "Lò Văn An", "Nhật Bản", "x"]]})

    (stay,) = stays(file)
    assert stay.confirmed_on is None
    assert stay.note == "Nơi đến xác nhận: x"
    assert codes(file) == [("D2", "confirmed_without_day", "warning")]


def test_a_return_before_the_departure_is_an_error(read: Read) -> None:
    heading = ["TT", "Họ tên", "Nơi đến", "Từ ngày", "Đến ngày"]

    file = read({"S": [heading, [1, "Lò Văn An", "Huế", "01/05/2024", "01/03/2024"]]})

    assert codes(file) == [("E2", "ends_before_begins", "error")]


def test_a_list_titled_away_is_no_roster_whatever_its_columns(read: Read) -> None:
    title = ["DANH SÁCH ĐẢNG VIÊN ĐI LÀM ĂN XA"]
    heading = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ", "Nơi làm việc", "Thời gian đi"]
    row = [1, "Lò Văn An", "05/03/1979", "099079000001", "Bình Dương", "6/2023"]

    file = read({"DS": [title, heading, row]})

    (stay,) = stays(file)
    assert (stay.place, str(stay.since), stay.card_no) == (
        "Bình Dương",
        "2023-06",
        "099079000001",
    )


def test_where_transfer_papers_went_is_nobodys_place_of_work(read: Read) -> None:
    title = ["DANH SÁCH CHUYỂN SINH HOẠT ĐẢNG NĂM 2024"]
    heading = ["TT", "Họ và tên", "Nơi đi", "Nơi đến", "Ghi chú"]
    row = [1, "Lò Văn An", "Chi bộ 1", "Đảng bộ xã B", None]

    file = read({"DS": [title, heading, row]})

    assert file.tables[0].kind is TableKind.TRANSFERS
    assert stays(file) == []


# --- Papers, contact, return --------------------------------------------------------------
MORE = ("Giấy tờ", "Cách liên hệ", "Liên hệ lần cuối", "Đã về ngày")


def told(read: Read, *values: object, headings: tuple[str, ...] = MORE) -> ReadFile:
    heading = ["TT", "Họ tên", "Nơi đi làm ăn xa", "Đi từ tháng/năm", *headings]
    return read({"S": [heading, [1, "Lò Văn An", "Huế", "01/2023", *values]]})


def test_a_row_says_by_which_paper_how_to_reach_and_when_somebody_came_back(
    read: Read,
) -> None:
    file = told(read, "GGT số 12", "0990000001 (vợ)", "05/12/2023", "02/01/2024")

    (stay,) = stays(file)
    assert (stay.paper, stay.contact) == ("GGT số 12", "0990000001 (vợ)")
    assert (str(stay.contacted_on), str(stay.returned_on)) == ("2023-12-05", "2024-01-02")
    assert (stay.note, codes(file)) == ("", [])


@pytest.mark.parametrize(
    "headings",
    [
        ("Giấy giới thiệu", "Điện thoại người thân", "Ngày liên hệ gần nhất", "Ngày trở về"),
        ("Đơn, giấy tờ", "Số điện thoại", "Liên lạc lần cuối", "Đã về địa phương"),
        ("SỐ GIẤY GIỚI THIỆU", "Thông tin liên hệ", "Lần liên hệ gần nhất", "Ngày đã về"),
        ("Giấy tờ kèm theo", "SĐT", "Ngày liên hệ", "Ngày về thực tế"),
    ],
)
def test_offices_write_other_headings(headings: tuple[str, ...], read: Read) -> None:
    file = told(read, "đơn", "0990000001", "12/2023", "2/1/2024", headings=headings)

    (stay,) = stays(file)
    assert (stay.paper, stay.contact) == ("đơn", "0990000001")
    assert (str(stay.contacted_on), str(stay.returned_on)) == ("2023-12", "2024-01-02")


def test_a_telephone_of_a_list_of_its_own_is_no_column_left_out(read: Read) -> None:
    file = told(read, "0990000001", headings=("SĐT",))

    assert file.tables[0].columns["E"] == ("phone",)
    assert file.tables[0].unknown_columns == {}


def test_a_telephone_and_a_relative_both_say_how_to_reach_somebody(read: Read) -> None:
    headings = ("Số điện thoại", "Người liên hệ")

    (stay,) = stays(told(read, "0990000001", "vợ: Lò Thị B", headings=headings))

    assert stay.contact == "vợ: Lò Thị B, 0990000001"


@pytest.mark.parametrize(
    ("written", "paper"),
    [("x", "có"), ("có", "có"), ("chưa", ""), ("không có", ""), (None, ""), ("-", "")],
)
def test_a_tick_says_that_there_is_a_paper(written: str | None, paper: str, read: Read) -> None:
    (stay,) = stays(told(read, written, None, None, None))

    assert stay.paper == paper


@pytest.mark.parametrize("written", ["chưa về", "chưa", None, "?"])
def test_who_is_not_back_yet_has_no_day_of_return(written: str | None, read: Read) -> None:
    file = told(read, None, None, None, written)

    (stay,) = stays(file)
    assert (stay.returned_on, stay.note, codes(file)) == (None, "", [])


def test_a_return_without_its_day_is_told_and_kept(read: Read) -> None:
    file = told(read, None, None, None, "x")

    (stay,) = stays(file)
    assert (stay.returned_on, stay.note) == (None, "Đã về: x")
    assert codes(file) == [("H2", "returned_without_day", "warning")]


@pytest.mark.parametrize(
    ("written", "on", "note"),
    [
        ("05/12/2023 (gọi qua vợ)", "2023-12-05", "Liên hệ: 05/12/2023 (gọi qua vợ)"),
        ("ngày 05/12/2023", "2023-12-05", ""),
        ("12/2023", "2023-12", ""),
        ("chưa liên hệ được", "None", "Liên hệ: chưa liên hệ được"),
    ],
)
def test_words_beside_the_day_of_a_contact_are_kept(
    written: str, on: str, note: str, read: Read
) -> None:
    file = told(read, None, None, written, None)

    (stay,) = stays(file)
    assert (str(stay.contacted_on), stay.note, codes(file)) == (on, note, [])


def test_a_contact_in_words_alone_is_told_and_kept(read: Read) -> None:
    file = told(read, None, None, "thường xuyên qua Zalo", None)

    assert [stay.note for stay in stays(file)] == ["Liên hệ: thường xuyên qua Zalo"]
    assert codes(file) == [("G2", "contact_without_day", "warning")]


def test_a_day_that_no_calendar_has_is_an_error_here_too(read: Read) -> None:
    file = told(read, None, None, "31/02/2023", None)

    assert codes(file) == [("G2", "invalid_date", "error")]


def test_a_return_stated_before_the_departure_is_an_error(read: Read) -> None:
    file = told(read, None, None, None, "05/12/2022")

    assert codes(file) == [("H2", "ends_before_begins", "error")]


def test_a_telephone_number_beside_a_roster_stays_out(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Ngày chính thức", "Ngày vào Đảng", "Quê quán", "SĐT"]
    row = [1, "Lò Văn An", "03/02/2006", "03/02/2005", "Xã Mẫu", "0990000001"]

    file = read({"DS": [[*heading, "Nơi đi làm ăn xa"], [*row, "Huế"]]})

    assert [(stay.place, stay.contact) for stay in stays(file)] == [("Huế", "")]
