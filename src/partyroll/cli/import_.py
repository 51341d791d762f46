"""`partyroll import FILE...`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    QuietOption,
    common,
)
from partyroll.messages import TABLE_KIND

if TYPE_CHECKING:
    from partyroll.model import Problem
    from partyroll.read.facts import Table
    from partyroll.tasks.importing import FileResult, ImportResult

SHOWN_PER_KIND = 8
NAMES_SHOWN = 10


def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="Tệp Excel cần nhập.")],
    unit: Annotated[
        str,
        typer.Option("--unit", metavar="TÊN", help="Chi bộ của tệp, khi trong tệp không ghi."),
    ] = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Nhập tệp Excel: danh sách, sổ đảng phí, sổ sinh hoạt, danh sách ra khỏi Đảng, số liệu.

    Dòng đúng vào sổ, dòng sai để lại kèm địa chỉ ô và cách sửa. Nhập lại cùng một tệp không
    làm thay đổi gì. Mã kết thúc: 0 xong, 1 tệp không đọc được, 3 xong nhưng có dòng để lại.
    """
    from partyroll.tasks.importing import ImportRequest, import_files

    at = common(context, ledger, quiet=quiet)
    settings = at.settings()
    request = ImportRequest(
        files=tuple(files),
        ledger=at.ledger,
        actor=at.actor,
        now=at.now,
        dry_run=dry_run,
        unit=unit,
        headings=settings.headings,
        sensitive=settings.sensitive,
    )
    result = import_files(request, progress=at.screen.progress)
    if json:
        from partyroll.cli.contracts import import_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(import_envelope(result, at)))
    else:
        _tell(result, at)
    return 3 if result.set_aside or result.refused else 0


# --- For people ---------------------------------------------------------------------------
def _tell(result: "ImportResult", at: Common) -> None:
    screen = at.screen
    if result.created:
        screen.note(f"Đã tạo sổ mới: {at.ledger}")
    for file in result.files:
        for line in _file_lines(file):
            screen.say(line, prose=True)
    screen.say()
    if result.dry_run:
        screen.note("Chạy thử: sổ chưa thay đổi. Bỏ --dry-run để nhập.")
    elif result.change is None:
        screen.note("Không có gì mới; sổ giữ nguyên.")
    else:
        screen.note(
            f"Đã ghi vào {at.ledger} (thay đổi số {result.change})."
            f" Hoàn tác: partyroll undo {result.change}"
        )


def _file_lines(file: "FileResult") -> Iterator[str]:
    if file.refusal:
        yield f"Không nhập {file.refusal}"
        return
    if file.repeated is not None:
        yield f"{file.file}: không có gì mới (đã nhập ở thay đổi số {file.repeated})"
        return
    yield f"{file.file}:"
    for table in file.tables:
        yield f"  {_table_line(table)}"
    yield (
        f"  thêm mới {file.added} · thay đổi {file.changed} · giữ nguyên {file.unchanged}"
        f" · để lại {len(file.set_aside)}"
    )
    yield from _problem_lines(file.problems)
    if file.missing_people:
        shown = ", ".join(file.missing_people[:NAMES_SHOWN])
        more = len(file.missing_people) - NAMES_SHOWN
        rest = f" và {more} người nữa" if more > 0 else ""
        yield f"  Không có trong bản mới (vẫn giữ trong sổ): {shown}{rest}"


def _table_line(table: "Table") -> str:
    from partyroll.read.facts import IMPORTED, TableKind

    kind = TABLE_KIND[table.kind.value]
    if table.kind is TableKind.SKIPPED:
        return f"{table.sheet}: bỏ qua"
    if table.kind not in IMPORTED:
        return f"{table.sheet}: {kind}, {table.row_count} dòng: nhận ra, chưa nhập"
    parts = [f"{table.sheet}: {kind}", f"{table.row_count} dòng, {len(table.columns)} cột"]
    if table.unknown_columns:
        names = ", ".join(f"{c} “{text}”" for c, text in table.unknown_columns.items())
        parts.append(f"không dùng cột {names}")
    return "; ".join(parts)


def _problem_lines(problems: Iterable["Problem"]) -> Iterator[str]:
    """Group problems by kind, errors first; a kind is cut after a few places."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.severity.value, problem.code].append(problem)
    for severity, heading in (("error", "Cần sửa"), ("warning", "Cần xem lại")):
        mine = [group for (kind, _), group in groups.items() if kind == severity]
        if mine:
            yield f"  {heading} ({sum(len(group) for group in mine)} chỗ):"
        for group in mine:
            yield from (f"    {_problem_line(problem)}" for problem in group[:SHOWN_PER_KIND])
            if len(group) > SHOWN_PER_KIND:
                yield f"    … và {len(group) - SHOWN_PER_KIND} chỗ tương tự, xem bằng --json"


def _problem_line(problem: "Problem") -> str:
    place = f"{problem.sheet} › {problem.cell}" if problem.cell else problem.sheet
    found = f" “{_short(problem.found)}”" if problem.found else ""
    return f"{place}{found}: {problem.message}"


def _short(text: str, longest: int = 40) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
