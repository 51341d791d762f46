"""The flow identity: what was there, what came, what went, what should be left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """The movements of one unit in one period.

    A merger of units moves nobody in or out: its members are no transfers.
    """

    opening: int
    admitted: int = 0
    readmitted: int = 0
    restored: int = 0
    moved_in: int = 0
    died: int = 0
    expelled: int = 0
    removed: int = 0
    withdrew: int = 0
    moved_out: int = 0
    other_decrease: int = 0
    left_unstated: int = 0
    reorganised: int = 0  # came with a unit, less those who went with one


def expected_closing(flow: Flow) -> int:
    """Return the number of members the movements lead to."""
    came = flow.admitted + flow.readmitted + flow.restored + flow.moved_in
    went = (
        flow.died
        + flow.expelled
        + flow.removed
        + flow.withdrew
        + flow.moved_out
        + flow.other_decrease
        + flow.left_unstated
    )
    return flow.opening + came - went + flow.reorganised


def flow_difference(flow: Flow, closing: int) -> int:
    """Return how many more members there are than the movements explain; 0 = it adds up."""
    return closing - expected_closing(flow)
