"""Nothing that leaves the office holds a birth date or a number of a person, in any part."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from e2e.books import dues_rows, workbook
from e2e.desk import Desk, laid

NAME = "Lò Văn Bảy"
CELL = "Chi bộ thôn Hạ"
CARD, OLD_CARD, IDENTITY, PHONE = "099000000917", "98.765432", "099061000123", "0990000017"
NUMBERS = (CARD, IDENTITY, PHONE, "099 061 000 123", "99061000123", "99000000917")
BORN = (
    "1961-07-13",
    "13/07/1961",
    "13/7/1961",
    "13-07-1961",
    "13-7-1961",
    "13.07.1961",
    "13.7.1961",
    "13 tháng 7 năm 1961",
    "13 tháng 07 năm 1961",
    "19610713",
    "13071961",
    "07/1961",
    "1961-07",
    "7/13/61",
    "<v>22475</v>",  # the day as Excel counts it
    "<v>22475.0</v>",
)
_TITLES = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Số CCCD",
    "Số thẻ đảng viên",
    "Ngày vào Đảng",
    "Chi bộ",
    "Ghi chú",
)
_REMARK = f"CCCD {IDENTITY}, đt {PHONE}; số cũ 099 061 000 123"
_EXIT_TITLES = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Hình thức",
    "Số quyết định",
    "Ngày quyết định",
    "Lý do",
)
LIST = ("list", "--all")
FLAG = ("flag", "--as-of", "2024-12-31")
REPORT = ("report", "2025")
OPENED = (*REPORT, "--open", "by_kind:REMOVED")
WAYS = (
    *((LIST, way) for way in ("", "--csv", "--json", "--xlsx")),
    *((FLAG, way) for way in ("", "--csv", "--json", "--xlsx", "--docx")),
    *((REPORT, way) for way in ("", "--csv", "--json", "--xlsx", "--docx", "--html")),
    *((OPENED, way) for way in ("", "--csv", "--json", "--xlsx")),
)
FILES = [one for one in WAYS if one[1] in {"--xlsx", "--docx", "--html"}]


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    """A cell of two: Bảy has every number there is, owes dues in 2024, and left in 2025."""
    people = [
        _TITLES,
        (1, NAME, "13/07/1961", IDENTITY, CARD, "03/02/1990", CELL, _REMARK),
        (
            2,
            "Lò Thị Chín",
            "05/06/1980",
            "099180000456",
            "099000000902",
            "19/05/2005",
            CELL,
            "",
        ),
    ]
    left = [
        _EXIT_TITLES,
        (1, NAME, "13/07/1961", CELL, "Xóa tên", "12-QĐ/ĐU", "10/05/2025", f"Bỏ SH, {_REMARK}"),
    ]
    dues = dues_rows({NAME: "---xxxxxxxxx", "Lò Thị Chín": "x" * 12}, unit=CELL)
    cell = {"Danh sách": people, "Đảng phí 2024": dues}
    paths = (
        workbook(desk.folder / "chi-bo.xlsx", cell),
        workbook(desk.folder / "ra.xlsx", {"Ra khỏi Đảng": left}),
    )
    assert desk("import", *paths).code in {0, 3}
    return desk


def given_out(desk: Desk, *words: str) -> str:
    """Run a command and return all that it made: screen, and every part of its file."""
    before = {*desk.folder.iterdir()}
    ran = desk(*words)
    assert ran.code == 0
    made = {*desk.folder.iterdir()} - before
    return "\n".join([ran.out, ran.err, *(part for path in made for part in parts_of(path))])


def parts_of(path: Path) -> Iterator[str]:
    if path.suffix not in {".xlsx", ".docx"}:
        yield path.read_text("utf-8") if path.suffix == ".html" else ""
        return
    with ZipFile(path) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            # In Word a text may be cut into runs: what is read is looked at too.
            yield f"{name}\n{text}\n{re.sub('<[^>]+>', '', text)}"


@pytest.mark.parametrize(("command", "way"), WAYS, ids=" ".join)
def test_what_goes_up_holds_no_birth_date_and_no_number_of_a_person(
    office: Desk, command: tuple[str, ...], way: str
) -> None:
    text = given_out(office, *command, *filter(None, [way]), "--for", "Đảng ủy xã")

    assert [one for one in (*NUMBERS, *BORN) if one in text] == []


@pytest.mark.parametrize(("command", "way"), FILES, ids=" ".join)
def test_what_is_printed_in_the_office_holds_no_whole_number(
    office: Desk, command: tuple[str, ...], way: str
) -> None:
    text = given_out(office, *command, way)

    assert [one for one in (CARD,) if one in text] == []


@pytest.mark.parametrize("command", [LIST, FLAG, OPENED], ids=" ".join)
def test_whoever_goes_up_is_named_with_the_age(office: Desk, command: tuple[str, ...]) -> None:
    text = given_out(office, *command, "--json", "--for", "Đảng ủy xã")

    assert NAME in text
    assert '"audience": "upper"' in text


def test_the_search_finds_what_is_there(office: Desk) -> None:
    whole = given_out(office, "list", "--as-of", "2024-12-31", "--xlsx", "--full-ids")
    told = given_out(office, *OPENED, "--json")

    assert {CARD, IDENTITY, "<v>22475</v>"} <= {
        one for one in (*NUMBERS, *BORN) if one in whole
    }
    assert "1961-07-13" in told
    assert CARD in told


@pytest.mark.parametrize("command", [LIST, FLAG], ids=" ".join)
def test_no_list_of_people_is_public(office: Desk, command: tuple[str, ...]) -> None:
    ran = office(*command, "--audience", "public", "--xlsx", "--out", "x.xlsx")

    assert (ran.code, ran.out) == (2, "")
    assert "bản công khai không có tên người" in ran.err
    assert not (office.folder / "x.xlsx").exists()


@pytest.mark.parametrize("command", [LIST, FLAG], ids=" ".join)
def test_whole_numbers_go_out_only_by_name(office: Desk, command: tuple[str, ...]) -> None:
    words = (*command, "--full-ids", "--json", "--for", "Đảng ủy xã")

    assert office(*words).code == 2
    assert CARD in office(*words, "--audience", "internal", "--as-of", "2024-12-31").out


def test_a_list_that_was_kept_goes_up_masked(office: Desk) -> None:
    office(*FLAG, "--save")

    text = given_out(office, "flag", "--list", "1", "--for", "Đảng ủy xã", "--docx")

    assert "63 tuổi" in text
    assert "Bản gửi cấp trên · Gửi: Đảng ủy xã" in text
    assert [one for one in (*NUMBERS, *BORN) if one in text] == []
