"""A list that went out stays as it was shown, whatever is learned later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from partyroll.model import OfficeNames, ReviewList, RuleSettings
from partyroll.rulebook import shipped
from partyroll.store.chain import broken_links
from partyroll.store.ledger import open_ledger
from partyroll.store.refusals import CannotUndo
from partyroll.store.undo import last_undoable
from partyroll.tasks.freezing import FrozenList, freeze, frozen_list, kept_by
from partyroll.tasks.refusals import LedgerMovedOn, NoSuchList
from partyroll.tasks.reviewing import ReviewRequest, ReviewResult, review_lists
from store import papers, shelf

LAST_DAY = date(2024, 12, 31)
OFFICE = OfficeNames(("Đảng bộ tỉnh Giả Định", "Đảng ủy xã Mẫu"), ("T/M BAN THƯỜNG VỤ",), "Mẫu")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A cell of two, one of them with three months stated as unpaid."""
    path = shelf.empty(tmp_path)
    shelf.record(
        path,
        papers.file(
            papers.roster(papers.someone(papers.AN, 2), papers.someone(papers.BINH, 3)),
            papers.dues(
                papers.letters("PUUPPPPPPPPU", papers.AN, 2),
                papers.letters("PPPPPPPPPPPP", papers.BINH, 3),
            ),
        ),
    )
    return path


def look(path: Path, **office: str) -> ReviewResult:
    """The lists of 2024, as the office reads the rule."""
    rulebook = replace(shipped(), office=office)
    return review_lists(ReviewRequest(path, LAST_DAY, rulebook, as_of=LAST_DAY))


def keep(path: Path, result: ReviewResult, office: OfficeNames = OFFICE) -> FrozenList:
    """Freeze what was found."""
    return freeze(path, result, known_at=None, actor="thử", now=shelf.NOW, office=office)


def test_a_list_is_shown_again_as_it_was_after_the_import_is_taken_back(ledger: Path) -> None:
    shown = look(ledger)
    kept = keep(ledger, shown)
    shelf.take_back(ledger, 1)

    with open_ledger(ledger) as opened:
        again = frozen_list(opened, kept.number).result

    assert again == shown
    assert [one.person.full_name for one in again.on(ReviewList.REVIEW)] == [papers.AN]


def test_the_same_list_is_not_kept_twice(ledger: Path) -> None:
    first, second = keep(ledger, look(ledger)), keep(ledger, look(ledger))

    assert (first.new, second.new) == (True, False)
    assert first.list_id == second.list_id


def test_what_was_typed_makes_no_other_list_where_it_means_the_same(ledger: Path) -> None:
    typed = ReviewRequest(ledger, LAST_DAY)
    keep(ledger, review_lists(typed))
    again = keep(ledger, review_lists(replace(typed, year=2024, as_of=LAST_DAY)))

    assert (again.number, again.new) == (1, False)


def test_a_unit_may_be_typed_in_several_ways(ledger: Path) -> None:
    asked = ReviewRequest(ledger, LAST_DAY, as_of=LAST_DAY)
    first = keep(ledger, review_lists(replace(asked, unit=papers.DONG.name)))
    again = keep(ledger, review_lists(replace(asked, unit=papers.DONG.name.upper())))
    everywhere = keep(ledger, review_lists(asked))

    assert (again.number, again.result.unit) == (1, first.result.unit)
    assert (everywhere.number, everywhere.result.unit) == (2, "")


def test_the_names_of_the_office_are_kept_with_the_list(ledger: Path) -> None:
    kept = keep(ledger, look(ledger))
    with open_ledger(ledger) as opened:
        again = frozen_list(opened, kept.number)

    assert again.office == OFFICE


def test_an_office_that_names_itself_otherwise_sends_another_list(ledger: Path) -> None:
    keep(ledger, look(ledger), OfficeNames())
    corrected = keep(ledger, look(ledger))

    assert (corrected.number, corrected.office) == (2, OFFICE)


def test_a_list_from_before_names_were_kept_has_none_and_is_the_same_list(
    ledger: Path,
) -> None:
    keep(ledger, look(ledger))
    with shelf.raw(ledger) as db:
        db.execute("DROP TRIGGER review_list_as_written")
        db.execute("""UPDATE review_list SET result = json_remove(result, '$.office')""")

    again = keep(ledger, look(ledger))

    assert (again.number, again.new, again.office) == (1, False, None)


def test_lists_are_counted_without_being_read(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ledger, look(ledger))
    keep(ledger, look(ledger, run="consecutive"))
    monkeypatch.delattr("partyroll.tasks.freezing.listed_in")

    newer, older = kept_by(ledger)

    assert (older.number, dict(older.people)) == (1, {"review": 1})
    assert (newer.number, dict(newer.people), newer.ground) == (2, {"watch": 1}, "all")


def test_another_setting_makes_another_list(ledger: Path) -> None:
    keep(ledger, look(ledger))
    other = keep(ledger, look(ledger, run="consecutive"))

    assert (other.number, [one.number for one in kept_by(ledger)]) == (2, [2, 1])


def test_the_settings_are_kept_in_full(ledger: Path) -> None:
    kept = keep(ledger, look(ledger))
    with open_ledger(ledger) as opened:
        stored = opened.db.exec_driver_sql("SELECT result FROM review_list").scalar() or ""

    assert '"months":3' in stored
    assert kept.result.settings == RuleSettings()


def test_a_bare_undo_passes_a_list_by(ledger: Path) -> None:
    keep(ledger, look(ledger))
    with open_ledger(ledger) as opened:
        assert last_undoable(opened) == 1


def test_a_list_cannot_be_undone(ledger: Path) -> None:
    kept = keep(ledger, look(ledger))
    with pytest.raises(CannotUndo, match="giữ nguyên"):
        shelf.take_back(ledger, kept.change)


def test_the_chain_covers_a_list(ledger: Path) -> None:
    keep(ledger, look(ledger))
    with shelf.raw(ledger) as db:
        db.execute("DROP TRIGGER review_item_as_written")
        db.execute("UPDATE review_item SET list = 'watch'")

    with open_ledger(ledger) as opened:
        assert broken_links(opened) == [2]


def test_a_list_made_before_another_window_wrote_is_not_kept(ledger: Path) -> None:
    stale = look(ledger)
    shelf.record(ledger, papers.file(papers.roster(papers.someone(papers.CHI, 4))))

    with pytest.raises(LedgerMovedOn):
        keep(ledger, stale)


def test_a_number_that_no_list_has_is_refused(ledger: Path) -> None:
    with open_ledger(ledger) as opened, pytest.raises(NoSuchList):
        frozen_list(opened, 7)


def test_what_is_kept_says_which_changes_it_knew(ledger: Path) -> None:
    kept = keep(ledger, look(ledger))

    assert (kept.known_at, kept.change) == (1, 2)


def test_what_the_roster_notes_of_someone_is_read_beside_the_finding(tmp_path: Path) -> None:
    path = shelf.empty(tmp_path)
    noted = papers.someone(papers.AN, 2, note="đang sinh hoạt tạm thời ở tỉnh khác")
    book = papers.dues(papers.letters("PUUPPPPPPPPU", papers.AN, 2))
    shelf.record(path, papers.file(papers.roster(noted), book))

    [one] = look(path).listed

    assert one.finding.remarks == ("đang sinh hoạt tạm thời ở tỉnh khác",)
