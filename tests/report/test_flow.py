from dataclasses import replace

from partyroll.report.flow import Flow, expected_closing, flow_difference

# 500 at the start; what came and what went (worked example E22).
FLOW = Flow(
    opening=500,
    admitted=12,
    readmitted=1,
    moved_in=20,
    died=3,
    expelled=1,
    removed=4,
    withdrew=2,
    moved_out=18,
)


def test_500_members_become_505() -> None:
    assert expected_closing(FLOW) == 505
    assert flow_difference(FLOW, 505) == 0


def test_the_difference_says_how_many_members_nobody_explains() -> None:
    assert flow_difference(FLOW, 507) == 2
    assert flow_difference(FLOW, 501) == -4


def test_every_way_in_and_out_moves_the_balance_by_one() -> None:
    moved = replace(FLOW, restored=1, other_decrease=1, left_unstated=1)

    assert expected_closing(moved) == 504
