"""How large a workbook may be: what an office sets, and what a refusal says of it."""

from pathlib import Path

import pytest

from partyroll.read.guard.limits import DEFAULT_LIMITS, limits_of_office
from partyroll.read.opening import InProcess
from partyroll.read.refusals import WorkbookTooHeavy
from partyroll.read.workbook import read_sheets
from partyroll.settings import ReadingLimits
from read.conftest import write_sheets


def test_what_no_office_has_set_is_the_default() -> None:
    assert limits_of_office(**dict(ReadingLimits().stated())) == DEFAULT_LIMITS


def test_a_raised_limit_lets_a_larger_part_in() -> None:
    limits = limits_of_office(**dict(ReadingLimits(unpacked_mb=900).stated()))

    assert limits.part == limits.all_parts == 900 << 20


def test_a_refusal_names_the_setting_that_lets_the_workbook_in(tmp_path: Path) -> None:
    rows: list[list[object]] = [["STT", "Họ và tên"], [1, "Lò Văn An"], [2, "Lò Thị Bình"]]
    write_sheets(tmp_path / "a.xlsx", {"DS": rows}, {})
    small = limits_of_office(**dict(ReadingLimits(rows=2).stated()))

    with pytest.raises(WorkbookTooHeavy) as refusal:
        read_sheets(tmp_path / "a.xlsx", opener=InProcess(small))

    assert "đặt rows cao hơn ở mục [import.limits] của partyroll.toml" in str(refusal.value)
