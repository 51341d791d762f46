"""Which tables there are about the people who left, and what nothing is known of."""

from collections.abc import Iterator
from dataclasses import dataclass

from partyroll.model import Table
from partyroll.report.axes import Axis, Cross, Exits
from partyroll.report.by_trait import by_trait, trait_cross
from partyroll.report.reasons import all_reasons, main_reasons
from partyroll.report.traits import (
    AGE,
    CELL_TYPE,
    GENDER,
    GROUPED,
    NOT_KNOWN,
    PARTY_AGE,
    STANDING,
    TENURE,
    WRITTEN,
    Text,
    as_written,
    unsorted,
)
from partyroll.text import mid_sentence, thousands

_IMPRECISE = "Không rõ: thiếu ngày, hoặc ngày chưa đủ chính xác để xếp vào một nhóm."
_FROM_CEREMONY = (
    "Tuổi Đảng tính từ ngày quyết định kết nạp; {} người chưa có thì từ ngày vào Đảng."
)
_SEVERAL = "Một người có thể có nhiều lý do: các tỷ lệ cộng lại có thể quá 100%."
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PeopleTables:
    """The tables with whom they count; `unsaid` names what nobody's record says."""

    tables: tuple[tuple[Cross, Table], ...]
    unsaid: str


def people_tables(exits: Exits) -> PeopleTables:
    """Return a table for each trait of which something is known."""
    always = [
        _table(main_reasons(exits), exits, ("Lý do chính là lý do ghi đầu tiên.",)),
        _table(all_reasons(exits), exits, (_SEVERAL,)),
        _table(AGE, exits, (_IMPRECISE,)),
        _table(TENURE, exits, (_IMPRECISE,)),
        _table(GENDER, exits),
    ]
    asked = [(axis, trait_cross(axis, exits), notes) for axis, notes in _asked(exits)]
    known = [
        (found, by_trait(axis, found, exits, notes))
        for axis, found, notes in asked
        if _says_something(found, exits)
    ]
    unknown = [axis for axis, found, _ in asked if exits and not _says_something(found, exits)]
    return PeopleTables((*always, *known), _unsaid(unknown))


def _table(axis: Axis, exits: Exits, notes: tuple[str, ...] = ()) -> tuple[Cross, Table]:
    found = trait_cross(axis, exits)
    return found, by_trait(axis, found, exits, notes)


def _asked(exits: Exits) -> Iterator[tuple[Axis, tuple[str, ...]]]:
    yield PARTY_AGE, (_IMPRECISE, *_by_ceremony(exits))
    yield STANDING, ()
    yield CELL_TYPE, ("Xếp theo tên chi bộ và tên tổ chức cấp trên của chi bộ.",)
    for axis, text in GROUPED:
        yield axis, _other_words(text, exits, axis)
    for axis_id, title, text in WRITTEN:
        yield as_written(axis_id, title, text, exits), ()


def _by_ceremony(exits: Exits) -> tuple[str, ...]:
    number = sum(
        record.admission_decision_date is None and record.admission_date is not None
        for record in exits
    )
    return (_FROM_CEREMONY.format(thousands(number)),) if number else ()


def _other_words(text: Text, exits: Exits, axis: Axis) -> tuple[str, ...]:
    """Return a note with the words that fit no group, so that nothing hides there."""
    words = unsorted(text, exits, axis)
    if not words:
        return ()
    shown = "; ".join(f"{word} ({number})" for word, number in words[:_MOST_WORDS])
    more = f"; … và {len(words) - _MOST_WORDS} cách ghi khác" if words[_MOST_WORDS:] else ""
    return (f"Chưa xếp nhóm: {shown}{more}.",)


def _says_something(found: Cross, exits: Exits) -> bool:
    return found.count(NOT_KNOWN.code, "total") < len(exits)


def _unsaid(axes: list[Axis]) -> str:
    if not axes:
        return ""
    names = ", ".join(mid_sentence(axis.title) for axis in axes)
    return f"Sổ chưa có {names} của ai trong kỳ này: không lập bảng theo những điều đó."
