"""Random workbooks: people who come back, disagree with themselves, and leave."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st

from partyroll.model import (
    CandidateStage,
    ExitKind,
    RatingLevel,
    RatingStage,
    Reason,
    Status,
)
from partyroll.period import Month, PartialDate
from partyroll.read.facts import (
    AwayRow,
    CandidateRow,
    RatingRow,
    ReadFile,
    RosterRow,
    Row,
    StatedPayment,
    StatedRating,
    Table,
    TableKind,
    UnitRef,
    UnitRow,
)
from store import papers, shelf

NAMES = (papers.AN, papers.BINH, papers.CHI, "Phạm Thử Dung")
COMMUNE = "Đảng bộ xã Mẫu"
UNITS = (
    papers.DONG,
    papers.TAY,
    UnitRef("Chi bộ thôn Đông", parents=(COMMUNE,)),
    UnitRef("Chi bộ thôn Tây", parents=("Đảng bộ huyện Mẫu", COMMUNE)),
    None,
)
DATES = tuple(
    None if text is None else PartialDate.parse(text)
    for text in (None, "1980", "1980-02", "1980-02-03", "1981-05-06")
)
NUMBERS = (None, None, "099000000001", "099000000002")

names = st.sampled_from(NAMES)
units = st.sampled_from(UNITS)
dates = st.sampled_from(DATES)
numbers = st.sampled_from(NUMBERS)
rows = st.integers(2, 40)


roster_rows = st.builds(
    papers.someone,
    names,
    rows,
    unit=units,
    card_no=numbers,
    national_id=numbers,
    birth_date=dates,
    admission_date=dates,
    official_blank=st.booleans(),
    exempt_activity=st.sampled_from((None, True)),
    exempt_since=dates,
    status=st.sampled_from((None, Status.OFFICIAL, Status.REMOVED, Status.OUT)),
    status_date=dates,
    note=st.sampled_from(("", "ở xa")),
    attributes=st.sampled_from(({}, {"occupation": "nông dân"}, {"occupation": "hưu trí"})),
)
payments = st.builds(
    StatedPayment,
    month=st.builds(Month, st.just(2024), st.integers(1, 12)),
    cell=st.sampled_from(("C2", "D2")),
    amount=st.sampled_from((None, 10_000)),
)
book_rows = st.builds(
    papers.letters,
    st.text("PU.N", min_size=12, max_size=12),
    names,
    rows,
    unit=units,
    card_no=numbers,
    notes=st.dictionaries(st.integers(0, 11), st.just("nộp sau"), max_size=2),
    payments=st.lists(payments, max_size=2).map(tuple),
)
exit_rows = st.builds(
    papers.leaving,
    names,
    rows,
    kind=st.sampled_from((ExitKind.REMOVED, ExitKind.OUT, ExitKind.LEFT_UNSTATED)),
    unit=units,
    card_no=numbers,
    event_date=dates,
    decision_date=dates,
    reasons=st.sampled_from(((), (Reason.UNSTATED,), tuple(Reason)[:2])),
)

stays = st.builds(
    AwayRow,
    rows,
    names,
    unit=units,
    card_no=numbers,
    place=st.sampled_from(("", "Huế", "Vinh")),
    since=dates,
    until=st.sampled_from((None, PartialDate(1999))),
    transferred=st.sampled_from((None, True, False)),
)
stated_ratings = st.builds(
    StatedRating,
    st.sampled_from((2023, 2024)),
    st.sampled_from(RatingLevel),
    st.just("như đã ghi"),
    st.sampled_from(RatingStage),
)
rated = st.builds(
    RatingRow,
    rows,
    names,
    st.lists(stated_ratings, max_size=3, unique_by=lambda r: (r.year, r.stage)).map(tuple),
    unit=units,
    card_no=numbers,
)
candidates = st.builds(
    CandidateRow,
    rows,
    names,
    unit=units,
    birth_date=dates,
    national_id=numbers,
    helper=st.sampled_from(("", papers.AN)),
    steps=st.lists(
        st.tuples(st.sampled_from(CandidateStage), st.sampled_from(DATES[1:])),
        max_size=2,
        unique_by=lambda step: step[0],
    ).map(tuple),
)
listed_units = st.builds(
    UnitRow,
    rows,
    st.sampled_from([unit for unit in UNITS if unit]).flatmap(
        lambda unit: st.builds(replace, st.just(unit), code=st.sampled_from(("", "01", "02")))
    ),
    since=dates,
    until=st.sampled_from((None, PartialDate(2025, 7, 1))),
)


def _list_of(kind: TableKind, found: list[Row]) -> Table:
    return papers.table(kind, found)


def _each_row_once(table: Table) -> Table:
    numbered = tuple(
        papers.at_row(row, number) for number, row in enumerate(table.rows, start=2)
    )
    return replace(table, rows=tuple(numbered))


tables = st.one_of(
    st.lists(roster_rows, min_size=1, max_size=4).map(lambda r: papers.roster(*r, unit=None)),
    st.lists(book_rows, min_size=1, max_size=3).map(lambda r: papers.dues(*r, unit=None)),
    st.lists(exit_rows, min_size=1, max_size=3).map(lambda r: papers.exits(*r, unit=None)),
    st.lists(st.integers(0, 99), min_size=1, max_size=2).map(lambda n: papers.headcounts(*n)),
    *(
        st.lists(row, min_size=1, max_size=3).map(partial(_list_of, kind))
        for kind, row in (
            (TableKind.AWAY, stays),
            (TableKind.RATINGS, rated),
            (TableKind.CANDIDATES, candidates),
            (TableKind.UNITS, listed_units),
        )
    ),
).map(_each_row_once)


def _on_sheets_of_their_own(found: list[Table]) -> tuple[Table, ...]:
    return tuple(replace(table, sheet=f"Sheet{n}") for n, table in enumerate(found, start=1))


workbooks = st.builds(
    lambda found, name: papers.file(*_on_sheets_of_their_own(found), name=name),
    st.lists(tables, min_size=1, max_size=3),
    st.sampled_from(("a.xlsx", "b.xlsx")),
)
histories: st.SearchStrategy[list[ReadFile]] = st.lists(workbooks, min_size=1, max_size=5)


# --- Workbooks that do not contradict themselves ------------------------------------------
HOMES = dict(zip(NAMES, (papers.DONG, papers.DONG, papers.TAY, papers.TAY), strict=True))
CARDS = dict(zip(NAMES, (f"09900000000{n}" for n in range(1, 5)), strict=True))
BORN = dict(
    zip(NAMES, map(papers.day, ("1980-02-03", "1975-01", "1990", "1966-06-06")), strict=True)
)


def _at_home(row: RosterRow) -> RosterRow:
    name = row.full_name
    return row._replace(
        unit=HOMES[name],
        card_no=row.card_no and CARDS[name],
        national_id=None,
        birth_date=row.birth_date and BORN[name],
    )


def _by_name(row: RosterRow) -> str:
    return row.full_name


coherent_rosters = (
    st.lists(roster_rows.map(_at_home), min_size=1, max_size=4, unique_by=_by_name)
    .map(lambda found: papers.roster(*found, unit=None))
    .map(_each_row_once)
)
coherent_workbooks = coherent_rosters.map(papers.file)


@cache
def _shelf() -> tuple[Path, Path]:
    """Return an empty ledger to copy and the one place where examples are tried."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    return shelf.empty(folder, "empty.db"), folder / "partyroll.db"


@contextmanager
def new_ledger() -> Iterator[Path]:
    """A ledger that lasts for one example."""
    template, path = _shelf()
    shutil.copyfile(template, path)
    try:
        yield path
    finally:
        path.unlink()
