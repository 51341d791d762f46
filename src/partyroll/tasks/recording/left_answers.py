"""Answers of a list that are not in force: kept beside the list until a newer copy answers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from partyroll.model import AnswerField
from partyroll.read.facts import AnswerRow, StatedAnswer
from partyroll.store.draft import Draft, Place
from partyroll.store.list_answers import LEFT_AS, LEFT_CODES
from partyroll.tasks.recording.concluding import NEEDS_DECIDER, Said
from partyroll.text import same_key

# A word that cannot be read there keeps its text; elsewhere any words are an answer.
UNREAD = {
    AnswerField.CONCLUSION: "answer_not_understood",
    AnswerField.DECIDED_ON: "answer_day_unclear",
}


def unread(answer: StatedAnswer) -> bool:
    """Whether nobody can tell what an answer means."""
    return not answer.value and answer.field in UNREAD


@dataclass(frozen=True, slots=True)
class About:
    """A row with answers: on which sheet, of which list, about whom as far as is known."""

    sheet: str
    list_id: str
    row: AnswerRow
    full_name: str


@dataclass(frozen=True, slots=True)
class _Left:
    """What of a row is not in force, by column, and whose it is."""

    sheet: str
    row: int
    code: str
    texts: Mapping[str, str]
    list_id: str
    person_id: str = ""
    full_name: str = ""
    fields: tuple[AnswerField, ...] = ()

    def kept(self) -> str:
        """Return it as the ledger keeps it."""
        about = {
            "list": self.list_id,
            "person": self.person_id,
            "name": self.full_name,
            "fields": [one.value for one in self.fields],
        }
        return json.dumps({**self.texts, LEFT_AS: about}, ensure_ascii=False)

    def said(self) -> "_Said":
        """Return what is said of whom, wherever it stands."""
        return _said(self.code, json.loads(self.kept()))


@dataclass(slots=True)
class LeftAnswers:
    """What one file left out, and for whom it gave an answer that holds."""

    _left: list[_Left] = field(default_factory=list)
    _holds: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def leave(self, about: About, code: str, answers: Iterable[StatedAnswer]) -> None:
        """Remember answers of a row that are not in force."""
        of = tuple(answers)
        texts = {one.cell.rstrip("0123456789"): one.text for one in of}
        whose = about.list_id, about.row.person_id, about.full_name
        fields = tuple(one.field for one in of)
        self._left.append(_Left(about.sheet, about.row.row, code, texts, *whose, fields))

    def leave_conclusions(
        self, sheet: str, heading: int, list_id: str, texts: Mapping[str, str]
    ) -> None:
        """Remember a sheet whose conclusions nobody can find."""
        fields, code = (AnswerField.CONCLUSION,), "answer_column_unknown"
        self._left.append(_Left(sheet, heading, code, texts, list_id, fields=fields))

    def leave_words(self, about: About, code: str, texts: Mapping[str, str]) -> None:
        """Remember what was said of somebody, or below a list, where no answer is read."""
        whose = about.list_id, about.row.person_id, about.full_name
        fields = (AnswerField.CONCLUSION,)
        self._left.append(_Left(about.sheet, about.row.row, code, texts, *whose, fields))

    def hold(self, about: About, said: Said) -> None:
        """Remember what a row answers, but for what nobody can read or nobody decided."""
        answers = about.row.answers
        for one in filter(unread, answers):
            self.leave(about, UNREAD[one.field], [one])
        holds = {one.field for one in answers if not unread(one)}
        if said.effective:
            holds.add(AnswerField.CONCLUSION)
        elif said.conclusion in NEEDS_DECIDER:
            concluded = [one for one in answers if one.field is AnswerField.CONCLUSION]
            self.leave(about, "answer_without_decider", concluded or answers)
            holds.discard(AnswerField.CONCLUSION)
        for whose in (about.row.person_id, same_key(about.full_name)):
            self._holds.setdefault((about.list_id, whose), set()).update(holds)

    # --- Into the ledger ------------------------------------------------------------------
    def settle(self, draft: Draft, source_id: str) -> None:
        """Keep what stayed out; end what an older copy left out and this one says anew.

        What waits in the same words already goes on waiting where it was first said.
        """
        draft.load("set_aside", code=LEFT_CODES)
        waiting = set[_Said]()
        for key, kept in _of_others(draft, source_id):
            if (said := _said(str(key[3]), kept)) in {one.said() for one in self._left}:
                waiting.add(said)
            elif self._says_anew(str(key[3]), kept[LEFT_AS]):
                draft.end("set_aside", key)
        for one in self._left:
            if one.said() in waiting:
                continue
            place = Place(source_id, one.sheet, one.row)
            draft.put("set_aside", {"code": one.code, "texts": one.kept()}, place)

    def _says_anew(self, code: str, about: Mapping[str, Any]) -> bool:
        wanted, list_id = set(about["fields"]), about["list"]
        whose = [key for key in (about["person"], same_key(about["name"])) if key]
        if not whose:
            return any(wanted <= said for (of, _), said in self._holds.items() if of == list_id)
        again = self._left_again(code, about)
        return any(wanted <= self._holds.get((list_id, key), set()) | again for key in whose)

    def _left_again(self, code: str, about: Mapping[str, Any]) -> set[str]:
        """Return the fields that this copy leaves out for the same reason."""
        whose = (code, about["list"], about["person"], about["name"])
        return {
            one.value
            for left in self._left
            if (left.code, left.list_id, left.person_id, left.full_name) == whose
            for one in left.fields
        }


_Said = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]


def _said(code: str, kept: Mapping[str, Any]) -> _Said:
    about = kept[LEFT_AS]
    words = tuple(text for column, text in kept.items() if column != LEFT_AS)
    whose = about["list"], about["person"], same_key(about["name"])
    return code, *whose, tuple(about["fields"]), words


def _of_others(draft: Draft, source_id: str) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for key, row in [*draft.rows("set_aside").items()]:
        if key[3] in LEFT_CODES and key[0] != source_id:
            yield key, json.loads(str(row["texts"]))
