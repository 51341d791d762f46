"""What `show --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.away import stay_object
from partyroll.cli.contracts.excuse import excuse_object
from partyroll.cli.contracts.people import member_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.listing import Story


def show_envelope(found: "Story", at: Common) -> dict[str, object]:
    """Return the JSON contract of `show` (schema 1)."""
    person = found.on_roll.person
    return {
        "command": "show",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "member": member_object(found.on_roll),
        "is_member": found.member,
        "attributes": found.said,
        "events": person.events,
        "transfers": person.legs,
        "stays": [
            {
                "unit": found.unit_names.get(stay.unit_id, ""),
                "from": stay.start,
                "until": stay.end,
                "temporary": stay.temporary,
            }
            for stay in person.stays
        ],
        "permissions": person.permissions,
        "excuses": [excuse_object(one) for one in found.excuses],
        "away": [stay_object(stay) for stay in found.away],
        "ratings": found.ratings,
        "years": found.years,
    }
