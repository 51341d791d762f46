"""Forms of books: a year of dues, a year of meetings."""

from partyroll.tasks.template_columns.common import CARD, NAME, NOTE, ORDER, Asked, Fields
from partyroll.write.forms import Entry, FormField


def dues(asked: Asked) -> Fields:
    """Return the columns of a year of dues."""
    words = ("x", "chưa nộp", "miễn")
    advice = (
        "Số tiền đã nộp của tháng, hoặc x = đã nộp, “chưa nộp”, “miễn”; có lý do thì ghi bằng"
        " chữ. Để trống = chưa có dữ liệu."
    )
    rate = FormField(
        "Mức đóng",
        "Số tiền phải đóng mỗi tháng, nếu biết.",
        Entry.NUMBER,
        10,
        example=10_000,
    )
    months = tuple(
        FormField(
            f"T{month}",
            advice if month == 1 else "",
            Entry.OFFERED,
            8,
            words,
            "x" if month <= 2 else None,
        )
        for month in range(1, 13)
    )
    return (ORDER, NAME, CARD, *asked.cell, rate, *months, NOTE)


def meetings(asked: Asked) -> Fields:
    """Return the columns of a year of meetings."""
    words = ("x", "P", "K")
    advice = (
        "x = có mặt, P = vắng có phép, K = vắng không phép. Tháng không họp thì để trống cả cột"
        " hoặc gạch - cả cột."
    )
    months = tuple(
        FormField(
            f"SH T{month}",
            advice if month == 1 else "",
            Entry.OFFERED,
            7,
            words,
            "x" if month <= 2 else None,
        )
        for month in range(1, 13)
    )
    return (ORDER, NAME, CARD, *asked.cell, *months, NOTE)
