"""`partyroll show MEMBER`."""

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.excuse_screen import excuse_line
from partyroll.cli.kept_lines import kept_lines, tell_signs
from partyroll.cli.options import (
    AsOfOption,
    Common,
    FullIdsOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    QuietOption,
    common,
    day_or,
    knowledge,
)
from partyroll.cli.stay_words import stay_words
from partyroll.messages import (
    FIELD,
    GROUND,
    PERMISSION,
    RATING_LEVEL,
    RATING_STAGE,
    REASON,
    REVIEW_LIST,
    SILENCED,
    STATE,
    STATUS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partyroll.model import MonthFact, Rating, Source
    from partyroll.rules.supposing import Supposition
    from partyroll.store.story import Said
    from partyroll.tasks.explaining import BookYear
    from partyroll.tasks.listing import Story

_NUMBERS = frozenset({"card_no", "card_no_old", "national_id"})


def show(
    context: typer.Context,
    member: Annotated[
        str, typer.Argument(metavar="NGƯỜI", help="Họ tên, số thẻ hoặc mã người.")
    ],
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="NĂM", help="Giải thích từng tháng của năm này."),
    ] = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    json: JsonOption = False,
    full_ids: FullIdsOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Toàn bộ những gì sổ biết về một người, mỗi điều kèm tệp, trang, dòng đã ghi.

    Mã kết thúc: 0 xong, 2 không có hoặc có nhiều người khớp, 10 chưa có sổ.
    """
    from partyroll.tasks.listing import story

    at = common(context, ledger, quiet=quiet)
    found = story(
        at.ledger,
        member,
        as_of=day_or(as_of, at.today),
        settings=at.settings(),
        year=year,
        known_at=knowledge(at, known_at),
    )
    if json:
        from partyroll.cli.contracts.show import show_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(show_envelope(found, at)))
        return 0
    _tell(found, at, full_ids=full_ids, each_month=year is not None)
    return 0


def _tell(found: "Story", at: Common, *, full_ids: bool, each_month: bool) -> None:
    from partyroll.tasks.documents import standing_text

    screen, one = at.screen, found.on_roll
    standing = standing_text(one) or "chưa rõ"
    path = " › ".join(one.unit_path) or "chưa rõ chi bộ"
    screen.say(f"{one.person.full_name} — {path}", prose=True)
    screen.say(f"Tính đến {found.as_of:%d/%m/%Y}: {standing}")
    screen.say()
    rows = [
        (FIELD.get(said.name, said.name), _value(said, full_ids=full_ids), _origin(said))
        for said in found.said
    ]
    if screen.for_people:
        rows = list(_each_source_once(rows))
    screen.table(("Mục", "Nội dung", "Nguồn"), rows)
    events = [*_events(found), *kept_lines(found.kept)]
    for line in events:
        screen.say(line, prose=True)
    if events and screen.for_people:
        screen.say()
    tell_signs(found, at)
    for book_year in found.years:
        _tell_year(book_year, at, each_month=each_month)


def _each_source_once(
    rows: "Iterable[tuple[str, str, str]]",
) -> "Iterator[tuple[str, str, str]]":
    above = ""
    for title, value, origin in rows:
        yield title, value, "" if origin == above else origin
        above = origin


def _value(said: "Said", *, full_ids: bool) -> str:
    from partyroll.text import mask

    if said.name in _NUMBERS and not full_ids:
        return mask(said.value)
    if said.name == "stated_status":
        return STATUS.get(said.value, said.value)
    if said.name.endswith("_date"):
        from partyroll.period import PartialDate

        return PartialDate.parse(said.value).vi
    return said.value


def _origin(said: "Said") -> str:
    until = f", đến thay đổi {said.until}" if said.until else ""
    return f"{said.source} (thay đổi {said.change}{until})"


def _events(found: "Story") -> list[str]:
    lines = []
    for event in found.on_roll.person.events:
        when = event.on.vi if event.on else "không rõ ngày"
        paper = f", quyết định {event.decision_no}" if event.decision_no else ""
        reasons = ", ".join(REASON[reason] for reason in event.reasons)
        why = f" ({reasons})" if reasons else ""
        lines.append(
            f"{when}: {STATUS.get(event.kind, event.kind)}{paper}{why}{_place(event.source)}"
        )
    for leg in found.on_roll.person.legs:
        when = leg.on.vi if leg.on else "không rõ ngày"
        what = "chuyển đi" if leg.out else "chuyển đến"
        what += " tạm thời" if leg.temporary else ""
        lines.append(f"{when}: {what} {leg.place}{_place(leg.source)}")
    for held in found.on_roll.person.permissions:
        since = f" từ {held.start.vi}" if held.start else ""
        until = f" đến {held.end.vi}" if held.end else ""
        share = f" {held.share}%" if held.share else ""
        said = (held.reason_text, held.paper, held.granted_by)
        paper = "".join(f", {part}" for part in said if part)
        lines.append(
            f"{PERMISSION[held.kind]}{share}{since}{until}{paper}{_place(held.source)}"
        )
    lines += [excuse_line(one) for one in found.excuses]
    lines += [f"{stay_words(stay)}{_place(stay.source)}" for stay in found.away]
    lines += [_rating_line(rating) for rating in found.ratings]
    return lines


def _place(source: "Source") -> str:
    """Return the place that states a fact; what was typed as a command has none."""
    return f" — {source}" if str(source) else ""


def _rating_line(rating: "Rating") -> str:
    note = f", {rating.note}" if rating.note else ""
    level = RATING_LEVEL[rating.level]
    return f"Năm {rating.year}, {RATING_STAGE[rating.stage]}: {level}{note} — {rating.source}"


def _tell_year(book_year: "BookYear", at: Common, *, each_month: bool) -> None:
    """Print what each month is; for people who read many years equal months in one line."""
    runs = [[fact] for fact in book_year.months]
    if at.screen.for_people and not each_month:
        runs = [list(run) for _, run in groupby(book_year.months, key=_said_of)]
    titles = ("Tháng", "Căn cứ", "Trạng thái", "Ghi chú", "Nguồn")
    at.screen.table(titles, [_run_row(run) for run in runs], title=f"Năm {book_year.year}")
    for line in book_year.lines:
        if line.remark:
            at.screen.say(f"Ghi chú trong sổ: {line.remark} — {line.source}", prose=True)
    for told in _outcome(book_year):
        at.screen.say(told, prose=True)


def _outcome(book_year: "BookYear") -> "Iterator[str]":
    """Yield on which list the year puts them, and what would change that."""
    finding = book_year.finding
    if finding is None:
        yield f"Năm {book_year.year}: không có tên trong danh sách nào."
        return
    judged = f" {SILENCED}." if finding.silenced else ""
    yield f"Năm {book_year.year}: {REVIEW_LIST[finding.list]} — {finding.why}.{judged}"
    for supposed in book_year.suppositions:
        yield f"  {_supposition(supposed)}"


_IF = {
    ("PAID", False): "đóng bù một trong các tháng {}",
    ("PAID", True): "đóng bù đủ các tháng {}",
    ("EXCUSED", False): "lý do của một trong các tháng {} được chấp nhận",
    ("EXCUSED", True): "lý do của tất cả các tháng {} được chấp nhận",
    ("REJECTED", False): "lý do của một trong các tháng {} không được chấp nhận",
    ("REJECTED", True): "lý do của tất cả các tháng {} không được chấp nhận",
}


def _supposition(supposed: "Supposition") -> str:
    from partyroll.period import month_list

    condition = _IF[supposed.change.value, supposed.together]
    if len(supposed.months) == 1:
        condition = condition.replace("một trong các tháng", "tháng")
    then = "không có tên trong danh sách nào"
    if supposed.list is not None:
        then = f"{REVIEW_LIST[supposed.list]} ({supposed.count} tháng)"
    return f"Nếu {condition.format(month_list(supposed.months))}: {then}."


def _said_of(fact: "MonthFact") -> tuple[str, str, str, str]:
    return (fact.ground, fact.state, fact.note, fact.explanation)


def _run_row(run: "Sequence[MonthFact]") -> tuple[str, ...]:
    first, last = run[0], run[-1]
    months = first.month.vi if len(run) == 1 else f"{first.month.number}–{last.month.vi}"
    source = str(first.source) if first.source else ""
    if first.source and last.source and last.source.cell != first.source.cell:
        source = f"{source}–{last.source.cell}"
    return (
        months,
        GROUND[first.ground],
        STATE[first.state],
        "; ".join(part for part in (first.note, first.explanation) if part),
        source,
    )
