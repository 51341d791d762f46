"""People are found by what tells them apart, also by what they were known by before."""

from collections.abc import Callable
from operator import attrgetter

from partyroll.store.known import Known
from partyroll.tasks.recording.lookups import Belonging, Lookup

AN = Known("P1", "Nguyễn Văn An", "nguyen van an", "1960-01-02", "099000000001", None, 1)
BINH = Known("P2", "Trần Thị Bình", "tran thi binh", None, None, None, 1)
CARD: Callable[[Known], str | None] = attrgetter("card_no")


def everybody(*people: Known) -> dict[str, Known]:
    return {person.person_id: person for person in people}


# --- Who alone has a number ---------------------------------------------------------------
def test_the_one_holder_of_a_number_is_told() -> None:
    assert Lookup(everybody(AN, BINH), CARD).only("099000000001") == "P1"


def test_of_several_holders_or_none_nobody_alone_has_a_number() -> None:
    by_card = Lookup(everybody(AN, BINH._replace(card_no=AN.card_no)), CARD)

    assert by_card.only("099000000001") is None
    assert by_card.only("099000000009") is None


# --- By a number or a name ----------------------------------------------------------------
def test_whoever_has_a_number_is_found_by_it() -> None:
    assert Lookup(everybody(AN, BINH), CARD)["099000000001"] == ("P1",)


def test_nobody_is_found_by_a_number_that_nobody_has() -> None:
    assert Lookup(everybody(AN, BINH), CARD)["099000000009"] == ()


def test_several_holders_of_one_number_are_found_in_the_order_they_came() -> None:
    by_card = Lookup(everybody(AN), CARD)

    by_card.add(BINH._replace(card_no=AN.card_no))

    assert by_card["099000000001"] == ("P1", "P2")


def test_somebody_said_twice_is_found_once() -> None:
    by_card = Lookup(everybody(AN), CARD)

    by_card.add(AN)

    assert by_card["099000000001"] == ("P1",)


def test_whoever_got_another_card_is_still_found_by_the_old_one() -> None:
    by_card = Lookup(everybody(AN), CARD)

    by_card.add(AN._replace(card_no="099000000002"))

    assert by_card["099000000001"] == by_card["099000000002"] == ("P1",)


def test_somebody_new_who_got_another_card_before_anybody_asked_is_found_by_both() -> None:
    known = everybody(BINH)
    by_card = Lookup(known, CARD)

    by_card.add(AN)
    known["P1"] = AN
    by_card.add(AN._replace(card_no="099000000002"))

    assert by_card["099000000001"] == by_card["099000000002"] == ("P1",)


# --- By unit ------------------------------------------------------------------------------
def test_a_unit_has_the_people_who_belong_to_it() -> None:
    belonging = Belonging(everybody(AN, BINH), {"P1": "U1"})

    assert [*belonging.members("U1")] == ["P1"]
    assert [*belonging.members(None)] == ["P2"]


def test_whoever_moves_leaves_the_unit_before() -> None:
    belonging = Belonging(everybody(AN), {"P1": "U1"})
    before = [*belonging.members("U1")]

    belonging.settle("P1", "U2")

    assert before == ["P1"]
    assert [*belonging.members("U1")] == []
    assert [*belonging.members("U2")] == ["P1"]


def test_a_move_before_anybody_asked_counts_as_well() -> None:
    belonging = Belonging(everybody(AN), {"P1": "U1"})

    belonging.settle("P1", "U2")

    assert [*belonging.members("U1")] == []
    assert [*belonging.members("U2")] == ["P1"]
