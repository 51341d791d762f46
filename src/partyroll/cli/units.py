"""`partyroll units` and `partyroll units reorganise`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    CsvOption,
    DryRunOption,
    FilesWanted,
    ForceOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    YesOption,
    common,
    day_or,
    knowledge,
)
from partyroll.cli.pages import Command, Noun

if TYPE_CHECKING:
    from partyroll.tasks.reorganising.carrying import Reorganised
    from partyroll.tasks.unit_tree import UnitTree

_CODE, _NOTE = 1, 5

units = typer.Typer(
    cls=Noun,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    help="Cây tổ chức đảng tính đến một ngày, số đảng viên; sắp xếp theo kế hoạch.",
)


@units.callback()
def tree(
    context: typer.Context,
    unit: UnitOption = "",
    as_of: AsOfOption = "",
    everything: Annotated[
        bool,
        typer.Option("--all", help="Cả tổ chức đã kết thúc, kèm việc đã thành tổ chức nào."),
    ] = False,
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Show the tree where no verb was typed."""
    if context.invoked_subcommand is not None:
        return 0
    from partyroll.tasks.unit_tree import unit_tree

    at = common(context, ledger, quiet=quiet)
    found = unit_tree(
        at.ledger,
        as_of=day_or(as_of, at.today),
        unit=unit,
        everything=everything,
        known_at=knowledge(at, known_at),
    )
    if json:
        from partyroll.cli.contracts.units import units_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(units_envelope(found, at)))
    elif csv:
        from partyroll.tasks.unit_documents import tree_table
        from partyroll.write.csv import write_csv

        at.screen.warn_about_csv()
        write_csv(tree_table(found), at.screen.stream)
    else:
        _tell_tree(found, at, asked=bool(unit))
    _write_files(found, at, FilesWanted(xlsx=xlsx, out=out, force=force))
    return 0


tree.__doc__ = f"""{units.info.help}

Số đảng viên: của riêng tổ chức, và kể cả các tổ chức trực thuộc. Mã kết thúc: 0 xong, 10
chưa có sổ.
"""
units.info.help = tree.__doc__


def reorganise(
    context: typer.Context,
    plan: Annotated[
        Path, typer.Argument(metavar="KẾ-HOẠCH.xlsx", help="Theo mẫu: template reorganisation.")
    ],
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Sắp xếp tổ chức theo kế hoạch: sáp nhập, chia, đổi tên, chuyển trực thuộc, giải thể.

    Kiểm tra cả kế hoạch trước, nêu mọi chỗ chưa đúng; thực hiện tất cả hoặc không làm gì. Hoàn
    tác được bằng undo. Mã kết thúc: 0 xong, 1 kế hoạch còn chỗ chưa đúng, 10 chưa có sổ.
    """
    from partyroll.cli.units_screen import asked, tell_plan
    from partyroll.read.cage import Cage
    from partyroll.read.guard.limits import limits_of_office
    from partyroll.tasks.reorganising.carrying import ReorganiseRequest
    from partyroll.tasks.reorganising.carrying import reorganise as carry_out

    at = common(context, ledger, quiet=quiet)
    limits = limits_of_office(**dict(at.settings().reading.stated()))
    refused = False

    def agree(looked: "Reorganised") -> bool:
        nonlocal refused
        refused = not (yes or json or asked(looked, at))
        return not refused

    with Cage(limits) as cage:
        request = ReorganiseRequest(plan, at.ledger, at.actor, at.now, dry_run, cage)
        done = carry_out(request, agree=agree)
    if json:
        from partyroll.cli.contracts.units import plan_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(plan_envelope(done, at, dry_run=dry_run)))
    else:
        tell_plan(done, at, dry_run=dry_run, refused=refused)
    return 1 if done.blockers else 0


units.command("reorganise", cls=Command)(reorganise)


def _tell_tree(found: "UnitTree", at: Common, *, asked: bool) -> None:
    from partyroll.tasks.unit_documents import fate_words, kind_words

    if not found.lines:
        at.screen.note(_nothing(found, asked=asked), prose=True)
        return
    highest = min(len(line.path) for line in found.lines)
    rows: list[tuple[str | int | None, ...]] = [
        (
            "  " * (len(line.path) - highest) + line.unit.name,
            line.unit.code,
            kind_words(line.unit),
            line.own,
            line.members,
            fate_words(line),
        )
        for line in found.lines
    ]
    _show(rows, at)
    standing = sum(line.stands for line in found.lines)
    unplaced = f"; {found.unplaced} đảng viên chưa rõ tổ chức" if found.unplaced else ""
    at.screen.note(f"{standing} tổ chức, tính đến {found.as_of:%d/%m/%Y}{unplaced}.")


def _nothing(found: "UnitTree", *, asked: bool) -> str:
    """Say why there is no line."""
    if not asked:
        return "Sổ chưa có tổ chức nào: nhập bằng partyroll import <tệp>."
    return (
        f"Ngày {found.as_of:%d/%m/%Y} tổ chức này không hoạt động; xem đã thành tổ chức nào:"
        " thêm --all, xem ngày khác: --as-of."
    )


def _show(rows: "list[tuple[str | int | None, ...]]", at: Common) -> None:
    """Print the rows; a window has no room for columns in which nothing stands."""
    titles = ("Tổ chức đảng", "Mã", "Loại", "Đảng viên", "Kể cả trực thuộc", "Ghi chú")
    spare = {_CODE, _NOTE} if at.screen.for_people else {_NOTE}
    kept = [
        place
        for place in range(len(titles))
        if place not in spare or any(row[place] for row in rows)
    ]
    at.screen.table(
        [titles[place] for place in kept], [tuple(row[place] for place in kept) for row in rows]
    )


def _write_files(found: "UnitTree", at: Common, wanted: FilesWanted) -> None:
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.unit_documents import tree_paper

    write_wanted(at, wanted, "to-chuc-dang", workbook=partial(tree_paper, found))
