"""The JSON contracts, schema 1: fields may be added, never renamed or removed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Gap, LifeEvent, MonthFact, TransferLeg
    from partyroll.read.facts import Table
    from partyroll.store.kept import Stayed
    from partyroll.tasks.answering import Answered, OpenQuestion
    from partyroll.tasks.checking import CheckResult
    from partyroll.tasks.imports import FileResult, ImportResult
    from partyroll.tasks.keeping import History, TakenBack
    from partyroll.tasks.listing import OnRoll, Roll, Story
    from partyroll.tasks.reporting import ReportResult
    from partyroll.tasks.reviewing import Listed, ReviewResult

PEOPLE_LISTS = ("review", "check_reason", "watch")


def import_envelope(result: "ImportResult", at: Common) -> dict[str, object]:
    """Return the JSON contract of `import` (schema 1)."""
    return {
        "command": "import",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "created": result.created,
        "dry_run": result.dry_run,
        "change": result.change,
        "gate": {
            "stopped": result.gate.stopped,
            "accepted": result.gate.suspicious and result.gate.accepted,
            "limits": dict(result.gate.limits),
            "signs": [
                {"code": sign.code, "message": sign.message, "count": sign.count}
                for sign in result.gate.signs
            ],
        },
        "files": [_file_object(file) for file in result.files],
    }


def _file_object(file: "FileResult") -> dict[str, object]:
    return {
        "file": file.file,
        "repeated": file.repeated,
        "refusal": file.refusal or None,
        "tables": [_table_object(table) for table in file.tables],
        "added": file.added,
        "changed": file.changed,
        "unchanged": file.unchanged,
        "set_aside": len(file.set_aside),
        "missing": len(file.missing_people),
        "returned": str(file.returned) if file.returned else None,
        "people": {"missing": file.missing_people, "set_aside": file.set_aside_people},
        "differences": file.differences,
        "problems": [
            {
                "sheet": problem.sheet,
                "cell": problem.cell,
                "row": problem.row,
                "code": problem.code,
                "severity": problem.severity,
                "found": problem.found,
                "message": problem.message,
                "answers": problem.answers,
            }
            for problem in file.problems
        ],
    }


def _table_object(table: "Table") -> dict[str, object]:
    return {
        "sheet": table.sheet,
        "range": table.range,
        "kind": table.kind,
        "heading_rows": table.heading_rows,
        "columns": table.columns,
        "unknown_columns": table.unknown_columns,
        "headings": table.headings,
        "samples": table.samples,
        "signature": table.signature,
        "taught": table.taught,
        "recalled": table.recalled,
        "encoding": table.encoding,
        "rows": table.row_count,
    }


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


def report_envelope(result: "ReportResult", at: Common) -> dict[str, object]:
    """Return the JSON contract of `report` (schema 1)."""
    found = result.report
    return {
        "command": "report",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "term": {"from": found.term.start, "to": found.term.end},
        "structure": found.structure,
        "totals": {kind.value: number for kind, number in found.totals.items()},
        "tables": found.tables,
        "checks": found.checks,
        "problems": found.problems,
        "undated": len(found.undated),
        "head": result.head,
    }


def list_envelope(found: "Roll", at: Common) -> dict[str, object]:
    """Return the JSON contract of `list` (schema 1)."""
    return {
        "command": "list",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "members": [member_object(one) for one in found.people],
    }


def member_object(one: "OnRoll") -> dict[str, object]:
    """Return one person as `list` and `show` give them to programs."""
    person = one.person
    return {
        "person_id": person.person_id,
        "full_name": person.full_name,
        "gender": person.gender,
        "birth_date": person.birth_date,
        "card_no": person.card_no,
        "card_no_old": person.card_no_old,
        "national_id": person.national_id,
        "member_code": person.member_code,
        "resume_no": person.resume_no,
        "unit": one.unit or None,
        "unit_path": one.unit_path,
        "hometown": person.hometown,
        "birth_place": person.birth_place,
        "permanent_address": person.permanent_address,
        "admission_date": person.admission_date,
        "official_date": person.official_date,
        "status": one.status,
        "exempt_activity": one.exempt_activity,
        "missing": person.missing,
        "exit": exit_object(one),
        "source": {
            "file": person.source.file,
            "sheet": person.source.sheet,
            "row": person.source.row,
        },
    }


def exit_object(one: "OnRoll") -> dict[str, object] | None:
    """Return how someone left, if they did by the day asked for."""
    from partyroll.model import ExitKind

    kinds = {kind.value for kind in ExitKind}
    if one.status is None or one.status.value not in kinds:
        return None
    for event in one.person.events:
        if event.kind.value == one.status.value:
            return _exit(event, event.event_date, [reason.value for reason in event.reasons])
    for leg in one.person.legs:
        if leg.out and not leg.temporary:
            return _exit(leg, leg.leg_date, [])
    return None


def _exit(
    what: "LifeEvent | TransferLeg", happened: object, reasons: list[str]
) -> dict[str, object]:
    from partyroll.model import LifeEvent

    kind = what.kind.value if isinstance(what, LifeEvent) else "OUT"
    return {
        "kind": None if kind == "LEFT_UNSTATED" else kind,
        "date": happened or what.decision_date,
        "reasons": reasons,
        "decision_no": what.decision_no or None,
        "decision_date": what.decision_date,
    }


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
        "away": [
            {
                "place": stay.place or None,
                "from": stay.start,
                "until": stay.end,
                "transferred": stay.transferred,
                "destination_confirmed": stay.confirmed_on,
                "note": stay.note or None,
                "source": stay.source,
            }
            for stay in found.away
        ],
        "ratings": found.ratings,
        "years": found.years,
    }


def check_envelope(
    result: "CheckResult", questions: "Sequence[OpenQuestion]", at: Common
) -> dict[str, object]:
    """Return the JSON contract of `check` (schema 1)."""
    return {
        "command": "check",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "head": result.head,
        "errors": result.errors,
        "warnings": len(result.found) - result.errors,
        "contradictions": result.found,
        "questions": [question_object(question) for question in questions],
    }


def history_envelope(found: "History", at: Common) -> dict[str, object]:
    """Return the JSON contract of `history` (schema 1)."""
    return {
        "command": "history",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "ledger_id": found.ledger_id,
        "head": found.head,
        "changes": found.changes,
    }


def questions_envelope(questions: "Sequence[OpenQuestion]", at: Common) -> dict[str, object]:
    """Return the JSON contract of `answer` without a number (schema 1)."""
    return {
        "command": "answer",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "questions": [question_object(question) for question in questions],
    }


def question_object(question: "OpenQuestion") -> dict[str, object]:
    """Return an open question as programs see it."""
    asked = question.waiting.question
    return {
        "number": question.number,
        "code": question.rows[0].code,
        "about": asked.asked,
        "found": asked.found,
        "message": question.waiting.message,
        "answers": asked.answers,
        "rows": [
            {"file": row.file, "sheet": row.sheet, "row": row.row} for row in question.rows
        ],
    }


def answer_envelope(done: "Answered", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `answer NUMBER ANSWER` (schema 1)."""
    return {
        "command": "answer",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "dry_run": dry_run,
        "question": question_object(done.question),
        "said": done.said,
        "brought": done.brought,
        "change": done.change,
        "problems": [
            {
                "sheet": problem.sheet,
                "cell": problem.cell,
                "row": problem.row,
                "code": problem.code,
                "severity": problem.severity,
                "message": problem.message,
                "answers": problem.answers,
            }
            for problem in done.problems
        ],
    }


def undo_envelope(done: "TakenBack", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `undo` (schema 1): three parts, told apart."""
    return {
        "command": "undo",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "dry_run": dry_run,
        "change": None if dry_run else done.undone.change.number,
        "undone": done.undone.undone,
        "reversed": {"closed": done.undone.closed, "reopened": done.undone.reopened},
        "kept": [_stayed(one) for one in done.kept],
        "impossible": [_stayed(one) for one in done.impossible],
    }


def _stayed(one: "Stayed") -> dict[str, object]:
    return {
        "table": one.table,
        "why": one.why,
        "count": one.count,
        "change": one.change,
        "people": one.people,
        "names": one.names,
    }
