"""The people of the commune whose books are worth a look, each with the list intended.

A story states what stands in the cells.  What a cell means is in `commune.MEANING`; a blank
means "suy ra từ ô trống" because every unit-month but one has enough collections.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

DONG = "Chi bộ thôn Đông"
DOAI = "Chi bộ thôn Đoài"
TRUNG = "Chi bộ thôn Trung"
ONE = "Chi bộ 1"
TEN = "Chi bộ 10"
SCHOOL = "Chi bộ Trường Tiểu học Mẫu"
CLINIC = "Chi bộ Trạm Y tế"

Cells = Mapping[int, str | int]
ALL_YEAR = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class Story:
    """One member: unit, intended list, and every cell that is not simply paid or attended."""

    unit: str
    list: str
    why: str
    dues: Cells = field(default_factory=dict)
    last_year: Cells = field(default_factory=dict)
    meetings: Cells = field(default_factory=dict)
    remark: str = ""
    merged: tuple[tuple[int, int], ...] = ()  # one sum in a cell over these months
    late: tuple[int, ...] = ()  # blanks that a later payment names
    since: int = 1  # first month in 2025 that is owed; before it, nothing is due
    admitted: date | None = None
    exempt: bool = False
    female: bool | None = None
    age: tuple[int, int] | None = None
    party_years: int | None = None
    name: str = ""
    in_last_year: bool = True
    in_this_year: bool = True


def over(months: tuple[int, ...], value: str | int) -> dict[int, str | int]:
    """Put the same value in several months."""
    return dict.fromkeys(months, value)


def admitted(unit: str, day: date, remark: str = "") -> Story:
    """Tell of someone admitted in 2025: dues are owed from the month after."""
    why = f"dự bị, kết nạp {day:%d/%m/%Y}: các tháng trước không phải đóng"
    return Story(
        unit,
        "",
        why,
        remark=remark,
        since=day.month + 1,
        admitted=day,
        age=(21, 34),
        in_last_year=False,
    )


REVIEW = (
    Story(DONG, "review", "ba tháng rời, sổ ghi nợ", {3: "nợ", 4: "nợ", 9: "nợ"}),
    Story(DONG, "review", "ba ô trống rời nhau", {2: "", 6: "", 11: ""}),
    Story(
        DONG,
        "review",
        "trống cả năm",
        over(ALL_YEAR, ""),
        meetings=over(ALL_YEAR, ""),
        remark="đi làm ăn xa",
    ),
    Story(DOAI, "review", "ba tháng liền", {7: 0, 8: "chưa nộp", 9: "chưa nộp"}),
    Story(DOAI, "review", "bốn ô trống liền nhau", over((4, 5, 6, 7), "")),
    Story(TRUNG, "review", "gạch ngang theo chú thích, rồi nợ", {1: "-", 2: "-", 3: "nợ"}),
    Story(
        TRUNG,
        "review",
        "miễn sinh hoạt vẫn phải đóng đảng phí",
        over((10, 11, 12), "chưa nộp"),
        exempt=True,
        age=(70, 82),
    ),
    Story(ONE, "review", "bốn ô trống cuối năm", over((9, 10, 11, 12), "")),
    Story(
        TEN,
        "review",
        "hai tháng ghi rõ, một ô trống; tháng 8 chưa rõ",
        {5: "chưa nộp", 6: "chưa nộp", 7: ""},
        name="Nguyễn Văn Ước",
    ),
    Story(
        SCHOOL,
        "review",
        "ba tháng không lý do, thêm một tháng có ghi lý do",
        {2: "chưa nộp", 3: "chưa nộp", 4: "chưa nộp", 5: "nghỉ ốm"},
    ),
    Story(
        TRUNG,
        "review",
        "bốn kỳ sinh hoạt vắng không phép",
        meetings={3: "K", 5: "vắng không phép", 8: "K", 9: "không phép"},
    ),
    Story(
        ONE,
        "review",
        "cả đảng phí lẫn sinh hoạt đều đủ ba tháng",
        over((6, 7, 8), "nợ"),
        meetings={6: "K", 7: "K", 8: "vắng không phép"},
    ),
)
CHECK_REASON = (
    Story(
        DOAI,
        "check_reason",
        "sáu ô ghi thai sản",
        over((3, 4, 5, 6, 7, 8), "thai sản"),
        female=True,
        age=(27, 34),
    ),
    Story(
        DONG,
        "check_reason",
        "hai ô ghi lý do, một ô trống",
        {4: "nghỉ ốm", 5: "nghỉ ốm", 9: ""},
    ),
    Story(ONE, "check_reason", "ba ô ghi nằm viện", over((10, 11, 12), "nằm viện")),
    Story(
        SCHOOL,
        "check_reason",
        "ba kỳ vắng ghi có phép, chưa ai chấp nhận lý do",
        meetings={2: "có phép", 3: "P", 4: "P"},
    ),
    Story(
        CLINIC,
        "check_reason",
        "nợ hai tháng, một ô ghi lý do",
        {2: "nợ", 6: "nợ", 9: "nghỉ ốm"},
    ),
)
WATCH = (
    Story(DONG, "watch", "hai ô trống", {5: "", 10: ""}),
    Story(
        ONE,
        "watch",
        "ba tháng liền vắt qua hai năm",
        {1: "nợ"},
        last_year={11: "nợ", 12: "nợ"},
    ),
    Story(TRUNG, "watch", "hai kỳ vắng không phép", meetings={4: "K", 10: "vắng không phép"}),
    Story(
        DOAI,
        "watch",
        "hai tháng nợ và một kỳ vắng: ba tháng của hai căn cứ",
        {3: "nợ", 4: "nợ"},
        meetings={9: "K"},
    ),
    Story(TEN, "watch", "hai ô trống; tháng 8 cả chi bộ không có sổ", {7: "", 9: ""}),
    Story(SCHOOL, "watch", "một tháng nợ, một ô ghi lý do", {6: "nghỉ ốm", 7: "nợ"}),
    Story(CLINIC, "watch", "hai ô trống đầu năm", {1: "", 2: ""}),
)
ON_NO_LIST = (
    Story(
        DONG,
        "",
        "tháng 4 nộp bù ba tháng đầu năm: đóng chậm, không phải nợ",
        {1: "", 2: "", 3: "", 4: "40.000 (nộp bù T1-T3)"},
        remark="T4 nộp bù T1, T2, T3",
        late=(1, 2, 3),
    ),
    Story(
        DOAI,
        "",
        "nộp theo quý, ô gộp",
        merged=((1, 3), (4, 6), (7, 9), (10, 12)),
        remark="nộp theo quý",
    ),
    Story(DONG, "", "nộp cả năm một lần, ô gộp", merged=((1, 12),), remark="nộp cả năm"),
    Story(
        TRUNG,
        "",
        "trên 50 năm tuổi Đảng",
        over(ALL_YEAR, "M"),
        last_year=over(ALL_YEAR, "M"),
        remark="Đảng viên trên 50 năm tuổi Đảng",
        exempt=True,
        age=(75, 84),
        party_years=52,
    ),
    Story(
        DONG,
        "",
        "trên 50 năm tuổi Đảng",
        over(ALL_YEAR, "miễn"),
        last_year=over(ALL_YEAR, "miễn"),
        remark="Đảng viên trên 50 năm tuổi Đảng",
        age=(76, 84),
        party_years=54,
    ),
    Story(
        ONE,
        "",
        "được miễn từ tháng 7",
        over((7, 8, 9, 10, 11, 12), "M"),
        remark="Được miễn đóng đảng phí từ 7/2025",
        age=(60, 75),
    ),
    Story(
        CLINIC,
        "",
        "chuyển đến giữa năm",
        remark="Chuyển SHĐ đến từ 7/2025",
        since=7,
        in_last_year=False,
    ),
    Story(
        TEN, "", "nợ ba tháng năm 2024, năm 2025 đóng đủ", last_year={4: "nợ", 5: "nợ", 6: ""}
    ),
    Story(TRUNG, "", "đóng thiếu một tháng: vẫn là đã đóng", {6: 5000}),
    Story(TRUNG, "", "một ô không đọc được: chưa rõ, không suy ra", {6: "10.000.5"}),
    Story(TRUNG, "", "sổ năm 2025 không có tên: chưa rõ cả năm", in_this_year=False),
    Story(DONG, "", "trùng họ tên với người ở Chi bộ 10", name="Nguyễn Văn Ước", female=False),
    admitted(DONG, date(2025, 5, 19), "Kết nạp ngày 19/5/2025"),
    admitted(DOAI, date(2025, 2, 3), "Kết nạp ngày 03/02/2025"),
    admitted(TRUNG, date(2025, 9, 2), "Kết nạp ngày 02/9/2025"),
    admitted(ONE, date(2025, 6, 27)),
    admitted(TEN, date(2025, 4, 30)),
    admitted(SCHOOL, date(2025, 11, 20), "Kết nạp ngày 20/11/2025"),
    admitted(CLINIC, date(2025, 2, 27)),
    admitted(SCHOOL, date(2025, 12, 22)),
)
STORIES = (*REVIEW, *CHECK_REASON, *WATCH, *ON_NO_LIST)
