"""Somebody moves from one ledger to another: a letter goes, an answer comes, by files."""

from e2e.books import EXITS, workbook
from e2e.desk import Desk
from e2e.two_offices import (
    AN,
    AWAY,
    BINH,
    DUNG,
    HOME,
    LEFT,
    TO,
    change,
    offices,
)
from store import shelf

SENT, RECEIVED = "đang chuyển, nơi đến chưa báo", "đã nhận giấy, chưa trả lời nơi đi"
ARRIVED, REFUSED = "nơi đến đã tiếp nhận", "nơi đến không tiếp nhận"
PEOPLE = "SELECT person_id FROM person_version WHERE change_out IS NULL"
LEGS = "SELECT leg_id FROM transfer_leg WHERE change_out IS NULL"
NOBODY = [(AN[0], "counted_by_neither")]


# --- The whole way ------------------------------------------------------------------------
def test_a_letter_goes_is_confirmed_and_the_answer_comes_home(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)

    assert home.members() == [(BINH[0], HOME)]
    assert home.state() == (SENT, None)
    assert away.problems(letter) == ["slip_waits"]
    assert away.members() == [(DUNG[0], AWAY)]
    assert home.limbo() == away.limbo() == NOBODY

    answer = away.slip("confirm", "1", "--unit", AWAY, "--on", "20/10/2025")

    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]
    assert home.problems(answer) == []
    assert home.state() == away.state() == (ARRIVED, "2025-10-20")
    assert home.limbo() == away.limbo() == []


def test_the_slip_tells_the_facts_of_the_person_and_no_name_in_its_own(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    away("import", letter)
    away("transfer", "confirm", "1", "--unit", AWAY, "--on", "20/10/2025")
    [person] = [m for m in away.json("list", "--full-ids")["members"] if m["unit"] == AWAY][:1]

    assert (person["full_name"], person["birth_date"]) == (AN[0], "1970-02-01")
    assert (person["card_no"], person["admission_date"]) == (AN[3], "1995-02-03")
    assert person["source"]["file"] == letter.name
    assert "an" not in letter.stem.split("-")


def test_the_office_that_is_told_at_once_where_the_member_goes_asks_nothing(
    desk: Desk,
) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)

    assert away.problems(letter, "--unit", AWAY) == ["slip_received"]
    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]

    [answer] = desk.folder.glob("phieu-bao-chuyen-sinh-hoat-*.xlsx")

    assert home.problems(answer) == []
    assert home.state()[0] == ARRIVED


# --- What may go wrong --------------------------------------------------------------------
def test_a_lost_slip_is_printed_again_on_both_sides(desk: Desk) -> None:
    home, away = offices(desk)
    home.slip("issue", AN[0], "--to", TO, *LEFT).unlink()
    away("import", home.slip("issue", "--again", "1"))
    away.slip("confirm", "1", "--unit", AWAY, "--on", "20/10/2025").unlink()
    home("import", away.slip("issue", "--again", "1"))

    assert home.state() == away.state() == (ARRIVED, "2025-10-20")


def test_a_slip_imported_twice_changes_nothing(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    away("import", letter)
    again = home.slip("issue", "--again", "1")
    answer = away.slip("confirm", "1", "--unit", AWAY, "--on", "20/10/2025")
    home("import", answer)
    changes = [shelf.digest(office.ledger) for office in (home, away)]
    away("import", letter)
    away("import", again)
    home("import", answer)
    home("import", change(answer, "", "", save_as="luu-lai.xlsx"))

    assert [shelf.digest(office.ledger) for office in (home, away)] == changes


def test_a_namesake_with_another_birth_date_is_somebody_else(desk: Desk) -> None:
    namesake = (AN[0], "11/12/1988", "Nam", "099000000999", "03/02/2015")
    home, away = offices(desk, away=(DUNG, namesake))
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    away("transfer", "confirm", "1", "--unit", AWAY, "--on", "20/10/2025")
    listed = away.json("list", "--full-ids")["members"]

    assert sorted(m["card_no"] for m in listed if m["full_name"] == AN[0]) == [
        AN[3],
        namesake[3],
    ]


def test_whoever_may_be_somebody_here_is_asked_about_and_never_merged(desk: Desk) -> None:
    alike = ("Lò Văn Ân", AN[1], "Nam", "", "03/02/1995")
    home, away = offices(desk, away=(DUNG, alike))
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    ran = away("import", letter, "--json")

    assert ran.code == 3
    assert [p["code"] for p in ran.json["files"][0]["problems"]] == ["person_alike"]
    assert away.json("transfer", "list")["entries"] == []
    assert list(desk.folder.glob("*chưa nhập*")) == []

    [question] = away.json("answer")["questions"]
    assert question["answers"][-1] == "người khác"
    away("answer", str(question["number"]), "người khác")

    [entry] = away.json("transfer", "list")["entries"]
    assert entry["name"] == AN[0]


def test_a_refusal_comes_home_and_the_member_is_counted_there_again(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    answer = away.slip("refuse", "1", "--reason", "chưa có chỗ ở ổn định", "--on", "20/10/2025")

    assert home.problems(answer) == ["slip_refused"]
    assert home.state() == (REFUSED, "2025-10-20")
    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]
    assert away.members() == [(DUNG[0], AWAY)]
    assert home.limbo() == away.limbo() == []

    [entry] = home.json("transfer", "list")["entries"]
    assert [m["kind"] for m in entry["matters"]] == ["refused"]
    assert "chưa có chỗ ở ổn định" in entry["matters"][0]["text"]


def test_whoever_was_turned_away_may_go_elsewhere(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    home("import", away.slip("refuse", "1", "--reason", "không thuộc địa bàn"))
    home("transfer", "issue", AN[0], "--to", "Đảng bộ xã Xa", "--on", "5/1/2026")
    entries = home.json("transfer", "list")["entries"]

    assert [(e["values"]["number"], e["matters"]) for e in entries] == [(2, [])]


def test_whoever_goes_and_comes_back_is_one_person_all_the_way(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, "--on", "1/9/2025"))
    home("import", away.slip("confirm", "1", "--unit", AWAY, "--on", "10/9/2025"))
    home("import", away.slip("issue", AN[0], "--to", "Đảng bộ xã Mẫu", "--on", "1/12/2025"))
    away("import", home.slip("confirm", "2", "--on", "5/12/2025"))

    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]
    assert away.members() == [(DUNG[0], AWAY)]
    assert home.limbo() == away.limbo() == []
    assert [len(shelf.ask(office.ledger, PEOPLE)) for office in (home, away)] == [2, 2]


def test_whom_a_list_of_exits_sent_away_gets_a_letter_and_no_second_exit(desk: Desk) -> None:
    home, away = offices(desk)
    exits = [EXITS, (1, AN[0], AN[1], HOME, "Chuyển đi", "7-QĐ", "01/10/2025", "")]
    home("import", workbook(desk.folder / "ra.xlsx", {"R": exits}), "--quiet")
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))

    assert len(shelf.ask(home.ledger, LEGS)) == 1

    answer = away.slip("refuse", "1", "--reason", "không thuộc địa bàn")

    assert home.problems(answer) == ["slip_refused_listed"]
    assert home.limbo() == NOBODY


def test_a_letter_is_not_written_for_whoever_was_removed(desk: Desk) -> None:
    home, _ = offices(desk)
    exits = [EXITS, (1, AN[0], AN[1], HOME, "Xóa tên", "7-QĐ", "01/10/2025", "")]
    home("import", workbook(desk.folder / "ra.xlsx", {"R": exits}), "--quiet")
    ran = home("transfer", "issue", AN[0], "--to", TO)

    assert (ran.code, "xóa tên" in ran.err) == (1, True)


def test_a_letter_keeps_its_number_when_its_import_is_taken_back(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    other = home.slip("issue", BINH[0], "--to", TO, *LEFT)
    away("import", letter)
    away.undo()
    away("import", other)
    away("import", letter)
    entries = away.json("transfer", "list")["entries"]

    assert {e["name"]: e["values"]["number"] for e in entries} == {AN[0]: 1, BINH[0]: 2}


# --- Taking back --------------------------------------------------------------------------
def test_each_step_is_taken_back_alone(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    away("import", letter)
    home("import", away.slip("confirm", "1", "--unit", AWAY, "--on", "20/10/2025"))
    home.undo()
    away.undo()

    assert home.state() == (SENT, None)
    assert away.state() == (RECEIVED, None)
    assert away.members() == [(DUNG[0], AWAY)]

    home.undo()
    away.undo()

    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]
    assert away.json("transfer", "list", "--only", "all")["entries"] == []
    assert away.problems(letter) == ["slip_waits"]


def test_a_refusal_that_is_taken_back_leaves_the_member_on_the_way(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    home("import", away.slip("refuse", "1", "--reason", "không thuộc địa bàn"))
    home.undo()

    assert home.members() == [(BINH[0], HOME)]
    assert home.state() == (SENT, None)
