"""Questions that wait, and answering them by command."""

from pathlib import Path

import pytest

from e2e.books import AN, BINH, CELL, CHI, dues_rows, roster, roster_rows, workbook
from e2e.desk import Desk
from store import shelf

PAID, OWED = "x" * 12, "-" * 12
NEW = [("Lò Thị Mới", "2000", "Nữ", None, None)]
ALIKE = ("Lò Van An", "01/02/1970", "Nam", None, None)


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A roster of three, and a newer one where An's name is typed otherwise."""
    desk("import", roster(desk.folder))
    assert desk("import", newer(desk.folder)).code == 3
    return desk


def newer(folder: Path, name: str = "b.xlsx") -> Path:
    return workbook(folder / name, {"A": roster_rows([ALIKE, BINH, CHI])})


def names(desk: Desk) -> list[str]:
    return sorted(m["full_name"] for m in desk("list", "--json").json["members"])


def numbers(desk: Desk) -> list[int]:
    return [q["number"] for q in desk("answer", "--json").json["questions"]]


def test_open_questions_are_listed_with_their_answers(asked: Desk) -> None:
    [question] = asked("answer", "--json").json["questions"]

    assert question["number"] == 1
    assert question["code"] == "person_alike"
    assert question["answers"] == ["cùng người", "người khác"]
    assert question["rows"] == [{"file": "b.xlsx", "sheet": "A", "row": 2}]
    assert "Lò Văn An" in question["message"]


def test_whoever_may_be_meant_is_not_missing_meanwhile(asked: Desk) -> None:
    everyone = asked("list", "--json").json["members"]

    assert [m["full_name"] for m in everyone if m["missing"]] == []


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("cùng người", sorted([AN[0], BINH[0], CHI[0]])),
        ("người khác", sorted([AN[0], BINH[0], CHI[0], ALIKE[0]])),
        ("2", sorted([AN[0], BINH[0], CHI[0], ALIKE[0]])),
    ],
)
def test_an_answer_brings_the_row_in_at_once(answer: str, who: list[str], asked: Desk) -> None:
    ran = asked("answer", "1", answer, "--json")

    assert (ran.code, ran.json["brought"]) == (0, 1)
    assert (names(asked), numbers(asked)) == (who, [])


@pytest.mark.parametrize("answer", ["cùng người", "người khác"])
def test_the_same_list_saved_again_neither_asks_nor_changes(answer: str, asked: Desk) -> None:
    asked("answer", "1", answer)
    again = workbook(
        asked.folder / "c.xlsx", {"A": roster_rows([BINH, ALIKE, CHI])}
    )  # other rows, so that it is read

    ran = asked("import", again, "--json")

    [file] = ran.json["files"]
    assert (ran.code, file["added"], file["changed"]) == (0, 0, 0)
    assert numbers(asked) == []


def test_an_answer_is_taken_back_like_any_change(asked: Desk) -> None:
    before = shelf.digest(asked.ledger)
    asked("answer", "1", "cùng người")

    ran = asked("undo", "--yes")

    assert ran.code == 0
    assert shelf.digest(asked.ledger) == before
    assert len(numbers(asked)) == 1


def test_a_question_answered_keeps_its_number_from_the_others(asked: Desk) -> None:
    moved = workbook(asked.folder / "c.xlsx", {"A": roster_rows([BINH], unit="Chi bộ Tây")})
    asked("import", moved)

    before = numbers(asked)
    asked("answer", "1", "cùng người")

    assert (before, numbers(asked)) == ([1, 2], [2])
    assert asked("answer", "1", "cùng người").code == 2


def test_a_trial_writes_nothing(asked: Desk) -> None:
    before = shelf.digest(asked.ledger)

    ran = asked("answer", "1", "cùng người", "--dry-run", "--json")

    assert (ran.code, ran.json["brought"], ran.json["change"]) == (0, 1, None)
    assert shelf.digest(asked.ledger) == before


@pytest.mark.parametrize("answer", ["chắc thế", "3", "cùng người 01/01/2025 nhé"])
def test_what_is_no_answer_is_refused_with_the_answers(answer: str, asked: Desk) -> None:
    ran = asked("answer", "1", answer)

    assert ran.code == 2
    assert "1. cùng người; 2. người khác" in ran.err


def test_a_move_needs_its_date(asked: Desk) -> None:
    moved = workbook(asked.folder / "c.xlsx", {"A": roster_rows([BINH], unit="Chi bộ Tây")})
    asked("import", moved)

    without = asked("answer", "2", "đã chuyển")
    with_date = asked("answer", "2", "đã chuyển", "01/07/2025")

    assert without.code == 2
    assert "cần có ngày" in without.err
    assert with_date.code == 0
    units = {m["full_name"]: m["unit"] for m in asked("list", "--json").json["members"]}
    assert units[BINH[0]] == "Chi bộ Tây"
    then = asked("list", "--json", "--as-of", "2025-06-30").json["members"]
    assert {m["full_name"]: m["unit"] for m in then}[BINH[0]] == CELL


def test_a_unit_answered_once_brings_every_row_of_the_sheet(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    lines = dues_rows({AN[0]: PAID, BINH[0]: OWED, CHI[0]: PAID}, unit="CB thôn Hạ")
    desk("import", workbook(desk.folder / "dp.xlsx", {"DP": lines}))

    [question] = desk("answer", "--json").json["questions"]
    ran = desk("answer", str(question["number"]), f"là {CELL}", "--json")

    assert len(question["rows"]) == 3
    assert (ran.code, ran.json["brought"], numbers(desk)) == (0, 3, [])
    review = desk("flag", "--as-of", "2024-12-31", "--json").json["lists"]["review"]
    assert [one["full_name"] for one in review] == [BINH[0]]


def test_a_row_of_a_book_joins_and_the_other_rows_stay(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    lines = dues_rows({"Lò Van An": PAID, BINH[0]: OWED, CHI[0]: PAID})
    desk("import", workbook(desk.folder / "dp.xlsx", {"DP": lines}))

    ran = desk("answer", "1", "cùng người", "--json")

    assert (ran.code, ran.json["problems"]) == (0, [])
    kept = "SELECT letters FROM book_line WHERE change_out IS NULL"
    assert len(shelf.ask(desk.ledger, kept)) == 3


def test_of_two_book_rows_of_one_name_each_goes_where_its_answer_says(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    lines = [*dues_rows({AN[0]: PAID}), (2, AN[0], CELL, *["chưa đóng"] * 12)]
    desk("import", workbook(desk.folder / "dp.xlsx", {"DP": lines}))
    assert numbers(desk) == [1, 2]

    first, second = desk("answer", "1", "cùng người"), desk("answer", "2", "người khác")

    assert (first.code, second.code) == (0, 3)
    kept = "SELECT letters FROM book_line WHERE change_out IS NULL"
    assert shelf.ask(desk.ledger, kept) == [("PPPPPPPPPPPP",)]
    assert numbers(desk) == []


def test_the_second_of_two_namesakes_comes_in_as_somebody_else(desk: Desk) -> None:
    twin = ("Lò Văn Đôi", "1960", "Nam", None, None)
    desk("import", workbook(desk.folder / "a.xlsx", {"A": roster_rows([twin, twin, BINH])}))

    ran = desk("answer", "1", "người khác", "--json")

    assert (ran.code, ran.json["problems"]) == (0, [])
    assert names(desk) == sorted([BINH[0], twin[0], twin[0]])


def test_a_list_that_names_other_units_judges_nobody_missing(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    moved = {"A": roster_rows([AN, CHI], unit="Chi bộ Tây")}

    ran = desk("import", workbook(desk.folder / "b.xlsx", moved), "--json")

    assert ran.json["files"][0]["people"]["missing"] == []


def test_one_answer_serves_every_list_that_asks_the_same(asked: Desk) -> None:
    again = workbook(asked.folder / "c.xlsx", {"A": roster_rows([ALIKE, BINH, CHI, *NEW])})
    asked("import", again)

    [question] = asked("answer", "--json").json["questions"]
    ran = asked("answer", "1", "cùng người", "--json")

    assert [row["file"] for row in question["rows"]] == ["b.xlsx", "c.xlsx"]
    assert (ran.code, ran.json["brought"], numbers(asked)) == (0, 2, [])


def test_a_question_without_ground_is_looked_at_anew(asked: Desk) -> None:
    asked("undo", "1")  # An is gone from the ledger, the question about An is not

    ran = asked("answer", "1", "cùng người", "--json")

    assert (ran.code, ran.json["brought"]) == (0, 1)
    assert "không còn đúng" in ran.json["said"]
    assert ALIKE[0] in names(asked)


def test_without_questions_the_worklist_says_so(desk: Desk) -> None:
    desk("import", roster(desk.folder))

    ran = desk("answer")

    assert (ran.code, ran.out) == (0, "")
    assert "Không có câu hỏi nào đang chờ." in ran.err


def test_check_names_the_questions_that_wait(asked: Desk) -> None:
    ran = asked("check", "--json")

    [question] = ran.json["questions"]
    assert (question["number"], question["found"]) == (1, ALIKE[0])
