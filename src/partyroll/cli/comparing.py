"""`partyroll flag --compare`: what each reading of the rule would list."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag import PEOPLE_LISTS
from partyroll.cli.options import Common
from partyroll.messages import NOT_A_DECISION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partyroll.tasks.comparing import Compared, Comparison, Moved
    from partyroll.tasks.reviewing import ReviewRequest

_OWN = {"own": "đang dùng", "default": "mặc định của phần mềm"}
_NAMES_SHOWN = 6


def tell_comparison(request: "ReviewRequest", at: Common, *, json: bool) -> int:
    """Print how many people, and who, each reading lists."""
    from partyroll.tasks.comparing import compare_readings

    found = compare_readings(request)
    if json:
        from partyroll.write.json import to_json

        at.screen.raw(to_json(_envelope(found, at)))
        return 0
    at.screen.note(f"Năm {found.year}, tính đến {found.as_of:%d/%m/%Y}, {found.rule.version}.")
    if not found.has_books:
        at.screen.note(
            "Chưa có sổ đảng phí, sổ sinh hoạt nào: nhập bằng partyroll import <tệp>."
        )
    shown = at.screen.for_people
    titles = ("Cách đọc", "Xem xét", "Lý do", "Theo dõi", "Thêm", "Bớt")
    at.screen.table(
        titles if shown else (*titles, "Ai"),
        [_row(one) if shown else (*_row(one), _names(one.moved)) for one in found.readings],
    )
    if shown:
        _tell_names(found, at)
    at.screen.note(NOT_A_DECISION)
    return 0


def _row(one: "Compared") -> tuple[str | int, ...]:
    from partyroll.model import ReviewList

    raised = sum(moved.raised for moved in one.moved)
    counts = (one.counts[ReviewList(name)] for name in PEOPLE_LISTS)
    return (_name(one), *counts, raised, len(one.moved) - raised)


def _name(one: "Compared") -> str:
    from partyroll.tasks.rule_words import readings_in_words

    changes = readings_in_words(one.variant.changes)
    return _OWN.get(one.variant.name, changes[:1].upper() + changes[1:])


def _tell_names(found: "Comparison", at: Common) -> None:
    """Say under each reading that differs what it means and whom it moves."""
    at.screen.note("+ thêm vào, hoặc lên danh sách mạnh hơn; − bớt đi, hoặc xuống.", prose=True)
    for one in found.readings:
        if one.moved:
            rest = len(one.moved) - _NAMES_SHOWN
            more = f"; … {rest} người nữa (--json)" if rest > 0 else ""
            at.screen.say(_name(one), prose=True)
            at.screen.say(f"    {_names(one.moved[:_NAMES_SHOWN])}{more}", prose=True)


def _names(moved: "Sequence[Moved]") -> str:
    return "; ".join(_moved(one) for one in moved)


def _moved(one: "Moved") -> str:
    sign = "+" if one.raised else "−"
    return f"{sign} {one.full_name} ({one.unit})" if one.unit else f"{sign} {one.full_name}"


def _envelope(found: "Comparison", at: Common) -> dict[str, object]:
    """Return the JSON contract of `flag --compare` (schema 1)."""
    own = found.readings[0]
    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "year": found.year,
        "rule": {
            "id": found.rule.id,
            "version": found.rule.version,
            "text": found.rule.text,
            "settings": own.variant.settings,
        },
        "compare": [_reading_object(one) for one in found.readings],
    }


def _reading_object(one: "Compared") -> dict[str, object]:
    from partyroll.model import ReviewList

    return {
        "reading": one.variant.name,
        "changes": dict(one.variant.changes),
        "counts": {name: one.counts[ReviewList(name)] for name in PEOPLE_LISTS},
        "moved": [
            {
                "person_id": moved.person_id,
                "full_name": moved.full_name,
                "unit": moved.unit,
                "own": moved.own,
                "other": moved.other,
                "raised": moved.raised,
            }
            for moved in one.moved
        ],
    }
