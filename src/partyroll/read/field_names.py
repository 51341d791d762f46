"""What a column can hold, by the names programs use and the words clerks use."""

from functools import cache

from partyroll.messages import ANSWER, FIELD, LIST_ROW
from partyroll.read.headings import NO_FIELD, meaning_of
from partyroll.read.synonyms import shipped_fields
from partyroll.text import same_key

# Fields that have no heading of their own, or one that says too little by itself.
_OWN_WORDS = {
    "birth_male": "Ngày sinh (nam)",
    "birth_female": "Ngày sinh (nữ)",
    "gender_male": "Giới tính (dấu: nam)",
    "gender_female": "Giới tính (dấu: nữ)",
    "unit_cell": "Chi bộ",
    "year_column": "Số liệu của năm",
    "position_party": "Chức vụ Đảng",
    "list_row": LIST_ROW,
    **{f"answer_{field}": words for field, words in ANSWER.items()},
}
_BOOK = {"dues": "Đảng phí", "meetings": "Sinh hoạt"}


def field_words(field: str) -> str:
    """Return a field in the words of a clerk: dues:2024-03 → Đảng phí tháng 3/2024."""
    book, colon, month = field.partition(":")
    if colon and book in _BOOK:
        year, _, number = month.partition("-")
        return f"{_BOOK[book]} tháng {int(number)}/{year}"
    return _OWN_WORDS.get(field) or FIELD.get(field) or _first_heading(field)


def taught_words(field: str) -> str:
    """Return what a heading was taught to mean, in the words of a clerk."""
    if field == NO_FIELD:
        return "cột bỏ qua"
    meaning = meaning_of(field)
    if meaning.month is not None:
        book = {None: "tháng", False: "đảng phí tháng", True: "sinh hoạt tháng"}[
            meaning.meeting
        ]
        return f"{book} {meaning.month}{f'/{meaning.year}' if meaning.year else ''}"
    return ", ".join(map(field_words, meaning.fields))


def _first_heading(field: str) -> str:
    return next(iter(shipped_fields().get(field, ())), field)


@cache
def field_names() -> frozenset[str]:
    """Return every field that a heading can mean."""
    return frozenset(shipped_fields())


@cache
def fields_by_words() -> dict[str, str]:
    """Return the field behind each of the words that `field_words` says."""
    return {same_key(field_words(field)): field for field in sorted(field_names())}
