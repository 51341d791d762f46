"""`partyroll report TERM --open CELL`: the people behind one number."""

from functools import partial
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.report.opening import OpenedCell
    from partyroll.tasks.reporting import ReportResult

_TITLES = ("STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức", "Ngày tính", "Lý do")
_KEYS = ("number", "full_name", "birth_date", "unit", "kind", "counted_on", "reasons")
_LONGEST = 60  # signs of a cell in a file name


def show_opened(
    result: "ReportResult",
    at: Common,
    address: str,
    wanted: FilesWanted,
    *,
    json: bool,
    csv: bool,
) -> int:
    """Print or write whom the cell at `address` counts."""
    from partyroll.model import Audience
    from partyroll.report.opening import open_cell
    from partyroll.tasks.audience import NamesAreNotPublic

    if at.recipient.audience is Audience.PUBLIC:
        raise NamesAreNotPublic
    opened = open_cell(result.report, address)
    if json:
        from partyroll.cli.contracts.report import opened_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(opened_envelope(result, opened, at)))
    elif csv:
        _print_csv(opened, at)
    else:
        _tell(opened, at)
    _write_files(result, opened, at, wanted)
    return 0


def _print_csv(opened: "OpenedCell", at: Common) -> None:
    from partyroll.report.names import opened_table
    from partyroll.tasks.recipients import table_for
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(table_for(opened_table(opened), at.recipient), at.screen.stream)


def _tell(opened: "OpenedCell", at: Common) -> None:
    from partyroll.report.names import opened_table
    from partyroll.tasks.recipients import table_for

    table = table_for(opened_table(opened), at.recipient)
    keys = [column.key for column in table.columns]
    places = [keys.index(key if key in keys else "age") for key in _KEYS]
    titles = [
        "Tuổi" if keys[place] == "age" else t for place, t in zip(places, _TITLES, strict=True)
    ]
    rows = [[_written(row[place]) for place in places] for row in table.rows]
    at.screen.note(f"{opened.words} ({opened.address})\n", prose=True)
    at.screen.table(titles, rows)
    at.screen.note(_how_many(opened), prose=True)


def _how_many(opened: "OpenedCell") -> str:
    number = len(opened.exits)
    people = len({record.person_id for record in opened.exits})
    return f"{number} lượt của {people} người." if people < number else f"{number} người."


def _written(value: object) -> str | int | None:
    from partyroll.period import PartialDate

    if isinstance(value, PartialDate):
        return value.vi
    return value if isinstance(value, int) or value is None else str(value)


def _write_files(
    result: "ReportResult", opened: "OpenedCell", at: Common, wanted: FilesWanted
) -> None:
    from partyroll.cli.files import write_wanted
    from partyroll.cli.report_files import file_label
    from partyroll.tasks.documents import opened_paper

    name = f"danh-sach-{file_label(result.report.term.label)}-{_label(opened)}"
    write_wanted(at, wanted, name, workbook=partial(opened_paper, result, opened))


def _label(opened: "OpenedCell") -> str:
    """Return the cell as it may stand in a file name."""
    signs = (sign if sign.isalnum() or sign in "_+" else "-" for sign in opened.address)
    return "-".join(filter(None, "".join(signs).split("-")))[:_LONGEST]
