"""Targets of admission against results, by unit and by who proposed people."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from partyroll.model import CellValue, Column, Gender, Shape, Table
from partyroll.report.figures import share
from partyroll.report.text_groups import first_group
from partyroll.text import fold

_MAJORITY = "kinh"
_OTHER = ("OTHER", "Nguồn khác")
_UNSTATED = ("UNSTATED", "Chưa ghi nguồn")


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody admitted in the year; `age` on that day, `units` from the highest down."""

    units: tuple[str, ...]
    age: tuple[int, int] | None = None
    gender: Gender | None = None
    origin: str = ""
    ethnicity: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """How many members a unit had at the beginning of the year, and whether it declared so.

    `of` is what it declared where the rolls hold only a part of that.
    """

    members: int
    declared: bool = False
    of: int | None = None


@dataclass(frozen=True, slots=True)
class UnitYear:
    """A unit whose results are shown, with what they are compared with."""

    unit_id: str
    path: tuple[str, ...]
    target: int | None = None
    base: Base | None = None


@dataclass(frozen=True, slots=True)
class UnitResult:
    """What became of a unit's target; numbers of people of whom the trait is known."""

    unit: UnitYear
    admitted: int
    women: int
    young: int
    average_age: float | None
    minority: int | None  # None = nobody's ethnicity was imported

    @property
    def of_target(self) -> float | None:
        """The admitted as a share of the target."""
        return share(self.admitted, self.unit.target) if self.unit.target else None

    @property
    def of_base(self) -> float | None:
        """The admitted as a share of the members at the beginning of the year."""
        base = self.unit.base
        return share(self.admitted, base.members) if base and base.members else None


@dataclass(frozen=True, slots=True)
class AdmissionResults:
    """The results of a year: units from the highest down, all of them together, sources."""

    year: int
    units: tuple[UnitResult, ...]
    whole: UnitResult
    sources: tuple[tuple[str, str, int], ...]  # code, title, number
    notes: tuple[str, ...] = field(default=())


def admission_results(
    year: int,
    new: Sequence[NewMember],
    units: Iterable[UnitYear],
    whole: UnitYear,
    *,
    youth_age: int,
) -> AdmissionResults:
    """Return the results of each unit, with those of all units below it."""
    shown = tuple(
        _result(unit, [one for one in new if unit.unit_id in one.units], youth_age)
        for unit in units
    )
    return AdmissionResults(
        year, shown, _result(whole, new, youth_age), _sources(new), _notes(new, youth_age)
    )


def _result(unit: UnitYear, new: Sequence[NewMember], youth_age: int) -> UnitResult:
    ages = [one.age for one in new if one.age]
    stated = [fold(one.ethnicity) for one in new if one.ethnicity.strip()]
    return UnitResult(
        unit,
        admitted=len(new),
        women=sum(one.gender is Gender.FEMALE for one in new),
        young=sum(most <= youth_age for _, most in ages),
        average_age=sum(map(sum, ages)) / (2 * len(ages)) if ages else None,
        minority=sum(words != _MAJORITY for words in stated) if stated else None,
    )


def origin_group(text: str) -> tuple[str, str]:
    """Return the code and the title of who proposed somebody."""
    if not text.strip():
        return _UNSTATED
    found = first_group("candidate_origin", text)
    return (found.code, found.title) if found else _OTHER


def _sources(new: Iterable[NewMember]) -> tuple[tuple[str, str, int], ...]:
    counted = Counter(origin_group(one.origin) for one in new)
    last = {_OTHER: 1, _UNSTATED: 2}
    ordered = sorted(counted.items(), key=lambda one: (last.get(one[0], 0), -one[1], one[0]))
    return tuple((code, title, number) for (code, title), number in ordered)


def _notes(new: Sequence[NewMember], youth_age: int) -> tuple[str, ...]:
    unknown = {
        "giới tính": sum(one.gender is None for one in new),
        "ngày sinh": sum(one.age is None for one in new),
        "dân tộc": sum(not one.ethnicity.strip() for one in new),
    }
    if unknown["dân tộc"] == len(new):
        del unknown["dân tộc"]  # never imported: nothing is counted by it
    told = [f"{number} người chưa ghi {what}" for what, number in unknown.items() if number]
    return (
        "Tính người có lễ kết nạp trong năm; không tính người nơi khác chuyển đến.",
        f"Tuổi đoàn: đến {youth_age} tuổi khi kết nạp ([admission] youth_age).",
        *([f"{'; '.join(told)}: không tính vào cột đó."] if told else []),
    )


# --- Tables -------------------------------------------------------------------------------
def results_table(found: AdmissionResults) -> Table:
    """Return the results by unit, all together at the end."""
    rows = tuple(map(_row, found.units))
    table = Table(
        id="admission_results",
        title=f"Kết quả kết nạp đảng viên năm {found.year}",
        columns=_COLUMNS,
        rows=(*rows, ("Cộng", 0, *_row(found.whole)[2:])) if rows else (),
        denominator="% chỉ tiêu: chỉ tiêu của đơn vị; % đầu năm: số đảng viên đầu năm",
        notes=found.notes,
        total_rows=int(bool(rows)),
    )
    return table.without_empty(frozenset({"target", "of_target", "minority", "base_source"}))


_COLUMNS = (
    Column("unit", "Tổ chức đảng", Shape.OUTLINE, 36),
    Column("level", "Cấp", Shape.ORDER, 6, printed=False),
    Column("target", "Chỉ tiêu", Shape.COUNT, 9),
    Column("admitted", "Đã kết nạp", Shape.COUNT, 9),
    Column("of_target", "% chỉ tiêu", Shape.PERCENT, 9),
    Column("base", "Đảng viên đầu năm", Shape.COUNT, 11),
    Column("base_source", "Nguồn số đầu năm", width=16),
    Column("of_base", "% đầu năm", Shape.PERCENT, 9),
    Column("women", "Nữ", Shape.COUNT, 7),
    Column("minority", "Dân tộc thiểu số", Shape.COUNT, 9),
    Column("young", "Tuổi đoàn", Shape.COUNT, 8),
    Column("average_age", "Tuổi bình quân", Shape.DECIMAL, 9),
)


def _row(one: UnitResult) -> tuple[CellValue, ...]:
    base = one.unit.base
    source = ("số đã báo cáo" if base.declared else "tính từ danh sách") if base else None
    return (
        one.unit.path[-1] if one.unit.path else "Cộng",
        len(one.unit.path),
        one.unit.target,
        one.admitted,
        one.of_target,
        base.members if base else None,
        source,
        one.of_base,
        one.women,
        one.minority,
        one.young,
        None if one.average_age is None else round(one.average_age, 1),
    )


def sources_table(found: AdmissionResults) -> Table:
    """Return how many were proposed by whom."""
    total = found.whole.admitted
    return Table(
        id="admission_sources",
        title="Nguồn giới thiệu",
        columns=(
            Column("source", "Nguồn", width=36),
            Column("number", "Số người", Shape.COUNT, 9),
            Column("percent", "%", Shape.PERCENT, 9),
        ),
        rows=tuple((title, number, share(number, total)) for _, title, number in found.sources),
        denominator="số đã kết nạp trong năm",
    )


def targets_apart(
    targets: Mapping[str, int], below: Mapping[str, Sequence[str]]
) -> dict[str, tuple[int, int]]:
    """Return the units whose target is not that of the units right below them together."""
    found = {}
    for unit_id, parts in below.items():
        stated = [targets[part] for part in parts if part in targets]
        if unit_id in targets and stated and sum(stated) != targets[unit_id]:
            found[unit_id] = (targets[unit_id], sum(stated))
    return found
