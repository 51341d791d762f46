"""Files that cannot be read at all: each says what it is and what to do."""

from pathlib import Path

from partyroll.errors import PartyrollError


class WorkbookNotFound(PartyrollError):
    """There is no file at the given path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "không tìm thấy tệp",
            where=str(path),
            hint="kiểm tra lại tên tệp và thư mục; tên có dấu cách phải đặt trong ngoặc kép.",
        )


class WorkbookIsFolder(PartyrollError):
    """The path names a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "đây là thư mục, không phải tệp",
            where=str(path),
            hint=f'chọn từng tệp trong thư mục, ví dụ: partyroll import "{path}/…xlsx"',
        )


class WorkbookEmpty(PartyrollError):
    """The file has no content."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "tệp rỗng (0 byte)", where=path.name, hint="chép lại tệp từ nơi gửi rồi nhập lại."
        )


class WorkbookIsLockFile(PartyrollError):
    """The file is the shadow that Excel keeps beside an open workbook."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "đây là tệp tạm của Excel, không phải sổ",
            where=path.name,
            hint=f'chọn tệp gốc "{path.name.removeprefix("~$")}" và đóng Excel trước khi nhập.',
        )


class WorkbookInUse(PartyrollError):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "tệp đang mở trong Excel hoặc không được phép đọc",
            where=path.name,
            hint="đóng tệp rồi chạy lại lệnh.",
        )


class WorkbookHasPassword(PartyrollError):
    """The workbook is encrypted."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "tệp có mật khẩu nên không đọc được",
            where=path.name,
            hint="mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin), lưu bản sao rồi nhập.",
        )


class WorkbookIsOtherType(PartyrollError):
    """The content is of another kind, whatever the name says."""

    def __init__(self, path: Path, content: str) -> None:
        super().__init__(
            f"nội dung là {content}, không phải sổ Excel",
            where=path.name,
            hint="mở bằng Excel rồi lưu thành .xlsx (Tệp › Lưu thành), sau đó nhập tệp mới.",
        )


class WorkbookTypeUnknown(PartyrollError):
    """Nobody can tell what the file is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "không nhận ra loại tệp",
            where=path.name,
            hint="chỉ nhập sổ .xlsx, .xlsm, .xls, .ods; hãy mở bằng Excel rồi lưu thành .xlsx.",
        )


class WorkbookBroken(PartyrollError):
    """The file is cut off or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "tệp bị hỏng hoặc tải về chưa xong",
            where=path.name,
            hint="tải hoặc chép lại tệp; nếu Excel mở được thì lưu thành tệp mới rồi nhập.",
        )
