"""Forms of lists about members: who is away, who was rated how, who is excused."""

from datetime import date

from partyroll.messages import EXAMPLE_MARK, EXCUSE, PERMISSION, RATING_LEVEL, TEMPORARY_STAY
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


def away(asked: Asked) -> Fields:
    """Return the columns of a list of members away."""
    return (
        ORDER,
        NAME,
        BIRTH,
        CARD,
        *asked.cell,
        FormField(
            "Nơi đi làm ăn xa", "Tỉnh, thành phố, hoặc nước.", width=20, example="Bình Dương"
        ),
        FormField(
            "Đi từ tháng/năm", "Dạng 01/2024 hoặc 15/01/2024.", Entry.ID, 12, example="01/2024"
        ),
        FormField("Dự kiến về", "Dạng 12/2025; để trống nếu chưa biết.", Entry.ID, 12),
        FormField(
            "Đã chuyển SHĐ",
            "x = đã chuyển sinh hoạt đảng; chưa = chưa chuyển; để trống = chưa rõ.",
            Entry.CHOICE,
            12,
            ("x", "chưa"),
            "x",
        ),
        FormField(
            "Ngày xác nhận nơi đến",
            "Ngày nơi đến xác nhận đã tiếp nhận.",
            Entry.DAY,
            14,
            example=date(2024, 6, 1),
        ),
        FormField("Giấy tờ", "Đơn, giấy giới thiệu: số, ngày. Để trống nếu chưa có.", width=18),
        FormField(
            "Cách liên hệ",
            "Số điện thoại, hoặc người nhà và số của họ.",
            width=20,
            example="0990000001",
        ),
        FormField(
            "Liên hệ lần cuối",
            "Ngày gần nhất đã liên hệ được.",
            Entry.DAY,
            12,
            example=date(2025, 12, 5),
        ),
        FormField("Đã về ngày", "Ngày đã về; chưa về thì để trống.", Entry.DAY, 12),
        NOTE,
    )


def ratings(asked: Asked) -> Fields:
    """Return the columns of a year of ratings."""
    levels = tuple(RATING_LEVEL.values())
    headings = ("Tự xếp loại", "Chi bộ xếp loại", "Đảng ủy xếp loại")
    advice = (
        "Đảng viên tự nhận mức nào.",
        "Mức chi bộ biểu quyết.",
        "Mức cấp có thẩm quyền quyết định.",
    )
    columns = tuple(
        FormField(heading, words, Entry.CHOICE, 22, levels, levels[1])
        for heading, words in zip(headings, advice, strict=True)
    )
    remarks = (
        FormField(
            "Nhận xét nơi cư trú",
            "Lời nhận xét của nơi cư trú, với người được miễn hoặc ở nơi khác lâu ngày.",
            width=26,
        ),
        FormField("Nhận xét nơi tạm trú", "Lời nhận xét của nơi sinh hoạt tạm thời.", width=26),
    )
    return (ORDER, NAME, BIRTH, CARD, *asked.cell, *columns, *remarks, NOTE)


def excuses(asked: Asked) -> Fields:
    """Return the columns of a list of reasons, papers and temporary places."""
    kinds = (*EXCUSE.values(), *PERMISSION.values(), *TEMPORARY_STAY.values())
    return (
        ORDER,
        NAME,
        BIRTH,
        CARD,
        *asked.cell,
        FormField(
            "Loại lý do, giấy tờ",
            "Chọn một loại. Lý do chỉ có hiệu lực khi ghi người chấp nhận.",
            Entry.CHOICE,
            26,
            kinds,
            kinds[0],
        ),
        FormField("Từ ngày", "Ngày đầu.", Entry.DAY, 12, example=date(2025, 9, 1)),
        FormField(
            "Đến ngày", "Ngày cuối còn hiệu lực.", Entry.DAY, 12, example=date(2025, 9, 30)
        ),
        FormField(
            "Áp dụng cho",
            "Chỉ với lý do; để trống là cả hai.",
            Entry.CHOICE,
            14,
            ("đảng phí", "sinh hoạt", "cả hai"),
        ),
        FormField("Người chấp nhận", "Để trống = chờ xem xét.", width=18, example="Chi ủy"),
        FormField("Ngày chấp nhận", "Ngày chấp nhận, ngày ký.", Entry.DAY, 12),
        FormField("Số văn bản", "Số giấy, biên bản.", width=16),
        FormField("Lý do", "Lý do như đã nói, đã viết.", width=24),
        FormField("Nơi sinh hoạt tạm thời", "Chỉ với sinh hoạt tạm thời.", width=22),
        FormField("Mức giảm (%)", "Chỉ với giảm đảng phí: 30, 50 hoặc 70.", Entry.ID, 10),
    )


def holidays(_asked: Asked) -> Fields:
    """Return the columns of a list of public holidays."""
    return (
        ORDER,
        FormField(
            "Tên ngày nghỉ *",
            "Dịp nghỉ, như Tết Nguyên đán.",
            width=34,
            example=f"Tết Dương lịch {EXAMPLE_MARK}",
        ),
        FormField(
            "Ngày nghỉ *",
            "Một ngày, hoặc ngày đầu của đợt nghỉ.",
            Entry.DAY,
            14,
            example=date(2026, 1, 1),
        ),
        FormField(
            "Nghỉ đến ngày",
            "Ngày cuối của đợt nghỉ; chỉ nghỉ một ngày thì để trống.",
            Entry.DAY,
            14,
        ),
    )
