"""Words of a reason in a cell of a book: listed until somebody judged them."""

from typing import Any

import pytest

from e2e.books import AN, BINH, CHI, dues_rows, roster, workbook
from e2e.desk import Desk
from tasks.excusing.test_excuses import lists, numbered, state

AN_ = AN[0]
BY = ("--by", "Chi bộ")


def notes(desk: Desk, *more: str) -> dict[str, Any]:
    found = desk("excuse", "list", "--noted", "--json", *more).json["noted"]
    return {one["number"]: one for one in found}


def rewrite(desk: Desk, words: str, month: int = 9) -> None:
    """Import the dues book again with other words in An's cell."""
    rows = [list(row) for row in dues_rows({AN_: "x-xxx-xx-xxx", BINH[0]: "x" * 12})]
    rows.append([3, CHI[0], rows[2][2], *[10_000] * 12])
    rows[2][2 + month] = words
    path = workbook(desk.folder / "dues.xlsx", {"A": rows})
    assert desk("import", path, "--yes").code in {0, 3}


def test_a_note_is_listed_with_its_month_words_and_cell(cell: Desk) -> None:
    [note] = notes(cell).values()

    assert (note["full_name"], note["month"], note["text"]) == (AN_, "2024-09", "nghỉ ốm")
    assert (note["number"], note["ground"]) == ("n1", "UNPAID_DUES")
    assert note["source"] == {"file": "dues.xlsx", "sheet": "A", "row": 3, "cell": "L3"}


def test_the_list_on_screen_says_what_to_type_next(cell: Desk) -> None:
    ran = cell("excuse", "list", "--noted")

    assert ran.out.startswith("n1\t")
    assert "1 lời ghi trong sổ chưa ai xem xét: partyroll excuse accept|reject" in ran.err


def test_an_accepted_note_becomes_a_reason_in_the_words_of_the_book(cell: Desk) -> None:
    assert cell("excuse", "accept", "n1", *BY, "--on", "5/10/2024").code == 0

    [said] = numbered(cell).values()
    assert (said["kind"], said["state"], said["reason"]) == ("SICKNESS", "ACCEPTED", "nghỉ ốm")
    assert (said["by"], said["from"], said["to"]) == ("Chi bộ", "2024-09-01", "2024-09-30")
    assert (state(cell, AN_, "2024-09"), lists(cell)) == ("EXCUSED", {AN_: "watch"})
    assert notes(cell) == {}


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_a_judged_note_keeps_the_cell_it_stood_in(verb: str, cell: Desk) -> None:
    cell("excuse", verb, "n1", *BY)

    [said] = numbered(cell).values()
    assert said["source"] == {"file": "dues.xlsx", "sheet": "A", "row": 3, "cell": "L3"}
    assert "dues.xlsx › A › L3" in cell("excuse", "list", "--all").out
    assert "dues.xlsx › A › L3" in cell("show", AN_).out


def test_a_rejected_note_makes_the_month_plainly_unpaid(cell: Desk) -> None:
    assert cell("excuse", "reject", "n1", *BY).code == 0

    assert (state(cell, AN_, "2024-09"), lists(cell)) == ("UNPAID", {AN_: "review"})
    assert notes(cell) == {}


@pytest.mark.parametrize("typed", ["n2", "n0", "nghỉ"])
def test_a_number_that_names_no_note_is_refused(typed: str, cell: Desk) -> None:
    assert cell("excuse", "accept", typed, *BY).code == 2
    assert [*notes(cell)] == ["n1"]


def test_a_note_is_judged_once(cell: Desk) -> None:
    cell("excuse", "accept", "n1", *BY)

    assert cell("excuse", "reject", "n1", *BY).code == 2
    assert state(cell, AN_, "2024-09") == "EXCUSED"


def test_other_words_in_the_cell_get_another_number(cell: Desk) -> None:
    rewrite(cell, "đi công tác xa")

    assert cell("excuse", "reject", "n1", *BY).code == 2
    assert {number: one["text"] for number, one in notes(cell).items()} == {
        "n2": "đi công tác xa"
    }


def test_words_that_come_back_have_their_first_number_again(cell: Desk) -> None:
    rewrite(cell, "đi công tác xa")

    assert cell("undo", "--yes").code == 0
    assert [*notes(cell)] == ["n1"]


def test_a_judgement_taken_back_leaves_the_note_waiting(cell: Desk) -> None:
    cell("excuse", "reject", "n1", *BY)

    cell("undo", "--yes")

    assert [*notes(cell)] == ["n1"]


def test_a_reason_that_waits_for_the_month_is_judged_with_the_note(cell: Desk) -> None:
    more = ("--kind", "thai sản", "--month", "9/2024", "--ground", "dues")
    cell("excuse", "add", AN_, *more)

    cell("excuse", "accept", "n1", *BY)

    assert {n: (one["kind"], one["state"]) for n, one in numbered(cell).items()} == {
        1: ("MATERNITY", "ACCEPTED")
    }


def test_numbers_of_reasons_and_of_notes_are_judged_in_one_change(cell: Desk) -> None:
    cell("excuse", "add", AN_, "--kind", "ốm", "--month", "6/2024")

    ran = cell("excuse", "accept", "1", "N1", *BY, "--json")

    assert [one["state"] for one in ran.json["excuses"]] == ["ACCEPTED", "ACCEPTED"]


def test_the_list_is_narrowed_to_a_year_and_a_unit(cell: Desk) -> None:
    assert ([*notes(cell, "--year", "2024")], notes(cell, "--year", "2023")) == (["n1"], {})
    assert [*notes(cell, "--unit", "Chi bộ thôn Hạ")] == ["n1"]


@pytest.mark.parametrize(
    "options", [("--year", "2024"), ("--noted", "--all"), ("--noted", "--pending")]
)
def test_options_that_would_do_nothing_are_refused(
    options: tuple[str, ...], cell: Desk
) -> None:
    assert cell("excuse", "list", *options).code == 2


def meetings(desk: Desk, *columns: tuple[str, str]) -> None:
    """Import a year of meetings: a heading and An's mark for each meeting."""
    titles = ("STT", "Họ và tên", "Chi bộ", *(title for title, _ in columns))
    lines = [
        (1, AN_, "Chi bộ thôn Hạ", *(mark for _, mark in columns)),
        (2, BINH[0], "Chi bộ thôn Hạ", *("x" for _ in columns)),
        (3, CHI[0], "Chi bộ thôn Hạ", *("x" for _ in columns)),
    ]
    rows = [("THEO DÕI SINH HOẠT ĐẢNG NĂM 2024",), titles, *lines]
    ran = desk("import", workbook(desk.folder / "sh.xlsx", {"SH": rows}))
    assert ran.code == 0, ran.out + ran.err


def test_an_absence_marked_excused_waits_too_and_becomes_plain_if_rejected(
    cell: Desk,
) -> None:
    meetings(cell, ("SH T1", "x"), ("SH T2", "P"), ("SH T3", "x"))

    assert (notes(cell)["n2"]["month"], notes(cell)["n2"]["ground"]) == (
        "2024-02",
        "SKIP_MEETINGS",
    )
    assert cell("excuse", "reject", "n2", *BY).code == 0

    [year] = cell("show", AN_, "--year", "2024", "--json").json["years"]
    states = {
        one["state"]
        for one in year["months"]
        if (one["month"], one["ground"]) == ("2024-02", "SKIP_MEETINGS")
    }
    assert states == {"UNEXCUSED"}


def test_a_month_with_two_notes_is_judged_with_both(cell: Desk) -> None:
    columns = (("10/1/2024", "x"), ("5/2/2024", "P"), ("20/2/2024", "P"), ("9/3/2024", "x"))
    meetings(cell, *columns)

    one = cell("excuse", "reject", "n2", *BY)
    both = cell("excuse", "reject", "n2", "n3", *BY)

    assert (one.code, "n3" in one.err, both.code) == (2, True, 0)
    [said] = numbered(cell).values()
    assert said["source"] == {"file": "sh.xlsx", "sheet": "SH", "row": 3, "cell": ""}
    assert [*notes(cell)] == ["n1"]


def test_a_bare_absence_waits_for_a_word_on_its_leave(desk: Desk) -> None:
    heading: list[object] = [
        "STT",
        "Họ và tên",
        "Số thẻ",
        *(f"SH T{number}" for number in range(1, 13)),
    ]
    rows: list[list[object]] = [
        ["SỔ ĐIỂM DANH SINH HOẠT CHI BỘ NĂM 2024"],
        heading,
        [1, AN_, AN[3], "vắng", "vắng", "Vắng mặt", *["x"] * 9],
        [2, BINH[0], BINH[3], *["x"] * 12],
    ]
    files = (roster(desk.folder), workbook(desk.folder / "hop.xlsx", {"A": rows}))
    assert desk("import", *files).code == 0

    found = notes(desk)
    assert [one["text"] for one in found.values()] == ["vắng", "vắng", "Vắng mặt"]
    assert lists(desk) == {AN_: "check_reason"}

    assert desk("excuse", "reject", *found, *BY).code == 0
    assert lists(desk) == {AN_: "review"}
    assert notes(desk) == {}
