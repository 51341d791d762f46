"""What `flag --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Gap, MonthFact
    from partyroll.tasks.reviewing import Listed, ReviewResult


PEOPLE_LISTS = ("review", "check_reason", "watch")


def flag_envelope(result: "ReviewResult", at: Common) -> dict[str, object]:
    """Return the JSON contract of `flag` (schema 1)."""
    from partyroll.model import ReviewList

    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": result.as_of,
        "year": result.year,
        "rule": {
            "id": result.rule.id,
            "version": result.rule.version,
            "text": result.rule.text,
            "guidance": result.rule.guidance,
            "settings": result.settings,
            "changes_in_period": [other.version for other in result.rule_changes],
        },
        "head": result.head,
        "lists": {
            **{
                name: [_item(one) for one in result.on(ReviewList(name))]
                for name in PEOPLE_LISTS
            },
            "data_gap": [_gap(gap) for gap in result.gaps],
        },
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
        "months": [_month(fact) for fact in finding.months],
        "only_inferred": finding.only_inferred,
        "silenced": False,
        "why": finding.why,
        "remarks": finding.remarks,
    }


def _month(fact: "MonthFact") -> dict[str, object]:
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


def _gap(gap: "Gap") -> dict[str, object]:
    return {
        "unit": gap.unit,
        "ground": gap.ground,
        "months": gap.months,
        "kind": gap.kind,
        "count": gap.count,
        "text": gap.text,
    }
