"""What holds for every history with questions and answers in it."""

from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.facts import ReadFile, RosterRow, Table
from store import papers, shelf, stories
from store.test_undo_properties import dangling
from trials import trials

# Names that come near one another, so that nearly every row is a question.
NAMES = ("Lê Thử Hùng", "Lê Thử Hưng", "Le Thu Hung", "Lê Thử Sĩ", "Lê Thử Sỹ", papers.AN)
ANSWERS = (
    "",
    "1",
    "2",
    "người khác",
    "cùng người",
    "kết nạp lại 01/01/2026",
    "đã chuyển 01/07/2025",
    "vẫn ở đơn vị cũ",
    "danh sách ghi nhầm",
    "chưa rõ",
)


def _numbered(table: Table) -> Table:
    placed = tuple(papers.at_row(row, number) for number, row in enumerate(table.rows, start=2))
    return replace(table, rows=placed, sheet="Sheet1")


quick = trials(3, many=8)
names = st.sampled_from(NAMES)
rows = st.one_of(
    stories.roster_rows.flatmap(lambda row: names.map(lambda n: row._replace(full_name=n))),
    stories.roster_rows,
)
tables = st.one_of(
    st.lists(rows, min_size=1, max_size=4).map(lambda r: papers.roster(*r, unit=None)),
    stories.tables,
).map(_numbered)


def _answered(table: Table, words: list[str], name: str) -> ReadFile:
    """Return a workbook whose rows carry answers, right or wrong."""
    told = {
        ("Sheet1", row.row): words[place % len(words)] for place, row in enumerate(table.rows)
    }
    return replace(papers.file(table, name=name), answers=told)


workbooks = st.builds(
    _answered,
    tables,
    st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=4),
    st.sampled_from(("a.xlsx", "b.xlsx")),
)
histories = st.lists(workbooks, min_size=1, max_size=5)


@quick
@given(histories)
def test_answers_undone_in_reverse_leave_no_trace(history: list[ReadFile]) -> None:
    with stories.new_ledger() as path:
        before = []
        for workbook in history:
            digest = shelf.digest(path)
            number = shelf.record(path, workbook)
            before += [] if number is None else [(number, digest)]
        for number, digest in reversed(before):
            undone = shelf.take_back(path, number)

            assert (shelf.digest(path), undone.kept) == (digest, ())


@quick
@given(histories, st.permutations(range(7)))
def test_answers_undone_in_any_order_leave_nothing_dangling(
    history: list[ReadFile], order: list[int]
) -> None:
    with stories.new_ledger() as path:
        nothing = shelf.digest(path)
        numbers = [n for w in history if (n := shelf.record(path, w)) is not None]
        for number in sorted(numbers, key=lambda n: order[n % len(order)]):
            shelf.take_back(path, number)

            assert dangling(path) == []
        assert shelf.digest(path) == nothing
        assert shelf.broken(path) == []


@quick
@given(histories, workbooks)
def test_the_same_answers_given_twice_are_given_once(
    history: list[ReadFile], workbook: ReadFile
) -> None:
    with stories.new_ledger() as path:
        for earlier in history:
            shelf.record(path, earlier)
        shelf.record(path, workbook)
        people = _people(path)

        shelf.record(path, workbook)

        assert _people(path) == people


@quick
@given(st.lists(rows, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_every_row_goes_in_or_waits(found: list[RosterRow], shuffle: Random) -> None:
    """Nobody is lost: rows recorded and rows set aside are all the rows there are."""
    known, asked = found[: shuffle.randint(0, len(found))], found
    with stories.new_ledger() as path:
        if known:
            shelf.record(path, papers.file(_numbered(papers.roster(*known, unit=None))))
        table = _numbered(papers.roster(*asked, unit=None))

        result = shelf.record_all(path, papers.file(table, name="b.xlsx"))[0][0]

        done = result.added + result.changed + result.unchanged
        assert done + len({a.row for a in result.set_aside}) == len(table.rows)


def _people(path: Path) -> list[tuple[object, ...]]:
    return shelf.ask(
        path,
        "SELECT person_id, full_name, card_no FROM person_version WHERE change_out IS NULL"
        " ORDER BY 1",
    )
