"""Slips of transfers from other ledgers: each side writes only its own, and answers by a slip.

A letter names somebody who may come; an answer tells what became of our letter; months are
what a host kept for us.  A slip that is not for this ledger, or about somebody else than its
letter, changes nothing.
"""

from dataclasses import replace

from partyroll.model import Slip, SlipKind, Transfer, TransferAnswer
from partyroll.period import PartialDate
from partyroll.read.facts import SlipRow
from partyroll.rulebook import clocks
from partyroll.rules.clocks import deadline
from partyroll.store.draft import Outcome, Place
from partyroll.store.holidays import holidays
from partyroll.store.reading import iso
from partyroll.store.transfers import person_with_uid, transfer_numbers, transfers
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.host_books import HostBooks
from partyroll.tasks.recording.identifying import found_again, identify
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.transferring.finding import put_leg, put_transfer
from partyroll.tasks.transferring.receiving import Reception, receive
from partyroll.tasks.transferring.slips import in_words
from partyroll.text import same_key

_NOBODY = "không còn ghi là của ai (lần ghi người đó đã hoàn tác)"
_ELSEWHERE = "OUT"  # as a roster says of somebody who belongs elsewhere


class Slips:
    """The slips that one command brings."""

    def __init__(self, session: Session) -> None:
        self._session, self._draft = session, session.draft
        ledger = session.draft.ledger
        self._ledger_id = ledger.ledger_id
        self._known = {one.transfer_id: one for one in transfers(ledger)}
        self._numbers = transfer_numbers(ledger)
        self._holidays = frozenset(holidays(ledger))
        session.draft.load("transfer")
        self._books = HostBooks(session)

    def record(self, work: Work) -> None:
        """Record one slip."""
        for row in work.table.rows:
            if isinstance(row, SlipRow) and self._is_for_us(work, row):
                known = self._known.get(row.slip.transfer_id)
                if row.slip.kind is SlipKind.LETTER:
                    self._letter(work, row, known)
                elif known is None or not known.out:
                    self._leave(work, row, "slip_transfer_unknown")
                elif not self._is_about(row.slip, known):
                    whose = self._whose(known)
                    self._leave(work, row, "slip_person_differs", whose=whose)
                elif row.slip.kind is SlipKind.ANSWER:
                    self._answer(work, row, known)
                else:
                    self._months(work, row, known)

    # --- Whether it says anything here ----------------------------------------------------
    def _is_for_us(self, work: Work, row: SlipRow) -> bool:
        if row.slip.written_by == self._ledger_id:
            self._leave(work, row, "slip_own_ledger")
            return False
        if row.slip.meant_for and row.slip.meant_for != self._ledger_id:
            self._leave(work, row, "slip_other_ledger")
            return False
        return True

    def _is_about(self, slip: Slip, known: Transfer) -> bool:
        """Whether the slip names the person of the letter: by name, or by the card's number."""
        if not self._session.people.knows(known.person_id):
            return False
        person = self._session.people.of(known.person_id)
        same_card = bool(slip.card_no) and slip.card_no == person.card_no
        same_name = same_key(slip.full_name) == person.name_key
        born = iso(slip.birth_date)
        other_day = born is not None and person.birth_date not in {None, born}
        return same_card or (same_name and not other_day)

    def _whose(self, known: Transfer) -> str:
        """Return whose letter it is, in words; of somebody taken back no name is left."""
        people = self._session.people
        if not people.knows(known.person_id):
            return _NOBODY
        return f"là của {people.of(known.person_id).full_name}"

    def _leave(self, work: Work, row: SlipRow, code: str, **facts: str) -> None:
        """Tell why a slip stays out; it says nothing here, and may be imported again."""
        work.tally.leave(work.table, row.row, code, "slip", found=row.full_name, **facts)
        work.tally.slips_left += 1
        sheet = (work.source_id, work.table.sheet, work.table.range)
        self._draft.end("source_sheet", sheet)

    # --- A letter that came ---------------------------------------------------------------
    def _letter(self, work: Work, row: SlipRow, known: Transfer | None) -> None:
        person_id = self._person(work, row, known)
        if person_id is None:
            return
        place = work.place(row.row)
        one = self._transfer(row.slip, person_id, known)
        outcome = put_transfer(self._draft, one, place)
        if known is None:
            self._known[one.transfer_id] = one
        work.tally.count(outcome)
        if one.answer is None and not self._receive(work, row, one, place):
            self._tell_waiting(work, row, one)

    def _person(self, work: Work, row: SlipRow, known: Transfer | None) -> str | None:
        """Return who comes: known by a clue that is exact, else new; None after asking."""
        slip, people = row.slip, self._session.people
        if known and people.knows(known.person_id):
            return known.person_id
        clues = Clues(
            slip.full_name, slip.birth_date, slip.card_no or None, slip.national_id or None
        )
        shared = person_with_uid(self._draft.ledger, slip.person_uid)
        if shared and people.knows(shared) and not people.other_number(shared, clues):
            return shared
        match = identify(work, row.row, clues)
        if match.doubt is not None:
            work.refuse_doubt(row.row, match, clues)
            return None
        if match.person_id is not None:
            self._tell_known(work, row, match.person_id)
            return match.person_id
        place = work.place(row.row)
        uid = "" if shared else slip.person_uid
        person_id = people.add(clues, _values(slip), place, uid=uid)
        found_again(work, row.row, clues, person_id)
        return person_id

    def _tell_known(self, work: Work, row: SlipRow, person_id: str) -> None:
        """Say that the ledger has somebody of these numbers already."""
        unit = self._session.people.unit_of.get(person_id, "")
        name = self._session.tree.names.get(unit, "")
        if name and person_id not in self._session.people.left:
            work.warn(row.row, "slip_already_here", "slip", found=row.full_name, unit=name)

    def _transfer(self, slip: Slip, person_id: str, known: Transfer | None) -> Transfer:
        number = self._numbers.setdefault(slip.transfer_id, len(self._numbers) + 1)
        before = known or Transfer(
            number,
            slip.transfer_id,
            person_id,
            out=False,
            unit_id=self._session.people.unit_of.get(person_id),
            notified_on=PartialDate.of(self._session.today),
        )
        return replace(
            before,
            person_id=person_id,
            kind=slip.transfer_kind,
            place=slip.origin,
            other_ledger=slip.written_by,
            reason_text=slip.reason,
            caused_on=slip.caused_on,
            letter_no=slip.letter_no,
            issued_on=slip.issued_on,
            valid_to=slip.valid_to,
            note=slip.dues_told,
        )

    def _receive(self, work: Work, row: SlipRow, one: Transfer, place: Place) -> bool:
        """Take the member in at once where the command names the cell."""
        wanted = self._session.default_unit
        if wanted is None:
            return False
        if not self._session.tree.knows(wanted.name):
            # A list may bring its cell along; somebody who comes belongs to one that is known.
            work.warn(row.row, "slip_unit_unknown", "slip", found=wanted.name)
            return False
        found = work.unit(row.row, None, name=row.full_name)
        if found is None or not found.unit_id:
            return False
        here = Reception(found.unit_id, self._words(found.unit_id), self._today())
        done = receive(self._session.people, one, here, place)
        self._known[one.transfer_id] = done
        work.tally.received.append(one.number)
        work.warn(row.row, "slip_received", "slip", found=row.full_name, number=one.number)
        return True

    def _today(self) -> PartialDate:
        return PartialDate.of(self._session.today)

    def _words(self, unit_id: str) -> str:
        tree, path, one = self._session.tree, [], unit_id
        while one:
            path.append(tree.names[one])
            one = tree.parents.get(one) or ""
        return in_words(path[::-1])

    def _tell_waiting(self, work: Work, row: SlipRow, one: Transfer) -> None:
        due = ""
        if one.issued_on is not None:
            clock = deadline(
                clocks(), "transfer_present", one.issued_on.last, holidays=self._holidays
            )
            due = f"; {clock.vi}"
        facts = {"found": row.full_name, "number": one.number, "due": due}
        work.warn(row.row, "slip_waits", "slip", **facts)

    # --- What the other side answers ------------------------------------------------------
    def _answer(self, work: Work, row: SlipRow, known: Transfer) -> None:
        slip = row.slip
        if _differs(slip, known) and not self._session.accepted:
            self._leave(work, row, "slip_answer_differs")
            return
        one = replace(
            known,
            other_ledger=slip.written_by,
            answer=slip.answer,
            answered_on=slip.answered_on,
            answered_by=slip.answered_by,
            answer_text=slip.answer_text,
        )
        place = work.place(row.row)
        outcome = put_transfer(self._draft, one, place)
        if slip.answer is TransferAnswer.REFUSED:
            self._stays_here(work, row, one)
        elif known.answer is TransferAnswer.REFUSED:
            put_leg(self._draft, one, place)
        self._known[one.transfer_id] = one
        work.tally.count(outcome)

    def _stays_here(self, work: Work, row: SlipRow, one: Transfer) -> None:
        """Take back this side's own leg: whoever was not taken in never went away."""
        own = (one.transfer_id,) in self._draft.rows("transfer_leg")
        self._draft.end("transfer_leg", (one.transfer_id,))
        if own:
            self._session.people.left.pop(one.person_id, None)
        for key in self._books.stays(one):
            self._draft.end("assignment", key)
        why = f": {one.answer_text}" if one.answer_text else ""
        code = "slip_refused" if own else "slip_refused_listed"
        work.warn(row.row, code, "slip", found=row.full_name, why=why)

    # --- What a host kept -----------------------------------------------------------------
    def _months(self, work: Work, row: SlipRow, known: Transfer) -> None:
        hosts = [
            str(self._draft.rows("assignment")[key]["unit_id"])
            for key in self._books.stays(known)
        ]
        if not hosts:
            self._leave(work, row, "slip_no_stay")
            return
        outcomes = self._books.record(work, row, known, hosts[0])
        work.tally.count(*outcomes or [Outcome.UNCHANGED])


def _differs(slip: Slip, known: Transfer) -> bool:
    """Whether an answer is not the one that came before, or comes from another place."""
    if known.answer is None:
        return False
    return slip.answer is not known.answer or slip.written_by != known.other_ledger


def _values(slip: Slip) -> dict[str, str | int | None]:
    """Return what a letter says of a person, who belongs elsewhere until taken in."""
    return {
        "birth_date": iso(slip.birth_date),
        "gender": slip.gender or None,
        "card_no": slip.card_no or None,
        "national_id": slip.national_id or None,
        "hometown": slip.hometown or None,
        "admission_date": iso(slip.admission_date),
        "official_date": iso(slip.official_date),
        "stated_status": _ELSEWHERE,
    }
