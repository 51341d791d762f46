"""Slips of transfers: known by their keys, wherever rows were sorted to, and read whole or not.

A slip is a letter between two offices, no form: what somebody changed in it after it was
written shows in its check code, and such a slip says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.messages import (
    DUES_LETTER,
    MEETING_LETTER,
    SLIP_FIELD,
    SLIP_KEY,
    SLIP_KIND,
    SLIP_TEXT,
    TRANSFER_ANSWER,
    TRANSFER_KIND,
)
from partyroll.model import (
    DuesKept,
    HostRemark,
    MeetingsKept,
    Slip,
    SlipKind,
    TransferAnswer,
    TransferKind,
    check_code,
)
from partyroll.period import Month, PartialDate
from partyroll.read.dates import read_date
from partyroll.read.facts import SlipRow, Table, TableKind
from partyroll.read.grid import Grid, address, as_text, letter
from partyroll.read.refusals import SlipAltered, SlipWithoutKeys
from partyroll.read.table_facts import skipped_sheet

_KEY = re.compile(r"[a-z_]+|(?:dues|meetings)/\d{4}-\d{2}|remark/\d+")
_SINGLE = frozenset(SLIP_FIELD) - {"dues", "meetings", "remark"}
_NEEDED = ("kind", "transfer_id", "person_uid", "written_by", "full_name", "transfer_kind")
_REMARKED = re.compile(r"(.*?)(?: \(ngày ([\d/]+)\))?")
_AMOUNT = re.compile(r"(\d+) đồng")
_LEFT_OVER = frozenset({SLIP_FIELD["transfer_id"], SLIP_FIELD["check"]})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a sheet says by its keys, and where."""

    grid: Grid
    texts: Mapping[str, str]
    cells: Mapping[str, str]
    first: int
    last: int


def slip_tables(path: Path, grids: list[Grid]) -> tuple[Table, ...]:
    """Return the slip that a workbook brings; empty for any other workbook.

    Nothing is read of other sheets beside it: they come as skipped ones.

    Raises `SlipAltered`, `SlipWithoutKeys`.
    """
    shown = [grid for grid in grids if not grid.hidden and _may_be_one(grid)]
    sheets = [sheet for grid in shown if (sheet := _sheet(path, grid)) is not None]
    if not sheets:
        if any(_was_one(grid) for grid in shown):
            raise SlipWithoutKeys(path)
        return ()
    names = {sheet.grid.name for sheet in sheets}
    beside = (grid for grid in grids if not grid.hidden and grid.name not in names)
    return (
        *(_table(path, sheet) for sheet in sheets),
        *(skipped_sheet(path.name, grid) for grid in beside if grid.accented()),
    )


def _may_be_one(grid: Grid) -> bool:
    """Whether the words of a slip stand anywhere: quick to see in a sheet of any size."""
    texts = {as_text(text) for text in grid.accented()}
    return texts >= {SLIP_KEY, SLIP_TEXT} or texts >= _LEFT_OVER


def _was_one(grid: Grid) -> bool:
    """Whether a sheet holds what only a slip says, without its keys."""
    texts = {text for row in range(len(grid.rows)) for _, text in grid.texts(row)}
    return texts >= _LEFT_OVER


def _sheet(path: Path, grid: Grid) -> _Sheet | None:
    columns = {
        text: column for row in range(len(grid.rows)) for column, text in grid.texts(row)
    }
    if not {SLIP_KEY, SLIP_TEXT} <= columns.keys():
        return None
    texts: dict[str, str] = {}
    cells: dict[str, str] = {}
    rows: list[int] = []
    for row in range(len(grid.rows)):
        key, text = grid.text(row, columns[SLIP_KEY]), grid.text(row, columns[SLIP_TEXT])
        if not _is_key(key):
            continue
        if texts.setdefault(key, text) != text:
            raise SlipAltered(path)
        cells[key] = address(row, columns[SLIP_TEXT])
        rows.append(row)
    if not rows:
        return None
    return _Sheet(grid, texts, cells, min(rows) + 1, max(rows) + 1)


def _is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None and ("/" in text or text in _SINGLE)


def _table(path: Path, sheet: _Sheet) -> Table:
    texts = {key: text for key, text in sheet.texts.items() if key != "check"}
    if sheet.texts.get("check") != check_code(texts):
        raise SlipAltered(path)
    try:
        slip = _slip(texts)
    except (KeyError, ValueError):
        # Its code is right: another version of the program wrote words that are not ours.
        raise SlipAltered(path) from None
    row = SlipRow(sheet.first, slip.full_name, slip, cells=dict(sheet.cells))
    column = letter(next(iter(_columns(sheet))))
    return Table(
        kind=TableKind.TRANSFERS,
        file=path.name,
        sheet=sheet.grid.name,
        range=f"A{sheet.first}:{letter(max(sheet.grid.width - 1, 0))}{sheet.last}",
        heading_rows=(),
        columns={column: ("slip",)},
        rows=(row,),
        row_count=1,
    )


def _columns(sheet: _Sheet) -> Iterable[int]:
    named = {
        text: c for row in range(len(sheet.grid.rows)) for c, text in sheet.grid.texts(row)
    }
    return (named[SLIP_TEXT],)


# --- What it says -------------------------------------------------------------------------
def _slip(texts: Mapping[str, str]) -> Slip:
    for key in _NEEDED:
        if not texts.get(key):
            raise KeyError(key)
    year = texts.get("year", "")
    return Slip(
        kind=SlipKind(_code(SLIP_KIND, texts["kind"])),
        transfer_id=texts["transfer_id"],
        person_uid=texts["person_uid"],
        written_by=texts["written_by"],
        transfer_kind=TransferKind(_code(TRANSFER_KIND, texts["transfer_kind"])),
        full_name=texts["full_name"],
        written_on=_day(texts["written_on"]),
        meant_for=texts.get("meant_for", ""),
        origin=texts.get("origin", ""),
        destination=texts.get("destination", ""),
        birth_date=_day_or_none(texts, "birth_date"),
        gender=texts.get("gender", ""),
        card_no=texts.get("card_no", ""),
        national_id=texts.get("national_id", ""),
        hometown=texts.get("hometown", ""),
        admission_date=_day_or_none(texts, "admission_date"),
        official_date=_day_or_none(texts, "official_date"),
        letter_no=texts.get("letter_no", ""),
        issued_on=_day_or_none(texts, "issued_on"),
        starts_on=_day_or_none(texts, "starts_on"),
        valid_to=_day_or_none(texts, "valid_to"),
        caused_on=_day_or_none(texts, "caused_on"),
        reason=texts.get("reason", ""),
        dues_told=texts.get("dues_told", ""),
        answer=_answer(texts),
        answered_on=_day_or_none(texts, "answered_on"),
        answered_by=texts.get("answered_by", ""),
        answer_text=texts.get("answer_text", ""),
        year=int(year) if year else None,
        dues=tuple(_dues(texts)),
        meetings=tuple(_meetings(texts)),
        remarks=tuple(_remarks(texts)),
    )


def _code(words: Mapping[str, str], text: str) -> str:
    """Return the code that is said by these words; raises KeyError for other words."""
    return {said: code for code, said in words.items()}[text]


def _day(text: str) -> PartialDate:
    read = read_date(text, latest=date.max).value
    if read is None:
        raise ValueError(text)
    return read


def _day_or_none(texts: Mapping[str, str], key: str) -> PartialDate | None:
    text = texts.get(key, "")
    return _day(text) if text else None


def _answer(texts: Mapping[str, str]) -> TransferAnswer | None:
    text = texts.get("answer", "")
    return TransferAnswer(_code(TRANSFER_ANSWER, text)) if text else None


def _by_month(texts: Mapping[str, str], field: str) -> Iterator[tuple[Month, list[str]]]:
    found = (key for key in texts if key.startswith(f"{field}/"))
    for key in sorted(found):
        yield Month.parse(key.partition("/")[2]), texts[key].split("; ")


def _dues(texts: Mapping[str, str]) -> Iterator[DuesKept]:
    for month, (mark, *others) in _by_month(texts, "dues"):
        amount: int | None = None
        paid_on: PartialDate | None = None
        for other in others:
            if sum_ := _AMOUNT.fullmatch(other):
                amount = int(sum_[1])
            else:
                paid_on = _day(other.removeprefix("ngày "))
        yield DuesKept(month, _code(DUES_LETTER, mark), amount, paid_on)


def _meetings(texts: Mapping[str, str]) -> Iterator[MeetingsKept]:
    for month, marks in _by_month(texts, "meetings"):
        yield MeetingsKept(month, "".join(_code(MEETING_LETTER, mark) for mark in marks))


def _remarks(texts: Mapping[str, str]) -> Iterator[HostRemark]:
    keys = (key for key in texts if key.startswith("remark/"))
    for key in sorted(keys, key=lambda key: int(key.partition("/")[2])):
        if found := _REMARKED.fullmatch(texts[key]):
            yield HostRemark(found[1], _day(found[2]) if found[2] else None)
