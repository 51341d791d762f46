"""Codes that offices write before the name of a unit are none of it."""

import pytest

from partyroll.read.units import starts_with_unit, unit_name


@pytest.mark.parametrize(
    "text",
    [
        "CB01 - Chi bộ thôn 1",
        "[12.345.001] Chi bộ thôn 1",
        "CB 01: Chi bộ thôn 1",
        "12345678901234 - CHI BỘ THÔN 1",
        "(03) Chi bộ thôn 1",
        "I. Chi bộ thôn 1",
    ],
)
def test_a_code_before_a_unit_is_none_of_its_name(text: str) -> None:
    assert starts_with_unit(text)
    assert unit_name(text) == "Chi bộ thôn 1"


@pytest.mark.parametrize("text", ["12 chi bộ trực thuộc", "Có 12 chi bộ", "T1 2024 Chi bộ"])
def test_a_number_of_units_is_no_code(text: str) -> None:
    assert not starts_with_unit(text)
