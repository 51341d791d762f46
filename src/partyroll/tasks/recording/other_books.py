"""What another book of the same months said otherwise: told, since the later replaces it.

A newer version of a book comes under the name of its sheet, in a later command, and its
differences are told as such.  Of two files of one command, or of two sheets of other names,
nobody said that one is the newer: what was stated and is replaced is a warning on its row.
"""

from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.read.facts import BookRow, TableKind
from partyroll.store.draft import Place, place_of
from partyroll.store.facts import Values as Stored
from partyroll.store.sources import file_name_of
from partyroll.tasks.differences import turned
from partyroll.tasks.recording.session import Work
from partyroll.text import same_key

_NOTHING_STATED = frozenset({Letter.BLANK, Letter.UNREADABLE})


@dataclass(slots=True)
class OtherBooks:
    """The files of the books that this command brings, and those it met in the ledger."""

    _of_command: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)

    def bring(self, work: Work) -> None:
        """Take note of the file of a table before its rows are recorded."""
        self._of_command.add(work.source_id)
        self._names[work.source_id] = work.table.file

    def tell(self, work: Work, row: BookRow, before: Stored | None) -> None:
        """Warn on a row of what another book stated and it replaces."""
        if before is None or before["letters"] == row.letters:
            return
        place = place_of(before)
        if place is None or not self._is_other(work, place):
            return
        told = _stated_otherwise(work, row, str(before["letters"]))
        if told:
            file = self._file(work, place.source_id)
            facts = {"file": file, "sheet": place.sheet, "first": place.row, "told": told}
            work.warn(row.row, "book_says_otherwise", "full_name", **facts)

    def _is_other(self, work: Work, before: Place) -> bool:
        if before.source_id == work.source_id:
            return False
        renamed = same_key(before.sheet) != same_key(work.table.sheet)
        return renamed or before.source_id in self._of_command

    def _file(self, work: Work, source_id: str) -> str:
        if source_id not in self._names:
            self._names[source_id] = file_name_of(work.session.draft.ledger, source_id)
        return self._names[source_id]


def _stated_otherwise(work: Work, row: BookRow, before: str) -> str:
    """Return the months stated before and said otherwise now; what turned alike is together."""
    dues = work.table.kind is TableKind.DUES
    alike: dict[tuple[str, str], list[str]] = {}
    for one in turned(before, row.letters, dues=dues):
        if before[one.place - 1] not in _NOTHING_STATED:
            alike.setdefault((one.before, one.after), []).append(str(one.place))
    ending = f"/{work.table.year}" if dues else ""
    word = "tháng" if dues else "buổi"
    return "; ".join(
        f"{word} {', '.join(places)}{ending} {old}, nay {new}"
        for (old, new), places in alike.items()
    )
