"""The menu as a clerk sees it, who types nothing but numbers and names."""

import sys
from collections.abc import Iterable

import pytest

from cli.sessions import session
from cli.test_golden import compare
from e2e.books import AN
from e2e.desk import Desk
from e2e.reviewing import listed

TYPED = (
    *("99", "7", "3", AN[0], "Bình Dương", "3/2025", "", ""),  # away, from the second page
    *("1", "", "", "", ""),  # the list of those away, without files, and back
    *("11", "2", AN[0], "2", "", "nuôi con nhỏ", ""),  # a need, chosen by its number
    *("12", "4", "", ""),  # a question, and Enter alone
    "",
)


class Keyboard:
    """Lines that are typed, and shown as a terminal shows them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def readline(self) -> str:
        line = f"{next(self._lines)}\n"
        sys.stdout.write(line)
        return line


def test_a_morning_with_the_menu(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    listed(desk)
    monkeypatch.setattr("sys.stdin", Keyboard(TYPED))

    seen = session(["partyroll menu"], monkeypatch, now=desk.now, columns=80)

    compare("menu", seen, request.config)
