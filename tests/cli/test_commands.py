"""What is known of a command before it is imported agrees with the command."""

import subprocess
import sys

import pytest
import typer
from typer.core import TyperGroup

from partyroll.cli.app import app
from partyroll.cli.commands import PLACES, Place

ALONE = """
import contextlib, io, sys
from partyroll.cli.commands import PLACES
from partyroll.cli.run import main
with contextlib.redirect_stdout(io.StringIO()):
    main(sys.argv[1:])
modules = {place.module for place in PLACES.values()}
print(sorted(name for name in modules if f"partyroll.cli.{name}" in sys.modules))
"""


@pytest.mark.parametrize("name", PLACES)
def test_the_overview_says_the_first_sentence_of_the_command(name: str) -> None:
    command = PLACES[name].command(name)

    assert command.get_short_help_str(200) == PLACES[name].summary
    assert command.name == name


@pytest.mark.parametrize(
    ("words", "found"), [("--help", b"[]\n"), ("flag --help", b"['flag']\n")]
)
def test_only_the_command_that_is_called_is_imported(words: str, found: bytes) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ALONE, *words.split()], capture_output=True, check=False
    )

    assert (ran.stdout, ran.stderr) == (found, b"")


def test_a_command_added_or_taken_away_is_known_at_once() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    other = Place("init", "init", "").command("other")

    group.commands["other"] = other
    with_it = (len(group.commands), [*group.commands][-1], "other" in group.commands)
    del group.commands["other"]

    assert with_it == (len(PLACES) + 1, "other", True)
    assert list(group.commands) == list(PLACES)
