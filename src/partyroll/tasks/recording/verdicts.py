"""What people answered about who a row speaks of, remembered both ways: same, different."""

import hashlib
from collections import defaultdict

from partyroll.store.draft import Draft, Place
from partyroll.tasks.recording.clues import Clues
from partyroll.text import same_key

SAME, DIFFERENT = "SAME", "DIFFERENT"


def clue_key(clues: Clues) -> str:
    """Return the digest of what a row says of who it is about; the same row gives it again.

    The unit counts only where nothing but a name and a year would be left without it.
    """
    sure = clues.card_no or clues.national_id or (clues.birth_date and clues.birth_date.exact)
    parts = (
        same_key(clues.full_name),
        clues.birth_date,
        clues.card_no,
        clues.national_id,
        None if sure else clues.unit_id,
        clues.mark,
    )
    return digest(*("" if part is None else str(part) for part in parts))


def digest(*parts: str) -> str:
    """Return a short digest of texts; only it is kept, not what it was made of."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


class Verdicts:
    """The answers that the ledger holds and those this change adds."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._same: dict[str, str] = {}
        self._different: dict[str, set[str]] = defaultdict(set)
        for row in draft.load("verdict").values():
            self._learn(str(row["clue_key"]), str(row["person_id"]), str(row["answer"]))

    def __bool__(self) -> bool:
        return bool(self._same or self._different)

    def same(self, key: str) -> str | None:
        """Return the person whom somebody named for these clues."""
        return self._same.get(key)

    def different(self, key: str) -> frozenset[str]:
        """Return the people whom somebody ruled out for these clues."""
        return frozenset(self._different.get(key, ()))

    def put(self, key: str, person_id: str, answer: str, found: str, place: Place) -> None:
        """Remember an answer; a row is about one person only."""
        before = self._same.get(key)
        if answer == SAME and before not in {None, person_id}:
            self._draft.end("verdict", (key, str(before)))
        facts = {"clue_key": key, "person_id": person_id, "answer": answer, "found": found}
        self._draft.put("verdict", facts, place)
        self._learn(key, person_id, answer)

    def _learn(self, key: str, person_id: str, answer: str) -> None:
        if answer == SAME:
            self._same[key] = person_id
            self._different[key].discard(person_id)
            return
        self._different[key].add(person_id)
        if self._same.get(key) == person_id:
            del self._same[key]
