"""What `partyroll menu` offers: jobs in a clerk's words, what they run, what they ask."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of answer a question wants."""

    FILE = "file"  # a workbook; those of the folder are offered by number
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """A question before a command: its words, where the answer goes, what Enter alone means.

    An answer follows `option`; an empty one leaves the option out, or gives `default`, or
    goes back where an answer is `needed`.  `empty` tells what it means, where that is not
    plain.  `choices` are offered by number: what is typed for each, and its words.
    """

    words: str
    kind: Kind = Kind.TEXT
    option: str = ""
    default: str = ""
    empty: str = ""
    needed: bool = False
    choices: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do.  `files` are the options by which its result becomes a file."""

    words: str
    command: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Jobs about one thing, on a page of their own: a window holds no more than one."""

    words: str
    jobs: tuple[Job, ...]


Offer = Job | Page
Groups = Mapping[str, tuple[Offer, ...]]


def every_job(groups: Groups) -> Iterator[Job]:
    """Yield the jobs of every page."""
    for offers in groups.values():
        for offer in offers:
            yield from offer.jobs if isinstance(offer, Page) else (offer,)


# --- Questions that many jobs ask ---------------------------------------------------------
def day(words: str, option: str = "--on", *, empty: str = "") -> Question:
    """Ask for a day; `empty` tells what none means, else there must be one."""
    return said(f"{words}, ví dụ 15/3/2026", option, empty=empty)


def said(words: str, option: str, *, empty: str = "") -> Question:
    """Ask for words that go after an option; `empty` tells what none mean, as above."""
    return Question(words, option=option, empty=empty, needed=not empty)


def one_of(words: str, option: str, choices: Iterable[str]) -> Question:
    """Ask for one of several things that are typed as they are called."""
    offered = {choice: choice for choice in choices}
    return Question(words, option=option, needed=True, choices=offered)


def blank_form(form: str) -> Job:
    """Return the job that makes an empty workbook of a kind."""
    return Job("Lấy mẫu Excel trống để điền", ("template", form))


UNIT = said("Chỉ một chi bộ, đảng bộ?", "--unit", empty="tất cả")
MEMBER = Question("Họ tên, số thẻ hoặc mã người", needed=True)
WORKBOOK = Question("Tệp nào", Kind.FILE, needed=True)
YEAR = said("Năm nào", "--year", empty="năm gần nhất")
NUMBER = Question("Số thứ tự trong danh sách", needed=True)
XLSX = ("--xlsx",)
BOTH = ("--xlsx", "--docx")
TODAY = day("Ngày của việc đó", empty="hôm nay")
PAPER = said("Số văn bản, biên bản", "--paper", empty="không có")
DONE_ON = day("Ngày của việc đó")
