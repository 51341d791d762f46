"""What a check of an admission file rests on, and what it says."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.model import AdmissionLimits, Candidate, CandidateStage, Matter
from partyroll.period import PartialDate
from partyroll.rulebook import Clock
from partyroll.rules.clocks import Deadline, deadline


@dataclass(frozen=True, slots=True)
class AdmissionFile:
    """A candidate with what the rolls say around them.

    `officials` are the official members of the cell, those of unknown status among them; None
    where no roll speaks of the cell.  `member` is whether the rolls hold the candidate,
    `official_date` the day that they give; `namesakes` may be the candidate.  Who was admitted
    and is no member any more has `left`.
    """

    candidate: Candidate
    officials: int | None = None
    member: bool = False
    official_date: PartialDate | None = None
    namesakes: tuple[str, ...] = ()
    left: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The day on which files are looked at, and by which terms and limits."""

    as_of: date
    limits: AdmissionLimits
    clocks: tuple[Clock, ...]
    holidays: Collection[date] = ()

    def deadline(self, clock: str, start: date) -> Deadline:
        """Return until when a clock runs that started on a day."""
        return deadline(self.clocks, clock, start, holidays=self.holidays)


@dataclass(frozen=True, slots=True)
class StagedMatter:
    """A matter, and the last of the stages that it speaks of."""

    stage: CandidateStage
    matter: Matter


Check = Callable[[AdmissionFile, Circumstances], Iterator[StagedMatter]]


def said(day: PartialDate) -> str:
    """Return a day within a sentence: "ngày 05/03/2024", "tháng 03/2024", "năm 2024"."""
    if day.month is None:
        return f"năm {day.vi}"
    return f"ngày {day.vi}" if day.exact else f"tháng {day.vi}"


def not_exact(day: PartialDate, what: str) -> tuple[str, ...]:
    """Return what must be said of a clock that started on a day known only in part."""
    if day.exact:
        return ()
    return (f"{what} chỉ ghi {said(day)}: tính từ ngày muộn nhất có thể",)
