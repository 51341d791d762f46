"""The session of a transfer between two ledgers, as both clerks see it."""

import re

import pytest

from cli.sessions import session
from cli.test_golden import compare
from e2e.desk import Desk
from e2e.two_offices import AN, AWAY, BINH, LEFT, TO, offices

_HOME, _AWAY = "--ledger di.db", "--ledger den.db"
_ID = re.compile(
    r"(?<=phieu-chuyen-sinh-hoat-)[0-9a-f]{8}|(?<=phieu-bao-chuyen-sinh-hoat-)[0-9a-f]{8}"
)


def test_two_offices_move_a_member(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    offices(desk)
    letter = " ".join(f'"{word}"' for word in LEFT)
    commands = [
        f'partyroll transfer issue "{AN[0]}" --to "{TO}" {letter} {_HOME} --out phieu.xlsx',
        f'partyroll transfer issue "{AN[0]}" --to "Đảng bộ xã Xa" {_HOME}',
        f'partyroll transfer issue "{BINH[0]}" {_HOME}',
        f'partyroll transfer add "{BINH[0]}" --caused-on 5/1/2026 {_HOME}',
        "partyroll transfer list --ledger di.db",
        "partyroll import phieu.xlsx --ledger di.db",
        "partyroll import phieu.xlsx --ledger den.db",
        "partyroll transfer limbo --ledger den.db",
        "partyroll transfer confirm 1 --ledger den.db",
        f'partyroll transfer confirm 1 --unit "{AWAY}" --on 20/10/2025 {_AWAY} --out bao.xlsx',
        "partyroll transfer refuse 1 --reason x --ledger den.db",
        "partyroll import bao.xlsx --ledger di.db",
        "partyroll transfer limbo --ledger di.db",
        "partyroll transfer issue --again 1 --ledger di.db --out lai.xlsx",
        "partyroll transfer end 1 --ledger di.db",
        "partyroll transfer months 1 --year 2025 --ledger di.db",
    ]

    seen = _ID.sub("·" * 8, session(commands, monkeypatch, now=desk.now, columns=100))

    compare("transfer", seen, request.config)
