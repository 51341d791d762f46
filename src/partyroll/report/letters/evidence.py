"""What the books say of a person, in the words of a document."""

from collections.abc import Iterable
from dataclasses import replace

from partyroll.messages import FROM_BOOK_ROW, FROM_ROSTER
from partyroll.model import Finding, Ground, MonthFact, State, Table
from partyroll.period import month_list
from partyroll.report.lists import ListedPerson, evidence_table

_SAID = {
    (Ground.UNPAID_DUES, State.UNPAID): "chưa đóng đảng phí tháng {months}",
    (Ground.UNPAID_DUES, State.UNPAID_INFERRED): (
        "ô trống trong sổ đảng phí tháng {months}, suy ra là chưa đóng (đề nghị đối chiếu lại)"
    ),
    (Ground.UNPAID_DUES, State.PAID_LATE): "đóng chậm đảng phí tháng {months}",
    (Ground.SKIP_MEETINGS, State.UNEXCUSED): "vắng sinh hoạt không phép tháng {months}",
    (Ground.SKIP_MEETINGS, State.EXCUSED_MARKED): (
        "vắng sinh hoạt tháng {months}, sổ ghi có phép, chưa ai xác nhận"
    ),
}

_ORDER = (Ground.UNPAID_DUES, Ground.SKIP_MEETINGS, Ground.MIXED)


def evidence_sentences(finding: Finding) -> list[str]:
    """Return what the books say, a sentence for each kind of month; notes are quoted."""
    groups: dict[tuple[Ground, State, str], list[MonthFact]] = {}
    for fact in sorted(
        finding.months, key=lambda fact: (_ORDER.index(fact.ground), fact.month)
    ):
        groups.setdefault((fact.ground, fact.state, fact.note), []).append(fact)
    return [
        _sentence(ground, state, note, facts) for (ground, state, note), facts in groups.items()
    ]


def _sentence(ground: Ground, state: State, note: str, facts: list[MonthFact]) -> str:
    said = _SAID.get((ground, state))
    if said is None:
        return ""
    words = said.format(months=month_list(fact.month for fact in facts))
    if not note:
        return words
    # A reason that a remark gives says where it stands; words in a cell are the book's.
    words = words.replace(" không phép", "") if state is State.UNEXCUSED else words
    says_where = note.startswith((FROM_ROSTER, FROM_BOOK_ROW))
    return f"{words}; {note}" if says_where else f"{words}, sổ ghi: “{note}”"


def evidence_by_month(people: Iterable[ListedPerson], *, units: bool) -> Table:
    """Return the months behind findings with their cells; without `units` it is one cell's."""
    table = evidence_table(people).without_empty(frozenset({"note"}))
    if units:
        return table
    columns = (replace(c, printed=c.printed and c.key != "unit") for c in table.columns)
    return replace(table, columns=tuple(columns))
