"""Tables are found by their headings, wherever they stand and whatever surrounds them."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ReadFile, RosterRow, TableKind

Read = Callable[..., ReadFile]
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
AN = [1, "Nguyễn Văn An", "05/03/1979", "099000000001"]
BINH = [2, "Trần Thị Bình", "12/11/1958", "099000000002"]


def people(file: ReadFile) -> list[RosterRow]:
    rows = [row for table in file.tables for row in table.rows]
    return [row for row in rows if isinstance(row, RosterRow)]


def names(file: ReadFile) -> list[str]:
    return [row.full_name for row in people(file)]


def units(file: ReadFile) -> list[str | None]:
    return [row.unit.name if row.unit else None for row in people(file)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_addresses_are_right_when_rows_and_columns_are_empty_before(read: Read) -> None:
    rows: list[list[object]] = [[], [], [None, None, *HEADING], [None, None, *AN]]
    rows[3][4] = "31/02/1980"

    file = read({"DS": rows})

    assert file.tables[0].range == "C3:F4"
    assert codes(file) == [("E4", "invalid_date")]


def test_stacked_tables_of_two_cells_are_two_tables(read: Read) -> None:
    first = [["CHI BỘ THÔN ĐÔNG"], HEADING, AN]
    second = [[], ["CHI BỘ THÔN ĐOÀI"], HEADING, [1, *BINH[1:]]]

    file = read({"DS": [*first, *second]})

    assert [table.range for table in file.tables] == ["A2:D3", "A6:D7"]
    assert units(file) == ["Chi bộ thôn Đông", "Chi bộ thôn Đoài"]


def test_a_heading_repeated_on_a_new_page_goes_on_with_the_table(read: Read) -> None:
    file = read({"DS": [HEADING, AN, HEADING, BINH]})

    assert [table.row_count for table in file.tables] == [2]
    assert names(file) == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_signature_block_ends_the_table(read: Read) -> None:
    signature = [
        [None, None, "Xã Mẫu, ngày 31 tháng 12 năm 2024"],
        ["NGƯỜI LẬP BIỂU", None, "T/M CHI ỦY"],
        [None, None, "(Ký, ghi rõ họ tên)"],
        [None, "Người Ký Giả Định"],
    ]

    file = read({"DS": [HEADING, AN, [], *signature]})

    assert names(file) == ["Nguyễn Văn An"]
    assert str(file.tables[0].book_date) == "2024-12-31"


@pytest.mark.parametrize(
    "total",
    [
        "Cộng chi bộ: 2 đ/c",
        "Tổng cộng: 2 đồng chí",
        "Danh sách này gồm 2 đồng chí",
        "Mang sang",
        "Trang trước chuyển sang",
    ],
)
def test_totals_are_no_members(read: Read, total: str) -> None:
    file = read({"DS": [HEADING, AN, BINH, [total]]})

    assert (len(people(file)), file.problems) == (2, ())


def test_a_count_that_the_rows_do_not_bear_out_is_told(read: Read) -> None:
    file = read({"DS": [HEADING, AN, BINH, ["Tổng cộng: 3 đồng chí"]]})

    assert codes(file) == [("A4", "total_mismatch")]


@pytest.mark.parametrize(
    ("section", "unit"),
    [
        ("I. Chi bộ thôn 1", "Chi bộ thôn 1"),
        ("II- CHI BỘ TRẠM Y TẾ", "Chi bộ Trạm Y Tế"),
        ("Chi bộ: Thôn Đông (12 đ/c)", "Chi bộ Thôn Đông"),
        ("1. Chi bộ Trường THCS", "Chi bộ Trường THCS"),
        ("Chi bộ 10", "Chi bộ 10"),
    ],
)
def test_a_section_row_names_the_unit(read: Read, section: str, unit: str) -> None:
    assert units(read({"DS": [HEADING, [section], AN]})) == [unit]


def test_a_section_in_the_second_column_behind_its_number(read: Read) -> None:
    assert units(read({"DS": [HEADING, ["I", "Chi bộ thôn 1"], AN]})) == ["Chi bộ thôn 1"]


def test_a_committee_among_the_sections_is_the_parent(read: Read) -> None:
    rows = [HEADING, ["A. ĐẢNG BỘ XÃ MẪU"], ["I. Chi bộ thôn 1"], AN]

    person = people(read({"DS": rows}))[0]

    assert person.unit is not None
    assert (person.unit.name, person.unit.parents) == ("Chi bộ thôn 1", ("Đảng bộ xã Mẫu",))


def test_column_then_section_then_title_then_sheet_name(read: Read) -> None:
    heading = [*HEADING, "Chi bộ"]
    title = ["DANH SÁCH ĐẢNG VIÊN CHI BỘ 9"]
    rows = [title, heading, [*AN, "Chi bộ 1"], ["I. Chi bộ 2"], BINH]

    assert units(read({"Chi bộ 8": rows})) == ["Chi bộ 1", "Chi bộ 2"]
    assert units(read({"Chi bộ 8": [title, HEADING, AN]})) == ["Chi bộ 9"]
    assert units(read({"Chi bộ 8": [HEADING, AN]})) == ["Chi bộ 8"]
    assert units(read({"Sheet1": [HEADING, AN]})) == [None]


def test_columns_of_upper_units_are_parents_from_the_left(read: Read) -> None:
    heading = [*HEADING, "Đảng bộ", "Đảng bộ cơ sở", "Chi bộ"]

    person = people(
        read({"DS": [heading, [*AN, "Đảng bộ huyện Mẫu", "Đảng bộ xã Mẫu", "Chi bộ 1"]]})
    )[0]

    assert person.unit is not None
    assert person.unit.parents == ("Đảng bộ huyện Mẫu", "Đảng bộ xã Mẫu")


def test_a_merged_unit_cell_holds_for_its_rows(read: Read) -> None:
    heading = [*HEADING, "Chi bộ"]

    file = read(
        {"DS": [heading, [*AN, "Chi bộ thôn 1"], [*BINH, None]]}, merges={"DS": ["E2:E3"]}
    )

    assert units(file) == ["Chi bộ thôn 1", "Chi bộ thôn 1"]


def test_an_upper_unit_named_once_holds_for_the_workbook(read: Read) -> None:
    file = read({"A": [["ĐẢNG BỘ XÃ MẪU"], HEADING, AN], "B": [HEADING, BINH]})

    assert [row.unit.parents if row.unit else () for row in people(file)] == [
        ("Đảng bộ xã Mẫu",),
        ("Đảng bộ xã Mẫu",),
    ]


def test_two_rows_of_headings_without_merges(read: Read) -> None:
    parents = ["STT", "Họ và tên", "Ngày, tháng, năm sinh", None, "Số thẻ"]
    children = [None, None, "Nam", "Nữ", None]

    file = read({"DS": [parents, children, [1, "Lê Bình", None, "05/03/1979", "099000000001"]]})

    assert file.tables[0].heading_rows == (1, 2)
    assert (people(file)[0].gender, str(people(file)[0].birth_date)) == ("Nữ", "1979-03-05")


def test_children_repeat_under_parents_of_addresses(read: Read) -> None:
    parents = ["STT", "Họ và tên *", "Số thẻ", "Quê quán (theo mô hình 2 cấp)", None, None]
    children = [None, None, None, "Quốc gia *", "Tỉnh *", "Địa chỉ chi tiết *"]
    row = [1, "NGUYỄN VĂN AN", "099000000001", "Việt Nam", "Tỉnh C", "xã D"]

    file = read({"DS": [parents, children, row]}, merges={"DS": ["D1:F1", "A1:A2", "B1:B2"]})

    assert people(file)[0].hometown == "xã D, Tỉnh C, Việt Nam"


def test_several_facts_in_one_cell(read: Read) -> None:
    heading = ["STT", "Họ và tên, Ngày sinh", "Số thẻ đảng viên/Số lý lịch", "Quê quán"]
    row = [1, "Nguyễn Văn An\n05/03/1979", "099000000001/LL-12", "xã Mẫu"]

    person = people(read({"DS": [heading, row]}))[0]

    assert (person.full_name, str(person.birth_date)) == ("Nguyễn Văn An", "1979-03-05")
    assert (person.card_no, person.resume_no) == ("099000000001", "LL-12")


def test_mixed_unicode_in_headings_names_and_units_is_one_spelling(read: Read) -> None:
    heading = [
        "STT",
        "Ho\u0323 va\u0300 te\u0302n\u00a0",
        "Nga\u0300y sinh",
        "Chi bo\u0323\u0302",
    ]
    row = [1, " TRẦN\u00a0 THỊ THỬ\t", "12/11/1958", "Chi bộ\u200b  Trạm Mẫu"]

    person = people(read({"DS": [heading, row]}))[0]

    assert person.full_name == "Trần Thị Thử"
    assert person.unit is not None
    assert person.unit.name == "Chi bộ Trạm Mẫu"


def test_columns_beyond_z_keep_their_letters(read: Read) -> None:
    filler = [f"Cột {number}" for number in range(30)]

    file = read({"DS": [[*HEADING, *filler, "Quê quán"], [*AN, *[None] * 30, "xã Mẫu"]]})

    assert file.tables[0].columns["AI"] == ("hometown",)
    assert file.tables[0].unknown_columns["E"] == "Cột 0"


def test_a_synonym_the_user_taught_is_known(read: Read) -> None:
    rows = [["STT", "HVT", "Ngày sinh", "Số thẻ"], AN]

    assert names(read({"DS": rows}, headings={"HVT": "full_name"})) == ["Nguyễn Văn An"]


def test_a_line_of_text_among_people_is_told_and_no_member(read: Read) -> None:
    file = read({"DS": [HEADING, AN, ["A. Đảng viên hưu trí"], BINH]})

    assert codes(file) == [("A3", "unread_line")]
    assert len(people(file)) == 2


def test_a_sheet_without_a_table_is_named(read: Read) -> None:
    guide = [["Hướng dẫn nhập: mỗi chi bộ một trang. Họ và tên viết chữ in hoa."]]

    file = read({"Hướng dẫn": guide, "DS": [HEADING, AN]})

    assert [table.kind for table in file.tables] == [TableKind.SKIPPED, TableKind.ROSTER]
    assert [(p.sheet, p.code) for p in file.problems] == [("Hướng dẫn", "sheet_skipped")]


def test_private_columns_are_named_and_not_read(read: Read) -> None:
    heading = [*HEADING, "Dân tộc", "Số điện thoại", "Email"]

    file = read({"DS": [heading, [*AN, "Kinh", "0900000000", "a@example.invalid"]]})

    assert file.tables[0].unknown_columns == {
        "E": "Dân tộc",
        "F": "Số điện thoại",
        "G": "Email",
    }
    assert people(file)[0].attributes == {}


def test_ethnicity_is_read_only_on_request(read: Read) -> None:
    rows = [[*HEADING, "Dân tộc"], [*AN, "Kinh"]]

    file = read({"DS": rows}, sensitive=frozenset({"ethnicity"}))

    assert people(file)[0].attributes == {"ethnicity": "Kinh"}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        (["TT", "Họ tên", "Nơi đi làm ăn xa", "Đi từ tháng/năm"], TableKind.AWAY),
        (["TT", "Họ tên", "Tự xếp loại", "Chi bộ xếp loại"], TableKind.RATINGS),
        (["TT", "Họ tên", "Ngày chuyển đi", "Nơi chuyển đến"], TableKind.TRANSFERS),
        (["TT", "Họ tên", "Lý do", "Từ ngày", "Đến ngày"], TableKind.EXCUSES),
        (["TT", "Họ tên", "Ý kiến chi bộ", "Kết luận của chi bộ"], TableKind.REVIEW_ANSWERS),
    ],
)
def test_other_kinds_are_recognised_and_counted(
    read: Read, heading: list[str], kind: TableKind
) -> None:
    table = read({"Sheet1": [heading, [1, "Nguyễn Văn An", "x", "x"]]}).tables[0]

    assert (table.kind, table.row_count, table.rows) == (kind, 1, ())


def test_saving_the_same_content_again_keeps_its_digest(read: Read) -> None:
    first = read({"DS": [HEADING, AN]}, file="a.xlsx")
    again = read({"DS": [HEADING, AN]}, file="b.xlsx")
    other = read({"DS": [HEADING, BINH]}, file="c.xlsx")

    assert first.content_sha256 == again.content_sha256
    assert first.content_sha256 != other.content_sha256


@pytest.mark.parametrize("group", [["I", "Cán bộ"], ["A.", "Nông dân"], [None, "Tổ 1"]])
def test_the_heading_of_a_group_is_nobody(read: Read, group: list[str | None]) -> None:
    file = read({"DS": [HEADING, group, AN, [*group, None, None, "(1 đ/c)"], [1, *BINH[1:]]]})

    assert names(file) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert {code for _, code in codes(file)} == {"unread_line"}


@pytest.mark.parametrize("number", ["I", None])
def test_a_hamlet_over_its_people_is_their_cell(read: Read, number: str | None) -> None:
    rows = [HEADING, [number, "THÔN ĐÔNG"], AN, [number, "THÔN TÂY"], [1, *BINH[1:]]]

    file = read({"DS": [["ĐẢNG BỘ XÃ MẪU"], *rows]})

    assert units(file) == ["Chi bộ thôn Đông", "Chi bộ thôn Tây"]


def test_a_hamlet_is_a_part_of_the_cell_that_the_title_names(read: Read) -> None:
    rows = [["CHI BỘ LIÊN THÔN"], HEADING, ["I", "Thôn Đông"], AN]

    file = read({"DS": rows})

    assert units(file) == ["Chi bộ Liên thôn"]


def test_a_surname_like_a_word_for_a_hamlet_stays_a_person(read: Read) -> None:
    file = read({"DS": [HEADING, AN, [2, "Bàn Văn An"], [None, "Lang Thị Bình"]]})

    assert names(file) == ["Nguyễn Văn An", "Bàn Văn An", "Lang Thị Bình"]


@pytest.mark.parametrize("title", ["CHI BỘ THÔN NAM", "CHI BỘ THÔN NAM NĂM 2024"])
def test_a_hamlet_in_the_south_keeps_its_name(read: Read, title: str) -> None:
    file = read({"DS": [[title], HEADING, AN]})

    assert units(file) == ["Chi bộ thôn Nam"]


def test_what_the_paper_is_stands_outside_the_name_of_its_cell(read: Read) -> None:
    file = read({"DS": [["CHI BỘ THÔN TÂY - DANH SÁCH VÀ ĐẢNG PHÍ"], HEADING, AN]})

    assert units(file) == ["Chi bộ thôn Tây"]
