"""The menu: numbers instead of commands, and the command shown that each of them runs."""

import io
import os
from collections.abc import Iterator

import pytest
from typer.core import TyperArgument, TyperGroup, TyperOption

from e2e.books import AN, BINH
from e2e.desk import Desk
from e2e.reviewing import listed
from partyroll.cli.commands import PLACES
from partyroll.cli.job_pages import MENU
from partyroll.cli.jobs import Groups, Job, Page, every_job
from partyroll.tasks.templates import template_of

EVERY = tuple(every_job(MENU))
FIRST = tuple(offer for offers in MENU.values() for offer in offers)
PAGES: tuple[Groups, ...] = (
    MENU,
    *({one.words: one.jobs} for one in FIRST if isinstance(one, Page)),
)
LINE_OF_THE_PROMPT = 1
LINES_OF_A_WINDOW, COLUMNS_OF_A_WINDOW = 24, 80
FOLLOWED = {
    *("away", "transfer", "rating", "admission", "support", "excuse", "review", "units"),
}


def number(*command: str) -> tuple[str, ...]:
    """Return the numbers that lead to the first job that runs a command."""
    return next(way for way, job in _ways() if job.command[: len(command)] == command)


def _ways() -> Iterator[tuple[tuple[str, ...], Job]]:
    for place, offer in enumerate(FIRST, start=1):
        if isinstance(offer, Job):
            yield (str(place),), offer
        else:
            for below, job in enumerate(offer.jobs, start=1):
                yield (str(place), str(below)), job


@pytest.fixture
def typing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> "Typing":
    """A clerk in front of the menu."""
    return Typing(desk, monkeypatch)


class Interrupted:
    """A keyboard at which somebody presses Ctrl+C."""

    def readline(self) -> str:
        raise KeyboardInterrupt


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


def parameters(job: Job) -> tuple[set[str], int]:
    """Return the options of the command that a job runs, and how many arguments it takes."""
    command = PLACES[job.command[0]].command(job.command[0])
    for word in job.command[1:]:
        if isinstance(command, TyperGroup) and not word.startswith("-"):
            command = command.commands[word]
    options = {
        opt for one in command.params if isinstance(one, TyperOption) for opt in one.opts
    }
    return options, sum(isinstance(one, TyperArgument) for one in command.params)


@pytest.mark.parametrize("job", EVERY, ids=lambda job: job.words)
def test_every_job_runs_a_command_that_takes_its_answers(job: Job) -> None:
    options, arguments = parameters(job)

    asked = {question.option for question in job.questions} - {""}
    typed = {word for word in job.command if word.startswith("--")}
    assert asked | typed | set(job.files) <= options
    assert sum(not question.option for question in job.questions) <= arguments


def test_everything_that_an_office_follows_has_a_page() -> None:
    assert {job.command[0] for job in EVERY} >= FOLLOWED


def test_the_forms_offered_are_those_that_exist() -> None:
    of_pages = {
        job.command[1] for job in EVERY if job.command[0] == "template" and job.command[1:]
    }
    chosen = {form for job in EVERY if job.command == ("template",) for form in _choices(job)}

    assert {template_of(form).kind for form in of_pages | chosen} == of_pages | chosen
    assert of_pages >= {"away", "ratings", "candidates", "support", "excuses"}


def _choices(job: Job) -> Iterator[str]:
    for question in job.questions:
        yield from question.choices or ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: next(iter(page)))
def test_a_page_fits_into_the_smallest_window(page: Groups, typing: "Typing") -> None:
    way = [str(place) for place, one in enumerate(FIRST, start=1) if one.words in page]

    shown = typing(*way, "").split("Việc số: ")[len(way)].splitlines()

    assert len(shown) + LINE_OF_THE_PROMPT < LINES_OF_A_WINDOW
    assert max(map(len, shown)) < COLUMNS_OF_A_WINDOW


@pytest.mark.parametrize("lines", [(), ("",), ("7",), ("7", "", "")])
def test_enter_alone_and_the_end_of_typing_leave_the_menu(
    typing: Typing, lines: tuple[str, ...]
) -> None:
    assert typing(*lines).endswith("Đã thoát.\n")


def test_enter_alone_goes_back_from_a_page_and_from_a_question(typing: Typing) -> None:
    page, add = number("away", "add")

    said = typing(page, add, "", "", "")

    assert "$ partyroll" not in said
    assert said.count("Đi làm ăn xa …") == 2
    assert said.count("Ghi một người đi làm ăn xa") == 2


def test_the_key_that_interrupts_leaves_a_question_without_a_trace(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Interrupted())

    ran = desk("menu")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\nĐã thoát.\n")


def test_one_of_several_things_is_chosen_by_its_number(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(*number("support", "add"), AN[0], "99", "2", "", "con nhỏ", "", "")

    assert "   2  cần việc làm\n" in said
    assert f'$ partyroll support add "{AN[0]}" --need "cần việc làm" --note "con nhỏ"' in said
    assert typing.desk("support", "list", "--json").json["entries"][0]["name"] == AN[0]


def test_an_answer_that_may_be_left_out_is_left_out(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(*number("away", "add"), AN[0], "Bình Dương", "", "0912", "", "", "")

    assert f'$ partyroll away add "{AN[0]}" --place "Bình Dương" --contact 0912\n' in said


def test_what_is_no_number_of_the_menu_is_asked_again(typing: Typing) -> None:
    assert typing("99", "xin chào", "").count("Chưa hiểu") == 2


def test_the_command_is_shown_as_it_could_be_typed(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(*number("show"), BINH[0], "")

    assert f'$ partyroll show "{BINH[0]}"' in said
    assert f"{BINH[0]} — " in said


def test_a_workbook_of_the_folder_is_chosen_by_its_number(typing: Typing) -> None:
    listed(typing.desk)
    (typing.desk.folder / "~$khoa.xlsx").write_bytes(b"x")
    os.utime(typing.desk.folder / "danh-sach-ra-soat-2024.xlsx", (2e9, 2e9))

    said = typing(*number("import"), "1", "")

    assert "~$khoa.xlsx" not in said
    assert "$ partyroll import danh-sach-ra-soat-2024.xlsx" in said


def test_a_result_becomes_a_file_when_it_is_wanted(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(*number("list"), "", "c", "")

    assert "$ partyroll list --xlsx" in said
    assert (typing.desk.folder / "danh-sach-dang-vien.xlsx").exists()


def test_a_failure_is_told_and_the_menu_goes_on(typing: Typing) -> None:
    listed(typing.desk)

    said = typing(*number("show"), "Không Có Ai", *number("show"), AN[0], "")

    assert f"{AN[0]} — " in said


def test_another_ledger_is_passed_on_to_every_command(typing: Typing) -> None:
    listed(typing.desk)
    typing.desk.ledger.rename(typing.desk.folder / "khac.db")

    assert "$ partyroll --ledger khac.db show" in typing(
        *number("show"), AN[0], "", ledger="khac.db"
    )
