"""Workbooks gone wrong as they do in offices: a good book, and one seeded mistake in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from e2e.books import workbook

Cells = list[object]
MONTHS = range(12)
UNITS = ("Chi bộ thôn Thượng", "Chi bộ thôn Hạ")
FAMILY = ("Lò", "Quàng", "Cà", "Tòng", "Lường", "Bạc", "Hoàng", "Vì", "Điêu", "Mùa")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Én", "Giang", "Hà", "Khánh", "Linh", "Minh")
RATE = 20_000
FIRST_MONTH = 5  # the column of T1 in a dues row


@dataclass(frozen=True, slots=True)
class Book:
    """A dues sheet before it is written: title, heading, rows of people, the row of sums."""

    name: str
    title: str
    heading: Cells
    rows: list[Cells]

    def save(self, folder: Path) -> Path:
        sums = ["", "Cộng", "", "", "", *map(_sum, zip(*_months(self), strict=True))]
        sheet = [(self.title,), (), self.heading, *self.rows, sums]
        return workbook(folder / self.name, {"Sheet1": sheet})


def seeded(seed: int) -> Random:
    """Return the chance of one case, the same every time."""
    return Random(seed)  # noqa: S311 (invented workbooks, no secrets)


def people() -> list[Cells]:
    """Twenty people of two units: name, birth date, gender, card, admission, unit."""
    return [
        [
            f"{FAMILY[n % 10]} Văn {GIVEN[(n * 3 + n // 10) % 10]}",
            f"{n % 27 + 1:02d}/{n % 12 + 1:02d}/{1955 + n}",
            "Nam",
            f"099{n:09d}",
            f"{(n * 5) % 27 + 1:02d}/{(n * 7) % 12 + 1:02d}/{1985 + n}",
            UNITS[n // 10],
        ]
        for n in range(20)
    ]


ROSTER_HEADING: Cells = [
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính"),
    *("Số thẻ đảng viên", "Ngày vào Đảng", "Chi bộ"),
]


def roster_sheet(rows: list[Cells], heading: Cells | None = None) -> list[Cells]:
    return [heading or ROSTER_HEADING, *([n, *row] for n, row in enumerate(rows, start=1))]


def dues(year: int, seed: int = 1) -> Book:
    """A good book: most pay every month, some owe a month or two, all sums right."""
    random = seeded(seed * 10_000 + year)
    rows: list[Cells] = []
    for number, person in enumerate(people(), start=1):
        months: Cells = [RATE] * 12
        for month in random.sample(MONTHS, k=random.choice((0, 0, 1, 2))):
            months[month] = "chưa đóng"
        rows.append([number, person[0], person[5], person[3], RATE, *months])
    heading: Cells = [
        *("STT", "Họ và tên", "Chi bộ", "Số thẻ", "Mức đóng"),
        *(f"T{month}" for month in range(1, 13)),
    ]
    return Book(f"dang phi {year}.xlsx", f"SỔ THU ĐẢNG PHÍ NĂM {year}", heading, rows)


def _months(book: Book) -> list[Cells]:
    return [row[FIRST_MONTH : FIRST_MONTH + 12] for row in book.rows]


def _sum(column: tuple[object, ...]) -> int:
    return sum(cell for cell in column if isinstance(cell, int))


def each_row(book: Book, change: Callable[[Cells, int], Cells]) -> Book:
    """Return the book with the months of each row changed."""
    rows = [
        [*row[:FIRST_MONTH], *change([*row[FIRST_MONTH:]], place)]
        for place, row in enumerate(book.rows)
    ]
    return replace(book, rows=rows)


# --- Mistakes in a dues book that the ledger holds already --------------------------------
def shifted_right(book: Book, random: Random) -> Book:
    by = random.choice((1, 2, 3))
    return each_row(book, lambda cells, _: [*([""] * by), *cells[:-by]])


def shifted_left(book: Book, random: Random) -> Book:
    by = random.choice((1, 2))
    return each_row(book, lambda cells, _: [*cells[by:], *([""] * by)])


def shifted_over_names(book: Book, random: Random) -> Book:
    """The heading of the months stands one column too far to the left."""
    return replace(book, rows=[[*row[:4], *row[3:16]] for row in book.rows])


def exchanged_months(book: Book, random: Random) -> Book:
    one, other = random.sample(MONTHS, k=2)
    heading = [*book.heading]
    places = (FIRST_MONTH + one, FIRST_MONTH + other)
    heading[places[0]], heading[places[1]] = heading[places[1]], heading[places[0]]
    return replace(book, heading=heading)


def reversed_months(book: Book, random: Random) -> Book:
    return each_row(book, lambda cells, _: cells[::-1])


def halves_exchanged(book: Book, random: Random) -> Book:
    return each_row(book, lambda cells, _: [*cells[6:], *cells[:6]])


def blank_month(book: Book, random: Random) -> Book:
    gone = set(random.sample(MONTHS, k=random.choice((1, 3))))
    return each_row(book, lambda cells, _: ["" if m in gone else cells[m] for m in MONTHS])


def zero_month(book: Book, random: Random) -> Book:
    gone = random.choice(MONTHS)
    return each_row(book, lambda cells, _: [0 if m == gone else cells[m] for m in MONTHS])


def zeros_of_one_unit(book: Book, random: Random) -> Book:
    first = random.choice((0, 10))
    unit = range(first, first + 10)
    return each_row(book, lambda cells, place: [0] * 12 if place in unit else cells)


def unpaid_everywhere(book: Book, random: Random) -> Book:
    """A book of a year the ledger has none of, in which a debt stands in every cell."""
    other = replace(book, title="SỔ THU ĐẢNG PHÍ NĂM 2023", name="dang phi 2023.xlsx")
    return each_row(other, lambda _, __: ["chưa đóng"] * 12)


def inverted_marks(book: Book, random: Random) -> Book:
    def invert(cells: Cells, _: int) -> Cells:
        return ["chưa đóng" if cell == RATE else RATE for cell in cells]

    return each_row(book, invert)


def names_one_row_down(book: Book, random: Random) -> Book:
    names = [row[1:4] for row in book.rows]
    moved = names[-1:] + names[:-1]
    rows = [[row[0], *name, *row[4:]] for row, name in zip(book.rows, moved, strict=True)]
    return replace(book, rows=rows)


def names_sorted_alone(book: Book, random: Random) -> Book:
    names = [row[1:4] for row in book.rows]
    random.shuffle(names)
    rows = [[row[0], *name, *row[4:]] for row, name in zip(book.rows, names, strict=True)]
    return replace(book, rows=rows)


def last_years_rows(book: Book, random: Random) -> Book:
    return replace(book, rows=dues(2024).rows)


def title_of_last_year(book: Book, random: Random) -> Book:
    return replace(book, title=book.title.replace("2025", "2024"))


def months_of_another_year(book: Book, random: Random) -> Book:
    months = [f"T{month}/2024" for month in range(1, 13)]
    return replace(book, heading=[*book.heading[:FIRST_MONTH], *months])


def a_year_to_come(book: Book, random: Random) -> Book:
    return replace(book, title="SỔ THU ĐẢNG PHÍ NĂM 2027", name="dang phi 2027.xlsx")


def last_year_as_this_year(book: Book, random: Random) -> Book:
    return replace(book, title="SỔ THU ĐẢNG PHÍ NĂM 2026", name="dang phi 2026.xlsx")


def year_before_as_new(book: Book, random: Random) -> Book:
    """Last year's book under the title of a year the ledger has no book of."""
    return replace(
        book, title="SỔ THU ĐẢNG PHÍ NĂM 2023", name="dang phi 2023.xlsx", rows=dues(2024).rows
    )


def _times(book: Book, factor: float) -> Book:
    def scaled(cells: Cells, _: int) -> Cells:
        return [int(c * factor) if isinstance(c, int) else c for c in cells]

    return each_row(
        replace(book, rows=[[*row[:4], int(RATE * factor), *row[5:]] for row in book.rows]),
        scaled,
    )


def thousands_without_saying(book: Book, random: Random) -> Book:
    return _times(book, 1 / 1_000)


def thousands_written_out_and_said(book: Book, random: Random) -> Book:
    return _times(replace(book, title=f"{book.title} (ĐVT: nghìn đồng)"), 1_000)


def filtered_copy(book: Book, random: Random) -> Book:
    return replace(book, rows=random.sample(book.rows, k=9))


def card_numbers_in_a_month(book: Book, random: Random) -> Book:
    month = random.choice(MONTHS)
    return _in_month(book, month, lambda row: row[3])


def names_in_a_month(book: Book, random: Random) -> Book:
    month = random.choice(MONTHS)
    return _in_month(book, month, lambda row: row[1])


def units_in_a_month(book: Book, random: Random) -> Book:
    return _in_month(book, random.choice(MONTHS), lambda row: row[2])


def birth_dates_in_a_month(book: Book, random: Random) -> Book:
    return _in_month(book, random.choice(MONTHS), lambda _: "05/03/1979")


def _in_month(book: Book, month: int, value: Callable[[Cells], object]) -> Book:
    rows = [[*row] for row in book.rows]
    for row in rows:
        row[FIRST_MONTH + month] = value(row)
    return replace(book, rows=rows)


def one_month_twice(book: Book, random: Random) -> Book:
    month = random.choice(range(11))
    heading = [*book.heading]
    heading[FIRST_MONTH + month + 1] = heading[FIRST_MONTH + month]
    return replace(book, heading=heading)


def debtors_marked_for_all(book: Book, random: Random) -> Book:
    """Somebody drew "chưa đóng" down a column."""
    month = random.choice(MONTHS)
    return _in_month(book, month, lambda _: "chưa đóng")


DUES_MISTAKES = (
    shifted_right,
    shifted_left,
    shifted_over_names,
    exchanged_months,
    reversed_months,
    halves_exchanged,
    blank_month,
    zero_month,
    zeros_of_one_unit,
    unpaid_everywhere,
    inverted_marks,
    names_one_row_down,
    names_sorted_alone,
    last_years_rows,
    title_of_last_year,
    months_of_another_year,
    a_year_to_come,
    last_year_as_this_year,
    year_before_as_new,
    thousands_without_saying,
    thousands_written_out_and_said,
    filtered_copy,
    card_numbers_in_a_month,
    names_in_a_month,
    units_in_a_month,
    birth_dates_in_a_month,
    one_month_twice,
    debtors_marked_for_all,
)


# --- Mistakes in a roster of people the ledger knows --------------------------------------
def dates_month_first(rows: list[Cells], random: Random) -> list[Cells]:
    def turned(text: object) -> str:
        day, month, year = str(text).split("/")
        return f"{month}/{day}/{year}"

    return [[r[0], turned(r[1]), *r[2:4], turned(r[4]), r[5]] for r in rows]


def birth_and_admission_exchanged(rows: list[Cells], random: Random) -> list[Cells]:
    return [[r[0], r[4], *r[2:4], r[1], r[5]] for r in rows]


def names_and_units_exchanged(rows: list[Cells], random: Random) -> list[Cells]:
    return [[r[5], *r[1:5], r[0]] for r in rows]


def cards_one_row_down(rows: list[Cells], random: Random) -> list[Cells]:
    cards = [r[3] for r in rows]
    moved = cards[-1:] + cards[:-1]
    return [[*r[:3], card, *r[4:]] for r, card in zip(rows, moved, strict=True)]


def genders_under_birth_date(rows: list[Cells], random: Random) -> list[Cells]:
    return [[r[0], r[2], r[1], *r[3:]] for r in rows]


def cards_under_names(rows: list[Cells], random: Random) -> list[Cells]:
    return [[r[3], *r[1:3], "", *r[4:]] for r in rows]


def other_people_of_the_units(rows: list[Cells], random: Random) -> list[Cells]:
    return [
        [f"Giàng A {GIVEN[n % 10]}", r[1], "Nam", f"0998{n:08d}", r[4], r[5]]
        for n, r in enumerate(rows)
    ]


ROSTER_MISTAKES = (
    dates_month_first,
    birth_and_admission_exchanged,
    names_and_units_exchanged,
    cards_one_row_down,
    genders_under_birth_date,
    cards_under_names,
    other_people_of_the_units,
)
