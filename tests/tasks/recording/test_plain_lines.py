"""Plain lines of a book are put together, and just as each would be alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.facts import ReadFile
from partyroll.tasks.recording.books import Books
from store import papers, shelf, stories
from trials import trials

# People of two rosters; their books come again, with other names, units, cards and months.
ROSTERS = papers.file(
    papers.roster(papers.someone(papers.AN), papers.someone(papers.BINH, 3, card_no=None)),
    papers.roster(
        papers.someone(papers.CHI, 4), papers.someone(papers.BINH, 5), unit=papers.TAY
    ),
)
lines = st.builds(
    lambda name, unit, **said: papers.letters(said.pop("months"), name, unit=unit, **said),
    st.sampled_from((papers.AN, papers.BINH, papers.CHI, papers.AN.upper(), "Vũ Thử Lạ")),
    st.sampled_from((papers.DONG, papers.TAY, None)),
    months=st.sampled_from(("PPPPPPPPPPPP", "UUU.........", "............")),
    card_no=st.sampled_from((*papers.CARDS.values(), None)),
    notes=st.sampled_from(({}, {}, {2: "khó khăn"})),
)
books = st.lists(lines, min_size=1, max_size=6).map(
    lambda found: papers.file(
        papers.dues(
            *(papers.at_row(row, place) for place, row in enumerate(found, start=2)), unit=None
        )
    )
)


def _outcome(history: list[ReadFile]) -> list[object]:
    """Return what a ledger says, without its ids, after some imports, and what was told."""
    with stories.new_ledger() as path:
        told = [shelf.record_all(path, file)[0][0] for file in history]
        return [
            *((one.added, one.changed, one.unchanged, one.problems) for one in told),
            *((one.set_aside, one.set_aside_people) for one in told),
            _lines_of(path),
        ]


def _lines_of(path: Path) -> list[str]:
    known = """
        SELECT v.full_name, v.card_no, l.letters, l.amounts, l.year, l.rate, u.name, l.row,
            l.change_in, l.change_out,
            (SELECT count(*) FROM book_note n WHERE n.person_id = l.person_id)
        FROM book_line l
        JOIN person_version v ON v.person_id = l.person_id AND v.change_out IS NULL
        LEFT JOIN unit_version u ON u.unit_id = l.unit_id AND u.change_out IS NULL
    """
    return sorted(map(str, shelf.ask(path, known)))


@trials(4, many=25)
@given(st.lists(books, min_size=1, max_size=3))
def test_plain_lines_put_together_are_put_as_if_alone(history: list[ReadFile]) -> None:
    together = _outcome([ROSTERS, *history])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Books, "_plain_line", lambda *_: None)
        assert _outcome([ROSTERS, *history]) == together


def test_the_line_of_a_card_in_its_unit_is_plain_and_a_stranger_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[str] = []
    record = Books._record_row  # noqa: SLF001 (the long way is what is counted)

    def counted(self: Books, *row: object) -> None:
        put.append(str(row[1]))
        record(self, *row)  # type: ignore[arg-type]

    path = shelf.empty(tmp_path)
    shelf.record(path, ROSTERS)
    monkeypatch.setattr(Books, "_record_row", counted)
    plain = papers.letters("PPPPPPPPPPPP")
    stranger = papers.letters("PPPPPPPPPPPP", "Vũ Thử Lạ", 3)
    shelf.record(path, papers.file(papers.dues(plain, stranger)))

    assert ["Vũ Thử Lạ" in one for one in put] == [True]
    assert len(_lines_of(path)) == 1
