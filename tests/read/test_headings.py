import pytest

from partyroll.read.facts import RosterRow
from partyroll.read.heading_words import key, loose_key
from partyroll.read.headings import Dictionary
from partyroll.read.synonyms import abbreviations, doubtful, shipped_texts
from read.conftest import ReadSheets

KNOWN = Dictionary()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("HỌ TÊN\n ĐANG DÙNG", "full_name"),
        ("Họ và tên *", "full_name"),
        ("Ho va ten", "full_name"),
        ("Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)", "card_no"),
        ("Số thẻ theo Đảng quyết định 85", "card_no_old"),
        ("Sinh ngày * (dd/mm/yyyy)", "birth_date"),
        ("Ngày vào Đảng", "admission_date"),
        ("Ngày vào Đảng chính thức* (dd/mm/yyyy)", "official_date"),
        ("Tổ chức Đảng đang sinh hoạt * (không sửa)", "unit_cell"),
        ("Nam", "gender_male"),
        ("Năm", "year"),
        ("Hoàn cảnh", "policy_group"),
    ],
)
def test_known_headings(heading: str, field: str) -> None:
    assert KNOWN.meaning(heading).fields == (field,)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Quê", "hometown"),
        ("QQ", "hometown"),
        ("Thẻ ĐV", "card_no"),
        ("Số thẻ ĐV (nếu có)", "card_no"),
        ("STT ", "row_no"),
        ("S.T.T", "row_no"),
        ("Ngày VĐ", "admission_date"),
        ("Ngày VĐ (dự bị)", "admission_date"),
        ("Ngày vào ĐCSVN", "admission_date"),
        ("Ngày KN", "admission_date"),
        ("Ngày kết nạp ĐV", "admission_date"),
        ("Ngày VĐ chính thức", "official_date"),
        ("Ngày chuyển CT", "official_date"),
        ("Họ tên đ/c", "full_name"),
        ("Họ và tên đồng chí", "full_name"),
        ("(3) Họ tên", "full_name"),
        ("3. Họ và tên ĐV", "full_name"),
        ("II- Họ tên", "full_name"),
        ("Họ tên Đ/C (in hoa)", "full_name"),
        ("Trú quán", "permanent_address"),
        ("Nơi\nĐKTT", "permanent_address"),
        ("Đã chuyển SH tạm thời chưa?", "away_transferred"),
        ("Số, ngày QĐ của huyện ủy", "exit_decision_no"),
        ("Loại huy hiệu", "badge_no"),
        ("Ngày/tháng/năm\nsinh", "birth_date"),
        ("Ngày - tháng - năm sinh", "birth_date"),
        ("Sinh năm", "birth_date"),
        ("Số CC", "national_id"),
        ("SLL", "resume_no"),
        ("Số lý lịch ĐV", "resume_no"),
        ("HHĐ", "badge_no"),
        ("Tình trạng ĐV", "status"),
        ("Loại ĐV", "member_type"),
        ("TĐ chuyên môn", "education_professional"),
        ("Ngày QĐ xóa tên", "exit_decision_date"),
        ("Số QĐ xóa tên", "exit_decision_no"),
        ("Mức đóng ĐP", "dues_rate"),
        ("Kết quả XL", "rating"),
        ("Cơ quan/đơn vị", "workplace"),
        ("Chi bộ SH", "unit_cell"),
        ("SĐT (nếu có)", "phone"),
    ],
)
def test_headings_as_offices_shorten_them(heading: str, field: str) -> None:
    assert KNOWN.meaning(heading).fields == (field,)


@pytest.mark.parametrize("heading", ["CT", "ĐV", "VĐ", "TĐ", "XL", "1. 2", "ĐVCT"])
def test_one_short_word_alone_is_not_guessed(heading: str) -> None:
    assert not KNOWN.meaning(heading).known


def test_no_heading_means_two_fields() -> None:
    meant = {(key(heading), fields) for heading, fields in shipped_texts()}
    loosely = {
        (loose_key(heading, abbreviations()), fields) for heading, fields in shipped_texts()
    }

    assert len(meant) == len({heading for heading, _ in meant})
    assert len(loosely) == len({heading for heading, _ in loosely})
    assert not doubtful().keys() & {heading for heading, _ in meant}


@pytest.mark.parametrize("heading", ["DT", "Dạng ngày", "", "Tên cha", "Quý V"])
def test_unknown_headings_are_not_guessed(heading: str) -> None:
    assert not KNOWN.meaning(heading).known


@pytest.mark.parametrize(
    ("heading", "month", "year"),
    [
        ("T1", 1, None),
        ("Tháng 01", 1, None),
        ("Th.3", 3, None),
        ("tháng mười hai", 12, None),
        ("01/2024", 1, 2024),
        ("Tháng 1/2024", 1, 2024),
        ("Jan-24", 1, 2024),
        ("T13", 13, None),
        ("Tháng 0", 0, None),
        ("SH T7", 7, None),
        ("Tháng 1 (SH)", 1, None),
    ],
)
def test_months(heading: str, month: int, year: int | None) -> None:
    meaning = KNOWN.meaning(heading)

    assert (meaning.month, meaning.year) == (month, year)


@pytest.mark.parametrize(
    ("heading", "meeting"), [("SH T1", True), ("ĐP T1", False), ("T1", None)]
)
def test_a_month_may_say_what_it_counts(heading: str, *, meeting: bool | None) -> None:
    assert KNOWN.meaning(heading).meeting is meeting


def test_a_bare_number_is_a_month_only_in_company() -> None:
    assert not KNOWN.meaning("1").known
    assert KNOWN.under("Số tiền nộp hằng tháng", "1").known


@pytest.mark.parametrize(
    ("parent", "child", "field"),
    [
        ("NGÀY, THÁNG, NĂM SINH", "NAM", "birth_male"),
        ("Giới tính", "Nữ", "gender_female"),
        ("Ngày vào Đảng", "Dự bị", "admission_date"),
        ("Ngày vào Đảng", "Chính thức", "official_date"),
        ("CHỨC VỤ\n HIỆN NAY", "ĐẢNG", "position_party"),
        ("Nơi đăng ký khai sinh", "Tỉnh *", "birth_place"),
        ("Quê", "Xã", "hometown"),
        ("Sinh năm", "Nữ", "birth_female"),
        ("NTNS", "Nam", "birth_male"),
    ],
)
def test_a_child_means_what_its_parent_makes_of_it(parent: str, child: str, field: str) -> None:
    assert KNOWN.under(parent, child).fields == (field,)


def test_a_taught_synonym_goes_first() -> None:
    taught = Dictionary({"Mã số": "card_no"})

    assert taught.meaning("MÃ SỐ:").fields == ("card_no",)
    assert KNOWN.meaning("MÃ SỐ:").fields == ("member_code",)


@pytest.mark.parametrize("heading", ["Họ, đệm", "Họ và lót", "Cột không ai biết"])
def test_the_column_left_of_a_lone_given_name_holds_the_family_name(
    read: ReadSheets, heading: str
) -> None:
    rows = [
        ["TT", heading, "Tên", "Ngày sinh"],
        [1, "Lò Văn", "An", "03/02/1970"],
        [2, "Quàng Thị", "Bé", "04/02/1970"],
    ]
    people = read({"Danh sách": rows}).tables[0].rows

    assert [row.full_name for row in people if isinstance(row, RosterRow)] == [
        "Lò Văn An",
        "Quàng Thị Bé",
    ]


@pytest.mark.parametrize("heading", ["SN", "NS", "S.N"])
@pytest.mark.parametrize("births", [(1970, 1981), ("03/02/1970", "4.2.1981")])
def test_a_doubtful_heading_over_dates_is_the_birth_date(
    read: ReadSheets, heading: str, births: tuple[object, object]
) -> None:
    rows = [
        ["TT", "Họ và tên", heading, "Quê"],
        [1, "Lò Văn An", births[0], "Mường Giả"],
        [2, "Quàng Thị Bé", births[1], "Mường Giả"],
    ]

    people = read({"Danh sách": rows}).tables[0].rows

    births_read = [row.birth_date for row in people if isinstance(row, RosterRow)]
    assert [birth and birth.year for birth in births_read] == [1970, 1981]


@pytest.mark.parametrize("heading", ["SN", "NS", "ĐT"])
def test_a_doubtful_heading_over_other_words_is_an_unknown_column(
    read: ReadSheets, heading: str
) -> None:
    rows = [
        ["TT", "Họ và tên", "Ngày sinh", heading],
        [1, "Lò Văn An", "03/02/1970", "Trạm y tế"],
        [2, "Quàng Thị Bé", "04/02/1970", "12"],
    ]

    table = read({"Danh sách": rows}).tables[0]

    assert table.unknown_columns == {"D": heading}


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Ngày vào Đảng/Chính thức", ("admission_date", "official_date")),
        ("Ngày vào Đảng / Ngày chính thức", ("admission_date", "official_date")),
        ("Họ và tên (năm sinh)", ("full_name", "birth_date")),
        ("CCCD/SĐT", ("national_id", "phone")),
        ("Nam/Nữ", ("gender",)),
        ("Số/ngày QĐ", ("exit_decision_no",)),
    ],
)
def test_headings_of_two_facts(heading: str, fields: tuple[str, ...]) -> None:
    assert Dictionary().meaning(heading).fields == fields
