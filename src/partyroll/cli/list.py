"""`partyroll list`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    AudienceOption,
    Common,
    CsvOption,
    FilesWanted,
    ForceOption,
    ForOption,
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
    given_to,
    knowledge,
)

if TYPE_CHECKING:
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
    audience: AudienceOption = "",
    for_: ForOption = "",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Danh sách đảng viên tính đến một ngày, theo chi bộ.

    Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 10 chưa có sổ.
    """
    from partyroll.tasks.audience import roll_for
    from partyroll.tasks.listing import roll

    at = given_to(common(context, ledger, quiet=quiet), audience, for_, full_ids=full_ids)
    everybody = roll(
        at.ledger,
        as_of=day_or(as_of, at.today),
        unit=unit,
        everyone=everyone,
        known_at=knowledge(at, known_at),
    )
    found = roll_for(everybody, at.recipient)
    if json:
        from partyroll.cli.contracts.list import list_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(list_envelope(found, at)))
    elif csv:
        _print_csv(found, at)
    else:
        _tell(found, at)
    _write_files(found, at, FilesWanted(xlsx=xlsx, out=out, force=force, full_ids=full_ids))
    return 0


def _print_csv(found: "Roll", at: Common) -> None:
    from partyroll.tasks.documents import roll_table
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(roll_table(found, at.paper(full_ids=True)), at.screen.stream)


def _tell(found: "Roll", at: Common) -> None:
    rows = [_row(number, one) for number, one in enumerate(found.people, start=1)]
    born = "Tuổi" if at.paper().masked else "Ngày sinh"
    titles = ("STT", "Họ và tên", born, "Chi bộ", "Ngày vào Đảng", "Tình trạng")
    at.screen.table(titles, rows)
    at.screen.note(f"{len(rows)} người, tính đến {found.as_of:%d/%m/%Y}.")


def _row(number: int, one: "OnRoll") -> tuple[str | int | None, ...]:
    from partyroll.tasks.documents import standing_text

    person = one.person
    return (
        number,
        person.full_name,
        person.birth_date.vi if person.birth_date else one.age or None,
        one.unit,
        person.admission_date.vi if person.admission_date else None,
        standing_text(one),
    )


def _write_files(found: "Roll", at: Common, wanted: FilesWanted) -> None:
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.documents import roll_paper

    write_wanted(at, wanted, "danh-sach-dang-vien", workbook=partial(roll_paper, found))
