"""Soldiers and police who came home, to be met by the clubs of veterans."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, Need, Support
from partyroll.rules.supporting.facts import Circumstances, when
from partyroll.rules.supporting.service import Discharge
from partyroll.text import same_key

_STEP = (
    "Hội Cựu chiến binh, câu lạc bộ quân nhân, công an xuất ngũ gặp gỡ, hỏi việc làm và nơi"
    " sinh hoạt; ghi ngày gặp."
)
_PLAIN = frozenset({same_key("xuất ngũ"), same_key("mới xuất ngũ")})
FROM_ROSTER = "roster"  # what a matter of a roster's words is about


def to_be_met(one: Support, _at: Circumstances) -> Iterator[Matter]:
    """Yield somebody who came home from service and whom nobody has met yet."""
    if met_or_not(one) is not False:
        return
    since = f" {when(one.opened_on)}" if one.opened_on else ""
    own = one.need_text
    words = f" ({own})" if own and same_key(own) not in _PLAIN else ""
    text = f"xuất ngũ{since}{words}; sổ chưa ghi đã gặp gỡ"
    yield Matter(MatterKind.TO_BE_MET, text, _STEP, about=one.support_id)


def met_or_not(one: Support) -> bool | None:
    """Whether somebody who came home from service was met; None = it is about another need."""
    return one.measure is not None if one.need is Need.DISCHARGED else None


def meeting_by_roster(found: Discharge) -> Matter:
    """Return the matter of somebody whom only a roster's words call discharged."""
    on = f", {when(found.on)}" if found.on else ""
    remarks = () if found.on else ("danh sách không ghi ngày xuất ngũ",)
    text = f"danh sách ghi “{found.text}”{on}; sổ chưa ghi đã gặp gỡ"
    return Matter(MatterKind.TO_BE_MET, text, _STEP, about=FROM_ROSTER, remarks=remarks)
