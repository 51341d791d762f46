"""The columns of each empty workbook: headings that the reader knows with certainty."""

from dataclasses import dataclass
from datetime import date

from partyroll.messages import CANDIDATE_STAGE, EXAMPLE_MARK, RATING_LEVEL, REASON
from partyroll.write.forms import Entry, FormField

Fields = tuple[FormField, ...]

_EXAMPLE_NAME = f"Nguyễn Văn Mẫu {EXAMPLE_MARK}"
_EXAMPLE_CELL = "Chi bộ thôn Mẫu"
ORDER = FormField("STT", "", Entry.ORDER, 6)
NAME = FormField("Họ và tên *", "Họ tên đầy đủ, có dấu.", width=26, example=_EXAMPLE_NAME)
BIRTH = FormField(
    "Ngày sinh",
    "Dạng 03/02/1990. Chỉ biết năm thì gõ '1990 (có dấu nháy ở trước).",
    Entry.DAY,
    12,
    example=date(1979, 3, 5),
)
GENDER = FormField("Giới tính", "Nam hoặc Nữ.", Entry.CHOICE, 9, ("Nam", "Nữ"), "Nam")
CARD = FormField(
    "Số thẻ đảng viên",
    "12 chữ số, giữ số 0 ở đầu. Người trùng tên được phân biệt nhờ số này hoặc ngày sinh.",
    Entry.ID,
    16,
    example="099079000001",
)
NATIONAL_ID = FormField(
    "Số định danh cá nhân", "12 chữ số, giữ số 0 ở đầu.", Entry.ID, 16, example="099079000001"
)
NOTE = FormField("Ghi chú", "Ghi thêm nếu cần.", width=20)
CELL = FormField(
    "Chi bộ", "Tên chi bộ ghi đủ chữ, như trong sổ.", width=22, example=_EXAMPLE_CELL
)


@dataclass(frozen=True, slots=True)
class Asked:
    """For which year a form is made; `cell` is the column of cells, where it needs one."""

    year: int
    cell: Fields


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
    return (ORDER, NAME, BIRTH, CARD, *asked.cell, *columns, NOTE)


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
        example=f"{_EXAMPLE_CELL} {EXAMPLE_MARK}",
    )
    return (ORDER, name, *years)


def candidates(asked: Asked) -> Fields:
    """Return the columns of a list of candidates."""
    stages = (
        "on_source_list",
        "helper_assigned",
        "awareness_class",
        "application",
        "vetting",
        "cell_resolution",
        "committee_resolution",
        "decision",
        "ceremony",
        "confirmed",
    )
    steps = tuple(
        FormField(
            CANDIDATE_STAGE[stage],
            "Ngày đã làm xong bước này; để trống nếu chưa." if not place else "",
            Entry.DAY,
            12,
            example=date(2024, 3, 5) if not place else None,
        )
        for place, stage in enumerate(stages)
    )
    origin = FormField(
        "Đoàn thể giới thiệu", "Nơi giới thiệu.", width=14, example="Đoàn thanh niên"
    )
    helper = FormField("Đảng viên giúp đỡ", "Họ tên người được phân công.", width=18)
    return (ORDER, NAME, BIRTH, GENDER, NATIONAL_ID, *asked.cell, origin, helper, *steps, NOTE)


def units(_asked: Asked) -> Fields:
    """Return the columns of a list of units."""
    return (
        ORDER,
        FormField(
            "Tên tổ chức đảng *",
            "Tên ghi đủ chữ.",
            width=36,
            example=f"{_EXAMPLE_CELL} {EXAMPLE_MARK}",
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
