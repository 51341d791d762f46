"""What became of the matters on registers, as whoever dealt with them wrote it."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from partyroll.model import MatterAnswer, MatterOutcome
from partyroll.store.facts import Values
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import among, live, partial
from partyroll.store.schema import change, matter_answer

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


def former_matter_answers(
    ledger: Ledger, subjects: Collection[str]
) -> dict[MatterKey, list[Values]]:
    """Return the answers that a later import replaced; what was taken back is none of them."""
    closing = (change.c.ledger_id == matter_answer.c.ledger_id) & (
        change.c.number == matter_answer.c.change_out
    )
    query = select(matter_answer).join(change, closing)
    found: dict[MatterKey, list[Values]] = defaultdict(list)
    for row in ledger.db.execute(
        query.where(
            matter_answer.c.ledger_id == ledger.ledger_id,
            among(matter_answer.c.subject_id, sorted(subjects)),
            change.c.kind != "undo",
        )
    ).mappings():
        found[row["subject_id"], row["matter"], row["about"]].append(dict(row))
    return found
