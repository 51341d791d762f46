"""From results to workbooks to be: letterhead, rule, sources; numbers masked unless asked."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.messages import LIST_ID, STATUS, STRUCTURE
from partyroll.model import (
    Audience,
    Column,
    Document,
    OfficeNames,
    Recipient,
    Shape,
    Sheet,
    Table,
)
from partyroll.report.documents import (
    Letterhead,
    opened_document,
    review_document,
    term_document,
)
from partyroll.report.header import term_line
from partyroll.report.lists import ListedPerson
from partyroll.report.masking import age_in_words
from partyroll.report.opening import OpenedCell
from partyroll.report.provenance import provenance_sheet
from partyroll.settings import Settings
from partyroll.store.chain import HEAD_LETTERS
from partyroll.tasks.listing import OnRoll, Roll
from partyroll.tasks.recipients import paper_for, recipient_line
from partyroll.tasks.reviewing import ReviewResult
from partyroll.tasks.rule_words import rule_lines, settings_in_words
from partyroll.text import mask

if TYPE_CHECKING:  # only these are kept: a roll need not wait for what reads them back
    from partyroll.tasks.freezing import FrozenList
    from partyroll.tasks.keeping_reports import KeptReport
    from partyroll.tasks.reporting import ReportResult

_SIGNERS = ("NGƯỜI LẬP BIỂU", "T/M CẤP ỦY")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says of where and when it was made."""

    ledger: Path
    today: date
    settings: Settings
    full_ids: bool = False
    recipient: Recipient = field(default_factory=Recipient)

    def letterhead(self, footer: str) -> Letterhead:
        """Return the office's names and signers around a footer."""
        return Letterhead(
            organisation=self.settings.organisation,
            footer=self.addressed(footer),
            signatures=self.settings.signatures or _SIGNERS,
            confidentiality=self.settings.confidentiality,
        )

    def addressed(self, footer: str) -> str:
        """Return the words at the foot of each page, for whom the paper is before all."""
        return " · ".join(filter(None, (recipient_line(self.recipient), footer)))

    def issued_by(self, office: OfficeNames | None) -> "Paper":
        """Return the paper under the names of another time; None = those of today."""
        if office is None:
            return self
        return replace(self, settings=self.settings.issued_by(office))

    @property
    def masked(self) -> bool:
        """Whether people are named by age, without their numbers."""
        return self.recipient.audience is not Audience.INTERNAL

    def number(self, text: str | None) -> str | None:
        """Return a card or identity number as this paper may show it."""
        return text if self.full_ids or text is None else mask(text)


# --- Lists for review ---------------------------------------------------------------------
def listed_people(result: ReviewResult, paper: Paper) -> list[ListedPerson]:
    """Return the people of all lists as a paper names them."""
    return [
        ListedPerson(
            one.finding,
            one.person.full_name,
            paper.number(one.person.card_no),
            one.unit,
            one.person.person_id,
            one.unit_path,
            None if paper.masked else one.person.birth_date,
            age_in_words(one.person.birth_date, result.as_of) or "" if paper.masked else "",
        )
        for one in result.listed
    ]


def review_paper(frozen: "FrozenList", paper: Paper) -> Document:
    """Return a list that is kept as a workbook to be, by which it can come back."""
    result, paper = frozen.result, paper.issued_by(frozen.office)
    code = result.head[:HEAD_LETTERS]
    provenance = provenance_sheet(
        result.files,
        result.changes,
        settings_in_words(result.settings),
        {
            "Danh sách": f"số {frozen.number}",
            "Năm xét": str(result.year),
            "Tính đến ngày": f"{result.as_of:%d/%m/%Y}",
            "Quy định": result.rule.version,
            "Hướng dẫn": result.rule.guidance,
            "Nội dung": result.rule.text,
            "Sổ": f"{paper.ledger.name} · {result.ledger_id} · mã {code}",
        },
    )
    return review_document(
        listed_people(result, paper),
        result.gaps,
        subtitle=f"Năm {result.year}, tính đến ngày {result.as_of:%d/%m/%Y}",
        provenance=provenance,
        intro=tuple(rule_lines(result)),
        letterhead=replace(
            paper.letterhead(
                f"Danh sách số {frozen.number} · sổ {result.ledger_id} · mã {code}"
            ),
            properties={LIST_ID: frozen.list_id},
        ),
        list_id=frozen.list_id,
    )


# --- The term report ----------------------------------------------------------------------
def term_paper(kept: "KeptReport", paper: Paper) -> Document:
    """Return a term report that is kept as a workbook to be."""
    paper = paper.issued_by(kept.office)
    document = term_document(
        kept.result.report,
        provenance=term_provenance(kept, paper),
        letterhead=term_letterhead(kept, paper),
        unit=kept.result.unit,
    )
    return paper_for(document, paper.recipient)


def term_provenance(kept: "KeptReport", paper: Paper) -> Sheet:
    """Return what a kept report rests on."""
    return _term_provenance(kept.result, paper, {"Báo cáo": f"số {kept.number}"})


def term_letterhead(kept: "KeptReport", paper: Paper) -> Letterhead:
    """Return the office's names around a kept report."""
    return paper.letterhead(f"Báo cáo số {kept.number} · {_made(kept.result)}")


def opened_paper(result: "ReportResult", opened: OpenedCell, paper: Paper) -> Document:
    """Return the people behind one number of the term report as a workbook to be."""
    document = opened_document(
        opened,
        subtitle=term_line(result.report.term),
        provenance=_term_provenance(result, paper, {"Ô": opened.address}),
        letterhead=paper.letterhead(f"{opened.address} · {_made(result)}"),
    )
    return paper_for(document, paper.recipient)


def _made(result: "ReportResult") -> str:
    return f"sổ {result.ledger_id} · mã {result.head} · lập {result.made_on:%d/%m/%Y}"


def _term_provenance(result: "ReportResult", paper: Paper, called: dict[str, str]) -> Sheet:
    term = result.report.term
    structure = STRUCTURE[result.report.structure]
    return provenance_sheet(
        result.files,
        result.changes,
        {
            "Tổ chức theo": structure,
            "Ngày tính": "ngày quyết định, nếu không có thì ngày sự việc",
        },
        {
            "Từ ngày": f"{term.start:%d/%m/%Y}",
            "Đến ngày": f"{term.end:%d/%m/%Y}",
            **called,
            "Ngày lập": f"{result.made_on:%d/%m/%Y}",
            "Sổ": f"{paper.ledger.name} · {result.ledger_id} · mã {result.head}",
        },
    )


# --- The roll -----------------------------------------------------------------------------
def standing_text(one: OnRoll) -> str:
    """Return the status in words, with exemption and absence from the newest list."""
    parts = [STATUS[one.status.value] if one.status else ""]
    parts += ["được miễn sinh hoạt"] * one.exempt_activity
    parts += ["không có trong bản mới"] * one.person.missing
    return ", ".join(part for part in parts if part)


_ROLL_COLUMNS = (
    Column("number", "STT", Shape.ORDER, 6),
    Column("full_name", "Họ và tên", width=26),
    Column("gender", "Giới tính", width=8),
    Column("birth_date", "Ngày sinh", Shape.DATE, 12),
    Column("age", "Tuổi", Shape.ID, 8),
    Column("card_no", "Số thẻ", Shape.ID, 15),
    Column("national_id", "Số định danh", Shape.ID, 15),
    Column("unit", "Chi bộ", width=24),
    Column("hometown", "Quê quán", Shape.LONG_TEXT, 28),
    Column("admission_date", "Ngày vào Đảng", Shape.DATE, 12),
    Column("official_date", "Ngày chính thức", Shape.DATE, 12),
    Column("standing", "Tình trạng", Shape.LONG_TEXT, 22),
    Column("person_id", "Mã người", Shape.ID, printed=False),
)

_UNMASKED = frozenset({"age"})
_MASKED = frozenset({"birth_date", "card_no", "national_id"})


def roll_table(found: Roll, paper: Paper) -> Table:
    """Return the roll as a table."""
    rows = (
        (
            position,
            one.person.full_name,
            one.person.gender,
            one.person.birth_date,
            one.age or None,
            paper.number(one.person.card_no),
            paper.number(one.person.national_id),
            one.unit,
            one.person.hometown,
            one.person.admission_date,
            one.person.official_date,
            standing_text(one),
            one.person.person_id,
        )
        for position, one in enumerate(found.people, start=1)
    )
    table = Table("members", "Danh sách đảng viên", _ROLL_COLUMNS, tuple(rows))
    return table.without_empty(_MASKED if paper.masked else _UNMASKED)


# On paper a narrow list is a legible one; programs get every column.
_IF_ANY = frozenset({"gender", "card_no", "national_id", "hometown"})


def roll_paper(found: Roll, paper: Paper) -> Document:
    """Return the roll as a workbook to be."""
    letterhead = paper.letterhead(f"Sổ {found.ledger_id} · lập {paper.today:%d/%m/%Y}")
    title = "Danh sách đảng viên"
    return Document(
        title=title,
        subtitle=f"Tính đến ngày {found.as_of:%d/%m/%Y}",
        organisation=letterhead.organisation,
        sheets=(Sheet("Danh sách", title, (roll_table(found, paper).without_empty(_IF_ANY),)),),
        footer=letterhead.footer,
        notice="Lập từ sổ đảng viên; nguồn của từng người: partyroll show.",
        signatures=letterhead.signatures,
        confidentiality=letterhead.confidentiality,
    )
