"""A member elsewhere for a time: counted at home, months kept there and sent back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from e2e.books import DUES, dues_rows, roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.two_offices import AN, AWAY, BINH, DUNG, FOR_A_TIME, HOME, TO, Office, both, offices
from store import shelf

THERE = "..xxxxxxxx.."  # from March to October
YEAR = ("--year", "2024", "--as-of", "31/12/2024")


def gone(desk: Desk) -> tuple[Office, Office]:
    """An is introduced for a time, and taken in there."""
    return both(_gone(desk))


@laid
def _gone(desk: Desk) -> Desk:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *FOR_A_TIME))
    home("import", away.slip("confirm", "1", "--unit", AWAY, "--on", "1/3/2024"))
    return desk


def kept(away: Office, line: str = THERE) -> None:
    """Import the dues book of the place of stay, in which the guest stands too."""
    book = dues_rows({AN[0]: line, DUNG[0]: "x" * 12}, unit=AWAY)
    away("import", workbook(away.desk.folder / "so.xlsx", {"P": book}), "--quiet")


def attended(away: Office, *, absent: int) -> None:
    """Import the meetings of the place of stay: An was away from that of one month."""
    line = ["vắng" if number == absent else "x" for number in range(1, 13)]
    rows = [
        ("THEO DÕI SINH HOẠT CHI BỘ NĂM 2024",),
        DUES,
        (1, AN[0], AWAY, *line),
        (2, DUNG[0], AWAY, *["x"] * 12),
    ]
    away("import", workbook(away.desk.folder / "hop.xlsx", {"SH": rows}), "--quiet")


def states(office: Office, ground: str = "UNPAID_DUES") -> Mapping[str, tuple[str, str]]:
    """Return what each month of An is, its dues or meetings, and in which file that stands."""
    [year] = [one for one in office.json("show", AN[0], *YEAR)["years"] if one["year"] == 2024]
    return {
        one["month"]: (one["state"], (one["source"] or {}).get("file", ""))
        for one in year["months"]
        if one["ground"] == ground
    }


def asked(office: Office) -> list[str]:
    """Return who is on any list of the rule."""
    lists = office.json("flag", *YEAR, "--ground", "dues")["lists"]
    return [
        one["full_name"] for one in (*lists["review"], *lists["check_reason"], *lists["watch"])
    ]


# --- E8 -----------------------------------------------------------------------------------
def test_e8_whoever_is_away_for_a_time_is_counted_at_home_only(desk: Desk) -> None:
    home, away = gone(desk)

    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]
    assert away.members() == [(DUNG[0], AWAY)]
    assert home.limbo() == away.limbo() == []


def test_e8_without_the_book_of_the_place_of_stay_the_months_are_unknown(desk: Desk) -> None:
    home, _ = gone(desk)
    found = states(home)

    assert [found[f"2024-{n:02d}"][0] for n in range(3, 11)] == ["UNKNOWN"] * 8
    assert asked(home) == []


def test_e8_months_travel_home_and_the_unknown_becomes_paid_with_its_source(
    desk: Desk,
) -> None:
    home, away = gone(desk)
    kept(away)
    slip = away.slip("months", "1", "--year", "2024", "--remark", "Tham gia đầy đủ")

    assert home.problems(slip) == []

    found = states(home)

    assert [found[f"2024-{n:02d}"] for n in range(3, 11)] == [("PAID", slip.name)] * 8
    assert {found[m][1] for m in ("2024-01", "2024-12")} == {"di.xlsx"}
    assert asked(home) == []
    assert remarks(home) == [("Chi bộ Khu 5", "Tham gia đầy đủ")]


def test_what_was_stated_unpaid_there_is_stated_here_and_a_blank_says_nothing(
    desk: Desk,
) -> None:
    home, away = gone(desk)
    kept(away, "..xx-.xxxx..")
    home("import", away.slip("months", "1", "--year", "2024"))
    found = {month: state for month, (state, _) in states(home).items()}

    assert (found["2024-05"], found["2024-06"]) == ("UNPAID", "UNKNOWN")


def test_months_sent_twice_change_nothing_and_newer_ones_replace_them(desk: Desk) -> None:
    home, away = gone(desk)
    kept(away, "..xxxx......")
    home("import", away.slip("months", "1", "--year", "2024"))
    before = shelf.digest(home.ledger)
    home("import", away.slip("months", "1", "--year", "2024"))

    assert shelf.digest(home.ledger) == before

    kept(away)
    home("import", away.slip("months", "1", "--year", "2024"))

    assert {state for state, _ in states(home).values()} == {"PAID"}


def test_months_are_taken_back_alone(desk: Desk) -> None:
    home, away = gone(desk)
    kept(away)
    before = shelf.digest(home.ledger)
    home("import", away.slip("months", "1", "--year", "2024", "--remark", "Tốt"))
    home.undo()

    assert shelf.digest(home.ledger) == before
    assert states(home)["2024-05"][0] == "UNKNOWN"


def test_what_was_paid_and_when_travels_home(desk: Desk) -> None:
    home, away = gone(desk)
    book = dues_rows({AN[0]: THERE, DUNG[0]: "x" * 12}, unit=AWAY, paid="15/9/2024")
    away("import", workbook(desk.folder / "ngay.xlsx", {"P": book}), "--quiet")
    home("import", away.slip("months", "1", "--year", "2024"))
    query = "SELECT DISTINCT month, paid_on FROM payment WHERE change_out IS NULL"

    assert ("2024-03", "2024-09-15") in shelf.ask(home.ledger, query)
    assert states(home)["2024-03"][0] == "PAID_LATE"


def test_days_of_payment_that_are_sent_again_stand_once_and_corrected_ones_replace_them(
    desk: Desk,
) -> None:
    home, away = gone(desk)
    query = "SELECT month, paid_on FROM payment WHERE change_out IS NULL ORDER BY month"
    paid: list[list[tuple[Any, ...]]] = []
    for day, more in (("15/9/2024", ()), ("15/9/2024", ("--remark", "Tốt")), ("16/9/2024", ())):
        book = dues_rows({AN[0]: THERE, DUNG[0]: "x" * 12}, unit=AWAY, paid=day)
        away("import", workbook(desk.folder / "ngay.xlsx", {"P": book}), "--quiet")
        home("import", away.slip("months", "1", "--year", "2024", *more))
        paid.append(shelf.ask(home.ledger, query))
    months = [f"2024-{number:02d}" for number in range(3, 11)]

    assert paid[0] == paid[1] == [(month, "2024-09-15") for month in months]
    assert paid[2] == [(month, "2024-09-16") for month in months]


def test_meetings_travel_home_with_their_source(desk: Desk) -> None:
    home, away = gone(desk)
    attended(away, absent=10)
    slip = away.slip("months", "1", "--year", "2024")

    assert home.problems(slip) == []

    found = states(home, "SKIP_MEETINGS")

    assert found["2024-10"] == ("UNEXCUSED", slip.name)
    assert found["2024-03"] == ("ATTENDED", slip.name)


def test_months_of_two_years_stand_side_by_side(desk: Desk) -> None:
    home, away = gone(desk)
    kept(away)
    home("import", away.slip("months", "1", "--year", "2024"))
    said = ("--year", "2025", "--remark", "Đã về quê")
    home("import", away.slip("months", "1", *said))

    assert states(home)["2024-05"][0] == "PAID"
    assert ("Chi bộ Khu 5", "Đã về quê") in remarks(home)


def test_nothing_is_sent_where_the_books_say_nothing(desk: Desk) -> None:
    _, away = gone(desk)
    ran = away("transfer", "months", "1", "--year", "2024")

    assert ran.code == 1
    assert "sổ chưa ghi" in ran.err
    assert list(Path(desk.folder).glob("phieu-sinh-hoat-tam-thoi*")) == []


def test_whoever_is_not_taken_in_for_a_time_owes_dues_at_home(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *FOR_A_TIME))
    home("import", away.slip("refuse", "1", "--reason", "hết chỗ", "--on", "5/3/2024"))

    assert states(home)["2024-05"][0] == "UNPAID_INFERRED"
    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]


def test_a_guest_whom_a_roster_there_names_is_counted_twice_and_told(desk: Desk) -> None:
    home, away = gone(desk)
    listed = workbook(desk.folder / "moi.xlsx", {"D": roster_rows((DUNG, AN), AWAY)})
    away("import", listed, "--quiet")

    assert away.limbo() == [(AN[0], "counted_by_both")]
    assert home.limbo() == []


def test_whoever_is_back_owes_the_next_month_at_home(desk: Desk) -> None:
    home, away = gone(desk)
    kept(away)
    for office in (home, away):
        assert office("transfer", "end", "1", "--on", "31/8/2024").code == 0
    home("import", away.slip("months", "1", "--year", "2024"))
    found = {month: state for month, (state, _) in states(home).items()}

    assert (found["2024-08"], found["2024-09"]) == ("PAID", "UNPAID_INFERRED")
    assert home.state()[0] == away.state()[0] == "đã về nơi đi"


def test_an_end_that_is_taken_back_goes_on_as_the_letter_says(desk: Desk) -> None:
    home, _ = gone(desk)
    before = shelf.digest(home.ledger)
    home("transfer", "end", "1", "--on", "31/8/2024")
    home.undo()

    assert shelf.digest(home.ledger) == before


def remarks(office: Office) -> list[tuple[Any, ...]]:
    """Return what places of stay said of members."""
    return shelf.ask(
        office.ledger, "SELECT place, remark FROM host_remark WHERE change_out IS NULL"
    )
