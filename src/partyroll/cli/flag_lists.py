"""`partyroll flag` on lists that went out: which there are, as they were, what is otherwise."""

from dataclasses import replace
from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag import PEOPLE_LISTS
from partyroll.cli.options import Common, FilesWanted, clock_text
from partyroll.messages import CHANGE, GROUND, REVIEW_LIST, STATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partyroll.model import MonthFact, ReviewList
    from partyroll.tasks.differing import ListDifference, MonthThen, PersonThen
    from partyroll.tasks.reviewing import ReviewRequest

_CAUSE = {"SETTINGS": "đọc quy định cách khác", "DAY": "ngày tính khác"}
_NOT_LISTED = "không có tên"


def tell_kept_lists(at: Common, *, json: bool) -> int:
    """Show every list that went out."""
    from partyroll.tasks.freezing import kept_by

    kept = kept_by(at.ledger)
    if json:
        from partyroll.cli.contracts.flag_lists import lists_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(lists_envelope(kept, at)))
        return 0
    rows: list[tuple[str | int | None, ...]] = [
        (
            frozen.number,
            clock_text(frozen.made_at),
            frozen.made_by,
            frozen.year,
            f"{frozen.as_of:%d/%m/%Y}",
            *(frozen.people.get(name, 0) for name in PEOPLE_LISTS),
        )
        for frozen in kept
    ]
    titles = ("Số", "Lúc lập", "Người lập", "Năm", "Tính đến", "Xem xét", "Lý do", "Theo dõi")
    at.screen.table(titles, rows)
    at.screen.note(f"{len(rows)} danh sách đã lưu.")
    return 0


def show_list(number: int, at: Common, files: FilesWanted, *, json: bool, csv: bool) -> int:
    """Show a list that went out, or write it again, exactly as it was."""
    from partyroll.cli.flag_files import print_csv, print_json, write_files
    from partyroll.cli.flag_screen import tell_lists
    from partyroll.tasks.audience import review_for
    from partyroll.tasks.freezing import kept_as

    kept = kept_as(at.ledger, number)
    frozen = replace(kept, result=review_for(kept.result, at.recipient))
    if json:
        print_json(frozen.result, at, frozen)
    elif csv:
        print_csv(frozen.result, at)
    else:
        made = f"lập {clock_text(frozen.made_at)}, biết đến thay đổi số {frozen.known_at}"
        at.screen.note(f"Danh sách số {frozen.number}, {made}.")
        tell_lists(frozen.result, at)
    write_files(frozen, at, files)
    return 0


# --- What is otherwise --------------------------------------------------------------------
def tell_difference(request: "ReviewRequest", number: int, at: Common, *, json: bool) -> int:
    """Show who stands elsewhere than on a list that went out, and why."""
    from partyroll.tasks.differing import difference
    from partyroll.tasks.rule_words import reading_in_words

    found = difference(request, number)
    if json:
        from partyroll.cli.contracts.flag_lists import difference_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(difference_envelope(found, at)))
        return 0
    then, now = found.frozen.result.as_of, found.now.as_of
    at.screen.note(
        f"Danh sách số {number} (tính đến {then:%d/%m/%Y}) và sổ hiện nay"
        f" (tính đến {now:%d/%m/%Y}):"
    )
    for name, was, is_ in found.settings:
        then_read, now_read = reading_in_words(name, was), reading_in_words(name, is_)
        at.screen.note(f"Cách đọc quy định: khi đó {then_read}, nay {now_read}.", prose=True)
    rows = [
        (
            one.full_name,
            one.unit,
            _list_name(one.before),
            _list_name(one.now),
            "; ".join(_month(month) for month in one.months),
            "; ".join(_reasons(one)),
        )
        for one in found.people
    ]
    if rows:
        at.screen.table(("Họ và tên", "Chi bộ", "Khi đó", "Nay", "Tháng", "Vì"), rows)
    at.screen.note(_summary(found))
    return 0


def _summary(found: "ListDifference") -> str:
    if not found.people:
        return "Không ai khác đi."
    return f"{len(found.people)} người khác đi; {len(found.changes)} lần ghi từ khi lập."


def _list_name(name: "ReviewList | None") -> str:
    return _NOT_LISTED if name is None else REVIEW_LIST[name]


def _month(month: "MonthThen") -> str:
    ground = "" if month.ground == "UNPAID_DUES" else f" ({GROUND[month.ground]})"
    before, now = _state(month.before), _state(month.now)
    return f"{month.month.vi}{ground}: {before} → {now}"


def _state(fact: "MonthFact | None") -> str:
    if fact is None:
        return "không tính"
    return f"{STATE[fact.state]}, {fact.note}" if fact.note else STATE[fact.state]


def _reasons(one: "PersonThen") -> "Iterator[str]":
    for record in one.changes:
        what = CHANGE.get(record.kind, record.kind)
        yield f"thay đổi số {record.number} ({what} {record.note})"
    for cause in one.causes:
        if cause.value in _CAUSE:
            yield _CAUSE[cause.value]
