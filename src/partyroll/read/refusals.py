"""Files that cannot be read at all: each says what it is and what to do."""

from pathlib import Path
from typing import ClassVar

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


class WorkbookTooHeavy(PartyrollError):
    """The file holds more than any roll: refused before it takes the machine down."""

    def __init__(self, path: Path, what: str, sheet: str = "", *, limit: str = "") -> None:
        raised = (
            f" Tệp đúng là lớn như vậy thì đặt {limit} cao hơn ở mục [import.limits] của"
            " partyroll.toml."
        )
        super().__init__(
            f"tệp quá nặng: {what}",
            where=f"{path.name} › {sheet}" if sheet else path.name,
            hint="xóa trang, dòng, cột, hình thừa rồi lưu thành tệp mới, hoặc chia thành"
            f" nhiều tệp.{raised if limit else ''}",
        )


class WorkbookMalformed(PartyrollError):
    """The inside of the file is put together as no spreadsheet program does."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"cấu trúc bên trong tệp không bình thường: {what}",
            where=path.name,
            hint="nếu biết rõ nơi gửi, mở bằng Excel, lưu thành tệp .xlsx mới rồi nhập.",
        )


class WorkbookNotUtf8(PartyrollError):
    """The XML is in an encoding that readers take for an empty sheet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "nội dung bên trong không ghi bằng UTF-8",
            where=path.name,
            hint="mở bằng Excel, lưu thành tệp .xlsx mới rồi nhập.",
        )


class CellMisplaced(PartyrollError):
    """A cell or row stands at an address that no sheet has."""

    def __init__(self, path: Path, sheet: str, address: str) -> None:
        super().__init__(
            f'địa chỉ ô "{address[:20]}" không có trong bảng tính nào',
            where=f"{path.name} › {sheet}",
            hint="tệp bị hỏng khi xuất; mở bằng Excel, lưu thành tệp .xlsx mới rồi nhập.",
        )


class CellTooFar(PartyrollError):
    """A value stands so far from the table that the sheet would have millions of cells."""

    def __init__(self, path: Path, sheet: str, address: str) -> None:
        super().__init__(
            "có nội dung nằm quá xa bảng",
            where=f"{path.name} › {sheet} › {address}",
            hint="xóa các dòng, cột thừa phía dưới và bên phải bảng, lưu rồi nhập lại.",
        )


class StringMissing(PartyrollError):
    """A cell points at a text that the file does not hold."""

    def __init__(self, path: Path, sheet: str) -> None:
        super().__init__(
            "có ô trỏ tới chữ không còn trong tệp, đọc tiếp sẽ ra tên sai",
            where=f"{path.name} › {sheet}",
            hint="tệp bị hỏng; tải hoặc chép lại tệp, hoặc mở bằng Excel, lưu tệp mới.",
        )


class SheetIncomplete(PartyrollError):
    """Fewer cells came back from the reader than the sheet holds."""

    def __init__(self, path: Path, sheet: str, found: int, held: int) -> None:
        super().__init__(
            f"chỉ đọc được {found} trong {held} ô có nội dung, nên không nhập gì từ tệp này",
            where=f"{path.name} › {sheet}",
            hint="mở bằng Excel, lưu thành tệp .xlsx mới rồi nhập.",
        )


class ReadingTooSlow(PartyrollError):
    """Reading took longer than any workbook of this size needs."""

    def __init__(self, path: Path, seconds: int) -> None:
        super().__init__(
            f"đọc quá {seconds} giây vẫn chưa xong nên đã dừng",
            where=path.name,
            hint="mở bằng Excel, xóa trang và định dạng thừa, lưu thành tệp mới rồi nhập.",
        )


class QuoteNotClosed(PartyrollError):
    """A quote in a CSV file swallows everything behind it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "có dấu ngoặc kép mở mà không đóng, hoặc một ô dài bất thường",
            where=path.name,
            hint="mở tệp bằng Excel xem cột nào bị dồn, sửa rồi lưu thành .xlsx và nhập.",
        )


class NotAPlan(PartyrollError):
    """A workbook has no sheet with the headings of a plan."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "không có trang nào có các cột Thao tác, Đơn vị cũ, Đơn vị mới, Ngày hiệu lực",
            where=path.name,
            hint="lập kế hoạch theo mẫu: partyroll template reorganisation",
        )


class PlanToCarryOut(PartyrollError):
    """A plan of a reorganisation is not imported: it is checked and carried out as a whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "đây là kế hoạch sắp xếp tổ chức, không phải danh sách để nhập",
            where=path.name,
            hint=f'kiểm tra và thực hiện bằng lệnh: partyroll units reorganise "{path}"',
        )


class ListWithoutKeys(PartyrollError):
    """A list for review came back without the column that says whose each row is."""

    exit_code: ClassVar[int] = 3

    def __init__(self, path: Path, number: str) -> None:
        which = f" số {number}" if number else ""
        super().__init__(
            f"tệp này giống danh sách rà soát{which} nhưng thiếu cột mã dòng và tiêu đề đã đổi;"
            " chưa trả lời nào được ghi",
            where=path.name,
            hint="chép trả lời vào tệp do partyroll flag --xlsx ghi ra, hoặc trả lại tiêu đề"
            " “Họ và tên”, “Ý kiến chi bộ”, “Kết luận”, “Người quyết định”, rồi nhập lại.",
        )


class SlipAltered(PartyrollError):
    """A slip of a transfer does not say what it said when it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "phiếu chuyển sinh hoạt đã bị sửa sau khi lập: mã kiểm tra không khớp",
            where=path.name,
            hint="xin nơi lập gửi lại phiếu (partyroll transfer issue --again SỐ); nội dung sai"
            " thì nơi lập sửa trong sổ của mình rồi in lại. Chưa ghi gì vào sổ.",
        )


class SlipWithoutKeys(PartyrollError):
    """A slip of a transfer came without the hidden column by which it is known."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "phiếu chuyển sinh hoạt đã mất cột mã ẩn",
            where=path.name,
            hint="xin nơi lập gửi lại tệp gốc (partyroll transfer issue --again SỐ), không chép"
            " sang tệp khác. Chưa ghi gì vào sổ.",
        )
