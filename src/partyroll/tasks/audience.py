"""What a recipient may see of reports and lists; what is kept stays whole."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from partyroll.errors import PartyrollError
from partyroll.model import Audience, Finding, MonthFact, Person, Recipient
from partyroll.report.masking import age_in_words, without_numbers
from partyroll.report.published import published

if TYPE_CHECKING:  # each command reads its own only
    from partyroll.tasks.listing import OnRoll, Roll
    from partyroll.tasks.reporting import ReportResult
    from partyroll.tasks.reviewing import ReviewResult


class NamesAreNotPublic(PartyrollError):
    """Names were asked for a paper that everybody may read."""

    exit_code = 2

    def __init__(self, so: str = "không mở được số nào") -> None:
        super().__init__(
            f"bản công khai không có tên người, nên {so}",
            where="--audience public",
            hint="xem danh sách trong nội bộ: bỏ --audience public",
        )


class ListsAreNotPublic(NamesAreNotPublic):
    """A list of people was asked for everybody to read."""

    def __init__(self) -> None:
        super().__init__("không lập được danh sách")


def for_recipient(result: "ReportResult", recipient: Recipient) -> "ReportResult":
    """Return the result as a recipient may see it."""
    if recipient.audience is not Audience.PUBLIC:
        return result
    return replace(
        result, report=published(result.report, recipient.least), files=(), changes=()
    )


# --- Lists of people ----------------------------------------------------------------------
def roll_for(found: "Roll", recipient: Recipient) -> "Roll":
    """Return the roll as a recipient may see it: with ages, without numbers of people."""
    if not _leaves_the_office(recipient):
        return found
    people = tuple(_on_roll(one, found.as_of) for one in found.people)
    return replace(found, people=people)


def review_for(result: "ReviewResult", recipient: Recipient) -> "ReviewResult":
    """Return lists for review as a recipient may see them, without numbers of people."""
    if not _leaves_the_office(recipient):
        return result
    listed = tuple(
        replace(one, person=_unnumbered(one.person), finding=_said(one.finding))
        for one in result.listed
    )
    return replace(result, listed=listed)


def _leaves_the_office(recipient: Recipient) -> bool:
    if recipient.audience is Audience.PUBLIC:
        raise ListsAreNotPublic
    return recipient.audience is Audience.UPPER


def _on_roll(one: "OnRoll", as_of: date) -> "OnRoll":
    age = age_in_words(one.person.birth_date, as_of)
    return replace(one, person=replace(_unnumbered(one.person), birth_date=None), age=age or "")


def _unnumbered(person: Person) -> Person:
    """Return the person without what finds them in other books: numbers, addresses."""
    return replace(
        person,
        card_no=None,
        card_no_old=None,
        national_id=None,
        member_code=None,
        resume_no=None,
        permanent_address=None,
        birth_place=None,
        note=without_numbers(person.note),
    )


def _said(finding: Finding) -> Finding:
    """Return the finding; of numbers that somebody typed into a remark the end is left."""
    return replace(
        finding,
        why=without_numbers(finding.why),
        remarks=tuple(map(without_numbers, finding.remarks)),
        months=tuple(map(_month, finding.months)),
    )


def _month(fact: MonthFact) -> MonthFact:
    return replace(
        fact,
        note=without_numbers(fact.note),
        explanation=without_numbers(fact.explanation),
    )
