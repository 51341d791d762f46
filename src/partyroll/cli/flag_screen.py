"""What `flag` says on screen: the rule, each list, what is missing."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag import PEOPLE_LISTS
from partyroll.cli.options import Common
from partyroll.messages import GROUND, NOT_A_DECISION, REVIEW_LIST, SILENCED
from partyroll.period import month_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partyroll.model import Gap, Ground, MonthFact
    from partyroll.period import Month
    from partyroll.tasks.reviewing import Listed, ReviewResult

# What is said of months that are not plainly stated as unpaid.
_TITLES = ("Họ và tên", "Chi bộ", "Số thẻ", "Căn cứ", "Số tháng", "Tháng")
_MARKS = {"UNPAID_INFERRED": "ô trống", "EXCUSED_MARKED": "có phép", "UNEXCUSED": "vắng"}


def tell_lists(result: "ReviewResult", at: Common) -> None:
    """Say which rule was read how, who stands on each list, and what nobody can tell."""
    from partyroll.tasks.rule_words import rule_lines

    screen = at.screen
    if not result.year_chosen:
        screen.note(f"Năm xét: {result.year} (năm mới nhất có sổ; đổi bằng --year).")
    for line in rule_lines(result):
        screen.note(line, prose=True)
    screen.note("")
    if not result.has_books:
        screen.note("Chưa có sổ đảng phí, sổ sinh hoạt nào: nhập bằng partyroll import <tệp>.")
    for name in PEOPLE_LISTS:
        _tell_list(result, name, at)
    _tell_silenced(result, at)
    _tell_gaps(result, at)
    counts = " · ".join(
        f"{REVIEW_LIST[name]}: {len(_people(result, name))}" for name in PEOPLE_LISTS
    )
    screen.note(f"{counts}. {NOT_A_DECISION}", prose=True)


def _people(result: "ReviewResult", name: str) -> "tuple[Listed, ...]":
    from partyroll.model import ReviewList

    return tuple(one for one in result.on(ReviewList(name)) if not one.finding.silenced)


def _tell_list(result: "ReviewResult", name: str, at: Common) -> None:
    people = _people(result, name)
    parts = [(people, REVIEW_LIST[name])]
    if name == "review":
        sure = tuple(one for one in people if not one.finding.only_inferred)
        blank = tuple(one for one in people if one.finding.only_inferred)
        parts = [
            (sure, f"{REVIEW_LIST[name]}: {len(sure)} người"),
            (blank, f"{REVIEW_LIST[name]}, chỉ khi ô trống là chưa đóng: {len(blank)} người"),
        ]
    for listed, title in parts:
        if not listed:
            continue
        shown = title if "người" in title else f"{title}: {len(listed)} người"
        rows = [_row(one, name, for_people=at.screen.for_people) for one in listed]
        at.screen.table(_TITLES, rows, title=shown)
        _tell_remarks(listed, at)


def _tell_silenced(result: "ReviewResult", at: Common) -> None:
    people = at.screen.for_people
    rows = [
        (REVIEW_LIST[one.finding.list], *_row(one, "", for_people=True))
        if people
        else _row(one, "silenced", for_people=False)
        for one in result.silenced
    ]
    titles = ("Danh sách", *_TITLES) if people else _TITLES
    if rows:
        at.screen.table(titles, rows, title=f"{SILENCED}: {len(rows)} người")


def _tell_remarks(listed: "Iterable[Listed]", at: Common) -> None:
    """Say what books and roster note of people: it may be why they stand here."""
    noted = [one for one in listed if one.finding.remarks] if at.screen.for_people else []
    for one in noted:
        at.screen.say(f"  {one.person.full_name}: {'; '.join(one.finding.remarks)}", prose=True)
    if noted:
        at.screen.say()


def _row(one: "Listed", name: str, *, for_people: bool) -> tuple[str | int | None, ...]:
    from partyroll.text import mask

    card = mask(one.person.card_no)[-6:] if one.person.card_no else ""
    ground, count = GROUND[one.finding.ground], one.finding.count
    record = (one.person.full_name, one.unit, card, ground, count, month_text(one))
    return record if for_people else (name, *record)


def month_text(one: "Listed") -> str:
    """Return the months behind a finding: those stated plainly, then each mark's own."""
    marked: dict[str, list[Month]] = {"": []}
    for fact in one.finding.months:
        marked.setdefault(_mark(fact), []).append(fact.month)
    years = len({fact.month.year for fact in one.finding.months}) > 1
    parts = ((mark, month_spans(months, years=years)) for mark, months in marked.items())
    return "; ".join(f"{mark}: {spans}" if mark else spans for mark, spans in parts if spans)


def _mark(fact: "MonthFact") -> str:
    return fact.note or _MARKS.get(fact.state.value, "")


def _tell_gaps(result: "ReviewResult", at: Common) -> None:
    grouped: dict[tuple[str, str], list[str]] = {}
    empty = _empty_months(result.gaps) if at.screen.for_people else {}
    for gap in result.gaps:
        # Blanks of a month need no line where its whole book is missing.
        missing = empty.get((gap.unit, gap.ground), ())
        if gap.kind == "blank_not_inferred" and any({*gap.months} <= one for one in missing):
            continue
        grouped.setdefault((gap.ground.value, gap.text), []).append(gap.unit)
    rows: list[tuple[str | int | None, ...]] = []
    for (ground, text), units in grouped.items():
        shown = ", ".join(units[:4]) + (f" và {len(units) - 4} chi bộ nữa" * (len(units) > 4))
        row = (shown, GROUND[ground], text)
        rows.append(row if at.screen.for_people else ("data_gap", *row))
    if rows:
        title = f"{REVIEW_LIST['data_gap']} (không ai bị tính vì thiếu sổ)"
        at.screen.table(("Chi bộ", "Căn cứ", "Thiếu gì"), rows, title=title)


def _empty_months(gaps: "Iterable[Gap]") -> "dict[tuple[str, Ground], list[set[Month]]]":
    """Return the months of which a unit's whole book is missing."""
    found: dict[tuple[str, Ground], list[set[Month]]] = {}
    for gap in gaps:
        if gap.kind == "empty_month":
            found.setdefault((gap.unit, gap.ground), []).append({*gap.months})
    return found
