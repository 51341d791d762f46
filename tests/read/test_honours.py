"""What stands before a name out of respect."""

import pytest

from partyroll.read.values import read_name


@pytest.mark.parametrize(
    "written",
    [
        *(
            "Ông Trần Văn Bình",
            "ÔNG TRẦN VĂN BÌNH",
            "(Ông) Trần Văn Bình",
            "2. Ông Trần Văn Bình",
        ),
        *(
            "TS. Trần Văn Bình",
            "PGS.TS Trần Văn Bình",
            "BS.CKII. Trần Văn Bình",
            "ThS Trần Văn Bình",
        ),
        *("Đại tá Trần Văn Bình", "Đại tá, TS. Trần Văn Bình", "Thầy Trần Văn Bình"),
        *("Nhà giáo ưu tú Trần Văn Bình", "Luật sư Trần Văn Bình", "Đ/c Ông Trần Văn Bình"),
        "Đ/c TS. Trần Văn Bình",
    ],
)
def test_honours_are_no_part_of_a_name(written: str) -> None:
    assert read_name(written).value == "Trần Văn Bình"


@pytest.mark.parametrize(
    "name",
    [
        *("Ông Ích Khiêm", "Ông Văn Tùng", "Trung Văn Tá", "Thượng Thị Cô", "Anh Văn Thầy"),
        *("Y Bham Niê", "K' Brôih", "Lê Thị Bà", "Cô Lan", "Thái Tiến Sỹ", "Phó Đức Chính"),
    ],
)
def test_names_that_look_like_honours_stay_whole(name: str) -> None:
    assert read_name(name).value == name
