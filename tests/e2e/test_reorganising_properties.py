"""What holds of every reorganisation: past and whole stay, and undo brings all of it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from e2e import plans
from e2e.desk import NOW
from e2e.plans import PROVINCE, A, B, C, D, step
from partyroll.period import Term
from partyroll.tasks.importing import import_files
from partyroll.tasks.imports import ImportRequest
from partyroll.tasks.keeping import undo
from partyroll.tasks.reorganising.carrying import Reorganised, ReorganiseRequest, reorganise
from partyroll.tasks.reporting import ReportRequest, report_term
from partyroll.tasks.unit_tree import unit_tree
from trials import trials

NEW = "Chi bộ Mới"
TERM = Term.parse("2020-2025")
ON = date(2025, 7, 1)
DAYS = (date(2020, 1, 1), date(2025, 6, 30))
STRUCTURES = ("then", "now")


@dataclass(frozen=True)
class Office:
    """Cells with their members, exits of before and after, and what is done to the cells."""

    cells: dict[str, int]
    left: list[tuple[str, str]]
    steps: list[tuple[str, ...]]
    placed: list[tuple[str, str, str]]


def members(cells: dict[str, int], cell: str) -> list[str]:
    return plans.names(cell, cells[cell])


@st.composite
def offices(draw: st.DrawFn) -> Office:
    cells = {cell: draw(st.integers(1, 6)) for cell in (A, B, C, D)}
    days = st.dates(date(2020, 1, 1), date(2025, 12, 31))
    left = draw(st.lists(st.tuples(st.sampled_from([*cells]), days), max_size=6))
    steps: list[tuple[str, ...]] = []
    placed: list[tuple[str, str, str]] = []
    founded = False
    for cell in draw(st.lists(st.sampled_from((A, B, C)), unique=True, min_size=1)):
        what = draw(st.sampled_from(("merge", "found", "rename", "abolish", "split")))
        if what == "merge":
            steps.append(step("Sáp nhập", cell, D))
        elif what == "found":
            founded = True
            steps.append(step("Sáp nhập", cell, NEW))
        elif what == "rename":
            steps.append(step("Đổi tên", cell, f"{cell} mới"))
        elif what == "abolish":
            steps.append(step("Giải thể", cell))
            placed += [(name, cell, D) for name in members(cells, cell)]
        else:
            founded = True
            steps += [step("Chia", cell, D), step("Chia", cell, NEW)]
            into = st.sampled_from((D, NEW))
            placed += [(name, cell, draw(into)) for name in members(cells, cell)]
    if founded:
        steps.insert(0, step("Thành lập", new=NEW, parent=PROVINCE))
    # Whoever left later was still a member that day, and the plan would have to place them.
    ended = {cell for _, cell, _ in placed}
    stated = [(cell, f"{day:%d/%m/%Y}") for cell, day in left if cell not in ended or day < ON]
    return Office(cells, stated, draw(st.permutations(steps)), placed)


def written(folder: Path, office: Office) -> Path:
    """Make the ledger of an office."""
    files = [plans.roll(folder, office.cells)]
    if office.left:
        files.append(plans.exits(folder, office.left))
    ledger = folder / "partyroll.db"
    import_files(ImportRequest(tuple(files), ledger, "thử", NOW, accepted=True))
    return ledger


def carried_out(folder: Path, ledger: Path, office: Office) -> Reorganised:
    plan = plans.plan(folder, *office.steps, people=office.placed)
    request = ReorganiseRequest(plan, ledger, "thử", NOW + timedelta(hours=2))
    return reorganise(request, agree=lambda _: True)


def tables(ledger: Path, structure: str) -> Sequence[object]:
    found = report_term(ReportRequest(ledger, TERM, NOW.date(), structure))
    return (found.report.totals, found.report.tables, found.report.problems)


def tree(ledger: Path, day: date) -> list[object]:
    found = unit_tree(ledger, as_of=day)
    return [(one.unit.name, one.own, one.members) for one in found.lines if one.members]


def exits_of_all(ledger: Path, structure: str) -> tuple[object, ...]:
    report = report_term(ReportRequest(ledger, TERM, NOW.date(), structure)).report
    return tuple(report.table("by_unit").rows[-1][2:])


@trials(8, many=40)
@given(offices())
def test_a_reorganisation_changes_no_past_and_no_whole_and_can_be_taken_back(
    office: Office,
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        ledger = written(folder, office)
        past = [tree(ledger, day) for day in DAYS]
        now = unit_tree(ledger, as_of=NOW.date())
        reports = [tables(ledger, structure) for structure in STRUCTURES]
        whole = exits_of_all(ledger, "then")

        done = carried_out(folder, ledger, office)

        assert [one.message for one in done.blockers] == []
        assert [tree(ledger, day) for day in DAYS] == past
        assert {exits_of_all(ledger, structure) for structure in STRUCTURES} == {whole}
        after = unit_tree(ledger, as_of=NOW.date())
        assert after.lines[0].members == now.lines[0].members

        undo(ledger, None, actor="thử", now=NOW + timedelta(hours=3), dry_run=False, agree=_yes)

        assert [tables(ledger, structure) for structure in STRUCTURES] == reports
        assert unit_tree(ledger, as_of=NOW.date()) == now


def _yes(_: object) -> bool:
    return True
