"""Needs about which nothing was done yet."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, Need, Support
from partyroll.rules.supporting.facts import Circumstances, named_on, need_in_words

_STEP = "Hỏi thăm, bàn với chi ủy và đoàn thể cách giúp; ghi việc đã giúp, ai giúp, ngày nào."


def need_without_measure(one: Support, _at: Circumstances) -> Iterator[Matter]:
    """Yield a need of which no measure is written; meeting those who served is its own."""
    if one.measure is not None or one.need is Need.DISCHARGED:
        return
    text = f"{need_in_words(one)}{named_on(one)}; sổ chưa ghi đã giúp gì"
    yield Matter(MatterKind.NEED_WITHOUT_MEASURE, text, _STEP, about=one.support_id)
