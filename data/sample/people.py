"""Invented people: names, dates, numbers and places that nobody has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FAMILY_NAMES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi"),
    *("Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Trương", "Lâm"),
)
FAMILY_WEIGHTS = (30, 12, 10, 8, 5, 4, 5, 3, 4, 3, 3, 3, 2, 3, 3, 2, 2, 2, 3, 2)
MALE_MIDDLES = ("Văn", "Đình", "Hữu", "Bá", "Thế", "Xuân", "Công", "Viết", "Huy", "Sĩ")
MALE_NAMES = (
    *("Ước", "Đạt", "Phong", "Tùng", "Việt", "Khánh", "Thuận", "Vinh", "Hòa", "Lộc", "Tiến"),
    *("Toàn", "Thái", "Tân", "Hiển", "Luận", "Nhã", "Quyết", "Thông", "Vượng", "Bằng", "Sơn"),
)
FEMALE_MIDDLES = ("Thị", "Thu", "Kim", "Ngọc", "Bích", "Diệu", "Hồng", "Thùy", "Cẩm")
FEMALE_NAMES = (
    *("Hạnh", "Hường", "Liễu", "Mến", "Nga", "Oanh", "Quỳnh", "Thúy", "Uyên", "Vân", "Yến"),
    *("Ánh", "Diệp", "Hằng", "Nhàn", "Thoa", "Xuyến", "Tuyết", "Duyên", "Hiền", "Lụa", "Trâm"),
)
YEAR = timedelta(days=365.25)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who does not exist."""

    full_name: str
    female: bool
    birth: date
    admission: date
    official: date | None
    occupation: str = ""
    hometown: str = ""

    @property
    def gender(self) -> str:
        """The word a list uses."""
        return "Nữ" if self.female else "Nam"


def day_between(rng: Random, first: date, last: date) -> date:
    """Pick a day from `first` to `last`, both possible."""
    return first + timedelta(days=rng.randint(0, (last - first).days))


def same_day_in(day: date, year: int) -> date:
    """Return `day` moved to `year`; 29 February becomes the 28th."""
    if (day.month, day.day) == (2, 29):
        return date(year, 2, 28)
    return day.replace(year=year)


def age_on(birth: date, day: date) -> int:
    """Count the full years from `birth` to `day`."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birth_at_age(rng: Random, age: int, day: date) -> date:
    """Pick a birth date that makes someone exactly `age` years old on `day`."""
    last = same_day_in(day, day.year - age)
    return day_between(rng, same_day_in(last, last.year - 1) + timedelta(days=1), last)


class Names:
    """Full names in the usual proportions; none is given out twice inside one group."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken: set[tuple[str, str]] = set()
        self.all: set[str] = set()

    def pick(self, group: str, *, female: bool, avoid: Sequence[str] | set[str] = ()) -> str:
        """Return a new name for someone of `group`."""
        while True:
            name = self._draw(female=female)
            if (group, name) not in self._taken and name not in avoid:
                self.reserve(group, name)
                return name

    def reserve(self, group: str, name: str) -> None:
        """Note that `name` is in use in `group`."""
        self._taken.add((group, name))
        self.all.add(name)

    def _draw(self, *, female: bool) -> str:
        family = self._rng.choices(FAMILY_NAMES, FAMILY_WEIGHTS)[0]
        middle = self._rng.choice(FEMALE_MIDDLES if female else MALE_MIDDLES)
        given = self._rng.choice(FEMALE_NAMES if female else MALE_NAMES)
        return f"{family} {middle} {given}"


def card_number(person: Person, serial: int) -> str:
    """Build a 12-digit number of a province that does not exist: 099."""
    century = (2 if person.birth.year >= 2000 else 0) + person.female
    return f"099{century}{person.birth.year % 100:02d}{serial:06d}"


def written_date(day: date, habit: str) -> date | str:
    """Write a date the way one office does: a date cell, slashes or dots."""
    if habit == "slash":
        return f"{day:%d/%m/%Y}"
    if habit == "dot":
        return f"{day.day}.{day.month}.{day.year}"
    return day
