"""The months in which someone was a member, as sharp as the dates on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from partyroll.model import BookLine, Case, RuleSettings
from partyroll.period import Month, PartialDate
from partyroll.rules.transfers import arrival

_LEFT = "ngày ra khỏi chi bộ"


@dataclass(frozen=True, slots=True)
class Edge:
    """The first month after a change: as early and as late as its date allows."""

    earliest: Month
    latest: Month
    stated: PartialDate
    what: str


@dataclass(frozen=True, slots=True)
class Window:
    """The membership window: from `opens` up to but not including `closes`.

    `recorded`: the end is an exit in the ledger, not a remark beside a row.
    """

    opens: Edge | None = None
    closes: Edge | None = None
    recorded: bool = True

    def excludes(self, month: Month) -> bool:
        """Whether `month` lies outside whatever the dates mean."""
        return (self.opens is not None and month < self.opens.earliest) or self.ended_by(month)

    def ended_by(self, month: Month) -> bool:
        """Whether the membership is over in `month` for certain."""
        return self.closes is not None and month >= self.closes.latest

    def doubt(self, month: Month) -> str:
        """Return, in words, why an imprecise date may exclude `month`; empty if none does."""
        if self.opens is not None and month < self.opens.latest:
            return f"{self.opens.what} chỉ ghi {self.opens.stated.vi}"
        if self.closes is not None and month >= self.closes.earliest:
            return f"{self.closes.what} chỉ ghi {self.closes.stated.vi}"
        return ""


class Windows:
    """The window of a person beside their rows, which are nearly always the same for months."""

    def __init__(self, case: Case, settings: RuleSettings) -> None:
        self._case, self._settings = case, settings
        self._lines: Sequence[BookLine] | None = None
        self._window = Window()

    def beside(self, lines: Sequence[BookLine]) -> Window:
        """Return the window of the person, narrowed by the remarks beside `lines`."""
        if lines != self._lines:
            self._lines = lines
            self._window = membership(self._case, lines, self._settings)
        return self._window


def membership(case: Case, lines: Sequence[BookLine], settings: RuleSettings) -> Window:
    """Return the window of `case`, narrowed by the remarks beside its rows.

    "Chuyển SHĐ đến từ 7/2025" protects the months before it although the admission is older:
    this book could not have had them.  An end in a remark counts where no exit is recorded.
    """
    stated = [
        (case.admission_date, "ngày vào Đảng"),
        (case.returned, "ngày trở lại Đảng"),
        (arrival(case), "ngày chuyển đến"),
        *((line.since, "ngày vào chi bộ") for line in lines),
    ]
    dated = [(day, what) for day, what in stated if day is not None]
    since, what = max(dated, key=lambda one: one[0].first, default=(None, ""))
    until = next((line.until for line in lines if line.until), None)
    opens = _edge(since, what, later=settings.first_due_month == "after_ceremony_month")
    if case.left is not None:
        later = settings.last_due_month == "exit_month"
        return Window(opens, _edge(case.left, _LEFT, later=later))
    return Window(opens, _edge(until, _LEFT, later=False), recorded=until is None)


@lru_cache(maxsize=10_000)  # asked for every month of a person
def _edge(when: PartialDate | None, what: str, *, later: bool) -> Edge | None:
    if when is None:
        return None
    first, last = Month.of(when.first), Month.of(when.last)
    return Edge(first.plus(later), last.plus(later), when, what)
