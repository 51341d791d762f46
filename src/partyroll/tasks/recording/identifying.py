"""Giving a row to a person: remembered answers first, then exact clues; the rest is asked."""

from dataclasses import replace

from partyroll.period import PartialDate
from partyroll.store.facts import Values as Stored
from partyroll.tasks.recording.clues import Clues, Doubt, Match
from partyroll.tasks.recording.questions import Asked, Question, who_answers
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.verdicts import SAME, clue_key


def identify(
    work: Work, row: int, clues: Clues, *, in_unit: bool = False, namesakes: int = 0
) -> Match:
    """Return the person a row is about, nobody known, or a doubt with its question.

    An answer that came with the file is applied first.  `in_unit`: the row should name one
    of the unit's people, so that whoever comes near there is asked about.  `namesakes`: so
    many rows carry this name and nothing else; even one person of that name is a question.
    """
    match = _look(work, clues, in_unit=in_unit, namesakes=namesakes)
    if match.doubt is None:
        return match
    asked = clues if namesakes else clues._replace(mark="")
    question = _who_question(work.session, match, asked)
    if question is not None and work.settled(row, question):
        match = _look(work, clues, in_unit=in_unit, namesakes=namesakes)
    return match if match.doubt is None else replace(match, question=question)


def add_person(work: Work, row: int, clues: Clues, values: Stored) -> str:
    """Make the person a row names; a row that is somebody else's finds them again."""
    person_id = work.session.people.add(clues, values, work.place(row))
    found_again(work, row, clues, person_id)
    return person_id


def found_again(work: Work, row: int, clues: Clues, person_id: str) -> None:
    """Remember that whoever a row was said not to be is this new person."""
    session = work.session
    for key in _keys(work, clues, namesakes=0) if session.verdicts else ():
        if session.verdicts.different(key):
            session.verdicts.put(key, person_id, SAME, clues.full_name, work.place(row))


def _keys(work: Work, clues: Clues, *, namesakes: int) -> tuple[str, ...]:
    """Return the keys under which answers may be kept, the most particular first.

    Beside namesakes, an answer given to a bare name says nothing.
    """
    asked = (work.asked_key,) if work.asked_key else ()
    if namesakes or not clues.mark:
        return (*asked, clue_key(clues))
    return (*asked, clue_key(clues), clue_key(clues._replace(mark="")))


def _look(work: Work, clues: Clues, *, in_unit: bool, namesakes: int) -> Match:
    people, verdicts = work.session.people, work.session.verdicts
    for key in _keys(work, clues, namesakes=namesakes) if verdicts else ():
        same = verdicts.same(key)
        if same is not None and people.knows(same):
            return Match(same)
        clues = clues._replace(without=clues.without | verdicts.different(key))
    match = people.match(clues)
    if namesakes and not clues.without:
        of = match.of or ((match.person_id,) if match.person_id else ())
        return Match(doubt=Doubt.SAME_NAMES, candidates=namesakes, of=of)
    if match.person_id is not None or match.doubt is not None:
        return match
    near = work.session.nearby(work.source_id, work.table.kind.value)
    found = near.in_unit(clues) if in_unit else near.of(clues)
    return Match(doubt=Doubt.ALIKE, of=found, candidates=len(found)) if found else match


def told_apart(work: Work, row: int, clues: Clues, match: Match) -> Match | None:
    """Return whom a row is about unless an earlier row of its table names the same person.

    Two members of one name may be meant, whom the table does not tell apart: that is asked,
    and None returned.
    """
    if not _repeats(work, row, match):
        return match
    question, first = None, work.first_rows[str(match.person_id)]
    if work.session.verdicts.same(clue_key(clues)) != match.person_id:
        twice = replace(match, of=(str(match.person_id),))
        question = _who_question(work.session, twice, clues)
    if question is not None and work.settled(row, question):
        match = identify(work, row, clues)
        if match.doubt is None and not _repeats(work, row, match):
            return match
        question = match.question
    facts = {"name": clues.full_name, "found": clues.full_name, "first": first}
    work.ask(row, "duplicate_row", "full_name", question=question, **facts)
    return None


def _repeats(work: Work, row: int, match: Match) -> bool:
    """Whether an earlier row of the table names the same person; the first is remembered."""
    person_id = match.person_id
    return person_id is not None and work.first_rows.setdefault(person_id, row) != row


def _who_question(session: Session, match: Match, clues: Clues) -> Question | None:
    if not match.of:
        return None
    labels = [label(session, person_id) for person_id in match.of]
    # Two people of one name and year still need two answers.
    labels = [
        one if labels.count(one) == 1 else f"{one} – {number}"
        for number, one in enumerate(labels, start=1)
    ]
    return Question(Asked.WHO, clue_key(clues), who_answers(labels), match.of, clues.full_name)


def label(session: Session, person_id: str) -> str:
    """Return a person in the few words that tell namesakes apart."""
    known = session.people.of(person_id)
    born, card = known.birth_date, known.card_no or known.national_id or ""
    parts = (
        known.full_name,
        PartialDate.parse(born).vi if born else "",
        session.tree.names.get(session.people.unit_of.get(person_id, ""), ""),
        f"số …{card[-4:]}" if card else "",
    )
    return " – ".join(part for part in parts if part)
