"""Which papers a file holds at which step, and which step follows which: `dossier.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from partyroll.model import CandidateStage


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the file; `shown_by` None = no step shows whether it is there."""

    name: str
    needed_at: frozenset[CandidateStage]
    shown_by: CandidateStage | None = None
    number: bool = False
    only_if: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class StepOrder:
    """Two steps of which one comes before the other."""

    before: CandidateStage
    after: CandidateStage
    confidence: str = ""


@cache
def papers() -> tuple[Paper, ...]:
    """Return every paper, in the order in which a file holds them."""
    return tuple(
        Paper(
            one["name"],
            frozenset(map(CandidateStage, one["needed_at"])),
            CandidateStage(one["shown_by"]) if "shown_by" in one else None,
            number=one.get("number", False),
            only_if=tuple(one.get("only_if", ())),
            confidence=one.get("confidence", ""),
        )
        for one in _stated()["paper"]
    )


@cache
def step_orders() -> tuple[StepOrder, ...]:
    """Return every pair of steps that follow each other."""
    return tuple(
        StepOrder(
            CandidateStage(one["before"]),
            CandidateStage(one["after"]),
            one.get("confidence", ""),
        )
        for one in _stated()["order"]
    )


@cache
def _stated() -> dict[str, list[dict[str, Any]]]:
    text = files(__package__).joinpath("dossier.toml").read_text("utf-8")
    return tomllib.loads(text)
