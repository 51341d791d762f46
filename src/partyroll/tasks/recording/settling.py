"""Applying answers: what somebody said of a question becomes facts of the change at work."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from partyroll.period import PartialDate
from partyroll.store.draft import Place
from partyroll.tasks.recording.questions import Answer, Asked, Question
from partyroll.tasks.recording.verdicts import DIFFERENT, SAME, digest

if TYPE_CHECKING:
    from partyroll.tasks.recording.session import Session


class Returning(StrEnum):
    """How somebody who left can stand on a roster again."""

    READMITTED = "kết nạp lại"
    RESTORED = "khôi phục"
    MOVED_IN = "đã chuyển về"
    STILL_GONE = "danh sách ghi nhầm"
    SOMEBODY_ELSE = "người khác"


class Moving(StrEnum):
    """What a newer roster with another unit may mean."""

    MOVED = "đã chuyển"
    STAYED = "vẫn ở đơn vị cũ"


class NeedsDate(Exception):
    """The answer holds only with a date, and none is known."""


def settle(session: "Session", question: Question, answer: Answer, place: Place) -> str:
    """State what an answer means; return it in words.  Raises `NeedsDate`."""
    return _SETTLERS[question.asked](session, question, answer, place)


def stands(session: "Session", question: Question) -> bool:
    """Whether a question asked some time ago still has its ground in the ledger."""
    people = session.people
    if question.asked is Asked.UNIT:
        return all(unit_id in session.tree.names for unit_id in question.candidates)
    if not all(people.knows(person_id) for person_id in question.candidates):
        return False
    if question.asked is Asked.RETURN:
        return question.candidates[0] in people.left
    if question.asked is Asked.MOVE:
        known = question.unit_id in session.tree.names
        return known and people.unit_of.get(question.candidates[0]) != question.unit_id
    return True


def left_key(person_id: str, left_on: str) -> str:
    """Return the key under which "the roster is wrong: this person has left" is kept."""
    return digest("left", person_id, left_on)


def move_key(person_id: str, unit_id: str) -> str:
    """Return the key under which "this person does not belong to that unit" is kept."""
    return digest("move", person_id, unit_id)


# --- Who ----------------------------------------------------------------------------------
def _who(session: "Session", question: Question, answer: Answer, place: Place) -> str:
    verdicts, found = session.verdicts, question.found
    if answer.number < len(question.candidates):
        person_id = question.candidates[answer.number]
        verdicts.put(question.key, person_id, SAME, found, place)
        return f"“{found}” là {_name(session, person_id)}"
    for person_id in question.candidates:
        verdicts.put(question.key, person_id, DIFFERENT, found, place)
    names = ", ".join(_name(session, person_id) for person_id in question.candidates)
    return f"“{found}” là người khác, không phải {names}"


def _name(session: "Session", person_id: str) -> str:
    return session.people.of(person_id).full_name


# --- Back again ---------------------------------------------------------------------------
def _return(session: "Session", question: Question, answer: Answer, place: Place) -> str:
    (person_id,) = question.candidates
    how = Returning(answer.text)
    if how is Returning.SOMEBODY_ELSE:
        return _who(session, question, Answer(answer.text, 1), place)
    left_on = session.people.left[person_id][1]
    if how is Returning.STILL_GONE:
        key = left_key(person_id, left_on)
        session.verdicts.put(key, person_id, DIFFERENT, question.found, place)
        return f"{question.found} vẫn là người đã ra; dòng trong danh sách là ghi nhầm"
    since = str(answer.on) if answer.on else question.since
    if not since or since <= left_on:
        raise NeedsDate
    _bring_back(session, question, how, since, place)
    session.people.left.pop(person_id)
    known_unit = session.people.unit_of.get(person_id)
    if question.unit_id and known_unit and question.unit_id != known_unit:
        session.people.move(person_id, question.unit_id, since, place)
    return f"{question.found}: {how.value} ngày {PartialDate.parse(since).vi}"


def _bring_back(
    session: "Session", question: Question, how: Returning, since: str, place: Place
) -> None:
    draft, (person_id,) = session.draft, question.candidates
    common = {"person_id": person_id, "unit_id": question.unit_id}
    if how is Returning.MOVED_IN:
        leg = {"leg_id": draft.ids.new(), "direction": "IN", "leg_date": since}
        draft.put("transfer_leg", {**common, **leg}, place)
        return
    event = {"event_id": draft.ids.new(), "kind": how.name, "event_date": since}
    draft.put("life_event", {**common, **event}, place)


# --- Elsewhere ----------------------------------------------------------------------------
def _move(session: "Session", question: Question, answer: Answer, place: Place) -> str:
    (person_id,) = question.candidates
    unit_id = str(question.unit_id)
    name = session.tree.names[unit_id]
    if Moving(answer.text) is Moving.STAYED:
        key = move_key(person_id, unit_id)
        session.verdicts.put(key, person_id, DIFFERENT, question.found, place)
        return f"{question.found} không thuộc {name}; giữ nơi sinh hoạt cũ"
    if answer.on is None:
        raise NeedsDate
    session.people.move(person_id, unit_id, str(answer.on), place)
    return f"{question.found} thuộc {name} từ {answer.on.vi}"


# --- Which unit ---------------------------------------------------------------------------
def _unit(session: "Session", question: Question, answer: Answer, place: Place) -> str:
    tree, found = session.tree, question.found
    if answer.number < len(question.candidates):
        unit_id = question.candidates[answer.number]
        tree.call(unit_id, found, question.key, place)
        return f"“{found}” là {tree.label(unit_id)}"
    tree.add(found, question.unit_id, place)
    return f"“{found}” là một tổ chức riêng"


_SETTLERS: dict[Asked, Callable[["Session", Question, Answer, Place], str]] = {
    Asked.WHO: _who,
    Asked.RETURN: _return,
    Asked.MOVE: _move,
    Asked.UNIT: _unit,
}
