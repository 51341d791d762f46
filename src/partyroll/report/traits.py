"""Axes of who left: age, years of membership, gender."""

from collections.abc import Callable

from partyroll.model import ExitRecord, Gender
from partyroll.report.axes import Axis, Label
from partyroll.report.bands import AGES, TENURES, Band, Bounds, age, band_of, tenure
from partyroll.report.counting import UNKNOWN

NOT_KNOWN = Label("UNKNOWN", UNKNOWN)


def _in_bands(
    axis_id: str,
    title: str,
    bands: tuple[Band, ...],
    years: Callable[[ExitRecord], Bounds | None],
) -> Axis:
    def codes(record: ExitRecord) -> tuple[str, ...]:
        band = band_of(years(record), bands)
        return (band.code if band else NOT_KNOWN.code,)

    labels = tuple(Label(band.code, band.label) for band in bands)
    return Axis(axis_id, title, (*labels, NOT_KNOWN), codes)


def _gender(record: ExitRecord) -> tuple[str, ...]:
    return (record.gender.name if record.gender else NOT_KNOWN.code,)


AGE = _in_bands("age", "Tuổi khi giảm", AGES, age)
TENURE = _in_bands("tenure", "Thời gian ở trong Đảng", TENURES, tenure)
GENDER = Axis(
    "gender",
    "Giới tính",
    (*(Label(gender.name, gender.value) for gender in Gender), NOT_KNOWN),
    _gender,
)
