"""What `flag` hands over beside the screen: JSON, CSV, a workbook, letters."""

from functools import partial
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.tasks.freezing import FrozenList
    from partyroll.tasks.reviewing import ReviewResult


def print_json(result: "ReviewResult", at: Common, frozen: "FrozenList | None" = None) -> None:
    """Print the contract of `flag`."""
    from partyroll.cli.contracts.flag import flag_envelope
    from partyroll.write.json import json_pieces

    at.screen.pieces(json_pieces(flag_envelope(result, at, frozen)))


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
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.documents import review_paper
    from partyroll.tasks.letters import review_letters

    write_wanted(
        at,
        wanted,
        f"danh-sach-ra-soat-{frozen.result.year}",
        workbook=partial(review_paper, frozen),
        letters=partial(review_letters, frozen),
    )
