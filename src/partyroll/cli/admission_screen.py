"""A file of admission and a target on the screen."""

from typing import TYPE_CHECKING

from partyroll.messages import CANDIDATE_STAGE

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.model import CandidateStep
    from partyroll.tasks.admitting.files import Told
    from partyroll.tasks.admitting.targets import Target


def show_file(told: "Told", screen: "Screen") -> None:
    """Print a file with its steps in their order."""
    candidate = told.candidate
    born = f", sinh {candidate.birth_date.vi}" if candidate.birth_date else ""
    title = f"{candidate.full_name}{born} — {told.unit or '(chưa rõ chi bộ)'}"
    steps = sorted(candidate.steps.values(), key=lambda one: one.stage.place)
    rows = [_row(one) for one in steps]
    screen.table(("Bước", "Ngày", "Số văn bản", "Phiếu"), rows, title=title)


def show_target(told: "Target", screen: "Screen") -> None:
    """Print how many a unit is to admit."""
    row = (" › ".join(told.unit_path), told.year, told.number, told.paper)
    screen.table(("Tổ chức đảng", "Năm", "Chỉ tiêu", "Số văn bản"), [row])


def _row(one: "CandidateStep") -> tuple[str | int | None, ...]:
    vote = one.vote
    cast = (vote.in_favour, vote.present, vote.entitled) if vote else ()
    written = "/".join("?" if number is None else str(number) for number in cast)
    return (CANDIDATE_STAGE[one.stage], one.on.vi, one.paper, written)
