"""People laid out on pages, with the truth of every row beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from partyroll.model import Gender

from .dates import FORMS, Written
from .layouts import BIRTH_PARENTS, EXTRAS, UNREAD, Layout
from .pages import Page, Said
from .people import Cell, Person

PARENT = "Đảng bộ xã Mẫu"
SIGNER = "Người Ký Giả Định"
_FIELD = {
    "birth": "birth_date",
    "admission": "admission_date",
    "official": "official_date",
    "gender": "gender",
    "unit": "unit_cell",
}
# What a row says where the list has no column for it: nothing.
_NOTHING: dict[str, object] = {
    "gender": None,
    "birth_date": None,
    "admission_date": None,
    "official_date": None,
    "card_no": None,
    "card_no_old": None,
    "national_id": None,
    "hometown": None,
    "birth_place": None,
    "permanent_address": None,
    "exempt_activity": None,
    "status": None,
    "note": "",
    "attributes": {},
}
_HINTS = {
    "birth": " (dd/mm/yyyy)",
    "admission": " (dd/mm/yyyy)",
    "full_name": " (viết đầy đủ)",
    "card_no": " (nếu có)",
    "note": " (nếu có)",
}
Column = tuple[str, str, str]  # key, heading above, own heading


def pages(layout: Layout, cells: Sequence[Cell]) -> list[Page]:
    """Return the sheets of the list: one for all cells, or one for each."""
    if layout.unit in {"sheet", "title"}:
        cells = cells[:1] if layout.file == "csv" else cells
        names = [
            cell.name if layout.unit == "sheet" else f"DS{n}" for n, cell in enumerate(cells)
        ]
        found = [_page(layout, name, [cell]) for name, cell in zip(names, cells, strict=True)]
    else:
        found = [_page(layout, "DSDV", cells)]
    if layout.file != "csv":
        found = [*_guide(layout), *found, *_summary(layout, cells)]
    if "offset" in layout.mess:
        for page in found:
            page.move()
    return found


def _guide(layout: Layout) -> Iterator[Page]:
    if "guide" in layout.mess:
        page = Page("Hướng dẫn")
        page.add("Hướng dẫn nhập số liệu")
        page.add("Cột Họ và tên", "ghi đầy đủ, có dấu")
        page.add("Cột Ngày sinh", "ghi ngày trước, tháng sau")
        yield page


def _summary(layout: Layout, cells: Sequence[Cell]) -> Iterator[Page]:
    """Yield a sheet that repeats everybody: nobody in it counts again."""
    if "summary" in layout.mess and layout.unit == "sheet" and len(cells) > 1:
        page = _page(replace(layout, title=False), "Tổng hợp", cells)
        page.said.clear()
        yield page


def columns(layout: Layout) -> list[Column]:
    """Return the columns from the left."""
    found: list[Column] = [("row_no", "", layout.headings["row_no"])] * layout.numbered
    for field in layout.fields:
        if field != "official" or not layout.dates_parent:
            found += _columns_of(layout, field)
    return found


def _columns_of(layout: Layout, field: str) -> list[Column]:
    own = layout.headings.get(_FIELD.get(field, field), "")
    if field == "name" and layout.split_name:
        parts = ("family_name_part", "given_name_part")
        return [(part, "", layout.headings[part]) for part in parts]
    if field == "name":
        return [("full_name", "", layout.headings["full_name"])]
    if field == "birth" and layout.gender == "birth":
        parent = BIRTH_PARENTS[len(own) % len(BIRTH_PARENTS)]
        return [("birth_male", parent, "Nam"), ("birth_female", parent, "Nữ")]
    if field == "gender" and layout.gender == "marks":
        parent = "Giới tính" if layout.two_rows else ""
        return [("male", parent, "Nam"), ("female", parent, "Nữ")]
    if field == "gender" and layout.gender == "lone":
        return [("female", "", "Nữ")]
    if field == "admission" and layout.dates_parent:
        parent = "Ngày vào Đảng"
        return [("admission", parent, "Dự bị"), ("official", parent, "Chính thức")]
    return [(field, "", own)]


# --- One page -------------------------------------------------------------------------------
def _page(layout: Layout, name: str, cells: Sequence[Cell]) -> Page:
    page = Page(name)
    own = columns(layout)
    if "hints" in layout.mess:
        own = [(key, above, f"{text}{_HINTS.get(key, '')}") for key, above, text in own]
    if layout.title:
        _title(layout, page, cells, len(own))
    _heading(layout, page, own)
    if layout.column_numbers:
        letters = min(2, len(own)) if "letters" in layout.mess else 0
        numbers = range(1, len(own) + 1 - letters)
        page.add(*"AB"[:letters], *(layout.column_numbers.format(n) for n in numbers))
    for cell in cells:
        if layout.unit == "section":
            _section(layout, page, cell, len(own))
        _members(layout, page, cell, own)
        if layout.unit == "section" and layout.subtotals:
            page.add(f"Cộng chi bộ: {len(cell.members)} đ/c")
    _ending(layout, page, sum(len(cell.members) for cell in cells), len(own))
    if "legend" in layout.mess:
        page.add("Ghi chú: x: có; để trống: không")
    return page


def _shout(layout: Layout, text: str) -> str:
    return text.upper() if layout.can_shout else text


def _title(layout: Layout, page: Page, cells: Sequence[Cell], width: int) -> None:
    right = [None] * max(width - 3, 1)
    page.add(_shout(layout, PARENT), *right, _shout(layout, "Đảng Cộng sản Việt Nam"))
    unit = cells[0].name if layout.unit == "title" else ""
    page.add(_shout(layout, unit), *right, "Xã Mẫu, ngày 31 tháng 12 năm 2024")
    row = page.add(_shout(layout, "Danh sách đảng viên"))
    if width > 1:
        page.merges.append((row, 0, row, width - 1))
    page.add()


def _heading(layout: Layout, page: Page, own: Sequence[Column]) -> None:
    raised = (
        (key, above, _shout(layout, text) if layout.capital_headings else text)
        for key, above, text in own
    )
    keys, above, texts = zip(*raised, strict=True)
    if not layout.two_rows:
        page.add(*texts)
        return
    top = page.add(*(parent or text for parent, text in zip(above, texts, strict=True)))
    page.add(*(text if parent else None for parent, text in zip(above, texts, strict=True)))
    for column, parent in enumerate(above):
        if not parent:
            page.merges.append((top, column, top + 1, column))
        elif column and above[column - 1] == parent and keys[column] != keys[column - 1]:
            page.rows[top][column] = None
            page.merges.append((top, column - 1, top, column))


def _section(layout: Layout, page: Page, cell: Cell, width: int) -> None:
    text = layout.section.format(cell.name, len(cell.members))
    first, _, second = text.partition("|")
    if second and layout.numbered:
        page.add(first, second)
        return
    row = page.add(second or first)
    if "merged section" in layout.mess and width > 1:
        page.merges.append((row, 0, row, width - 1))


def _members(layout: Layout, page: Page, cell: Cell, own: Sequence[Column]) -> None:
    number = 0
    for number, person in enumerate(cell.members, start=1):
        if "heading again" in layout.mess and number == 3:
            _heading(layout, page, own)
        if "gaps" in layout.mess and number == 2:
            page.add()
        values = [*_values(layout, cell, person, own, number)]
        row = page.add(*values)
        page.said.append(Said(row + 1, _said(layout, cell, person, own)))
    _merge_unit(layout, page, cell, own)
    if layout.empty_rows and layout.numbered:
        number += 1
        row = page.add(number)
        page.said.append(Said(row + 1, only_numbered=True))
    if layout.bad_rows:
        _bad_row(layout, page, cell, own, number + 1)


def _merge_unit(layout: Layout, page: Page, cell: Cell, own: Sequence[Column]) -> None:
    """Write the unit once beside the people of a cell, over all their rows."""
    rows = [said.row - 1 for said in page.said[-len(cell.members) :]]
    together = rows == [*range(rows[0], rows[-1] + 1)] and len(rows) > 1
    keys = [key for key, _, _ in own]
    if "merged unit" in layout.mess and "unit" in keys and together and layout.file != "csv":
        column = keys.index("unit")
        for row in rows[1:]:
            page.rows[row][column] = None
        page.merges.append((rows[0], column, rows[-1], column))


def _bad_row(
    layout: Layout, page: Page, cell: Cell, own: Sequence[Column], number: int
) -> None:
    """Add a person born on a day that no calendar has."""
    wrong = Person(
        full_name="Hà Văn Hỏng",
        female=False,
        birth=date(1970, 1, 1),
        admission=date(2010, 1, 1),
        probationary=True,
        hometown="",
        note="",
        number=999_999,
    )
    values = [*_values(layout, cell, wrong, own, number)]
    column = next(n for n, (key, _, _) in enumerate(own) if key in {"birth", "birth_male"})
    values[column] = "31/02/1970"
    page.said.append(Said(page.add(*values) + 1, bad=True))


def _ending(layout: Layout, page: Page, count: int, width: int) -> None:
    if layout.total:
        page.add(*layout.total.format(count).split("|"))
    if layout.signature:
        right = [None] * max(width - 3, 1)
        page.add()
        page.add(*right, "Xã Mẫu, ngày 31 tháng 12 năm 2024")
        page.add(_shout(layout, "Người lập biểu"), *right, _shout(layout, "T/M chi ủy"))
        page.add("(Ký, ghi rõ họ tên)", *right, "(Ký, ghi rõ họ tên)")
        page.add()
        page.add(SIGNER, *right, SIGNER)


# --- One person -----------------------------------------------------------------------------
def is_blank(layout: Layout, person: Person, field: str) -> bool:
    return field == layout.blank_field and person.number % 3 == 0


def _form(layout: Layout, field: str, person: Person) -> str:
    forms = layout.forms[field]
    return forms[person.number % len(forms)]


def _day(layout: Layout, person: Person, field: str) -> date | None:
    return None if is_blank(layout, person, field) else getattr(person, field)


def _values(
    layout: Layout, cell: Cell, person: Person, own: Iterable[Column], number: int
) -> Iterator[Written | None]:
    for key, _, _ in own:
        value = _value(layout, cell, person, key, number)
        dotted = key == "card_no" and value and "dotted cards" in layout.mess
        yield f"{str(value)[:2]}.{str(value)[2:]} " if dotted else value


def _value(layout: Layout, cell: Cell, person: Person, key: str, number: int) -> Written | None:
    name = _shout(layout, person.full_name) if layout.capitals else person.full_name
    if "messy names" in layout.mess:
        name = f" {name.replace(' ', '  ', 1)}"
    family, _, given = name.rpartition(" ")
    words: dict[str, Written | None] = {
        "row_no": number,
        "full_name": name,
        "family_name_part": family,
        "given_name_part": given,
        "unit": cell.name,
        "hometown": person.hometown,
        "note": person.note,
        "card_no": None if is_blank(layout, person, "card_no") else person.card_no,
        "national_id": person.national_id,
        **EXTRAS,
    }
    if key in words:
        return words[key]
    if key in {"gender", "male", "female"}:
        return _gender(layout, person, key)
    if key in {"birth_male", "birth_female"}:
        mine = (key == "birth_female") == person.female
        return _written(layout, person, "birth") if mine else None
    return _written(layout, person, key)


def _gender(layout: Layout, person: Person, key: str) -> str | None:
    if is_blank(layout, person, "gender") and layout.gender != "lone":
        return None
    if key == "gender":
        return "Nữ" if person.female else "Nam"
    return "x" if (key == "female") == person.female else None


def _written(layout: Layout, person: Person, field: str) -> Written | None:
    day = _day(layout, person, field)
    return None if day is None else FORMS[_form(layout, field, person)][0](day)


def _said(
    layout: Layout, cell: Cell, person: Person, own: Iterable[Column]
) -> dict[str, object]:
    keys = {key for key, _, _ in own}
    said = _NOTHING | {"full_name": person.full_name, "unit": cell.name}
    said["parents"] = (PARENT,) if layout.title else ()
    for field in ("birth", "admission", "official"):
        if field in keys or (field == "birth" and "birth_male" in keys):
            day = _day(layout, person, field)
            said[_FIELD[field]] = day and FORMS[_form(layout, field, person)][1](day)
    for key in ("card_no", "national_id"):
        if key in keys:
            said[key] = _value(layout, cell, person, key, 0)
    if "hometown" in keys:
        said["hometown"] = person.hometown or None
    if "note" in keys:
        said["note"] = person.note
    said["gender"] = _said_gender(layout, person)
    said["attributes"] = {k: v for k, v in EXTRAS.items() if k in keys - UNREAD}
    return said


def _said_gender(layout: Layout, person: Person) -> Gender | None:
    if layout.gender == "none":
        return None
    told_by_birth = layout.gender == "birth" and is_blank(layout, person, "birth")
    blank = is_blank(layout, person, "gender") and layout.gender in {"column", "marks"}
    if told_by_birth or blank:
        return None
    return Gender.FEMALE if person.female else Gender.MALE
