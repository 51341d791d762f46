"""Days off under the headings that offices write themselves."""

from collections.abc import Callable
from datetime import date

import pytest

from partyroll.read.facts import HolidayRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
TET, NATIONAL = date(2026, 2, 16), date(2026, 9, 2)


def days_off(file: ReadFile) -> dict[date, str]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, HolidayRow)]
    return {day: row.name for row in rows for day in row.days}


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("NGÀY NGHỈ TẾT", ["Ngày", "Lễ"]),
        ("LỊCH NGHỈ NĂM 2026", ["Thời gian", "Nội dung"]),
        ("NĂM 2026", ["Ngày, tháng", "Dịp"]),
        ("THÔNG BÁO", ["Ngày nghỉ", "Dịp nghỉ lễ, tết"]),
    ],
)
def test_days_with_what_they_are_called(read: Read, title: str, heading: list[str]) -> None:
    rows = [["16/02/2026", "Tết Nguyên đán"], ["02/09/2026", "Quốc khánh"]]

    file = read({"A": [[title], heading, *rows]})

    assert days_off(file) == {TET: "Tết Nguyên đán", NATIONAL: "Quốc khánh"}


def test_a_first_and_a_last_day(read: Read) -> None:
    heading = ["TT", "Nội dung", "Từ ngày", "Đến ngày"]
    row = [1, "Nghỉ Tết", TET, date(2026, 2, 18)]

    file = read({"A": [["LỊCH NGHỈ LỄ"], heading, row]})

    assert [*days_off(file)] == [TET, date(2026, 2, 17), date(2026, 2, 18)]


def test_days_of_work_are_no_days_off(read: Read) -> None:
    rows = [["16/03/2026", "Họp chi bộ"], ["17/03/2026", "Giao ban"]]

    file = read({"A": [["LỊCH CÔNG TÁC"], ["Ngày", "Nội dung"], *rows]})

    assert [table.kind for table in file.tables] == [TableKind.SKIPPED]
