"""`partyroll list`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    CsvOption,
    ForceOption,
    FullIdsOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    common,
    day_or,
    knowledge,
    output_path,
)
from partyroll.messages import STATUS

if TYPE_CHECKING:
    from partyroll.model import LifeEvent, Table, TransferLeg
    from partyroll.tasks.listing import OnRoll, Roll


def list_(
    context: typer.Context,
    unit: UnitOption = "",
    as_of: AsOfOption = "",
    everyone: Annotated[
        bool, typer.Option("--all", help="Cả những người đã rời Đảng.")
    ] = False,
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    full_ids: FullIdsOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Danh sách đảng viên tính đến một ngày, theo chi bộ.

    Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 10 chưa có sổ.
    """
    from partyroll.tasks.listing import roll

    at = common(context, ledger, quiet=quiet)
    found = roll(
        at.ledger,
        as_of=day_or(as_of, at.today),
        unit=unit,
        everyone=everyone,
        known_at=knowledge(at, known_at),
    )
    if json:
        from partyroll.write.json import to_json

        at.screen.raw(to_json(envelope(found, at)))
        return 0
    if csv:
        from partyroll.write.csv import write_csv

        at.screen.note("Mở CSV trong Excel sẽ mất số 0 ở đầu số thẻ; nên dùng --xlsx.")
        at.screen.stream.write("\ufeff")
        write_csv(roll_table(found, full_ids=True), at.screen.stream)
        return 0
    rows = [_row(number, one) for number, one in enumerate(found.people, start=1)]
    titles = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Ngày vào Đảng", "Tình trạng")
    at.screen.table(titles, rows)
    at.screen.note(f"{len(rows)} người, tính đến {found.as_of:%d/%m/%Y}.")
    if xlsx:
        _write_xlsx(found, at, out, force=force, full_ids=full_ids)
    return 0


def _row(number: int, one: "OnRoll") -> tuple[str | int | None, ...]:
    person = one.person
    return (
        number,
        person.full_name,
        person.birth_date.vi if person.birth_date else None,
        one.unit,
        person.admission_date.vi if person.admission_date else None,
        standing_text(one),
    )


def standing_text(one: "OnRoll") -> str:
    """Return the status in words, with exemption and absence from the newest list."""
    parts = [STATUS[one.status.value] if one.status else ""]
    parts += ["được miễn sinh hoạt"] * one.exempt_activity
    parts += ["không có trong bản mới"] * one.person.missing
    return ", ".join(part for part in parts if part)


def roll_table(found: "Roll", *, full_ids: bool) -> "Table":
    """Return the roll as a table for writers; numbers are masked unless asked for."""
    from partyroll.model import Column, Shape, Table
    from partyroll.text import mask

    def number(text: str | None) -> str | None:
        return text if full_ids or text is None else mask(text)

    return Table(
        id="members",
        title="Danh sách đảng viên",
        columns=(
            Column("number", "STT", Shape.COUNT, 6),
            Column("full_name", "Họ và tên", width=26),
            Column("gender", "Giới tính", width=8),
            Column("birth_date", "Ngày sinh", Shape.DATE, 12),
            Column("card_no", "Số thẻ", Shape.ID, 15),
            Column("national_id", "Số định danh", Shape.ID, 15),
            Column("unit", "Chi bộ", width=24),
            Column("hometown", "Quê quán", Shape.LONG_TEXT, 28),
            Column("admission_date", "Ngày vào Đảng", Shape.DATE, 12),
            Column("official_date", "Ngày chính thức", Shape.DATE, 12),
            Column("standing", "Tình trạng", Shape.LONG_TEXT, 22),
            Column("person_id", "Mã người", Shape.ID, printed=False),
        ),
        rows=tuple(
            (
                position,
                one.person.full_name,
                one.person.gender,
                one.person.birth_date,
                number(one.person.card_no),
                number(one.person.national_id),
                one.unit,
                one.person.hometown,
                one.person.admission_date,
                one.person.official_date,
                standing_text(one),
                one.person.person_id,
            )
            for position, one in enumerate(found.people, start=1)
        ),
    )


def _write_xlsx(
    found: "Roll", at: Common, out: Path | None, *, force: bool, full_ids: bool
) -> None:
    from partyroll.model import Document, Sheet
    from partyroll.write.xlsx import write_xlsx

    settings = at.settings()
    path = output_path(out, "danh-sach-dang-vien.xlsx", force=force)
    table = roll_table(found, full_ids=full_ids)
    document = Document(
        title="Danh sách đảng viên",
        subtitle=f"Tính đến ngày {found.as_of:%d/%m/%Y}",
        organisation=settings.organisation,
        sheets=(Sheet("Danh sách", "Danh sách đảng viên", (table,)),),
        footer=f"Sổ {found.ledger_id}",
        notice="Lập từ sổ đảng viên; nguồn từng dòng xem bằng partyroll show.",
        signatures=settings.signatures or ("NGƯỜI LẬP BIỂU", "T/M CẤP ỦY"),
    )
    write_xlsx(document, path)
    at.screen.note(f"Đã ghi {path}")


# --- For programs -------------------------------------------------------------------------
def envelope(found: "Roll", at: Common) -> dict[str, object]:
    """Return the JSON contract of `list` (schema 1)."""
    return {
        "command": "list",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "members": [member_object(one) for one in found.people],
    }


def member_object(one: "OnRoll") -> dict[str, object]:
    """Return one person as `list` and `show` give them to programs."""
    person = one.person
    return {
        "person_id": person.person_id,
        "full_name": person.full_name,
        "gender": person.gender,
        "birth_date": person.birth_date,
        "card_no": person.card_no,
        "card_no_old": person.card_no_old,
        "national_id": person.national_id,
        "member_code": person.member_code,
        "resume_no": person.resume_no,
        "unit": one.unit or None,
        "unit_path": one.unit_path,
        "hometown": person.hometown,
        "birth_place": person.birth_place,
        "permanent_address": person.permanent_address,
        "admission_date": person.admission_date,
        "official_date": person.official_date,
        "status": one.status,
        "exempt_activity": one.exempt_activity,
        "missing": person.missing,
        "exit": exit_object(one),
        "source": {
            "file": person.source.file,
            "sheet": person.source.sheet,
            "row": person.source.row,
        },
    }


def exit_object(one: "OnRoll") -> dict[str, object] | None:
    """Return how someone left, if they did by the day asked for."""
    from partyroll.model import ExitKind

    kinds = {kind.value for kind in ExitKind}
    if one.status is None or one.status.value not in kinds:
        return None
    for event in one.person.events:
        if event.kind.value == one.status.value:
            return _exit(event, event.event_date, [reason.value for reason in event.reasons])
    for leg in one.person.legs:
        if leg.out and not leg.temporary:
            return _exit(leg, leg.leg_date, [])
    return None


def _exit(
    what: "LifeEvent | TransferLeg", happened: object, reasons: list[str]
) -> dict[str, object]:
    from partyroll.model import LifeEvent

    kind = what.kind.value if isinstance(what, LifeEvent) else "OUT"
    return {
        "kind": None if kind == "LEFT_UNSTATED" else kind,
        "date": happened or what.decision_date,
        "reasons": reasons,
        "decision_no": what.decision_no or None,
        "decision_date": what.decision_date,
    }
