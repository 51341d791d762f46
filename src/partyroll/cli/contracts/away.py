"""What the verbs of `away` that write say with `--json`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from partyroll.model import StayAway
    from partyroll.tasks.registers.away_writing import Told


def away_contract(told: "Told") -> dict[str, object]:
    """Return what a verb that writes tells programs."""
    return {
        "person_id": told.person.person_id,
        "full_name": told.person.full_name,
        "unit": told.unit_path[-1] if told.unit_path else None,
        "unit_path": told.unit_path,
        "away": [stay_object(stay) for stay in told.stays],
    }


def stay_object(stay: "StayAway") -> dict[str, object]:
    """Return one time of working away as programs read it."""
    return {
        "place": stay.place or None,
        "from": stay.start,
        "until": stay.end,
        "transferred": stay.transferred,
        "destination_confirmed": stay.confirmed_on,
        "note": stay.note or None,
        "source": stay.source,
        "returned_on": stay.returned_on,
        "contact": stay.contact or None,
        "contacted_on": stay.contacted_on,
        "paper": stay.paper or None,
    }
