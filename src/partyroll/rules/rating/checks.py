"""Every check of ratings, in the order of the rulebook (§8.5): facts in, matters out."""

from collections.abc import Callable, Iterator

from partyroll.model import Matter
from partyroll.rules.rating.all_alike import all_alike
from partyroll.rules.rating.always_excellent import always_excellent
from partyroll.rules.rating.capped import excellent_at_cap
from partyroll.rules.rating.defaults import good_with_defaults
from partyroll.rules.rating.disciplined import good_with_discipline
from partyroll.rules.rating.elsewhere import rated_without_remarks
from partyroll.rules.rating.facts import Question, RatedPerson, RatedUnit
from partyroll.rules.rating.far_from_parent import far_from_parent
from partyroll.rules.rating.left_after import removed_after_good
from partyroll.rules.rating.nobody_below import nobody_below_good
from partyroll.rules.rating.not_for_rating import rated_though_exempt
from partyroll.rules.rating.not_yet import not_rated_yet
from partyroll.rules.rating.twice_not_complete import twice_not_complete

PersonCheck = Callable[[RatedPerson, Question], Iterator[Matter]]
UnitCheck = Callable[[RatedUnit, Question], Iterator[Matter]]

PERSON_CHECKS: tuple[PersonCheck, ...] = (
    good_with_defaults,  # L1
    good_with_discipline,  # L2
    rated_without_remarks,  # L3
    always_excellent,  # L6
    removed_after_good,  # L8
    twice_not_complete,  # L10
    rated_though_exempt,
    not_rated_yet,
)
UNIT_CHECKS: tuple[UnitCheck, ...] = (
    nobody_below_good,  # L4
    excellent_at_cap,  # L5
    all_alike,  # L7
    far_from_parent,  # L9
)


def matters_of_person(person: RatedPerson, asked: Question) -> tuple[Matter, ...]:
    """Return what is worth a second look in one member's rating."""
    return tuple(matter for check in PERSON_CHECKS for matter in check(person, asked))


def matters_of_unit(unit: RatedUnit, asked: Question) -> tuple[Matter, ...]:
    """Return what is worth a second look in the ratings of one unit."""
    return tuple(matter for check in UNIT_CHECKS for matter in check(unit, asked))
