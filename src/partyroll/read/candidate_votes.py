"""Votes on candidates: "14/17/20" in one cell, or each number in a column of its own."""

import re

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import CandidateStage, Vote
from partyroll.read.cells import Cells
from partyroll.read.grid import Value, as_text

_STAGES = {
    CandidateStage.CELL_RESOLUTION: "candidate_votes",
    CandidateStage.COMMITTEE_RESOLUTION: "candidate_committee_votes",
}
# Columns of their own are of the vote of the cell.
_APART = ("candidate_entitled", "candidate_present", "candidate_in_favour")
_NOTHING = frozenset({"", "-", "–", "—"})
_WHOLE = re.compile(r"(\d{1,4})\s*[/|;]\s*(\d{1,4})\s*[/|;]\s*(\d{1,4})")


def votes_of(cells: Cells) -> tuple[dict[CandidateStage, Vote], list[str]]:
    """Return the votes of a row, and the words of those that cannot be understood.

    Two numbers alone do not say whether the second is who came or who was convened.
    """
    found: dict[CandidateStage, Vote] = {}
    kept: list[str] = []
    for stage, field in _STAGES.items():
        apart = _apart(cells) if stage is CandidateStage.CELL_RESOLUTION else {}
        text = as_text(cells.value(field)) if cells.has(field) else ""
        if text in _NOTHING and not apart:
            continue
        vote = _vote(cells.value(field) if text not in _NOTHING else "", apart)
        if vote is None:
            cells.say(field if text else next(iter(apart)), "vote_unclear")
            said = ", ".join(filter(None, (text, *map(str, apart.values()))))
            kept.append(f"{CANDIDATE_STAGE[stage]}, số phiếu: {said}")
        else:
            found[stage] = vote
    return found, kept


def _apart(cells: Cells) -> dict[str, int | None]:
    """Return the numbers that stand in columns of their own; None = a cell that is none."""
    return {
        field: _number(cells.value(field))
        for field in _APART
        if cells.has(field) and as_text(cells.value(field)) not in _NOTHING
    }


def _vote(value: Value, apart: dict[str, int | None]) -> Vote | None:
    if None in apart.values():
        return None
    entitled, present, in_favour = (apart.get(field) for field in _APART)
    if value != "" and not apart:
        whole = _WHOLE.fullmatch(value.strip()) if isinstance(value, str) else None
        return vote_in_order(*map(int, whole.groups())) if whole else None
    if value != "":  # how many were in favour, beside how many were convened
        if in_favour is not None or entitled is None:
            return None
        in_favour = _number(value)
        if in_favour is None:
            return None
    known = [number for number in (entitled, present, in_favour) if number is not None]
    return Vote(entitled, present, in_favour) if _falls(known) else None


def vote_in_order(first: int, second: int, third: int) -> Vote | None:
    """Return the vote of three numbers, however they are ordered: the most were convened.

    None where who came is not the one in the middle, or nobody was convened.
    """
    low, middle, high = sorted((first, second, third))
    return Vote(high, middle, low) if second == middle and high > 0 else None


def _falls(numbers: list[int]) -> bool:
    """Whether no more came than were convened, and no more were in favour than came."""
    return numbers == sorted(numbers, reverse=True) and bool(numbers) and numbers[0] > 0


def _number(value: Value) -> int | None:
    text = as_text(value).strip()
    return int(text) if text.isdecimal() else None
