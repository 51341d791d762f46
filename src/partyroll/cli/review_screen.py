"""Cases on the screen: who stands where, one person's whole case, a step just written."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common
from partyroll.messages import ANSWER, GROUND, OUTCOME, REVIEW_LIST, STATE, STEP
from partyroll.period import month_spans
from partyroll.text import mid_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partyroll.model import Judged, Person, ReviewStep
    from partyroll.period import Month
    from partyroll.tasks.casework import Cases, PersonCase
    from partyroll.tasks.stepping import StepTaken

_TITLES = ("Họ và tên", "Chi bộ", "Năm", "Đã đến bước", "Ngày", "Thường làm tiếp", "Hạn")
_INFORMS = "Các bước, giấy tờ, thời hạn chỉ để biết; quyết định là của cấp ủy có thẩm quyền."


def tell_cases(found: "Cases", at: Common) -> None:
    """Print one row for each person with a case."""
    screen = at.screen
    rows = [_row(case) for case in found.cases]
    narrow = screen.for_people and not any(case.deadlines for case in found.cases)
    shown = len(_TITLES) - narrow  # an empty column only takes room
    screen.table(_TITLES[:shown], [row[:shown] for row in rows])
    if not rows:
        screen.note(
            "Chưa có ai được xem xét. Lưu danh sách: partyroll flag --save; ghi một bước:"
            " partyroll review step.",
            prose=True,
        )
    screen.note(f"{len(rows)} người. {_INFORMS}", prose=True)


def _row(case: "PersonCase") -> tuple[str | int | None, ...]:
    last = case.steps[-1] if case.steps else None
    return (
        case.person.full_name,
        case.unit,
        case.year,
        _stage(last) if last else _list_words(case),
        _day(last) if last else "",
        case.usual_next,
        "; ".join(f"{one.clock.what}: {one.last:%d/%m/%Y}" for one in case.deadlines),
    )


def _stage(step: "ReviewStep") -> str:
    return (
        f"{STEP[step.kind]}: {mid_sentence(OUTCOME[step.outcome])}"
        if step.outcome
        else STEP[step.kind]
    )


def _list_words(case: "PersonCase") -> str:
    last = case.lists[-1]
    return f"có trong danh sách số {last.number}"


def _day(step: "ReviewStep") -> str:
    when = step.happened_on or step.paper_date
    return when.vi if when else ""


# --- One person ---------------------------------------------------------------------------
def tell_case(person: "Person", found: "Sequence[PersonCase]", at: Common) -> None:
    """Print every case of a person, each step with what it judged and where it comes from."""
    screen = at.screen
    if not found:
        screen.say(
            f"{person.full_name}: không có trong danh sách đã lưu nào, chưa có bước nào."
        )
    for case in found:
        screen.say(f"{person.full_name} — {case.unit or 'chưa rõ chi bộ'}, năm {case.year}")
        for place in case.lists:
            words = mid_sentence(REVIEW_LIST[place.list])
            screen.say(
                f"Danh sách số {place.number}, tính đến {place.as_of:%d/%m/%Y}: {words}",
                prose=True,
            )
        for number, step in enumerate(case.steps, start=1):
            _tell_step(number, step, at)
        for answer in case.answers:
            screen.say(
                f"Chi bộ trả lời, {mid_sentence(ANSWER[answer.field])}: {answer.text}"
                f" ({answer.source})",
                prose=True,
            )
        screen.say(f"Thường làm tiếp: {case.usual_next}.", prose=True)
        _tell_rest(case.missing_papers, [one.vi for one in case.deadlines], at)
        screen.say()
    screen.note(_INFORMS, prose=True)


def _tell_step(number: int, step: "ReviewStep", at: Common) -> None:
    parts = [_day(step) or "không rõ ngày", _stage(step)]
    parts += [f"do {step.said_by}"] if step.said_by else []
    parts += [_paper(step)] if step.paper or step.paper_date else []
    parts += [step.note] if step.note else []
    origin = str(step.source) or f"thay đổi {step.change}"
    at.screen.say(f"  {number}. {', '.join(parts)} — {origin}", prose=True)
    if step.judged:
        at.screen.say(f"     căn cứ đã xem: {_months(step.judged)}", prose=True)


def _paper(step: "ReviewStep") -> str:
    dated = f" ngày {step.paper_date.vi}" if step.paper_date else ""
    return f"văn bản {step.paper}{dated}".replace("  ", " ")


def _months(judged: "Iterable[Judged]") -> str:
    """Return months by what was said of them: "đảng phí: chưa đóng 3, 4, 7/2024"."""
    alike: dict[str, list[Month]] = {}
    for one in judged:
        said = f"{GROUND[one.ground]}, {one.note or STATE[one.state]}"
        alike.setdefault(said, []).append(one.month)
    return "; ".join(
        f"{said}: {month_spans(months, years=True)}" for said, months in alike.items()
    )


def _tell_rest(papers: "Iterable[str]", clocks: "Iterable[str]", at: Common) -> None:
    for paper in papers:
        at.screen.say(f"  chưa thấy ghi: {paper}", prose=True)
    for clock in clocks:
        at.screen.say(f"  {clock}", prose=True)


# --- A step just written ------------------------------------------------------------------
def tell_step(taken: "StepTaken", at: Common, *, dry_run: bool) -> None:
    """Say what was written, and what to know beside it."""
    screen, step = at.screen, taken.step
    if taken.change is None:
        screen.say(f"Bước này đã ghi ở thay đổi số {step.change}; không ghi lần nữa.")
    else:
        will = "Sẽ ghi" if dry_run else "Đã ghi"
        unit = f", {taken.unit}" if taken.unit else ""
        screen.say(
            f"{will}: {taken.person.full_name}{unit}, năm {step.year}: {_stage(step)}.",
            prose=True,
        )
    if taken.list_number is not None:
        screen.say(f"  theo danh sách số {taken.list_number}")
    if step.judged:
        screen.say(f"  căn cứ đã xem: {_months(step.judged)}", prose=True)
    for remark in taken.remarks:
        screen.say(f"  {remark}", prose=True)
    _tell_rest(taken.missing_papers, [one.vi for one in taken.deadlines], at)
    if taken.change is not None and not dry_run:
        screen.note(f"Thay đổi số {taken.change}. Hoàn tác: partyroll undo {taken.change}")
