"""Dues books at random: months in columns, marks and sums in cells, and what each says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from .dates import Written
from .layouts import CODES, HEADINGS, codecs
from .pages import Page, Said
from .people import Cell, Person

YEAR = 2024
RATE = 10_000
Entry = tuple[str, Written | None, int | None]  # letter, what is written, đồng
LEGEND = "Ghi chú: x: đã nộp; -: chưa nộp; M: miễn"


def _sum(amount: int, form: str) -> Entry:
    words: dict[str, Written] = {
        "number": amount,
        "10.000": f"{amount:,}".replace(",", "."),
        "10,000": f"{amount:,}",
        "10 000": f"{amount:,}".replace(",", " "),
        "10.000đ": f"{amount:,}".replace(",", ".") + "đ",
        "10k": f"{amount // 1000}k",
        "đồng": f"{amount:,}".replace(",", ".") + " đồng",
    }
    return ("P", words[form], amount)


FORMS = ("number", "number", "10.000", "10,000", "10 000", "10.000đ", "10k", "đồng")
SUMS = st.builds(_sum, st.sampled_from((10_000, 15_000, 20_000)), st.sampled_from(FORMS))
MARKS = st.sampled_from(
    [
        *(("P", words, None) for words in ("x", "X", "v", "đã nộp", "Đã nộp", "đủ")),
        *(("U", words, None) for words in ("chưa nộp", "nợ", "chưa")),
        *(("X", words, None) for words in ("miễn", "M", "được miễn")),
        *(("N", words, None) for words in ("nghỉ ốm", "nằm viện", "thai sản", "đi học")),
        *((".", None, None) for _ in range(4)),
    ]
)
MONTHS = (
    *(("T{}", ""), ("Tháng {}", ""), ("T{}/2024", ""), ("T{}", "Các tháng trong năm")),
    *(("{}", "Tháng"), ("{}", "Số tiền đảng phí đã nộp các tháng")),
)
NOUGHT: Entry = ("U", 0, None)
YEARS = st.lists(st.one_of(SUMS, MARKS), min_size=12, max_size=12).map(tuple)


@dataclass(frozen=True, slots=True)
class Book:
    """Everything about a dues book but its people."""

    file: str
    code: str
    fonts: bool
    sign: str
    codec: str
    unit: str
    headings: dict[str, str]
    month: str
    parent: str
    fields: tuple[str, ...]  # around the months: card_no before, the others behind
    thousands: bool
    legend: bool
    total: bool
    signature: bool
    year_in_sheet: bool
    entries: tuple[tuple[Entry, ...], ...]  # taken in turn
    capitals: bool = False

    def of(self, person: Person) -> tuple[Entry, ...]:
        """Return what stands in the months of a person."""
        return self.entries[person.number % len(self.entries)]


@st.composite
def entries_in_turn(draw: st.DrawFn) -> tuple[tuple[Entry, ...], ...]:
    """Draw up to four years of a person, noughts in one of several only.

    A column in which everybody has a nought is one that nobody filled in.
    """
    first, *others = draw(st.lists(YEARS, min_size=1, max_size=4))
    months = draw(st.sets(st.integers(0, 11))) if others else set()
    owed = tuple(NOUGHT if n in months else entry for n, entry in enumerate(first))
    return (owed, *others)


@st.composite
def books(draw: st.DrawFn) -> Book:
    file = draw(st.sampled_from(("xlsx", "xlsx", "xls", "ods", "csv")))
    code = draw(st.sampled_from(CODES))
    month, parent = draw(st.sampled_from(MONTHS))
    fields = draw(
        st.lists(st.sampled_from(("card_no", "dues_rate", "total", "note")), unique=True)
    )
    known = ("row_no", "full_name", "card_no", "dues_rate", "total", "note", "unit_cell")
    return Book(
        file=file,
        code=code,
        fonts=file == "xlsx" and code in {"tcvn3", "vni"} and draw(st.booleans()),
        sign=draw(st.sampled_from(";,\t")),
        codec=draw(st.sampled_from(codecs(code))),
        unit=draw(st.sampled_from(("title", "section", "column"))),
        headings={k: draw(st.sampled_from(HEADINGS["fields"][k])) for k in known},
        month=month,
        parent=parent,
        fields=tuple(fields),
        thousands=draw(st.booleans()),
        legend=draw(st.booleans()),
        total=draw(st.booleans()),
        signature=draw(st.booleans()),
        year_in_sheet=draw(st.booleans()),
        entries=draw(entries_in_turn()),
    )


def book_pages(book: Book, cells: Sequence[Cell]) -> list[Page]:
    """Return the one sheet of the book."""
    cells = cells[:1] if book.unit == "title" else cells
    page = Page("DP 2024" if book.year_in_sheet else "DP")
    width = len([*_fields_before(book)]) + 12
    year = "" if book.year_in_sheet else f" NĂM {YEAR}"
    title = f"SỔ THU, NỘP ĐẢNG PHÍ{year}"
    unsayable = book.code == "tcvn3" and not book.fonts
    page.add(title.capitalize() if unsayable else title)
    page.add(cells[0].name if book.unit == "title" else None)
    if book.thousands:
        page.add(*[None] * (width - 2), "ĐVT: nghìn đồng")
    _heading(book, page)
    for cell in cells:
        if book.unit == "section":
            page.add(f"I. {cell.name}")
        for number, person in enumerate(cell.members, start=1):
            _member(book, page, cell, person, number)
    if book.total:
        page.add("Tổng cộng")
    if book.legend:
        page.add(LEGEND)
    if book.signature:
        page.add()
        page.add(*[None] * (width - 3), "Xã Mẫu, ngày 31 tháng 12 năm 2024")
        page.add("Thủ quỹ", *[None] * (width - 3), "Bí thư")
        page.add("Người Ký Giả Định")
    return [page]


def _fields_before(book: Book) -> Iterator[str]:
    yield from ("row_no", "full_name")
    yield from ["unit_cell"] * (book.unit == "column")
    yield from (field for field in book.fields if field in {"card_no", "dues_rate"})


def _fields_behind(book: Book) -> Iterator[str]:
    yield from (field for field in book.fields if field in {"total", "note"})


def _heading(book: Book, page: Page) -> None:
    before = [book.headings[field] for field in _fields_before(book)]
    behind = [book.headings[field] for field in _fields_behind(book)]
    months = [book.month.format(number) for number in range(1, 13)]
    if not book.parent:
        page.add(*before, *months, *behind)
        return
    top = page.add(*before, book.parent, *[None] * 11, *behind)
    page.add(*[None] * len(before), *months)
    page.merges.append((top, len(before), top, len(before) + 11))
    alone = [*range(len(before)), *range(len(before) + 12, len(before) + 12 + len(behind))]
    page.merges += [(top, column, top + 1, column) for column in alone]


def _member(book: Book, page: Page, cell: Cell, person: Person, number: int) -> None:
    entries = book.of(person)
    values: dict[str, Written | None] = {
        "row_no": number,
        "full_name": person.full_name,
        "unit_cell": cell.name,
        "card_no": person.card_no,
        "dues_rate": RATE // 1000 if book.thousands else RATE,
        "total": _in_unit(book, sum(amount or 0 for _, _, amount in entries)),
        "note": person.note,
    }
    row = page.add(
        *(values[field] for field in _fields_before(book)),
        *(_written(book, entry) for entry in entries),
        *(values[field] for field in _fields_behind(book)),
    )
    said: dict[str, object] = {
        "full_name": person.full_name,
        "unit": cell.name,
        "letters": "".join(letter for letter, _, _ in entries),
        "amounts": tuple(amount for _, _, amount in entries),
        "notes": {n: words for n, (letter, words, _) in enumerate(entries) if letter == "N"},
        "card_no": person.card_no if "card_no" in book.fields else None,
        "rate": RATE if "dues_rate" in book.fields else None,
        "remark": person.note if "note" in book.fields else "",
    }
    page.said.append(Said(row + 1, said))


def _in_unit(book: Book, amount: int) -> int:
    return amount // 1000 if book.thousands else amount


def _written(book: Book, entry: Entry) -> Written | None:
    """Return what stands in the cell: a sum in thousands is a bare number."""
    letter, words, amount = entry
    if amount is not None:
        return _in_unit(book, amount) if book.thousands else words
    if letter == "U" and book.legend:
        return "-"
    return words
