"""Whoever left and is listed again, whoever is listed elsewhere: asked, never assumed."""

from dataclasses import replace
from pathlib import Path

import pytest

from partyroll.model import ExitKind
from partyroll.read.facts import ReadFile, RosterRow
from store import papers, shelf

BORN = papers.day("1970-02-01")
ROW = RosterRow(2, papers.AN, papers.DONG, birth_date=BORN, card_no="099000000001")
NEXT_YEAR = papers.day("2025-02-10")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = shelf.empty(tmp_path)
    shelf.record(path, listed())
    return path


def listed(row: RosterRow = ROW, *, name: str = "a.xlsx", answer: str = "") -> ReadFile:
    answers = {("roster", 2): answer} if answer else {}
    file = papers.file(papers.roster(row, unit=row.unit, file=name), name=name)
    return replace(file, answers=answers)


def gone(path: Path, kind: ExitKind) -> None:
    day = papers.day("2024-03-05")
    row = papers.leaving(kind=kind, unit=papers.DONG, decision_date=day, event_date=day)
    shelf.record(path, papers.file(papers.exits(row), name="ra.xlsx"))


def codes(path: Path, file: ReadFile) -> list[str]:
    return [problem.code for problem in shelf.record_all(path, file)[0][0].problems]


def events(path: Path) -> list[tuple[str, str | None]]:
    return sorted(
        shelf.ask(
            path,
            "SELECT kind, event_date FROM life_event WHERE change_out IS NULL UNION ALL"
            " SELECT direction, leg_date FROM transfer_leg WHERE change_out IS NULL",
        )
    )


def places(path: Path) -> list[tuple[str, str | None, str | None]]:
    return sorted(
        shelf.ask(
            path,
            "SELECT u.name, s.valid_from, s.valid_to FROM assignment AS s JOIN unit_version"
            " AS u ON u.unit_id = s.unit_id AND u.change_out IS NULL"
            " WHERE s.change_out IS NULL",
        ),
        key=str,
    )


# --- Listed again -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        (ExitKind.REMOVED, ("kết nạp lại", "khôi phục", "danh sách ghi nhầm", "người khác")),
        (ExitKind.WITHDREW, ("kết nạp lại", "khôi phục", "danh sách ghi nhầm", "người khác")),
        (ExitKind.EXPELLED, ("kết nạp lại", "khôi phục", "danh sách ghi nhầm", "người khác")),
        (ExitKind.OUT, ("đã chuyển về", "danh sách ghi nhầm", "người khác")),
        (ExitKind.DIED, ("danh sách ghi nhầm", "người khác")),
    ],
)
def test_what_may_have_happened_depends_on_the_exit(
    kind: ExitKind, answers: tuple[str, ...], ledger: Path
) -> None:
    gone(ledger, kind)

    [problem] = shelf.record_all(ledger, listed(name="b.xlsx"))[0][0].problems

    assert (problem.code, problem.answers) == ("readmission", answers)
    assert len(events(ledger)) == 1


@pytest.mark.parametrize(
    ("kind", "answer", "turn"),
    [
        (ExitKind.REMOVED, "kết nạp lại 10/02/2025", ("READMITTED", "2025-02-10")),
        (ExitKind.REMOVED, "khôi phục 2/2025", ("RESTORED", "2025-02")),
        (ExitKind.OUT, "đã chuyển về 10/02/2025", ("IN", "2025-02-10")),
    ],
)
def test_an_answer_with_its_date_brings_somebody_back(
    kind: ExitKind, answer: str, turn: tuple[str, str], ledger: Path
) -> None:
    gone(ledger, kind)

    told = codes(ledger, listed(name="b.xlsx", answer=answer))

    assert told == []
    assert turn in events(ledger)
    assert codes(ledger, listed(name="c.xlsx")) == []


def test_the_rosters_own_admission_date_dates_a_readmission(ledger: Path) -> None:
    gone(ledger, ExitKind.REMOVED)
    row = ROW._replace(admission_date=NEXT_YEAR)

    assert codes(ledger, listed(row, name="b.xlsx", answer="kết nạp lại")) == []
    assert ("READMITTED", "2025-02-10") in events(ledger)


@pytest.mark.parametrize("answer", ["kết nạp lại", "kết nạp lại 01/02/2024"])
def test_a_return_without_a_date_after_the_exit_is_not_written(
    answer: str, ledger: Path
) -> None:
    gone(ledger, ExitKind.REMOVED)

    told = codes(ledger, listed(name="b.xlsx", answer=answer))

    assert told == ["answer_without_date", "readmission"]
    assert len(events(ledger)) == 1


def test_a_roster_that_is_wrong_is_told_once_asked_and_only_warned_of_later(
    ledger: Path,
) -> None:
    gone(ledger, ExitKind.DIED)
    before = events(ledger)

    answered = codes(ledger, listed(name="b.xlsx", answer="danh sách ghi nhầm"))
    later = codes(ledger, listed(name="c.xlsx"))

    assert (answered, later) == (["listed_but_left"], ["listed_but_left"])
    assert events(ledger) == before


def test_somebody_else_of_that_name_is_another_person(ledger: Path) -> None:
    gone(ledger, ExitKind.DIED)

    told = codes(ledger, listed(name="b.xlsx", answer="người khác"))

    assert (told, codes(ledger, listed(name="c.xlsx"))) == ([], [])
    count = "SELECT count(*) FROM person_version WHERE change_out IS NULL"
    assert shelf.ask(ledger, count) == [(2,)]


def test_whoever_came_back_may_leave_again(ledger: Path) -> None:
    gone(ledger, ExitKind.REMOVED)
    codes(ledger, listed(name="b.xlsx", answer="kết nạp lại 10/02/2025"))
    later = papers.leaving(kind=ExitKind.DIED, decision_date=papers.day("2025-05-01"))

    told = codes(ledger, papers.file(papers.exits(later), name="ra2.xlsx"))

    assert told == []
    assert sorted(kind for kind, _ in events(ledger)) == ["DIED", "READMITTED", "REMOVED"]


def test_the_old_exits_list_does_not_put_a_returned_person_out_again(ledger: Path) -> None:
    gone(ledger, ExitKind.REMOVED)
    codes(ledger, listed(name="b.xlsx", answer="kết nạp lại 10/02/2025"))
    before = shelf.digest(ledger)

    gone(ledger, ExitKind.REMOVED)

    assert shelf.digest(ledger) == before


def test_a_list_and_the_exits_of_one_import_do_not_ask(ledger: Path) -> None:
    gone(ledger, ExitKind.REMOVED)
    row = papers.leaving(unit=papers.DONG, decision_date=papers.day("2024-03-05"))
    both = papers.file(
        papers.roster(ROW._replace(note="mới"), unit=papers.DONG), papers.exits(row)
    )

    assert codes(ledger, both) == ["listed_but_left"]


# --- Elsewhere ----------------------------------------------------------------------------
def test_a_move_with_its_date_closes_one_place_and_opens_another(ledger: Path) -> None:
    row = ROW._replace(unit=papers.TAY)

    told = codes(ledger, listed(row, name="b.xlsx", answer="đã chuyển 01/07/2025"))

    assert told == []
    assert places(ledger) == [
        (papers.TAY.name, "2025-07-01", None),
        (papers.DONG.name, None, "2025-07-01"),
    ]
    assert codes(ledger, listed(row, name="c.xlsx")) == []


def test_a_move_without_a_date_moves_nobody(ledger: Path) -> None:
    row = ROW._replace(unit=papers.TAY)

    told = codes(ledger, listed(row, name="b.xlsx", answer="đã chuyển"))

    assert told == ["answer_without_date", "unit_differs"]
    assert places(ledger) == [(papers.DONG.name, None, None)]


def test_whoever_stayed_keeps_the_place_and_is_not_asked_again(ledger: Path) -> None:
    row = ROW._replace(unit=papers.TAY)

    told = codes(ledger, listed(row, name="b.xlsx", answer="vẫn ở đơn vị cũ"))

    assert (told, codes(ledger, listed(row, name="c.xlsx"))) == ([], [])
    assert places(ledger) == [(papers.DONG.name, None, None)]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [(ExitKind.REMOVED, "kết nạp lại 10/02/2025"), (ExitKind.DIED, "danh sách ghi nhầm")],
)
def test_an_answer_taken_back_leaves_no_trace(
    kind: ExitKind, answer: str, ledger: Path
) -> None:
    gone(ledger, kind)
    before = shelf.digest(ledger)
    number = shelf.record(ledger, listed(name="b.xlsx", answer=answer))
    assert number is not None

    undone = shelf.take_back(ledger, number)

    assert (shelf.digest(ledger), undone.kept) == (before, ())
    assert codes(ledger, listed(name="c.xlsx")) == ["readmission"]
