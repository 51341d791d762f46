"""The register of ratings: everyone of a year at each stage, and what to look at again."""

from collections.abc import Iterator, Mapping

from partyroll.messages import RATING_COUNT
from partyroll.model import (
    CellValue,
    Column,
    Entry,
    RatingLevel,
    RatingStage,
    RatingTally,
    Register,
    Shape,
    YearRating,
)
from partyroll.rules.rating.checks import matters_of_person, matters_of_unit
from partyroll.rules.rating.facts import NOT_YET, Question, RatedPerson, RatedUnit
from partyroll.rules.rating.stages import difference
from partyroll.store.ledger import Ledger
from partyroll.store.ratings import latest_rating_year
from partyroll.tasks.rating.gathering import Rated, rated_people
from partyroll.tasks.rating.years import RatingYears
from partyroll.tasks.registers.looking import Look, RegisterSource

_STAGES = {
    "self": RatingStage.SELF,
    "cell": RatingStage.CELL,
    "committee": RatingStage.COMMITTEE,
}
_COLUMNS = (
    Column("year", "Năm", Shape.ORDER, 6),
    Column("self", "Tự xếp loại", width=13),
    Column("cell", "Chi bộ xếp loại", width=13),
    Column("committee", "Cấp ủy quyết định", width=13),
    Column("difference", "Khác nhau giữa các bước", Shape.LONG_TEXT, 18),
    Column("history", "Các năm", Shape.LONG_TEXT, 24),
    Column("self_level", "Mã mức tự xếp loại", printed=False),
    Column("cell_level", "Mã mức chi bộ xếp loại", printed=False),
    Column("committee_level", "Mã mức cấp ủy quyết định", printed=False),
)
_NOTICE = (
    "Những điều cần rà soát chỉ để đối chiếu lại, không phải kết luận nể nang về ai, về chi bộ"
    " nào."
)
_SUBJECT = "Đảng viên, tổ chức"


def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for everyone of the year, and for each unit with something to look at."""
    year = look.year or latest_rating_year(ledger, look.as_of)
    if year is None:
        return
    asked = Question(year, look.as_of, look.settings.rating)
    years = RatingYears(ledger, asked)
    for rated in rated_people(years, look.settings.rulebook, look.units):
        yield _of_person(rated, asked)
    for unit in years.units():
        entry = _of_unit(unit, asked)
        if entry.matters:
            yield entry


SOURCE = RegisterSource(
    Register(
        id="rating",
        title="Đánh giá, xếp loại đảng viên",
        file="xep-loai",
        columns=_COLUMNS,
        empty=(
            "Sổ chưa có kết quả xếp loại của năm này. Nhập: partyroll import TỆP (mẫu:"
            " partyroll template ratings)."
        ),
        notice=_NOTICE,
        subject=_SUBJECT,
        yearly=True,
    ),
    entries,
)
CHECK = RegisterSource(
    Register(
        id="rating",
        title="Những điều cần rà soát trong đánh giá, xếp loại đảng viên",
        file="ra-soat-xep-loai",
        columns=_COLUMNS,
        empty=(
            "Không thấy điều gì cần rà soát trong kết quả xếp loại đã nhập của năm này. Chưa"
            " nhập thì: partyroll import TỆP (mẫu: partyroll template ratings)."
        ),
        notice=_NOTICE,
        subject=_SUBJECT,
        yearly=True,
    ),
    entries,
)


# --- Each line ----------------------------------------------------------------------------
def _of_person(rated: Rated, asked: Question) -> Entry:
    person = rated.person
    rating = person.years.get(asked.year, NOT_YET)
    return Entry(
        person.person_id,
        person.name,
        rated.unit_id,
        {
            "year": asked.year,
            **_levels(rating),
            "difference": difference(rating),
            "history": _history(person, asked.year),
        },
        matters_of_person(person, asked),
        *((rating.decided.source,) if rating.decided else ()),
    )


def _levels(rating: YearRating) -> dict[str, CellValue]:
    """Return each stage's level in a word, and its code for programs."""
    stated = {key: rating.stages.get(stage) for key, stage in _STAGES.items()}
    words = {key: RATING_COUNT[one.level] if one else "" for key, one in stated.items()}
    codes = {f"{key}_level": one.level.value if one else None for key, one in stated.items()}
    return {**words, **codes}


def _history(person: RatedPerson, year: int) -> str:
    """Return the levels of earlier years, the latest first."""
    before = sorted((one for one in person.years if one < year), reverse=True)
    levels = ((one, person.years[one].level) for one in before)
    return "; ".join(f"{one}: {RATING_COUNT[level]}" for one, level in levels if level)


def _of_unit(unit: RatedUnit, asked: Question) -> Entry:
    latest_first = sorted(unit.tallies.items(), reverse=True)
    values: Mapping[str, CellValue] = {
        "year": asked.year,
        "history": "; ".join(f"{year}: {counts(tally)}" for year, tally in latest_first),
    }
    matters = matters_of_unit(unit, asked)
    return Entry(unit.unit_id, unit.name, unit.unit_id, values, matters)


def counts(tally: RatingTally) -> str:
    """Return how many have each level, in words."""
    told = ((tally.count(level), RATING_COUNT[level]) for level in RatingLevel)
    return ", ".join(f"{number} {words}" for number, words in told if number)
