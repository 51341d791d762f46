"""Which term a report is compared with."""

from datetime import date

import pytest

from partyroll.period import Term
from partyroll.tasks.refusals import TermsOverlap
from partyroll.tasks.terms_before import term_before

THIRD = Term(date(2020, 10, 14), date(2025, 9, 30), "2020-2025", congress=True)
SECOND = Term(date(2015, 10, 20), date(2020, 10, 13), "2015-2020", congress=True)
FIRST = Term(date(2010, 10, 20), date(2015, 10, 19), "2010-2015", congress=True)
CONGRESSES = (FIRST, SECOND, THIRD)


def test_a_congress_term_is_compared_with_the_one_before_it() -> None:
    assert term_before(THIRD, CONGRESSES) == SECOND


def test_any_other_term_is_compared_with_one_as_long() -> None:
    assert term_before(Term.parse("2024"), CONGRESSES).vi == "01/01/2023 đến 31/12/2023"
    assert term_before(Term.parse("2020-2025")).vi == "01/01/2014 đến 31/12/2019"


def test_the_term_that_is_asked_for_may_be_any_other() -> None:
    assert term_before(THIRD, CONGRESSES, "2010-2015") == FIRST


def test_terms_with_common_days_are_not_compared() -> None:
    with pytest.raises(TermsOverlap) as refused:
        term_before(Term.parse("2020-2025"), (), "2015-2020")

    assert "hai kỳ có ngày trùng nhau" in str(refused.value)
    assert "[[term]]" in str(refused.value)


def test_of_a_term_that_is_not_over_the_same_stretch_is_compared() -> None:
    cut = Term.parse("2021-2025").until(date(2023, 6, 30))

    assert term_before(cut).vi == "01/01/2016 tính đến 30/06/2018"
    assert term_before(THIRD.until(date(2020, 10, 23)), CONGRESSES).vi == (
        "20/10/2015 tính đến 29/10/2015"
    )
