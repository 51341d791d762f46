"""Whatever is granted, it raises nobody; ending and taking back put everything as it was."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from e2e.books import AN, BINH
from e2e.desk import NOW
from partyroll.tasks.excusing.adding import add
from partyroll.tasks.excusing.judging import Judgement, end, judge
from partyroll.tasks.excusing.request import Typed
from partyroll.tasks.keeping import undo
from partyroll.tasks.registers.writing import Command
from partyroll.tasks.reviewing import ReviewRequest, review_lists
from store import shelf
from trials import trials

SEVERITY = ("watch", "check_reason", "review")
MONTHS = st.integers(1, 12)
REASONS = st.builds(
    Typed,
    member=st.sampled_from([AN[0], BINH[0]]),
    kind=st.sampled_from(["SICKNESS", "DUTY", "EXEMPT", "TEMP_EXEMPT", "SUSPENDED"]),
    month=MONTHS.map(lambda number: f"{number}/2024"),
)
ELSEWHERE = st.builds(
    Typed,
    member=st.just(AN[0]),
    kind=st.sampled_from(["TEMP_TRANSFER", "ABROAD"]),
    host=st.just("Chi bộ khu X"),
    month=MONTHS.map(lambda number: f"{number}/2024"),
)


@contextmanager
def copied(ledger: Path) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(shutil.copyfile(ledger, Path(folder) / "partyroll.db"))


def severity(ledger: Path) -> dict[str, int]:
    """Return how strong the list of everybody is; whoever is on none has no entry."""
    found = review_lists(ReviewRequest(ledger, NOW.date(), as_of=date(2024, 12, 31)))
    return {one.person.full_name: SEVERITY.index(one.finding.list) for one in found.listed}


def said(ledger: Path, typed: Typed) -> str:
    [one] = add(Command(ledger, "a", NOW), typed).told
    return str(one.grant.number)


@trials(2, many=6)
@given(typed=REASONS | ELSEWHERE)
def test_what_is_granted_raises_nobody_and_ends_as_it_began(
    cell_ledger: Path, typed: Typed
) -> None:
    with copied(cell_ledger) as ledger:
        before, content = severity(ledger), shelf.digest(ledger)

        number = said(ledger, typed)
        granted = severity(ledger)
        undo(ledger, None, actor="a", now=NOW)

        assert number == "1"
        assert all(before.get(name, -1) >= rank for name, rank in granted.items())
        assert (severity(ledger), shelf.digest(ledger)) == (before, content)


@trials(2, many=6)
@given(first=MONTHS, length=st.integers(1, 11))
def test_accepting_raises_nobody_and_rejecting_lowers_nobody(
    cell_ledger: Path, first: int, length: int
) -> None:
    typed = Typed(AN[0], "SICKNESS", f"{first}/2024", f"{min(12, first + length)}/2024")
    with copied(cell_ledger) as ledger:
        before = severity(ledger)

        number = said(ledger, typed)
        waiting = severity(ledger)
        judge(Command(ledger, "a", NOW), [number], Judgement(accepted=True, by="B"))
        accepted = severity(ledger)
        judge(Command(ledger, "a", NOW), [number], Judgement(accepted=False, by="B"))
        rejected = severity(ledger)

        assert waiting == before
        assert accepted.get(AN[0], -1) <= before[AN[0]] <= rejected[AN[0]]


@trials(2, many=6)
@given(last=MONTHS)
def test_what_ends_early_lifts_what_a_shorter_paper_would(cell_ledger: Path, last: int) -> None:
    whole = Typed(AN[0], "EXEMPT", "1/2024", "12/2024")
    short = Typed(AN[0], "EXEMPT", "1/2024", f"{last}/2024")
    with copied(cell_ledger) as ledger, copied(cell_ledger) as other:
        end(Command(ledger, "a", NOW), said(ledger, whole), f"{last}/2024")
        said(other, short)

        assert severity(ledger) == severity(other)
