"""Papers that the file should hold at the step it has reached."""

from collections.abc import Iterator

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import Candidate, CandidateStage, Matter, MatterKind
from partyroll.rules.admission.dossier import Paper, papers
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter
from partyroll.text import fold, mid_sentence


def papers_missing(file: AdmissionFile, _: Circumstances) -> Iterator[StagedMatter]:
    """Yield the papers of which the ledger shows no trace, all in one matter."""
    candidate = file.candidate
    reached = candidate.reached
    if reached is None:
        return
    needed = [paper for paper in papers() if _is_asked(paper, candidate, reached)]
    missing = [paper for paper in needed if _is_missing(paper, candidate)]
    if not missing:
        return
    unseen = [paper for paper in needed if paper.shown_by is None]
    step = "Bổ sung vào hồ sơ; đã có thì ghi ngày, số vào sổ."
    if unseen:
        step += f" Xem trong hồ sơ giấy có {', '.join(map(_named, unseen))}."
    names = ", ".join(paper.name for paper in missing)
    text = f"đã đến bước {mid_sentence(CANDIDATE_STAGE[reached])}, sổ chưa ghi: {names}"
    matter = Matter(MatterKind.PAPER_MISSING, text, step, about=reached.value)
    yield StagedMatter(reached, matter)


def _is_asked(paper: Paper, candidate: Candidate, reached: CandidateStage) -> bool:
    if reached not in paper.needed_at:
        return False
    origin = fold(candidate.origin)
    return not paper.only_if or any(fold(words) in origin for words in paper.only_if)


def _is_missing(paper: Paper, candidate: Candidate) -> bool:
    """Whether nothing speaks of a paper; a step without its day is kept in words."""
    if paper.shown_by is None:
        return False
    step = candidate.steps.get(paper.shown_by)
    if step is None:
        return fold(CANDIDATE_STAGE[paper.shown_by]) not in fold(candidate.note)
    return paper.number and not step.paper


def _named(paper: Paper) -> str:
    return f"{paper.name} ({paper.confidence})" if paper.confidence else paper.name
