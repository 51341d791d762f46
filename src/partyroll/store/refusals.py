"""Why a ledger cannot be opened or written, each with its exit code and its next step."""

from pathlib import Path
from typing import ClassVar

from partyroll.errors import PartyrollError


class LedgerNotFound(PartyrollError):
    """There is no ledger at the given path."""

    exit_code: ClassVar[int] = 10

    def __init__(self, path: Path) -> None:
        super().__init__(
            "không tìm thấy sổ đảng viên",
            where=str(path),
            hint="nhập danh sách đầu tiên bằng lệnh: partyroll import <tệp Excel>"
            " (sổ được tạo trong thư mục đang mở)",
        )


class NotALedger(PartyrollError):
    """The file exists but is no partyroll ledger."""

    exit_code: ClassVar[int] = 10

    def __init__(self, path: Path) -> None:
        super().__init__(
            "tệp này không phải là sổ của partyroll",
            where=str(path),
            hint="kiểm tra lại đường dẫn sau --ledger; tệp chưa bị thay đổi.",
        )


class LedgerExists(PartyrollError):
    """`init` or `restore` would write over something."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "ở đây đã có một tệp",
            where=str(path),
            hint="chọn tên khác bằng --ledger, hoặc dùng sổ đang có.",
        )


class LedgerBusy(PartyrollError):
    """Another window holds the write lock."""

    exit_code: ClassVar[int] = 11

    def __init__(self, path: Path) -> None:
        super().__init__(
            "sổ đang được một cửa sổ partyroll khác sử dụng",
            where=str(path),
            hint="đợi lệnh kia xong rồi chạy lại; sổ chưa bị thay đổi.",
        )


class LedgerNewer(PartyrollError):
    """The ledger was made by a newer version of the tool."""

    exit_code: ClassVar[int] = 12

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"sổ thuộc phiên bản {found}, bản cài này chỉ đọc đến phiên bản {known}",
            where=str(path),
            hint="cài bản partyroll mới hơn; sổ chưa bị thay đổi.",
        )


class LedgerOlder(PartyrollError):
    """The ledger was made by an older version of the tool; it can be upgraded."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"sổ thuộc phiên bản {found}, cần nâng lên phiên bản {known} trước khi dùng",
            where=str(path),
            hint="chạy lại lệnh; sổ được sao lưu rồi nâng cấp, nội dung giữ nguyên.",
        )
        self.path, self.found = path, found


class LedgerCorrupt(PartyrollError):
    """SQLite or the chain says that the file is damaged or was edited outside."""

    exit_code: ClassVar[int] = 13

    def __init__(self, path: Path) -> None:
        super().__init__(
            "sổ bị hỏng hoặc bị sửa ngoài chương trình",
            where=str(path),
            hint="đừng ghi thêm; khôi phục bản sao lưu gần nhất: partyroll restore <bản sao>",
        )


class LedgerUnwritable(PartyrollError):
    """The disk is full, gone or read-only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "không ghi được vào sổ (ổ đĩa đầy, bị rút ra hoặc chỉ cho đọc)",
            where=str(path),
            hint="kiểm tra ổ đĩa rồi chạy lại; lần ghi dở đã được hủy, sổ giữ nguyên.",
        )


class NothingToUndo(PartyrollError):
    """No change of facts is left to take back."""

    def __init__(self) -> None:
        super().__init__(
            "không còn thay đổi nào để hoàn tác", hint="xem các lần ghi: partyroll history"
        )


class CannotUndo(PartyrollError):
    """The number names no change, one already undone, or an undo."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(
            f"không hoàn tác được thay đổi số {number}: {why}",
            hint="xem các lần ghi: partyroll history",
        )


class BackupUnusable(PartyrollError):
    """A backup does not open as the ledger it claims to be."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"không dùng được bản sao lưu này: {why}",
            where=str(path),
            hint="chọn bản sao lưu khác; sổ đang dùng chưa bị thay đổi.",
        )
