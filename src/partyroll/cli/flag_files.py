"""What `flag` hands over beside the screen: JSON, CSV, a workbook, letters."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted, beside, output_path

if TYPE_CHECKING:
    from partyroll.tasks.freezing import FrozenList
    from partyroll.tasks.reviewing import ReviewResult


def print_json(result: "ReviewResult", at: Common, frozen: "FrozenList | None" = None) -> None:
    """Print the contract of `flag`."""
    from partyroll.cli.contracts.flag import flag_envelope
    from partyroll.write.json import to_json

    at.screen.raw(to_json(flag_envelope(result, at, frozen)))


def print_csv(result: "ReviewResult", at: Common) -> None:
    """Print the evidence, a row for each month."""
    from partyroll.report.lists import evidence_table
    from partyroll.tasks.documents import listed_people
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    people = listed_people(result, at.paper(full_ids=True))
    write_csv(evidence_table(people), at.screen.stream)


def tell_frozen(frozen: "FrozenList", at: Common) -> None:
    """Say by which number the list is kept."""
    if frozen.new:
        at.screen.note(f"Đã lưu danh sách số {frozen.number} (thay đổi số {frozen.change}).")
    else:
        at.screen.note(f"Không có gì khác danh sách số {frozen.number} đã lưu.")


def write_files(frozen: "FrozenList", at: Common, wanted: FilesWanted) -> None:
    """Write the workbook and the letters that are wanted."""
    if wanted.xlsx:
        _write_xlsx(frozen, at, wanted)
    if wanted.docx:
        _write_docx(frozen, at, wanted)


def _write_xlsx(frozen: "FrozenList", at: Common, wanted: FilesWanted) -> None:
    from partyroll.tasks.documents import review_paper
    from partyroll.write.xlsx import write_xlsx

    name = f"danh-sach-ra-soat-{frozen.result.year}.xlsx"
    path = output_path(beside(wanted.out, ".xlsx"), name, force=wanted.force)
    write_xlsx(review_paper(frozen, at.paper(full_ids=wanted.full_ids)), path)
    at.screen.note(f"Đã ghi {path}")


def _write_docx(frozen: "FrozenList", at: Common, wanted: FilesWanted) -> None:
    from partyroll.tasks.letters import review_letters
    from partyroll.write.word.file import write_docx

    name = f"danh-sach-ra-soat-{frozen.result.year}.docx"
    path = output_path(beside(wanted.out, ".docx"), name, force=wanted.force)
    write_docx(review_letters(frozen, at.paper(full_ids=wanted.full_ids)), path)
    at.screen.note(f"Đã ghi {path}")
