"""A damaged workbook is refused, or says exactly what it said before."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.errors import PartyrollError
from partyroll.read.cage import Cage
from partyroll.read.grid import Grid
from partyroll.read.workbook import read_sheets
from trials import trials

ROSTERS = Path(__file__).parent.parent / "rosters"
SOUND = {
    name: (ROSTERS / name).read_bytes()
    for name in ("04_multi_sheet.xlsx", "09_dues_grid_mixed.xlsx", "11d_roster.ods")
}
PLACES = st.floats(0, 1, exclude_max=True)
NAMES = st.sampled_from(sorted(SOUND))


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with Cage() as made:
        yield made


@pytest.fixture(scope="module")
def told(cage: Cage) -> dict[str, list[Grid]]:
    return {name: read_sheets(ROSTERS / name, opener=cage) for name in SOUND}


def cells(cage: Cage, name: str, content: bytes) -> list[Grid] | None:
    """Return the sheets in a damaged file; None when it is refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            return read_sheets(path, opener=cage)
        except PartyrollError:
            return None


@given(
    st.sampled_from(sorted(SOUND)), st.lists(st.tuples(PLACES, st.integers(1, 255)), max_size=3)
)
@trials(10, many=25)
def test_flipped_bits_never_change_a_value_in_silence(
    cage: Cage, told: dict[str, list[Grid]], name: str, flips: list[tuple[float, int]]
) -> None:
    content = bytearray(SOUND[name])
    for place, bits in flips:
        content[int(place * len(content))] ^= bits

    assert cells(cage, name, bytes(content)) in (None, told[name])


@given(NAMES, PLACES, PLACES)
@trials(10, many=25)
def test_a_missing_stretch_never_loses_a_row_in_silence(
    cage: Cage, told: dict[str, list[Grid]], name: str, start: float, length: float
) -> None:
    content = SOUND[name]
    first = int(start * len(content))
    left = content[:first] + content[first + 1 + int(length * (len(content) - first)) :]

    assert cells(cage, name, left) in (None, told[name])
