"""The files of a slip: the workbook that another ledger reads, and the letter."""

from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted, beside, output_path

if TYPE_CHECKING:
    from partyroll.model import Slip


def write_slip(at: Common, files: FilesWanted, slip: "Slip") -> list[Path]:
    """Write the workbook and the letter of a slip, and return where they are."""
    from partyroll.tasks.transferring.papers import file_name, slip_letter, slip_paper
    from partyroll.write.word.file import write_docx
    from partyroll.write.xlsx import write_xlsx

    # The numbers stand in full: the slip is what tells the member apart at the other end.
    paper, name = at.paper(full_ids=True), file_name(slip)
    book = output_path(beside(files.out, ".xlsx"), f"{name}.xlsx", force=files.force)
    write_xlsx(slip_paper(slip, paper), book)
    letter = output_path(beside(files.out, ".docx"), f"{name}.docx", force=files.force)
    write_docx(slip_letter(slip, paper), letter)
    return [book, letter]


def write_answers(at: Common, numbers: tuple[int, ...]) -> list[Path]:
    """Write the answering slips of members whom an import took in at once."""
    from partyroll.tasks.transferring.reprinting import printed_again

    command = at.writing()
    slips = [printed_again(command, number).slip for number in numbers]
    return [path for slip in slips if slip for path in write_slip(at, FilesWanted(), slip)]
