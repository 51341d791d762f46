"""Invented people and their units: what a generated workbook is about."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

FAMILIES = ("Nguyễn", "Trần", "Lê", "Đỗ", "Phạm", "Huỳnh", "Võ", "Bùi", "Lý", "Ứng", "Lò", "Ôn")
MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Thị Ánh", "Bá", "Quang", "Thu", "Xuân", "Đình")
GIVENS = (
    "Hải",
    "Việt",
    "Thưởng",
    "Ý",
    "Út",
    "An",
    "Ước",
    "Quỳnh",
    "Bích",
    "Ánh",
    "Tùng",
    "Mến",
)
OTHER_NAMES = ("H'Hen Niê", "Y Blơ Niê", "Giàng A Páo", "Thạch Sóc Kha", "Siu Hơ")
UNITS = (
    "Chi bộ thôn Đông",
    "Chi bộ 1",
    "Chi bộ 10",
    "Chi bộ Trường Tiểu học Mẫu",
    "Chi bộ Trạm Y tế",
    "Chi bộ ấp Mẫu Hạ",
    "Chi bộ Hợp tác xã",
)
HOMETOWNS = (
    "xã Mẫu 5, huyện Giả Định",
    "phường Mẫu, thành phố Giả Định",
    "thị trấn Mẫu Thượng",
    "huyện Ý Yên, tỉnh Mẫu",
    "",
)
NOTES = ("", "", "Đảng viên hưu trí", "đi làm ăn xa", "Hộ nghèo")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody nobody is."""

    full_name: str
    female: bool
    birth: date
    admission: date
    probationary: bool
    hometown: str
    note: str
    number: int = 0

    @property
    def card_no(self) -> str:
        return f"099{self.number:09d}"

    @property
    def national_id(self) -> str:
        return f"0991{self.number:08d}"

    @property
    def official(self) -> date | None:
        if self.probationary:
            return None
        return self.admission.replace(year=self.admission.year + 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A party cell and its members."""

    name: str
    members: tuple[Person, ...]


def _joined(family: str, middle: str, given: str) -> str:
    return f"{family} {middle} {given}"


NAMES = st.one_of(
    *[st.builds(_joined, *map(st.sampled_from, (FAMILIES, MIDDLES, GIVENS)))] * 4,
    st.builds("{} {}".format, *map(st.sampled_from, (FAMILIES, GIVENS))),
    st.sampled_from(OTHER_NAMES),
)
_DAYS = st.integers(1, 28)


def _days(first: int, last: int) -> st.SearchStrategy[date]:
    return st.builds(date, st.integers(first, last), st.integers(1, 12), _DAYS)


PEOPLE = st.builds(
    Person,
    full_name=NAMES,
    female=st.booleans(),
    birth=_days(1940, 1985),
    admission=_days(2005, 2022),
    probationary=st.booleans(),
    hometown=st.sampled_from(HOMETOWNS),
    note=st.sampled_from(NOTES),
)


@st.composite
def cells(draw: st.DrawFn) -> tuple[Cell, ...]:
    """One to three party cells; nobody stands in two of them."""
    names = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True))
    people = draw(
        st.lists(PEOPLE, min_size=len(names), max_size=12, unique_by=lambda p: p.full_name)
    )
    numbered = [
        Person(
            p.full_name,
            p.female,
            p.birth,
            p.admission,
            p.probationary,
            p.hometown,
            p.note,
            number,
        )
        for number, p in enumerate(people, start=1)
    ]
    return tuple(
        Cell(name, tuple(numbered[place :: len(names)])) for place, name in enumerate(names)
    )
