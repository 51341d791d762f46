"""What the books show in time: months that come near, people to look at, missing books."""

from collections.abc import Iterator

from partyroll.messages import GROUND
from partyroll.model import (
    EarlyWarning,
    Entry,
    Matter,
    MatterKind,
    Register,
    ReviewList,
    WatchKind,
)
from partyroll.rules.casework import usual_next
from partyroll.store.ledger import Ledger
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.reviewing import Listed, ReviewRequest
from partyroll.tasks.watching import WatchResult, watch_list
from partyroll.text import mid_sentence

_LOOKED_AT = frozenset({ReviewList.REVIEW, ReviewList.CHECK_REASON})
_OTHERWISE = {
    WatchKind.ONE_MONTH_LEFT: MatterKind.MONTHS_NEAR,
    WatchKind.OVER_NEW_YEAR: MatterKind.MONTHS_NEAR,
    WatchKind.BOTH_GROUNDS: MatterKind.MONTHS_NEAR,
    WatchKind.TRANSFER_TO_PRESENT: MatterKind.LETTER_RUNS_OUT,
}
_REGISTER = Register(
    "near",
    "Cần nhắc, cần xem xét",
    "nhac-viec",
    (),
    "Chưa có sổ đảng phí, sổ sinh hoạt: partyroll import <tệp>.",
)


def _entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    result = watch_list(
        ReviewRequest(
            ledger.path, look.as_of, look.settings.rulebook, known_at=ledger.known_at
        ),
        look.settings.watch,
    )
    yield from _listed(result, look)
    for cell in result.cells:
        for person in cell.people:
            matters = tuple(_matter(warning, result) for warning in person.warnings)
            yield Entry(person.person_id, person.full_name, person.unit_id, {}, matters)
    yield from _missing_books(result, look)


def _listed(result: WatchResult, look: Look) -> Iterator[Entry]:
    """Yield those whom the rule lists, for whoever has not kept a list of them yet."""
    units = {look.units.path(unit.unit_id): unit.unit_id for unit in look.units}
    for one in result.review.listed:
        if one.finding.list in _LOOKED_AT and not one.finding.silenced:
            unit_id = units.get(one.unit_path)
            matter = _to_look_at(one, result.review.year)
            yield Entry(one.person.person_id, one.person.full_name, unit_id, {}, (matter,))


def _to_look_at(one: Listed, year: int) -> Matter:
    return Matter(
        MatterKind.CASE_OPEN,
        f"Năm {year}: {mid_sentence(one.finding.why)}",
        usual_next((), one.finding.list),
        about=str(year),
    )


def _matter(warning: EarlyWarning, result: WatchResult) -> Matter:
    kind = _OTHERWISE.get(warning.kind) or MatterKind(warning.kind.value)
    counted = kind is MatterKind.MONTHS_NEAR
    about = str(result.review.year) if counted else warning.about or str(warning.until or "")
    return Matter(
        kind, warning.text, warning.step, about, warning.until, evidence=warning.evidence
    )


def _missing_books(result: WatchResult, look: Look) -> Iterator[Entry]:
    units = {look.units.path(unit.unit_id): unit for unit in look.units}
    for cell in result.cells:
        unit = units.get(cell.path)
        if unit is None or not cell.missing:
            continue
        matters = tuple(
            Matter(
                MatterKind.BOOK_MISSING,
                f"{one.gap.text}, {GROUND[one.gap.ground]}",
                one.step,
                about=f"{one.gap.ground.value} {result.review.year} {one.gap.kind}",
            )
            for one in cell.missing
        )
        yield Entry(unit.unit_id, unit.name, unit.unit_id, {}, matters)


SOURCE = RegisterSource(_REGISTER, _entries)
