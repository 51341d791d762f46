"""From what the ledger holds of a transfer to the slip that another ledger reads."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from partyroll.model import Case, HostRemark, Letter, Person, Slip, SlipKind, Stay, Transfer
from partyroll.period import Month, PartialDate, month_list
from partyroll.rules.kept_months import dues_kept, meetings_kept
from partyroll.store.cases import cases
from partyroll.store.ledger import Ledger
from partyroll.store.transfers import host_remarks, person_uid


def letter_slip(
    ledger: Ledger, one: Transfer, person: Person, path: Sequence[str], today: date
) -> Slip:
    """Return the slip that goes with a letter: who comes, from where, until when dues are paid.

    The identity number travels only where no card tells the member apart.
    """
    return replace(
        _about(ledger, one, person, SlipKind.LETTER, one.issued_on or PartialDate.of(today)),
        gender=person.gender.value if person.gender else "",
        hometown=person.hometown or "",
        admission_date=person.admission_date,
        official_date=person.official_date,
        origin=in_words(path),
        destination=one.place,
        starts_on=_starts_on(one, person),
        caused_on=one.caused_on,
        reason=one.reason_text,
        dues_told=_dues_told(ledger, one, person),
    )


def answer_slip(ledger: Ledger, one: Transfer, person: Person, path: Sequence[str]) -> Slip:
    """Return the slip that tells the place of departure what became of its letter."""
    day = one.answered_on or one.presented_on or PartialDate.of(date.min)
    return replace(
        _about(ledger, one, person, SlipKind.ANSWER, day),
        origin=one.place,
        destination=in_words(path),
        answer=one.answer,
        answered_on=one.answered_on,
        answered_by=one.answered_by,
        answer_text=one.answer_text,
    )


def months_slip(
    ledger: Ledger, one: Transfer, person: Person, path: Sequence[str], year: int
) -> Slip:
    """Return the slip that tells the home of a guest what the books here say of a year."""
    months = tuple(_months_here(one, person, year))
    case = _case(ledger, person, year)
    return replace(
        _about(ledger, one, person, SlipKind.MONTHS, PartialDate(year)),
        origin=one.place,
        destination=in_words(path),
        year=year,
        dues=tuple(dues_kept(case, months)) if case else (),
        meetings=tuple(meetings_kept(case, months)) if case else (),
        remarks=tuple(
            HostRemark(remark, on)
            for remark, on in host_remarks(ledger, person.person_id, year, in_words(path))
        ),
    )


def in_words(path: Sequence[str]) -> str:
    """Return a unit with those above it, the nearest first, as letters name it."""
    return ", ".join(reversed(path))


def _about(
    ledger: Ledger, one: Transfer, person: Person, kind: SlipKind, written_on: PartialDate
) -> Slip:
    return Slip(
        kind=kind,
        transfer_id=one.transfer_id,
        person_uid=person_uid(ledger, person.person_id),
        written_by=ledger.ledger_id,
        meant_for=one.other_ledger,
        written_on=written_on,
        transfer_kind=one.kind,
        full_name=person.full_name,
        birth_date=person.birth_date,
        card_no=person.card_no or "",
        national_id="" if person.card_no else person.national_id or "",
        letter_no=one.letter_no,
        issued_on=one.issued_on,
        valid_to=one.valid_to,
    )


# --- What the books say -------------------------------------------------------------------
def _dues_told(ledger: Ledger, one: Transfer, person: Person) -> str:
    """Return which months of the letter's year are paid, in words; a blank says nothing."""
    if one.issued_on is None:
        return ""
    year = one.issued_on.year
    case = _case(ledger, person, year)
    if case is None:
        return ""
    months = [Month(year, number) for number in range(1, one.issued_on.last.month + 1)]
    paid = [kept.month for kept in dues_kept(case, months) if kept.letter == Letter.PAID]
    return f"Đã đóng tháng {month_list(paid)} theo sổ nơi đi" if paid else ""


def _case(ledger: Ledger, person: Person, year: int) -> Case | None:
    found = next(iter(cases(ledger, [person.person_id], [year])), None)
    return found[1] if found else None


def _months_here(one: Transfer, person: Person, year: int) -> Iterator[Month]:
    """Yield the months of a year on whose last day the guest was here."""
    stays = [stay for stay in person.stays if _is_of(stay, one)]
    for number in range(1, 13):
        month = Month(year, number)
        if any(stay.covers(month.last_day) for stay in stays):
            yield month


def _is_of(stay: Stay, one: Transfer) -> bool:
    return stay.temporary and (one.out or stay.unit_id == one.unit_id)


def _starts_on(one: Transfer, person: Person) -> PartialDate | None:
    """Return from when a temporary stay runs, as the ledger holds it."""
    started = [stay.start for stay in person.stays if stay.temporary and stay.end in one.ends]
    return PartialDate.of(started[0]) if started and started[0] else None
