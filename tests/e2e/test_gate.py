"""Wrong mappings are stopped or told before anybody is called unpaid; good books are not."""

import shutil
from collections.abc import Callable
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from e2e import mistakes
from e2e.books import workbook
from e2e.desk import ROSTERS, SAMPLE, SAMPLE_FILES, Desk, Ran
from e2e.mistakes import (
    DUES_MISTAKES,
    ROSTER_MISTAKES,
    UNITS,
    Book,
    Cells,
    dues,
    each_row,
    people,
    roster_sheet,
    seeded,
)
from e2e.returned import correct
from partyroll.cli.run import main
from partyroll.store.ledger import open_ledger
from partyroll.store.usual import letters_of_year

Mistake = Callable[[Book, Random], Book]
SEEDS = (1, 2, 3)
# A workbook in an old encoding is converted by hand first: nothing of it is read yet.
GOOD = tuple(path for path in sorted(ROSTERS.iterdir()) if path.suffix in {".xlsx", ".ods"})


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the roster and the good books of two years."""
    folder = tmp_path_factory.mktemp("known")
    roster = workbook(folder / "roster.xlsx", {"Danh sách": roster_sheet(people())})
    books = [dues(year).save(folder) for year in (2024, 2025)]
    with chdir(folder):
        assert main(["import", str(roster), *map(str, books)]) == 0
    return folder / "partyroll.db"


@pytest.fixture
def office(desk: Desk, known: Path) -> Desk:
    shutil.copy(known, desk.ledger)
    return desk


def newly_unpaid(before: Path, after: Path) -> set[str]:
    """Return who is said to owe a month that was paid before."""
    return {
        person
        for year in (2023, 2024, 2025, 2026, 2027)
        for person, letters in _letters(after, year).items()
        for old, new in zip(_letters(before, year).get(person, ""), letters, strict=False)
        if (old, new) == ("P", "U")
    }


def _letters(path: Path, year: int) -> dict[str, str]:
    with open_ledger(path) as ledger:
        people_ = [row[0] for row in ledger.db.exec_driver_sql("SELECT person_id FROM person")]
        return dict(letters_of_year(ledger, "dues", year, people_))


def told(ran: Ran) -> bool:
    """Whether a person who reads what the import says learns that something is odd."""
    problems = [p for f in ran.json["files"] for p in f["problems"]]
    return bool(ran.json["gate"]["signs"] or problems)


def codes(ran: Ran) -> set[str]:
    return {sign["code"] for sign in ran.json["gate"]["signs"]}


# --- Wrong mappings -----------------------------------------------------------------------
def _assert_not_silent(office: Desk, known: Path, path: Path) -> None:
    ran = office("import", path, "--json")

    assert ran.json["gate"]["stopped"] or told(ran)
    assert not newly_unpaid(known, office.ledger) or codes(ran) & {"some_turn_unpaid"}


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("mistake", DUES_MISTAKES, ids=lambda mistake: mistake.__name__)
def test_every_wrong_book_is_stopped_or_told(
    office: Desk, known: Path, mistake: Mistake, seed: int
) -> None:
    book = mistake(dues(2025), seeded(seed))

    _assert_not_silent(office, known, book.save(office.folder))


@pytest.mark.slow
@pytest.mark.parametrize("mistake", ROSTER_MISTAKES, ids=lambda mistake: mistake.__name__)
def test_every_wrong_roster_is_stopped_or_told(
    office: Desk, known: Path, mistake: Callable[[list[Cells], Random], list[Cells]]
) -> None:
    rows = roster_sheet(mistake(people(), seeded(1)))

    _assert_not_silent(office, known, workbook(office.folder / "r.xlsx", {"Danh sách": rows}))


@pytest.mark.parametrize(
    ("mistake", "code"),
    [
        (mistakes.shifted_right, "many_turn_unpaid"),
        (mistakes.debtors_marked_for_all, "many_turn_unpaid"),
        (mistakes.unpaid_everywhere, "nobody_pays"),
        (mistakes.title_of_last_year, "year_differs"),
        (mistakes.a_year_to_come, "year_future"),
        (mistakes.last_year_as_this_year, "paid_ahead"),
        (mistakes.year_before_as_new, "other_year"),
        (mistakes.thousands_without_saying, "amount_scale"),
        (mistakes.blank_month, "empty_month"),
        (mistakes.filtered_copy, "people_missing"),
        (mistakes.names_in_a_month, "values_contradict"),
        (mistakes.one_month_twice, "column_twice"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_each_mistake_is_called_by_its_name(office: Desk, mistake: Mistake, code: str) -> None:
    ran = office("import", mistake(dues(2025), seeded(1)).save(office.folder), "--json")

    assert code in codes(ran)


def test_a_first_book_in_which_nobody_pays_is_told_and_goes_in(desk: Desk) -> None:
    book = mistakes.unpaid_everywhere(dues(2025), seeded(1))

    ran = desk("import", book.save(desk.folder), "--json")

    assert (ran.code, codes(ran)) == (0, {"nobody_pays"})


def test_letters_that_nobody_explained_accuse_nobody(office: Desk) -> None:
    book = each_row(dues(2026), lambda _, __: ["o"] * 12)

    office("import", book.save(office.folder))
    listed = office("flag", "--year", "2026", "--as-of", "2026-12-31", "--json").json["lists"]

    assert (listed["review"], listed["check_reason"], listed["watch"]) == ([], [], [])


def test_a_roster_taken_for_a_list_of_exits_is_told(office: Desk) -> None:
    heading: Cells = ["STT", "Họ và tên", "Chi bộ", "Hình thức", "Số quyết định", "Lý do"]
    rows = [[n, one[0], one[5], "Xóa tên", "", ""] for n, one in enumerate(people()[:10], 1)]
    path = workbook(office.folder / "x.xlsx", {"Trang1": [heading, *rows]})

    ran = office("import", path, "--json")

    assert codes(ran) == {"many_leave"}


# --- Good workbooks -----------------------------------------------------------------------
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_the_first_import_of_a_good_workbook_shows_no_sign(desk: Desk, path: Path) -> None:
    ran = desk("import", path, "--json", now=None)
    signs = ran.json["gate"]["signs"] if ran.out else []

    assert signs == []


def test_the_sample_shows_no_sign(desk: Desk) -> None:
    ran = desk("import", *(SAMPLE / name for name in SAMPLE_FILES), "--json")

    assert ran.json["gate"]["signs"] == []


def paid_since(book: Book) -> Book:
    return each_row(book, lambda cells, place: [mistakes.RATE] * 12 if place < 3 else cells)


def another_member(book: Book) -> Book:
    new: Cells = [21, "Sùng A Páo", UNITS[0], "099999999999", 20_000, *([20_000] * 12)]
    return replace(book, rows=[*book.rows, new])


def one_gone(book: Book) -> Book:
    return replace(book, rows=book.rows[1:])


def other_order(book: Book) -> Book:
    return replace(book, rows=book.rows[::-1])


def one_more_column(book: Book) -> Book:
    return replace(book, heading=[*book.heading, "Người nộp thay"])


def next_year(book: Book) -> Book:
    return each_row(dues(2026), lambda _, __: [mistakes.RATE, *([""] * 11)])


@pytest.mark.parametrize(
    "good",
    [paid_since, another_member, one_gone, other_order, one_more_column, next_year],
    ids=lambda good: good.__name__,
)
def test_a_good_new_version_is_not_stopped(office: Desk, good: Callable[[Book], Book]) -> None:
    ran = office("import", good(dues(2025)).save(office.folder), "--json")

    assert not ran.json["gate"]["stopped"]
    assert "many_turn_unpaid" not in codes(ran)


def test_a_single_correction_to_unpaid_goes_in_and_is_told(office: Desk) -> None:
    def corrected(cells: Cells, place: int) -> Cells:
        return ["chưa đóng", *cells[1:]] if place == 4 else cells

    ran = office("import", each_row(dues(2025), corrected).save(office.folder), "--json")

    assert codes(ran) == {"some_turn_unpaid"}
    assert ran.json["change"] == 2


def test_corrected_rows_that_come_back_show_no_sign(desk: Desk) -> None:
    rows = people()
    rows[3][1] = "31/02/1980"
    path = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_sheet(rows)})
    returned = desk("import", path, "--json").json["files"][0]["returned"]
    correct(desk.folder / returned, {"Danh sách": {5: {"Ngày sinh": "04/04/1958"}}})

    ran = desk("import", desk.folder / returned, "--json")

    assert (ran.json["files"][0]["added"], ran.json["gate"]["signs"]) == (1, [])


# --- Stopping -----------------------------------------------------------------------------
@pytest.fixture
def wrong(office: Desk) -> Path:
    return mistakes.debtors_marked_for_all(dues(2025), seeded(1)).save(office.folder)


def test_a_stopped_import_writes_nothing_and_says_what_to_do(office: Desk, wrong: Path) -> None:
    before = office.ledger.read_bytes()

    ran = office("import", wrong)

    assert ran.code == 4
    assert "sẽ thành chưa đóng" in ran.err
    assert "--map" in ran.err
    assert "--yes" in ran.err
    assert "unpaid_share = 0.3" in ran.err
    assert office.ledger.read_bytes() == before


def test_at_most_ten_people_are_named(office: Desk, wrong: Path) -> None:
    ran = office("import", wrong)
    names = [line for line in ran.err.splitlines() if line.startswith("    ")]

    assert names[0].count(",") <= 9
    assert "người nữa" in names[0]


def test_a_first_import_that_is_stopped_makes_no_ledger(desk: Desk) -> None:
    book = mistakes.names_in_a_month(mistakes.a_year_to_come(dues(2025), seeded(1)), seeded(1))

    ran = desk("import", book.save(desk.folder))

    assert (ran.code, desk.ledger.exists()) == (4, False)


def test_quiet_does_not_silence_the_gate(office: Desk, wrong: Path) -> None:
    ran = office("import", wrong, "--quiet")

    assert (ran.code, "sẽ thành chưa đóng" in ran.err) == (4, True)


def test_a_trial_tells_what_the_gate_would_say(office: Desk, wrong: Path) -> None:
    ran = office("import", wrong, "--dry-run")

    assert ran.code == 4
    assert "sẽ thành chưa đóng" in ran.err


def test_yes_goes_on_and_the_history_keeps_it(office: Desk, wrong: Path) -> None:
    ran = office("import", wrong, "--yes", "--json")

    assert (ran.code, ran.json["change"]) == (0, 2)
    assert ran.json["gate"]["accepted"]
    assert "(--yes) dù: nhiều người thành chưa đóng" in office("history").out


def test_the_office_sets_the_limits(office: Desk, wrong: Path) -> None:
    settings = office.folder / "partyroll.toml"
    settings.write_text("[gate]\npeople = 50\n", encoding="utf-8")

    ran = office("import", wrong, "--json")

    assert ran.json["gate"]["limits"]["people"] == "50"
    assert not ran.json["gate"]["stopped"]


def test_config_shows_the_limits_of_the_gate(desk: Desk) -> None:
    ran = desk("config")

    assert "gate.unpaid_share\t0.3\tmặc định" in ran.out


def test_a_limit_out_of_range_is_refused_by_name(office: Desk, wrong: Path) -> None:
    settings = office.folder / "partyroll.toml"
    settings.write_text("[gate]\nunpaid_share = 30\n", encoding="utf-8")

    ran = office("import", wrong)

    assert (ran.code, "unpaid_share" in ran.err) == (1, True)
