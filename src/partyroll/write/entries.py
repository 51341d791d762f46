"""What may be typed into cells that people fill in, and what Excel says of anything else."""

from typing import Any

from partyroll.write.plain import plain

_LONGEST_TITLE = 32  # of a message, in Excel
# A year typed alone is a day of 1905 for Excel: a number must be a day that people mean.
_DAY = "=OR(ISTEXT({cell}),AND(ISNUMBER({cell}),{cell}>=7306,{cell}<=73050))"
_DAY_ADVICE = (
    "Ghi ngày dạng 03/02/1990. Nếu chỉ biết tháng hoặc năm, gõ dấu nháy ' ở trước:"
    " '02/1990 hoặc '1990."
)


def day_rule(heading: str, cell: str) -> dict[str, Any]:
    """Return the rule for days, typed as dates or as text; `cell` is the first it holds for."""
    return {
        "validate": "custom",
        "value": _DAY.format(cell=cell),
        "error_title": _title(heading),
        "error_message": _DAY_ADVICE,
    }


def number_rule(heading: str) -> dict[str, Any]:
    """Return the rule for whole numbers."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": 10_000_000,
        "error_title": _title(heading),
        "error_message": "Ghi một số nguyên, không có chữ kèm theo.",
    }


def choice_rule(heading: str, source: str, *, strict: bool) -> dict[str, Any]:
    """Return the rule for words that are offered; unless `strict`, others may stand."""
    return {
        "validate": "list",
        "source": source,
        "error_type": "stop" if strict else "information",
        "error_title": _title(heading),
        "error_message": "Chọn một mục trong danh sách thả xuống."
        if strict
        else "Không có trong danh sách thả xuống; vẫn được ghi như đã gõ.",
    }


def _title(heading: str) -> str:
    return plain(heading)[:_LONGEST_TITLE]
