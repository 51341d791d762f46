"""Options that do not go together, or of which one would do nothing, are refused."""

from collections.abc import Iterator

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from e2e.desk import Desk
from partyroll.cli.app import app
from partyroll.cli.combining import COMBINATIONS, Combination, Needs

LIST = ("flag",)
EXCUSES = ("excuse", "list")
FILES = {"--xlsx", "--docx", "--html"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*LIST, "--watch", "--save"), "--watch không dùng cùng --save"),
        ((*LIST, "--diff", "1", "--year", "2024"), "--diff không dùng cùng --year"),
        ((*LIST, "--diff", "1", "--unit", "Chi bộ 1"), "--diff không dùng cùng --unit"),
        ((*LIST, "--diff", "1", "--xlsx"), "--diff không dùng cùng --xlsx"),
        ((*LIST, "--list", "1", "--months", "4"), "--list không dùng cùng --months"),
        ((*LIST, "--list", "1", "--save"), "--list không dùng cùng --save"),
        ((*LIST, "--lists", "--csv"), "--lists không dùng cùng --csv"),
        ((*LIST, "--lists", "--unit", "Chi bộ 1"), "--lists không dùng cùng --unit"),
        ((*LIST, "--compare", "--docx"), "--compare không dùng cùng --docx"),
        ((*LIST, "--compare", "--watch"), "--watch không dùng cùng --compare"),
        ((*LIST, "--json", "--csv"), "--json không dùng cùng --csv: mỗi lần in một dạng"),
        (("list", "--json", "--csv"), "--json không dùng cùng --csv"),
        (("report", "2024", "--json", "--csv"), "--json không dùng cùng --csv"),
        ((*LIST, "--out", "a.xlsx"), "--out chỉ dùng cùng --xlsx hoặc --docx"),
        (
            ("report", "2024", "--open", "by_kind:REMOVED", "--html"),
            "--open không dùng cùng --html",
        ),
        (("list", "--force"), "--force chỉ dùng cùng --xlsx"),
        ((*LIST, "--full-ids"), "--full-ids chỉ dùng cùng --xlsx, --docx, --json hoặc --csv"),
        ((*EXCUSES, "--year", "2024"), "--year chỉ dùng cùng --noted"),
        ((*EXCUSES, "--noted", "--all"), "--all không dùng cùng --noted"),
        ((*EXCUSES, "--pending", "--all"), "--pending không dùng cùng --all"),
        (
            ("excuse", "add", "An", "--month", "9/2024", "--to", "1/10/2024"),
            "--month không dùng cùng --to: tháng đã có ngày đầu, ngày cuối",
        ),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_what_does_not_go_together_is_refused(
    words: tuple[str, ...], said: str, desk: Desk
) -> None:
    ran = desk(*words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Lệnh gõ chưa đúng: {said}")


def test_a_refusal_names_the_help_of_its_command(desk: Desk) -> None:
    ran = desk("excuse", "list", "--year", "2024")

    assert "Gợi ý: partyroll excuse list --help" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        (*LIST, "--watch", "--json", "--xlsx", "--out", "a.xlsx", "--full-ids"),
        (*LIST, "--compare", "--months", "2", "--json"),
        (*LIST, "--csv", "--save", "--year", "2024", "--quiet"),
        (*LIST, "--diff", "1", "--as-of", "2024", "--months", "2", "--json"),
        (*LIST, "--list", "1", "--docx", "--xlsx", "--force"),
        ("show", "An", "--full-ids"),
        (*EXCUSES, "--noted", "--year", "2024", "--unit", "Chi bộ 1"),
    ],
    ids=" ".join,
)
def test_what_goes_together_is_passed_on_to_the_command(
    words: tuple[str, ...], desk: Desk
) -> None:
    ran = desk(*words)

    assert ran.code == 10  # it looked for the ledger


def test_what_the_environment_says_is_not_what_was_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTYROLL_LEDGER", str(desk.ledger))

    assert desk("flag", "--lists").code == 10


def commands(
    group: TyperGroup, above: str = ""
) -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    for name, command in group.commands.items():
        path = f"{above} {name}".strip()
        if isinstance(command, TyperGroup):
            yield path, command
            yield from commands(command, path)
        elif isinstance(command, TyperCommand):
            yield path, command


def options_of(command: TyperCommand | TyperGroup) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts}


def test_every_combination_names_options_of_its_command() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    known = {path: options_of(command) for path, command in commands(group)}

    strangers = {
        (path, option)
        for path, combinations in COMBINATIONS.items()
        for combination in combinations
        for option in combination.options
        if option not in known[path]
    }

    assert strangers == set()


def test_a_named_file_goes_with_every_kind_of_file_of_its_command() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    kinds = {path: options_of(command) & FILES for path, command in commands(group)}
    named = {
        path: {kind for one in COMBINATIONS.get(path, ()) for kind in _needed_by_out(one)}
        for path in kinds
    }

    assert {path: found for path, found in kinds.items() if found} == {
        path: found for path, found in named.items() if found
    }


def _needed_by_out(combination: Combination) -> tuple[str, ...]:
    is_about_out = isinstance(combination, Needs) and combination.option == "--out"
    return combination.options[1:] if is_about_out else ()
