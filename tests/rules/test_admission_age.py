from datetime import date

import pytest

from partyroll.period import PartialDate
from partyroll.rules.admission_age import AgeRoute, admission_age


@pytest.mark.parametrize(
    ("born", "meeting", "months", "route"),
    [
        (PartialDate(2006, 5, 20), date(2024, 5, 3), 216, AgeRoute.ORDINARY),
        (PartialDate(2006, 5, 20), date(2024, 4, 28), 215, AgeRoute.TOO_YOUNG),
        (PartialDate(1964, 5, 20), date(2024, 5, 28), 720, AgeRoute.ORDINARY),
        (PartialDate(1964, 5, 20), date(2024, 6, 3), 721, AgeRoute.CENTRAL_CONSENT),
    ],
)
def test_the_age_is_counted_by_months(
    born: PartialDate, meeting: date, months: int, route: AgeRoute
) -> None:
    found = admission_age(born, meeting)

    assert (found.least, found.most, found.route) == (months, months, route)


def test_a_year_alone_may_leave_the_route_open() -> None:
    open_, sure = (
        admission_age(PartialDate(2006), date(2024, 5, 3)),
        admission_age(PartialDate(2000), date(2024, 5, 3)),
    )

    assert (open_.least, open_.most, open_.route) == (209, 220, None)
    assert sure.route is AgeRoute.ORDINARY
