"""What became of the matters on registers, as whoever dealt with them wrote it."""

from sqlalchemy import select

from partyroll.model import MatterAnswer, MatterOutcome
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import live, partial
from partyroll.store.schema import matter_answer

MatterKey = tuple[str, str, str]  # the subject, the kind of matter, what it is about


def matter_answers(ledger: Ledger) -> dict[MatterKey, MatterAnswer]:
    """Return the answers that stand, by whom and what they are about."""
    files = file_names(ledger)
    rows = ledger.db.execute(select(matter_answer).where(live(ledger, matter_answer)))
    return {
        (row["subject_id"], row["matter"], row["about"]): MatterAnswer(
            MatterOutcome(row["outcome"]) if row["outcome"] else None,
            row["text"] or "",
            row["answered_by"] or "",
            partial(row["answered_on"]),
            row["paper"] or "",
            row["basis"] or "",
            source_of(row, files),
        )
        for row in rows.mappings()
    }
