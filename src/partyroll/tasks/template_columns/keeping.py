"""Forms of help, praise and discipline."""

from datetime import date

from partyroll.messages import (
    AWARD_FORM,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
)
from partyroll.tasks.template_columns.common import (
    BIRTH,
    CARD,
    NAME,
    NOTE,
    ORDER,
    Asked,
    Fields,
)
from partyroll.write.forms import Entry, FormField

_NEEDS = tuple(NEED.values())
_MEASURES = tuple(SUPPORT_MEASURE.values())
_OUTCOMES = tuple(SUPPORT_OUTCOME.values())
_AWARDS = ("Huy hiệu 30 năm", "Huy hiệu 40 năm", "Huy hiệu 50 năm", *AWARD_FORM.values())
_DISCIPLINES = tuple(DISCIPLINE_FORM.values())


def support(asked: Asked) -> Fields:
    """Return the columns of a list of help."""
    return (
        ORDER,
        NAME,
        BIRTH,
        CARD,
        *asked.cell,
        FormField(
            "Khó khăn, nhu cầu",
            "Chọn một nhóm, hoặc ghi bằng lời. Bộ đội, công an xuất ngũ: chọn “mới xuất ngũ”.",
            Entry.OFFERED,
            22,
            _NEEDS,
            _NEEDS[0],
        ),
        FormField("Hoàn cảnh", "Ghi rõ thêm nếu cần.", width=24, example="nuôi hai con nhỏ"),
        FormField(
            "Ngày phát sinh",
            "Ngày biết khó khăn, ngày xuất ngũ. Mỗi lần khó khăn một dòng.",
            Entry.DAY,
            12,
            example=date(2025, 3, 5),
        ),
        FormField(
            "Biện pháp giúp đỡ",
            "Đã giúp gì; để trống = chưa giúp. Mỗi việc một dòng.",
            Entry.OFFERED,
            22,
            _MEASURES,
            _MEASURES[1],
        ),
        FormField("Số tiền giúp đỡ", "Số đồng, nếu có.", Entry.NUMBER, 12, example=500_000),
        FormField("Đơn vị giúp đỡ", "Ai giúp.", width=20, example="Hội Nông dân xã"),
        FormField("Ngày giúp", "Ngày đã giúp.", Entry.DAY, 12, example=date(2025, 4, 1)),
        FormField(
            "Kết quả giúp đỡ",
            "Sau khi giúp thì ra sao; để trống = chưa biết.",
            Entry.OFFERED,
            18,
            _OUTCOMES,
            _OUTCOMES[1],
        ),
        FormField("Ngày xong", "Ngày thôi phải giúp.", Entry.DAY, 12),
        FormField("Số văn bản", "Số giấy, biên bản.", Entry.ID, 14),
        NOTE,
    )


def awards(asked: Asked) -> Fields:
    """Return the columns of a list of praise."""
    return (
        ORDER,
        NAME,
        BIRTH,
        CARD,
        *asked.cell,
        FormField(
            "Hình thức khen thưởng *",
            "Chọn, hoặc ghi như trong quyết định; Huy hiệu Đảng ghi cả số năm.",
            Entry.OFFERED,
            26,
            _AWARDS,
            _AWARDS[0],
        ),
        FormField("Ngày khen thưởng", "", Entry.DAY, 12, example=date(2025, 9, 2)),
        FormField("Số quyết định", "", Entry.ID, 14, example="15-QĐ/ĐU"),
        FormField("Cấp khen thưởng", "Ai khen.", width=20, example="Đảng ủy xã"),
        FormField("Thành tích", "Vì việc gì.", width=28),
        NOTE,
    )


def discipline(asked: Asked) -> Fields:
    """Return the columns of a list of discipline."""
    return (
        ORDER,
        NAME,
        BIRTH,
        CARD,
        *asked.cell,
        FormField(
            "Hình thức kỷ luật *",
            "Theo quyết định. Nhắc nhở, phê bình không phải kỷ luật; xóa tên ghi ở mẫu exits;"
            " khai trừ ghi cả ở mẫu exits.",
            Entry.CHOICE,
            16,
            _DISCIPLINES,
            _DISCIPLINES[0],
        ),
        FormField("Số quyết định", "", Entry.ID, 14, example="07-QĐ/UBKT"),
        FormField("Ngày quyết định", "", Entry.DAY, 12, example=date(2025, 5, 9)),
        FormField("Cấp quyết định", "Ai quyết định.", width=20, example="Đảng ủy xã"),
        FormField("Nội dung vi phạm", "Như trong quyết định.", width=28),
        FormField("Có hiệu lực đến", "Để trống nếu quyết định không ghi.", Entry.DAY, 12),
        NOTE,
    )
