"""Help of which nobody wrote what became of it."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, Support
from partyroll.period import add_months
from partyroll.rules.supporting.facts import (
    Circumstances,
    measure_in_words,
    need_in_words,
    when,
)
from partyroll.rules.supporting.meeting import met_or_not

_STEP = "Hỏi lại người được giúp xem nay ra sao; ghi kết quả, hoặc giúp tiếp."


def outcome_unknown(one: Support, at: Circumstances) -> Iterator[Matter]:
    """Yield help given long ago, or on a day nobody wrote, without an outcome.

    A meeting with somebody who came home from service is done when it is done.
    """
    if one.measure is None or met_or_not(one) is True:
        return
    months, given = at.limits.outcome_months, one.provided_on
    if given is not None and add_months(given.last, months) > at.as_of:
        return
    by = f" ({one.provided_by})" if one.provided_by else ""
    on = f" {when(given)}" if given else ""
    since = f"quá {months} tháng chưa ghi kết quả" if given else "chưa ghi kết quả"
    text = f"{need_in_words(one)}: {measure_in_words(one)}{by}{on}, {since}"
    remarks = () if given else ("sổ không ghi ngày giúp",)
    yield Matter(MatterKind.OUTCOME_UNKNOWN, text, _STEP, about=one.support_id, remarks=remarks)
