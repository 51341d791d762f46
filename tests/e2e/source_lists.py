"""Lists of people on the way to admission, written on the spot."""

from pathlib import Path

from e2e.books import AN, CELL, workbook

HEADING = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Đoàn thể giới thiệu",
    "Đảng viên giúp đỡ",
    "Đưa vào danh sách nguồn",
    "Học lớp nhận thức về Đảng",
    "Nộp đơn xin vào Đảng",
    "Nghị quyết của chi bộ",
    "Quyết định kết nạp",
    "Lễ kết nạp",
    "Công nhận chính thức",
)
EM = ("Lò Văn Em", "05/03/2000", CELL, "Đoàn thanh niên", AN[0])


def source_list(folder: Path, *rows: tuple[object, ...], name: str = "nguon.xlsx") -> Path:
    numbered = [(n, *row) for n, row in enumerate(rows, start=1)]
    title = ("DANH SÁCH NGUỒN KẾT NẠP ĐẢNG",)
    return workbook(folder / name, {"Nguồn": [title, HEADING, *numbered]})
