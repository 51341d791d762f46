import pytest

from partyroll.report.bands import AGES, TENURES, Band, Bounds, band_of


def band_label(bounds: Bounds | None, bands: tuple[Band, ...]) -> str:
    band = band_of(bounds, bands)
    return band.label if band else "Không rõ"


@pytest.mark.parametrize(
    ("years", "label"),
    [
        (17, "Không rõ"),
        (18, "18–30"),
        (30, "18–30"),
        (31, "31–35"),
        (35, "31–35"),
        (36, "36–40"),
        (40, "36–40"),
        (41, "41–45"),
        (45, "41–45"),
        (46, "46–50"),
        (50, "46–50"),
        (51, "51–55"),
        (55, "51–55"),
        (56, "56–60"),
        (60, "56–60"),
        (61, "Trên 60"),
        (105, "Trên 60"),
    ],
)
def test_each_age_has_its_band(years: int, label: str) -> None:
    assert band_label((years, years), AGES) == label


@pytest.mark.parametrize(
    ("years", "label"),
    [
        (-1, "Không rõ"),
        (0, "Dưới 1 năm"),
        (1, "1–5 năm"),
        (5, "1–5 năm"),
        (6, "6–10 năm"),
        (10, "6–10 năm"),
        (11, "11–20 năm"),
        (20, "11–20 năm"),
        (21, "21–30 năm"),
        (30, "21–30 năm"),
        (31, "Trên 30 năm"),
        (80, "Trên 30 năm"),
    ],
)
def test_each_length_of_membership_has_its_band(years: int, label: str) -> None:
    assert band_label((years, years), TENURES) == label


def test_a_missing_date_or_two_possible_bands_are_unknown() -> None:
    assert band_label(None, AGES) == "Không rõ"
    assert band_label((30, 31), AGES) == "Không rõ"


def test_a_band_is_typed_as_it_is_read() -> None:
    assert [band.code for band in AGES[:2]] == ["18-30", "31-35"]
    assert AGES[-1].code == "61+"
    assert [band.code for band in TENURES[:2]] == ["0", "1-5"]
