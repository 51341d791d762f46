"""Answers on a list that went out: new ones go in, changed ones are told, doubt waits."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from partyroll.model import AnswerField, Finding, Outcome
from partyroll.period import PartialDate, month_list
from partyroll.read.facts import AnswerRow, Aside, StatedAnswer, TableKind
from partyroll.store.draft import Outcome as Put
from partyroll.store.facts import Values as Stored
from partyroll.store.list_answers import AnswerKey, answering_files, former_answers
from partyroll.store.lists import KeptList, kept_items, kept_list
from partyroll.tasks.excusing.kinds import reason_in
from partyroll.tasks.frozen_form import listed_in
from partyroll.tasks.recording.answered import AnswerChange, Became
from partyroll.tasks.recording.concluding import (
    NEEDS_DECIDER,
    Said,
    consequence,
    excuse_id,
    excuses_from,
    step_from,
)
from partyroll.tasks.recording.left_answers import UNREAD, About, unread
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.steps import put_excuse, put_step
from partyroll.tasks.reviewing import Listed
from partyroll.text import same_key


def _kind_in(texts: Mapping[AnswerField, str]) -> str:
    """Return the kind of reason that free words name; the words themselves are kept."""
    return reason_in(texts.get(AnswerField.REASON, "")) or ""


class _OnList:
    """One list that went out: who stood there, and what was answered until now."""

    def __init__(self, session: Session, kept: KeptList) -> None:
        self.kept = kept
        items = kept_items(session.draft.ledger, kept.list_id)
        self.listed = {item.person_id: listed_in(item.shown) for item in items}
        self.former: Mapping[AnswerKey, set[str]] = former_answers(
            session.draft.ledger, kept.list_id
        )
        self.notes = {
            same_key("; ".join(filter(None, (fact.note, fact.explanation))))
            for listed in self.listed.values()
            for fact in listed.finding.months
        }
        self.files = answering_files(session.draft.ledger, kept.list_id)
        draft, people = session.draft, [*self.listed]
        draft.load("review_answer", list_id=[kept.list_id])
        draft.load("review_step", person_id=people)
        draft.load("excuse", person_id=people)


class ReviewAnswers:
    """The lists that come back in one command."""

    def __init__(self, session: Session) -> None:
        self._session, self._draft = session, session.draft
        self._lists: dict[str, _OnList | None] = {}
        self._rows: dict[tuple[str, str, str], tuple[int, Mapping[AnswerField, str]]] = {}

    def record(self, work: Work) -> None:
        """Record one sheet of a list that came back."""
        stated = [row for row in work.table.rows if isinstance(row, AnswerRow)]
        for row in stated:
            self._tell_asides(work, row)
        rows = [row for row in stated if row.answers]
        if work.table.kind is TableKind.REVIEW_ANSWERS:
            self._miss_conclusions(work, rows)
        strange = [row for row in rows if self._list(row.list_ref) is None]
        if strange:
            self._leave(work, strange[0], "answer_list_unknown", count=len(strange))
        for row in rows:
            on_list = self._list(row.list_ref)
            if on_list is None:
                work.tally.answers.append(self._change(row.full_name, row, Became.UNKNOWN))
            else:
                self._record_row(work, row, on_list)

    def _miss_conclusions(self, work: Work, rows: list[AnswerRow]) -> None:
        """Tell of a sheet whose conclusions nobody can find: they must not be lost unseen."""
        read = {field for fields in work.table.columns.values() for field in fields}
        if f"answer_{AnswerField.CONCLUSION}" in read:
            return
        (heading, *_) = work.table.heading_rows
        others = ", ".join(work.table.unknown_columns.values())
        work.tally.leave(work.table, heading, "answer_column_unknown", found=others)
        conclusion, sheet = AnswerField.CONCLUSION, work.table.sheet
        work.tally.answers.append(AnswerChange(sheet, conclusion, "", others, Became.UNKNOWN))
        for list_id in {of.kept.list_id for row in rows if (of := self._list(row.list_ref))}:
            texts = work.table.unknown_columns
            work.tally.left_answers.leave_conclusions(sheet, heading, list_id, texts)

    def _tell_asides(self, work: Work, row: AnswerRow) -> None:
        """Tell what was said beside the answers; it waits until a conclusion is read."""
        on_list = self._list(row.list_ref)
        asides = (*row.asides, *self._remark(row, on_list))
        for aside in asides:
            work.tally.leave_at(work.table, row.row, aside.code, aside.cell, found=aside.text)
            work.tally.words_left += 1
        if on_list is None:
            return
        about = About(work.table.sheet, on_list.kept.list_id, row, row.full_name)
        for code in dict.fromkeys(aside.code for aside in asides):
            own = [aside for aside in asides if aside.code == code]
            texts = {aside.cell.rstrip("0123456789"): aside.text for aside in own}
            work.tally.left_answers.leave_words(about, code, texts)

    @staticmethod
    def _remark(row: AnswerRow, on_list: _OnList | None) -> Iterator[Aside]:
        """Yield what stands in the column of remarks where the list printed something else."""
        if on_list and row.remark and not row.person_id:  # beside a month of the evidence
            if same_key(row.remark.text) not in on_list.notes:
                yield row.remark
            return
        listed = on_list.listed.get(row.person_id) if on_list else None
        if listed is None or row.remark is None:
            return
        if same_key(row.remark.text) != same_key("; ".join(listed.finding.remarks)):
            yield row.remark

    def _list(self, ref: str) -> _OnList | None:
        if ref not in self._lists:
            which = int(ref[1:]) if ref.startswith("#") else ref
            kept = kept_list(self._draft.ledger, which) if ref else None
            same = self._lists.get(kept.list_id) if kept else None
            self._lists[ref] = same or (_OnList(self._session, kept) if kept else None)
        return self._lists[ref]

    # --- One row --------------------------------------------------------------------------
    def _record_row(self, work: Work, row: AnswerRow, on_list: _OnList) -> None:
        listed = on_list.listed.get(row.person_id)
        code = self._doubt(work, row, listed, on_list)
        if listed is None or code:
            self._leave(work, row, code, name=listed.person.full_name if listed else "")
            about = About(work.table.sheet, on_list.kept.list_id, row, row.full_name)
            work.tally.left_answers.leave(about, code, row.answers)
            work.tally.answers.append(self._change(row.full_name, row, Became.UNKNOWN))
            return
        on_list.files.setdefault(work.source_id, work.table.file)
        name = listed.person.full_name
        about = About(work.table.sheet, on_list.kept.list_id, row, name)
        changes = [self._compared(work, row, one, on_list, name) for one in row.answers]
        conflicts = [one for one in changes if one.became is Became.CONFLICTING]
        if conflicts and not self._session.accepted:
            self._leave_conflicts(work, row, conflicts, on_list)
            work.tally.left_answers.leave(about, "answer_conflict", row.answers)
            # One row has one author: what else it says may belong to the same older copy.
            work.tally.answers += [self._kept_out(one) for one in changes]
            return
        gone = [*self._overruled(row, on_list, name)] if conflicts else []
        work.tally.answers += [one.agreed() for one in changes] + gone
        put = [
            self._put(work, row, answer, on_list)
            for answer, change in zip(row.answers, changes, strict=True)
            if change.became is not Became.SAME
        ]
        work.tally.count(*put or [Put.UNCHANGED])
        if put:
            self._conclude(work, row, listed, on_list)
        work.tally.left_answers.hold(about, self._said(row, on_list))

    def _overruled(self, row: AnswerRow, on_list: _OnList, name: str) -> Iterator[AnswerChange]:
        """End what another copy said and this one, agreed to, does not; tell what it was."""
        said = {answer.field for answer in row.answers}
        for field in AnswerField:
            stored = self._stored(on_list, row, field)
            if stored is not None and field not in said:
                key = (on_list.kept.list_id, row.person_id, field.value)
                self._draft.end("review_answer", key)
                yield AnswerChange(name, field, str(stored["text"]), "", Became.CHANGED)

    def _doubt(
        self, work: Work, row: AnswerRow, listed: Listed | None, on_list: _OnList
    ) -> str:
        """Return the code of what speaks against a row; empty where nothing does."""
        if listed is None or not self._known(row.person_id):
            return "answer_row_unknown"
        current = self._session.people.of(row.person_id).full_name
        names = {same_key(listed.person.full_name), same_key(current)}
        if row.full_name and same_key(row.full_name) not in names:
            return "answer_name_differs"
        key = (work.source_id, on_list.kept.list_id, row.person_id)
        said = {answer.field: same_key(answer.text) for answer in row.answers}
        _, first = self._rows.setdefault(key, (row.row, said))
        return "" if first == said else "answer_twice"

    def _known(self, person_id: str) -> bool:
        try:
            self._session.people.of(person_id)
        except KeyError:
            return False
        return True

    def _leave(self, work: Work, row: AnswerRow, code: str, **facts: object) -> None:
        work.tally.leave(work.table, row.row, code, "full_name", found=row.full_name, **facts)

    # --- One answer -----------------------------------------------------------------------
    def _compared(
        self, work: Work, row: AnswerRow, answer: StatedAnswer, on_list: _OnList, name: str
    ) -> AnswerChange:
        """Return what becomes of one answer, and tell what could not be read."""
        stored = self._stored(on_list, row, answer.field)
        before = str(stored["text"]) if stored else ""
        became = self._became(work, row, answer, stored, on_list)
        if unread(answer):
            code = UNREAD[answer.field]
            work.warn(row.row, code, f"answer_{answer.field}", found=answer.text)
            became = Became.UNREADABLE if became in {Became.NEW, Became.CHANGED} else became
        return AnswerChange(name, answer.field, before, answer.text, became, answer.cell)

    def _became(
        self,
        work: Work,
        row: AnswerRow,
        answer: StatedAnswer,
        stored: Stored | None,
        on_list: _OnList,
    ) -> Became:
        if stored is None:
            return Became.NEW
        if same_key(str(stored["text"])) == same_key(answer.text):
            return Became.SAME
        if answer.value and stored["value"] == answer.value:
            return Became.SAME
        former = on_list.former.get((row.person_id, answer.field), ())
        older = same_key(answer.text) in {same_key(text) for text in former}
        mine = on_list.files.get(str(stored["source_id"]), "")
        same_copy = same_key(Path(mine).stem) == same_key(Path(work.table.file).stem)
        return Became.CHANGED if same_copy and not older else Became.CONFLICTING

    def _stored(self, on_list: _OnList, row: AnswerRow, field: AnswerField) -> Stored | None:
        key = (on_list.kept.list_id, row.person_id, field.value)
        return self._draft.rows("review_answer").get(key)

    def _put(self, work: Work, row: AnswerRow, answer: StatedAnswer, on_list: _OnList) -> Put:
        values = {
            "list_id": on_list.kept.list_id,
            "person_id": row.person_id,
            "field": answer.field.value,
            "text": answer.text,
            "value": answer.value or None,
        }
        return self._draft.put("review_answer", values, work.place(row.row))

    def _change(self, name: str, row: AnswerRow, became: Became) -> AnswerChange:
        first = row.answers[0]
        return AnswerChange(name, first.field, "", first.text, became, first.cell)

    @staticmethod
    def _kept_out(change: AnswerChange) -> AnswerChange:
        return change if change.became is Became.SAME else change.conflicting()

    def _leave_conflicts(
        self, work: Work, row: AnswerRow, changes: list[AnswerChange], on_list: _OnList
    ) -> None:
        for change in changes:
            stored = self._stored(on_list, row, change.field) or {}
            file = on_list.files.get(str(stored.get("source_id")), "")
            work.tally.leave(
                work.table,
                row.row,
                "answer_conflict",
                f"answer_{change.field}",
                found=change.after,
                known=change.before,
                file=file,
            )

    # --- What follows from it -------------------------------------------------------------
    def _conclude(self, work: Work, row: AnswerRow, listed: Listed, on_list: _OnList) -> None:
        said, finding = self._said(row, on_list), listed.finding
        place = work.place(row.row)
        step = step_from(said, finding)
        if step is None:
            self._draft.end("review_step", (said.key(),))
        else:
            put_step(self._draft, step, place)
        judged = [*excuses_from(said, finding)]
        self._tell_months(work, row, said, listed)
        for one in judged:
            put_excuse(self._draft, row.person_id, one, place)
        for gone in self._ids(said, finding) - {one.excuse_id for one in judged}:
            self._draft.end("excuse", (gone,))
        if said.conclusion in NEEDS_DECIDER and not said.effective:
            work.warn(row.row, "answer_without_decider", "answer_decided_by")

    @staticmethod
    def _tell_months(work: Work, row: AnswerRow, said: Said, listed: Listed) -> None:
        """Say what a judged reason does not do, or does to the person, before anybody asks."""
        after = consequence(said, listed.person.full_name, listed.finding)
        if after is None:
            return
        if after.kept:
            lifted, kept = month_list(after.lifted), month_list(after.kept)
            code, field = "answer_lifts_some", "answer_conclusion"
            work.warn(row.row, code, field, found=row.full_name, lifted=lifted, kept=kept)
        if after.plain:
            code = "answer_moves_to_review" if after.to_review else "answer_makes_plain"
            months = month_list(after.plain)
            work.warn(row.row, code, "answer_conclusion", found=row.full_name, months=months)
        work.tally.consequences.append(after)

    @staticmethod
    def _ids(said: Said, finding: Finding) -> set[str]:
        return {excuse_id(said, fact) for fact in finding.months}

    def _said(self, row: AnswerRow, on_list: _OnList) -> Said:
        """Return everything answered about a person so far, this file included."""
        texts = dict(self._answers(row, on_list, "text"))
        values = dict(self._answers(row, on_list, "value"))
        conclusion = values.get(AnswerField.CONCLUSION)
        day = values.get(AnswerField.DECIDED_ON)
        return Said(
            list_id=on_list.kept.list_id,
            year=on_list.kept.year,
            person_id=row.person_id,
            conclusion=Outcome(conclusion) if conclusion else None,
            reason=texts.get(AnswerField.REASON, ""),
            reason_kind=values.get(AnswerField.REASON, "") or _kind_in(texts),
            opinion=texts.get(AnswerField.OPINION, ""),
            decided_by=texts.get(AnswerField.DECIDED_BY, ""),
            decided_on=PartialDate.parse(day) if day else None,
            paper=texts.get(AnswerField.PAPER, ""),
        )

    def _answers(
        self, row: AnswerRow, on_list: _OnList, column: str
    ) -> Iterator[tuple[AnswerField, str]]:
        for field in AnswerField:
            stored = self._stored(on_list, row, field)
            if stored and stored[column]:
                yield field, str(stored[column])
