"""A workbook of corrected rows joins the import it completes; it replaces no version of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from partyroll.model import Letter
from partyroll.read.facts import BookRow, ReadFile, SetAside, Table
from partyroll.read.grid import column_index, letter
from partyroll.store.draft import Draft, Place
from partyroll.store.facts import Values as Stored
from partyroll.store.sources import live_source
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.waiting import with_question

Where = tuple[str, int]
_SAYS_NOTHING = frozenset({Letter.BLANK, Letter.NOT_HELD, Letter.UNREADABLE})


@dataclass(frozen=True, slots=True)
class Completion:
    """What a workbook completes: the source ("" = not in this ledger), and where rows stood."""

    source_id: str
    origins: Mapping[Where, Where]
    unchanged: Mapping[Where, frozenset[str]]

    def repeats(self, line: Stored, where: Where) -> bool:
        """Whether `line` came from another row of the same source than the one at `where`."""
        stood = (str(line["sheet"]), int(line["row"] or 0))
        same_source = bool(self.source_id) and line["source_id"] == self.source_id
        return same_source and self.origins.get(where, stood) != stood

    def kept_positions(self, line: Stored, row: BookRow, table: Table) -> frozenset[int]:
        """Return the months that the corrected `row` leaves as they stand in `line`.

        A cell that nobody touched keeps its meaning: beside a few rows of a book it could be
        read otherwise than beside all.  So does a month that did not come back at all.
        """
        same = self.unchanged.get((table.sheet, row.row), frozenset())
        before = str(line["letters"])
        return frozenset(
            place
            for place, letter in enumerate(before[: len(row.letters)])
            if not (address := _address(table, row, place))
            or (
                letter != Letter.UNREADABLE
                and _column(address) in same
                and not (letter in _SAYS_NOTHING and row.letters[place] not in _SAYS_NOTHING)
            )
        )


def position_of(table: Table, row: BookRow, cell: str) -> int:
    """Return the month (0-based) whose own cell is `cell`; -1 for a cell of no month."""
    wanted = cell.rpartition("!")[2]
    places = range(len(row.letters))
    return next((p for p in places if _address(table, row, p) == wanted), -1)


def _address(table: Table, row: BookRow, place: int) -> str:
    if row.cells:
        return row.cells.get(place, "").rpartition("!")[2]
    return f"{table.positions[place]}{row.row}" if place in table.positions else ""


def _column(address: str) -> str:
    return "".join(sign for sign in address if sign.isalpha())


def completion_of(draft: Draft, file: ReadFile) -> Completion | None:
    """Return what `file` completes; None for a workbook that stands for itself."""
    if not file.completes:
        return None
    source_id = live_source(draft.ledger, file.completes) or ""
    return Completion(source_id, file.origins, file.unchanged)


def merged(row: BookRow, line: Stored, kept: frozenset[int]) -> tuple[str, tuple[str, ...]]:
    """Return letters and amounts after a correction: `kept` months are those of `line`."""
    before = str(line["letters"])
    paid = str(line["amounts"]).split(",")
    letters = "".join(
        before[place] if place in kept else letter for place, letter in enumerate(row.letters)
    )
    amounts = tuple(
        (paid[place] if place < len(paid) else "")
        if place in kept
        else ("" if amount is None else str(amount))
        for place, amount in enumerate(row.amounts)
    )
    return letters, amounts


def settle(
    draft: Draft, file: ReadFile, tally: Tally, completion: Completion, own_source: str
) -> None:
    """End what is kept of rows that are in now; say anew what keeps the others out.

    They stay where they first stood; rows that somebody added belong to `own_source`.
    """
    draft.load("set_aside", source_id=[own_source])
    draft.load("set_aside", source_id=[completion.source_id])
    out: dict[Where, SetAside] = {
        (aside.sheet, aside.row): aside for aside in (*file.set_aside, *tally.set_aside)
    }
    rows = ((table.sheet, row.row) for table in file.tables for row in table.rows)
    seen = {origin for where in (*rows, *out) if (origin := completion.origins.get(where))}
    for key in [*draft.rows("set_aside")]:
        if key[0] == completion.source_id and (key[1], key[2]) in seen:
            draft.end("set_aside", key)
    for where, aside in out.items():
        known = where in completion.origins
        sheet, row = completion.origins.get(where, where)
        texts = _unshifted(aside.texts, file.fronts.get(where[0], ())) if known else aside.texts
        place = Place(completion.source_id if known else own_source, sheet, row)
        keep(draft, aside, tally, place, texts)


def _unshifted(texts: Mapping[str, str], front: tuple[int, ...]) -> dict[str, str]:
    """Return texts under the letters their columns had in the source."""
    places = {column_index(letters): text for letters, text in texts.items()}
    return {
        letter(place - sum(other < place for other in front)): text
        for place, text in places.items()
    }


def keep(
    draft: Draft,
    aside: SetAside,
    tally: Tally,
    place: Place,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Keep the text of a row that stayed out, and what was asked about it."""
    kept = with_question(aside.texts if texts is None else texts, tally.question(aside))
    draft.put("set_aside", {"code": aside.code, "texts": kept}, place)
