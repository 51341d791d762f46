from datetime import date

from partyroll.model import (
    EarlyWarning,
    Gap,
    Ground,
    MonthFact,
    Source,
    State,
    Table,
    WatchKind,
)
from partyroll.period import Month
from partyroll.report.documents import Letterhead
from partyroll.report.letters.matter import Office
from partyroll.report.watching import (
    NOTHING,
    CellWatch,
    MissingBook,
    WatchedPerson,
    every_warning,
    missing_table,
    people_table,
    summary_table,
    watch_document,
    watch_papers,
)
from report.cells import column
from report.letters import lines

OFFICE = Office(("Đảng ủy xã Mẫu",), "Xã Mẫu")
PATH = ("Đảng bộ xã Mẫu", "Chi bộ 3")


def warning(
    kind: WatchKind = WatchKind.ONE_MONTH_LEFT, *cells: str, until: date | None = None
) -> EarlyWarning:
    months = tuple(
        MonthFact(
            Month(2025, number),
            Ground.UNPAID_DUES,
            State.UNPAID,
            source=Source("so.xlsx", "Đảng phí", 7, cell),
        )
        for number, cell in enumerate(cells, start=1)
    )
    return EarlyWarning(kind, "2 tháng", "Nhắc đóng.", until, months)


def someone(*warnings: EarlyWarning, name: str = "Nguyễn Văn An") -> WatchedPerson:
    return WatchedPerson(name, name, warnings, "********0001", "Thôn Mẫu")


def missing(kind: str = "empty_month") -> MissingBook:
    gap = Gap("Chi bộ 3", Ground.UNPAID_DUES, kind, (Month(2025, 8),), text="thiếu sổ")
    return MissingBook(gap, "Nộp sổ.")


def test_a_person_with_two_warnings_is_named_once() -> None:
    table = people_table([someone(warning(), warning(WatchKind.PERMISSION_ENDS)), someone()])

    assert column(table, "full_name") == ["Nguyễn Văn An", None]
    assert column(table, "number") == [1, None]
    assert column(table, "person_id") == ["Nguyễn Văn An", "Nguyễn Văn An"]


def test_the_cells_behind_a_count_name_their_sheet_once() -> None:
    table = people_table([someone(warning(WatchKind.ONE_MONTH_LEFT, "F7", "G7"))])

    assert column(table, "evidence") == ["Đảng phí: F7, G7"]


def test_what_was_done_is_left_blank_to_be_written_by_hand() -> None:
    for_people, for_books = people_table([someone(warning())]), missing_table([missing()])

    assert [c.key for c in for_people.columns if c.by_hand] == ["done"]
    assert [c.key for c in for_books.columns if c.by_hand] == ["done"]
    assert column(for_people, "done") == column(for_books, "done") == [None]


def test_a_missing_book_names_its_months_and_what_is_asked() -> None:
    table = missing_table([missing()])

    assert table.rows == ((1, "đảng phí", "8/2025", "Nộp sổ.", None),)


def test_the_summary_counts_people_by_kind_and_adds_up() -> None:
    ends = warning(WatchKind.PERMISSION_ENDS)
    cells = [
        CellWatch(PATH, (someone(warning(), ends), someone(ends)), (missing(),)),
        CellWatch((PATH[0], "Chi bộ 10"), (someone(warning()),)),
    ]

    table = summary_table(cells)

    assert [c.key for c in table.columns[2:]] == [
        "people",
        "one_month_left",
        "permission_ends",
        "missing",
    ]
    assert table.rows == (
        (1, "Chi bộ 3, Đảng bộ xã Mẫu", 2, 1, 2, 1),
        (2, "Chi bộ 10, Đảng bộ xã Mẫu", 1, 1, 0, 0),
        (None, "Cộng", 3, 2, 2, 1),
    )


def test_the_workbook_has_a_summary_and_a_sheet_for_each_cell() -> None:
    cells = [
        CellWatch(PATH, (someone(warning()),), (missing(),)),
        CellWatch((), (), (missing(),)),
    ]

    made = watch_document(
        cells, subtitle="Năm 2025", intro=("Căn cứ",), letterhead=Letterhead()
    )

    assert [sheet.name for sheet in made.sheets] == ["Tổng hợp", "Chi bộ 3", "(chưa rõ chi bộ)"]
    assert [table.id for table in made.sheets[1].tables] == ["people", "missing"]
    assert [table.id for table in made.sheets[2].tables] == ["missing"]


def test_each_cell_gets_a_landscape_page_addressed_to_its_secretary() -> None:
    (paper,) = watch_papers([CellWatch(PATH, (someone(warning()),))], OFFICE, intro="Từ sổ.")

    assert (paper.subject, paper.landscape) == ("gửi đồng chí bí thư Chi bộ 3", True)
    assert lines(paper) == ["Từ sổ.", "Đảng viên cần nhắc, giúp đỡ:"]
    assert [c.id for c in paper.contents if isinstance(c, Table)] == ["people"]


def test_nothing_to_do_is_said_on_a_page_of_its_own() -> None:
    (paper,) = watch_papers([], OFFICE, intro="Từ sổ.")

    assert lines(paper) == ["Từ sổ.", NOTHING]


def test_programs_get_one_row_for_each_warning_and_each_missing_book() -> None:
    ends = warning(WatchKind.PERMISSION_ENDS, until=date(2025, 12, 31))
    table = every_warning([CellWatch(PATH, (someone(ends),), (missing("no_book"),))])

    assert column(table, "kind") == ["permission_ends", "no_book"]
    assert column(table, "until") == [date(2025, 12, 31), None]
    assert column(table, "unit") == ["Chi bộ 3", "Chi bộ 3"]
