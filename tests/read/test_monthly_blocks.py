"""The official dues book S01/ĐP: a block a month, arrears carried from one to the next."""

from collections.abc import Callable

import pytest

from partyroll.period import Month, PartialDate
from partyroll.read.facts import BookRow, ReadFile, TableKind
from read.s01 import MAU, SAMPLE, THU, block, merges, sheet, sums

Read = Callable[..., ReadFile]


def rows(file: ReadFile) -> list[BookRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, BookRow)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_the_blocks_of_a_year_are_one_book(read: Read) -> None:
    file = read(SAMPLE, merges=merges(4))

    (table,) = file.tables
    assert (table.kind, table.year, table.row_count) == (TableKind.DUES, 2024, 2)
    assert [(r.full_name, r.letters) for r in rows(file)] == [
        (MAU, "PUUP........"),
        (THU, "XXXX........"),
    ]
    assert file.problems == ()
    assert file.set_aside == ()


def test_a_later_payment_settles_the_months_it_pays(read: Read) -> None:
    mau = rows(read(SAMPLE, merges=merges(4)))[0]

    assert [(p.month, p.paid_on, p.amount, p.span, p.own, p.cell) for p in mau.payments] == [
        (Month(2024, 2), PartialDate(2024, 4), 10_000, 3, False, "I26"),
        (Month(2024, 3), PartialDate(2024, 4), 10_000, 3, False, "I26"),
    ]


def test_every_month_knows_its_own_cell(read: Read) -> None:
    mau = rows(read(SAMPLE, merges=merges(4)))[0]

    assert mau.cells == {0: "I8", 1: "I14", 2: "I20", 3: "I26"}
    assert mau.amounts == (10_000, None, None, 30_000, *[None] * 8)
    assert mau.rate == 10_000


def test_the_unit_stands_in_the_title(read: Read) -> None:
    mau = rows(read(SAMPLE, merges=merges(4)))[0]

    assert mau.unit is not None
    assert (mau.unit.name, mau.unit.parents) == ("Chi bộ Mẫu", ("Đảng bộ xã Mẫu",))


def test_a_part_payment_settles_the_oldest_month_first(read: Read) -> None:
    file = read(
        sheet(
            block(sums(10_000, 0, 10_000, 0, 10_000, month="1/2024")),
            block(sums(10_000, 10_000, 20_000, 0, 20_000, month="2/2024")),
            block(sums(10_000, 20_000, 30_000, 10_000, 20_000, month="3/2024")),
        ),
        merges=merges(3, height=5),
    )

    (row,) = rows(file)
    assert row.letters == "UUU........."
    assert [(p.month.number, p.paid_on) for p in row.payments] == [(1, PartialDate(2024, 3))]
    assert codes(file) == [("I18", "part_payment")]


def test_what_does_not_add_up_is_told_and_kept(read: Read) -> None:
    file = read(
        sheet(
            block(sums(10_000, 0, 10_000, 0, 10_000, month="1/2024")),
            block(sums(10_000, 5_000, 25_000, 0, 15_000, month="2/2024"), total=7_000),
        ),
        merges=merges(2, height=5),
    )

    assert sorted(codes(file)) == [
        ("G13", "arrears_not_carried"),
        ("H13", "dues_do_not_add_up"),
        ("I14", "total_mismatch"),
        ("J13", "dues_do_not_add_up"),
    ]
    assert rows(file)[0].letters == "UU.........."


def test_arrears_of_months_before_the_book_are_told(read: Read) -> None:
    file = read(
        sheet(block(sums(10_000, 10_000, 20_000, 20_000, 0, month="3/2024"))),
        merges=merges(1),
    )

    (row,) = rows(file)
    assert row.letters == "..P........."
    assert [p.month.number for p in row.payments] == [2]
    assert row.cells == {2: "I8"}
    assert codes(file) == [("G8", "arrears_from_before")]


def test_arrears_that_divide_into_no_months_settle_none(read: Read) -> None:
    file = read(
        sheet(block(sums(10_000, 15_000, 25_000, 25_000, 0, month="3/2024"))),
        merges=merges(1),
    )

    assert rows(file)[0].payments == ()


def test_two_years_in_one_sheet_are_two_books(read: Read) -> None:
    file = read(
        sheet(
            block(sums(10_000, 0, 10_000, 0, 10_000, month="12/2023")),
            block(sums(10_000, 10_000, 20_000, 20_000, 0, month="1/2024")),
        ),
        merges=merges(2, height=5),
    )

    assert [
        (t.year, [r.letters for r in t.rows if isinstance(r, BookRow)]) for t in file.tables
    ] == [
        (2023, ["...........U"]),
        (2024, ["P..........."]),
    ]
    assert [p.month for r in rows(file) for p in r.payments] == [Month(2023, 12)]


def month_sheet(number: int, *numbers: object) -> list[list[object]]:
    heading: list[object] = [
        "TT",
        "Họ và tên",
        "Phải nộp",
        "Nợ tháng trước",
        "Đã nộp",
        "Còn nợ",
    ]
    title = f"THU ĐẢNG PHÍ THÁNG {number} NĂM 2024 - CHI BỘ THÔN HẠ"
    return [[title], heading, [1, MAU, *numbers]]


def test_a_sheet_for_each_month_is_one_book(read: Read) -> None:
    file = read(
        {
            "T1": month_sheet(1, 10_000, 0, 0, 10_000),
            "T2": month_sheet(2, 10_000, 10_000, 20_000, 0),
        }
    )

    (row,) = rows(file)
    assert row.letters == "UP.........."
    assert row.cells == {0: "E3", 1: "T2!E3"}
    assert [(p.month.number, p.cell) for p in row.payments] == [(1, "T2!E3")]


def test_a_line_without_a_month_is_set_aside(read: Read) -> None:
    file = read(
        sheet(
            block(
                sums(10_000, 0, 10_000, 10_000, 0, month="1/2024"),
                sums(10_000, 0, 10_000, 10_000, 0, month="13/2024", name=THU),
            )
        ),
        merges=merges(1),
    )

    assert [(s.row, s.code) for s in file.set_aside] == [(9, "period_unclear")]
    assert [r.full_name for r in rows(file)] == [MAU]


def test_a_line_written_twice_in_one_month_is_set_aside(read: Read) -> None:
    paid = sums(10_000, 0, 10_000, 10_000, 0, month="1/2024")
    file = read(
        sheet(
            block(paid, paid),
            block(sums(10_000, 0, 10_000, 10_000, 0, month="2/2024")),
            block(sums(10_000, 0, 10_000, 10_000, 0, month="3/2024")),
        ),
    )

    assert [r.letters for r in rows(file)] == ["PPP........."]
    assert [(s.row, s.code) for s in file.set_aside] == [(9, "duplicate_row")]


@pytest.mark.parametrize(
    ("cells", "letter"),
    [
        ((10_000, 0, 10_000, "x", None), "P"),
        ((10_000, 0, 10_000, "đã nộp", 0), "P"),
        ((10_000, 0, 10_000, "chưa", 10_000), "U"),
        ((10_000, 0, 10_000, "nghỉ ốm", 10_000), "N"),
        ((10_000, 0, 10_000, None, 10_000), "U"),
        ((10_000, 0, 10_000, "-", 10_000), "U"),
        ((10_000, 0, 10_000, 0, None), "U"),
        ((10_000, 0, 10_000, None, None), "."),
        ((10_000, 0, 10_000, None, 0), "?"),
        ((10_000, 0, 10_000, None, 4_000), "?"),
        ((10_000, 0, 10_000, 6_000, 4_000), "P"),
        (("10.000", "-", "10.000", "10.000 đ", "-"), "P"),
        ((0, 0, 0, 0, 0), "o"),
        ((None, None, None, None, None), "."),
    ],
)
def test_what_one_line_says(read: Read, cells: tuple[object, ...], letter: str) -> None:
    file = read(sheet(block(sums(*cells, month="1/2024"))), merges=merges(1))

    assert [r.letters for r in rows(file)] == [f"{letter}..........."]


@pytest.mark.parametrize(
    ("mark", "letter"), [("X", "X"), ("miễn", "X"), ("hộ nghèo", "X"), ("giảm 50%", "P")]
)
def test_what_the_column_of_exemption_says(read: Read, mark: str, letter: str) -> None:
    paid = (5_000, 0, 5_000, 5_000, 0) if letter == "P" else ("-",) * 5
    line = [1, MAU, mark, "1/2024", None, *paid]

    file = read(sheet(block(line)), merges=merges(1))

    assert [r.letters for r in rows(file)] == [f"{letter}..........."]


PART_TWO: list[list[object]] = [
    ["PHẦN II - NỘP ĐẢNG PHÍ"],
    ["Tháng/năm", "Số tiền đảng phí đã thu", "Trích giữ lại", "Nộp cấp trên", "Ghi chú"],
    ["1/2024", 10_000, 7_000, 3_000, None],
    ["2/2024", 10_000, 7_000, 3_000, None],
    ["Cộng", 20_000, 14_000, 6_000, None],
]


@pytest.mark.parametrize(
    "sheets", [{"S01": [*SAMPLE["S01"], *PART_TWO]}, {**SAMPLE, "Phần II": PART_TWO}]
)
def test_totals_of_the_cell_are_recognised_and_not_imported(
    read: Read, sheets: dict[str, list[list[object]]]
) -> None:
    file = read(sheets, merges=merges(4))

    kinds = {table.kind: len(table.rows) for table in file.tables}
    assert kinds == {TableKind.DUES: 2, TableKind.DUES_TOTALS: 0}
    assert {code for _, code in codes(file)} == {"kind_not_read"}
    assert file.set_aside == ()


SIGNED: list[list[object]] = [
    [*[None] * 6, "Ngày 31 tháng 1 năm 2024"],
    ["NGƯỜI NỘP", None, None, "THỦ QUỸ"],
    [None, "Lò Văn Ký"],
]


def test_blocks_signed_one_by_one_are_one_book(read: Read) -> None:
    first = block(sums(10_000, None, 10_000, 0, 10_000, month="1/2024"))
    second = block(sums(10_000, 10_000, 20_000, 20_000, 0, month="2/2024"))

    file = read(sheet([*first, *SIGNED], [*second, *SIGNED]))

    (row,) = rows(file)
    assert (row.letters, row.unit.name if row.unit else "") == ("UP..........", "Chi bộ Mẫu")
    assert [p.month.number for p in row.payments] == [1]
    assert file.problems == ()


def test_the_month_may_stand_above_its_block(read: Read) -> None:
    blocks: list[list[list[object]]] = [
        [[f"Tháng {month} năm 2024"], *block(sums(*numbers, month=None))]
        for month, numbers in (
            (1, (10_000, None, 10_000, 0, 10_000)),
            (2, (10_000, 10_000, 20_000, 20_000, 0)),
        )
    ]

    (row,) = rows(read(sheet(*blocks)))

    assert row.letters == "UP.........."
    assert row.unit is not None


def test_a_year_of_one_member_in_one_table(read: Read) -> None:
    lines = [sums(10_000, None, 10_000, 10_000, 0, month=f"{m}/2024") for m in range(1, 13)]

    (row,) = rows(read(sheet(block(*lines)), merges=merges(1)))

    assert row.letters == "P" * 12


def test_a_fault_in_a_sum_is_told_once(read: Read) -> None:
    file = read(sheet(block(sums(10_000, None, 10_000, -5_000, 0, month="1/2024"))))

    assert codes(file) == [("I8", "negative_amount")]
    assert rows(file)[0].letters == "?..........."


def test_what_stands_in_a_doubtful_cell_is_shown(read: Read) -> None:
    file = read(sheet(block(sums(10_000, 15_000, 25_000, 25_000, 0, month="3/2024"))))

    assert [(p.code, p.found) for p in file.problems] == [("arrears_from_before", "15000")]
