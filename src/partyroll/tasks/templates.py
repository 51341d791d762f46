"""Empty workbooks to fill in, one for each kind of table that the importer reads."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from partyroll.messages import EXAMPLE_MARK, TABLE_KIND
from partyroll.read.units import cell_in_title, is_upper_unit, starts_with_unit, unit_name
from partyroll.tasks import template_columns as columns
from partyroll.tasks.refusals import UnknownTemplate
from partyroll.tasks.template_columns import CELL, Asked, Fields
from partyroll.text import clean, fold, same_key
from partyroll.write.forms import Form, write_form

_NO_NAMES = frozenset({"", "chi bo", "dang bo", "dang uy", "to dang"})
_NOTE_LINE = (
    f"Dòng có chữ {EXAMPLE_MARK} chỉ để xem cách ghi, không được nhập: hãy xóa hoặc ghi đè cả"
    " dòng. Cách điền từng cột ở trang Hướng dẫn."
)
_GUIDE = (
    "1. Điền vào trang đầu, mỗi dòng một mục, ngay dưới dòng tiêu đề. Cột có dấu * phải điền.",
    f"2. Dòng có chữ {EXAMPLE_MARK} không được nhập. Xóa dòng đó, hoặc ghi đè mọi ô của nó.",
    "3. Không đổi tên cột. Có thể thêm dòng, bỏ cột không dùng, sắp xếp lại.",
    "4. Ô để trống nghĩa là chưa biết; phần mềm không tự điền thay.",
    "5. Lưu tệp rồi nhập bằng lệnh: partyroll import <tên tệp>. Nhập nhầm thì hoàn tác được.",
)

_MERGED = (
    "5. Sáp nhập: mỗi đơn vị cũ một dòng; chi bộ, đảng viên đi theo đơn vị mới. Đơn vị mới chưa"
    " có trong sổ thì thêm một dòng Thành lập."
)
_SPLIT = (
    "6. Chia: mỗi đơn vị mới một dòng; từng đảng viên ghi ở trang Đảng viên. Đơn vị cũ vẫn hoạt"
    " động thì ghi chính nó thành một dòng."
)
_ABOLISHED = "7. Giải thể: chi bộ trực thuộc và đảng viên phải có nơi chuyển đến."
_CARRIED_OUT = (
    "8. Lưu tệp rồi thử bằng lệnh: partyroll units reorganise <tên tệp> --dry-run. Mọi chỗ chưa"
    " đúng được nêu cùng lúc; thực hiện cả kế hoạch hoặc không làm gì, và hoàn tác được."
)
_PLAN_GUIDE = (_MERGED, _SPLIT, _ABOLISHED, _CARRIED_OUT)


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of form: what it is called when typed, its title, sheet and columns."""

    kind: str
    file: str
    title: str
    sheet: str
    fields: Callable[[Asked], Fields]
    dated: bool = False  # about one year
    celled: bool = True  # people of a cell
    others: tuple[tuple[str, str, Callable[[Asked], Fields]], ...] = ()  # sheet, title, columns
    guide: tuple[str, ...] = ()
    next_step: str = "nhập bằng lệnh: partyroll import"

    @property
    def words(self) -> str:
        """What the form is for."""
        return TABLE_KIND[self.kind]


TEMPLATES: tuple[Template, ...] = (
    Template(
        "roster",
        "danh-sach-dang-vien",
        "DANH SÁCH ĐẢNG VIÊN",
        "Danh sách đảng viên",
        columns.roster,
    ),
    Template("dues", "so-dang-phi", "SỔ THU ĐẢNG PHÍ", "Đảng phí", columns.dues, dated=True),
    Template(
        "meetings",
        "so-sinh-hoat",
        "THEO DÕI DỰ SINH HOẠT ĐẢNG",
        "Sinh hoạt",
        columns.meetings,
        dated=True,
    ),
    Template(
        "exits",
        "ra-khoi-dang",
        "DANH SÁCH ĐẢNG VIÊN RA KHỎI ĐẢNG",
        "Ra khỏi Đảng",
        columns.exits,
    ),
    Template(
        "away", "di-lam-an-xa", "DANH SÁCH ĐẢNG VIÊN ĐI LÀM ĂN XA", "Đi làm ăn xa", columns.away
    ),
    Template(
        "excuses",
        "ly-do-giay-to",
        "DANH SÁCH LÝ DO, GIẤY MIỄN, GIẢM, HOÃN",
        "Lý do, giấy tờ",
        columns.excuses,
    ),
    Template(
        "ratings",
        "xep-loai",
        "XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN",
        "Xếp loại",
        columns.ratings,
        dated=True,
    ),
    Template(
        "unit_ratings",
        "xep-loai-to-chuc",
        "XẾP LOẠI TỔ CHỨC ĐẢNG",
        "Xếp loại tổ chức",
        columns.unit_ratings,
        dated=True,
        celled=False,
    ),
    Template(
        "headcounts",
        "so-dang-vien",
        "SỐ ĐẢNG VIÊN CUỐI NĂM",
        "Số đảng viên",
        columns.headcounts,
        celled=False,
    ),
    Template(
        "declared",
        "so-lieu-da-bao-cao",
        "SỐ LIỆU TĂNG, GIẢM ĐẢNG VIÊN ĐÃ BÁO CÁO",
        "Số liệu đã báo cáo",
        columns.declared,
        celled=False,
    ),
    Template(
        "candidates",
        "nguon-ket-nap",
        "DANH SÁCH NGUỒN KẾT NẠP ĐẢNG",
        "Nguồn kết nạp",
        columns.candidates,
    ),
    Template(
        "support",
        "giup-do",
        "DANH SÁCH GIÚP ĐỠ ĐẢNG VIÊN",
        "Giúp đỡ",
        columns.support,
    ),
    Template("awards", "khen-thuong", "DANH SÁCH KHEN THƯỞNG", "Khen thưởng", columns.awards),
    Template(
        "discipline", "ky-luat", "DANH SÁCH KỶ LUẬT ĐẢNG VIÊN", "Kỷ luật", columns.discipline
    ),
    Template(
        "units",
        "to-chuc-dang",
        "DANH SÁCH TỔ CHỨC ĐẢNG",
        "Tổ chức đảng",
        columns.units,
        celled=False,
    ),
    Template(
        "reorganisation",
        "sap-xep-to-chuc",
        "KẾ HOẠCH SẮP XẾP TỔ CHỨC ĐẢNG",
        "Kế hoạch",
        columns.reorganisation,
        celled=False,
        others=(
            (
                "Đảng viên",
                "ĐẢNG VIÊN CỦA TỔ CHỨC BỊ CHIA, GIẢI THỂ: CHUYỂN VỀ ĐÂU",
                columns.placings,
            ),
        ),
        guide=(*_GUIDE[:4], *_PLAN_GUIDE),
        next_step="kiểm tra bằng lệnh: partyroll units reorganise --dry-run",
    ),
    Template(
        "holidays",
        "ngay-nghi",
        "DANH SÁCH NGÀY NGHỈ LỄ",
        "Ngày nghỉ",
        columns.holidays,
        celled=False,
    ),
)


def template_of(kind: str) -> Template:
    """Return the template that was typed, by its English or its Vietnamese name."""
    wanted = _hyphened(fold(kind)).removeprefix("mau-")
    for template in TEMPLATES:
        names = (template.kind, template.file, fold(template.words))
        if wanted in map(_hyphened, names):
            return template
    raise UnknownTemplate(kind, tuple(f"{t.kind} ({t.words})" for t in TEMPLATES))


def _hyphened(name: str) -> str:
    return name.replace(" ", "-").replace("_", "-")


def file_name(template: Template, year: int) -> str:
    """Return the usual name of the file."""
    return f"mau-{template.file}{f'-{year}' if template.dated else ''}.xlsx"


def form_of(template: Template, *, year: int, unit: str = "") -> Form:
    """Return the empty form for a year and, where it is about people, a unit."""
    line = unit_line(unit) if unit else ""
    cell = () if line and not is_upper_unit(line) else (CELL,)
    fields = template.fields(Asked(year, cell if template.celled else ()))
    title = f"{template.title} NĂM {year}" if template.dated else template.title
    lines = (*((line,) if line else ()), _NOTE_LINE)
    others = tuple(
        Form(sheet, heading, (_NOTE_LINE,), columns_of(Asked(year, ())), ())
        for sheet, heading, columns_of in template.others
    )
    guide = template.guide or _GUIDE
    return Form(template.sheet, title, lines, fields, guide, others=others)


def unit_line(unit: str) -> str:
    """Return the line above the table that names the unit; "" where it would be misread."""
    name = clean(unit)
    if fold(name) in _NO_NAMES:
        return ""
    line = name if starts_with_unit(name) else f"Chi bộ {name}"
    read = unit_name(line) if is_upper_unit(line) else cell_in_title(line)
    return line if same_key(read) == same_key(unit_name(line)) else ""


def make_template(template: Template, path: Path, *, year: int, unit: str = "") -> None:
    """Write the empty workbook."""
    write_form(form_of(template, year=year, unit=unit), path)
