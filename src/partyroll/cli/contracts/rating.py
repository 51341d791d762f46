"""What `rating … --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.register import matter_object
from partyroll.cli.options import Common
from partyroll.model import RatingLevel

if TYPE_CHECKING:
    from partyroll.model import RatingTally
    from partyroll.tasks.rating.stages_read import StageColumn
    from partyroll.tasks.rating.unit_page import Group, UnitPage
    from partyroll.tasks.rating.writing import Told


def written_contract(told: "Told") -> dict[str, object]:
    """Return what a verb that writes beside a rating tells programs."""
    return {
        "person_id": told.person.person_id,
        "full_name": told.person.full_name,
        "unit": told.unit or None,
        "year": told.year,
        "stated": dict(told.stated),
    }


def unit_envelope(page: "UnitPage", at: Common) -> dict[str, object]:
    """Return the JSON contract of `rating unit` (schema 1)."""
    asked, unit = page.asked, page.unit
    return {
        "command": "rating unit",
        "ledger": str(at.ledger),
        "as_of": asked.as_of,
        "year": asked.year,
        "unit_id": unit.unit_id,
        "unit": unit.name,
        "unit_path": page.path,
        "regulation": page.rule.vi,
        "grassroots": unit.grassroots,
        "cap": page.cap if unit.grassroots else None,
        "cap_base": asked.limits.cap_base,
        "most_excellent": page.most_excellent if unit.grassroots else None,
        "interval": asked.limits.interval,
        "least_number": asked.limits.least_number,
        "years": [
            {"year": year, **_counts(tally)} for year, tally in sorted(unit.tallies.items())
        ],
        "parent": unit.parent_name or None,
        "parent_counts": (
            _counts(unit.parent[asked.year]) if asked.year in unit.parent else None
        ),
        "own_ratings": [{"year": one.year, "level": one.level} for one in page.own_ratings],
        "beside": _group(page.beside),
        "below": _group(page.below),
        "matters": [matter_object(matter) for matter in page.matters],
    }


def _counts(tally: "RatingTally") -> dict[str, object]:
    levels = {level.value: tally.count(level) for level in RatingLevel}
    return {
        "rated": tally.rated,
        "good_or_better": tally.good_or_better,
        "levels": levels,
        "proposed": tally.proposed,
    }


def _group(group: "Group | None") -> dict[str, object] | None:
    if group is None:
        return None
    return {
        "parent": group.parent,
        "counts": _counts(group.whole),
        "units": [
            {
                "unit_id": peer.unit_id,
                "unit": peer.name,
                "asked_for": peer.asked_for,
                **_counts(peer.tally),
                "low": peer.compared.low if peer.compared else None,
                "high": peer.compared.high if peer.compared else None,
                "side": peer.compared.side if peer.compared else None,
            }
            for peer in group.peers
        ],
    }


def stage_object(column: "StageColumn") -> dict[str, object]:
    """Return a column of ratings with whose they are."""
    return {
        "file": column.file,
        "sheet": column.sheet,
        "column": column.column,
        "heading": column.heading,
        "stage": column.stage,
        "samples": column.samples,
    }
