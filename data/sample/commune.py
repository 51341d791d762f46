"""One commune in 2024-2025: its members, what their books say, and what that means.

The meaning is written down here from the intention of each cell; nothing is computed with
the code that the sample is meant to try.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from people import Names, Person, birth_at_age, card_number, day_between, same_day_in
from stories import (
    ALL_YEAR,
    CLINIC,
    DOAI,
    DONG,
    ONE,
    SCHOOL,
    STORIES,
    TEN,
    TRUNG,
    Cells,
    Story,
)

AS_OF = date(2025, 12, 31)
EMPTY_MONTHS = ((TEN, 8), (CLINIC, 12))  # nobody's dues were written down in 2025
NO_MEETING = (SCHOOL, 7)  # summer holidays

# One letter for what a month is.  Dues: P paid, L paid late, U unpaid, I inferred from a
# blank, N unpaid with a note, X exempt, o not due, ? unknown.  Meetings: P attended,
# A unexcused, E marked as excused, n not held, o not owed or before admission, ? unknown.
MEANING: dict[str | int, str] = {
    **dict.fromkeys(("nợ", "chưa nộp", 0, "-"), "U"),
    **dict.fromkeys(("nghỉ ốm", "nằm viện", "thai sản"), "N"),
    **dict.fromkeys(("M", "miễn"), "X"),
    "": "I",
    "10.000.5": "?",
    5000: "P",
    "40.000 (nộp bù T1-T3)": "P",
}
MEETING_MEANING = {
    **dict.fromkeys(("K", "vắng không phép", "không phép"), "A"),
    **dict.fromkeys(("P", "có phép"), "E"),
    "-": "n",
    "": "?",
}
PROBATION_YEARS = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """A cell: how many members, what they pay, how its treasurer writes."""

    name: str
    size: int
    rate: int
    habit: str  # of marking a payment: amount, mark or text
    dates: str  # of writing a date: date, slash or dot
    ages: tuple[int, int]
    occupations: tuple[str, ...]


FARMERS = ("Làm ruộng", "Làm ruộng", "Buôn bán", "Lao động tự do", "Công nhân", "Hưu trí")
UNITS = (
    Unit(DONG, 36, 10_000, "amount", "date", (24, 82), FARMERS),
    Unit(DOAI, 32, 10_000, "mark", "slash", (24, 80), FARMERS),
    Unit(TRUNG, 30, 10_000, "text", "dot", (23, 84), FARMERS),
    Unit(ONE, 26, 10_000, "amount", "date", (23, 78), FARMERS),
    Unit(TEN, 24, 10_000, "mark", "slash", (24, 80), FARMERS),
    Unit(SCHOOL, 22, 85_000, "amount", "date", (24, 57), ("Giáo viên",)),
    Unit(CLINIC, 12, 78_000, "amount", "slash", (25, 57), ("Bác sĩ", "Y sĩ", "Hộ sinh")),
)


@dataclass(slots=True)
class Member:
    """A member with three rows of cells; `letters` say what each cell means."""

    person: Person
    unit: Unit
    card_no: str
    story: Story
    exempt: bool
    rate: int
    position: str = ""
    cells: dict[str, dict[int, str | int | None]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The full name."""
        return self.person.full_name


def members(rng: Random, names: Names) -> list[Member]:
    """Invent everybody, unit by unit, in the order of the roster."""
    people: list[Member] = []
    for unit in UNITS:
        stories = [story for story in STORIES if story.unit == unit.name]
        plain = Story(unit.name, "", "")
        stories += [plain] * (unit.size - len(stories))
        rng.shuffle(stories)
        people += [
            _member(rng, names, unit, story, len(people) + number)
            for number, story in enumerate(stories, start=1)
        ]
    _add_exempt(rng, people)
    _add_positions(people)
    for member in people:
        _fill(rng, member)
    _add_noise(rng, people)
    return people


def _member(rng: Random, names: Names, unit: Unit, story: Story, serial: int) -> Member:
    female = story.female
    if female is None:
        female = not story.name and rng.random() < (0.7 if unit.name == SCHOOL else 0.3)
    name = story.name or names.pick(unit.name, female=female)
    names.reserve(unit.name, name)
    birth = birth_at_age(rng, rng.randint(*(story.age or unit.ages)), AS_OF)
    admission, official = _dates(rng, birth, story)
    occupation = rng.choice(unit.occupations)
    if "Làm ruộng" in unit.occupations and birth.year <= 1963:
        occupation = "Hưu trí"
    home = f"xã Mẫu {rng.randint(1, 9)}, huyện Giả Định"
    person = Person(name, female, birth, admission, official, occupation, home)
    rate = unit.rate + 1000 * rng.randint(-9, 24) if unit.rate > 50_000 else unit.rate
    card = card_number(person, serial)
    return Member(person, unit, card, story, story.exempt, rate)


def _dates(rng: Random, birth: date, story: Story) -> tuple[date, date | None]:
    """Return the days of admission and of confirmation a year later."""
    if story.admitted:
        return story.admitted, None
    if story.party_years:
        year = AS_OF.year - story.party_years
        admission = day_between(rng, date(year, 2, 3), date(year, 11, 30))
    else:
        first = same_day_in(birth, birth.year + 20)
        last = min(same_day_in(birth, birth.year + 46), date(2023, 11, 30))
        admission = day_between(rng, min(first, last), last)
    return admission, same_day_in(admission, admission.year + PROBATION_YEARS)


def _add_exempt(rng: Random, people: list[Member]) -> None:
    """Exempt some of the oldest from meetings: their dues stay due."""
    old = [
        member
        for member in people
        if member.person.birth.year <= 1952 and not member.story.why and not member.exempt
    ]
    for member in rng.sample(old, 7):
        member.exempt = True


def _add_positions(people: list[Member]) -> None:
    for unit in UNITS:
        able = [
            member
            for member in people
            if member.unit is unit and not member.story.why and not member.exempt
        ]
        able[0].position = "Bí thư"
        able[1].position = "Phó bí thư"


def _fill(rng: Random, member: Member) -> None:
    """Write the three rows of cells and, beside each, what it means."""
    story = member.story
    if story.in_last_year:
        last_year = replace(story, since=1, merged=(), late=())
        _fill_dues(rng, member, "dues-2024", last_year, story.last_year)
    _fill_dues(rng, member, "dues-2025", story, story.dues)
    if not story.in_this_year:
        del member.cells["dues-2025"]
        member.letters["dues-2025"] = "?" * 12
    _fill_meetings(member)


def _fill_dues(rng: Random, member: Member, book: str, story: Story, stated: Cells) -> None:
    cells: dict[int, str | int | None] = {}
    letters = ""
    for month in ALL_YEAR:
        value: str | int | None = _paid(rng, member)
        letter = "P"
        if month in stated:
            value, letter = stated[month], MEANING[stated[month]]
        if month in story.late:
            letter = "L"
        if month < story.since:
            value, letter = None, "o"
        if book == "dues-2025" and (member.unit.name, month) in EMPTY_MONTHS:
            value, letter = None, "?"
        cells[month] = None if value == "" else value
        letters += letter
    for first, last in story.merged:
        for month in range(first, last + 1):
            cells[month] = None
        cells[first] = member.rate * (last - first + 1)
    member.cells[book], member.letters[book] = cells, letters


def _paid(rng: Random, member: Member) -> str | int:
    """Mark a payment the way the treasurer mostly does."""
    if member.unit.habit == "mark":
        return rng.choices(("x", "X", "✓"), (94, 4, 2))[0]
    if member.unit.habit == "text" and rng.random() < 0.3:
        return f"{member.rate:,}".replace(",", ".")
    return member.rate


def _fill_meetings(member: Member) -> None:
    cells: dict[int, str | int | None] = {}
    letters = ""
    for month in ALL_YEAR:
        value, letter = member.story.meetings.get(month, "x"), "P"
        letter = MEETING_MEANING.get(str(value), letter)
        if member.exempt or month < member.story.since:
            value, letter = "", "o"
        if (member.unit.name, month) == NO_MEETING:
            value, letter = "-", "n"
        cells[month] = value or None
        letters += letter
    member.cells["meetings-2025"], member.letters["meetings-2025"] = cells, letters


def _add_noise(rng: Random, people: list[Member]) -> None:
    """Let ordinary people miss a month now and then, never enough for a list."""
    plain = [
        m
        for m in people
        if not m.story.why and not m.exempt and m.unit.name not in {TEN, CLINIC}
    ]
    chosen = rng.sample(plain, 34)
    for member in chosen[:7]:
        _set(member, "dues-2025", rng.randint(1, 12), "", "I")
    for member in chosen[7:12]:
        _set(member, "dues-2024", rng.randint(1, 9), "", "I")
    for member in chosen[12:20]:
        _set(member, "meetings-2025", rng.choice((1, 2, 3, 5, 6, 8, 9, 11)), "K", "A")
    for member in chosen[20:]:
        for month in rng.sample((1, 2, 3, 5, 6, 8, 9, 11), rng.randint(1, 2)):
            _set(member, "meetings-2025", month, rng.choice(("P", "có phép")), "E")


def _set(member: Member, book: str, month: int, value: str, letter: str) -> None:
    member.cells[book][month] = value or None
    letters = member.letters[book]
    member.letters[book] = letters[: month - 1] + letter + letters[month:]


def counts(member: Member) -> dict[str, int]:
    """Count the months of 2025 that speak against a member, ground by ground."""
    dues = Counter(member.letters["dues-2025"])
    meetings = Counter(member.letters["meetings-2025"])
    return {
        "dues_confirmed": dues["U"],
        "dues_inferred": dues["I"],
        "dues_noted": dues["N"],
        "meetings_unexcused": meetings["A"],
        "meetings_marked_excused": meetings["E"],
    }
