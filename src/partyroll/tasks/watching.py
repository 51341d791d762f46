"""Early warning: what each cell can still do in time, from lists, papers and missing books."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from partyroll.model import (
    Document,
    EarlyWarning,
    Finding,
    Gap,
    PaperFile,
    Person,
    Status,
    StayAway,
    Transfer,
    WatchLimits,
)
from partyroll.report.watching import (
    NOTICE,
    CellWatch,
    MissingBook,
    WatchedPerson,
    watch_document,
    watch_papers,
)
from partyroll.rules.in_transit import LONGEST, introduction_due
from partyroll.rules.watching import Watched, early_warnings
from partyroll.rules.watching_words import hand_in
from partyroll.store.chain import HEAD_LETTERS
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.transfers import transfers_out
from partyroll.store.units import UnitHistory, Units
from partyroll.store.watching import addresses, stays_away_of, watched_people
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.documents import Paper
from partyroll.tasks.letters import office
from partyroll.tasks.reviewing import ReviewRequest, ReviewResult, review_lists
from partyroll.tasks.rule_words import rule_lines
from partyroll.tasks.standing import cell_left, is_member, status_of
from partyroll.text import name_sort_key, natural_key

_WHOLE_BOOKS = frozenset({"no_book", "empty_month"})

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WatchResult:
    """What every cell can do in time, with the lists that it comes from."""

    review: ReviewResult
    limits: WatchLimits
    cells: tuple[CellWatch, ...]


def watch_list(request: ReviewRequest, limits: WatchLimits) -> WatchResult:
    """Return the early warnings by cell; reads only."""
    result = review_lists(request)
    with open_ledger(request.ledger, known_at=request.known_at) as ledger:
        look = _Look(ledger, request, limits, result)
        found = look.people()
    missing = _missing(result.gaps)
    cells = [
        CellWatch(path, tuple(sorted(found.get(path, ()), key=_by_name)), missing.get(path, ()))
        for path in sorted({*found, *missing}, key=_by_unit)
    ]
    return WatchResult(result, limits, tuple(cells))


def _by_name(one: WatchedPerson) -> tuple[object, str]:
    return name_sort_key(one.full_name), one.person_id


def _by_unit(path: Path) -> list[object]:
    return [natural_key(name) for name in path]


def _missing(gaps: tuple[Gap, ...]) -> dict[Path, tuple[MissingBook, ...]]:
    found: dict[Path, list[MissingBook]] = defaultdict(list)
    for gap in gaps:
        if gap.kind in _WHOLE_BOOKS:
            found[gap.unit_path].append(MissingBook(gap, hand_in(gap)))
    return {path: tuple(books) for path, books in found.items()}


class _Look:
    """One look at the members who may need a word in time."""

    def __init__(
        self, ledger: Ledger, request: ReviewRequest, limits: WatchLimits, result: ReviewResult
    ) -> None:
        self._ledger, self._limits, self._as_of = ledger, limits, result.as_of
        self._units: Units = UnitHistory(ledger).on(result.as_of)
        self._within = chosen_units(self._units, request.unit)
        self._findings = {one.person.person_id: one.finding for one in result.listed}
        self._holidays = frozenset(holidays(ledger))
        self._hosts = {unit.unit_id: unit.name for unit in self._units}

    def people(self) -> dict[Path, list[WatchedPerson]]:
        """Return everyone with a warning, by the path of their cell."""
        ids = sorted({*self._findings, *self._with_papers()})
        away, homes = stays_away_of(self._ledger, ids), addresses(self._ledger, ids)
        found: dict[Path, list[WatchedPerson]] = defaultdict(list)
        leaving = transfers_out(self._ledger)
        for person in self._members(ids):
            stays, letters = away.get(person.person_id, ()), leaving.get(person.person_id, ())
            watched = Watched(person, self._finding(person), stays, self._hosts, letters)
            warnings = (
                early_warnings(watched, self._limits, self._as_of)
                if is_member(person, self._as_of)
                else self._on_the_way(person, letters)
            )
            if warnings:
                unit_id = cell_left(person, self._as_of)
                found[self._units.path(unit_id)].append(
                    WatchedPerson(
                        person.person_id,
                        person.full_name,
                        warnings,
                        person.card_no,
                        contact(homes.get(person.person_id, ""), stays, self._as_of),
                        unit_id,
                    )
                )
        return found

    def _with_papers(self) -> list[str]:
        last = self._as_of + timedelta(days=self._limits.days)
        since = self._as_of - timedelta(days=LONGEST)
        return watched_people(
            self._ledger, first=self._as_of, last=last, introduced_since=since
        )

    def _finding(self, person: Person) -> Finding | None:
        return self._findings.get(person.person_id)

    def _members(self, ids: list[str]) -> Iterator[Person]:
        for person in people(self._ledger, ids):
            within = self._within is None or cell_left(person, self._as_of) in self._within
            if within and (is_member(person, self._as_of) or self._is_out(person)):
                yield person

    def _is_out(self, person: Person) -> bool:
        return status_of(person, self._as_of) is Status.OUT

    def _on_the_way(
        self, person: Person, letters: Iterable[Transfer]
    ) -> tuple[EarlyWarning, ...]:
        """Return the warning about a letter, unless the place of arrival has answered it."""
        answered = {letter.transfer_id for letter in letters if letter.answer is not None}
        due = introduction_due(person, self._limits, self._as_of, self._holidays)
        return tuple(warning for warning in due if warning.about not in answered)


def contact(home: str, stays: tuple[StayAway, ...], as_of: date) -> str:
    """Return where to find a person: at home, and where they work now."""
    now = [stay for stay in stays if stay.goes_on(as_of)]
    working = [f"đang ở {stay.place}" for stay in now if stay.place]
    working += [f"liên hệ: {stay.contact}" for stay in now if stay.contact]
    notes = [stay.note for stay in now if stay.note]
    return "; ".join(filter(None, (home, *working, *notes)))


# --- On paper -----------------------------------------------------------------------------
def watch_paper(result: WatchResult, paper: Paper) -> Document:
    """Return the warnings as a workbook to be."""
    review = result.review
    return watch_document(
        _as_shown(result, paper),
        subtitle=f"Năm {review.year}, tính đến ngày {review.as_of:%d/%m/%Y}",
        intro=tuple(rule_lines(review)),
        letterhead=paper.letterhead(_footer(review)),
    )


def watch_letters(result: WatchResult, paper: Paper) -> PaperFile:
    """Return the warnings as a Word file: a page for each cell."""
    review = result.review
    intro = (
        f"Từ sổ năm {review.year}, tính đến ngày {review.as_of:%d/%m/%Y}; giấy tờ hết hạn trong"
        f" {result.limits.days} ngày tới. Đề nghị đồng chí ghi việc đã làm vào cột cuối và gửi"
        " lại."
    )
    return PaperFile(
        title=f"Nhắc việc, theo dõi năm {review.year}",
        papers=watch_papers(_as_shown(result, paper), office(paper.settings), intro=intro),
        footer=f"{NOTICE} {_footer(review)}",
        notice=NOTICE,
        form=paper.settings.form,
        confidentiality=paper.settings.confidentiality,
    )


def _footer(review: ReviewResult) -> str:
    return f"Sổ {review.ledger_id} · {review.rule.id} · mã {review.head[:HEAD_LETTERS]}"


def _as_shown(result: WatchResult, paper: Paper) -> tuple[CellWatch, ...]:
    """Return the cells with numbers of cards as this paper may show them."""
    return tuple(
        replace(
            cell,
            people=tuple(replace(p, card_no=paper.number(p.card_no)) for p in cell.people),
        )
        for cell in result.cells
    )
