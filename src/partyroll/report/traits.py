"""Axes of who left: age, membership, gender, work, education, kind of cell."""

from collections import Counter
from collections.abc import Callable
from operator import attrgetter

from partyroll.model import ExitRecord, Gender, Reason
from partyroll.report.axes import Axis, Exits, Label
from partyroll.report.bands import (
    AGES,
    PARTY_AGES,
    TENURES,
    Band,
    Bounds,
    age,
    band_of,
    party_age,
    tenure,
)
from partyroll.report.cell_types import cell_type
from partyroll.report.counting import UNKNOWN
from partyroll.report.text_groups import first_group, text_groups
from partyroll.text import same_key, sort_key

NOT_KNOWN = Label("UNKNOWN", UNKNOWN)
OTHER = Label("OTHER", "Khác, chưa xếp nhóm")
_NOT_CONFIRMED = Label(
    Reason.PROBATION_NOT_CONFIRMED.value,
    "Trong đó: không được công nhận chính thức (Điều 5)",
    level=2,
)
Text = Callable[[ExitRecord], str]


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


def _in_groups(axis_id: str, title: str, text: Text) -> Axis:
    """Return the axis of the groups of free text; what fits none is "other", never guessed."""

    def codes(record: ExitRecord) -> tuple[str, ...]:
        words = text(record)
        if not words:
            return (NOT_KNOWN.code,)
        group = first_group(axis_id, words)
        return (group.code if group else OTHER.code,)

    labels = tuple(Label(group.code, group.title) for group in text_groups(axis_id).groups)
    return Axis(axis_id, title, (*labels, OTHER, NOT_KNOWN), codes)


def as_written(axis_id: str, title: str, text: Text, exits: Exits) -> Axis:
    """Return the axis of the words themselves, the most frequent first."""
    counts = Counter(same_key(words) for record in exits if (words := text(record)))
    shown: dict[str, str] = {}
    for words in sorted(filter(None, map(text, exits)), key=sort_key):
        shown.setdefault(same_key(words), words)
    ranked = sorted(shown, key=lambda key: (-counts[key], sort_key(shown[key])))

    def codes(record: ExitRecord) -> tuple[str, ...]:
        words = text(record)
        return (shown[same_key(words)] if words else NOT_KNOWN.code,)

    labels = tuple(Label(shown[key], shown[key]) for key in ranked)
    return Axis(axis_id, title, (*labels, NOT_KNOWN), codes)


def unsorted(text: Text, exits: Exits, axis: Axis) -> list[tuple[str, int]]:
    """Return the words that no group of the axis takes, the most frequent first."""
    counts = Counter(text(record) for record in exits if OTHER.code in axis.codes(record))
    return sorted(counts.items(), key=lambda entry: (-entry[1], sort_key(entry[0])))


def probationary(record: ExitRecord) -> bool | None:
    """Whether somebody left as a probationary member; None = the ledger does not say."""
    if record.probationary is not None:
        return record.probationary
    if Reason.PROBATION_NOT_CONFIRMED in record.reasons:
        return True  # only a probationary member can fail to be confirmed
    left, confirmed = record.counted_on, record.official_date
    if left is None or confirmed is None:
        return None
    return False if confirmed.last <= left.first else None


def _gender(record: ExitRecord) -> tuple[str, ...]:
    return (record.gender.name if record.gender else NOT_KNOWN.code,)


def _standing(record: ExitRecord) -> tuple[str, ...]:
    on_probation = probationary(record)
    if on_probation is None:
        return (NOT_KNOWN.code,)
    if not on_probation:
        return ("OFFICIAL",)
    failed = Reason.PROBATION_NOT_CONFIRMED in record.reasons
    return ("PROBATIONARY", _NOT_CONFIRMED.code) if failed else ("PROBATIONARY",)


def _cell_type(record: ExitRecord) -> tuple[str, ...]:
    found = cell_type(record.unit_path)
    return (found.code if found else NOT_KNOWN.code,)


AGE = _in_bands("age", "Tuổi khi giảm", AGES, age)
TENURE = _in_bands("tenure", "Thời gian ở trong Đảng", TENURES, tenure)
PARTY_AGE = _in_bands("party_age", "Tuổi Đảng", PARTY_AGES, party_age)
GENDER = Axis(
    "gender",
    "Giới tính",
    (*(Label(gender.name, gender.value) for gender in Gender), NOT_KNOWN),
    _gender,
)
STANDING = Axis(
    "official",
    "Chính thức, dự bị",
    (
        Label("OFFICIAL", "Đảng viên chính thức"),
        Label("PROBATIONARY", "Đảng viên dự bị"),
        _NOT_CONFIRMED,
        NOT_KNOWN,
    ),
    _standing,
)
CELL_TYPE = Axis(
    "cell_type",
    "Loại hình chi bộ",
    (
        *(Label(group.code, group.title) for group in text_groups("cell_type").groups),
        NOT_KNOWN,
    ),
    _cell_type,
)
# What is written freely, under which name, and how it is divided.
GROUPED: tuple[tuple[Axis, Text], ...] = tuple(
    (_in_groups(axis_id, title, attrgetter(name)), attrgetter(name))
    for axis_id, title, name in (
        ("occupation", "Nghề nghiệp", "occupation"),
        ("schooling", "Trình độ học vấn", "education_general"),
        ("education", "Trình độ chuyên môn", "education_professional"),
        ("theory", "Trình độ lý luận chính trị", "education_political"),
    )
)
WRITTEN: tuple[tuple[str, str, Text], ...] = (
    ("ethnicity", "Dân tộc", attrgetter("ethnicity")),
    ("religion", "Tôn giáo", attrgetter("religion")),
)
