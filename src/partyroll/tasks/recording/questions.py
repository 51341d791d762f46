"""Questions that only a person can answer: what is asked, which answers there are.

A question travels as a problem with answers, waits in the ledger beside the row that stayed
out, and is settled by one of its answers, whichever way that comes back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from partyroll.period import PartialDate
from partyroll.text import clean, fold, same_key

SAME_PERSON, SOMEBODY_ELSE = "cùng người", "người khác"
_NOBODY_CAN_RETURN = 2  # so many answers: the list is wrong, or it is somebody else
_IN_OTHER_WORDS = {
    "same": SAME_PERSON,
    "dung": SAME_PERSON,
    "cung mot nguoi": SAME_PERSON,
    "different": SOMEBODY_ELSE,
    "khac": SOMEBODY_ELSE,
    "khac nguoi": SOMEBODY_ELSE,
}
_WITH_DATE = re.compile(
    r"^(?P<words>.*?)[\s,:]*(?:từ|tu|ngày|ngay)?[\s:]*"
    r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d{2})$"
)


class Asked(StrEnum):
    """What a question is about."""

    WHO = "who"  # is this row about that person?
    RETURN = "return"  # is someone who left a member again?
    MOVE = "move"  # does someone belong to another unit now?
    UNIT = "unit"  # which unit is meant?


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `answers` as shown, and whom or what each of the first ones means.

    `candidates` are ids of people (of units, where a unit is asked for), in the order of the
    answers that name one.  `key` is equal for the same question asked again.
    """

    asked: Asked
    key: str
    answers: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    found: str = ""
    unit_id: str | None = None
    since: str | None = None  # a date that the row itself states

    @property
    def needs_date(self) -> bool:
        """Whether the first answer holds from a day on."""
        return self.asked is Asked.MOVE or (
            self.asked is Asked.RETURN and len(self.answers) > _NOBODY_CAN_RETURN
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """One of a question's answers, with the date written behind it."""

    text: str
    number: int
    on: PartialDate | None = None


def understand(question: Question, text: str) -> Answer | None:
    """Return the answer that somebody wrote; None where it is none of the question's.

    Capitals, blanks and, where it is clear, accents do not matter; a number picks in order.
    """
    written = clean(text).strip(" .“”\"'")
    plain = _choice(question.answers, written)
    if plain is not None:
        return Answer(question.answers[plain], plain)
    dated = _WITH_DATE.match(written)
    if dated is None or _date(dated) is None:
        return None
    chosen = _choice(question.answers, dated["words"].strip())
    if chosen is None:
        return None
    return Answer(question.answers[chosen], chosen, _date(dated))


def _choice(answers: tuple[str, ...], written: str) -> int | None:
    if written.isdigit():
        return int(written) - 1 if 0 < int(written) <= len(answers) else None
    for key in (same_key, fold):
        alike = [n for n, answer in enumerate(answers) if key(answer) == key(written)]
        if len(alike) == 1:
            return alike[0]
    other_words = _IN_OTHER_WORDS.get(fold(written))
    return answers.index(other_words) if other_words in answers else None


def _date(dated: re.Match[str]) -> PartialDate | None:
    parts = [dated[part] for part in ("year", "month", "day")]
    try:
        return PartialDate(*(None if part is None else int(part) for part in parts))  # type: ignore[arg-type]  # the year is always there
    except ValueError:
        return None


def who_answers(labels: Iterable[str]) -> tuple[str, ...]:
    """Return the answers to "who is it": yes or no for one, by name for several."""
    named = tuple(labels)
    if len(named) == 1:
        return SAME_PERSON, SOMEBODY_ELSE
    return (*(f"là {label}" for label in named), SOMEBODY_ELSE)
