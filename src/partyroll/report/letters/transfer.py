"""Letters about a transfer: the introduction in its ten boxes, the answer, what was kept.

What the ledger knows is filled in; number, day, signature and the steps of other offices stay
blank: people give them.
"""

from collections.abc import Iterator

from partyroll.messages import SLIP_FIELD, TRANSFER_ANSWER
from partyroll.model import (
    Column,
    OfficialPaper,
    Passage,
    PassageLook,
    Shape,
    Slip,
    SlipKind,
    Table,
)
from partyroll.report.letters.matter import Office
from partyroll.report.slips import dues_text, meetings_text

_MARK = "DỰ THẢO"
_BOXES = 10
_NOTICE = "Bản nháp từ sổ đảng viên; đối chiếu với mẫu đang dùng trước khi ký."
_NEXT = (
    "Kính gửi: …………………………\n"
    "Đồng chí {name} được giới thiệu đến: …………………………\n"
    "Đảng phí: hết tháng …… năm ………"
)
_SIGNED = "Ngày …… tháng …… năm ………\nT/M …………………\n\n\n(ký tên, đóng dấu)"


def transfer_letter(slip: Slip, office: Office) -> OfficialPaper:
    """Return the document that goes with a slip."""
    return OfficialPaper(
        kind=_KIND[slip.kind],
        subject=_subject(slip),
        upper=office.upper,
        issuer=office.issuer,
        place=office.place,
        mark=_MARK,
        notice=_NOTICE,
        contents=tuple(_contents(slip)),
        signer="" if _in_boxes(slip) else office.signer,
        recipients=() if _in_boxes(slip) else (_recipient(slip), "Lưu"),
    )


_KIND = {
    SlipKind.LETTER: "Giấy giới thiệu",
    SlipKind.ANSWER: "Phiếu báo",
    SlipKind.MONTHS: "Xác nhận",
}


def _subject(slip: Slip) -> str:
    if slip.kind is SlipKind.MONTHS:
        return f"đảng phí, sinh hoạt tại nơi sinh hoạt tạm thời năm {slip.year}"
    what = "sinh hoạt đảng tạm thời" if slip.transfer_kind == "TEMPORARY" else "sinh hoạt đảng"
    return what if slip.kind is SlipKind.LETTER else f"chuyển {what}"


def _recipient(slip: Slip) -> str:
    place = slip.destination if slip.kind is SlipKind.LETTER else slip.origin
    return place or "Nơi nhận"


def _in_boxes(slip: Slip) -> bool:
    return slip.kind is SlipKind.LETTER and slip.transfer_kind == "OFFICIAL"


def _contents(slip: Slip) -> Iterator[Passage | Table]:
    yield Passage(f"Kính gửi: {_recipient(slip)}", PassageLook.ADDRESS)
    yield from _person(slip)
    if slip.kind is SlipKind.LETTER:
        yield from _letter(slip)
    elif slip.kind is SlipKind.ANSWER:
        yield from _answer(slip)
    else:
        yield from _months(slip)


def _person(slip: Slip) -> Iterator[Passage]:
    yield Passage(slip.full_name, lead="Đồng chí:", together=True)
    said = [
        ("birth_date", slip.birth_date.vi if slip.birth_date else ""),
        ("hometown", slip.hometown),
        ("admission_date", slip.admission_date.vi if slip.admission_date else ""),
        ("official_date", slip.official_date.vi if slip.official_date else ""),
        ("card_no", slip.card_no),
    ]
    known = "; ".join(
        f"{SLIP_FIELD[key][:1].lower()}{SLIP_FIELD[key][1:]}: {text}"
        for key, text in said
        if text
    )
    if known:
        yield Passage(f"{known[0].upper()}{known[1:]}.")


# --- The letter of introduction -----------------------------------------------------------
def _letter(slip: Slip) -> Iterator[Passage | Table]:
    if slip.origin:
        yield Passage(f"Đang sinh hoạt tại: {slip.origin}.")
    if slip.dues_told:
        yield Passage(f"Đảng phí: {_small(slip.dues_told)}.")
    if slip.reason:
        yield Passage(f"Lý do: {_small(slip.reason)}.")
    if _in_boxes(slip):
        yield Passage(
            "Mỗi tổ chức đảng trên đường chuyển ghi một ô, ký tên, đóng dấu.",
            PassageLook.REMARK,
            together=True,
        )
        yield _boxes(slip)
        return
    until = slip.valid_to.vi if slip.valid_to else "………"
    since = slip.starts_on or slip.issued_on
    begins = since.vi if since else "………"
    yield Passage(
        f"Được giới thiệu đến sinh hoạt đảng tạm thời tại {slip.destination} từ {begins} đến"
        f" hết {until}. Trong thời gian đó, đồng chí đóng đảng phí và sinh hoạt ở nơi đến; đảng"
        " số tính ở nơi đi."
    )


def _boxes(slip: Slip) -> Table:
    first = (
        f"Kính gửi: {slip.destination}\nĐồng chí {slip.full_name} được giới thiệu đến sinh hoạt"
        " đảng chính thức. Hồ sơ kèm theo: ……………………"
    )
    boxes = [
        f"{number}. {first if number == 1 else _NEXT.format(name=slip.full_name)}\n{_SIGNED}"
        for number in range(1, _BOXES + 1)
    ]
    half = _BOXES // 2
    return Table(
        id="boxes",
        title="Các ô giới thiệu",
        columns=(
            Column("first", f"Ô 1 đến {half}", Shape.LONG_TEXT, 45),
            Column("second", f"Ô {half + 1} đến {_BOXES}", Shape.LONG_TEXT, 45),
        ),
        rows=tuple(zip(boxes[:half], boxes[half:], strict=True)),
    )


# --- The answer, and what was kept --------------------------------------------------------
def _answer(slip: Slip) -> Iterator[Passage]:
    number = f" số {slip.letter_no}" if slip.letter_no else ""
    day = f" ngày {slip.issued_on.vi}" if slip.issued_on else ""
    words = TRANSFER_ANSWER[slip.answer] if slip.answer else "………"
    on = f" ngày {slip.answered_on.vi}" if slip.answered_on else ""
    yield Passage(f"Giấy giới thiệu{number}{day}: {_small(words)}{on}.")
    if slip.answered_by or slip.destination:
        yield Passage(f"Nơi tiếp nhận: {slip.answered_by or slip.destination}.")
    if slip.answer_text:
        yield Passage(f"Lý do: {_small(slip.answer_text)}.")


def _months(slip: Slip) -> Iterator[Passage | Table]:
    yield Passage(f"Sinh hoạt tạm thời tại: {slip.destination}.")
    dues = {kept.month: dues_text(kept) for kept in slip.dues}
    held = {kept.month: meetings_text(kept) for kept in slip.meetings}
    rows = tuple(
        (month.vi, dues.get(month, ""), held.get(month, "")) for month in sorted({*dues, *held})
    )
    if rows:
        yield Table(
            id="kept",
            title="Theo sổ của nơi sinh hoạt tạm thời",
            columns=(
                Column("month", "Tháng", width=10),
                Column("dues", "Đảng phí", Shape.LONG_TEXT, 34),
                Column("meetings", "Sinh hoạt", Shape.LONG_TEXT, 34),
            ),
            rows=rows,
            notes=("Tháng không có dòng: sổ nơi tạm thời không ghi, không phải là chưa đóng.",),
        )
    for remark in slip.remarks:
        yield Passage(f"Nhận xét: {remark.text}")


def _small(text: str) -> str:
    """Return words as they stand inside a sentence, without its end."""
    text = text.rstrip(".")
    return text[:1].lower() + text[1:]
