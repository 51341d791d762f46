"""Failures the user can act on, and the exit code of each."""

from typing import ClassVar

EXIT_CODES: dict[int, str] = {
    0: "xong (danh sách rỗng cũng là xong)",
    1: "không làm được",
    2: "lệnh gõ chưa đúng",
    3: "xong, nhưng có dòng chưa nhập được",
    4: "dừng lại vì có dấu hiệu ghép sai cột",
    10: "chưa có sổ",
    11: "sổ đang được cửa sổ khác sử dụng",
    12: "sổ do bản partyroll mới hơn tạo ra",
    13: "sổ bị hỏng hoặc bị sửa ngoài chương trình",
    14: "sai khóa",
    130: "người dùng dừng",
}


class PartyrollError(Exception):
    """A failure the user can act on: what went wrong, where, what to do next.

    Subclasses take facts, not sentences, so that a message is written once.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.hint = message, where, hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\nGợi ý: {self.hint}" if self.hint else head
