"""From the lists of a year to official documents for Word: a report, and drafts for cells."""

from partyroll.messages import NOT_A_DECISION
from partyroll.model import PaperFile
from partyroll.report.letters.cover import cover_report
from partyroll.report.letters.matter import Office, Reviewed, by_cell
from partyroll.report.letters.resolution import draft_resolution
from partyroll.settings import Settings
from partyroll.store.chain import HEAD_LETTERS
from partyroll.tasks.documents import Paper, listed_people, rule_lines, settings_in_words
from partyroll.tasks.reviewing import ReviewResult


def review_letters(result: ReviewResult, paper: Paper) -> PaperFile:
    """Return the report on the lists, then a draft for each cell with someone to review."""
    reviewed = Reviewed(
        year=result.year,
        as_of=result.as_of,
        rule=result.rule,
        how=tuple(rule_lines(result)),
        settings=tuple(settings_in_words(result.settings).items()),
        people=tuple(listed_people(result, paper)),
        gaps=result.gaps,
    )
    drafts = (draft_resolution(cell, reviewed) for cell in by_cell(reviewed.people))
    return PaperFile(
        title=f"Danh sách rà soát năm {result.year}",
        papers=(
            cover_report(reviewed, office(paper.settings)),
            *(draft for draft in drafts if draft is not None),
        ),
        footer=footer_line(result),
        notice=NOT_A_DECISION,
        form=paper.settings.form,
    )


def office(settings: Settings) -> Office:
    """Return the office that issues documents, as its settings name it."""
    signer = settings.signatures[-1:] or (Office().signer,)
    return Office(settings.organisation, settings.place, signer[0])


def footer_line(result: ReviewResult) -> str:
    """Return what stands below every page: no decision; the ledger, the rule, the head."""
    return (
        f"{NOT_A_DECISION} Sổ {result.ledger_id} · {result.rule.id}"
        f" · mã {result.head[:HEAD_LETTERS]}"
    )
