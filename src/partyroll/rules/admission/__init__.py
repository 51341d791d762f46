"""Checks of admission files: facts and proposals, each check in a file of its own (§9)."""

from dataclasses import replace

from partyroll.model import Candidate, Matter
from partyroll.rules.admission.age import age_of_candidate
from partyroll.rules.admission.cell import cell_too_small, counts_officials
from partyroll.rules.admission.ceremony import ceremony_due
from partyroll.rules.admission.certificate import class_runs_out
from partyroll.rules.admission.deciding import decision_due
from partyroll.rules.admission.facts import AdmissionFile, Check, Circumstances, StagedMatter
from partyroll.rules.admission.joining import member_to_find
from partyroll.rules.admission.matching import Joined, RollEntry, joined, with_roll
from partyroll.rules.admission.order import steps_out_of_order
from partyroll.rules.admission.papers import papers_missing
from partyroll.rules.admission.renewing import dossier_old
from partyroll.rules.admission.reviewing import (
    confirmed_date,
    probation_review,
    review_of_probation,
)
from partyroll.rules.admission.stalled import file_stalled
from partyroll.rules.admission.votes import vote_falls_short, votes_needed

__all__ = [
    "CHECKS",
    "AdmissionFile",
    "Circumstances",
    "Joined",
    "RollEntry",
    "StagedMatter",
    "admission_matters",
    "as_it_stood",
    "counts_officials",
    "joined",
    "review_of_probation",
    "staged_matters",
    "votes_needed",
    "with_roll",
]

CHECKS: tuple[Check, ...] = (
    file_stalled,
    papers_missing,
    steps_out_of_order,
    class_runs_out,
    dossier_old,
    age_of_candidate,
    cell_too_small,
    vote_falls_short,
    decision_due,
    ceremony_due,
    probation_review,
    confirmed_date,
    member_to_find,
)


def admission_matters(file: AdmissionFile, at: Circumstances) -> tuple[Matter, ...]:
    """Return what is worth doing about a file; nothing once it is closed."""
    return tuple(staged.matter for staged in staged_matters(file, at))


def staged_matters(file: AdmissionFile, at: Circumstances) -> tuple[StagedMatter, ...]:
    """Return what is worth doing, each with the last stage it speaks of."""
    if file.candidate.ended or file.left:
        return ()
    return tuple(staged for check in CHECKS for staged in check(file, at))


def as_it_stood(candidate: Candidate, at: Circumstances) -> Candidate:
    """Return a candidate without the steps, and without the end, that came later."""
    steps = {s: step for s, step in candidate.steps.items() if step.on.first <= at.as_of}
    over = candidate.ended_on is None or candidate.ended_on.first <= at.as_of
    if over:
        return replace(candidate, steps=steps)
    return replace(candidate, steps=steps, ended_on=None, ended_text="")
