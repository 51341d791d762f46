"""Write docs/cli.md from the help of every command; `--check` only compares."""

import contextlib
import difflib
import io
import os
import sys
from pathlib import Path

import typer

from partyroll.cli.app import app
from partyroll.errors import EXIT_CODES

PAGE = Path(__file__).with_name("cli.md")
WIDTH = "88"
OPENING = """# Các lệnh của partyroll

Trang này do `docs/make_cli.py` lấy từ `--help`; đừng sửa tay.
"""


def commands() -> list[tuple[str, ...]]:
    """Return the commands as typed, a noun before its verbs."""
    found: list[tuple[str, ...]] = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        found += [(name,), *((name, verb) for verb in getattr(command, "commands", ()))]
    return found


def help_text(*words: str) -> str:
    """Return what `partyroll <words> --help` prints."""
    os.environ["COLUMNS"] = WIDTH
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        app([*words, "--help"], prog_name="partyroll", standalone_mode=False)
    return printed.getvalue().rstrip()


def page() -> str:
    """Return the whole page."""
    parts = [OPENING, f"```text\n{help_text()}\n```\n"]
    parts += [
        f"## partyroll {' '.join(words)}\n\n```text\n{help_text(*words)}\n```\n"
        for words in commands()
    ]
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in EXIT_CODES.items())
    parts.append(f"## Mã kết thúc\n\n| mã | nghĩa |\n|---|---|\n{codes}")
    return "\n".join(parts)


def main() -> int:
    """Write the page, or say how it differs."""
    fresh = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(fresh, encoding="utf-8")
        return 0
    kept = PAGE.read_text(encoding="utf-8")
    difference = "\n".join(
        difflib.unified_diff(
            kept.splitlines(), fresh.splitlines(), "docs/cli.md", "--help", lineterm=""
        )
    )
    if difference:
        print(f"{difference}\n\ndocs/cli.md is not current: make golden", file=sys.stderr)
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
