"""Why a file could not be written, and what to do next."""

from pathlib import Path

from partyroll.errors import PartyrollError


class FileInUse(PartyrollError):
    """The file is open in another program, most likely Excel or Word."""

    def __init__(self, path: Path) -> None:
        program = "Word" if path.suffix.lower() == ".docx" else "Excel"
        super().__init__(
            f"tệp đang mở trong {program}",
            where=str(path),
            hint="đóng tệp rồi chạy lại lệnh, hoặc đặt tên khác bằng --out.",
        )


class FolderMissing(PartyrollError):
    """The folder of the file does not exist."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "không có thư mục này", where=str(folder), hint="tạo thư mục hoặc chọn nơi khác."
        )


class FolderNotWritable(PartyrollError):
    """Nothing may be written into the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "không có quyền ghi vào thư mục",
            where=str(folder),
            hint="chọn thư mục khác bằng --out.",
        )


class DiskFull(PartyrollError):
    """There is no room left for the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "ổ đĩa đã đầy, tệp chưa được ghi",
            where=str(path),
            hint="giải phóng dung lượng rồi chạy lại lệnh.",
        )
