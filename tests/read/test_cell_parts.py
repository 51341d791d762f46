"""Cells that hold several facts: none of them is lost, none goes to another."""

from collections.abc import Callable

import pytest

from partyroll.read.cell_parts import parts_of_cell
from partyroll.read.facts import ReadFile, RosterRow

Read = Callable[..., ReadFile]
WHO = ("full_name", "birth_date", "card_no", "national_id", "phone")
DAYS = ("military", "admission_date", "official_date")
BORN = ("full_name", "birth_date")


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        (
            "Lò Văn An\n05/03/1979\n099079000001\n099079000002\n0912345678",
            ["Lò Văn An", "05/03/1979", "099079000001", "099079000002", "0912345678"],
        ),
        ("Lò Văn An\n1979\n\n099079000002\n", ["Lò Văn An", "1979", "", "099079000002", ""]),
        ("Lò Văn An\n05/03/1979", ["Lò Văn An", "05/03/1979", "", "", ""]),
        ("Lò Văn An\n0912 345 678", ["Lò Văn An", "", "", "", "0912 345 678"]),
        ("Lò Văn An\n05/03/1979\n123456789", ["Lò Văn An", "05/03/1979", "", "123456789", ""]),
        ("Lò Văn An\n05/03/1979\n099079000001", None),  # the card or the identity number
    ],
)
def test_lines_of_a_person(cell: str, parts: list[str] | None) -> None:
    assert parts_of_cell(cell, WHO) == parts


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("02/1986\n19/05/1988\n19/05/1989", ["02/1986", "19/05/1988", "19/05/1989"]),
        ("\n19/05/1988\n19/05/1989", ["", "19/05/1988", "19/05/1989"]),
        ("\n19/05/1988\n", ["", "19/05/1988", ""]),
        ("19/05/1988", ["", "19/05/1988", ""]),
        ("-\n19/05/1988\n19/05/1989", ["-", "19/05/1988", "19/05/1989"]),
        ("19/05/1988\n19/05/1989", None),
    ],
)
def test_days_of_one_cell(cell: str, parts: list[str] | None) -> None:
    assert parts_of_cell(cell, DAYS) == parts


@pytest.mark.parametrize(
    "cell",
    [
        "Lò Văn An, 05/03/1979",
        "Lò Văn An\n05/03/1979",
        "Lò Văn An 05/03/1979",
        "Lò Văn An (05/03/1979)",
        "Lò Văn An - 05/03/1979",
        "Lò Văn An; sinh ngày 05/03/1979",
        "Lò Văn An, SN: 05/03/1979",
        "05/03/1979 Lò Văn An",
    ],
)
def test_a_name_and_a_birth_date(cell: str) -> None:
    parts = parts_of_cell(cell, BORN)

    assert parts is not None
    assert {"Lò Văn An", "05/03/1979"} <= {part.removeprefix("sinh ngày ") for part in parts}


@pytest.mark.parametrize(
    ("cell", "fields", "parts"),
    [
        ("Lò Văn An", BORN, ["Lò Văn An", ""]),
        ("Lò Văn An, 1979", BORN, ["Lò Văn An", "1979"]),
        ("LL-12", ("card_no", "resume_no"), ["", "LL-12"]),
        ("099079000001", ("card_no", "resume_no", "badge_no"), ["099079000001", "", ""]),
        ("099079000001/LL-12", ("card_no", "resume_no"), ["099079000001", "LL-12"]),
        ("Đảng bộ xã Mẫu", ("transfer_out_date", "transfer_out_to"), ["", "Đảng bộ xã Mẫu"]),
        ("15/9/2023 Xóa tên", ("exit_date", "exit_form"), ["15/9/2023", "Xóa tên"]),
        ("Xóa tên 15/9/2023", ("exit_date", "exit_form"), ["15/9/2023", "Xóa tên"]),
        ("Nam, Kinh", ("gender", "ethnicity", "religion"), ["Nam", "Kinh", ""]),
        ("12/12", ("education_general", "education_political"), ["12", "12"]),
        ("03/02/2024", ("admission_date", "official_date"), ["03/02/2024", ""]),
        ("3/2/2005 - 3/2/2006", ("admission_date", "official_date"), ["3/2/2005", "3/2/2006"]),
        ("xã A, huyện B", ("hometown", "permanent_address"), ["xã A, huyện B", ""]),
        ("xã A / khu 4", ("hometown", "permanent_address"), ["xã A", "khu 4"]),
        ("Lò Văn An (1979)", BORN, ["Lò Văn An", "1979"]),
        (45_000.0, ("resume_no", "note"), ["45000", ""]),
    ],
)
def test_a_cell_that_does_not_say_all(
    cell: str | float, fields: tuple[str, ...], parts: list[str]
) -> None:
    assert parts_of_cell(cell, fields) == parts


def test_whom_nobody_can_read_stays_out_and_is_told(read: Read) -> None:
    heading = ["STT", "Nhập ngũ\nNgày vào đảng\nChính thức", "Họ và tên, Ngày sinh"]
    rows = [
        [1, "\n03/02/2005\n03/02/2006", "Lò Văn An, 05/03/1979"],
        [2, "03/02/2005\n03/02/2006", "Lò Thị Bình 12/11/1978"],
        [3, "03/02/2005", "Giàng A Páo 12/11 hay 11/12"],
    ]

    file = read({"DS": [heading, *rows]})

    people = [row for t in file.tables for row in t.rows if isinstance(row, RosterRow)]
    assert [(p.full_name, str(p.birth_date), str(p.admission_date)) for p in people] == [
        ("Lò Văn An", "1979-03-05", "2005-02-03")
    ]
    assert [(p.cell, p.code) for p in file.problems] == [
        ("B3", "parts_unclear"),
        ("C4", "parts_unclear"),
    ]
