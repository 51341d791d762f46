"""Who left the invented province in 2020-2025: numbers first, then people to fit them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from people import Names, Person, age_on, birth_at_age, day_between, same_day_in
from province import (
    DISTRICTS,
    PROVINCE,
    REORGANISED,
    YEARS,
    District,
    new_units,
    place_of,
)

# How many a year, 2020 to 2025.
BY_YEAR = {
    "REMOVED": (92, 103, 112, 124, 139, 138),  # 708
    "WITHDREW": (74, 92, 115, 134, 156, 162),  # 733
    "EXPELLED": (4, 5, 5, 6, 5, 5),
    "DIED": (4, 4, 4, 4, 5, 4),
}
SKIP, DUES = "SKIP_MEETINGS", "UNPAID_DUES"
HARDSHIP = "FAMILY_HARDSHIP"
# How many give which reasons; the first is the main one.
BY_REASON: dict[str, dict[tuple[str, ...], int]] = {
    "REMOVED": {
        (SKIP,): 535,
        (SKIP, DUES): 95,  # with the line above 630 of 708: 89 %
        (DUES,): 27,
        (DUES, SKIP): 14,
        ("LOST_WILL",): 11,
        ("FAR_WORK",): 10,
        ("PROBATION_NOT_CONFIRMED",): 12,
        ("UNSTATED",): 4,
    },
    "WITHDREW": {
        (HARDSHIP,): 512,
        (HARDSHIP, "FAR_WORK"): 10,
        (HARDSHIP, "HEALTH_AGE"): 6,  # with the lines above 528 of 733: 72 %
        ("EMIGRATE_WITH_FAMILY",): 198,  # 27 %
        ("HEALTH_AGE",): 3,
        ("FAR_WORK",): 1,
        ("UNSTATED",): 3,
    },
    "EXPELLED": {("OTHER",): 29, ("UNSTATED",): 1},
    "DIED": {("UNSTATED",): 25},
}
WORDS: dict[tuple[str, ...], tuple[str, ...]] = {
    (SKIP,): (
        "Bỏ sinh hoạt đảng 3 tháng trong năm không có lý do chính đáng",
        "Bỏ sinh hoạt chi bộ 3 tháng trong năm không có lý do chính đáng",
        "Bỏ sinh hoạt đảng quá 3 tháng không lý do",
        "Bỏ sinh hoạt Đảng",
        "Bỏ SH 3 tháng",
        "Bỏ SH",
    ),
    (SKIP, DUES): (
        "Bỏ sinh hoạt đảng và không đóng đảng phí 3 tháng trong năm không có lý do chính đáng",
        "Bỏ sinh hoạt, không đóng đảng phí",
        "Bỏ SH và không đóng ĐP",
    ),
    (DUES,): (
        "Không đóng đảng phí 3 tháng trong năm không có lý do chính đáng",
        "Không đóng đảng phí 3 tháng",
        "Không đóng ĐP",
    ),
    (DUES, SKIP): ("Không đóng đảng phí, bỏ sinh hoạt đảng", "Không đóng ĐP và bỏ SH"),
    ("LOST_WILL",): ("Giảm sút ý chí phấn đấu",),
    ("FAR_WORK",): ("Đi làm ăn xa, không chuyển sinh hoạt", "Đi làm ăn xa"),
    ("PROBATION_NOT_CONFIRMED",): (
        "Dự bị không đủ điều kiện công nhận chính thức",
        "Đảng viên dự bị không đủ điều kiện công nhận chính thức",
    ),
    (HARDSHIP,): (
        "Hoàn cảnh gia đình khó khăn",
        "Hoàn cảnh gia đình khó khăn",
        "Gia đình khó khăn",
        "Kinh tế gia đình khó khăn",
    ),
    (HARDSHIP, "FAR_WORK"): ("Hoàn cảnh gia đình khó khăn, đi làm ăn xa",),
    (HARDSHIP, "HEALTH_AGE"): ("Hoàn cảnh gia đình khó khăn, tuổi cao sức yếu",),
    ("EMIGRATE_WITH_FAMILY",): (
        "Xuất cảnh, định cư nước ngoài cùng gia đình",
        "Xuất cảnh, định cư nước ngoài cùng gia đình",
        "Định cư nước ngoài theo gia đình",
        "Xuất cảnh theo gia đình",
    ),
    ("HEALTH_AGE",): ("Tuổi cao sức yếu", "Tuổi cao, sức yếu"),
    ("OTHER",): ("Vi phạm pháp luật", "Vi phạm phẩm chất đạo đức, lối sống"),
    ("UNSTATED",): ("",),
}
FORMS = {
    "REMOVED": ("Xóa tên", "Xóa tên", "Xoá tên", "XT"),
    "WITHDREW": ("Xin ra khỏi Đảng", "Xin ra khỏi Đảng", "Xin ra"),
    "EXPELLED": ("Khai trừ",),
    "DIED": ("Từ trần",),
}
YOUNG_SHARE = 0.72  # aged 18-40
OCCUPATIONS = {
    "Lao động tự do": 27,
    "Làm ruộng": 20,
    "Buôn bán": 16,
    "Nội trợ": 7,
    "Bảo vệ dân phố": 4,
    "Bộ đội xuất ngũ": 5,
    "Công nhân": 12,
    "Giáo viên": 4,
    "Công chức xã": 5,
}
BANDS = ((18, 30), (31, 40), (41, 50), (51, 60), (61, 120))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is fixed before there is a person."""

    kind: str
    reasons: tuple[str, ...]
    young: bool
    year: int
    district: District


@dataclass(frozen=True, slots=True)
class Exit:
    """One person's exit, as meant and as written."""

    person: Person
    kind: str
    reasons: tuple[str, ...]
    reason_text: str
    form: str
    district: District
    committee: str
    cell: str
    decided: date
    birth_year_only: bool

    @property
    def then(self) -> tuple[str, ...]:
        """The units of the day of the decision, the highest first."""
        if self.decided >= REORGANISED:
            return self.now
        return (PROVINCE, self.district.name, self.committee, self.cell)

    @property
    def now(self) -> tuple[str, ...]:
        """The units that those have become."""
        return (PROVINCE, *new_units(self.committee, self.cell))


def exits(rng: Random, names: Names, avoid: set[str]) -> list[Exit]:
    """Invent everybody who left, ordered by district and day of decision."""
    people = [leaver for kind in BY_YEAR for leaver in _of_kind(rng, names, kind, avoid)]
    order = [district.name for district in DISTRICTS]
    people.sort(key=lambda leaver: (order.index(leaver.district.name), leaver.decided))
    return people


def _of_kind(rng: Random, names: Names, kind: str, avoid: set[str]) -> list[Exit]:
    years = [
        year for year, count in zip(YEARS, BY_YEAR[kind], strict=True) for _ in range(count)
    ]
    reasons = [key for key, count in BY_REASON[kind].items() for _ in range(count)]
    young = _young(rng, kind, reasons)
    rng.shuffle(years)
    weights = [district.members * district.weight for district in DISTRICTS]
    plans = [
        Plan(kind, reason, is_young, year, rng.choices(DISTRICTS, weights)[0])
        for year, reason, is_young in zip(years, reasons, young, strict=True)
    ]
    return [_leaver(rng, names, plan, avoid) for plan in plans]


def _young(rng: Random, kind: str, reasons: Sequence[tuple[str, ...]]) -> list[bool]:
    """Say who is 18-40: those on probation always, those whom age drives out never."""
    if kind == "DIED":
        return [False] * len(reasons)
    fixed: dict[tuple[str, ...], bool] = {
        ("PROBATION_NOT_CONFIRMED",): True,
        ("HEALTH_AGE",): False,
        (HARDSHIP, "HEALTH_AGE"): False,
    }
    open_places = [number for number, reason in enumerate(reasons) if reason not in fixed]
    wanted = round(YOUNG_SHARE * len(reasons)) - sum(fixed.get(r, False) for r in reasons)
    chosen = set(rng.sample(open_places, wanted))
    return [fixed.get(reason, number in chosen) for number, reason in enumerate(reasons)]


def _leaver(rng: Random, names: Names, plan: Plan, avoid: set[str]) -> Exit:
    decided = _working_day(rng, plan.year)
    age = _age(rng, plan)
    birth = birth_at_age(rng, age, decided)
    probationary = plan.reasons == ("PROBATION_NOT_CONFIRMED",)
    admission, official = _dates(rng, birth, decided, probationary=probationary)
    committee, cell = place_of(rng, plan.district)
    female = rng.random() < 0.38
    name = names.pick(f"{committee}/{cell}", female=female, avoid=avoid)
    job = "Hưu trí" if age > 62 else _one_of(rng, OCCUPATIONS)
    person = Person(name, female, birth, admission, official, job)
    # Which side of a birthday is then unknown: keep both sides inside five years of age.
    whole = (decided.year - birth.year) % 5 != 1
    return Exit(
        person,
        plan.kind,
        plan.reasons,
        rng.choice(WORDS[plan.reasons]),
        rng.choice(FORMS[plan.kind]),
        plan.district,
        committee,
        cell,
        decided,
        birth_year_only=whole and rng.random() < 0.12,
    )


def _one_of(rng: Random, weights: dict[str, int]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]


def _working_day(rng: Random, year: int) -> date:
    """Pick a weekday of `year`."""
    day = day_between(rng, date(year, 1, 4), date(year, 12, 29))
    return day + timedelta(days=2 if day.weekday() >= 5 else 0)


def _age(rng: Random, plan: Plan) -> int:
    if plan.kind == "DIED":
        return rng.randint(56, 88)
    if plan.reasons == ("PROBATION_NOT_CONFIRMED",):
        return rng.randint(22, 34)
    if "HEALTH_AGE" in plan.reasons:
        return rng.randint(58, 74)
    return rng.randint(21, 40) if plan.young else round(rng.triangular(41, 66, 43))


def _dates(
    rng: Random, birth: date, decided: date, *, probationary: bool
) -> tuple[date, date | None]:
    """Return admission and confirmation; a probation that failed has only the first."""
    if probationary:
        return day_between(
            rng, decided - timedelta(days=470), decided - timedelta(days=380)
        ), None
    first = same_day_in(birth, birth.year + 18) + timedelta(days=60)
    last = min(decided - timedelta(days=560), same_day_in(birth, birth.year + 42))
    admission = day_between(rng, min(first, last), last)
    return admission, same_day_in(admission, admission.year + 1)


def exits_truth(people: Sequence[Exit]) -> dict[str, object]:
    """Count what the list says, by every axis a report uses."""
    return {
        "rows": len(people),
        "by_kind": _count(people, lambda leaver: leaver.kind),
        "by_year": _count(people, lambda leaver: str(leaver.decided.year)),
        "by_kind_year": _cross(people, lambda leaver: [str(leaver.decided.year)]),
        "by_kind_main_reason": _cross(people, lambda leaver: leaver.reasons[:1]),
        "by_kind_any_reason": _cross(people, lambda leaver: leaver.reasons),
        "by_kind_district": _cross(people, lambda leaver: [leaver.district.name]),
        "by_unit_then": _by_unit(people, lambda leaver: leaver.then),
        "by_unit_now": _by_unit(people, lambda leaver: leaver.now),
        "by_kind_age_band": _cross(people, lambda leaver: [_band(leaver)]),
        "by_kind_gender": _cross(people, lambda leaver: [leaver.person.gender]),
        "by_kind_occupation": _cross(people, lambda leaver: [leaver.person.occupation]),
        "probationary": sum(leaver.person.official is None for leaver in people),
        "two_reasons": sum(len(leaver.reasons) > 1 for leaver in people),
        "birth_year_only": sum(leaver.birth_year_only for leaver in people),
    }


def _by_unit(
    people: Sequence[Exit], path: Callable[[Exit], tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Count by kind in every committee, with all below it."""
    found: dict[str, Counter[str]] = {}
    for leaver in people:
        units = path(leaver)[:-1]
        for length in range(1, len(units) + 1):
            found.setdefault(" › ".join(units[:length]), Counter())[leaver.kind] += 1
    return {unit: dict(sorted(found[unit].items())) for unit in sorted(found)}


def _band(leaver: Exit) -> str:
    age = age_on(leaver.person.birth, leaver.decided)
    first, last = next((low, high) for low, high in BANDS if low <= age <= high)
    return f"{first}-{last}" if last < 100 else f"{first}+"


def _count(people: Iterable[Exit], key: Callable[[Exit], str]) -> dict[str, int]:
    return dict(sorted(Counter(key(leaver) for leaver in people).items()))


def _cross(
    people: Sequence[Exit], keys: Callable[[Exit], Iterable[str]]
) -> dict[str, dict[str, int]]:
    return {
        kind: dict(
            sorted(
                Counter(
                    key for leaver in people if leaver.kind == kind for key in keys(leaver)
                ).items()
            )
        )
        for kind in BY_YEAR
    }
