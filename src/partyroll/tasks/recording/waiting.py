"""A question that waits in the ledger beside the row that stayed out."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from partyroll.read.facts import Table
from partyroll.tasks.recording.as_text import row_from_text
from partyroll.tasks.recording.questions import Asked, Question

_KEPT_AS = "?"  # beside the texts of a row, whose keys are letters of columns


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question as it was asked, and the row it is about, as text."""

    question: Question
    message: str
    row_text: str

    def table(self) -> Table:
        """Return the table with the one row that waits."""
        return row_from_text(self.row_text)


def with_question(texts: Mapping[str, str], waiting: Waiting | None) -> str:
    """Return what is kept of a row that stayed out, as JSON."""
    kept: dict[str, object] = dict(texts)
    if waiting is not None:
        kept[_KEPT_AS] = asdict(waiting)
    return json.dumps(kept, ensure_ascii=False)


def question_in(texts: str) -> Waiting | None:
    """Return the question kept with a row; None where only its texts are."""
    kept = json.loads(texts).get(_KEPT_AS)
    if kept is None:
        return None
    asked = kept["question"]
    lists = {name: tuple(asked[name]) for name in ("answers", "candidates")}
    question = Question(**{**asked, **lists, "asked": Asked(asked["asked"])})
    return Waiting(question, kept["message"], kept["row_text"])
