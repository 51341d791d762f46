"""What a unit of the past is now."""

from datetime import date

from partyroll.model import Stay
from partyroll.rules.lineage import Home, Lineage, Succession, Successor

JULY, LATER, TODAY = date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)
SPRING = date(2024, 3, 1)
PROVINCE, OTHERS = Home(None), {"a": Home("d", JULY), "b": Home("d", JULY)}
DISTRICT = Home("p", JULY)


def merged(unit: str, into: str, on: date = JULY) -> Succession:
    return Succession(unit, into, split=False, on=on)


def split(unit: str, *parts: str, on: date = JULY) -> list[Succession]:
    return [Succession(unit, part, split=True, on=on) for part in parts]


def lineage(steps: list[Succession], **homes: Home) -> Lineage:
    return Lineage(steps, {"p": PROVINCE, "d": DISTRICT, **OTHERS, **homes}, TODAY)


def test_a_unit_that_stands_is_itself() -> None:
    assert lineage([], c=Home("p")).successor("c", SPRING) == Successor("c")


def test_a_merged_unit_is_what_it_became() -> None:
    found = lineage([merged("a", "c")], c=Home("p")).successor("a", SPRING)

    assert found == Successor("c")


def test_two_mergers_are_followed_to_the_end() -> None:
    steps = [merged("a", "c"), merged("c", "e", LATER)]

    assert lineage(steps, c=Home("p", LATER), e=Home("p")).successor("a", SPRING).unit_id == "e"


def test_a_merger_after_the_day_looked_at_is_not_followed() -> None:
    steps = [merged("a", "c"), merged("c", "e", LATER)]
    homes = {"a": OTHERS["a"], "c": Home("p", LATER), "e": Home("p")}
    then = Lineage(steps, homes, date(2025, 8, 1))

    assert then.successor("a", SPRING).unit_id == "c"


def test_an_exit_of_a_day_after_the_merger_stays_with_the_new_unit() -> None:
    found = lineage([merged("a", "c")], c=Home("p")).successor("c", date(2025, 8, 1))

    assert found == Successor("c")


def test_what_a_late_paper_still_dates_into_the_old_unit_goes_where_the_unit_went() -> None:
    found = lineage([merged("a", "c")], c=Home("p")).successor("a", date(2025, 9, 1))

    assert found == Successor("c")


def test_a_unit_abolished_without_a_successor_counts_in_the_one_above() -> None:
    assert lineage([]).successor("a", SPRING) == Successor("p")


def test_a_highest_unit_that_ended_without_a_successor_keeps_its_own() -> None:
    assert lineage([], x=Home(None, JULY)).successor("x", SPRING) == Successor("x")


def test_a_unit_nobody_knows_is_itself() -> None:
    assert lineage([]).successor("?", SPRING) == Successor("?")


def test_a_unit_that_ends_later_stands_still() -> None:
    assert lineage([], x=Home("p", date(2027, 1, 1))).successor("x") == Successor("x")


def test_a_split_is_followed_by_where_the_person_stayed() -> None:
    steps, stays = split("b", "c", "d2"), (Stay("d2", JULY),)
    after = lineage(steps, c=Home("p"), d2=Home("p"))

    assert after.successor("b", SPRING, stays) == Successor("d2")


def test_a_stay_of_before_the_split_or_for_a_time_says_nothing_of_the_part() -> None:
    stays = (Stay("d2"), Stay("d2", JULY, temporary=True), Stay("else", JULY))
    after = lineage(split("b", "c", "d2"), c=Home("p"), d2=Home("p"))

    assert after.successor("b", SPRING, stays) == Successor("p", "b")


def test_a_split_of_totals_stays_at_the_nearest_unit_above_all_parts() -> None:
    after = lineage(split("b", "c", "d2"), k=Home("p"), c=Home("k"), d2=Home("k"))

    assert after.successor("b", SPRING) == Successor("k", "b")


def test_parts_without_a_unit_above_leave_it_at_the_old_parent() -> None:
    after = lineage(split("b", "c", "d2"), c=Home(None), d2=Home(None))

    assert after.successor("b", SPRING) == Successor("p", "b")


def test_parts_and_old_unit_without_a_parent_leave_it_at_the_old_unit() -> None:
    after = lineage(split("x", "c", "e"), x=Home(None, JULY), c=Home(None), e=Home(None))

    assert after.successor("x", SPRING) == Successor("x", "x")


def test_a_unit_that_gave_a_part_away_and_goes_on_is_a_part_itself() -> None:
    after = lineage(split("x", "x", "c"), x=Home("p"), c=Home("p"))

    assert after.successor("x", SPRING, (Stay("x", JULY),)) == Successor("x")
    assert after.parts("x") == {"x", "c"}


def test_steps_that_lead_in_a_circle_end() -> None:
    steps = [merged("a", "b"), merged("b", "a")]

    assert lineage(steps).successor("a", SPRING).unit_id in {"a", "b"}
    assert lineage(steps).parts("a") == {"a"}


def test_a_path_follows_units_above_that_have_ended() -> None:
    homes = {"cell": Home("a"), "c": Home("p")}

    assert lineage([merged("a", "c")], **homes).path("cell") == ("p", "c", "cell")


def test_the_parts_of_a_unit_are_all_that_it_became() -> None:
    steps = [merged("a", "b"), *split("b", "c", "e", on=LATER)]
    homes = {"b": Home("d", LATER), "c": Home("p"), "e": Home("p")}

    assert lineage(steps, **homes).parts("a") == {"c", "e"}


def test_a_split_of_totals_follows_its_parts_to_what_they_became() -> None:
    steps = [*split("b", "c", "e"), merged("c", "f", LATER)]
    homes = {"k": Home("p"), "c": Home("d", LATER), "e": Home("k"), "f": Home("k")}

    assert lineage(steps, **homes).successor("b", SPRING) == Successor("k", "b")


def test_totals_of_a_unit_that_gave_a_part_away_and_goes_on_stay_above_both() -> None:
    after = lineage(split("x", "x", "c"), k=Home("p"), x=Home("k"), c=Home("k"))

    assert after.successor("x", SPRING) == Successor("k", "x")


def test_a_unit_abolished_under_one_that_merged_later_is_what_that_one_became() -> None:
    after = lineage(
        [merged("c", "e", LATER)], x=Home("c", JULY), c=Home("p", LATER), e=Home("p")
    )

    assert after.successor("x", SPRING) == Successor("e")


# --- Ends of the day looked at ------------------------------------------------------------
def test_a_merger_of_the_day_looked_at_has_happened() -> None:
    found = lineage([merged("c", "e", TODAY)], c=Home("p", TODAY), e=Home("p"))

    assert found.successor("c", SPRING).unit_id == "e"


def test_a_unit_that_ends_on_the_day_looked_at_is_what_stands_above_it() -> None:
    found = lineage([], c=Home("p", TODAY))

    assert found.successor("c", SPRING) == Successor("p")
    assert found.path("c") == ("p", "c")


def test_a_unit_nobody_knows_has_no_path_and_is_itself() -> None:
    assert lineage([]).path("x") == lineage([]).path(None) == ()
    assert lineage(split("x", "y", "z")).successor("x", SPRING) == Successor("x", "x")


def test_all_parts_of_parts_are_found_though_they_meet_again() -> None:
    steps = [*split("a", "c", "e"), merged("c", "f", LATER), merged("e", "f", LATER)]
    homes = {"c": Home("p", LATER), "e": Home("p", LATER), "f": Home("p")}

    assert lineage(steps, **homes).parts("a") == {"f"}
    assert lineage([*split("a", "c", "e")], c=Home("p"), e=Home("p")).parts("a") == {"c", "e"}


def test_a_part_that_stands_is_found_beside_parts_that_meet_again() -> None:
    steps = [*split("a", "g", "c", "e"), merged("c", "f", LATER), merged("e", "f", LATER)]
    homes = {"c": Home("p", LATER), "e": Home("p", LATER), "f": Home("p"), "g": Home("p")}

    assert lineage(steps, **homes).parts("a") == {"f", "g"}
