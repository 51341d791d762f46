"""Lists for review: who to look at, the evidence, and what nobody can tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partyroll.messages import (
    ANSWER,
    EXCUSE,
    GAP,
    GROUND,
    LIST_COLUMN,
    LIST_ROW,
    ONLY_INFERRED,
    OUTCOME,
    REVIEW_LIST,
    SILENCED,
    STATE,
)
from partyroll.model import (
    CellValue,
    Choices,
    Column,
    Finding,
    Gap,
    Ground,
    MonthFact,
    ReviewList,
    Shape,
    Source,
    State,
    Table,
)
from partyroll.period import Month, PartialDate, month_spans
from partyroll.text import SortKey, name_sort_key, natural_key

_LISTS = (ReviewList.REVIEW, ReviewList.CHECK_REASON, ReviewList.WATCH)
REASONS = Choices("dm_ly_do", ANSWER["reason"], tuple(EXCUSE.values()))
# What a cell can conclude; to strike somebody off is for the committee above it.
CONCLUSIONS = Choices(
    "dm_ket_qua",
    ANSWER["conclusion"],
    tuple(OUTCOME[one] for one in OUTCOME if one not in {"REMOVED", "WITHDREW"}),
    strict=True,
)


def _printed(key: str, width: int, shape: Shape = Shape.TEXT) -> Column:
    return Column(key, LIST_COLUMN[key], shape, width)


def _answer(
    field: str, width: int, shape: Shape = Shape.LONG_TEXT, key: str = "", offers: str = ""
) -> Column:
    title = ANSWER[field]
    return Column(f"answer_{key or field}", title, shape, width, by_hand=True, offers=offers)


_ANSWERS = (
    _answer("reason", 16, offers=REASONS.name),
    _answer("opinion", 22),
    _answer("conclusion", 15, offers=CONCLUSIONS.name),
    _answer("decided_by", 12),
    _answer("decided_on", 11, Shape.DATE, key="date"),
    _answer("paper", 12),
)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A finding with the words that name the person on paper."""

    finding: Finding
    full_name: str
    card_no: str | None = None
    unit: str = ""
    person_id: str = ""
    unit_path: tuple[str, ...] = ()  # from the highest to the cell
    birth_date: PartialDate | None = None
    age: str = ""  # where the birth date is not for the reader


def review_tables(people: Iterable[ListedPerson], list_id: str = "") -> tuple[Table, ...]:
    """Return one table for each list of people, the strongest list first, empty or not.

    Whoever stands on the first list only if blanks mean unpaid has a table apart, and so has,
    as the last, everybody whose evidence was judged before and is the same.  `list_id`
    is what a list that went out is known by; with it each row can come back.
    """
    ordered = sorted(people, key=_order)
    everyone = [person for person in ordered if not person.finding.silenced]
    quiet = [person for person in ordered if person.finding.silenced]
    tables = []
    for kind in _LISTS:
        listed = [person for person in everyone if person.finding.list is kind]
        if kind is not ReviewList.REVIEW:
            tables.append(_list_table(kind.value, REVIEW_LIST[kind], listed, list_id))
            continue
        sure = [person for person in listed if not person.finding.only_inferred]
        blank = [person for person in listed if person.finding.only_inferred]
        tables.append(_list_table(kind.value, REVIEW_LIST[kind], sure, list_id))
        tables.append(_list_table("review_inferred", ONLY_INFERRED, blank, list_id))
    return (*tables, _list_table("silenced", SILENCED, quiet, list_id))


def _order(person: ListedPerson) -> tuple[tuple[tuple[int, SortKey], ...], SortKey, str]:
    return natural_key(person.unit), name_sort_key(person.full_name), person.person_id


# Evidence of which a whole list may hold nothing: a narrow list is a legible one.
_IF_ANY = frozenset(
    {
        *("unpaid", "inferred", "late", "noted"),
        *("unexcused", "excused_marked", "remarks", "row_key"),
    }
)


def _list_table(
    table_id: str, title: str, people: Sequence[ListedPerson], list_id: str
) -> Table:
    table = Table(
        id=table_id,
        title=title,
        columns=(
            _printed("number", 5, Shape.ORDER),
            _printed("full_name", 20),
            _printed("card_no", 13, Shape.ID),
            _printed("unit", 16),
            _printed("ground", 9),
            _printed("count", 7, Shape.ORDER),
            _printed("unpaid", 9, Shape.ID),
            _printed("inferred", 9, Shape.ID),
            _printed("late", 9, Shape.ID),
            _printed("noted", 9, Shape.ID),
            _printed("unexcused", 9, Shape.ID),
            _printed("excused_marked", 9, Shape.ID),
            _printed("longest_run", 7, Shape.ORDER),
            _printed("remarks", 15, Shape.LONG_TEXT),
            *_ANSWERS,
            Column("person_id", "Mã người", Shape.ID, printed=False),
            Column("row_key", LIST_ROW, Shape.TEXT, 10, hidden=True),
        ),
        rows=_list_rows(people, list_id),
        pages_by="unit",
    )
    return table.without_empty(_IF_ANY)


def _list_rows(
    people: Sequence[ListedPerson], list_id: str
) -> tuple[tuple[CellValue, ...], ...]:
    years = {fact.month.year for person in people for fact in person.finding.months}
    one_year = len(years) == 1
    return tuple(
        (
            number,
            person.full_name,
            person.card_no,
            person.unit,
            GROUND[person.finding.ground],
            person.finding.count,
            *(_months(cells, one_year=one_year) for cells in _by_column(person.finding)),
            _longest_run(person.finding),
            "; ".join(person.finding.remarks),
            *(None for _ in _ANSWERS),
            person.person_id,
            f"{list_id}/{person.person_id}" if list_id else None,
        )
        for number, person in enumerate(people, start=1)
    )


def _by_column(finding: Finding) -> list[list[Month]]:
    """Return the months of the six columns; a month that fits none is evidence only."""

    def of(ground: Ground, *states: State, noted: bool = False) -> list[Month]:
        return [
            fact.month
            for fact in finding.months
            if fact.ground is ground and fact.state in states and noted is bool(fact.note)
        ]

    dues, meetings = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS
    marked = [fact.month for fact in finding.months if fact.state is State.EXCUSED_MARKED]
    reasons = {
        *of(dues, State.UNPAID, State.UNPAID_INFERRED, noted=True),
        *of(meetings, State.UNEXCUSED, noted=True),
    }
    return [
        of(dues, State.UNPAID),
        of(dues, State.UNPAID_INFERRED),
        of(dues, State.PAID_LATE),
        sorted(reasons),
        of(meetings, State.UNEXCUSED),
        marked,
    ]


def _months(months: Iterable[Month], *, one_year: bool) -> str:
    return month_spans(months, years=not one_year)


def _longest_run(finding: Finding) -> int:
    return max((counted.longest_run for counted in finding.grounds), default=0)


def evidence_table(people: Iterable[ListedPerson]) -> Table:
    """Return one row for each month that stands behind a finding, with its cell."""
    return Table(
        id="evidence",
        title="Căn cứ từng tháng",
        columns=(
            Column("number", "STT", Shape.ORDER, 6),
            Column("full_name", "Họ và tên", width=26),
            Column("unit", "Chi bộ", width=20),
            Column("month", "Tháng", Shape.ID, 9),
            Column("ground", "Căn cứ", width=12),
            Column("state", "Trạng thái", width=20),
            Column("note", "Ghi chú", Shape.LONG_TEXT, 30),
            Column("file", "Tệp", Shape.LONG_TEXT, 28),
            Column("sheet", "Trang tính", width=16),
            Column("cell", "Ô", width=9),
            Column("person_id", "Mã người", Shape.ID, printed=False),
        ),
        rows=tuple(
            (number, *_evidence(person, fact), person.person_id)
            for number, (person, fact) in enumerate(_facts(people), start=1)
        ),
    )


def _facts(people: Iterable[ListedPerson]) -> list[tuple[ListedPerson, MonthFact]]:
    return [
        (person, fact)
        for person in sorted(people, key=_order)
        for fact in sorted(person.finding.months, key=lambda f: (f.ground, f.month))
    ]


def _evidence(person: ListedPerson, fact: MonthFact) -> tuple[CellValue, ...]:
    source = fact.source or Source("")
    place = source.cell or (f"dòng {source.row}" if source.row else "")
    return (
        person.full_name,
        person.unit,
        fact.month.vi,
        GROUND[fact.ground],
        STATE[fact.state],
        "; ".join(filter(None, (fact.note, fact.explanation))),
        source.file,
        source.sheet,
        place,
    )


def gaps_table(gaps: Iterable[Gap]) -> Table:
    """Return the unit-months for which nobody can tell."""
    ordered = sorted(gaps, key=lambda gap: (natural_key(gap.unit), gap.ground, gap.months))
    return Table(
        id=ReviewList.DATA_GAP.value,
        title=REVIEW_LIST[ReviewList.DATA_GAP],
        columns=(
            Column("number", "STT", Shape.ORDER, 6),
            Column("unit", "Chi bộ", width=30),
            Column("ground", "Căn cứ", width=14),
            Column("kind", "Thiếu gì", width=34),
            Column("months", "Tháng", Shape.LONG_TEXT, 34),
            Column("count", "Số người, số ô", Shape.COUNT, 10),
            Column("text", "Ghi chú", Shape.LONG_TEXT, 40),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(
            (
                number,
                gap.unit,
                GROUND[gap.ground],
                GAP.get(gap.kind, gap.kind),
                month_spans(gap.months, years=True),
                gap.count or None,
                gap.text,
                gap.kind,
            )
            for number, gap in enumerate(ordered, start=1)
        ),
    )
