"""Reasons, papers and temporary places on the screen: in a table, or in one line each."""

from typing import TYPE_CHECKING

from partyroll.messages import EXCUSE, GRANT_STATE, GROUND, PERMISSION, TEMPORARY_STAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partyroll.cli.screen import Screen
    from partyroll.period import PartialDate
    from partyroll.store.grants import Grant
    from partyroll.tasks.excusing.listing import Shown

_WORDS = {
    kind: words[:1].upper() + words[1:]  # each begins its cell
    for kind, words in {**EXCUSE, **PERMISSION, **TEMPORARY_STAY}.items()
}
_TITLES = ("Số", "Họ và tên", "Chi bộ", "Loại", "Từ", "Đến", "Tình trạng", "Nội dung")


def show_excuses(shown: "Iterable[Shown]", screen: "Screen") -> None:
    """Print each with its number."""
    screen.table(_TITLES, [_row(one) for one in shown])


def _row(one: "Shown") -> tuple[str | int | None, ...]:
    grant = one.grant
    return (
        grant.number,
        one.person.full_name,
        one.unit,
        _WORDS[grant.kind] + (f" {grant.share}%" if grant.share else ""),
        grant.start.vi if grant.start else None,
        grant.end.vi if grant.end else None,
        GRANT_STATE[grant.state],
        "; ".join([*_particulars(one), *_cell_of(grant)]),
    )


def _cell_of(grant: "Grant") -> list[str]:
    """Return where the words of a reason stand; the place of a paper says little here."""
    return [str(grant.source)] if grant.ground and grant.source.file else []


def _particulars(one: "Shown") -> list[str]:
    grant = one.grant
    ground = f"chỉ {GROUND[grant.ground]}" if grant.ground and grant.ground != "MIXED" else ""
    judged = f"{grant.judged_by} {_day(grant.judged_on)}".strip()
    parts = (grant.reason_text, ground, one.host and f"tại {one.host}", grant.paper, judged)
    return [part for part in parts if part]


def _day(day: "PartialDate | None") -> str:
    return day.vi if day else ""


def excuse_line(one: "Shown") -> str:
    """Return a reason or a temporary place in one line, with its number."""
    grant = one.grant
    since = f" từ {grant.start.vi}" if grant.start else ""
    until = f" đến {grant.end.vi}" if grant.end else ""
    said = "".join(f", {part}" for part in _particulars(one))
    state = GRANT_STATE[grant.state]
    place = f" — {grant.source}" if grant.source.file else ""
    return f"{_WORDS[grant.kind]}{since}{until}: {state}{said} (số {grant.number}){place}"
