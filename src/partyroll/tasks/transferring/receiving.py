"""Taking a member in who came with a letter: this side's own leg, and the place here."""

from dataclasses import dataclass, replace
from datetime import timedelta

from partyroll.model import Transfer, TransferAnswer
from partyroll.period import PartialDate
from partyroll.store.draft import Draft, Place
from partyroll.store.reading import iso
from partyroll.tasks.recording.people import People
from partyroll.tasks.transferring.finding import put_leg, put_transfer

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reception:
    """Where somebody is taken in, in words too, and from which day on."""

    unit_id: str
    words: str
    on: PartialDate


def receive(
    people: People, one: Transfer, here: Reception, place: Place | None = None
) -> Transfer:
    """Write down that a member was taken in, and return the transfer as it is then.

    Whoever comes for good belongs here from that day on; whoever comes for a time stays
    counted at home.
    """
    draft = people.draft
    done = replace(
        one,
        unit_id=here.unit_id,
        presented_on=one.presented_on or here.on,
        answer=TransferAnswer.ARRIVED,
        answered_on=here.on,
        answered_by=here.words,
        answer_text="",
    )
    draft.load("transfer", person_id=[one.person_id])
    draft.load("transfer_leg", person_id=[one.person_id])
    put_transfer(draft, done, place)
    put_leg(draft, done, place)
    if done.temporary:
        _host(draft, done, here, place)
    elif people.unit_of.get(one.person_id) != here.unit_id:
        _settle(people, done, here, place)
    return done


def _settle(people: People, one: Transfer, here: Reception, place: Place | None) -> None:
    """Close the place where somebody belonged here before, if any, and open the new one."""
    draft = people.draft
    for row in list(draft.rows("assignment").values()):
        mine = row["person_id"] == one.person_id and row["kind"] == "OFFICIAL"
        if mine and row["valid_to"] is None:
            draft.put("assignment", {**row, "valid_to": str(here.on)}, place)
    draft.put("assignment", _stay(one, here, "OFFICIAL", None), place)


def _host(draft: Draft, one: Transfer, here: Reception, place: Place | None) -> None:
    draft.rows("assignment")
    after = PartialDate.of(one.valid_to.last + _DAY) if one.valid_to else None
    draft.put("assignment", _stay(one, here, "TEMPORARY", after), place)


def _stay(
    one: Transfer, here: Reception, kind: str, after: PartialDate | None
) -> dict[str, str | None]:
    return {
        "person_id": one.person_id,
        "unit_id": here.unit_id,
        "kind": kind,
        "valid_from": str(here.on),
        "valid_to": iso(after),
        "paper": (one.letter_no or None) if kind == "TEMPORARY" else None,
    }
