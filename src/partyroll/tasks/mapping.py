"""What a clerk says of columns: --map, [columns] in partyroll.toml, and what is remembered."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from partyroll.errors import PartyrollError
from partyroll.messages import TABLE_KIND
from partyroll.read.facts import ReadFile, Table, TableKind
from partyroll.read.field_names import field_names, field_words, fields_by_words
from partyroll.read.headings import NO_FIELD, Dictionary
from partyroll.read.lessons import Lesson, Memory, Teaching
from partyroll.read.meanings import Meaning
from partyroll.read.synonyms import shipped_fields
from partyroll.store.draft import Draft, Place
from partyroll.store.ledger import open_ledger
from partyroll.store.meanings import taught_headings
from partyroll.text import clean, fold, same_key

_YEAR = re.compile(r"(?:năm )?((?:19|20)\d\d)", re.IGNORECASE)
_MONTH = re.compile(r"(?:dues|meetings):(?:\d{4}-)?(?:0?[1-9]|1[0-2])")
_NEAREST = 4  # fields that an error offers
_KINDS = {
    **{kind.value: kind for kind in TableKind},
    **{same_key(words): TableKind(kind) for kind, words in TABLE_KIND.items()},
    NO_FIELD: TableKind.SKIPPED,
}


class BadMapping(PartyrollError):
    """What was typed after --map, or stands in [columns], cannot be used."""

    exit_code = 2


class HalfMapping(BadMapping):
    """Something stands on one side of the equals sign only."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” thiếu một vế",
            where="--map",
            hint='ghi TIÊU ĐỀ=mục, ví dụ --map "HVT=full_name", --map "F=card_no"',
        )


class UnknownField(BadMapping):
    """No field has this name."""

    def __init__(self, name: str, *, where: str) -> None:
        near = "; ".join(f"{field} ({field_words(field)})" for field in nearest(name))
        super().__init__(
            f"không có mục nào tên “{name}”",
            where=where,
            hint=f"có phải ý là: {near}? Bỏ qua một cột: ghi “-” sau dấu bằng; chữ có dấu cách:"
            " đặt cả cụm trong ngoặc kép",
        )


class MappingUnused(BadMapping):
    """What --map speaks of stands in none of the files."""

    def __init__(self, left: str, headings: Iterable[str]) -> None:
        seen = ", ".join(f"“{heading}”" for heading in headings)
        super().__init__(
            f"không tệp nào có tiêu đề, cột hay trang tính “{left}”",
            where="--map",
            hint=f"các tiêu đề đọc được: {seen}" if seen else "xem tên trang tính, tiêu đề",
        )


# --- Reading what was typed ---------------------------------------------------------------
def lessons_of(typed: Iterable[str]) -> tuple[Lesson, ...]:
    """Return what each --map teaches: "HVT=full_name", "F=card_no", "Trang1!HVT=-".

    Raises `BadMapping` for anything that says nothing, naming the fields that come near.
    """
    return tuple(_lesson(text) for text in typed)


def _lesson(text: str) -> Lesson:
    left, equals, right = text.rpartition("=")
    left, right = clean(left), clean(right)
    if not (equals and left and right):
        raise HalfMapping(text)
    sheet, _, own = left.rpartition("!")
    name = field_of(right)
    kind, year = _KINDS.get(same_key(right)), _YEAR.fullmatch(right)
    if not (name or kind or year):
        raise UnknownField(right, where="--map")
    return Lesson(text, own, name, kind, int(year[1]) if year else None, sheet)


def field_of(words: str) -> str:
    """Return the field that a name, a clerk's words, or a usual heading mean; "" = none."""
    if words == NO_FIELD or words in field_names() or _MONTH.fullmatch(words):
        return words
    if known := fields_by_words().get(same_key(words)):
        return known
    return _canonical(Dictionary().meaning(words))


def _canonical(meaning: Meaning) -> str:
    if meaning.fields and "year_column" not in meaning.fields:
        return "+".join(meaning.fields)
    if meaning.month is None or meaning.bare or not 1 <= meaning.month <= 12:
        return ""
    book = {None: "month", False: "dues", True: "meetings"}[meaning.meeting]
    year = f"{meaning.year}-" if meaning.year else ""
    return f"{book}:{year}{meaning.month:02d}"


def nearest(name: str) -> list[str]:
    """Return the fields whose names, words or usual headings come nearest to `name`."""
    known = {field: field for field in sorted(field_names())}
    for field, headings in shipped_fields().items():
        known |= {fold(words): field for words in (field_words(field), *headings)}
    close = get_close_matches(fold(name), [*known], n=12, cutoff=0.4)
    near = list(dict.fromkeys(known[word] for word in close))[:_NEAREST]
    return near or ["full_name", "card_no", "birth_date"]


def office_headings(stated: Mapping[str, str], where: str) -> dict[str, str]:
    """Return the synonyms of [columns] with the fields they mean.

    Raises `UnknownField` for a name that is none: a column would be read for nothing.
    """
    found: dict[str, str] = {}
    for heading, name in stated.items():
        found[heading] = field_of(name)
        if not found[heading]:
            raise UnknownField(name, where=where)
    return found


# --- For one command ----------------------------------------------------------------------
def teaching_of(
    typed: Iterable[str], headings: Mapping[str, str], ledger: Path | None
) -> Teaching:
    """Return everything taught for a command: by --map, by the office, by earlier imports."""
    lessons = lessons_of(typed)
    office = office_headings(headings, "partyroll.toml › [columns]")
    return Teaching(office, lessons, _memories(ledger) if ledger else ())


def _memories(path: Path) -> tuple[Memory, ...]:
    with open_ledger(path) as ledger:
        return tuple(
            Memory(signature, taught.change, taught.fields)
            for signature, taught in taught_headings(ledger).items()
        )


def check_all_used(teaching: Teaching, files: Iterable[ReadFile]) -> None:
    """Raise `MappingUnused` for a lesson that no file has a place for."""
    read = list(files)
    used = {text for file in read for text in file.lessons_used}
    for lesson in teaching.lessons:
        if lesson.text not in used:
            tables = (table for file in read for table in file.tables)
            headings = dict.fromkeys(h for table in tables for h in table.headings.values())
            raise MappingUnused(lesson.left, headings)


def remember(draft: Draft, table: Table, source_id: str) -> None:
    """Keep what was taught of a table's headings, for the next one that has the same."""
    if not table.taught:
        return
    draft.load("heading_meaning", signature=[table.signature])
    row = table.heading_rows[0] if table.heading_rows else None
    for heading, name in table.taught.items():
        values = {"signature": table.signature, "heading": heading, "field": name}
        draft.put("heading_meaning", values, Place(source_id, table.sheet, row))
