import json
import shutil
from contextlib import chdir
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from e2e.desk import NOW, Desk, told
from partyroll.cli.run import main


def words_in(path: Path) -> str:
    """Return everything that a file holds, unzipped: sheets, properties, charts, comments."""
    if path.suffix == ".html":
        return path.read_text("utf-8")
    with ZipFile(path) as parts:
        return "\n".join(
            parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
        )


@pytest.fixture
def people(sample_ledger: Path) -> list[dict[str, object]]:
    opened = told(sample_ledger, "report", "2020-2025", "--open", "by_kind:TOTAL")["opened"]
    assert len(opened["members"]) == 1496
    return list(opened["members"])


@pytest.fixture(scope="module")
def public(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file of one public report."""
    folder = tmp_path_factory.mktemp("public")
    shutil.copy(sample_ledger, folder)
    asked = ("report", "2020-2025", "--audience", "public", "--for", "Báo tỉnh", "--quiet")
    with chdir(folder):
        assert main([*asked, "--xlsx", "--docx", "--html"], now=NOW) == 0
    return folder


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_a_public_file_names_nobody(
    public: Path, people: list[dict[str, object]], kind: str
) -> None:
    text = words_in(public / f"bao-cao-2020-2025.{kind}")

    leaked = {
        str(one[key])
        for one in people
        for key in ("full_name", "card_no", "person_id")
        if one[key] and str(one[key]) in text
    }
    assert leaked == set()
    assert ".xlsx" not in text.replace("tệp Excel", "")
    assert "Bản công khai · Gửi: Báo tỉnh" in text


def test_a_file_for_the_committee_above_names_people_by_age(
    sample_desk: Desk, people: list[dict[str, object]]
) -> None:
    ran = sample_desk("report", "2024", "--for", "Tỉnh ủy", "--xlsx")

    path = sample_desk.folder / "bao-cao-2024.xlsx"
    text = words_in(path)
    heads = [
        value
        for row in load_workbook(path)["Danh sách"].iter_rows(values_only=True)
        for value in row
    ]
    assert ran.code == 0
    assert any(str(one["full_name"]) in text for one in people)
    assert "Tuổi khi giảm" in heads
    assert "Ngày, năm sinh" not in text
    assert "Bản gửi cấp trên · Gửi: Tỉnh ủy" in text


def test_no_number_opens_in_public(sample_desk: Desk) -> None:
    ran = sample_desk(
        "report", "2020-2025", "--audience", "public", "--open", "by_kind:REMOVED"
    )

    assert (ran.code, ran.out) == (2, "")
    assert "bản công khai không có tên người" in ran.err


def test_programs_get_no_birth_date_for_the_committee_above(sample_desk: Desk) -> None:
    ran = sample_desk(
        "report", "2020-2025", "--audience", "upper", "--open", "by_kind:DIED", "--json"
    )

    members = ran.json["opened"]["members"]
    assert len(members) == 25
    assert {(one["birth_date"], one["card_no"]) for one in members} == {(None, None)}
    assert all(one["age"] for one in members)


def test_programs_get_marks_for_small_numbers_in_public(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--audience", "public", "--json")

    years = next(one for one in ran.json["tables"] if one["id"] == "by_kind_year")
    assert (ran.json["audience"], ran.json["checks"], ran.json["problems"]) == (
        "public",
        [],
        [],
    )
    assert "< 5" in json.dumps(years, ensure_ascii=False)


def test_public_csv_is_figures(sample_desk: Desk, people: list[dict[str, object]]) -> None:
    ran = sample_desk("report", "2020-2025", "--audience", "public", "--csv")

    assert ran.out.removeprefix("\ufeff").startswith("table,row,column,value")
    assert not any(str(one["full_name"]) in ran.out for one in people)


def test_a_report_that_was_kept_is_printed_for_another_audience(sample_desk: Desk) -> None:
    sample_desk("report", "2020-2025", "--save")

    ran = sample_desk("report", "--again", "1", "--audience", "public", "--json")
    whole = sample_desk("report", "--again", "1", "--json")

    assert ran.json["audience"] == "public"
    assert "< 5" in ran.out
    assert "< 5" not in whole.out


def test_an_unknown_audience_is_wrong_usage(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025", "--audience", "friends")

    assert ran.code == 2
    assert "internal, upper, public" in ran.err
