"""`partyroll report TERM`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    CsvOption,
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
from partyroll.text import thousands

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partyroll.model import CellValue, Table
    from partyroll.tasks.reporting import ReportResult

# What a screen shows; the workbook and --json hold every table.
ON_SCREEN = ("by_kind", "by_kind_year", "reasons_removed", "reasons_withdrew")


def report(
    context: typer.Context,
    term: Annotated[
        str,
        typer.Argument(metavar="KỲ", help="2020-2025 · 2024 · 10/2020-10/2025 · ngày cụ thể."),
    ],
    unit: UnitOption = "",
    structure: Annotated[
        str,
        typer.Option("--structure", metavar="then|now", help="Tổ chức lúc đó, hay hiện nay."),
    ] = "then",
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Báo cáo đảng viên giảm trong kỳ: hình thức, năm, đơn vị, lý do, tuổi.

    Tính theo ngày quyết định. Mã kết thúc: 0 xong, 2 kỳ gõ chưa đúng, 10 chưa có sổ.
    """
    from partyroll.tasks.choosing import parse_term
    from partyroll.tasks.reporting import ReportRequest, report_term

    if structure not in {"then", "now"}:
        message = 'là "then" hoặc "now"'
        raise typer.BadParameter(message, param_hint="--structure")
    at = common(context, ledger, quiet=quiet)
    request = ReportRequest(
        at.ledger,
        parse_term(term, at.settings().terms),
        at.today,
        structure,
        unit,
        knowledge(at, known_at),
        day_or(as_of, at.today),
    )
    result = report_term(request)
    if json:
        from partyroll.cli.contracts.report import report_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(report_envelope(result, at)))
    elif csv:
        _print_csv(result, at)
    else:
        _tell(result, at)
    wanted = FilesWanted(xlsx=xlsx, out=out, force=force)
    _write_files(result, at, wanted, name=f"bao-cao-{file_label(term)}")
    return 0


def _tell(result: "ReportResult", at: Common) -> None:
    from partyroll.report.header import bounds_note, term_line
    from partyroll.report.summary import headline

    at.screen.note(f"{term_line(result.report.term)}.\n", prose=True)
    if note := bounds_note(result.report.term):
        at.screen.note(f"{note}\n", prose=True)
    for table_id in ON_SCREEN:
        _show(result.report.table(table_id), at)
    at.screen.say(headline(result.report), prose=True)
    for sentence in (*result.report.problems, *result.report.checks):
        at.screen.note(f"Cần xem lại: {sentence}", prose=True)


def file_label(term: str) -> str:
    """Return the term as it may stand in a file name: "10/2020-10/2025" → "10.2020-10.2025"."""
    return "".join(sign if sign.isalnum() or sign in "-." else "." for sign in term.strip())


def _show(table: "Table", at: Common) -> None:
    rows = list(table.rows)
    printed = [number for number, column in enumerate(table.columns) if column.printed]
    if at.screen.for_people:  # a window is narrow; the workbook prints every column
        rows = [row for row in rows if not _is_spare(row, printed)]
        printed = [number for number in printed if not _is_empty(row[number] for row in rows)]
    titles = [table.columns[number].title for number in printed]
    written = _written if at.screen.for_people else _plain
    cells = [[written(row[number]) for number in printed] for row in rows]
    if not at.screen.for_people:
        cells = [[table.id, *row] for row in cells]
    title = f"{table.title} ({table.denominator})" if table.denominator else table.title
    if table.rows:
        at.screen.table(titles, cells, title=title)


def _is_spare(row: "Sequence[CellValue]", printed: "Iterable[int]") -> bool:
    """Whether the row is of exits without a date, and there are none."""
    from partyroll.report.counting import OUTSIDE_TOTAL

    first, *others = printed
    return row[first] == OUTSIDE_TOTAL and _is_empty(row[number] for number in others)


def _is_empty(values: "Iterable[CellValue]") -> bool:
    return all(value in {0, None} for value in values)


def _written(value: "CellValue") -> str | int | None:
    """Return a value as people write it: 1.496, 47,3."""
    return thousands(value) if isinstance(value, int) else _plain(value)


def _plain(value: "CellValue") -> str | int | None:
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    if value is None or isinstance(value, int | str):
        return value
    return str(value)


def _print_csv(result: "ReportResult", at: Common) -> None:
    from partyroll.report.names import names_table
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(names_table(result.report), at.screen.stream)


def _write_files(result: "ReportResult", at: Common, wanted: FilesWanted, *, name: str) -> None:
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.documents import term_paper

    write_wanted(at, wanted, name, workbook=partial(term_paper, result))
