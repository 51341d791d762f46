"""Votes: two thirds of the official members convened, not of those who came."""

from collections.abc import Iterator

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import VOTED, CandidateStage, Matter, MatterKind, Vote
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter

_STEP = (
    "Xem lại biên bản và số phiếu. Đúng như vậy thì chưa đủ để ra nghị quyết đề nghị kết nạp:"
    " chi bộ, cấp ủy bàn tiếp việc giúp đỡ, xét lại khi đủ điều kiện."
)
_WEAK = {
    CandidateStage.COMMITTEE_RESOLUTION: (
        "hai phần ba ở cấp được ủy quyền: nguồn chưa chắc chắn",
    )
}
_WHO = {
    CandidateStage.CELL_RESOLUTION: "đảng viên chính thức được triệu tập",
    CandidateStage.COMMITTEE_RESOLUTION: "cấp ủy viên được triệu tập",
}


def votes_needed(entitled: int) -> int:
    """Return how many of the people convened make two thirds."""
    return -(-2 * entitled // 3)


def falls_short(vote: Vote | None) -> bool:
    """Whether a vote is written down in full, and two thirds were not in favour."""
    if vote is None or not vote.entitled or vote.in_favour is None:
        return False
    return vote.in_favour < votes_needed(vote.entitled)


def vote_falls_short(file: AdmissionFile, _: Circumstances) -> Iterator[StagedMatter]:
    """Yield each vote that is written down in full and has too few in favour."""
    for stage in VOTED:
        step = file.candidate.steps.get(stage)
        if step and step.vote and falls_short(step.vote):
            text = _shortage(stage, step.vote)
            remarks = _WEAK.get(stage, ())
            kind, about = MatterKind.VOTE_FALLS_SHORT, stage.value
            yield StagedMatter(stage, Matter(kind, text, _STEP, about=about, remarks=remarks))


def _shortage(stage: CandidateStage, vote: Vote) -> str:
    in_favour, entitled = vote.in_favour or 0, vote.entitled or 1
    came = "" if vote.present is None else f", {vote.present} có mặt"
    return (
        f"{CANDIDATE_STAGE[stage]}: {in_favour} trong {entitled} {_WHO[stage]} tán thành"
        f" ({100 * in_favour // entitled}%{came}); hai phần ba là {votes_needed(entitled)}"
    )
