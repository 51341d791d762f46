"""What the commune follows besides its books: who is away, who was rated how, who may join.

Each line states what stands in the cells and what it is meant to show on 15/01/2026; nothing is
computed with the code that the sample is meant to try.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from commune import Member
from stories import CLINIC, DOAI, DONG, ONE, SCHOOL, TEN, TRUNG

SHOWN_ON = date(2026, 1, 15)


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who works elsewhere; `shows` is what needs doing about it."""

    unit: str
    place: str
    since: str
    transferred: str = ""
    confirmed: date | None = None
    note: str = ""
    shows: tuple[str, ...] = ()


# Nobody asked after them for half a year, and the cell rated them without a remark from there.
_LONG_AWAY = ("away_without_paper", "contact_due", "L3")
AWAY = (
    Away(DONG, "Bình Dương", "03/2025", "chưa", shows=_LONG_AWAY),
    Away(DOAI, "Bắc Ninh", "15/06/2025", "chưa", shows=_LONG_AWAY),
    Away(
        TRUNG,
        "Nhật Bản",
        "02/2025",
        "chưa",
        note="xuất khẩu lao động",
        shows=_LONG_AWAY,
    ),
    Away(ONE, "Đồng Nai", "07/2025", "x", date(2025, 8, 4)),
    Away(TEN, "Hà Nội", "12/2025", "chưa", note="mới đi, chưa đến ba tháng"),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """An exemption or a temporary place, from a day to a day."""

    unit: str
    kind: str
    since: date
    until: date
    paper: str
    host: str = ""
    shows: tuple[str, ...] = ()


_ENDS = ("permission_ends",)
PAPERS = (
    Paper(
        DOAI,
        "Tạm miễn sinh hoạt đảng",
        date(2025, 8, 1),
        date(2026, 1, 31),
        "14-NQ/CB",
        shows=_ENDS,
    ),
    Paper(
        DONG, "Miễn đóng đảng phí", date(2025, 2, 1), date(2026, 1, 31), "15-NQ/CB", shows=_ENDS
    ),
    Paper(
        TRUNG,
        "Tạm miễn sinh hoạt đảng",
        date(2025, 3, 1),
        date(2026, 2, 10),
        "16-NQ/CB",
        shows=(*_ENDS, "L3"),
    ),
    Paper(ONE, "Tạm miễn sinh hoạt đảng", date(2025, 10, 1), date(2026, 6, 30), "17-NQ/CB"),
)


# --- Ratings ------------------------------------------------------------------------------
BEST, GOOD, FAIR, NOT = "HTXSNV", "HTTNV", "HTNV", "KHTNV"
NOT_RATED = "Chưa đánh giá"


@dataclass(frozen=True, slots=True)
class Rated:
    """How somebody with a story was rated: by themselves, the cell, the committee, in 2025."""

    unit: str
    why: str  # the story in `stories.py`
    levels: tuple[str, str, str]
    shows: tuple[str, ...] = ()


RATED = (
    Rated(DONG, "ba tháng rời, sổ ghi nợ", (GOOD, GOOD, GOOD), ("L1",)),
    Rated(DOAI, "ba tháng liền", (GOOD, GOOD, GOOD), ("L1",)),
    Rated(TRUNG, "bốn kỳ sinh hoạt vắng không phép", (BEST, GOOD, GOOD), ("L1",)),
    Rated(
        ONE, "cả đảng phí lẫn sinh hoạt đều đủ ba tháng", (GOOD, FAIR, FAIR)
    ),  # rated as the facts are: nothing to look at
    Rated(DONG, "trống cả năm", (FAIR, NOT, NOT), ("L10",)),
)
# Whom the cell rated below themselves, and the committee left there: the usual case.
FAIR_SHARE, BEST_SHARE = 0.08, 0.17


# --- Candidates ---------------------------------------------------------------------------
SOURCE, HELPER, CLASS = (
    "Đưa vào danh sách nguồn",
    "Phân công đảng viên giúp đỡ",
    "Học lớp nhận thức về Đảng",
)
APPLIED, CV, VETTED, OPINIONS = (
    "Nộp đơn xin vào Đảng",
    "Khai lý lịch",
    "Thẩm tra lý lịch",
    "Lấy ý kiến",
)
RESOLVED, COMMITTEE, DECIDED, CEREMONY = (
    "Nghị quyết của chi bộ",
    "Nghị quyết của đảng ủy",
    "Quyết định kết nạp",
    "Lễ kết nạp",
)
STAGES = (
    *(SOURCE, HELPER, CLASS, APPLIED, CV, VETTED, OPINIONS),
    *(RESOLVED, COMMITTEE, DECIDED, CEREMONY),
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """Somebody on the way into the Party, with the day of each step that was taken."""

    name: str
    gender: str
    born: date
    unit: str
    origin: str
    steps: dict[str, date]
    shows: tuple[str, ...] = ()


def steps(*days: date | None) -> dict[str, date]:
    """Return the days by the heading of their step, in the order of the steps; None = not."""
    return {stage: day for stage, day in zip(STAGES, days, strict=False) if day is not None}


YOUTH, UNION, FARMER, SOLDIER = (
    "Đoàn thanh niên",
    "Công đoàn",
    "Hội Nông dân",
    "Bộ đội xuất ngũ",
)
PROSPECTS = (
    Prospect(
        "Nguyễn Thùy Duyên Mẫu",
        "Nữ",
        date(1999, 5, 12),
        DONG,
        YOUTH,
        steps(date(2024, 3, 4), date(2024, 4, 2), date(2024, 9, 20)),
        ("file_stalled",),
    ),
    Prospect(
        "Trần Hữu Phong Mẫu",
        "Nam",
        date(1995, 11, 3),
        DOAI,
        FARMER,
        steps(date(2020, 10, 5), date(2020, 11, 2), date(2021, 2, 20), date(2025, 12, 1)),
        ("class_runs_out",),
    ),
    Prospect(
        "Lê Thị Oanh Mẫu",
        "Nữ",
        date(1997, 8, 30),
        SCHOOL,
        UNION,
        steps(
            *(date(2024, 6, 3), date(2024, 6, 28), date(2024, 10, 15), date(2025, 5, 5)),
            *(date(2025, 5, 20), date(2025, 8, 1), date(2025, 11, 20), date(2025, 12, 5)),
        ),
        ("decision_due",),
    ),
    Prospect(
        "Phạm Công Lộc Mẫu",
        "Nam",
        date(2001, 2, 14),
        ONE,
        SOLDIER,
        steps(
            *(date(2024, 2, 5), date(2024, 2, 26), date(2024, 7, 10), date(2024, 11, 4)),
            *(date(2024, 11, 18), date(2025, 3, 3), date(2025, 6, 2), date(2025, 8, 5)),
            *(date(2025, 9, 8), date(2025, 12, 10)),
        ),
        ("ceremony_due", "paper_missing"),
    ),
    Prospect(
        "Hoàng Kim Nga Mẫu",
        "Nữ",
        date(1993, 7, 7),
        CLINIC,
        UNION,
        steps(
            *(date(2024, 5, 6), date(2024, 6, 3), date(2024, 9, 12), date(2025, 10, 6)),
            *(date(2025, 9, 1), None),
        ),
        ("order_of_steps",),
    ),
    Prospect(
        "Đỗ Viết Sơn Mẫu",
        "Nam",
        date(1966, 1, 20),
        TEN,
        FARMER,
        steps(date(2025, 9, 8), date(2025, 10, 1), date(2025, 11, 14)),
        ("age_of_candidate",),
    ),
    Prospect(
        "Vũ Ngọc Liễu Mẫu",
        "Nữ",
        date(2003, 10, 9),
        TRUNG,
        YOUTH,
        steps(date(2025, 11, 3), date(2025, 12, 2)),
    ),
)


# --- Help, discipline, praise -------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Help:
    """A need of somebody, and what was done about it, if anything was."""

    unit: str
    need: str
    circumstance: str
    since: date
    measure: str = ""
    amount: int | None = None
    helped_by: str = ""
    helped_on: date | None = None
    outcome: str = ""
    shows: tuple[str, ...] = ()


_FARMERS_UNION, _VETERANS = "Hội Nông dân xã", "Hội Cựu chiến binh xã"
HELP = (
    Help(
        DONG,
        "Khó khăn về kinh tế",
        "nuôi hai con nhỏ, mất mùa",
        date(2025, 7, 10),
        shows=("need_without_measure",),
    ),
    Help(
        TRUNG,
        "Cần việc làm",
        "nhà máy đóng cửa",
        date(2025, 9, 2),
        shows=("need_without_measure",),
    ),
    Help(
        TEN,
        "Ốm đau",
        "mổ tim, nằm viện dài ngày",
        date(2025, 11, 20),
        shows=("need_without_measure",),
    ),
    Help(
        DOAI,
        "Cần vay vốn",
        "mở trại gà",
        date(2025, 1, 15),
        "Cho vay vốn",
        50_000_000,
        _FARMERS_UNION,
        date(2025, 3, 3),
        shows=("outcome_unknown",),
    ),
    Help(
        ONE,
        "Khó khăn về kinh tế",
        "nhà dột nát",
        date(2025, 2, 10),
        "Giúp sửa nhà",
        30_000_000,
        "Mặt trận Tổ quốc xã",
        date(2025, 5, 19),
        "Đã ổn định",
    ),
    Help(
        DONG,
        "Mới xuất ngũ, cần gặp gỡ",
        "bộ đội xuất ngũ đợt tháng 2",
        date(2025, 2, 20),
        shows=("to_be_met",),
    ),
    Help(
        DOAI,
        "Mới xuất ngũ, cần gặp gỡ",
        "công an nghĩa vụ xuất ngũ",
        date(2025, 2, 21),
        shows=("to_be_met",),
    ),
    Help(
        TRUNG,
        "Mới xuất ngũ, cần gặp gỡ",
        "bộ đội xuất ngũ đợt tháng 2",
        date(2025, 2, 20),
        "Gặp gỡ",
        None,
        _VETERANS,
        date(2025, 3, 15),
        "Khá hơn",
    ),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about somebody: discipline, or praise."""

    unit: str
    form: str
    number: str
    day: date
    body: str
    words: str
    shows: tuple[str, ...] = ()


_COMMITTEE = "Đảng ủy xã Mẫu"
DISCIPLINE = (
    Decision(
        ONE,
        "Khiển trách",
        "03-QĐ/ĐU",
        date(2025, 5, 9),
        _COMMITTEE,
        "vi phạm quy định về nêu gương",
        ("L2",),
    ),
    Decision(
        DOAI,
        "Cảnh cáo",
        "05-QĐ/ĐU",
        date(2025, 8, 15),
        _COMMITTEE,
        "vi phạm chính sách dân số",
        ("L2",),
    ),
    Decision(
        SCHOOL,
        "Khiển trách",
        "06-QĐ/ĐU",
        date(2025, 10, 3),
        _COMMITTEE,
        "vi phạm quy chế chuyên môn",
        ("L2",),
    ),
)
PRAISE = (
    Decision(
        DONG,
        "Huy hiệu 30 năm tuổi Đảng",
        "12-QĐ/HU",
        date(2025, 9, 2),
        "Huyện ủy Giả Định",
        "30 năm tuổi Đảng",
    ),
    Decision(
        SCHOOL,
        "Giấy khen",
        "21-QĐ/ĐU",
        date(2025, 12, 22),
        _COMMITTEE,
        "hoàn thành xuất sắc nhiệm vụ năm 2025",
    ),
    Decision(
        CLINIC,
        "Gương điển hình",
        "22-QĐ/ĐU",
        date(2025, 12, 22),
        _COMMITTEE,
        "học và làm theo Bác",
    ),
)


# --- Who plays whom -----------------------------------------------------------------------
class Cast:
    """Gives parts to ordinary members, each once, the last of a unit first."""

    def __init__(self, people: Sequence[Member]) -> None:
        self._people = people
        self._plain = [
            member
            for member in people
            if not (member.story.why or member.exempt or member.position)
        ]

    def ordinary(self, unit: str) -> Member:
        """Return an ordinary member of a unit who has no part yet."""
        member = next(m for m in reversed(self._plain) if m.unit.name == unit)
        self._plain.remove(member)
        return member

    def told(self, unit: str, why: str) -> Member:
        """Return the member of a story."""
        return next(m for m in self._people if (m.unit.name, m.story.why) == (unit, why))
