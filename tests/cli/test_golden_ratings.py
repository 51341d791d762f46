"""The session of a year's ratings, as a clerk sees it."""

import pytest

from cli.sessions import session
from cli.test_golden import compare
from e2e.books import BINH, CELL, CHI
from e2e.desk import Desk
from e2e.rating_books import cell_books


@pytest.mark.parametrize("columns", [100, None], ids=["100", "pipe"])
def test_a_year_of_ratings_is_looked_at_again(
    columns: int | None,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    roster, ratings, dues = (path.name for path in cell_books(desk.folder))
    commands = [
        "partyroll rating list",
        f"partyroll import {roster} {dues}",
        "partyroll rating list",
        f'partyroll rating import {ratings} --unit "{CELL}"',
        "partyroll rating list",
        "partyroll rating check",
        f'partyroll rating screen "{BINH[0]}" --on 15/1/2025 --helper "Lò Văn An"',
        f'partyroll rating screen "{BINH[0]}" --on 15/1/2025 --helper "Lò Văn An"',
        f'partyroll rating screen "{BINH[0]}" --on 15/1/2030',
        f'partyroll rating screen "{BINH[0]}"',
        f'partyroll rating remark "{CHI[0]}" --place "Khu phố 3" --text "tốt" --dry-run',
        f'partyroll rating remark "{CHI[0]}" --place "Khu phố 3"',
        "partyroll rating check",
        "partyroll rating check --year 2019",
        f'partyroll rating unit "{CELL}"',
        f'partyroll rating unit "{CELL}" --year 2019',
        'partyroll rating unit "không đâu"',
    ]

    seen = session(commands, monkeypatch, now=desk.now, columns=columns)

    compare(f"rating-{columns or 'pipe'}", seen, request.config)
