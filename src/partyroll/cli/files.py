"""Writing a result as the files that are wanted: a workbook, a Word file, a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted, beside, output_path

if TYPE_CHECKING:
    from partyroll.model import Document, PaperFile
    from partyroll.tasks.documents import Paper


def write_wanted(
    at: Common,
    wanted: FilesWanted,
    name: str,
    *,
    workbook: "Callable[[Paper], Document]",
    letters: "Callable[[Paper], PaperFile] | None" = None,
    page: "Callable[[Paper], Document] | None" = None,
) -> None:
    """Make and write what is wanted, as `name` unless the user named it, and say where.

    `letters` and `page` are None for a command that has no such file to offer.
    """
    if not wanted.any:
        return
    paper = at.paper(full_ids=wanted.full_ids)
    if wanted.xlsx:
        from partyroll.write.xlsx import write_xlsx

        path = output_path(beside(wanted.out, ".xlsx"), f"{name}.xlsx", force=wanted.force)
        write_xlsx(workbook(paper), path)
        at.screen.note(f"Đã ghi {path}")
    if wanted.docx and letters is not None:
        from partyroll.write.word.file import write_docx

        path = output_path(beside(wanted.out, ".docx"), f"{name}.docx", force=wanted.force)
        write_docx(letters(paper), path)
        at.screen.note(f"Đã ghi {path}")
    if wanted.html and page is not None:
        from partyroll.write.html.page import write_html

        path = output_path(beside(wanted.out, ".html"), f"{name}.html", force=wanted.force)
        write_html(page(paper), path)
        at.screen.note(f"Đã ghi {path}")
