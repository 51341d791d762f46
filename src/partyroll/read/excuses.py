"""Lists of reasons and papers: who is excused or exempt from what, until when, who said so."""

from datetime import date

from partyroll.read.cells import Cells
from partyroll.read.facts import ExcuseRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.paper_titles import paper_of, papers_in, share_in
from partyroll.read.values import read_card, read_national_id
from partyroll.text import fold


class ExcuseReader:
    """Reads one list of reasons and papers; its folded title may name one for all."""

    def __init__(self, today: date, title_words: str = "") -> None:
        self._today = today
        self._papers = papers_in(title_words)
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> ExcuseRow | None:
        """Return the reason or paper of a row; what is wrong stands in the row's remarks."""
        name, stated = cells.required_name(), _text(cells, "excuse_kind")
        latest = date(self._today.year + 50, 12, 31)  # papers end in years to come
        since, until = cells.day("away_from", latest), cells.day("away_to", latest)
        if since and until and until.last < since.first:
            cells.say("away_to", "ends_before_begins")
        return ExcuseRow(
            row=cells.row + 1,
            full_name=name,
            kind=paper_of(self._papers, fold(stated)) or stated,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            since=since,
            until=until,
            ground=_text(cells, "excuse_ground"),
            by=_text(cells, "excuse_by"),
            on=cells.day("excuse_on") or cells.day("exit_decision_date"),
            paper=_text(cells, "excuse_paper") or _text(cells, "exit_decision_no"),
            reason=_reason(cells),
            host=_text(cells, "excuse_host") or _text(cells, "away_place"),
            share=self._share(cells, fold(stated)),
        )

    def _share(self, cells: Cells, words: str) -> int | None:
        """Return how many per cent less is due: 50, "50%" or Excel's 0.5."""
        written = as_text(cells.value("excuse_share")) or (
            share_in(words) if self._papers else ""
        )
        if not written:
            return None
        text = written.replace("%", "").replace(",", ".").strip()
        if not text:
            return None
        try:
            stated = float(text)
        except ValueError:
            cells.say("excuse_share", "unreadable_number")
            return None
        share = round(stated * 100) if 0 < stated < 1 else round(stated)
        if not 0 < share < 100:
            cells.say("excuse_share", "unreadable_number")
            return None
        return share


def _reason(cells: Cells) -> str:
    """Return the reason of a row, in whichever column it stands."""
    fields = ("exit_reason", "excuse_why", "note")
    return next((text for field in fields if (text := _text(cells, field))), "")


def _text(cells: Cells, field: str) -> str:
    return cells.text(field) if cells.has(field) else ""
