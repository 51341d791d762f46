"""Questions that wait for a person, and what their answers do to the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from partyroll.model import Problem
from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft, Place
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.questions import AsideRow, rows_with_questions
from partyroll.tasks.recording.people import People
from partyroll.tasks.recording.questions import Answer, understand
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.settling import NeedsDate, settle, stands
from partyroll.tasks.recording.tables import record_tables
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.units import UnitTree
from partyroll.tasks.recording.waiting import Waiting, question_in, with_question
from partyroll.tasks.refusals import AnswerNeedsDate, NoSuchQuestion, NotAnAnswer


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question, and every row that waits for its answer; the first gives its number."""

    waiting: Waiting
    rows: tuple[AsideRow, ...]

    @property
    def number(self) -> int:
        """What people type to answer it."""
        return self.rows[0].number

    @property
    def place(self) -> str:
        """Where the first row stands."""
        first = self.rows[0]
        more = f" và {len(self.rows) - 1} dòng nữa" if len(self.rows) > 1 else ""
        return f"{first.file} › {first.sheet} › dòng {first.row}{more}"


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer did: in words, how many rows went in, what is still to be looked at."""

    question: OpenQuestion
    said: str
    brought: int
    problems: tuple[Problem, ...]
    change: int | None


def open_questions(path: Path) -> tuple[str, tuple[OpenQuestion, ...]]:
    """Return the ledger's id and every question that waits, the oldest first."""
    with open_ledger(path) as ledger:
        return ledger.ledger_id, tuple(_questions(ledger))


def answer(
    path: Path, number: int, text: str, *, actor: str, now: datetime, dry_run: bool = False
) -> Answered:
    """Settle a question and bring in the rows that waited for it, in one change.

    Raises `NoSuchQuestion`, `NotAnAnswer`, `AnswerNeedsDate`; the ledger stays as it was.
    """
    if not dry_run:
        backup_if_due(path, at=now)
    with open_ledger(path, write=True, dry_run=dry_run) as ledger:
        question = _numbered(_questions(ledger), number)
        chosen = understand(question.waiting.question, text)
        if chosen is None:
            raise NotAnAnswer(number, text, question.waiting.question.answers)
        return _apply(ledger, question, chosen, actor=actor, now=now, dry_run=dry_run)


def _questions(ledger: Ledger) -> Iterable[OpenQuestion]:
    """Group rows that ask the same, in one file or in several.

    One unit's name may keep a whole sheet out; one person may stand in two lists.
    """
    groups: dict[object, list[tuple[Waiting, AsideRow]]] = {}
    for row in rows_with_questions(ledger):
        waiting = question_in(row.texts)
        if waiting is not None:
            asked = waiting.question
            same = (asked.asked, asked.key, asked.answers)
            groups.setdefault(same, []).append((waiting, row))
    for group in groups.values():
        yield OpenQuestion(group[0][0], tuple(row for _, row in group))


def _numbered(questions: Iterable[OpenQuestion], number: int) -> OpenQuestion:
    for question in questions:
        if number in {row.number for row in question.rows}:
            return question
    raise NoSuchQuestion(number)


def _apply(
    ledger: Ledger,
    question: OpenQuestion,
    chosen: Answer,
    *,
    actor: str,
    now: datetime,
    dry_run: bool,
) -> Answered:
    draft = Draft(ledger)
    session = Session(draft, UnitTree(draft), People(draft), now.date())
    said = _settle(session, question, chosen)
    tallies = [_bring_in(session, row) for row in question.rows]
    change = begin_change(ledger, "answer", actor=actor, at=now)
    change.note = f"câu {question.number}: {said}"
    draft.write(change)
    number = None if change.empty else change.finish().number
    return Answered(
        question,
        said,
        sum(not tally.set_aside for tally in tallies),
        tuple(problem for tally in tallies for problem in tally.problems),
        None if dry_run else number,
    )


def _settle(session: Session, question: OpenQuestion, chosen: Answer) -> str:
    """Return what was remembered; the rows of a question without ground are looked at anew."""
    asked = question.waiting.question
    if not stands(session, asked):
        return f"câu hỏi về “{asked.found}” không còn đúng với sổ hiện nay, dòng được xem lại"
    try:
        return settle(session, asked, chosen, _place(question.rows[0]))
    except NeedsDate:
        raise AnswerNeedsDate(question.number, chosen.text) from None


def _place(row: AsideRow) -> Place:
    return Place(row.source_id, row.sheet, row.row)


def _bring_in(session: Session, row: AsideRow) -> Tally:
    """Record a row that waited; what still keeps it out is kept in its place."""
    tally = Tally(row.file)
    waiting = question_in(row.texts)
    if waiting is None:
        return tally
    key = waiting.question.key
    work = Work(session, waiting.table(), row.source_id, tally, asked_key=key)
    record_tables(session, [work], whole=False)
    session.draft.load("set_aside", source_id=[row.source_id])
    session.draft.end("set_aside", (row.source_id, row.sheet, row.row, row.code))
    for aside in tally.set_aside:
        texts = with_question(aside.texts, tally.question(aside))
        session.draft.put("set_aside", {"code": aside.code, "texts": texts}, _place(row))
    for person_id in session.seen:
        session.draft.end("missing_mark", (person_id,))
    return tally
