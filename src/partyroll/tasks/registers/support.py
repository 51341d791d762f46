"""The register of help: who needs what, what was done, what became of it; praise beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from partyroll.messages import (
    AWARD_FORM,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_OUTCOME,
    SUPPORT_PART,
)
from partyroll.model import (
    Award,
    CellValue,
    Column,
    Discipline,
    Entry,
    Need,
    Person,
    Register,
    Shape,
    Support,
    SupportPart,
)
from partyroll.period import PartialDate
from partyroll.rules.supporting import (
    Circumstances,
    Served,
    as_it_stood,
    lately_discharged,
    meeting_by_roster,
    met_or_not,
    support_matters,
)
from partyroll.rules.supporting.facts import measure_in_words, need_in_words
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.support import (
    ServiceWords,
    awards,
    disciplines,
    service_words,
    supports,
)
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.standing import is_member, unit_on

# As SQL looks for them, whatever the case of letters beyond ASCII; the rule looks closer.
_SERVICE = ("xu_t ng_", "ph_c vi_n", "gi_i ng_")
_NUMBER = Column("number", "Số", Shape.ORDER, 5)


# --- Help ---------------------------------------------------------------------------------
def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for each need, then those of whom only a roster says they came home."""
    at = Circumstances(look.as_of, look.settings.support)
    every = [one for s in supports(ledger) if (one := as_it_stood(s, look.as_of))]
    members = _members(ledger, look, (one.person_id for one in every))
    for one in every:
        person = members.get(one.person_id)
        if person is None:
            continue
        entry = Entry(
            person.person_id,
            person.full_name,
            unit_on(person, look.as_of),
            _values(one),
            support_matters(one, at),
            one.source,
        )
        if _is_wanted(entry, one, look.only):
            yield entry
    if look.only in {"", SupportPart.DISCHARGED, SupportPart.ALL}:
        known = {one.person_id for one in every if one.need is Need.DISCHARGED}
        yield from _by_rosters(ledger, look, at, known)


def _by_rosters(
    ledger: Ledger, look: Look, at: Circumstances, known: set[str]
) -> Iterator[Entry]:
    """Yield who came home from service by the words of a roster, and was not written down."""
    words: Mapping[str, ServiceWords] = {
        one.person_id: one
        for one in service_words(ledger, _SERVICE)
        if one.person_id not in known
    }
    for person in _members(ledger, look, words).values():
        said = words[person.person_id]
        found = lately_discharged(Served(said.texts, person.birth_date), at)
        if found is not None:
            yield Entry(
                person.person_id,
                person.full_name,
                unit_on(person, look.as_of),
                {"need": NEED[Need.DISCHARGED], "opened_on": found.on},
                (meeting_by_roster(found),),
                said.source,
            )


def _is_wanted(entry: Entry, one: Support, part: str) -> bool:
    if part == SupportPart.ALL:
        return True
    if part == SupportPart.DISCHARGED:
        return one.need is Need.DISCHARGED
    if part == SupportPart.NO_MEASURE:
        return one.measure is None and bool(entry.matters)
    if part == SupportPart.NO_OUTCOME:
        return one.measure is not None and bool(entry.matters)
    return one.closed_on is None and not one.concluded and met_or_not(one) is not True


def _values(one: Support) -> dict[str, CellValue]:
    outcome = SUPPORT_OUTCOME[one.outcome] if one.outcome else ""
    return {
        "number": one.number,
        "need": need_in_words(one),
        "opened_on": one.opened_on,
        "measure": measure_in_words(one) or None,
        "amount": one.amount,
        "provided_by": one.provided_by or None,
        "provided_on": one.provided_on,
        "outcome": one.outcome_text or outcome or None,
        "closed_on": one.closed_on,
    }


def _members(ledger: Ledger, look: Look, ids: Iterable[str]) -> dict[str, Person]:
    return {
        person.person_id: person
        for person in people(ledger, ids)
        if is_member(person, look.as_of)
    }


SOURCE = RegisterSource(
    Register(
        id="support",
        title="Danh sách giúp đỡ đảng viên",
        file="giup-do",
        columns=(
            _NUMBER,
            Column("need", "Khó khăn, nhu cầu", Shape.LONG_TEXT, 26),
            Column("opened_on", "Ngày phát sinh", Shape.DATE, 11),
            Column("measure", "Đã giúp", Shape.LONG_TEXT, 22),
            Column("amount", "Số tiền", Shape.COUNT, 12),
            Column("provided_by", "Ai giúp", Shape.LONG_TEXT, 18),
            Column("provided_on", "Ngày giúp", Shape.DATE, 11),
            Column("outcome", "Sau khi giúp", Shape.LONG_TEXT, 16),
            Column("closed_on", "Ngày xong", Shape.DATE, 11),
        ),
        empty=(
            "Sổ chưa ghi ai cần giúp. Nhập danh sách (mẫu: partyroll template support), hoặc"
            ' ghi từng người: partyroll support add NGƯỜI --need "KHÓ KHĂN".'
        ),
        notice="Danh sách để giúp đảng viên; không phải nhận xét về ai.",
        parts=SUPPORT_PART,
    ),
    entries,
)


# --- Praise and discipline ----------------------------------------------------------------
def award_entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Return a line for each praise up to the day, of members."""
    return _told(ledger, look, ((one, one.awarded_on, _praise(one)) for one in awards(ledger)))


def discipline_entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Return a line for each decision on discipline up to the day, of members."""
    told = ((one, one.decided_on, _decision(one)) for one in disciplines(ledger))
    return _told(ledger, look, told)


def _told(
    ledger: Ledger,
    look: Look,
    facts: Iterable[tuple[Award | Discipline, PartialDate | None, dict[str, CellValue]]],
) -> Iterator[Entry]:
    """Yield a line for each fact of a member up to the day, with what it says."""
    found: dict[str, list[tuple[Award | Discipline, dict[str, CellValue]]]] = defaultdict(list)
    for one, day, values in facts:
        if day is None or day.first <= look.as_of:
            found[one.person_id].append((one, values))
    for person in _members(ledger, look, found).values():
        unit_id = unit_on(person, look.as_of)
        for one, values in found[person.person_id]:
            yield Entry(person.person_id, person.full_name, unit_id, values, (), one.source)


def _praise(one: Award) -> dict[str, CellValue]:
    return {
        "number": one.number,
        "form": AWARD_FORM[one.form],
        "form_text": one.form_text or None,
        "badge_years": one.badge_years,
        "awarded_on": one.awarded_on,
        "decision_no": one.decision_no or None,
        "given_by": one.given_by or None,
        "reason": one.reason_text or None,
    }


def _decision(one: Discipline) -> dict[str, CellValue]:
    return {
        "number": one.number,
        "form": DISCIPLINE_FORM[one.form],
        "decided_on": one.decided_on,
        "decision_no": one.decision_no or None,
        "decided_by": one.decided_by or None,
        "reason": one.reason_text or None,
        "valid_to": one.valid_to,
    }


AWARDS = RegisterSource(
    Register(
        id="awards",
        title="Danh sách khen thưởng",
        file="khen-thuong",
        columns=(
            _NUMBER,
            Column("form", "Hình thức", width=18),
            Column("form_text", "Ghi như sau", Shape.LONG_TEXT, 22),
            Column("badge_years", "Huy hiệu (năm)", Shape.COUNT, 9),
            Column("awarded_on", "Ngày", Shape.DATE, 11),
            Column("decision_no", "Số quyết định", width=14),
            Column("given_by", "Cấp khen thưởng", width=18),
            Column("reason", "Thành tích", Shape.LONG_TEXT, 24),
        ),
        empty=(
            "Sổ chưa ghi ai được khen thưởng. Nhập danh sách (mẫu: partyroll template awards),"
            ' hoặc ghi từng người: partyroll support award NGƯỜI --form "HÌNH THỨC".'
        ),
        notice="Chỉ những lần khen thưởng đã nhập vào sổ.",
        facts=True,
    ),
    award_entries,
)
DISCIPLINES = RegisterSource(
    Register(
        id="disciplines",
        title="Danh sách kỷ luật đảng viên",
        file="ky-luat",
        columns=(
            _NUMBER,
            Column("form", "Hình thức", width=14),
            Column("decided_on", "Ngày quyết định", Shape.DATE, 11),
            Column("decision_no", "Số quyết định", width=14),
            Column("decided_by", "Cấp quyết định", width=18),
            Column("reason", "Nội dung", Shape.LONG_TEXT, 26),
            Column("valid_to", "Có hiệu lực đến", Shape.DATE, 11),
        ),
        empty=(
            "Sổ chưa ghi ai bị kỷ luật. Nhập danh sách (mẫu: partyroll template discipline),"
            ' hoặc ghi từng người: partyroll support discipline NGƯỜI --form "HÌNH THỨC".'
        ),
        notice="Chỉ những quyết định đã nhập vào sổ.",
        facts=True,
    ),
    discipline_entries,
)
