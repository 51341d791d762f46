"""Lists whose title gives everybody on them the same paper."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ExcuseRow, ReadFile, TableKind
from partyroll.read.paper_titles import papers_in

Read = Callable[..., ReadFile]
WHO = ["TT", "Họ và tên", "Ngày sinh", "Chi bộ"]
AN = [1, "Lò Văn An", "05/03/1955", "Chi bộ thôn Hạ"]


def listed(read: Read, title: str, headings: list[str], *cells: object) -> list[ExcuseRow]:
    file = read({"DS": [[title], [*WHO, *headings], [*AN, *cells]]})
    assert [table.kind for table in file.tables] == [TableKind.EXCUSES]
    return [row for row in file.tables[0].rows if isinstance(row, ExcuseRow)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN CÔNG TÁC VÀ SINH HOẠT ĐẢNG", "miễn sinh hoạt"),
        ("DANH SÁCH ĐẢNG VIÊN TẠM MIỄN SINH HOẠT NĂM 2025", "tạm miễn sinh hoạt"),
        ("DANH SÁCH ĐẢNG VIÊN BỊ ĐÌNH CHỈ SINH HOẠT ĐẢNG", "đình chỉ sinh hoạt"),
        ("DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN ĐẢNG PHÍ", "miễn đảng phí"),
    ],
)
def test_the_title_says_which_paper_everybody_has(read: Read, title: str, kind: str) -> None:
    headings = ["Số QĐ", "Ngày QĐ", "Từ ngày", "Đến ngày"]

    (row,) = listed(read, title, headings, "01-NQ/CB", "1/2/2025", "1/2/2025", "1/8/2025")

    assert (row.kind, row.paper, str(row.on)) == (kind, "01-NQ/CB", "2025-02-01")
    assert (str(row.since), str(row.until)) == ("2025-02-01", "2025-08-01")


@pytest.mark.parametrize(
    ("stated", "kind", "share"),
    [
        ("Miễn", "miễn đảng phí", None),
        ("Giảm 50%", "giảm đảng phí", 50),
        ("Hoãn", "Hoãn", None),
    ],
)
def test_exempt_and_reduced_together_are_told_by_each_row(
    read: Read, stated: str, kind: str, share: int | None
) -> None:
    title = "DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN, GIẢM ĐẢNG PHÍ NĂM 2025"
    headings = ["Mức miễn, giảm", "Từ tháng", "Đến tháng"]

    (row,) = listed(read, title, headings, stated, "01/2025", "06/2025")

    assert (row.kind, row.share, str(row.since)) == (kind, share, "2025-01")


@pytest.mark.parametrize(
    "title",
    [
        "danh sach dang vien de nghi mien sinh hoat",
        "danh sach dang vien (ke ca dang vien duoc mien sinh hoat)",
        "danh sach dang vien khong bao gom dang vien mien sinh hoat",
        "danh sach dang vien het thoi han tam mien sinh hoat",
        "so thu dang phi",
        "ghi chu: mien sinh hoat: m",
    ],
)
def test_words_that_give_nobody_a_paper(title: str) -> None:
    assert papers_in(title) == []
