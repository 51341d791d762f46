"""How long a decision may cover: said as a caution, never as a refusal."""

from datetime import date

import pytest

from partyroll.model import Permission
from partyroll.model import PermissionKind as P
from partyroll.model import StayKind as S
from partyroll.period import PartialDate
from partyroll.rules.granting import LENGTHS, cautions

FEBRUARY = date(2026, 2, 1)


def told(kind: str, end: date | None, **more: object) -> list[str]:
    share, held = more.get("share"), more.get("held", ())
    assert share is None or isinstance(share, int)
    assert isinstance(held, tuple)
    return list(cautions(kind, FEBRUARY, end, share=share, held=held))


@pytest.mark.parametrize(
    ("kind", "longest"),
    [
        (P.EXEMPT, date(2027, 1, 31)),
        (P.REDUCED, date(2027, 1, 31)),
        (P.TEMP_EXEMPT, date(2027, 1, 30)),
        (S.TEMP_TRANSFER, date(2027, 1, 30)),
        (S.ABROAD, date(2027, 1, 30)),
    ],
)
def test_the_longest_end_is_fine_and_a_day_more_is_told(kind: str, longest: date) -> None:
    length = LENGTHS[kind]

    assert length.longest_end(FEBRUARY) == longest
    assert told(kind, longest) == []
    assert f"{longest:%d/%m/%Y}" in " ".join(told(kind, longest.replace(day=1, month=2)))


def test_a_temporary_transfer_of_two_months_is_too_short() -> None:
    too_short = ["thời hạn ngắn hơn quy định: từ 3 đến dưới 12 tháng (đi học: đến 24 tháng)"]

    assert told(S.TEMP_TRANSFER, date(2026, 4, 29)) == too_short
    assert told(S.TEMP_TRANSFER, date(2026, 4, 30)) == []


def test_a_suspension_has_no_length_of_its_own() -> None:
    assert told(P.SUSPENDED, date(2029, 1, 1)) == []


@pytest.mark.parametrize(("share", "count"), [(30, 0), (50, 0), (70, 0), (40, 1)])
def test_a_reduction_is_thirty_fifty_or_seventy(share: int, count: int) -> None:
    assert len(told(P.REDUCED, date(2026, 12, 31), share=share)) == count


def test_a_deferral_goes_with_an_exemption_from_meetings() -> None:
    start, end = PartialDate(2026, 2), PartialDate(2026, 7)
    exempt = Permission(P.TEMP_EXEMPT, start, end)

    assert told(P.DEFERRED, date(2026, 7, 31), held=(exempt,)) == []
    alone = ["chậm đóng chỉ dành cho người đang được tạm miễn sinh hoạt, trong thời gian đó"]
    assert told(P.DEFERRED, date(2026, 8, 1), held=(exempt,)) == alone
    assert told(P.DEFERRED, date(2026, 7, 31)) == alone
