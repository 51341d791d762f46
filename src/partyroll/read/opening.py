"""From the bytes of a workbook to its sheets, in this process."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, cast

from partyroll.read.grid import Grid, Rows, Span, make_grid
from partyroll.read.guard.cell_fonts import known_fonts
from partyroll.read.guard.cell_marks import Mark, known_marks
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits
from partyroll.read.guard.reconcile import refuse_merges
from partyroll.read.guard.sheets import SheetHead, open_sheets
from partyroll.read.guard.survey import Survey
from partyroll.read.refusals import WorkbookBroken, WorkbookHasPassword

Fonts = Mapping[str, str]  # the address of a cell → the name of its font


class Opener(Protocol):
    """Whoever turns the bytes of a workbook that the guard let pass into sheets."""

    @property
    def limits(self) -> Limits:
        """How much a workbook may hold."""
        ...

    def sheets(self, path: Path, content: bytes, survey: Survey) -> list[Grid]:
        """Return every sheet with cells, in order; hidden ones say so."""
        ...

    def fonts(self, content: bytes, sheet: str, addresses: Collection[str]) -> Fonts:
        """Return the fonts of some cells, as far as they are known: only a hint."""
        ...

    def marks(self, content: bytes, sheets: Collection[str]) -> list[Mark]:
        """Return the comments and colours on the cells of some sheets, as far as known."""
        ...

    def close(self) -> None:
        """Let go of what reading took; another file takes it anew."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """Reads in this process: at hand at once, for tests and tools."""

    limits: Limits = DEFAULT_LIMITS

    def sheets(self, path: Path, content: bytes, survey: Survey) -> list[Grid]:  # noqa: ARG002 – what is expected matters to a process with caps
        """Return every sheet with cells."""
        from python_calamine import CalamineError, PasswordError  # noqa: PLC0415 – to read only

        try:
            return [
                sheet_grid(path, head, [*rows], self.limits)
                for head, rows in open_sheets(content)
            ]
        except PasswordError as error:
            raise WorkbookHasPassword(path) from error
        except CalamineError as error:
            raise WorkbookBroken(path) from error

    def fonts(self, content: bytes, sheet: str, addresses: Collection[str]) -> Fonts:
        """Return the fonts of some cells."""
        return known_fonts(content, sheet, addresses)

    def marks(self, content: bytes, sheets: Collection[str]) -> list[Mark]:
        """Return the comments and colours on the cells of some sheets."""
        return known_marks(content, sheets)

    def close(self) -> None:
        """Hold nothing, so there is nothing to let go."""


IN_PROCESS = InProcess()


def sheet_grid(
    path: Path, head: SheetHead, rows: list[list[object]], limits: Limits, digest: str = ""
) -> Grid:
    """Return a sheet as a grid whose row 0 is row 1 of the sheet."""
    merges = tuple(Span(*area) for area in head.merges)
    refuse_merges(path, head.name, merges, len(rows), limits)
    grid = make_grid(head.name, cast("Rows", rows), merges=merges, hidden=head.hidden)
    return replace(grid, digest=digest)
