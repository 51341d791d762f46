"""`partyroll support measures`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    FilesWanted,
    ForceOption,
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
)

if TYPE_CHECKING:
    from partyroll.model import CellValue, Table
    from partyroll.tasks.supporting.totals import Totals


def measures(
    context: typer.Context,
    term: Annotated[
        str, typer.Argument(metavar="[KỲ]", help="2020-2025, 2024…; không ghi là mọi năm.")
    ] = "",
    unit: UnitOption = "",
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    json: JsonOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Cộng những việc đã giúp: theo biện pháp, năm, đơn vị; bao nhiêu người, kết quả ra sao.

    Báo cáo cả kỳ có chương này, kèm số người ra khỏi Đảng trước và sau: partyroll report.
    Mã kết thúc: 0 xong, 2 kỳ gõ sai, 10 chưa có sổ.
    """
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.choosing import parse_term
    from partyroll.tasks.supporting.totals import measures as totals
    from partyroll.tasks.supporting.totals import measures_paper

    at = common(context, ledger, quiet=quiet)
    found = totals(
        at.ledger,
        as_of=day_or(as_of, at.today),
        term=parse_term(term, at.settings().terms) if term else None,
        unit=unit,
        known_at=knowledge(at, known_at),
    )
    if json:
        _print_json(found, at)
    else:
        _tell(found, at)
    files = FilesWanted(xlsx=xlsx, out=out, force=force)
    write_wanted(at, files, "viec-da-giup", workbook=partial(measures_paper, found))
    return 0


def _print_json(found: "Totals", at: Common) -> None:
    from partyroll.write.json import to_json

    term = found.term
    envelope = {
        "command": "support measures",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "term": {"from": term.start, "to": term.end} if term else None,
        "tables": found.tables,
        "remarks": found.remarks,
    }
    at.screen.raw(to_json(envelope))


def _tell(found: "Totals", at: Common) -> None:
    from partyroll.tasks.supporting.totals import when_counted

    at.screen.note(f"{when_counted(found)}.")
    for table in found.tables:
        if table.rows:
            _show(table, at)
    if not any(table.rows for table in found.tables):
        at.screen.note(
            "Chưa ghi đã giúp gì: partyroll template support, hoặc partyroll support add.",
            prose=True,
        )
    for remark in found.remarks:
        at.screen.note(remark, prose=True)


def _show(table: "Table", at: Common) -> None:
    """Print a table; for people without the columns in which nothing stands."""
    places = [number for number, column in enumerate(table.columns) if column.printed]
    if at.screen.for_people:
        places = [
            number
            for number in places
            if any(row[number] not in {0, None} for row in table.rows)
        ]
    titles = [table.columns[number].title for number in places]
    rows = [[_written(row[number], at) for number in places] for row in table.rows]
    if not at.screen.for_people:
        rows = [[table.id, *row] for row in rows]
    at.screen.table(titles, rows, title=table.title)


def _written(value: "CellValue", at: Common) -> str | int | None:
    from partyroll.text import thousands

    if isinstance(value, int):
        return thousands(value) if at.screen.for_people else value
    return None if value is None else str(value)
