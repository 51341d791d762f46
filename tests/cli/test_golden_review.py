"""The session of a list that goes out and comes back, as a clerk sees it."""

import pytest

from cli.sessions import session
from cli.test_golden import compare
from e2e.books import BINH, CHI
from e2e.desk import Desk
from e2e.reviewing import SICK, fill, listed


def test_a_list_comes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    path = listed(desk)
    fill(path, {BINH[0]: SICK, CHI[0]: {"Kết luận": "chờ họp"}}, name="ve.xlsx")
    fill(path, {BINH[0]: {"Kết luận": "Đề nghị xóa tên"}}, name="ban-khac.xlsx")
    commands = [
        "partyroll import ve.xlsx --dry-run",
        "partyroll import ve.xlsx",
        "partyroll import ve.xlsx",
        "partyroll import ban-khac.xlsx",
        "partyroll import ban-khac.xlsx --yes",
        "partyroll flag --as-of 2024-12-31 --quiet",
        "partyroll undo --yes",
    ]

    seen = session(commands, monkeypatch, now=desk.now, columns=100)

    compare("review", seen, request.config)
