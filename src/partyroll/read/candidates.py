"""People on the way to admission: the steps they have reached, each with its day."""

import re
from dataclasses import dataclass
from datetime import date

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import CandidateStage, Severity
from partyroll.period import PartialDate
from partyroll.read.candidate_votes import votes_of
from partyroll.read.cells import Cells
from partyroll.read.dates import date_in, read_date
from partyroll.read.decisions import paper_number
from partyroll.read.facts import CandidateRow, UnitRef
from partyroll.read.grid import Value, as_text
from partyroll.read.remarks import Reading
from partyroll.read.rosters import gender_of
from partyroll.read.values import fault_code, is_mark, read_national_id
from partyroll.text import fold

_STEPS = {f"candidate_{stage}": stage for stage in CandidateStage}
# The usual headings of a roster: the day of admission is that of the ceremony.
_ALSO = {
    "admission_date": CandidateStage.CEREMONY,
    "official_date": CandidateStage.CONFIRMED,
}
_NUMBERS = {
    "candidate_certificate_no": CandidateStage.AWARENESS_CLASS,
    "candidate_cell_resolution_no": CandidateStage.CELL_RESOLUTION,
    "candidate_committee_resolution_no": CandidateStage.COMMITTEE_RESOLUTION,
    "candidate_decision_no": CandidateStage.DECISION,
}
_NOTHING = frozenset({"", "-", "--", "–", "0", "?"})
_NOT_YET = re.compile(r"(?:chua|khong)\b.*")


@dataclass(frozen=True, slots=True)
class Step:
    """A step as one cell states it; without a day only its words."""

    stage: CandidateStage
    day: PartialDate | None = None
    paper: str = ""
    text: str = ""


class CandidateReader:
    """Reads the rows of one list of candidates."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> CandidateRow | None:
        """Return the candidate of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        steps = self._steps(cells)
        kept = [f"{CANDIDATE_STAGE[s.stage]}: {s.text}" for s in steps if s.day is None]
        votes, unclear = votes_of(cells)
        note = cells.text("note") if cells.has("note") else ""
        reached = {step.stage: step.day for step in steps if step.day is not None}
        return CandidateRow(
            row=cells.row + 1,
            full_name=name,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            gender=gender_of(cells),
            national_id=cells.number("national_id", read_national_id),
            origin=cells.text("candidate_origin") if cells.has("candidate_origin") else "",
            helper=cells.text("introducer") if cells.has("introducer") else "",
            steps=tuple((s, reached[s]) for s in CandidateStage if s in reached),
            note="; ".join(part for part in (note, *kept, *unclear) if part),
            papers=_papers(cells, steps),
            votes=votes,
            ended_on=cells.day("candidate_ended_on")
            if cells.has("candidate_ended_on")
            else None,
            ended_text=cells.text("candidate_ended") if cells.has("candidate_ended") else "",
        )

    def _steps(self, cells: Cells) -> list[Step]:
        fields = {**_STEPS, **_ALSO}
        own = {stage for field, stage in _STEPS.items() if cells.has(field)}
        wanted = (
            (field, stage)
            for field, stage in fields.items()
            if cells.has(field) and (field in _STEPS or stage not in own)
        )
        found = (self._step(cells, field, stage) for field, stage in wanted)
        return [step for step in found if step is not None]

    def _step(self, cells: Cells, field: str, stage: CandidateStage) -> Step | None:
        """Return a step that a cell speaks of; one without a day is told, kept in words."""
        value = cells.value(field)
        if code := fault_code(value):
            cells.say(field, code)
            return None
        text = as_text(value)
        folded = fold(text)
        if folded in _NOTHING or _NOT_YET.fullmatch(folded):
            return None
        reading, rest = self._day_and_paper(value)
        if reading.code:
            cells.say(field, reading.code, clue=reading.value.vi if reading.value else "")
            return Step(stage, reading.value, paper_number(rest)) if reading.value else None
        if reading.value is None:
            done = is_mark(value) or folded.startswith(("da ", "xong", "roi"))
            cells.say(field, "step_without_day" if done else "step_unclear")
            return Step(stage, text=text)
        if reading.value.first > self._today:
            cells.say(field, "future_date", severity=Severity.WARNING)
        return Step(stage, reading.value, paper_number(rest))

    def _day_and_paper(self, value: Value) -> tuple[Reading[PartialDate], str]:
        """Split "12-QĐ/ĐU, 03/02/2024" into its day and its number."""
        whole = read_date(value, latest=self._today)
        if whole.value is not None or not isinstance(value, str):
            return whole, ""
        return date_in(as_text(value), latest=self._today)


def _papers(cells: Cells, steps: list[Step]) -> dict[CandidateStage, str]:
    """Return the numbers of papers: from columns of their own, else beside the days."""
    own = {
        stage: number
        for field, stage in _NUMBERS.items()
        if cells.has(field)
        and not is_mark(cells.value(field))  # it is there, and its number is not written
        and fold(number := cells.text(field)) not in _NOTHING
    }
    return {step.stage: step.paper for step in steps if step.paper} | own
