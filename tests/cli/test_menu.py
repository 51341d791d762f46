"""The menu: numbers instead of commands, and the command shown that each of them runs."""

import io
import os

import pytest

from e2e.books import AN, BINH
from e2e.desk import Desk
from e2e.reviewing import listed
from partyroll.cli.commands import PLACES
from partyroll.cli.jobs import JOBS, Job

EVERY = tuple(job for jobs in JOBS.values() for job in jobs)


def number(command: str) -> str:
    """Return the number under which the menu offers a command."""
    return str(next(place for place, job in enumerate(EVERY, 1) if job.command[0] == command))


@pytest.fixture
def typing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> "Typing":
    """A clerk in front of the menu."""
    return Typing(desk, monkeypatch)


class Typing:
    """Types lines into the menu and reads what it says."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self._monkeypatch = desk, monkeypatch

    def __call__(self, *lines: str, ledger: str = "") -> str:
        self._monkeypatch.setattr(
            "sys.stdin", io.StringIO("".join(f"{one}\n" for one in lines))
        )
        ran = self.desk(*(("--ledger", ledger) if ledger else ()), "menu")
        assert ran.code == 0, ran.err
        return ran.out


@pytest.mark.parametrize("job", EVERY, ids=lambda job: job.words)
def test_every_job_runs_a_command_that_exists(job: Job) -> None:
    assert job.command[0] in PLACES


@pytest.mark.parametrize("lines", [(), ("",)])
def test_enter_alone_and_the_end_of_typing_leave_the_menu(
    typing: Typing, lines: tuple[str, ...]
) -> None:
    assert typing(*lines).endswith("Đã thoát.\n")


def test_what_is_no_number_of_the_menu_is_asked_again(typing: Typing) -> None:
    assert typing("99", "xin chào", "").count("Chưa hiểu") == 2


def test_the_command_is_shown_as_it_could_be_typed(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(number("show"), BINH[0], "")

    assert f'$ partyroll show "{BINH[0]}"' in said
    assert f"{BINH[0]} — " in said


def test_a_workbook_of_the_folder_is_chosen_by_its_number(typing: Typing) -> None:
    listed(typing.desk)
    (typing.desk.folder / "~$khoa.xlsx").write_bytes(b"x")
    os.utime(typing.desk.folder / "danh-sach-ra-soat-2024.xlsx", (2e9, 2e9))

    said = typing(number("import"), "1", "")

    assert "~$khoa.xlsx" not in said
    assert "$ partyroll import danh-sach-ra-soat-2024.xlsx" in said


def test_a_result_becomes_a_file_when_it_is_wanted(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(number("list"), "", "c", "")

    assert "$ partyroll list --xlsx" in said
    assert (typing.desk.folder / "danh-sach-dang-vien.xlsx").exists()


def test_a_failure_is_told_and_the_menu_goes_on(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(number("show"), "Không Có Ai", number("show"), AN[0], "")

    assert f"{AN[0]} — " in said


def test_another_ledger_is_passed_on_to_every_command(typing: Typing) -> None:
    listed(typing.desk)
    typing.desk.ledger.rename(typing.desk.folder / "khac.db")

    assert "$ partyroll --ledger khac.db show" in typing(
        number("show"), AN[0], "", ledger="khac.db"
    )
