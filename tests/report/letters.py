"""People on lists as documents name them, and documents as plain lines."""

from dataclasses import replace
from datetime import date

from partyroll.model import (
    Finding,
    Gap,
    Ground,
    MonthFact,
    OfficialPaper,
    Passage,
    ReviewList,
    RuleSet,
    Source,
    State,
)
from partyroll.period import Month, PartialDate
from partyroll.report.letters.matter import Reviewed
from partyroll.report.lists import ListedPerson

CELL = ("Đảng bộ xã Mẫu", "Chi bộ 3")
BORN = PartialDate(1970, 3, 5)
RULE = RuleSet(
    "294-QĐ/TW", date(2025, 5, 26), "06-HD/TW", "không đóng đảng phí ba tháng trong năm"
)


def month(
    number: int,
    state: State = State.UNPAID,
    note: str = "",
    *,
    ground: Ground = Ground.UNPAID_DUES,
    year: int = 2025,
) -> MonthFact:
    source = Source("so.xlsx", "Đảng phí 2025", 7, f"{'ABCDEFGHIJKLMN'[number + 1]}7")
    return MonthFact(Month(year, number), ground, state, note, source=source)


def listed(
    *months: MonthFact,
    name: str = "Nguyễn Văn An",
    path: tuple[str, ...] = CELL,
    on_list: ReviewList = ReviewList.REVIEW,
    only_inferred: bool = False,
    remarks: tuple[str, ...] = (),
    born: PartialDate | None = BORN,
    card_no: str | None = "********0001",
) -> ListedPerson:
    stated = months or (month(2), month(6), month(7), month(8))
    finding = Finding(
        on_list, stated[0].ground, len(stated), (), stated, only_inferred, "", remarks
    )
    return ListedPerson(finding, name, card_no, path[-1] if path else "", name, path, born)


def concluded(one: ListedPerson) -> ListedPerson:
    """The same person after a conclusion on the same evidence."""
    return replace(one, finding=replace(one.finding, silenced=True))


def reviewed(*people: ListedPerson, gaps: tuple[Gap, ...] = ()) -> Reviewed:
    return Reviewed(
        year=2025,
        as_of=date(2025, 12, 31),
        rule=RULE,
        how=("Căn cứ: “…” (294-QĐ/TW).", "Cách đếm: từ 3 tháng."),
        settings=(("Số tháng", "3"),),
        people=people,
        gaps=gaps,
    )


def lines(paper: OfficialPaper) -> list[str]:
    """The text of a document without its tables; a dotted line is shown as a bar."""
    return [
        f"{c.lead} {c.text}".strip() + " |" * c.blanks
        for c in paper.contents
        if isinstance(c, Passage)
    ]
