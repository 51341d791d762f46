"""A file kept for years, with a sheet for each: the newest says how somebody stands."""

from collections.abc import Callable

from partyroll.read.facts import ReadFile, RosterRow

Read = Callable[..., ReadFile]
TITLE = ["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN HẠ"]
HEADING = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Ngày vào Đảng", "Ghi chú"]
AN = [1, "Lò Văn An", "05/03/1955", "099000000001", "03/02/1985"]
BINH = [2, "Lò Văn Bình", "05/03/1956", "099000000002", "03/02/1986"]
CHI = [3, "Lò Văn Chí", "05/03/1957", "099000000003", "03/02/1987"]


def people(file: ReadFile) -> dict[str, str]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]
    return {row.full_name: row.note for row in rows}


def test_of_sheets_of_several_years_the_newest_row_counts(read: Read) -> None:
    old = [TITLE, HEADING, [*AN, "tổ 1"], [*BINH, "tổ 1"]]
    new = [TITLE, HEADING, [*AN, "tổ 2"], [*CHI, "tổ 2"]]

    file = read({"2022": old, "2025": new})

    assert people(file) == {"Lò Văn An": "tổ 2", "Lò Văn Bình": "tổ 1", "Lò Văn Chí": "tổ 2"}
    assert file.set_aside == ()
    assert [(p.sheet, p.code) for p in file.problems] == [("2022", "summary_sheet")]


def test_another_name_under_one_card_is_a_conflict_in_any_year(read: Read) -> None:
    other = ["Lò Văn Ân", *AN[2:]]

    file = read({"2022": [TITLE, HEADING, [1, *other]], "2025": [TITLE, HEADING, AN]})

    assert people(file) == {"Lò Văn An": ""}
    assert [one.row for one in file.set_aside] == [3]
