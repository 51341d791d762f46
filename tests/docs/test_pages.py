import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from docs.consoles import (
    PROJECT,
    consoles,
    sample_folder,
    shows,
    typed,
    typed_at_a_terminal,
)
from partyroll.model import PaperForm, WatchLimits
from partyroll.settings import Settings, load_settings

WITH_CONSOLES = ("README.md", "docs/guide.md")
PAGES = (
    *WITH_CONSOLES,
    "CHANGELOG.md",
    "DECISIONS.md",
    "docs/architecture.md",
    "docs/cli.md",
    "docs/khong-nhap-duoc.md",
)


@pytest.mark.parametrize("page", WITH_CONSOLES)
def test_what_a_page_shows_is_what_the_terminal_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample_folder(tmp_path)
    shown = consoles((PROJECT / page).read_text("utf-8"))
    printed = [(each, typed(each.command, folder, monkeypatch)) for each in shown]

    assert len(shown) >= 4
    assert [
        "\n".join((f"$ {console.command}", *lines))
        for console, lines in printed
        if not shows(console.shown, lines)
    ] == []


def test_a_true_terminal_shows_the_first_console_of_the_readme(tmp_path: Path) -> None:
    first = consoles((PROJECT / "README.md").read_text("utf-8"))[0]
    printed = typed_at_a_terminal(first.command, sample_folder(tmp_path))

    assert shows(first.shown, printed), "\n".join(printed)


def test_the_page_of_commands_is_what_help_says() -> None:
    check = subprocess.run(
        [sys.executable, PROJECT / "docs" / "make_cli.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert check.returncode == 0, check.stderr


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    path = PROJECT / page
    links = re.findall(r"\]\(([^)#]+)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_target_that_a_page_names_is_in_the_makefile() -> None:
    page, makefile = ((PROJECT / name).read_text("utf-8") for name in ("README.md", "Makefile"))
    named = set(re.findall(r"make ([a-z-]+)`", page))
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))

    assert named <= targets
    assert {"demo", "test", "check"} <= targets


def test_continuous_integration_runs_what_the_readme_says() -> None:
    script = (PROJECT / ".ci" / "run").read_text("utf-8")

    assert script.rstrip().endswith("make test")
    assert "make test" in (PROJECT / "README.md").read_text("utf-8")


def shown_settings(folder: Path, section: str) -> Settings:
    guide = (PROJECT / "docs" / "guide.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    (block,) = (one for one in blocks if one.startswith(section))
    (folder / "partyroll.toml").write_text(block, encoding="utf-8")
    return load_settings(folder, {})


def test_the_office_that_the_guide_shows_can_be_used(tmp_path: Path) -> None:
    settings = shown_settings(tmp_path, "[office]")

    assert settings.place == "Xã Mẫu"
    assert (settings.form, settings.watch) == (PaperForm(), WatchLimits())


def test_the_regulation_that_the_guide_shows_can_be_used(tmp_path: Path) -> None:
    book = shown_settings(tmp_path, "[[regulation]]").rulebook

    assert book.settings(book.in_force(date(2027, 1, 1))).run == "consecutive"
