"""What needs doing about people: every kind has its words; what is dealt with stays known."""

from dataclasses import replace

import pytest

from partyroll.messages import MATTER, MATTER_OUTCOME
from partyroll.model import Matter, MatterAnswer, MatterKind, MatterOutcome

MATTER_OF_NOW = Matter(MatterKind.AWAY_WITHOUT_PAPER, "đi từ 1/2024", "đề nghị làm giấy")


def answered(outcome: MatterOutcome | None) -> Matter:
    """Return the matter with an answer to what is so."""
    return replace(MATTER_OF_NOW, answer=MatterAnswer(outcome, basis=MATTER_OF_NOW.basis))


def test_every_kind_of_matter_and_outcome_has_its_words() -> None:
    assert set(MATTER) == {*MatterKind}
    assert set(MATTER_OUTCOME) == {*MatterOutcome}


@pytest.mark.parametrize("outcome", [MatterOutcome.DONE, MatterOutcome.NOT_NEEDED])
def test_a_matter_is_settled_once_it_is_done_or_not_needed(outcome: MatterOutcome) -> None:
    assert answered(outcome).settled


@pytest.mark.parametrize("outcome", [MatterOutcome.UNDER_WAY, None])
def test_a_matter_under_way_stays_open(outcome: MatterOutcome | None) -> None:
    assert not answered(outcome).settled


def test_a_settled_matter_opens_again_when_something_changes() -> None:
    assert not replace(answered(MatterOutcome.DONE), text="đi từ 5/2023").settled


def test_a_text_that_counts_days_may_change_while_its_evidence_stays() -> None:
    counted = replace(MATTER_OF_NOW, text="còn 5 ngày", evidence="giấy đến 31/12/2026")
    answer = MatterAnswer(MatterOutcome.DONE, basis=counted.basis)

    assert replace(counted, text="còn 4 ngày", answer=answer).settled
