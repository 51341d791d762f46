"""Counting what an import does to each file, and the problems it meets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from partyroll.model import Problem, Severity
from partyroll.read.facts import SetAside, Table
from partyroll.store.draft import Outcome
from partyroll.tasks.recording.answered import AnswerChange
from partyroll.tasks.recording.as_text import row_as_text
from partyroll.tasks.recording.concluding import Consequence
from partyroll.tasks.recording.left_answers import LeftAnswers
from partyroll.tasks.recording.questions import Question
from partyroll.tasks.recording.sentences import SENTENCES
from partyroll.tasks.recording.waiting import Waiting

_STRENGTH = list(Outcome)


@dataclass(slots=True)
class Tally:
    """What one file brought: rows by outcome, problems, people left aside or missing."""

    file: str
    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    problems: list[Problem] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    set_aside_people: list[str] = field(default_factory=list)
    missing_people: list[str] = field(default_factory=list)
    questions: dict[tuple[str, int, str], Waiting] = field(default_factory=dict)
    answers: list[AnswerChange] = field(default_factory=list)
    consequences: list[Consequence] = field(default_factory=list)
    left_answers: LeftAnswers = field(default_factory=LeftAnswers)
    matters_left: int = 0  # answers to matters that stayed out
    read_anew: bool = False  # an older version had read a sheet of it with less care
    words_left: int = 0  # said on a list where no answer is read
    slips_left: int = 0  # slips of transfers that are not for this ledger
    received: list[int] = field(default_factory=list)  # transfers taken in at once

    def question(self, aside: SetAside) -> Waiting | None:
        """Return the question that a row which stayed out is about."""
        return self.questions.get((aside.sheet, aside.row, aside.code))

    def count(self, *outcomes: Outcome) -> Outcome:
        """Count a row once, by the strongest of its facts' outcomes; return that."""
        strongest = outcomes[0] if len(outcomes) == 1 else min(outcomes, key=_STRENGTH.index)
        self.outcomes[strongest] += 1
        return strongest

    def count_all(self, outcomes: Mapping[Outcome, int]) -> None:
        """Count rows of which one fact each was stated."""
        for outcome, rows in outcomes.items():
            self.outcomes[outcome] += rows

    def warn(self, table: Table, row: int, code: str, *fields: str, **facts: object) -> None:
        """Note something to look at; the row goes in."""
        self._note(table, row, code, fields, facts, severity=Severity.WARNING)

    def leave(self, table: Table, row: int, code: str, *fields: str, **facts: object) -> None:
        """Note what stayed out of a workbook that is its own paper to correct."""
        self._note(table, row, code, fields, facts, severity=Severity.ERROR)

    def leave_at(self, table: Table, row: int, code: str, cell: str, **facts: object) -> None:
        """Note what stayed out of a cell that is under no known heading."""
        self.leave(table, row, code, **facts)
        self.problems[-1] = replace(self.problems[-1], cell=cell)

    def refuse(
        self, table: Table, row: int, code: str, *fields: str, name: str = "", **facts: object
    ) -> None:
        """Set a row aside: it stays out until a person has looked."""
        self._note(table, row, code, fields, facts, severity=Severity.ERROR)
        self.set_aside.append(SetAside(table.sheet, row, code, {}))
        if name:
            self.set_aside_people.append(name)

    def ask(
        self,
        table: Table,
        row: int,
        code: str,
        *fields: str,
        question: Question | None,
        **facts: object,
    ) -> None:
        """Set a row aside with a question whose answer brings it in."""
        name = str(facts.pop("name", ""))
        self.refuse(table, row, code, *fields, name=name, **facts)
        if question is None:
            return
        asked = replace(self.problems[-1], answers=question.answers)
        self.problems[-1] = asked
        row_text = row_as_text(table, row)
        self.questions[table.sheet, row, code] = Waiting(question, asked.message, row_text)

    def _note(
        self,
        table: Table,
        row: int,
        code: str,
        fields: tuple[str, ...],
        facts: Mapping[str, object],
        *,
        severity: Severity,
    ) -> None:
        self.problems.append(
            Problem(
                table.file,
                table.sheet,
                cell_of(table, row, *fields),
                row,
                code,
                severity,
                str(facts.get("found", "")),
                SENTENCES[code].format(**facts),
            )
        )


def cell_of(table: Table, row: int, *fields: str) -> str:
    """Return the cell of the first of `fields` that the table has, else of its first column."""
    for wanted in fields:
        for column, meant in table.columns.items():
            if wanted in meant:
                return f"{column}{row}"
    return f"{next(iter(table.columns), 'A')}{row}"
