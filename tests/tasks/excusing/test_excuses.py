"""Reasons, papers and temporary places through the real commands."""

from datetime import date
from typing import Any

import pytest

from e2e.books import AN, BINH, CHI, roster_rows, workbook
from e2e.desk import Desk
from store import shelf

AN_, BINH_, CHI_ = AN[0], BINH[0], CHI[0]
SICK = ("excuse", "add", AN_, "--kind", "ốm", "--month", "9/2024", "--ground", "dues")
EXEMPT = ("excuse", "add", BINH_, "--kind", "EXEMPT", "--from", "1/2/2026", "--paper", "5-TB")


def lists(desk: Desk, as_of: str = "31/12/2024") -> dict[str, str]:
    """Return on which list everybody stands."""
    found = desk("flag", "--as-of", as_of, "--json").json["lists"]
    names = ("review", "check_reason", "watch")
    return {one["full_name"]: name for name in names for one in found[name]}


def numbered(desk: Desk, *more: str) -> dict[int, Any]:
    found = desk("excuse", "list", "--all", "--json", *more).json["excuses"]
    return {one["number"]: one for one in found}


def state(desk: Desk, member: str, month: str) -> str:
    [year] = desk("show", member, "--year", month[:4], "--json").json["years"]
    [found] = [
        one["state"]
        for one in year["months"]
        if one["month"] == month and one["ground"] == "UNPAID_DUES"
    ]
    return str(found)


# --- Reasons (E20) ------------------------------------------------------------------------
def test_a_reason_that_nobody_judged_changes_nothing(cell: Desk) -> None:
    assert lists(cell) == {AN_: "check_reason"}

    assert cell(*SICK).code == 0

    assert lists(cell) == {AN_: "check_reason"}
    assert numbered(cell)[1]["state"] == "PENDING"


def test_an_accepted_reason_lifts_its_month_and_a_rejected_one_makes_it_plain(
    cell: Desk,
) -> None:
    cell(*SICK)

    assert cell("excuse", "accept", "1", "--by", "Chi ủy", "--on", "5/10/2024").code == 0
    assert (lists(cell), state(cell, AN_, "2024-09")) == ({AN_: "watch"}, "EXCUSED")

    assert cell("excuse", "reject", "1", "--by", "Chi ủy").code == 0
    assert (lists(cell), state(cell, AN_, "2024-09")) == ({AN_: "review"}, "UNPAID")


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "1", "--by", "Chi ủy", "--on", "5/10/2040"),
        ("reject", "1", "--by", "Chi ủy", "--on", "5/10/2040"),
        ("add", CHI_, "--kind", "ốm", "--month", "9/2024", "--by", "Chi ủy", "--on", "2040"),
    ],
)
def test_nobody_judges_on_a_day_to_come(cell: Desk, words: tuple[str, ...]) -> None:
    cell(*SICK)
    before = shelf.digest(cell.ledger)

    ran = cell("excuse", *words)

    assert (ran.code, shelf.digest(cell.ledger)) == (2, before)
    assert "chưa tới" in ran.err


def test_a_reason_with_somebody_who_accepted_it_holds_at_once(cell: Desk) -> None:
    ran = cell(*SICK, "--by", "Chi ủy", "--on", "5/10/2024", "--paper", "BB 9", "--json")

    [said] = ran.json["excuses"]
    assert (said["state"], said["by"], said["on"]) == ("ACCEPTED", "Chi ủy", "2024-10-05")
    assert (said["from"], said["to"], said["paper"]) == ("2024-09-01", "2024-09-30", "BB 9")
    assert (said["ground"], ran.json["change"]) == ("UNPAID_DUES", 2)


def test_the_same_said_twice_is_written_once(cell: Desk) -> None:
    cell(*SICK)

    again = cell(*SICK, "--json").json

    assert (again["new"], again["change"], list(numbered(cell))) == (False, None, [1])


def test_what_waited_and_is_said_again_with_its_judge_is_accepted(cell: Desk) -> None:
    cell(*SICK, "--reason", "mổ ruột thừa")

    cell(*SICK, "--by", "Chi ủy")

    [said] = numbered(cell).values()
    assert (said["number"], said["state"]) == (1, "ACCEPTED")
    assert (said["by"], said["reason"]) == ("Chi ủy", "mổ ruột thừa")


def test_judging_needs_somebody_who_judges(cell: Desk) -> None:
    cell(*SICK)

    ran = cell("excuse", "accept", "1")

    assert (ran.code, numbered(cell)[1]["state"]) == (2, "PENDING")
    assert "--by" in ran.err


# --- Papers (E9a) -------------------------------------------------------------------------
def test_an_exemption_must_end_and_the_longest_end_is_offered(cell: Desk) -> None:
    ran = cell(*EXEMPT)

    assert (ran.code, numbered(cell)) == (2, {})
    assert "31/01/2027" in ran.err


def test_what_lasts_longer_than_its_rule_is_written_and_told(cell: Desk) -> None:
    ran = cell(*EXEMPT, "--to", "28/2/2027", "--json")

    assert ran.code == 0
    assert ["31/01/2027" in caution for caution in ran.json["cautions"]] == [True]


def test_after_an_exemption_months_are_due_again(cell: Desk) -> None:
    cell(*EXEMPT, "--to", "31/1/2027")
    later = date(2027, 5, 1)

    assert state(cell, BINH_, "2026-03") == "NOT_DUE"  # the desk's day is in January 2026
    as_of = ("--as-of", later.strftime("%d/%m/%Y"), "--json")
    [year] = cell("show", BINH_, "--year", "2027", *as_of).json["years"]
    assert [m["state"] for m in year["months"] if m["ground"] == "UNPAID_DUES"][:3] == [
        "EXEMPT",
        "UNKNOWN",
        "UNKNOWN",
    ]


def test_a_reduction_says_by_how_much(cell: Desk) -> None:
    reduce = ("excuse", "add", BINH_, "--kind", "REDUCED", "--month", "3/2024")

    assert cell(*reduce).code == 2
    assert cell(*reduce, "--share", "50").code == 0
    assert numbered(cell)[1]["share"] == 50


def test_another_paper_from_the_same_day_is_refused_with_its_number(cell: Desk) -> None:
    cell(*EXEMPT, "--to", "31/12/2026")

    ran = cell(*EXEMPT, "--to", "31/1/2027")

    assert (ran.code, numbered(cell)[1]["to"]) == (1, "2026-12-31")
    assert "số 1" in ran.err


# --- Places elsewhere (E8) ----------------------------------------------------------------
def test_months_at_a_place_outside_wait_for_its_word(cell: Desk) -> None:
    sent = ("excuse", "add", AN_, "--kind", "TEMP_TRANSFER", "--host", "Chi bộ khu X")

    ran = cell(*sent, "--from", "1/2/2024", "--to", "31/10/2024", "--paper", "GT 12", "--json")

    assert ran.json["excuses"][0]["host"] == "Chi bộ khu X"
    assert lists(cell) == {}
    assert [state(cell, AN_, f"2024-{n}") for n in ("02", "06")] == ["UNKNOWN"] * 2
    gaps = cell("flag", "--as-of", "31/12/2024", "--json").json["lists"]["data_gap"]
    assert "host_book_missing" in [gap["kind"] for gap in gaps]


def test_nobody_is_sent_to_where_they_belong(cell: Desk) -> None:
    sent = ("excuse", "add", AN_, "--kind", "TEMP_TRANSFER", "--host", "Chi bộ thôn Hạ")

    ran = cell(*sent, "--from", "1/2/2024", "--to", "31/10/2024")

    assert (ran.code, numbered(cell)) == (2, {})


# --- Ending and taking back ---------------------------------------------------------------
def test_after_an_early_end_months_are_owed_again(cell: Desk) -> None:
    all_year = ("--from", "1/1/2024", "--to", "31/12/2024", "--paper", "1-TB")
    cell("excuse", "add", AN_, "--kind", "EXEMPT", *all_year)
    assert lists(cell) == {}

    cell("excuse", "end", "1", "--on", "31/1/2024")

    assert (lists(cell), state(cell, AN_, "2024-02")) == ({AN_: "check_reason"}, "UNPAID")
    assert numbered(cell)[1]["to"] == "2024-01-31"


@pytest.mark.parametrize("day", ["31/8/2024", "1/10/2024"])
def test_an_end_only_shortens(day: str, cell: Desk) -> None:
    cell(*SICK)

    assert cell("excuse", "end", "1", "--on", day).code == 2


def test_an_undo_is_exact_and_numbers_are_not_used_again(cell: Desk) -> None:
    sent = ("excuse", "add", CHI_, "--kind", "ABROAD", "--from", "1/3/2024", "--to", "1/9/2024")
    cell(*SICK)
    before = shelf.digest(cell.ledger)
    cell(*sent)
    cell("undo", "--yes")

    assert shelf.digest(cell.ledger) == before
    cell(*EXEMPT, "--to", "31/12/2026")
    assert [(n, one["kind"]) for n, one in numbered(cell).items()] == [
        (1, "SICKNESS"),
        (3, "EXEMPT"),
    ]


def test_a_trial_writes_nothing(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)

    ran = cell(*SICK, "--dry-run", "--json")

    assert (ran.json["change"], ran.json["excuses"][0]["number"]) == (None, 1)
    assert shelf.digest(cell.ledger) == before


# --- The list -----------------------------------------------------------------------------
def test_the_list_shows_what_holds_what_waits_and_what_ends_soon(cell: Desk) -> None:
    cell(*SICK)
    cell(*EXEMPT, "--to", "31/12/2026")
    cell("excuse", "add", CHI_, "--kind", "EXEMPT", "--month", "2/2020", "--paper", "2-TB")

    def shown(*more: str) -> list[int]:
        return [
            one["number"] for one in cell("excuse", "list", "--json", *more).json["excuses"]
        ]

    assert shown() == [1, 2]
    assert shown("--pending") == [1]
    assert shown("--ending-within", "30", "--as-of", "10/12/2026") == [2]
    assert shown("--all") == [1, 2, 3]
    assert shown("--all", "--known-at", "2") == [1]


def test_the_list_says_how_many_it_does_not_show(cell: Desk) -> None:
    cell("excuse", "add", CHI_, "--kind", "EXEMPT", "--month", "2/2020", "--paper", "2-TB")

    hidden = "1 lý do, giấy tờ đã hết hạn không hiện; thêm --all."

    assert hidden in cell("excuse", "list").err
    assert "--all" not in cell("excuse", "list", "--all").err
    assert "--all" not in cell("excuse", "list", "--pending").err


@pytest.mark.parametrize(
    "typed",
    [
        ("excuse", "add", AN_, "--kind", "lười", "--month", "9/2024"),
        ("excuse", "add", "Nguyễn Văn Không", "--kind", "ốm", "--month", "9/2024"),
        ("excuse", "add", AN_, "--kind", "ốm", "--from", "1/9/2024", "--to", "1/8/2024"),
        ("excuse", "add", AN_, "--kind", "ốm", "--from", "1/9/2024"),
        ("excuse", "add", AN_, "--kind", "EXEMPT", "--month", "9/2024", "--ground", "dues"),
        ("excuse", "accept", "7", "--by", "Chi ủy"),
        ("excuse", "end", "7", "--on", "1/1/2024"),
    ],
)
def test_what_cannot_be_understood_says_why_and_changes_nothing(
    typed: tuple[str, ...], cell: Desk
) -> None:
    before = shelf.digest(cell.ledger)

    ran = cell(*typed)

    assert (ran.code, shelf.digest(cell.ledger)) == (2, before)
    assert "Gợi ý:" in ran.err


def test_a_roster_with_the_first_day_of_a_paper_takes_nothing_from_it(cell: Desk) -> None:
    paper = ("--from", "1/3/2024", "--to", "31/8/2024", "--by", "Đảng ủy", "--paper", "7-QĐ")
    cell("excuse", "add", AN_, "--kind", "EXEMPT_ACTIVITY", *paper, "--reason", "già yếu")
    heading, *people = roster_rows()
    days = ("01/03/2024", None, None)
    rows = [(*heading, "Miễn SHĐ")]
    rows += [(*one, day) for one, day in zip(people, days, strict=True)]

    assert cell("import", workbook(cell.folder / "r.xlsx", {"D": rows})).code == 0

    [said] = numbered(cell).values()
    assert (said["to"], said["by"], said["paper"]) == ("2024-08-31", "Đảng ủy", "7-QĐ")
    assert said["reason"] == "già yếu"
