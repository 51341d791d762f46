"""Who left in Tây Ninh 2015-2020: the published shares of jobs, cells and schooling.

Rebuilt from rows of members: of 662 the press gives 78 % of six jobs, 444 without training or
with elementary training, 614 without theory, and 86.42 % in cells of hamlets and quarters.
"""

from pathlib import Path

import pytest

from e2e.books import EXITS, Rows, workbook
from e2e.desk import Desk, Ran
from e2e.test_published import by, table

ALL = 662
JOBS = (
    *("Lao động tự do", "Buôn bán", "Nông dân", "Bảo vệ", "Nội trợ"),
    *("Bộ đội xuất ngũ", "Công an xuất ngũ"),
)
OTHER_JOBS = ("Giáo viên", "Công nhân", "Công chức xã")
UNTRAINED = ("Chưa qua đào tạo", "Sơ cấp")
TRAINED = ("Trung cấp", "Đại học", "Cao đẳng")
HAMLETS = ("Chi bộ ấp Mẫu", "Chi bộ khu phố 3")
OTHER_CELLS = ("Chi bộ Trường THCS Mẫu", "Chi bộ Công ty Mẫu", "Chi bộ Công an xã Mẫu")
THEORY = ("Trung cấp", "Sơ cấp")
OF_PEOPLE = 516  # 77.9 %, printed 78
DIGITS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")


def one_of(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def split(number: int, step: int, first: int, yes: tuple[str, ...], no: tuple[str, ...]) -> str:
    """Give `first` of all people a word of `yes`, scattered; the others one of `no`."""
    return one_of(yes if number * step % ALL < first else no, number)


def row(number: int, hamlets: int) -> tuple[object, ...]:
    removed = number < 424
    name = " ".join(DIGITS[int(digit)] for digit in str(number))
    return (
        number + 1,
        f"Người {name}",
        "01/02/1985",
        split(number, 5, hamlets, HAMLETS, OTHER_CELLS),
        "Xóa tên" if removed else "Xin ra",
        f"{number}-QĐ",
        "05/05/2018",
        "Bỏ sinh hoạt đảng" if removed else "Hoàn cảnh khó khăn",
        split(number, 7, OF_PEOPLE, JOBS, OTHER_JOBS),
        split(number, 9, 444, UNTRAINED, TRAINED),
        split(number, 15, 614, ("Chưa qua đào tạo",), THEORY),
    )


def list_of_exits(folder: Path, hamlets: int) -> Path:
    heads = (*EXITS, "Nghề nghiệp", "Trình độ chuyên môn", "Lý luận chính trị")
    sheet: Rows = [
        ("ĐẢNG BỘ TỈNH MẪU",),
        heads,
        *(row(number, hamlets) for number in range(ALL)),
    ]
    return workbook(folder / "ra.xlsx", {"Ra khỏi Đảng": sheet})


def reported(desk: Desk, hamlets: int = 572) -> Ran:
    assert desk("import", list_of_exits(desk.folder, hamlets)).code == 0
    return desk("report", "2018", "--json")


def counted(ran: Ran, name: str, *codes: str) -> int:
    return sum(by(table(ran, name), code=code)["total"] for code in codes)


def test_six_jobs_are_78_percent_of_those_who_left(desk: Desk) -> None:
    ran = reported(desk)

    number = counted(ran, "by_occupation", "FREE_WORK", "FARM", "DISCHARGED")
    assert counted(ran, "by_occupation", "TOTAL") == ALL
    assert (number, round(100 * number / ALL)) == (OF_PEOPLE, 78)


def test_444_had_no_training_or_an_elementary_one_and_614_no_theory(desk: Desk) -> None:
    ran = reported(desk)

    untrained = counted(ran, "by_education", "NONE", "ELEMENTARY")
    theory = by(table(ran, "by_theory"), code="NONE")
    assert (untrained, round(100 * untrained / ALL, 1)) == (444, 67.1)
    assert (theory["total"], theory["share"]) == (614, 92.7)


@pytest.mark.parametrize(("hamlets", "share"), [(572, 86.4), (573, 86.6)])
def test_no_number_of_662_is_the_printed_86_42_percent(
    desk: Desk, hamlets: int, share: float
) -> None:
    found = by(table(reported(desk, hamlets), "by_cell_type"), code="RESIDENTIAL")

    assert (found["total"], found["share"]) == (hamlets, share)
    assert abs(100 * hamlets / ALL - 86.42) > 0.01
