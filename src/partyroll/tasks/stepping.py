"""Writing a step of a case: checked against what is known, added, never in place of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partyroll.messages import STEP
from partyroll.model import Judged, Outcome, Person, ReviewStep, Status, StepKind
from partyroll.period import month_list
from partyroll.rulebook import clocks
from partyroll.rules.casework import (
    decided_by_proposer,
    missing_papers,
    running,
    usual_reasons,
)
from partyroll.rules.clocks import Deadline
from partyroll.rules.silencing import SILENCING, judged
from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft
from partyroll.store.fullness import latest_book_year
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.lists import kept_items, kept_list
from partyroll.store.reviews import Stood, places_on_lists, steps
from partyroll.store.story import attributes
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person
from partyroll.tasks.deciding import (
    Decision,
    decided_exit,
    reason_words,
    refuse_before_admission,
)
from partyroll.tasks.explaining import explained_year
from partyroll.tasks.frozen_form import listed_in
from partyroll.tasks.recording.concluding import NEEDS_DECIDER, excuses_of, judged_about
from partyroll.tasks.recording.steps import put_excuse, put_step
from partyroll.tasks.refusals import NoSuchList
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.tasks.step_refusals import (
    NotOnList,
)
from partyroll.tasks.step_request import (
    StepRequest,
    check_step,
    decision_of,
    last_day_of,
)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The step as written, and what to know beside it; `change` None = it was known before."""

    person: Person
    unit: str
    step: ReviewStep
    change: int | None
    remarks: tuple[str, ...]
    missing_papers: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    list_number: int | None = None
    decision: Decision | None = None


def take_step(request: StepRequest) -> StepTaken:
    """Add a step to a person's case, with the exit that a decision makes, in one change.

    Raises a `StepRefused` where a fact does not hold; the ledger stays as it was.
    """
    check_step(request)
    if not request.dry_run:
        backup_if_due(request.ledger, at=request.now)
    with open_ledger(request.ledger, write=True, dry_run=request.dry_run) as ledger:
        today = request.now.date()
        units = UnitHistory(ledger).on(today)
        person = chosen_person(ledger, request.member, units, today)
        unit = units.name(unit_on(person, today))
        return _Taking(ledger, request, person).taken(unit)


# --- The step -----------------------------------------------------------------------------
class _Taking:
    """One step on its way into the ledger."""

    def __init__(self, ledger: Ledger, request: StepRequest, person: Person) -> None:
        self._ledger, self._request, self._person = ledger, request, person
        self._today = request.now.date()
        self._on = min(last_day_of(request), self._today)
        self._before = steps(ledger, person.person_id)
        self._places = list(places_on_lists(ledger, person.person_id))
        self._place = self._placed()
        self._year = self._about()
        self._decision = decision_of(request)

    def taken(self, unit: str) -> StepTaken:
        """Return the step, written unless it was known."""
        draft = Draft(self._ledger)
        draft.load("review_step", person_id=[self._person.person_id])
        step = self._step(draft)
        known = self._known(step)
        change = None if known else self._write(draft, step)
        told = known or step
        case = [one for one in self._before if one.year == told.year and one is not known]
        days_off = frozenset(holidays(self._ledger))
        return StepTaken(
            self._person,
            unit,
            replace(told, change=change or told.change),
            change,
            tuple(self._remarks(told, case)),
            missing_papers((*case, told)),
            tuple(running([told], clocks(), days_off)),
            self._place.number if self._place else None,
            self._decision,
        )

    def _step(self, draft: Draft) -> ReviewStep:
        request, decision = self._request, self._decision
        if decision:
            refuse_before_admission(self._person, decision)
        exit_id = decided_exit(draft, self._person, decision, self._today) if decision else ""
        return ReviewStep(
            step_id=draft.ids.new(),
            person_id=self._person.person_id,
            year=self._year,
            kind=request.kind,
            outcome=decision.by_ground if decision else request.outcome,
            happened_on=request.happened_on,
            said_by=request.said_by,
            paper=request.paper,
            paper_date=request.paper_date,
            note="; ".join(self._notes()),
            list_id=self._place.list_id if self._place else "",
            judged=self._judged() if request.outcome else (),
            event_id=exit_id,
        )

    def _known(self, step: ReviewStep) -> ReviewStep | None:
        """Return the step that says the same already: typing twice adds nothing."""
        for one in self._before:
            same = replace(step, step_id=one.step_id, change=one.change)
            if step.event_id:  # whoever has left stands on no list any more
                same = replace(same, judged=one.judged, list_id=one.list_id)
            if same == one:
                return one
        return None

    def _write(self, draft: Draft, step: ReviewStep) -> int:
        put_step(draft, step)
        draft.load("excuse", person_id=[step.person_id])
        for excuse in excuses_of(step, draft.ids.new):
            put_excuse(draft, step.person_id, excuse)
        change = begin_change(
            self._ledger, "step", actor=self._request.actor, at=self._request.now
        )
        change.note = f"{STEP[step.kind]}, năm {step.year}"
        draft.write(change)
        return change.finish().number

    def _notes(self) -> Iterator[str]:
        request = self._request
        if request.note:
            yield request.note
        if request.vote:
            yield request.vote.vi
        if request.applied_on:
            yield f"đơn xin ra ngày {request.applied_on.vi}"

    # --- What it is about -----------------------------------------------------------------
    def _placed(self) -> Stood | None:
        """Return the list that the step speaks of: the named one, else the last then known."""
        request = self._request
        if request.list_number is not None:
            return self._on_list(request.list_number)
        then = [
            place
            for place in self._places
            if place.made_on <= self._on and request.year in {None, place.year}
        ]
        return then[-1] if then else None

    def _on_list(self, number: int) -> Stood:
        for place in self._places:
            if place.number == number and self._request.year in {None, place.year}:
                return place
        if kept_list(self._ledger, number) is None:
            raise NoSuchList(number)
        raise NotOnList(self._person.full_name, number)

    def _about(self) -> int:
        """Return the assessed year: as told, else of the list, the case, the last books."""
        if self._request.year is not None:
            return self._request.year
        if self._place is not None:
            return self._place.year
        if self._before:
            return self._before[-1].year
        return latest_book_year(self._ledger, self._on) or self._on.year

    def _judged(self) -> tuple[Judged, ...]:
        """Return the months as the list showed them, else as they stood on the day."""
        if self._place is not None:
            person_id = self._person.person_id
            item, *_ = kept_items(self._ledger, self._place.list_id, person_id=person_id)
            finding = listed_in(item.shown).finding
        else:
            year = explained_year(
                self._ledger,
                self._person.person_id,
                self._year,
                self._request.rulebook,
                self._on,
            )
            if year.finding is None:
                return ()
            finding = year.finding
        return tuple(
            sorted(map(judged, finding.months), key=lambda one: (one.ground, one.month))
        )

    # --- What to look at once more --------------------------------------------------------
    def _remarks(self, step: ReviewStep, before: Sequence[ReviewStep]) -> Iterator[str]:
        if self._request.vote:
            yield self._request.vote.remark
        if decided_by_proposer(step, before):
            yield f"{step.said_by} vừa đề nghị vừa quyết định: xem lại thẩm quyền"
        if step.outcome in SILENCING and not step.judged:
            yield f"không có tháng nào của năm {step.year} đang cần xem xét"
        yield from _about_reason(step)
        gone = not is_member(self._person, self._today)
        if gone and not self._decision and step.kind is not StepKind.COMPLAINT:
            yield "người này không còn là đảng viên trong sổ; bước này không đưa ai trở lại"
        if self._decision:
            yield from self._about_decision(self._decision)

    def _about_decision(self, decision: Decision) -> Iterator[str]:
        left = decision.by_ground
        if left is not decision.outcome:
            yield (
                "căn cứ là đơn xin ra khỏi Đảng: ghi là cho ra khỏi Đảng, không phải xóa tên"
            )
        unusual = set(decision.reasons) - set(usual_reasons(left))
        if unusual:
            words = reason_words(sorted(unusual))
            yield f"xem lại lý do: {words} thường không đi với quyết định này"
        if left is Outcome.WITHDREW:
            yield from self._about_withdrawal()
        yield decision.prospect

    def _about_withdrawal(self) -> Iterator[str]:
        if self._request.applied_on is None:
            yield "chưa ghi ngày của đơn xin ra (--applied)"
        if status_of(self._person, self._today) is Status.SUSPENDED:
            yield "sổ ghi đang đình chỉ sinh hoạt: xem việc kỷ luật đã xong chưa"
        said = attributes(self._ledger, self._person.person_id)
        for one in said:
            if one.name == "discipline" and one.until is None:
                yield f"sổ ghi kỷ luật “{one.value}”: xem còn hiệu lực không, xử lý trước"


def _about_reason(step: ReviewStep) -> Iterator[str]:
    """Say which months a judged reason lifts, keeps, or leaves without one."""
    if step.outcome not in NEEDS_DECIDER:
        return
    if not step.said_by:
        yield (
            "chưa ghi ai kết luận (--by) nên kết luận về lý do chưa có hiệu lực với tháng nào;"
            " gõ lại kèm --by, hoặc partyroll excuse accept|reject"
        )
        return
    about = judged_about(step.judged, step.outcome)
    others = {one.month for one in step.judged if one not in about}
    months = month_list({one.month for one in about})
    if step.outcome is Outcome.REASON_REJECTED:
        if about:
            yield f"tháng {months} từ nay tính như không có lý do: xem partyroll flag"
        return
    if about:
        yield f"lý do được chấp nhận cho tháng {months}: những tháng đó thôi bị tính"
    if others:
        yield (
            f"tháng {month_list(others)} không ghi lý do nên vẫn tính; muốn lý do này gồm cả"
            " các tháng đó: partyroll excuse add"
        )
