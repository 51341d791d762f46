"""Steps whose dates contradict the order in which they are taken."""

from collections.abc import Iterator

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import Matter, MatterKind
from partyroll.rules.admission.dossier import step_orders
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter, said
from partyroll.text import mid_sentence

_STEP = (
    "Đối chiếu ngày với giấy tờ trong hồ sơ. Ghi nhầm thì ghi lại cho đúng; đúng như vậy thì"
    " hỏi cấp ủy cách bổ sung hồ sơ."
)


def steps_out_of_order(file: AdmissionFile, _: Circumstances) -> Iterator[StagedMatter]:
    """Yield two steps of which the later one has the earlier date."""
    for order in step_orders():
        before, after = file.candidate.day(order.before), file.candidate.day(order.after)
        if before is None or after is None or before.first <= after.last:
            continue
        first, second = (CANDIDATE_STAGE[stage] for stage in (order.before, order.after))
        text = f"{second} {said(after)}, trước {mid_sentence(first)} {said(before)}"
        matter = Matter(
            MatterKind.ORDER_OF_STEPS,
            text,
            _STEP,
            about=f"{order.before}-{order.after}",
            remarks=(order.confidence,) if order.confidence else (),
        )
        yield StagedMatter(order.after, matter)
