"""A slip as a workbook: a row for each thing it says, which people read and programs know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from partyroll.messages import (
    DUES_LETTER,
    MEETING_LETTER,
    SLIP_FIELD,
    SLIP_ITEM,
    SLIP_KEY,
    SLIP_KIND,
    SLIP_MARK,
    SLIP_SHEET,
    SLIP_TEXT,
    SLIP_TITLE,
    TRANSFER_ANSWER,
    TRANSFER_KIND,
)
from partyroll.model import (
    Column,
    Document,
    DuesKept,
    HostRemark,
    MeetingsKept,
    Returning,
    Shape,
    Sheet,
    Slip,
    SlipKind,
    Table,
    check_code,
)
from partyroll.period import PartialDate
from partyroll.report.documents import Letterhead
from partyroll.text import clean

_NOTICE = (
    "Phiếu trao đổi giữa hai sổ; giấy giới thiệu, phiếu báo có ký tên, đóng dấu mới có giá trị."
)
_ADVICE = {
    SlipKind.LETTER: (
        "Gửi tệp này cho nơi đến. Nơi đến nhập vào sổ của mình: partyroll import TỆP. Không sửa"
        " nội dung: sai thì nơi lập in lại."
    ),
    SlipKind.ANSWER: (
        "Gửi tệp này cho nơi đi. Nơi đi nhập vào sổ của mình: partyroll import TỆP. Không sửa"
        " nội dung: sai thì nơi lập in lại."
    ),
}
_ADVICE[SlipKind.MONTHS] = _ADVICE[SlipKind.ANSWER]


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One row of a slip: its key, what people call it, what it says."""

    key: str
    title: str
    text: str


def slip_lines(slip: Slip) -> tuple[SlipLine, ...]:
    """Return the rows of a slip, its check code last; what is not said has no row."""
    lines = [replace(line, text=clean(line.text)) for line in _lines(slip) if line.text]
    code = check_code({line.key: line.text for line in lines})
    return (*lines, SlipLine("check", SLIP_FIELD["check"], code))


def slip_document(slip: Slip, letterhead: Letterhead) -> Document:
    """Return a slip as a workbook that another ledger reads."""
    title = SLIP_TITLE[slip.kind]
    table = Table(
        id="slip",
        title=title,
        columns=(
            Column("item", SLIP_ITEM, width=38),
            Column("text", SLIP_TEXT, Shape.LONG_TEXT, width=56),
            Column("key", SLIP_KEY, Shape.ID, 30, hidden=True),
        ),
        rows=tuple((line.title, line.text, line.key) for line in slip_lines(slip)),
    )
    return Document(
        title=title,
        subtitle=f"Đồng chí {slip.full_name}",
        organisation=letterhead.organisation,
        sheets=(Sheet(SLIP_SHEET, title, (table,), together=True),),
        footer=letterhead.footer,
        notice=_NOTICE,
        properties={SLIP_MARK: slip.transfer_id},
        returning=Returning((SLIP_MARK, slip.transfer_id), _ADVICE[slip.kind]),
        confidentiality=letterhead.confidentiality,
    )


# --- What it says -------------------------------------------------------------------------
def _lines(slip: Slip) -> Iterator[SlipLine]:
    yield _line("kind", SLIP_KIND[slip.kind])
    for key in ("full_name", "birth_date", "gender", "card_no", "national_id", "hometown"):
        yield _line(key, _text(getattr(slip, key)))
    for key in ("admission_date", "official_date"):
        yield _line(key, _text(getattr(slip, key)))
    yield _line("transfer_kind", TRANSFER_KIND[slip.transfer_kind])
    for key in ("origin", "destination", "letter_no", "issued_on", "starts_on", "valid_to"):
        yield _line(key, _text(getattr(slip, key)))
    for key in ("caused_on", "reason", "dues_told"):
        yield _line(key, _text(getattr(slip, key)))
    yield _line("answer", TRANSFER_ANSWER[slip.answer] if slip.answer else "")
    for key in ("answered_on", "answered_by", "answer_text"):
        yield _line(key, _text(getattr(slip, key)))
    yield from _months(slip)
    for key in ("written_on", "transfer_id", "person_uid", "written_by", "meant_for"):
        yield _line(key, _text(getattr(slip, key)))


def _line(key: str, text: str) -> SlipLine:
    return SlipLine(key, SLIP_FIELD[key], text)


def _text(value: PartialDate | str) -> str:
    return value.vi if isinstance(value, PartialDate) else str(value or "")


def _months(slip: Slip) -> Iterator[SlipLine]:
    if slip.year is not None:
        yield _line("year", str(slip.year))
    for dues in slip.dues:
        title = SLIP_FIELD["dues"].format(month=dues.month.vi)
        yield SlipLine(f"dues/{dues.month}", title, dues_text(dues))
    for held in slip.meetings:
        title = SLIP_FIELD["meetings"].format(month=held.month.vi)
        yield SlipLine(f"meetings/{held.month}", title, meetings_text(held))
    for number, remark in enumerate(slip.remarks, start=1):
        line = _line("remark", _remark_text(remark))
        yield replace(line, key=f"remark/{number}")


def dues_text(dues: DuesKept) -> str:
    """Return what is said of a month's dues: the mark, the sum, the day."""
    parts = [DUES_LETTER[dues.letter]]
    parts += [f"{dues.amount} đồng"] if dues.amount is not None else []
    parts += [f"ngày {dues.paid_on.vi}"] if dues.paid_on else []
    return "; ".join(parts)


def meetings_text(held: MeetingsKept) -> str:
    """Return what is said of a month's meetings, one after another."""
    return "; ".join(MEETING_LETTER[letter] for letter in held.letters)


def _remark_text(remark: HostRemark) -> str:
    on = f" (ngày {remark.on.vi})" if remark.on else ""
    return f"{' '.join(remark.text.split())}{on}"
