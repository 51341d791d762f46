import csv
import json

import pytest
from openpyxl import load_workbook

from e2e.desk import SAMPLE, Desk


def test_a_number_of_the_report_opens_on_screen(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--open", "by_age:tren 60/xoa ten")

    assert (ran.code, len(ran.out.splitlines())) == (0, 7)
    assert "Trên 60, xóa tên (by_age:61+/REMOVED)" in ran.err
    assert ran.err.endswith("7 người.\n")


def test_programs_get_the_people_beside_the_report(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--open", "by_kind_year:2025/EXPELLED", "--json")

    opened = ran.json["opened"]
    assert opened["cell"] == "by_kind_year:2025/EXPELLED"
    assert opened["count"] == len(opened["members"]) == 5
    assert {one["exit"]["kind"] for one in opened["members"]} == {"EXPELLED"}
    assert {one["exit"]["decision_date"][:4] for one in opened["members"]} == {"2025"}
    assert ran.json["totals"]["REMOVED"] == 708


def test_the_people_come_as_csv(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--open", "by_kind:DIED", "--csv")

    rows = list(csv.DictReader(ran.out.removeprefix("\ufeff").splitlines()))
    assert len(rows) == 25
    assert {row["kind_code"] for row in rows} == {"DIED"}


def test_the_people_come_as_a_list_to_print(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--open", "by_kind:DIED", "--xlsx", "--quiet")

    book = load_workbook(sample_desk.folder / "danh-sach-2020-2025-by_kind-DIED-count.xlsx")
    assert ran.code == 0
    assert book.sheetnames == ["Danh sách", "Nguồn"]
    assert sum(isinstance(row[0], int) for row in book["Danh sách"].values) == 25


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("by_star:A/B", "không có bảng “by_star”"),
        ("by_age:17/REMOVED", "dòng có thể gõ: 18-30 · 31-35"),
    ],
)
def test_an_unknown_cell_is_wrong_usage(sample_desk: Desk, cell: str, sentence: str) -> None:
    ran = sample_desk("report", "2020-2025", "--open", cell)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


def test_a_report_that_was_kept_opens_as_it_did(sample_desk: Desk) -> None:
    sample_desk("report", "2020-2025", "--save")

    ran = sample_desk("report", "--again", "1", "--open", "by_kind:DIED", "--json")

    assert ran.json["opened"]["count"] == len(ran.json["opened"]["members"]) == 25


@pytest.mark.parametrize(
    ("group", "job"),
    [
        ("HAMLET", "Bảo vệ dân phố"),
        ("DISCHARGED", "Bộ đội xuất ngũ"),
        ("PUBLIC_SERVICE", "Giáo viên"),
    ],
)
def test_jobs_of_an_exits_list_are_kept_and_counted(
    sample_desk: Desk, group: str, job: str
) -> None:
    ran = sample_desk(
        "report", "2020-2025", "--open", f"by_occupation:{group}/REMOVED", "--json"
    )

    truth = json.loads((SAMPLE / "truth.json").read_text("utf-8"))["exits-2020-2025.xlsx"]
    assert ran.json["opened"]["count"] == truth["by_kind_occupation"]["REMOVED"][job]
