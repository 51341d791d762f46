"""Public holidays, as a file stated them; without any only weekends are off."""

from datetime import date

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import holiday


def holidays(ledger: Ledger) -> dict[date, str]:
    """Return the days off and their names, in order."""
    rows = ledger.db.execute(
        select(holiday.c.day, holiday.c.name)
        .where(live(ledger, holiday))
        .order_by(holiday.c.day)
    )
    return {date.fromisoformat(day): name for day, name in rows}
