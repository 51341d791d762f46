"""What was done for members, added up: by measure, by year, by unit."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import Document, HelpGiven, Sheet, Table
from partyroll.period import Term
from partyroll.report.effect import (
    measures_by_unit,
    measures_by_year,
    measures_table,
    undated_help,
)
from partyroll.store.help_given import help_given
from partyroll.store.ledger import open_ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_units, term_until
from partyroll.tasks.documents import Paper

_TITLE = "Biện pháp giúp đỡ đảng viên và kết quả"
_NOTICE = "Số liệu tổng hợp những việc đã ghi vào sổ; không phải nhận xét về ai."


@dataclass(frozen=True, slots=True)
class Totals:
    """The measures of a term, or of all time where `term` is None, up to a day."""

    ledger_id: str
    as_of: date
    term: Term | None
    unit: str
    tables: tuple[Table, ...]
    remarks: tuple[str, ...]


def measures(
    path: Path,
    *,
    as_of: date,
    term: Term | None = None,
    unit: str = "",
    known_at: int | None = None,
) -> Totals:
    """Return how often what was done, for how many, with what outcome; reads only."""
    within_term = term and term_until(term, as_of)
    with open_ledger(path, known_at=known_at) as ledger:
        within = chosen_units(UnitHistory(ledger).on(as_of), unit)
        every = [
            one
            for one in help_given(ledger, structure="then", today=as_of)
            if (within is None or not within.isdisjoint(one.units)) and _begun(one, as_of)
        ]
        own = [one for one in every if within_term is None or _lies_in(within_term, one)]
        tables = (measures_table(own), measures_by_year(own), measures_by_unit(own))
        remarks = undated_help(every) if within_term else ()
        return Totals(ledger.ledger_id, as_of, within_term, unit, tables, remarks)


def _begun(one: HelpGiven, as_of: date) -> bool:
    return one.given_on is None or one.given_on.first <= as_of


def _lies_in(term: Term, one: HelpGiven) -> bool:
    return one.given_on is not None and term.holds(one.given_on) is True


def measures_paper(found: Totals, paper: Paper) -> Document:
    """Return the totals as a workbook to be."""
    letterhead = paper.letterhead(f"Sổ {found.ledger_id} · lập {paper.today:%d/%m/%Y}")
    names = ("Theo biện pháp", "Theo năm", "Theo đơn vị")
    return Document(
        title=_TITLE,
        subtitle=when_counted(found),
        organisation=letterhead.organisation,
        sheets=tuple(
            Sheet(name, table.title, (table,), found.remarks)
            for name, table in zip(names, found.tables, strict=True)
        ),
        footer=letterhead.footer,
        notice=_NOTICE,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
    )


def when_counted(found: Totals) -> str:
    """Return of which time the totals are."""
    if found.term is None:
        return f"Tất cả các năm, đến ngày {found.as_of:%d/%m/%Y}"
    return f"Từ {found.term.start:%d/%m/%Y} đến {found.term.end:%d/%m/%Y}"
