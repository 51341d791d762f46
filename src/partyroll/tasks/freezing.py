"""Lists as they went out: kept whole, so that they can be shown again as they were."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from partyroll.model import OfficeNames
from partyroll.store.backup import backup_if_due
from partyroll.store.chain import head
from partyroll.store.changes import begin_change
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.lists import (
    KeptItem,
    KeptList,
    keep_list,
    kept_items,
    kept_list,
    kept_lists,
    last_list,
    people_on_lists,
)
from partyroll.store.outgoing import KEEPING, LIST_KEPT
from partyroll.tasks.frozen_form import as_text, listed_in, office_in, result_in, scope_in
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
    office: OfficeNames | None = None  # who issued it, unless nobody kept that
    new: bool = False

    @property
    def summary(self) -> "ListSummary":
        """The list without whom it names."""
        result = self.result
        return ListSummary(
            list_id=self.list_id,
            number=self.number,
            change=self.change,
            known_at=self.known_at,
            made_by=self.made_by,
            made_at=self.made_at,
            year=result.year,
            as_of=result.as_of,
            unit=result.unit,
            ground=result.ground,
            people=Counter(one.finding.list.value for one in result.listed),
        )


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What is told of a list among others; `people` are counted by list."""

    list_id: str
    number: int
    change: int
    known_at: int
    made_by: str
    made_at: str
    year: int
    as_of: date
    unit: str
    ground: str
    people: Mapping[str, int]


def freeze(
    path: Path,
    result: ReviewResult,
    *,
    known_at: int | None,
    actor: str,
    now: datetime,
    office: OfficeNames | None = None,
) -> FrozenList:
    """Keep `result` as it is shown, in a change of its own, and return what it is called.

    Who issues it is kept with it: a list printed again names the office of then.

    Raises `LedgerMovedOn` where the ledger has changed since the list was made.
    """
    backup_if_due(path, at=now)
    with open_ledger(path, write=True) as ledger:
        if head(ledger) != result.head:
            raise LedgerMovedOn
        same = _same_list(ledger, result, office)
        if same is not None:
            return same
        change = begin_change(ledger, LIST_KEPT, actor=actor, at=now)
        list_id, number = keep_list(
            change,
            year=result.year,
            as_of=result.as_of,
            known_at=change.number - 1 if known_at is None else known_at,
            head=result.head,
            result=as_text(replace(result, listed=()), office),
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
    return _frozen(kept, kept_items(ledger, kept.list_id))


def kept_as(path: Path, which: int) -> FrozenList:
    """Return a list of the ledger at `path`; raises `NoSuchList`."""
    with open_ledger(path) as ledger:
        return frozen_list(ledger, which)


def kept_by(path: Path) -> tuple[ListSummary, ...]:
    """Return every list that went out from the ledger at `path`, the newest first."""
    with open_ledger(path) as ledger:
        counted = people_on_lists(ledger)
        return tuple(
            _summary(kept, counted.get(kept.list_id, {})) for kept in kept_lists(ledger)
        )


def _summary(kept: KeptList, people: Mapping[str, int]) -> ListSummary:
    unit, ground = scope_in(kept.result)
    return ListSummary(
        list_id=kept.list_id,
        number=kept.number,
        change=kept.change,
        known_at=kept.known_at,
        made_by=kept.made_by,
        made_at=kept.made_at,
        year=kept.year,
        as_of=kept.as_of,
        unit=unit,
        ground=ground,
        people=people,
    )


def _item(one: Listed) -> KeptItem:
    return KeptItem(one.person.person_id, one.finding.list.value, as_text(one))


def _frozen(kept: KeptList, items: Iterable[KeptItem]) -> FrozenList:
    listed = tuple(listed_in(item.shown) for item in items)
    return FrozenList(
        list_id=kept.list_id,
        number=kept.number,
        change=kept.change,
        known_at=kept.known_at,
        made_by=kept.made_by,
        made_at=kept.made_at,
        result=replace(result_in(kept.result), listed=listed),
        office=office_in(kept.result),
    )


def _same_list(
    ledger: Ledger, result: ReviewResult, office: OfficeNames | None
) -> FrozenList | None:
    """Return the last list where it shows what this one shows: no copies pile up."""
    kept = last_list(ledger)
    if kept is None:
        return None
    last = _frozen(kept, kept_items(ledger, kept.list_id))
    same_names = last.office is None or last.office == office
    return last if same_names and _shown(last.result) == _shown(result) else None


def _shown(result: ReviewResult) -> str:
    """Return what is shown, apart from the trace that keeping a list itself leaves.

    Whether the year was typed or found is no matter: it is the same year.
    """
    facts = tuple(change for change in result.changes if change.kind not in KEEPING)
    return as_text(replace(result, head="", changes=facts, year_chosen=True))
