"""Forms of people: a roster, a list of exits."""

from datetime import date

from partyroll.messages import REASON
from partyroll.tasks.template_columns.common import (
    BIRTH,
    CARD,
    GENDER,
    NAME,
    NATIONAL_ID,
    NOTE,
    ORDER,
    Asked,
    Fields,
)
from partyroll.write.forms import Entry, FormField


def roster(asked: Asked) -> Fields:
    """Return the columns of a roster."""
    status = ("Đang sinh hoạt Đảng", "Miễn sinh hoạt", "Đình chỉ sinh hoạt")
    return (
        ORDER,
        NAME,
        BIRTH,
        GENDER,
        NATIONAL_ID,
        CARD,
        *asked.cell,
        FormField("Ngày vào Đảng", "Ngày kết nạp.", Entry.DAY, 12, example=date(2005, 2, 3)),
        FormField(
            "Ngày chính thức",
            "Để trống nếu còn dự bị.",
            Entry.DAY,
            12,
            example=date(2006, 2, 3),
        ),
        FormField(
            "Trạng thái hoạt động",
            "Chọn trong danh sách; để trống nếu không rõ.",
            Entry.CHOICE,
            16,
            status,
            status[0],
        ),
        FormField("Quê quán", "Xã, tỉnh.", width=20, example="xã Mẫu, tỉnh Giả Định"),
        FormField("Nghề nghiệp", "Nghề đang làm.", width=14, example="Làm ruộng"),
        NOTE,
    )


def exits(asked: Asked) -> Fields:
    """Return the columns of a list of exits."""
    forms = (
        "Xóa tên",
        "Xin ra khỏi Đảng",
        "Khai trừ",
        "Từ trần",
        "Chuyển đi",
        "Giảm khác",
    )
    reasons = tuple(words for code, words in REASON.items() if code != "UNSTATED")
    return (
        ORDER,
        NAME,
        BIRTH,
        GENDER,
        CARD,
        *asked.cell,
        FormField(
            "Hình thức *",
            "Theo quyết định: xóa tên, xin ra, khai trừ, từ trần, chuyển đi là khác nhau.",
            Entry.OFFERED,
            14,
            forms,
            forms[0],
        ),
        FormField(
            "Số quyết định",
            "Số và ký hiệu của quyết định.",
            Entry.ID,
            14,
            example="12-QĐ/ĐU",
        ),
        FormField(
            "Ngày quyết định",
            "Báo cáo tính theo ngày này.",
            Entry.DAY,
            12,
            example=date(2024, 5, 9),
        ),
        FormField(
            "Lý do",
            "Chọn trong danh sách, hoặc ghi như trong quyết định; có thể ghi hai lý do.",
            Entry.OFFERED,
            26,
            reasons,
            reasons[0],
        ),
        NOTE,
    )
