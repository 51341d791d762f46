"""What a use case cannot do, said once."""

from datetime import date
from typing import ClassVar

from partyroll.errors import PartyrollError
from partyroll.period import Term


class UnknownUnit(PartyrollError):
    """No unit of that name or code, or several."""

    exit_code: ClassVar[int] = 2

    def __init__(self, wanted: str, candidates: tuple[str, ...]) -> None:
        shown = "; ".join(candidates[:5]) + "; …" * (len(candidates) > 5)
        super().__init__(
            f"không xác định được tổ chức “{wanted}”",
            hint=f"gõ đúng một trong các tên: {shown}"
            if shown
            else "xem tên các tổ chức: partyroll units --all",
        )


class UnknownMember(PartyrollError):
    """No person, or several, fit what was typed."""

    exit_code: ClassVar[int] = 2

    def __init__(self, wanted: str, candidates: tuple[str, ...]) -> None:
        found = f"có {len(candidates)} người" if candidates else "không thấy ai"
        super().__init__(
            f"{found} khớp với “{wanted}”",
            hint="gõ số thẻ hoặc mã người: " + "; ".join(candidates[:8])
            if candidates
            else "gõ họ tên đầy đủ, số thẻ đảng viên hoặc mã người (xem: partyroll list --all)",
        )


class NotATerm(PartyrollError):
    """The term was not written in a way that names two days."""

    exit_code: ClassVar[int] = 2

    def __init__(self, text: str) -> None:
        super().__init__(
            f"không hiểu kỳ báo cáo “{text}”",
            hint="ví dụ: 2020-2025 · 2024 · 10/2020-10/2025 · 5/10/2020-4/10/2025",
        )


class TermNotBegun(PartyrollError):
    """Nothing of the term has happened by the day asked for."""

    exit_code: ClassVar[int] = 2

    def __init__(self, label: str, start: date, as_of: date) -> None:
        super().__init__(
            f"kỳ “{label}” bắt đầu ngày {start:%d/%m/%Y}, sau ngày tính {as_of:%d/%m/%Y}",
            hint="sửa kỳ hoặc --as-of; ngày đại hội khai ở mục [[term]] của partyroll.toml",
        )


class TermsOverlap(PartyrollError):
    """A term was to be compared with one that holds some of its days."""

    exit_code: ClassVar[int] = 2

    def __init__(self, before: Term, term: Term) -> None:
        super().__init__(
            f"không so được kỳ {term.label} ({term.vi}) với kỳ {before.label} ({before.vi}):"
            " hai kỳ có ngày trùng nhau, có người sẽ bị tính hai lần",
            hint="chọn kỳ kết thúc trước, hoặc khai ngày đại hội của từng kỳ ở mục [[term]]"
            " trong partyroll.toml",
        )


class NotADay(PartyrollError):
    """A date option was not a day."""

    exit_code: ClassVar[int] = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"không hiểu ngày “{text}”", hint="ví dụ: 31/12/2024 hoặc 2024-12-31")


class NotAMonth(PartyrollError):
    """A month option was not a month."""

    exit_code: ClassVar[int] = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"không hiểu tháng “{text}”", hint="ví dụ: 9/2024 hoặc 2024-09")


class NoSuchList(PartyrollError):
    """No list that went out has that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, which: int | str) -> None:
        super().__init__(
            f"không có danh sách số {which}", hint="xem các danh sách: partyroll flag --lists"
        )


class NoSuchReport(PartyrollError):
    """No report that went out has that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int) -> None:
        super().__init__(
            f"không có báo cáo số {number}", hint="xem các báo cáo: partyroll report --reports"
        )


class LedgerMovedOn(PartyrollError):
    """Another window wrote to the ledger after the list or the report was made."""

    def __init__(self) -> None:
        super().__init__(
            "sổ vừa được ghi thêm ở cửa sổ khác, kết quả này chưa được lưu",
            hint="chạy lại lệnh này",
        )


class NoSuchQuestion(PartyrollError):
    """No open question has that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int) -> None:
        super().__init__(
            f"không có câu hỏi số {number} đang chờ",
            hint="xem các câu hỏi và số của chúng: partyroll answer",
        )


class NotAnAnswer(PartyrollError):
    """What was typed is none of the answers of the question."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int, text: str, answers: tuple[str, ...]) -> None:
        choices = "; ".join(f"{n}. {answer}" for n, answer in enumerate(answers, start=1))
        super().__init__(
            f"câu {number} không có câu trả lời “{text}”",
            hint=f"gõ một trong các câu sau, hoặc số thứ tự của nó: {choices}",
        )


class AnswerNeedsDate(PartyrollError):
    """The answer holds from a day on, and none was given."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int, answer: str) -> None:
        super().__init__(
            f"câu trả lời “{answer}” cần có ngày (sau ngày đã ra, nếu có)",
            hint=f'ví dụ: partyroll answer {number} "{answer} 01/07/2025"',
        )


class UnknownTemplate(PartyrollError):
    """No empty workbook of that kind."""

    exit_code: ClassVar[int] = 2

    def __init__(self, wanted: str, kinds: tuple[str, ...]) -> None:
        super().__init__(f"không có mẫu “{wanted}”", hint=f"gõ một trong: {', '.join(kinds)}")


class DayNotCome(PartyrollError):
    """Something is said to have been done on a day that has not come."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str, day: str) -> None:
        super().__init__(f"{option}: ngày {day} chưa tới", hint="xem lại ngày, tháng, năm")
