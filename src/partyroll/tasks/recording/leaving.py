"""Rosters that list whoever has left, or name another unit: what they mean is asked."""

from collections.abc import Mapping

from partyroll.messages import STATUS
from partyroll.model import ExitKind, Status
from partyroll.period import PartialDate
from partyroll.read.facts import RosterRow
from partyroll.store.draft import Outcome
from partyroll.tasks.recording.clues import Clues, Match
from partyroll.tasks.recording.identifying import identify
from partyroll.tasks.recording.questions import Asked, Question
from partyroll.tasks.recording.session import Work
from partyroll.tasks.recording.settling import Moving, Returning, left_key, move_key
from partyroll.tasks.recording.verdicts import clue_key
from partyroll.text import same_key

_EXITS = frozenset(Status(kind.value) for kind in ExitKind)
_BACK: Mapping[str, tuple[Returning, ...]] = {
    "DIED": (),
    "OUT": (Returning.MOVED_IN,),
}
_BACK_TO_THE_PARTY = (Returning.READMITTED, Returning.RESTORED)
_ADVICE = {
    "DIED": "; nếu ghi nhầm việc từ trần, hãy hoàn tác lần nhập đó",
    "OUT": "; nếu đã chuyển về, ghi kèm ngày",
    "WITHDREW": (
        "; người đã xin ra thường không được xét kết nạp lại, phải có văn bản của cấp ủy"
    ),
}
_ADVICE_ELSE = "; kết nạp lại, khôi phục phải có văn bản của cấp ủy; ghi kèm ngày"


def who_on_roster(
    work: Work, row: RosterRow, clues: Clues, unit_id: str | None
) -> Match | None:
    """Return the person of a roster row, nobody known, or None when the row goes no further.

    Somebody who has left is never silently a member again: what the roster means is asked.
    """
    match = identify(work, row.row, clues)
    if match.person_id is not None and _listed_again(work, row, match.person_id):
        question = _return_question(work, row, clues, match.person_id, unit_id)
        wrongly = _wrongly_listed(work, match.person_id)
        if not wrongly and not work.settled(row.row, question):
            _ask_return(work, row, match.person_id, question)
            return None
        match = identify(work, row.row, clues)  # it may have been somebody else
    if match.doubt is not None:
        work.session.asked_about.update(match.of)
        work.refuse_doubt(row.row, match, clues)
        return None
    if match.person_id is not None and _listed_again(work, row, match.person_id):
        status = STATUS[work.session.people.left[match.person_id][0]]
        work.warn(row.row, "listed_but_left", "full_name", status=status)
        work.tally.count(Outcome.UNCHANGED)
        return None
    return match


def may_move(work: Work, row: RosterRow, person_id: str, unit_id: str) -> bool:
    """Whether a row that names another unit than the ledger may go in; else it is asked about.

    Once somebody said that the person stayed, the unit of such rows is passed over.
    """
    session = work.session
    key = move_key(person_id, unit_id)
    if person_id in session.verdicts.different(key):
        return True
    answers = tuple(move.value for move in Moving)
    question = Question(Asked.MOVE, key, answers, (person_id,), row.full_name, unit_id)
    if work.settled(row.row, question):
        return True
    names = session.tree.names
    facts = {"known": names[session.people.unit_of[person_id]], "found": names[unit_id]}
    places = ("unit_cell", "full_name")
    work.ask(row.row, "unit_differs", *places, question=question, name=row.full_name, **facts)
    return False


# --- Listed again -------------------------------------------------------------------------
def _listed_again(work: Work, row: RosterRow, person_id: str) -> bool:
    """Whether a row lists, as a member, somebody who has left before this import."""
    session = work.session
    if person_id not in session.people.left or row.status in _EXITS:
        return False
    # An office that lists the exit in the same import knows what it does.
    return same_key(row.full_name) not in session.leaving


def _wrongly_listed(work: Work, person_id: str) -> bool:
    """Whether somebody said before that the roster is wrong."""
    session = work.session
    key = left_key(person_id, session.people.left[person_id][1])
    return person_id in session.verdicts.different(key)


def _return_question(
    work: Work, row: RosterRow, clues: Clues, person_id: str, unit_id: str | None
) -> Question:
    kind = work.session.people.left[person_id][0]
    back = _BACK.get(kind, _BACK_TO_THE_PARTY)
    answers = (*back, Returning.STILL_GONE, Returning.SOMEBODY_ELSE)
    return Question(
        Asked.RETURN,
        clue_key(clues),
        tuple(answer.value for answer in answers),
        (person_id,),
        row.full_name,
        unit_id,
        None if row.admission_date is None else str(row.admission_date),
    )


def _ask_return(work: Work, row: RosterRow, person_id: str, question: Question) -> None:
    kind, left_on = work.session.people.left[person_id]
    day = f" ngày {PartialDate.parse(left_on).vi}" if left_on else ""
    found = row.full_name
    facts = {
        "found": found,
        "status": STATUS[kind],
        "day": day,
        "advice": _ADVICE.get(kind, _ADVICE_ELSE),
    }
    work.ask(
        row.row,
        "readmission",
        "full_name",
        question=question,
        name=row.full_name,
        **facts,
    )
