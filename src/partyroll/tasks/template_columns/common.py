"""The columns that many forms share, and what a form is asked for."""

from dataclasses import dataclass
from datetime import date

from partyroll.messages import EXAMPLE_MARK
from partyroll.write.forms import Entry, FormField

Fields = tuple[FormField, ...]

EXAMPLE_NAME = f"Nguyễn Văn Mẫu {EXAMPLE_MARK}"
EXAMPLE_CELL = "Chi bộ thôn Mẫu"
ORDER = FormField("STT", "", Entry.ORDER, 6)
NAME = FormField("Họ và tên *", "Họ tên đầy đủ, có dấu.", width=26, example=EXAMPLE_NAME)
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
    "Chi bộ", "Tên chi bộ ghi đủ chữ, như trong sổ.", width=22, example=EXAMPLE_CELL
)


@dataclass(frozen=True, slots=True)
class Asked:
    """For which year a form is made; `cell` is the column of cells, where it needs one."""

    year: int
    cell: Fields
