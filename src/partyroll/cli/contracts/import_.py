"""What `import --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.problems import problem_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.read.facts import Table
    from partyroll.tasks.imports import FileResult, ImportResult


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
        "cells_left": file.cells_left,
        "missing": len(file.missing_people),
        "returned": str(file.returned) if file.returned else None,
        "people": {"missing": file.missing_people, "set_aside": file.set_aside_people},
        "differences": file.differences,
        "answers": _answer_counts(file),
        "consequences": file.consequences,
        "problems": [problem_object(problem) for problem in file.problems],
    }


def _answer_counts(file: "FileResult") -> dict[str, int]:
    """Return how many answers of lists for review became what."""
    from partyroll.tasks.recording.answered import Became

    became = [one.became for one in file.answers]
    return {kind.value: became.count(kind) for kind in Became}


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
