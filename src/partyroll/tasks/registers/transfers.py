"""The register of transfers: who is on the way, what waits for an answer, who is in limbo."""

from collections.abc import Callable, Iterator, Mapping

from partyroll.messages import TRANSFER_KIND, TRANSFER_STATE, TRANSFER_WAY
from partyroll.model import (
    CellValue,
    Column,
    Entry,
    Matter,
    Person,
    Register,
    Shape,
    Transfer,
    TransferState,
)
from partyroll.rules.transferring import Moving, limbo, transfer_matters
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.transfers import transfers
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.standing import is_member, unit_on

ALL = "all"
_DONE = frozenset({TransferState.CONFIRMED, TransferState.REFUSED, TransferState.RETURNED})
_COLUMNS = (
    Column("number", "Số", Shape.ORDER, 5),
    Column("way", "Chiều", width=7),
    Column("kind", "Loại", width=11),
    Column("place", "Nơi bên kia", Shape.LONG_TEXT, 30),
    Column("letter_no", "Số giấy", width=14),
    Column("issued_on", "Ngày giới thiệu", Shape.DATE, 12),
    Column("valid_to", "Đến hết ngày", Shape.DATE, 12),
    Column("state", "Tình trạng", Shape.LONG_TEXT, 24),
    Column("answered_on", "Ngày trả lời", Shape.DATE, 12),
    Column("transfer_id", "Mã giấy giới thiệu", printed=False),
)


def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for each transfer that is open; for all of them where asked."""
    for entry, one in _lines(ledger, look, transfer_matters):
        if entry.matters or look.only == ALL or one.state not in _DONE:
            yield entry


def limbo_entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for each transfer whose member no side counts, or both do."""
    return (entry for entry, _ in _lines(ledger, look, limbo) if entry.matters)


SOURCE = RegisterSource(
    Register(
        id="transfers",
        title="Danh sách chuyển sinh hoạt đảng",
        file="chuyen-sinh-hoat",
        columns=_COLUMNS,
        empty=(
            "Không có giấy giới thiệu nào đang chờ. Làm giấy: partyroll transfer issue; nhận"
            " phiếu của nơi khác: partyroll import TỆP."
        ),
        parts={ALL: "cả những giấy đã có trả lời"},
    ),
    entries,
)
LIMBO = RegisterSource(
    Register(
        id="limbo",
        title="Người không bên nào tính, người cả hai bên cùng tính khi chuyển sinh hoạt",
        file="chuyen-sinh-hoat-chua-khop",
        columns=_COLUMNS,
        empty=(
            "Theo sổ này và các phiếu đã nhập, không có ai bị bỏ sót hay tính hai lần. Phiếu"
            " báo của nơi khác chưa nhập thì chưa biết được."
        ),
        notice=("Chỉ theo sổ này và các phiếu đã nhập; cần hỏi lại nơi bên kia trước khi sửa."),
    ),
    limbo_entries,
)


# --- Each line ----------------------------------------------------------------------------
def _lines(
    ledger: Ledger, look: Look, matters_of: Callable[[Moving], tuple[Matter, ...]]
) -> Iterator[tuple[Entry, Transfer]]:
    found = [one for one in transfers(ledger) if _begun(one, look)]
    known = {one.person_id: one for one in people(ledger, {t.person_id for t in found})}
    newest = {one.person_id: one.number for one in found}
    for one in found:
        person = known.get(one.person_id)
        if person is None:  # whoever described the person was taken back
            continue
        # Whoever has another letter since, from either side, needs nothing for the first.
        replaced = newest[one.person_id] != one.number
        unit_id = one.unit_id or unit_on(person, look.as_of)
        yield (
            Entry(
                person.person_id,
                person.full_name,
                unit_id,
                _values(one),
                () if replaced else matters_of(_moving(one, person, look)),
                one.source,
            ),
            one,
        )


def _begun(one: Transfer, look: Look) -> bool:
    first = one.caused_on or one.issued_on
    return first is None or first.first <= look.as_of


def _moving(one: Transfer, person: Person, look: Look) -> Moving:
    return Moving(
        one,
        is_member(person, look.as_of),
        look.as_of,
        look.settings.watch.transfer_days,
        look.holidays,
    )


def _values(one: Transfer) -> Mapping[str, CellValue]:
    return {
        "number": one.number,
        "way": TRANSFER_WAY["out" if one.out else "in"],
        "kind": TRANSFER_KIND[one.kind],
        "place": one.place,
        "letter_no": one.letter_no,
        "issued_on": one.issued_on,
        "valid_to": one.valid_to,
        "state": TRANSFER_STATE[one.state],
        "answered_on": one.answered_on,
        "transfer_id": one.transfer_id,
    }
