"""A unit's ratings beside those of the unit above it, and of the units below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import Compared, Matter, RatingTally, UnitRating
from partyroll.rulebook import EvaluationRule, evaluation_rule_on
from partyroll.rules.rating.cap import most_excellent
from partyroll.rules.rating.checks import matters_of_unit
from partyroll.rules.rating.compared import compared
from partyroll.rules.rating.facts import Question, RatedUnit
from partyroll.settings import Settings
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.ratings import latest_rating_year, years_rated
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import unit_of_any_day
from partyroll.tasks.rating.refusals import NobodyRated
from partyroll.tasks.rating.years import RatingYears
from partyroll.text import natural_key


@dataclass(frozen=True, slots=True)
class UnitRequest:
    """Which unit's ratings are asked for; `year` None = the latest with a rating."""

    ledger: Path
    unit: str
    as_of: date
    settings: Settings
    year: int | None = None
    known_at: int | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """One of the units that are compared; `compared` None = too few are rated."""

    unit_id: str
    name: str
    tally: RatingTally
    compared: Compared | None = None
    asked_for: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Units under one parent, the largest number of rated members last."""

    parent: str
    whole: RatingTally
    peers: tuple[Peer, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """What is told of one unit's ratings.

    `beside` are the units under its parent, itself among them; `below` those under itself.
    """

    ledger_id: str
    asked: Question
    unit: RatedUnit
    path: tuple[str, ...]
    own_ratings: tuple[UnitRating, ...]
    matters: tuple[Matter, ...]
    beside: Group | None
    below: Group | None
    rule: EvaluationRule
    cap: int
    most_excellent: int


def unit_page(request: UnitRequest) -> UnitPage:
    """Return a unit's ratings of a year with what they are compared with; reads only."""
    with open_ledger(request.ledger, known_at=request.known_at) as ledger:
        history = UnitHistory(ledger)
        unit_id = unit_of_any_day(history, request.unit, request.as_of)
        year = request.year or latest_rating_year(ledger, request.as_of)
        if year is None:
            raise NobodyRated(history.latest(unit_id).name, None, ())
        asked = Question(year, request.as_of, request.settings.rating)
        return _page(ledger, unit_id, asked)


def _page(ledger: Ledger, unit_id: str, asked: Question) -> UnitPage:
    years = RatingYears(ledger, asked)
    tree = years.history.on(asked.ends)
    unit = years.unit(unit_id)
    tally = unit.tally(asked.year)
    if not tally.rated and not tally.not_rated:
        raise NobodyRated(unit.name, asked.year, tuple(years_rated(ledger)))
    cap = asked.limits.cap_for(unit.name, asked.year)
    parent_id = tree[unit_id].parent_id
    return UnitPage(
        ledger_id=ledger.ledger_id,
        asked=asked,
        unit=unit,
        path=tree.path(unit_id),
        own_ratings=tuple(
            rating for _, rating in sorted(years.own_ratings.get(unit_id, {}).items())
        ),
        matters=matters_of_unit(unit, asked),
        beside=_group(years, parent_id, unit_id) if parent_id else None,
        below=_group(years, unit_id, ""),
        rule=evaluation_rule_on(min(asked.ends, asked.as_of)),
        cap=cap,
        most_excellent=most_excellent(tally.good_or_better, cap, asked.limits.cap_base),
    )


def _group(years: RatingYears, parent_id: str, asked_for: str) -> Group | None:
    """Return the units under a parent in which anybody is rated; None where there are none."""
    asked = years.asked
    whole = years.tallies(parent_id).get(asked.year)
    if whole is None:
        return None
    peers = sorted(_peers(years, parent_id, whole, asked_for), key=_by_size)
    name = years.history.on(asked.ends).name(parent_id)
    return Group(name, whole, tuple(peers)) if peers else None


def _peers(
    years: RatingYears, parent_id: str, whole: RatingTally, asked_for: str
) -> Iterator[Peer]:
    asked = years.asked
    tree = years.history.on(asked.ends)
    for unit in tree:
        tally = years.tallies(unit.unit_id).get(asked.year)
        if unit.parent_id == parent_id and tally is not None:
            beside = compared(tally, whole, asked.limits)
            yield Peer(unit.unit_id, unit.name, tally, beside, unit.unit_id == asked_for)


def _by_size(peer: Peer) -> tuple[int, object]:
    return peer.tally.rated, natural_key(peer.name)
