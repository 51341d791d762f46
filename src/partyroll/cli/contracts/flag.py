"""What `flag --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Gap, MonthFact
    from partyroll.tasks.freezing import FrozenList
    from partyroll.tasks.reviewing import Listed, ReviewResult


PEOPLE_LISTS = ("review", "check_reason", "watch")


def flag_envelope(
    result: "ReviewResult", at: Common, frozen: "FrozenList | None" = None
) -> dict[str, object]:
    """Return the JSON contract of `flag` (schema 1); `frozen` is what the list is kept as."""
    from partyroll.model import ReviewList

    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": result.as_of,
        "year": result.year,
        "rule": rule_object(result),
        "audience": at.recipient.audience,
        "for": at.recipient.name or None,
        "head": result.head,
        "list": frozen and {"number": frozen.number, "id": frozen.list_id},
        "lists": {
            **{
                name: (_item(one) for one in result.on(ReviewList(name)))
                for name in PEOPLE_LISTS
            },
            "data_gap": (gap_object(gap) for gap in result.gaps),
        },
    }


def rule_object(result: "ReviewResult") -> dict[str, object]:
    """Return the regulation a list rests on, with every reading that was used."""
    return {
        "id": result.rule.id,
        "version": result.rule.version,
        "text": result.rule.text,
        "guidance": result.rule.guidance,
        "settings": result.settings,
        "changes_in_period": [other.version for other in result.rule_changes],
    }


def _item(one: "Listed") -> dict[str, object]:
    finding = one.finding
    return {
        "person_id": one.person.person_id,
        "full_name": one.person.full_name,
        "card_no": one.person.card_no,
        "unit": one.unit,
        "unit_path": one.unit_path,
        "ground": finding.ground,
        "count": finding.count,
        "grounds": finding.grounds,
        "months": [month_object(fact) for fact in finding.months],
        "only_inferred": finding.only_inferred,
        "silenced": finding.silenced,
        "why": finding.why,
        "remarks": finding.remarks,
    }


def month_object(fact: "MonthFact") -> dict[str, object]:
    """Return one month of the evidence with its cell."""
    source = fact.source
    return {
        "month": fact.month,
        "ground": fact.ground,
        "state": fact.state,
        "note": fact.note or None,
        "explanation": fact.explanation or None,
        "warning": fact.warning or None,
        "source": None
        if source is None
        else {"file": source.file, "sheet": source.sheet, "cell": source.cell},
    }


def gap_object(gap: "Gap") -> dict[str, object]:
    """Return months of a unit for which nobody can tell."""
    return {
        "unit": gap.unit,
        "unit_path": gap.unit_path,
        "ground": gap.ground,
        "months": gap.months,
        "kind": gap.kind,
        "count": gap.count,
        "text": gap.text,
    }
