"""Review cases in which somebody waits for a step, and the clocks of complaints."""

from collections.abc import Iterator

from partyroll.messages import OUTCOME, STEP
from partyroll.model import Entry, Matter, MatterKind, Register, ReviewStep
from partyroll.rules.casework import somebody_waits
from partyroll.store.ledger import Ledger
from partyroll.tasks.casework import PersonCase, all_cases
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.standing import unit_on
from partyroll.text import mid_sentence

_REGISTER = Register(
    "cases",
    "Đang xem xét",
    "dang-xem-xet",
    (),
    "Chưa có ai được xem xét: partyroll flag --save, partyroll review step.",
)


def _entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    # Of whom no step tells yet, the books say more: `near` tells of them, with their months.
    begun = (case for case in all_cases(ledger.path, today=look.as_of).cases if case.steps)
    for case in begun:
        matters = tuple(_matters(case, look))
        if matters:
            person = case.person
            unit_id = unit_on(person, look.as_of)
            yield Entry(person.person_id, person.full_name, unit_id, {}, matters)


def _matters(case: PersonCase, look: Look) -> Iterator[Matter]:
    about, following = str(case.year), case.usual_next
    if somebody_waits(following):
        told = f"Năm {case.year}: {_step(case.steps[-1])}"
        yield Matter(MatterKind.CASE_OPEN, told, following, about)
    for clock in case.deadlines:
        if not clock.passed(look.as_of):
            yield Matter(
                MatterKind.COMPLAINT_CLOCK,
                f"Năm {case.year}: {clock.clock.what}",
                "để biết thời hạn; không phải việc thúc ai",
                about,
                clock.last,
                clock.remarks,
            )


def _step(step: ReviewStep) -> str:
    when = step.happened_on or step.paper_date
    said = f": {mid_sentence(OUTCOME[step.outcome])}" if step.outcome else ""
    return f"{mid_sentence(STEP[step.kind])}{said}{f' ({when.vi})' if when else ''}"


SOURCE = RegisterSource(_REGISTER, _entries)
