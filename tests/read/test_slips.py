"""A slip says at the other end what was written, or nothing at all."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.messages import SLIP_ITEM, SLIP_KEY, SLIP_TEXT
from partyroll.model import (
    DuesKept,
    HostRemark,
    MeetingsKept,
    Slip,
    SlipKind,
    TransferAnswer,
    TransferKind,
)
from partyroll.period import Month, PartialDate
from partyroll.read.facts import SlipRow
from partyroll.read.grid import Grid, Value, make_grid
from partyroll.read.refusals import SlipAltered, SlipWithoutKeys
from partyroll.read.slips import slip_tables
from partyroll.report.slips import slip_lines
from partyroll.text import clean

FILE = Path("phieu.xlsx")
HEAD: list[Value] = [SLIP_ITEM, SLIP_TEXT, SLIP_KEY]
WORDS = st.text("aăâbcđêghôơưứ ,.-/();:0123456789=", max_size=20).map(clean)
NAMES = WORDS.map(lambda words: f"A{words}")
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(PartialDate.of)
PARTIAL = st.one_of(
    st.none(),
    DAYS,
    st.integers(1900, 2100).map(PartialDate),
    st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
)
MONTHS = st.builds(Month, st.just(2024), st.integers(1, 12))
DUES = st.builds(
    DuesKept, MONTHS, st.sampled_from("PUNXDo"), st.none() | st.integers(0, 10**7), PARTIAL
)
MEETINGS = st.builds(MeetingsKept, MONTHS, st.text("PEAno", min_size=1, max_size=3))
REMARKS = st.builds(HostRemark, NAMES, PARTIAL)


def by_month(one: DuesKept | MeetingsKept) -> Month:
    return one.month


SLIPS = st.builds(
    Slip,
    kind=st.sampled_from(SlipKind),
    transfer_id=NAMES,
    person_uid=NAMES,
    written_by=NAMES,
    transfer_kind=st.sampled_from(TransferKind),
    full_name=NAMES,
    written_on=DAYS,
    meant_for=WORDS,
    origin=WORDS,
    destination=WORDS,
    birth_date=PARTIAL,
    gender=st.sampled_from(["", "Nam", "Nữ"]),
    card_no=WORDS,
    national_id=WORDS,
    hometown=WORDS,
    admission_date=PARTIAL,
    official_date=PARTIAL,
    letter_no=WORDS,
    issued_on=PARTIAL,
    starts_on=PARTIAL,
    valid_to=PARTIAL,
    caused_on=PARTIAL,
    reason=WORDS,
    dues_told=WORDS,
    answer=st.none() | st.sampled_from(TransferAnswer),
    answered_on=PARTIAL,
    answered_by=WORDS,
    answer_text=WORDS,
    year=st.none() | st.integers(1930, 2100),
    dues=st.lists(DUES, unique_by=by_month, max_size=4).map(
        lambda found: tuple(sorted(found, key=by_month))
    ),
    meetings=st.lists(MEETINGS, unique_by=by_month, max_size=4).map(
        lambda found: tuple(sorted(found, key=by_month))
    ),
    remarks=st.lists(REMARKS, max_size=11).map(tuple),
)


def rows(slip: Slip) -> list[list[Value]]:
    """Return the cells of a slip, a row for each line."""
    return [[line.title, line.text, line.key] for line in slip_lines(slip)]


def sheet(lines: list[list[Value]]) -> Grid:
    return make_grid("Phiếu", [["PHIẾU"], HEAD, *lines])


def read(grid: Grid) -> Slip:
    [table] = slip_tables(FILE, [grid])
    [row] = table.rows
    assert isinstance(row, SlipRow)
    return row.slip


@given(SLIPS, st.data())
def test_what_was_written_is_read_in_whatever_order(slip: Slip, data: st.DataObject) -> None:
    lines = data.draw(st.permutations(rows(slip)))

    assert read(sheet(lines)) == slip


@given(SLIPS, st.data())
def test_any_word_that_changes_makes_it_say_nothing(slip: Slip, data: st.DataObject) -> None:
    lines = rows(slip)
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place][1] = f"{lines[place][1]}x"

    with pytest.raises(SlipAltered):
        slip_tables(FILE, [sheet(lines)])


@given(SLIPS, st.data())
def test_a_row_that_is_gone_makes_it_say_nothing(slip: Slip, data: st.DataObject) -> None:
    lines = rows(slip)
    del lines[data.draw(st.integers(0, len(lines) - 1))]

    with pytest.raises(SlipAltered):
        slip_tables(FILE, [sheet(lines)])


def test_blanks_and_ways_of_writing_an_accent_do_not_matter() -> None:
    slip = an()
    lines = rows(slip)
    lines[1][1] = "  Lò  Va\u0306n An "

    assert read(sheet(lines)) == slip


def test_a_slip_whose_keys_are_gone_is_known_by_what_is_left() -> None:
    lines = [row[:2] for row in rows(an())]

    with pytest.raises(SlipWithoutKeys):
        slip_tables(FILE, [sheet(lines)])


def test_any_other_sheet_is_no_slip() -> None:
    roster = make_grid("D", [["STT", "Họ và tên"], [1, "Lò Văn An"]])
    hidden = make_grid("Phiếu", sheet(rows(an())).rows, hidden=True)

    assert slip_tables(FILE, [roster, hidden]) == ()


def test_the_same_key_said_twice_otherwise_is_refused() -> None:
    lines = rows(an())

    with pytest.raises(SlipAltered):
        slip_tables(FILE, [sheet([*lines, ["Họ và tên", "Lò Văn Ân", "full_name"]])])


def an() -> Slip:
    return Slip(
        SlipKind.LETTER,
        "t1",
        "u1",
        "l1",
        TransferKind.OFFICIAL,
        "Lò Văn An",
        PartialDate(2025, 10, 6),
    )
