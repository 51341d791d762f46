"""Who a row is about: exact, or a question whose answer is remembered both ways."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from partyroll.model import Problem
from partyroll.read.facts import ReadFile, RosterRow, SetAside, UnitRef
from partyroll.tasks.imports import FileResult
from store import papers, shelf

BORN = papers.day("1970-02-01")
HUNG, HUNG_WITH_HOOK = "Lê Thử Hùng", "Lê Thử Hưng"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return shelf.empty(tmp_path)


def listed(*rows: RosterRow, name: str = "a.xlsx", unit: UnitRef = papers.DONG) -> ReadFile:
    placed = [
        row._replace(unit=row.unit or unit, row=number) for number, row in enumerate(rows, 2)
    ]
    return papers.file(papers.roster(*placed, unit=unit, file=name), name=name)


def someone(name: str, **facts: Any) -> RosterRow:
    return RosterRow(2, name, birth_date=BORN)._replace(**facts)


def answered(file: ReadFile, *answers: str) -> ReadFile:
    """Return the file with answers beside its rows, from the first on."""
    told = {("roster", row): text for row, text in enumerate(answers, start=2)}
    return replace(file, answers=told, name="tra-loi.xlsx")


def problems(path: Path, file: ReadFile) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.code, p.answers) for p in _told(path, file)]


def _told(path: Path, file: ReadFile) -> tuple[Problem, ...]:
    return result(path, file).problems


def result(path: Path, file: ReadFile) -> FileResult:
    return shelf.record_all(path, file)[0][0]


def people(path: Path) -> list[str]:
    rows = shelf.ask(path, "SELECT full_name FROM person_version WHERE change_out IS NULL")
    return sorted(row[0] for row in rows)


ASKED = ("cùng người", "người khác")


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Lê Thử Sĩ", "Lê Thử Sỹ"),
        (HUNG, HUNG_WITH_HOOK),
        ("Lê Thử An", "Lê Thử Ân"),
        ("Lê Thị Lan", "Lê Thị Lân"),
        ("Lê Thử An", "Le Thu An"),
        ("Nguyễn Thử Anh", "Nguyễn Thử An"),
    ],
)
def test_a_name_that_is_only_alike_is_asked_about(
    known: str, written: str, ledger: Path
) -> None:
    shelf.record(ledger, listed(someone(known)))

    told = problems(ledger, listed(someone(written), name="b.xlsx"))

    assert told == [("person_alike", ASKED)]
    assert people(ledger) == [known]


def test_another_place_of_the_tone_is_nothing_to_ask(ledger: Path) -> None:
    shelf.record(ledger, listed(someone("Lê Thử Hòa")))

    assert problems(ledger, listed(someone("Lê Thử Hoà"), name="b.xlsx")) == []
    assert people(ledger) == ["Lê Thử Hòa"]


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": papers.day("1971-02-01")},
        {"card_no": "099000000999"},
    ],
)
def test_another_birthday_or_number_is_another_person(
    other: dict[str, object], ledger: Path
) -> None:
    shelf.record(ledger, listed(someone(HUNG, card_no="099000000001")))

    told = problems(ledger, listed(someone(HUNG_WITH_HOOK, **other), name="b.xlsx"))

    assert told == []
    assert people(ledger) == sorted([HUNG, HUNG_WITH_HOOK])


def test_two_rows_of_one_file_are_two_people(ledger: Path) -> None:
    assert problems(ledger, listed(someone(HUNG), someone(HUNG_WITH_HOOK))) == []
    assert people(ledger) == sorted([HUNG, HUNG_WITH_HOOK])


def test_alike_in_another_unit_on_a_vague_date_is_not_asked(ledger: Path) -> None:
    vague = papers.day("1970")
    shelf.record(ledger, listed(someone(HUNG, birth_date=vague)))

    told = problems(
        ledger,
        listed(someone(HUNG_WITH_HOOK, birth_date=vague), name="b.xlsx", unit=papers.TAY),
    )

    assert told == []


# --- Answers ------------------------------------------------------------------------------
def test_the_same_person_joins_and_is_not_asked_again(ledger: Path) -> None:
    shelf.record(ledger, listed(someone(HUNG)))
    file = listed(someone(HUNG_WITH_HOOK, card_no="099000000007"), name="b.xlsx")

    told = problems(ledger, answered(file, "cùng người"))
    again = result(ledger, file)

    assert told == []
    assert people(ledger) == [HUNG]
    assert (again.problems, again.unchanged, again.added) == ((), 1, 0)


def test_somebody_else_is_added_once_and_not_asked_again(ledger: Path) -> None:
    shelf.record(ledger, listed(someone(HUNG)))
    file = listed(someone(HUNG_WITH_HOOK), name="b.xlsx")

    told = problems(ledger, answered(file, "người khác"))
    again = result(ledger, file)

    assert told == []
    assert people(ledger) == sorted([HUNG, HUNG_WITH_HOOK])
    assert (again.problems, again.unchanged, again.added) == ((), 1, 0)


@pytest.mark.parametrize(("answer", "count"), [("cùng người", 1), ("người khác", 2)])
def test_one_number_under_two_names_is_settled_by_an_answer(
    answer: str, count: int, ledger: Path
) -> None:
    shelf.record(ledger, listed(someone("Lò Thử Một", card_no="099000000001")))
    file = listed(someone("Lò Thử Hai", card_no="099000000001"), name="b.xlsx")

    asked = problems(ledger, file)
    problems(ledger, answered(file, answer))
    again = result(ledger, file)

    assert asked == [("person_conflict", ASKED)]
    assert len(people(ledger)) == count
    assert (again.problems, again.unchanged) == ((), 1)


def test_after_two_share_a_number_each_row_finds_its_own(ledger: Path) -> None:
    first = listed(someone("Lò Thử Một", card_no="099000000001"))
    shelf.record(ledger, first)
    file = listed(someone("Lò Thử Hai", card_no="099000000001"), name="b.xlsx")
    problems(ledger, answered(file, "người khác"))

    assert problems(ledger, replace(first, name="c.xlsx")) == []
    assert problems(ledger, replace(file, name="d.xlsx")) == []
    assert people(ledger) == ["Lò Thử Hai", "Lò Thử Một"]


def test_of_two_namesakes_the_answer_names_one(ledger: Path) -> None:
    twins = [
        someone(papers.AN, card_no="099000000001"),
        someone(papers.AN, card_no="099000000002", birth_date=papers.day("1980-01-01")),
    ]
    shelf.record(ledger, listed(*twins))
    bare = papers.file(papers.exits(papers.leaving(card_no=None, unit=papers.DONG)))

    [(code, answers)] = problems(ledger, bare)
    told = problems(
        ledger, replace(bare, answers={("exits", 2): answers[0]}, name="tra-loi.xlsx")
    )

    assert (code, len(answers)) == ("ambiguous_name", 3)
    assert "01/02/1970" in answers[0] or "01/02/1970" in answers[1]
    assert told == []
    left = shelf.ask(ledger, "SELECT count(*) FROM life_event WHERE change_out IS NULL")
    assert left == [(1,)]


def test_an_answer_that_is_none_is_told_and_the_question_stays(ledger: Path) -> None:
    shelf.record(ledger, listed(someone(HUNG)))
    file = listed(someone(HUNG_WITH_HOOK), name="b.xlsx")

    told = problems(ledger, answered(file, "chắc vậy"))

    assert told == [("answer_unclear", ()), ("person_alike", ASKED)]
    assert people(ledger) == [HUNG]


def test_an_answer_taken_back_is_asked_again(ledger: Path) -> None:
    shelf.record(ledger, listed(someone(HUNG)))
    before = shelf.digest(ledger)
    file = listed(someone(HUNG_WITH_HOOK), name="b.xlsx")
    number = shelf.record(ledger, answered(file, "cùng người"))
    assert number is not None

    shelf.take_back(ledger, number)

    assert shelf.digest(ledger) == before
    assert problems(ledger, file) == [("person_alike", ASKED)]


# --- Books --------------------------------------------------------------------------------
def book(*rows: tuple[str, str], name: str = "so.xlsx") -> ReadFile:
    written = [
        papers.letters(letters, who, row, card_no=None, unit=papers.DONG)
        for row, (who, letters) in enumerate(rows, start=2)
    ]
    return papers.file(papers.dues(*written), name=name)


def lines(path: Path) -> list[tuple[str, str]]:
    return sorted(
        shelf.ask(
            path,
            "SELECT full_name, letters FROM book_line AS l JOIN person_version AS p"
            " ON p.person_id = l.person_id AND p.change_out IS NULL WHERE l.change_out IS NULL",
        )
    )


def test_a_stranger_in_a_book_is_given_to_whom_the_answer_names(ledger: Path) -> None:
    shelf.record(ledger, listed(someone("Lê Thử An")))
    file = book(("Le Thu An", "PPPPPPPPPPPP"))

    asked = problems(ledger, file)
    told = problems(ledger, replace(file, answers={("dues", 2): "cùng người"}, name="t.xlsx"))

    assert asked == [("member_not_in_roster", ASKED)]
    assert told == []
    assert lines(ledger) == [("Lê Thử An", "PPPPPPPPPPPP")]


def test_a_stranger_who_is_somebody_else_stays_out_and_is_not_asked_about_again(
    ledger: Path,
) -> None:
    shelf.record(ledger, listed(someone("Lê Thử An")))
    file = book(("Le Thu An", "PPPPPPPPPPPP"))

    told = problems(ledger, replace(file, answers={("dues", 2): "người khác"}, name="t.xlsx"))

    assert told == [("member_not_in_roster", ())]
    assert lines(ledger) == []


def test_of_two_rows_of_one_name_the_answers_say_whose_is_which(ledger: Path) -> None:
    shelf.record(ledger, listed(someone(papers.AN)))
    file = book((papers.AN, "PPPPPPPPPPPP"), (papers.AN, "UUUUUUUUUUUU"))
    answers = {("dues", 2): "cùng người", ("dues", 3): "người khác"}

    asked = problems(ledger, file)
    told = problems(ledger, replace(file, answers=answers, name="t.xlsx"))

    assert asked == [("ambiguous_name", ASKED)] * 2
    assert told == [("member_not_in_roster", ())]
    assert lines(ledger) == [(papers.AN, "PPPPPPPPPPPP")]


FIRST, SECOND = (papers.AN, "PPPU........"), (papers.AN, "UUPP........")


def test_answered_namesakes_are_not_asked_about_again_when_their_months_go_on(
    ledger: Path,
) -> None:
    shelf.record(ledger, listed(someone(papers.AN)))
    answers = {("dues", 2): "cùng người", ("dues", 3): "người khác"}
    shelf.record(ledger, replace(book(FIRST, SECOND), answers=answers))
    later = book((papers.AN, "PPPPPP......"), (papers.AN, "UUPPUU......"), name="t6.xlsx")

    told = problems(ledger, later)

    assert told == [("member_not_in_roster", ())]
    assert lines(ledger) == [(papers.AN, "PPPPPP......")]


def namesakes_without_roster(ledger: Path) -> None:
    shelf.record(ledger, book((papers.AN, "PPP.........")))
    both = book(FIRST, SECOND, name="t4.xlsx")
    shelf.record(ledger, replace(both, answers={("dues", 3): "người khác"}))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PPPUPP......", "UUPPUU......"),
        ("PPPPPP......", "UUPPPP......"),
        ("PPPPPPPPPPPP", "PPPPPPPPPPPP"),
    ],
)
def test_two_people_of_one_name_keep_their_lines_as_the_year_goes_on(
    ledger: Path, first: str, second: str
) -> None:
    namesakes_without_roster(ledger)
    later = book((papers.AN, first), (papers.AN, second), name="t6.xlsx")

    told = problems(ledger, later)

    assert told == []
    assert [letters for _, letters in lines(ledger)] == sorted([first, second])
    assert people(ledger) == [papers.AN, papers.AN]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("UUPPPP......", "PPPPPP......"),  # in another order
        ("PPUUUU......", "UUPPPP......"),  # a payment taken back
    ],
)
def test_months_that_contradict_what_was_there_are_asked_about(
    ledger: Path, first: str, second: str
) -> None:
    namesakes_without_roster(ledger)
    later = book((papers.AN, first), (papers.AN, second), name="t6.xlsx")

    assert {code for code, _ in problems(ledger, later)} == {"ambiguous_name"}


def test_a_third_row_of_the_name_is_asked_about(ledger: Path) -> None:
    namesakes_without_roster(ledger)
    third = (papers.AN, "XXXXXXXXXXXX")

    told = problems(ledger, book(FIRST, SECOND, third, name="t6.xlsx"))

    assert [code for code, _ in told] == ["ambiguous_name"]


# --- Units --------------------------------------------------------------------------------
def test_an_abbreviated_unit_is_settled_once_for_every_row(ledger: Path) -> None:
    shelf.record(ledger, listed(someone("Lê Thử An"), unit=UnitRef("Chi bộ thôn Hạ")))
    short = UnitRef("CB thôn Hạ")
    rows = [someone("Lò Thử Một"), someone("Lò Thử Hai"), someone("Lò Thử Ba")]
    file = listed(*rows, name="b.xlsx", unit=short)

    asked = problems(ledger, file)
    told = problems(ledger, answered(file, "", "là Chi bộ thôn Hạ"))
    again = problems(ledger, replace(file, name="c.xlsx"))

    choices = ("là Chi bộ thôn Hạ", "tổ chức khác")
    assert asked == [("unit_abbreviated", choices)] * 3
    assert (told, again) == ([], [])
    units = shelf.ask(ledger, "SELECT count(*) FROM unit_version WHERE change_out IS NULL")
    assert (units, len(people(ledger))) == ([(1,)], 4)


def test_an_abbreviation_may_be_a_unit_of_its_own(ledger: Path) -> None:
    shelf.record(ledger, listed(someone("Lê Thử An"), unit=UnitRef("Chi bộ 1")))
    file = listed(someone("Lò Thử Một"), name="b.xlsx", unit=UnitRef("CB1"))

    told = problems(ledger, answered(file, "tổ chức khác"))

    assert (told, problems(ledger, replace(file, name="c.xlsx"))) == ([], [])
    units = shelf.ask(ledger, "SELECT name FROM unit_version WHERE change_out IS NULL")
    assert sorted(units) == [("CB1",), ("Chi bộ 1",)]


def test_which_of_two_units_of_a_name_holds_for_that_file_only(ledger: Path) -> None:
    above, below = (
        UnitRef("Chi bộ 1", parents=(f"Đảng bộ xã {name}",)) for name in ("Mẫu", "Thử")
    )
    shelf.record(
        ledger, listed(someone("Lê Thử An", unit=above), someone("Lê Thử Bá", unit=below))
    )
    one = UnitRef("Chi bộ 1")
    bare = listed(someone("Lò Thử Một"), name="b.xlsx", unit=one)

    [(code, answers)] = problems(ledger, bare)
    returned = listed(someone("Lò Thử Một"), name="b - chưa nhập (2).xlsx", unit=one)
    told = problems(ledger, replace(returned, answers={("roster", 2): answers[1]}))
    again = problems(ledger, bare)
    elsewhere = listed(someone("Lò Thử Hai"), name="c.xlsx", unit=one)
    [(other_code, _)] = problems(ledger, elsewhere)

    assert (code, other_code) == ("unknown_unit", "unknown_unit")
    assert sorted(answers) == ["là Chi bộ 1 – Đảng bộ xã Mẫu", "là Chi bộ 1 – Đảng bộ xã Thử"]
    assert (told, again) == ([], [])


# --- Twice in one list --------------------------------------------------------------------
@pytest.mark.parametrize("born", [None, papers.day("1960")])
def test_two_rows_that_nothing_tells_apart_are_not_one_person_in_silence(
    born: object, ledger: Path
) -> None:
    twin = someone(papers.AN, birth_date=born)

    told = shelf.record_all(ledger, listed(twin, twin))[0][0]

    assert [(p.code, p.row, p.answers) for p in told.problems] == [("duplicate_row", 3, ASKED)]
    assert (told.added, len(told.set_aside), people(ledger)) == (1, 1, [papers.AN])


def test_the_second_of_two_namesakes_is_somebody_else_when_an_answer_says_so(
    ledger: Path,
) -> None:
    twin = someone(papers.AN, birth_date=papers.day("1960"))
    shelf.record(ledger, listed(twin, twin))

    told = problems(ledger, answered(listed(twin, twin), "", "người khác"))

    assert told == []
    assert people(ledger) == [papers.AN, papers.AN]


def test_a_row_said_to_be_the_same_stays_out_and_names_the_first(ledger: Path) -> None:
    twin = someone(papers.AN, birth_date=papers.day("1960"))

    told = problems(ledger, answered(listed(twin, twin), "", "cùng người"))
    again = problems(ledger, listed(twin, twin, name="c.xlsx"))

    assert (told, again) == ([("duplicate_row", ())], [("duplicate_row", ())])
    assert people(ledger) == [papers.AN]


def test_a_list_that_repeats_another_of_its_workbook_counts_nobody_twice(ledger: Path) -> None:
    row = someone(papers.AN, birth_date=papers.day("1960"))._replace(unit=papers.DONG)
    sheets = [papers.roster(row, sheet=sheet) for sheet in ("Chi bộ", "Tổng hợp")]

    told = shelf.record_all(ledger, papers.file(*sheets))[0][0]

    assert (told.added, told.unchanged, told.set_aside) == (1, 1, ())


def test_a_list_without_units_saved_again_names_the_same_people(ledger: Path) -> None:
    born = papers.day("1980")
    first = papers.file(
        papers.roster(RosterRow(2, "Lê Thử An", birth_date=born), unit=None), name="a.xlsx"
    )
    again = papers.file(
        papers.roster(
            RosterRow(2, "Lê Thử An", birth_date=born),
            RosterRow(3, "Lê Thử Bình", birth_date=born),
            unit=None,
        ),
        name="a.xlsx",
    )
    shelf.record(ledger, first)
    shelf.record(ledger, again)

    assert people(ledger) == ["Lê Thử An", "Lê Thử Bình"]


def test_what_another_office_left_open_stays_open(ledger: Path) -> None:
    aside = SetAside("roster", 9, "missing_name", {"B": "", "C": "Hồ Thử Giang"})
    ours = replace(listed(someone("Lê Thử An"), name="roster.xlsx"), set_aside=(aside,))
    theirs = listed(someone("Vũ Thử Yến"), name="roster.xlsx", unit=papers.TAY)
    shelf.record(ledger, ours)
    shelf.record(ledger, theirs)

    assert len(open_rows(ledger)) == 1


def test_a_newer_edition_of_a_file_ends_what_the_older_left_open(ledger: Path) -> None:
    aside = SetAside("roster", 9, "missing_name", {"B": "", "C": "Hồ Thử Giang"})
    first = replace(listed(someone("Lê Thử An"), name="roster.xlsx"), set_aside=(aside,))
    mended = listed(someone("Lê Thử An"), someone("Hồ Thử Giang"), name="roster.xlsx")
    shelf.record(ledger, first)
    shelf.record(ledger, mended)

    assert open_rows(ledger) == []


def open_rows(path: Path) -> list[tuple[object, ...]]:
    return shelf.ask(path, 'SELECT "row" FROM set_aside WHERE change_out IS NULL')
