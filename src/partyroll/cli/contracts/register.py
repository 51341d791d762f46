"""What the `list` verb of a register says with `--json`."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Line, Matter, MatterAnswer
    from partyroll.tasks.registers.looking import View


def register_envelope(command: str, found: "View", at: Common) -> dict[str, object]:
    """Return the JSON contract of a register (schema 1)."""
    return {
        "command": command,
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "year": found.year,
        "register": found.register.id,
        "title": found.register.title,
        "entries": [line_object(line) for line in found.lines],
        "settled": found.settled,
    }


def line_object(line: "Line") -> dict[str, object]:
    """Return a line of a register with everything that needs doing."""
    entry = line.entry
    return {
        "subject_id": entry.subject_id,
        "name": entry.name,
        "unit": line.unit or None,
        "unit_path": line.unit_path,
        "values": dict(entry.values),
        "matters": [matter_object(matter) for matter in entry.matters],
        "source": entry.source if entry.source.file else None,
    }


def matter_object(matter: "Matter") -> dict[str, object]:
    """Return what needs doing, and what became of it."""
    return {
        "kind": matter.kind,
        "about": matter.about or None,
        "text": matter.text,
        "until": matter.until,
        "remarks": matter.remarks,
        "next_step": matter.step,
        "settled": matter.settled,
        "answer": _answer(matter.answer) if matter.answer else None,
    }


def _answer(answer: "MatterAnswer") -> dict[str, object]:
    return {
        "outcome": answer.outcome,
        "text": answer.text or None,
        "by": answer.by or None,
        "on": answer.on,
        "paper": answer.paper or None,
        "source": answer.source if answer.source.file else None,
    }
