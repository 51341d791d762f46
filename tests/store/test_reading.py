"""Values as they are stored."""

from partyroll.model import Gender
from partyroll.period import PartialDate
from partyroll.store.reading import iso_all


def test_each_value_of_a_column_is_written_in_its_place() -> None:
    day, year = PartialDate(1990, 2, 3), PartialDate(1990)

    written = iso_all([day, None, year, PartialDate(1990, 2, 3), day, Gender.FEMALE])

    assert written == ["1990-02-03", None, "1990", "1990-02-03", "1990-02-03", "Nữ"]


def test_an_empty_column_has_nothing_to_write() -> None:
    assert iso_all([]) == []
