"""Slips that a neighbouring office sent: who comes to the commune, and who is counted twice.

The layout and the check code are the program's own: a slip is what another ledger writes, and
nothing that somebody types.  What each of them is meant to show on 15/01/2026 stands here.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from following import Cast
from people import Person, card_number
from stories import DONG, ONE, SCHOOL

from partyroll.model import Slip, SlipKind, TransferKind
from partyroll.period import PartialDate
from partyroll.report.documents import Letterhead
from partyroll.report.slips import slip_document
from partyroll.write.xlsx import write_xlsx

_ORGANISATION = ("Đảng bộ huyện Giả Định", "Đảng bộ xã Bên")
_ORIGIN = "Chi bộ Bên 1, Đảng bộ xã Bên, Đảng bộ huyện Giả Định"
_TO = "Đảng bộ xã Mẫu, Đảng bộ huyện Giả Định"
_LEDGER = "be0000000001"  # of the neighbour; every office's is its own
_WAITS = "answer_to_send"
_NEITHER, _BOTH = "counted_by_neither", "counted_by_both"
_FIRST_CARD = 901  # beyond those of the commune


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter of the neighbour: about whom, for good or until a day, and what it shows."""

    file: str
    person: Person | None  # None = somebody of the commune's own roster
    unit: str
    letter_no: str
    issued: date
    reason: str
    until: date | None = None
    shows: tuple[str, ...] = (_WAITS,)
    limbo: str = ""


def _person(name: str, gender: str, birth: date, admission: date) -> Person:
    """Return an official member of the neighbour's: confirmed a year after admission."""
    official = admission.replace(year=admission.year + 1)
    return Person(name, gender == "Nữ", birth, admission, official, hometown="xã Bên")


SENT = (
    Sent(
        "official",
        _person("Lương Thị Bưởi", "Nữ", date(1986, 3, 9), date(2012, 5, 19)),
        DONG,
        "02-GT/ĐU",
        date(2026, 1, 5),
        "theo gia đình về nơi ở mới",
        limbo=_NEITHER,
    ),
    Sent(
        "temporary",
        _person("Lương Văn Quýt", "Nam", date(1991, 12, 1), date(2016, 9, 2)),
        ONE,
        "31-GT/ĐU",
        date(2025, 12, 1),
        "làm việc theo hợp đồng",
        until=date(2026, 5, 31),
    ),
    Sent(
        "late",
        _person("Lương Đình Mận", "Nam", date(1978, 6, 24), date(2004, 2, 3)),
        ONE,
        "11-GT/ĐU",
        date(2025, 7, 1),
        "chuyển công tác",
        limbo=_NEITHER,
    ),
    # The school took its guest for one of its own: two places count one member.
    Sent(
        "listed",
        None,
        SCHOOL,
        "24-GT/ĐU",
        date(2025, 9, 1),
        "biệt phái một năm học",
        until=date(2026, 5, 31),
        shows=(_WAITS, _BOTH),
        limbo=_BOTH,
    ),
)


def write_slips(folder: Path, cast: Cast) -> dict[str, object]:
    """Write every slip into `folder`; say whom the lists of transfers are to show."""
    names: list[str] = []
    limbo: dict[str, list[str]] = {}
    shown: dict[str, list[str]] = {}
    for number, one in enumerate(SENT, start=1):
        person, card = _who(one, cast, number)
        _write(folder / f"transfer-slip-{one.file}.xlsx", one, person, card, number)
        names.append(person.full_name)
        if one.limbo:
            limbo.setdefault(one.limbo, []).append(person.full_name)
        for kind in one.shows:
            shown.setdefault(kind, []).append(person.full_name)
    return {"listed": names, "limbo": limbo, "shows": shown}


def _who(one: Sent, cast: Cast, number: int) -> tuple[Person, str]:
    if one.person is not None:
        return one.person, card_number(one.person, _FIRST_CARD + number)
    listed = cast.ordinary(one.unit)
    return listed.person, listed.card_no


def _write(path: Path, one: Sent, person: Person, card: str, number: int) -> None:
    slip = Slip(
        kind=SlipKind.LETTER,
        transfer_id=f"019b0000-0000-7000-8000-{number:012x}",
        person_uid=f"{number:032x}",
        written_by=_LEDGER,
        written_on=PartialDate.of(one.issued),
        transfer_kind=TransferKind.TEMPORARY if one.until else TransferKind.OFFICIAL,
        full_name=person.full_name,
        birth_date=PartialDate.of(person.birth),
        gender=person.gender,
        card_no=card,
        hometown=person.hometown,
        admission_date=PartialDate.of(person.admission),
        official_date=PartialDate.of(person.official) if person.official else None,
        origin=_ORIGIN,
        destination=f"{one.unit}, {_TO}",
        letter_no=one.letter_no,
        issued_on=PartialDate.of(one.issued),
        starts_on=PartialDate.of(one.issued) if one.until else None,
        valid_to=PartialDate.of(one.until) if one.until else None,
        reason=one.reason,
    )
    footer = f"Mã giấy giới thiệu {slip.transfer_id} · sổ {_LEDGER}"
    write_xlsx(slip_document(slip, Letterhead(_ORGANISATION, footer)), path)
