"""Lists as they went out: kept whole, so that they can be shown again as they were."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from partyroll.store.backup import backup_if_due
from partyroll.store.chain import head
from partyroll.store.changes import begin_change
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.lists import (
    KeptItem,
    KeptList,
    keep_list,
    kept_list,
    kept_lists,
    last_list,
)
from partyroll.store.outgoing import KEEPING, LIST_KEPT
from partyroll.tasks.frozen_form import as_text, listed_in, result_in
from partyroll.tasks.refusals import LedgerMovedOn, NoSuchList
from partyroll.tasks.reviewing import Listed, ReviewResult


@dataclass(frozen=True, slots=True)
class FrozenList:
    """A list that went out: what people call it, and what it showed.

    `new` is False where the same list had been kept before.
    """

    list_id: str
    number: int
    change: int
    known_at: int
    made_by: str
    made_at: str
    result: ReviewResult
    new: bool = False


def freeze(
    path: Path, result: ReviewResult, *, known_at: int | None, actor: str, now: datetime
) -> FrozenList:
    """Keep `result` as it is shown, in a change of its own, and return what it is called.

    Raises `LedgerMovedOn` where the ledger has changed since the list was made.
    """
    backup_if_due(path, at=now)
    with open_ledger(path, write=True) as ledger:
        if head(ledger) != result.head:
            raise LedgerMovedOn
        same = _same_list(ledger, result)
        if same is not None:
            return same
        change = begin_change(ledger, LIST_KEPT, actor=actor, at=now)
        list_id, number = keep_list(
            change,
            year=result.year,
            as_of=result.as_of,
            known_at=change.number - 1 if known_at is None else known_at,
            head=result.head,
            result=as_text(replace(result, listed=())),
            items=(_item(one) for one in result.listed),
        )
        change.note = f"danh sách số {number}, năm {result.year}"
        change.finish()
        return replace(frozen_list(ledger, list_id), new=True)


def frozen_list(ledger: Ledger, which: int | str) -> FrozenList:
    """Return a list by its number or its id, as it was; raises `NoSuchList`."""
    kept = kept_list(ledger, which)
    if kept is None:
        raise NoSuchList(which)
    return _frozen(kept)


def frozen_lists(ledger: Ledger) -> tuple[FrozenList, ...]:
    """Return every list that went out, the newest first."""
    return tuple(_frozen(kept) for kept in kept_lists(ledger))


def kept_as(path: Path, which: int) -> FrozenList:
    """Return a list of the ledger at `path`; raises `NoSuchList`."""
    with open_ledger(path) as ledger:
        return frozen_list(ledger, which)


def kept_by(path: Path) -> tuple[FrozenList, ...]:
    """Return every list that went out from the ledger at `path`, the newest first."""
    with open_ledger(path) as ledger:
        return frozen_lists(ledger)


def _item(one: Listed) -> KeptItem:
    return KeptItem(one.person.person_id, one.finding.list.value, as_text(one))


def _frozen(kept: KeptList) -> FrozenList:
    listed = tuple(listed_in(item.shown) for item in kept.items)
    return FrozenList(
        list_id=kept.list_id,
        number=kept.number,
        change=kept.change,
        known_at=kept.known_at,
        made_by=kept.made_by,
        made_at=kept.made_at,
        result=replace(result_in(kept.result), listed=listed),
    )


def _same_list(ledger: Ledger, result: ReviewResult) -> FrozenList | None:
    """Return the last list where it shows what this one shows: no copies pile up."""
    kept = last_list(ledger)
    if kept is None:
        return None
    last = _frozen(kept)
    return last if _shown(last.result) == _shown(result) else None


def _shown(result: ReviewResult) -> str:
    """Return what is shown, apart from the trace that keeping a list itself leaves."""
    facts = tuple(change for change in result.changes if change.kind not in KEEPING)
    return as_text(replace(result, head="", changes=facts))
