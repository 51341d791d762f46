from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.model import Gap, Ground, ReviewList, State, Table
from partyroll.period import Month
from partyroll.report.letters.cover import cover_report
from partyroll.report.letters.evidence import evidence_sentences
from partyroll.report.letters.matter import Office, by_cell
from partyroll.report.letters.resolution import draft_resolution
from report.cells import column
from report.letters import CELL, concluded, lines, listed, month, reviewed

if TYPE_CHECKING:
    from partyroll.model import OfficialPaper
    from partyroll.report.lists import ListedPerson

GOLDEN = Path(__file__).parent / "golden"
OFFICE = Office(("Đảng bộ tỉnh Giả Định", "Đảng ủy xã Mẫu"), "Xã Mẫu", "T/M BAN THƯỜNG VỤ")
INFERRED = State.UNPAID_INFERRED
MEETINGS = Ground.SKIP_MEETINGS


def draft(*people: "ListedPerson") -> "OfficialPaper":
    matter = reviewed(*people)
    (cell,) = by_cell(matter.people)
    made = draft_resolution(cell, matter)
    assert made is not None
    return made


def cover(*people: "ListedPerson", gaps: tuple[Gap, ...] = ()) -> "OfficialPaper":
    return cover_report(reviewed(*people, gaps=gaps), OFFICE)


# --- What the books say -------------------------------------------------------------------
def test_a_reason_from_the_roster_is_not_called_the_books() -> None:
    said = "danh sách ghi “đi nước ngoài”, cần xác nhận"
    one = listed(
        month(2, note=said), month(3, State.UNEXCUSED, said, ground=Ground.SKIP_MEETINGS)
    )

    assert evidence_sentences(one.finding) == [
        "chưa đóng đảng phí tháng 2/2025; danh sách ghi “đi nước ngoài”, cần xác nhận",
        "vắng sinh hoạt tháng 3/2025; danh sách ghi “đi nước ngoài”, cần xác nhận",
    ]


def test_months_of_one_kind_make_one_sentence_dues_first() -> None:
    one = listed(
        month(4, State.UNEXCUSED, ground=MEETINGS),
        month(11, year=2024),
        month(2),
        month(3),
        month(9, INFERRED),
    )

    assert evidence_sentences(one.finding) == [
        "chưa đóng đảng phí tháng 11/2024, 2, 3/2025",
        "ô trống trong sổ đảng phí tháng 9/2025, suy ra là chưa đóng (đề nghị đối chiếu lại)",
        "vắng sinh hoạt không phép tháng 4/2025",
    ]


def test_a_reason_in_the_book_is_quoted_with_its_months() -> None:
    one = listed(month(3, note="nghỉ ốm"), month(4, note="nghỉ ốm"), month(5))

    assert evidence_sentences(one.finding) == [
        "chưa đóng đảng phí tháng 3, 4/2025, sổ ghi: “nghỉ ốm”",
        "chưa đóng đảng phí tháng 5/2025",
    ]


def test_an_absence_the_book_calls_excused_is_told_as_nobody_has_judged_it() -> None:
    one = listed(month(4, State.EXCUSED_MARKED, "ốm", ground=MEETINGS))

    assert evidence_sentences(one.finding) == [
        "vắng sinh hoạt tháng 4/2025, sổ ghi có phép, chưa ai xác nhận, sổ ghi: “ốm”"
    ]


# --- The draft of a cell ------------------------------------------------------------------
def test_the_draft_of_a_cell_says_what_books_say_and_leaves_blank_what_people_say() -> None:
    made = draft(listed(remarks=("đi làm xa",)))

    assert (made.kind, made.mark) == ("Nghị quyết", "DỰ THẢO để chi bộ xem xét")
    assert lines(made) == (GOLDEN / "du-thao-nghi-quyet.txt").read_text("utf-8").splitlines()


def test_the_draft_is_issued_by_the_cell_under_its_parent() -> None:
    made = draft(listed())

    assert (made.upper, made.issuer) == (("Đảng bộ xã Mẫu",), "Chi bộ 3")
    assert made.recipients == ("Đảng bộ xã Mẫu", "Lưu chi bộ")
    assert made.signer == "T/M CHI BỘ\nBÍ THƯ"


def test_people_without_a_known_cell_get_a_draft_without_its_name() -> None:
    made = draft(listed(path=()))

    assert (made.upper, made.issuer) == ((), "Chi bộ ………………")
    assert made.recipients == ("Cấp ủy cấp trên", "Lưu chi bộ")


def test_whoever_stands_there_by_blanks_alone_comes_last_under_a_warning() -> None:
    blank = listed(month(2, INFERRED), name="Bùi Văn Ba", only_inferred=True)

    told = lines(draft(blank, listed()))

    warning = next(n for n, line in enumerate(told) if "chỉ có tên nếu ô trống" in line)
    (first,) = (n for n, line in enumerate(told) if line.startswith("1. Đồng chí Nguyễn Văn"))
    (second,) = (n for n, line in enumerate(told) if line.startswith("2. Đồng chí Bùi Văn Ba"))
    assert first < warning < second


def test_nothing_is_said_of_a_birth_or_card_that_nobody_knows() -> None:
    told = lines(draft(listed(born=None, card_no=None)))

    assert "1. Đồng chí Nguyễn Văn An" in told


def test_a_cell_with_nobody_to_review_gets_no_draft() -> None:
    matter = reviewed(listed(on_list=ReviewList.WATCH))

    assert [draft_resolution(cell, matter) for cell in by_cell(matter.people)] == [None]


def test_what_a_cell_has_concluded_is_not_put_before_it_again() -> None:
    made = draft(listed(), concluded(listed(name="Bùi Văn Ba")))

    assert not any("Bùi Văn Ba" in line for line in lines(made))


def test_a_cell_that_concluded_everything_gets_no_draft() -> None:
    matter = reviewed(concluded(listed()))

    assert [draft_resolution(cell, matter) for cell in by_cell(matter.people)] == [None]


def test_the_report_says_how_many_were_concluded_before() -> None:
    made = cover(listed(), concluded(listed(name="Bùi Văn Ba")))

    assert any("; 1 đồng chí đã có kết luận với cùng căn cứ." in line for line in lines(made))


def test_a_kept_list_is_called_by_its_number() -> None:
    matter = replace(reviewed(listed()), number=7)

    (made,) = (draft_resolution(cell, matter) for cell in by_cell(matter.people))

    assert made is not None
    assert "danh sách rà soát số 7 năm 2025, tính đến" in lines(made)[2]


def test_people_on_other_lists_are_not_in_the_draft() -> None:
    made = draft(listed(), listed(name="Bùi Văn Ba", on_list=ReviewList.CHECK_REASON))

    assert not any("Bùi Văn Ba" in line for line in lines(made))
    assert set(column(made.annexes[0].tables[0], "full_name")) == {"Nguyễn Văn An"}


def test_the_annex_of_a_draft_shows_each_month_with_its_cell_in_the_workbook() -> None:
    (annex,) = draft(listed()).annexes

    (table,) = annex.tables
    assert column(table, "month") == ["2/2025", "6/2025", "7/2025", "8/2025"]
    assert column(table, "cell") == ["D7", "H7", "I7", "J7"]
    assert [c.key for c in table.columns if c.printed and c.key == "unit"] == []


def test_cells_of_one_name_in_two_communes_stay_apart() -> None:
    people = (listed(), listed(path=("Đảng bộ xã Khác", "Chi bộ 3")))

    cells = by_cell(people)

    assert [cell.path[0] for cell in cells] == ["Đảng bộ xã Khác", "Đảng bộ xã Mẫu"]
    assert [len(cell.people) for cell in cells] == [1, 1]


# --- The report that goes with the lists --------------------------------------------------
def test_the_report_counts_each_list_by_cell_with_a_sum() -> None:
    made = cover(
        listed(),
        listed(name="B", only_inferred=True),
        listed(name="C", on_list=ReviewList.CHECK_REASON, path=(CELL[0], "Chi bộ 10")),
        listed(name="D", on_list=ReviewList.WATCH),
    )

    (table,) = (c for c in made.contents if isinstance(c, Table))
    assert table.rows == (
        (1, "Chi bộ 3", 1, 1, 0, 1),
        (2, "Chi bộ 10", 0, 0, 1, 0),
        (None, "Cộng", 1, 1, 1, 1),
    )
    assert (
        "Đề nghị chi bộ xem xét 2 đồng chí (trong đó 1 chỉ khi ô trống là chưa đóng); cần xác"
        " minh lý do 1 đồng chí; theo dõi 1 đồng chí. Theo chi bộ:"
    ) in lines(made)


def test_cells_of_several_communes_are_named_with_them() -> None:
    made = cover(listed(), listed(path=("Đảng bộ xã Khác", "Chi bộ 3")))

    (table,) = (c for c in made.contents if isinstance(c, Table))
    assert column(table, "unit")[:2] == [
        "Chi bộ 3, Đảng bộ xã Khác",
        "Chi bộ 3, Đảng bộ xã Mẫu",
    ]


def test_the_report_prints_rule_and_counting_and_says_it_decides_nothing() -> None:
    made = cover(listed())

    told = lines(made)
    assert told[2:4] == ["Căn cứ: “…” (294-QĐ/TW).", "Cách đếm: từ 3 tháng."]
    assert made.notice == "Danh sách để xem xét, không phải quyết định."
    assert told[-1].endswith("vì có tên trong danh sách.")


def test_the_report_is_issued_by_the_office_and_signed_for_it() -> None:
    made = cover(listed())

    assert (made.upper, made.issuer) == (("Đảng bộ tỉnh Giả Định",), "Đảng ủy xã Mẫu")
    assert (made.place, made.signer) == ("Xã Mẫu", "T/M BAN THƯỜNG VỤ")


def test_nobody_on_any_list_is_an_answer() -> None:
    made = cover()

    assert "Không có đảng viên nào thuộc diện phải xem xét, xác minh hay theo dõi." in lines(
        made
    )
    assert "Sổ của các chi bộ đủ các tháng đã xét." in lines(made)
    assert [annex.title for annex in made.annexes] == ["PHỤ LỤC: THIẾT LẬP CÁCH ĐẾM"]


def test_missing_books_are_counted_and_annexed() -> None:
    months = (Month(2025, 8),)
    gaps = (
        Gap("Chi bộ 3", Ground.UNPAID_DUES, "empty_month", months),
        Gap("Chi bộ 10", Ground.UNPAID_DUES, "empty_month", months),
        Gap("Chi bộ 3", MEETINGS, "no_book", months),
    )

    made = cover(gaps=gaps)

    assert (
        "Không ai bị tính vì thiếu sổ. Cần bổ sung: sổ không ghi gì trong tháng (đảng phí): 2"
        " chi bộ; thiếu sổ (sinh hoạt): 1 chi bộ (phụ lục kèm theo)."
    ) in lines(made)
    assert [len(annex.tables[0].rows) for annex in made.annexes][:1] == [3]


def test_each_list_has_its_table_in_the_annex_with_the_evidence() -> None:
    made = cover(listed(), listed(name="Bùi Văn Ba", on_list=ReviewList.WATCH))

    first, second = made.annexes[0].tables
    assert [first.title, second.title] == [
        "Đề nghị chi bộ xem xét: 1 đồng chí",
        "Theo dõi: 1 đồng chí",
    ]
    assert column(first, "evidence") == ["chưa đóng đảng phí tháng 2, 6–8/2025"]


def test_only_lists_with_somebody_ask_for_something() -> None:
    told = lines(cover(listed(on_list=ReviewList.WATCH)))

    assert any(line.startswith("Theo dõi: nhắc đóng") for line in told)
    assert not any(line.startswith("Đề nghị chi bộ xem xét:") for line in told)
