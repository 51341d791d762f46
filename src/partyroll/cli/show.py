"""`partyroll show MEMBER`."""

from typing import TYPE_CHECKING, Annotated

import typer

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
from partyroll.messages import FIELD, GROUND, PERMISSION, REASON, STATE, STATUS

if TYPE_CHECKING:
    from partyroll.store.story import Said
    from partyroll.tasks.listing import BookYear, Story

_NUMBERS = frozenset({"card_no", "card_no_old", "national_id"})


def show(
    context: typer.Context,
    member: Annotated[
        str, typer.Argument(metavar="NGƯỜI", help="Họ tên, số thẻ hoặc mã người.")
    ],
    year: Annotated[
        int | None, typer.Option("--year", metavar="NĂM", help="Chỉ sổ của năm này.")
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
        settings=at.settings().rule,
        year=year,
        known_at=knowledge(at, known_at),
    )
    if json:
        from partyroll.cli.contracts import show_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(show_envelope(found, at)))
        return 0
    _tell(found, at, full_ids=full_ids)
    return 0


def _tell(found: "Story", at: Common, *, full_ids: bool) -> None:
    from partyroll.tasks.documents import standing_text

    screen, one = at.screen, found.on_roll
    standing = standing_text(one) or "chưa rõ"
    screen.say(f"{one.person.full_name} — {' › '.join(one.unit_path) or 'chưa rõ chi bộ'}")
    screen.say(f"Tính đến {found.as_of:%d/%m/%Y}: {standing}")
    screen.say()
    rows = [
        (FIELD.get(said.name, said.name), _value(said, full_ids=full_ids), _origin(said))
        for said in found.said
    ]
    screen.table(("Mục", "Nội dung", "Nguồn"), rows)
    for line in _events(found):
        screen.say(line)
    for book_year in found.years:
        _tell_year(book_year, at)


def _value(said: "Said", *, full_ids: bool) -> str:
    from partyroll.text import mask

    if said.name in _NUMBERS and not full_ids:
        return mask(said.value)
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
            f"{when}: {STATUS.get(event.kind, event.kind)}{paper}{why} — {event.source}"
        )
    for leg in found.on_roll.person.legs:
        when = leg.on.vi if leg.on else "không rõ ngày"
        what = "chuyển đi" if leg.out else "chuyển đến"
        lines.append(f"{when}: {what} {leg.place} — {leg.source}")
    for held in found.on_roll.person.permissions:
        since = f" từ {held.start.vi}" if held.start else ""
        until = f" đến {held.end.vi}" if held.end else ""
        lines.append(f"{PERMISSION[held.kind]}{since}{until} — {held.source}")
    return lines


def _tell_year(book_year: "BookYear", at: Common) -> None:
    rows = [
        (
            fact.month.vi,
            GROUND[fact.ground],
            STATE[fact.state],
            "; ".join(part for part in (fact.note, fact.explanation) if part),
            str(fact.source) if fact.source else "",
        )
        for fact in book_year.months
    ]
    titles = ("Tháng", "Căn cứ", "Trạng thái", "Ghi chú", "Nguồn")
    at.screen.table(titles, rows, title=f"Năm {book_year.year}")
