"""Forms of units: their list, and their members over five years."""

from datetime import date

from partyroll.messages import EXAMPLE_MARK, PLAN_ACTION, RATING_LEVEL
from partyroll.tasks.template_columns.common import (
    BIRTH,
    CARD,
    EXAMPLE_CELL,
    NAME,
    NOTE,
    ORDER,
    Asked,
    Fields,
)
from partyroll.write.forms import Entry, FormField

_DECLARED = (
    "Từ trần",
    "Khai trừ",
    "Xóa tên",
    "Xin ra khỏi Đảng",
    "Chuyển đi",
    "Giảm khác",
    "Kết nạp mới",
    "Kết nạp lại",
    "Phục hồi đảng tịch",
    "Chuyển đến",
)


def units(_asked: Asked) -> Fields:
    """Return the columns of a list of units."""
    return (
        ORDER,
        FormField(
            "Tên tổ chức đảng *",
            "Tên ghi đủ chữ.",
            width=36,
            example=f"{EXAMPLE_CELL} {EXAMPLE_MARK}",
        ),
        FormField(
            "Cấp trên trực tiếp",
            "Tên đảng bộ trực tiếp ở trên; nếu đảng bộ đó cũng có cấp trên thì ghi thành một"
            " dòng riêng.",
            width=34,
            example="Đảng bộ xã Mẫu",
        ),
        FormField(
            "Mã tổ chức đảng", "Mã 14 số nếu có.", Entry.ID, 22, example="99.001.002.000.001"
        ),
        FormField(
            "Ngày thành lập",
            "Để trống nếu có từ trước.",
            Entry.DAY,
            14,
            example=date(2025, 7, 1),
        ),
        FormField("Ngày giải thể", "Để trống nếu đang hoạt động.", Entry.DAY, 14),
    )


def headcounts(asked: Asked) -> Fields:
    """Return the columns of the members of five years."""
    years = tuple(
        FormField(
            f"Năm {year}",
            "Số đảng viên đến ngày 31/12 của năm." if year == asked.year else "",
            Entry.NUMBER,
            12,
            example=25,
        )
        for year in range(asked.year - 4, asked.year + 1)
    )
    name = FormField(
        "Tên tổ chức đảng *",
        "Tên ghi đủ chữ, như trong sổ.",
        width=34,
        example=f"{EXAMPLE_CELL} {EXAMPLE_MARK}",
    )
    return (ORDER, name, *years)


def unit_ratings(_asked: Asked) -> Fields:
    """Return the columns of the ratings of units in one year."""
    levels = tuple(RATING_LEVEL.values())
    return (
        ORDER,
        FormField(
            "Tên tổ chức đảng *",
            "Tên ghi đủ chữ, như trong sổ.",
            width=34,
            example=f"{EXAMPLE_CELL} {EXAMPLE_MARK}",
        ),
        FormField(
            "Xếp loại *",
            "Mức cấp có thẩm quyền quyết định.",
            Entry.CHOICE,
            26,
            levels,
            levels[1],
        ),
        NOTE,
    )


def declared(asked: Asked) -> Fields:
    """Return the columns of the totals that a paper states of a period."""
    first = asked.year - asked.year % 5 - 5
    counts = tuple(
        FormField(
            heading, "Để trống nếu không có số liệu." if place == 0 else "", Entry.NUMBER, 11
        )
        for place, heading in enumerate(_DECLARED)
    )
    return (
        ORDER,
        FormField(
            "Tên tổ chức đảng *",
            "Tên ghi đủ chữ, như trong sổ.",
            width=34,
            example=f"{EXAMPLE_CELL} {EXAMPLE_MARK}",
        ),
        FormField(
            "Kỳ số liệu *",
            "Một năm (2020), một nhiệm kỳ (2015-2020) hoặc từ tháng đến tháng (6/2015-3/2019).",
            width=18,
            example=f"{first}-{first + 5}",
        ),
        *counts,
    )


def reorganisation(_asked: Asked) -> Fields:
    """Return the columns of a plan, one line for each step."""
    actions = tuple(PLAN_ACTION.values())
    return (
        ORDER,
        FormField("Thao tác *", "Chọn một việc.", Entry.CHOICE, 17, actions, actions[0]),
        FormField(
            "Đơn vị cũ",
            "Tên như trong sổ, hoặc mã. Trùng tên thì ghi cả cấp trên: Đảng bộ xã A › Chi bộ"
            " 1. Thành lập thì để trống.",
            width=30,
            example=f"Đảng bộ xã Mẫu Một {EXAMPLE_MARK}",
        ),
        FormField("Trực thuộc (cũ)", "Chỉ cần khi đơn vị cũ trùng tên.", width=26),
        FormField(
            "Đơn vị mới",
            "Sáp nhập, chia: đơn vị tiếp nhận. Đổi tên, thành lập: tên mới.",
            width=30,
            example="Đảng bộ xã Mẫu",
        ),
        FormField(
            "Trực thuộc",
            "Thành lập, chuyển trực thuộc: tổ chức cấp trên từ ngày đó.",
            width=26,
            example="Đảng bộ tỉnh Mẫu",
        ),
        FormField(
            "Ngày hiệu lực *",
            "Từ ngày này theo tổ chức mới.",
            Entry.DAY,
            13,
            example=date(2025, 7, 1),
        ),
        FormField("Số quyết định", "Số của quyết định sắp xếp.", width=16, example="01-QĐ/TU"),
        FormField("Ngày quyết định", "", Entry.DAY, 13, example=date(2025, 6, 20)),
        NOTE,
    )


def placings(_asked: Asked) -> Fields:
    """Return the columns of the members of a split or abolished unit."""
    return (
        ORDER,
        NAME,
        CARD,
        BIRTH,
        FormField("Đơn vị cũ", "Đơn vị bị chia hoặc giải thể.", width=30),
        FormField("Đơn vị mới *", "Nơi chuyển đến, có trong trang Kế hoạch.", width=30),
    )
