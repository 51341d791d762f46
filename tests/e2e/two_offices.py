"""Two offices on one desk, each with a ledger of its own: they know each other by files."""

from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook

from e2e.books import Rows, dues_rows, roster_rows, workbook
from e2e.desk import NOW, Desk, Ran
from partyroll.cli.run import main
from partyroll.messages import SLIP_KEY
from partyroll.model import check_code
from store import shelf

Person = tuple[str, ...]
AN = ("Lò Văn An", "01/02/1970", "Nam", "099000000901", "03/02/1995")
BINH = ("Lò Thị Bình", "05/06/1980", "Nữ", "099000000902", "19/05/2005")
DUNG = ("Lò Văn Dũng", "08/09/1971", "Nam", "099000000911", "03/02/1995")
HOME, AWAY = "Chi bộ thôn Hạ", "Chi bộ Khu 5"
TO = "Đảng bộ phường Bến, Chi bộ Khu 5"
LEFT = ("--on", "6/10/2025", "--letter-no", "12-GT")
FOR_A_TIME = ("--kind", "temporary", "--on", "1/3/2024", "--until", "31/10/2024")
PAID = "x" * 12
AWAY_IN_2024 = "xx........xx"  # blank while An is elsewhere for a time


@dataclass(frozen=True, slots=True)
class Office:
    """One of the two: its commands run on its own ledger."""

    desk: Desk
    ledger: Path

    def __call__(self, *args: str | Path) -> Ran:
        return self.desk(*args, "--ledger", self.ledger)

    def json(self, *args: str | Path) -> Any:
        ran = self(*args, "--json")
        assert ran.code in {0, 3}, ran.err
        return ran.json

    def slip(self, *args: str | Path) -> Path:
        """Run a command that writes a slip, and return the slip."""
        return self.desk.folder / str(self.json("transfer", *args)["files"][0])

    def members(self) -> list[tuple[str, str]]:
        """Return who is a member here, and of which unit."""
        listed = self.json("list")["members"]
        return [(one["full_name"], one["unit"]) for one in listed]

    def state(self) -> tuple[str, str | None]:
        """Return how far the one transfer is, and since when it is answered."""
        [entry] = self.json("transfer", "list", "--only", "all")["entries"]
        return entry["values"]["state"], entry["values"]["answered_on"]

    def limbo(self) -> list[tuple[str, str]]:
        """Return whom nobody counts, or everybody."""
        entries = self.json("transfer", "limbo")["entries"]
        return [(one["name"], one["matters"][0]["kind"]) for one in entries]

    def problems(self, *args: str | Path) -> list[str]:
        """Return the codes that an import tells."""
        [file] = self.json("import", *args)["files"]
        return [problem["code"] for problem in file["problems"]]

    def undo(self) -> None:
        """Take the last change back."""
        assert self("undo", "--yes").code == 0


def offices(
    desk: Desk,
    home: tuple[Person, ...] = (AN, BINH),
    away: tuple[Person, ...] = (DUNG,),
) -> tuple[Office, Office]:
    """Lay two ledgers on the desk: members and dues of 2024 at home, members elsewhere."""
    for name, content in zip(("di.db", "den.db"), _ledgers(home, away), strict=True):
        (desk.folder / name).write_bytes(content)
    return both(desk)


def both(desk: Desk) -> tuple[Office, Office]:
    """Return the offices that lie on the desk."""
    return Office(desk, desk.folder / "di.db"), Office(desk, desk.folder / "den.db")


@cache
def _ledgers(home: tuple[Person, ...], away: tuple[Person, ...]) -> tuple[bytes, bytes]:
    """Import both offices' workbooks, once for all the tests that begin there."""
    own: dict[str, Rows] = {
        "D": roster_rows(home, HOME),
        "P": dues_rows(
            {one[0]: AWAY_IN_2024 if one == AN else PAID for one in home}, unit=HOME
        ),
    }
    with TemporaryDirectory() as folder, chdir(folder):
        for name, sheets in (("di", own), ("den", {"D": roster_rows(away, AWAY)})):
            made = workbook(Path(f"{name}.xlsx"), sheets)
            main(["import", str(made), "--ledger", f"{name}.db", "--quiet"], now=NOW)
        return Path("di.db").read_bytes(), Path("den.db").read_bytes()


def change(path: Path, was: str, becomes: str, *, save_as: str = "") -> Path:
    """Type something else into each cell that says `was`."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.value == was:
                cell.value = becomes
    target = path.with_name(save_as or path.name)
    book.save(target)
    return target


def shuffled(path: Path) -> Path:
    """Sort the rows of a slip by what they say, as somebody does in Excel."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    rows.sort(key=lambda row: str(row[1] or ""), reverse=True)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    target = path.with_name("sap-xep.xlsx")
    book.save(target)
    return target


def rewritten(path: Path, said: Mapping[str, str], *, save_as: str) -> Path:
    """Write a slip as another office would that says something else by these keys."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    cells = {str(row[2].value): row[1] for row in sheet.iter_rows() if row[2].value}
    del cells[SLIP_KEY]
    for key, text in said.items():
        cells[key].value = text
    code = cells.pop("check")
    code.value = check_code({key: str(cell.value) for key, cell in cells.items()})
    target = path.with_name(save_as)
    book.save(target)
    return target


def forget(office: Office, name: str) -> None:
    """Close what describes a person, as no command does."""
    with shelf.raw(office.ledger) as db:
        db.execute(
            "UPDATE person_version SET change_out = (SELECT max(number) + 1 FROM change)"
            " WHERE full_name = ? AND change_out IS NULL",
            (name,),
        )
