"""The place in a workbook that states a fact."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The place in a workbook that states a fact."""

    file: str
    sheet: str = ""
    row: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        place = self.cell or (f"dòng {self.row}" if self.row else "")
        return " › ".join(part for part in (self.file, self.sheet, place) if part)


NOWHERE = Source("")  # of a fact that no workbook states
