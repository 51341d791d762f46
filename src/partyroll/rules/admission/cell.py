"""Whether the cell has the official members that an admission takes."""

from collections.abc import Iterator

from partyroll.model import Candidate, CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter

_ON_THE_WAY = frozenset(
    {
        CandidateStage.APPLICATION,
        CandidateStage.CV,
        CandidateStage.VETTING,
        CandidateStage.OPINIONS,
    }
)
_STEP = "Hỏi cấp ủy cấp trên cách xét kết nạp ở chi bộ ít đảng viên chính thức."
_WEAK = "nguồn chưa chắc chắn"


def counts_officials(candidate: Candidate) -> bool:
    """Whether it matters how many official members the cell of a candidate has."""
    return candidate.reached in _ON_THE_WAY and not candidate.ended


def cell_too_small(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield an application to a cell with too few official members, as far as rolls say."""
    least = at.limits.least_members
    if not counts_officials(file.candidate) or file.officials is None:
        return
    if file.officials < least:
        text = f"chi bộ có {file.officials} đảng viên chính thức, cần ít nhất {least}"
        matter = Matter(MatterKind.CELL_TOO_SMALL, text, _STEP, remarks=(_WEAK,))
        yield StagedMatter(CandidateStage.CELL_RESOLUTION, matter)
