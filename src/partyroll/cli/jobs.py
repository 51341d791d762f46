"""What `partyroll menu` offers: jobs in a clerk's words, what they run, what they ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of answer a question wants."""

    FILE = "file"  # a workbook; those of the folder are offered by number
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """A question before a command: its words, where the answer goes, what Enter alone means.

    An answer follows `option`; an empty answer leaves the option out, or gives `default`.
    """

    words: str
    kind: Kind = Kind.TEXT
    option: str = ""
    default: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do.  `files` are the options by which its result becomes a file."""

    words: str
    command: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    files: tuple[str, ...] = ()


_UNIT = Question("Chỉ một chi bộ, đảng bộ? (Enter = tất cả)", option="--unit")
_MEMBER = Question("Họ tên, số thẻ hoặc mã người", needed=True)
_XLSX = ("--xlsx",)
_BOTH = ("--xlsx", "--docx")

JOBS: Mapping[str, tuple[Job, ...]] = {
    "Hằng ngày": (
        Job(
            "Nhập một tệp Excel vào sổ",
            ("import",),
            (Question("Tệp nào", Kind.FILE, needed=True),),
        ),
        Job("Việc cần làm, theo chi bộ", ("today",), (_UNIT,), _BOTH),
        Job("Ai cần chi bộ xem xét (ba tháng)", ("flag", "--months", "3"), (_UNIT,), _BOTH),
        Job("Nhắc trước khi đủ ba tháng", ("flag", "--watch"), (_UNIT,), _BOTH),
        Job("Tìm một đảng viên", ("show",), (_MEMBER,)),
        Job("Danh sách đảng viên", ("list",), (_UNIT,), _XLSX),
    ),
    "Báo cáo": (
        Job(
            "Báo cáo nhiệm kỳ",
            ("report",),
            (Question("Kỳ nào", default="2020-2025"),),
            ("--xlsx", "--docx", "--html"),
        ),
        Job("Điều mâu thuẫn trong sổ", ("check",)),
    ),
    "Sổ": (
        Job(
            "Lấy một mẫu Excel trống",
            ("template",),
            (
                Question(
                    "Mẫu nào (roster, dues, meetings, exits, away, ratings, candidates…)",
                    default="roster",
                ),
            ),
        ),
        Job("Hoàn tác lần ghi cuối cùng", ("undo",)),
        Job("Các lần đã ghi vào sổ", ("history",)),
        Job("Sao lưu sổ", ("backup",)),
    ),
}
