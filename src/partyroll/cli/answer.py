"""`partyroll answer [NUMBER] [ANSWER]`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    QuietOption,
    common,
)

if TYPE_CHECKING:
    from partyroll.tasks.answering import Answered, OpenQuestion


def answer(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="SỐ", help="Số của câu hỏi; không gõ = xem các câu.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TRẢ LỜI", help="Câu trả lời hoặc số thứ tự của nó, kèm ngày nếu cần."
        ),
    ] = None,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Xem và trả lời các câu hỏi còn chờ: có phải cùng một người, tổ chức nào, đã chuyển chưa.

    Câu trả lời được ghi nhớ, dòng đang chờ vào sổ ngay; hoàn tác được. Ví dụ: partyroll
    answer; partyroll answer 3 "cùng người". Mã kết thúc: 0 xong, 2 chưa hiểu câu trả lời, 3
    đã ghi nhớ nhưng dòng vẫn chưa vào sổ, 10 chưa có sổ.
    """
    from partyroll.tasks.answering import answer as settle

    at = common(context, ledger, quiet=quiet)
    text = " ".join(words or ())
    if number is None or not text:
        return _list(at, number, json=json)
    done = settle(at.ledger, number, text, actor=at.actor, now=at.now, dry_run=dry_run)
    if json:
        from partyroll.cli.contracts.answer import answer_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(answer_envelope(done, at, dry_run=dry_run)))
    else:
        _tell(done, at, dry_run=dry_run)
    return 0 if done.brought == len(done.question.rows) else 3


def _list(at: Common, number: int | None, *, json: bool) -> int:
    """Show every question that waits, or one."""
    from partyroll.tasks.answering import open_questions
    from partyroll.tasks.refusals import NoSuchQuestion

    _, questions = open_questions(at.ledger)
    if number is not None:
        questions = tuple(q for q in questions if number in {row.number for row in q.rows})
        if not questions:
            raise NoSuchQuestion(number)
    if json:
        from partyroll.cli.contracts.answer import questions_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(questions_envelope(questions, at)))
        return 0
    _show(questions, at)
    return 0


def _show(questions: "tuple[OpenQuestion, ...]", at: Common) -> None:
    screen = at.screen
    if not screen.for_people:
        rows = (
            (q.number, q.place, q.waiting.question.found, "; ".join(q.waiting.question.answers))
            for q in questions
        )
        screen.table(("Số", "Ở đâu", "Ghi là", "Trả lời"), rows)
    for question in questions if screen.for_people else ():
        asked = question.waiting.question
        screen.say(f"Câu {question.number}. {question.place}: “{asked.found}”", prose=True)
        screen.say(f"  {question.waiting.message}", prose=True)
        for place, choice in enumerate(asked.answers, start=1):
            screen.say(f"    {place}. {choice}", prose=True)
        screen.say()
    if questions:
        example = questions[0]
        first = _with_date(example)
        screen.note(
            f"{len(questions)} câu hỏi đang chờ. Trả lời, ví dụ:"
            f' partyroll answer {example.number} "{first}"'
        )
    else:
        screen.note("Không có câu hỏi nào đang chờ.")


def _with_date(question: "OpenQuestion") -> str:
    """Return the first answer, with a date where it needs one."""
    asked = question.waiting.question
    return f"{asked.answers[0]} 01/07/2025" if asked.needs_date else asked.answers[0]


def _tell(done: "Answered", at: Common, *, dry_run: bool) -> None:
    screen, waiting = at.screen, len(done.question.rows)
    will = "Sẽ ghi nhớ" if dry_run else "Đã ghi nhớ"
    screen.say(f"{will}: {done.said}.", prose=True)
    went = "sẽ vào sổ" if dry_run else "đã vào sổ"
    screen.say(f"{done.brought}/{waiting} dòng đang chờ {went}.")
    for problem in done.problems:
        screen.say(f"  {problem.sheet} › {problem.cell}: {problem.message}", prose=True)
    if done.change is not None:
        screen.note(f"Thay đổi số {done.change}. Hoàn tác: partyroll undo {done.change}")
