"""Reasons as axes: the main one of each exit, and all that its paper names."""

from collections import Counter
from collections.abc import Callable

from partyroll.messages import REASON
from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.report.axes import Axis, Exits, Label, with_total
from partyroll.report.kinds import TOTAL
from partyroll.text import mid_sentence

# Removed because the papers of a transfer never arrived: counted as skipping, shown beside it.
_COUNTED_AS = {Reason.TRANSFER_NOT_PRESENTED: Reason.SKIP_MEETINGS}
_UNSAID = (Reason.UNSTATED,)


def main_reasons(exits: Exits) -> Axis:
    """Return the reasons that stand first, as rows ranked by how often they do."""
    return _axis("reason", "Lý do chính", exits, lambda record: (record.reasons or _UNSAID)[:1])


def all_reasons(exits: Exits) -> Axis:
    """Return all reasons that are named, in the same order; an exit may stand under several."""
    return _axis(
        "mention", "Mọi lý do được nêu", exits, lambda record: record.reasons or _UNSAID
    )


def ranked_reasons(kind: ExitKind, exits: Exits) -> list[tuple[Reason, int]]:
    """Return the main reasons of one kind, the most frequent first, "not stated" last."""
    return _ranked(tuple(record for record in exits if record.kind is kind))


def _axis(
    axis_id: str, title: str, exits: Exits, named: Callable[[ExitRecord], tuple[Reason, ...]]
) -> Axis:
    def codes(record: ExitRecord) -> tuple[str, ...]:
        reasons = named(record)
        parts = (reason for reason in reasons if reason in _COUNTED_AS)
        return tuple(dict.fromkeys((*map(_heading, reasons), *parts)))

    return with_total(Axis(axis_id, title, _labels(exits), codes), TOTAL)


def _heading(reason: Reason) -> Reason:
    return _COUNTED_AS.get(reason, reason)


def _ranked(exits: Exits) -> list[tuple[Reason, int]]:
    counts = Counter(_heading((record.reasons or _UNSAID)[0]) for record in exits)
    order = list(Reason)
    return sorted(
        counts.items(),
        key=lambda entry: (entry[0] is Reason.UNSTATED, -entry[1], order.index(entry[0])),
    )


def _labels(exits: Exits) -> tuple[Label, ...]:
    named = {reason for record in exits for reason in record.reasons or _UNSAID}
    main = [reason for reason, _ in _ranked(exits)]
    headings = {_heading(reason) for reason in named}
    only_named = [reason for reason in Reason if reason in headings and reason not in main]
    return tuple(label for reason in (*main, *only_named) for label in _lines(reason, named))


def _lines(reason: Reason, named: set[Reason]) -> list[Label]:
    """Return the row of a reason, and those of its parts that somebody's paper names."""
    parts = [part for part, heading in _COUNTED_AS.items() if heading is reason]
    return [
        Label(reason.value, REASON[reason]),
        *(
            Label(part.value, f"Trong đó: {mid_sentence(REASON[part])}", level=2)
            for part in parts
            if part in named
        ),
    ]
