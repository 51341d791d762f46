"""What goes out: text stays text, numbers keep their zeros, identities are masked."""

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from e2e.books import CELL, EXITS, roster_rows, workbook
from e2e.desk import Desk, Ran

PAYLOADS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+84912345678",
    "-5+cmd|x",
    "@SUM(A1)",
    "\t=1+1",
    '=HYPERLINK("http://127.0.0.1/?x="&A1,"xem")',
    "000123456789",
    "{=1+1}",
    "http://127.0.0.1/x",
    "mailto:a@b",
    "=",
    "＝1+1",
    "1e5",
    "1/2",
    "001204",
]
ON_THE_ROLL = [f"Lò Văn {number:02d}" for number in range(len(PAYLOADS))]
MONTHS = [f"T{number}" for number in range(1, 13)]
IDS = ("--full-ids",)


def poisoned(folder: Path) -> list[Path]:
    """Write a roster, a dues book and an exits list with the payloads in every free text."""
    heading = ("STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Số định danh cá nhân")
    listed = [
        (*heading, "Quê quán", "Nghề nghiệp", "Chi bộ", "Ghi chú"),
        *(
            (n, name, "1970", f"0990000{n:05d}", f"0991000{n:05d}", text, text, CELL, text)
            for n, (name, text) in enumerate(zip(ON_THE_ROLL, PAYLOADS, strict=True), start=1)
        ),
        (98, "=1+1", "1970", "099000000098", None, None, None, CELL, None),
        (99, "Lò Văn Xa", "1970", "099000000099", None, None, None, "=Chi bộ 1+1", None),
    ]
    dues = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        ("STT", "Họ và tên", "Chi bộ", *MONTHS, "Ghi chú"),
        *(
            (n, name, CELL, *([text] * 3), *([10_000] * 9), text)
            for n, (name, text) in enumerate(zip(ON_THE_ROLL, PAYLOADS, strict=True), start=1)
        ),
    ]
    exits = [
        EXITS,
        *(
            (n, f"Lê Văn {n:02d}", "1960", CELL, "Xóa tên", f"{text}", "05/03/2023", text)
            for n, text in enumerate(PAYLOADS, start=1)
        ),
    ]
    return [
        workbook(folder / "roster.xlsx", {"Danh sách": listed}),
        workbook(folder / "dues.xlsx", {"Đảng phí 2024": dues}),
        workbook(folder / "exits.xlsx", {"Ra khỏi Đảng": exits}),
    ]


@pytest.fixture
def infested(desk: Desk) -> Desk:
    desk("import", *poisoned(desk.folder))
    return desk


def cells(path: Path) -> list[object]:
    book = openpyxl.load_workbook(path)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def live_parts(path: Path) -> list[str]:
    """Return every formula and every link in the package but our own totals."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/")]
    formulas = [f for text in sheets for f in re.findall(r"<f[ >].*?</f>", text)]
    links = [link for text in sheets for link in links_beside_our_own(text)]
    away = [name for name, text in parts.items() if "relationships/hyperlink" in text]
    return [f for f in formulas if "SUBTOTAL(" not in f and "SUM(" not in f] + links + away


def links_beside_our_own(sheet: str) -> list[str]:
    """Return every link but our own, all to rows of the same workbook.

    A number leads to the people it counts, a line of the contents to the sheet it names.
    """
    ours = re.compile(
        r"""<hyperlink ref="(?P<cell>[A-Z]+\d+)" location="'(?P<sheet>[^"]+)'!"""
        r"""[A-Z]+\d+(:[A-Z]+\d+)?"( display="(?P<words>[^"]*)")?/>"""
    )
    found = [(link, ours.fullmatch(link)) for link in re.findall("<hyperlink .*?>", sheet)]
    numbers = set(re.findall(r'<c r="([A-Z]+\d+)"(?: s="\d+")?><v>', sheet))
    return [
        link
        for link, own in found
        if own is None or (own["cell"] not in numbers and own["words"] != own["sheet"])
    ]


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("flag", "--as-of", "2024-12-31", "--xlsx"), "danh-sach-ra-soat-2024.xlsx"),
        (("list", "--all", "--xlsx"), "danh-sach-dang-vien.xlsx"),
        (("report", "2020-2025", "--xlsx"), "bao-cao-2020-2025.xlsx"),
    ],
    ids=["flag", "list", "report"],
)
def test_no_text_of_a_workbook_becomes_a_formula_or_a_link(
    words: tuple[str, ...], file: str, infested: Desk
) -> None:
    ran = infested(*words)

    assert ran.code == 0
    assert live_parts(infested.folder / file) == []


def test_hometowns_come_out_as_they_went_in(infested: Desk) -> None:
    infested("list", "--xlsx")
    known = {m["hometown"] for m in infested("list", "--json").json["members"]} - {None}

    found = cells(infested.folder / "danh-sach-dang-vien.xlsx")

    assert {"+84912345678", "http://127.0.0.1/x", "001204", "1e5"} <= known
    assert known <= set(found)


def test_the_reason_of_an_exit_comes_out_as_it_went_in(infested: Desk) -> None:
    infested("report", "2020-2025", "--xlsx")

    texts = [str(v) for v in cells(infested.folder / "bao-cao-2020-2025.xlsx") if v is not None]

    lost = [p for p in PAYLOADS if not any(p.strip() in text for text in texts)]
    assert lost == []


def test_a_name_that_is_a_formula_stays_out(desk: Desk) -> None:
    ran = desk("import", *poisoned(desk.folder), "--json")

    problems = [p for file in ran.json["files"] for p in file["problems"]]
    codes = {(p["code"], p["severity"]) for p in problems}
    assert ("formula_injection", "error") in codes
    names = [m["full_name"] for m in desk("list", "--json").json["members"]]
    assert [name for name in names if "=" in name] == []


def read_csv(ran: Ran) -> list[dict[str, str]]:
    assert ran.out.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    "words",
    [
        ("list", "--csv"),
        ("flag", "--as-of", "2024-12-31", "--csv"),
        ("report", "2020-2025", "--csv"),
    ],
    ids=lambda words: words[0],
)
def test_no_cell_of_a_csv_begins_like_a_formula(words: tuple[str, ...], infested: Desk) -> None:
    rows = read_csv(infested(*words))

    values = [value for row in rows for value in row.values() if value]
    assert rows
    assert [v for v in values if v[0] in "=+-@\t\r" and not v.lstrip("-").isdigit()] == []


def test_a_csv_warns_what_excel_will_do(infested: Desk) -> None:
    ran = infested("list", "--csv")

    assert "mất số 0" in ran.err
    assert "099000000001" in {row["card_no"] for row in read_csv(ran)}


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [((), "********0001", "099000000001"), (IDS, "099000000001", "********0001")],
    ids=["masked", "in full"],
)
def test_numbers_are_masked_unless_asked_for(
    words: tuple[str, ...], shown: str, hidden: str, infested: Desk
) -> None:
    infested("list", "--xlsx", *words)

    found = cells(infested.folder / "danh-sach-dang-vien.xlsx")

    assert shown in found
    assert hidden not in found
    assert ("099100000001" in found) is (words == IDS)


def test_the_list_for_review_masks_cards_too(infested: Desk) -> None:
    infested("flag", "--as-of", "2024-12-31", "--xlsx")
    infested("flag", "--as-of", "2024-12-31", "--xlsx", "--out", "full.xlsx", *IDS)

    masked = [str(v) for v in cells(infested.folder / "danh-sach-ra-soat-2024.xlsx")]
    full = [str(v) for v in cells(infested.folder / "full.xlsx")]

    assert [value for value in masked if re.fullmatch(r"0990000\d{5}", value)] == []
    assert [value for value in full if re.fullmatch(r"0990000\d{5}", value)] != []


def test_a_second_report_never_covers_the_first(infested: Desk) -> None:
    first = infested("report", "2020-2025", "--xlsx")
    before = (infested.folder / "bao-cao-2020-2025.xlsx").read_bytes()

    second = infested("report", "2020-2025", "--xlsx")

    assert "Đã ghi bao-cao-2020-2025.xlsx" in first.err
    assert "Đã ghi bao-cao-2020-2025 (2).xlsx" in second.err
    assert (infested.folder / "bao-cao-2020-2025.xlsx").read_bytes() == before


def test_force_writes_over_the_named_file(desk: Desk) -> None:
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows()}))
    desk("list", "--xlsx", "--out", "ra.xlsx")

    desk("list", "--xlsx", "--out", "ra.xlsx", "--force")

    assert [path.name for path in desk.folder.glob("ra*.xlsx")] == ["ra.xlsx"]


def test_programs_get_every_number_in_full(infested: Desk) -> None:
    members = infested("list", "--json").json["members"]

    numbers = {(member["card_no"], member["national_id"]) for member in members}
    assert ("099000000001", "099100000001") in numbers


@pytest.mark.parametrize(
    ("words", "form"),
    [(("list",), "--json"), (("list",), "--csv"), (("report", "2024"), "--csv")],
)
def test_a_workbook_is_written_beside_what_is_printed(
    words: tuple[str, ...], form: str, infested: Desk
) -> None:
    ran = infested(*words, form, "--xlsx", "--out", "beside.xlsx")

    assert ran.code == 0
    assert ran.out == infested(*words, form).out
    assert (infested.folder / "beside.xlsx").exists()
