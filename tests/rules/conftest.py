"""A clerk's drawing of somebody's books, read from the docstring of a test."""

from inspect import cleandoc

import pytest

from partyroll.model import BookLine
from rules.booklet import DONG, TRAM, dues, meetings

_KINDS = {"đảng phí": dues, "sinh hoạt": meetings}
_UNITS = {"Đông": DONG, "Trạm": TRAM}


@pytest.fixture
def drawn(request: pytest.FixtureRequest) -> tuple[BookLine, ...]:
    """The lines drawn under the test's name: kind, unit, year, a sign for each month.

    đảng phí  Đông 2024 | P P U U P P P P P P P P
    sinh hoạt Trạm 2024 | P P A P P P P P P P P P
    """
    rows = [row for row in cleandoc(request.function.__doc__).splitlines() if "|" in row]
    assert rows
    return tuple(_line(*row.split("|")) for row in rows)


def _line(label: str, signs: str) -> BookLine:
    *kind, unit, year = label.split()
    letters = signs.replace(" ", "")
    assert len(letters) == 12
    return _KINDS[" ".join(kind)](letters, int(year), _UNITS[unit])
