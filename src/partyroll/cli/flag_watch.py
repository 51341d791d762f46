"""`partyroll flag --watch`: the early warning on screen and in files."""

from functools import partial
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.report.watching import CellWatch
    from partyroll.tasks.reviewing import ReviewRequest
    from partyroll.tasks.watching import WatchResult

_TITLES = ("Chi bộ", "Họ và tên", "Việc cần để ý", "Đề nghị làm")


def early_warning(
    request: "ReviewRequest", at: Common, files: FilesWanted, *, json: bool, csv: bool
) -> int:
    """Show what each cell can do in time, or hand it to a program; write the files wanted."""
    from partyroll.tasks.watching import watch_list

    result = watch_list(request, at.settings().watch)
    if json:
        _print_json(result, at)
    elif csv:
        _print_csv(result, at)
    else:
        _tell(result, at)
    _write_files(result, at, files)
    return 0


def _print_json(result: "WatchResult", at: Common) -> None:
    from partyroll.cli.contracts.watch import watch_envelope
    from partyroll.write.json import to_json

    at.screen.raw(to_json(watch_envelope(result, at)))


def _print_csv(result: "WatchResult", at: Common) -> None:
    from partyroll.report.watching import every_warning
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(every_warning(result.cells), at.screen.stream)


def _tell(result: "WatchResult", at: Common) -> None:
    from partyroll.report.watching import NOTICE

    screen, review = at.screen, result.review
    screen.note(
        f"Năm {review.year}, tính đến ngày {review.as_of:%d/%m/%Y}; giấy tờ hết hạn trong"
        f" {result.limits.days} ngày tới.",
        prose=True,
    )
    screen.note("")
    if not review.has_books:
        screen.note("Chưa có sổ đảng phí, sổ sinh hoạt nào: nhập bằng partyroll import <tệp>.")
    for cell in result.cells:
        _tell_cell(cell, at)
    people = sum(len(cell.people) for cell in result.cells)
    missing = sum(len(cell.missing) for cell in result.cells)
    screen.note(
        f"{people} đảng viên cần nhắc, {missing} sổ còn thiếu, ở {len(result.cells)} chi bộ."
        f" {NOTICE}",
        prose=True,
    )


def _tell_cell(cell: "CellWatch", at: Common) -> None:
    rows = [
        (cell.name, person.full_name, warning.text, warning.step)
        for person in cell.people
        for warning in person.warnings
    ]
    rows += [(cell.name, "", one.gap.text, one.step) for one in cell.missing]
    if not at.screen.for_people:
        at.screen.table(_TITLES, rows)
        return
    at.screen.table(_TITLES[1:], [row[1:] for row in rows], title=cell.name)


def _write_files(result: "WatchResult", at: Common, wanted: FilesWanted) -> None:
    """Write the workbook, a sheet for each cell, and the Word file, a page for each."""
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.watching import watch_letters, watch_paper

    write_wanted(
        at,
        wanted,
        f"nhac-viec-{result.review.year}",
        workbook=partial(watch_paper, result),
        letters=partial(watch_letters, result),
    )
