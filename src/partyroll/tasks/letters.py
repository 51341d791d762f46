"""From the lists of a year to official documents for Word: a report, and drafts for cells."""

from partyroll.messages import NOT_A_DECISION
from partyroll.model import PaperFile
from partyroll.report.letters.cover import cover_report
from partyroll.report.letters.matter import Office, Reviewed, by_cell
from partyroll.report.letters.resolution import draft_resolution
from partyroll.settings import Settings
from partyroll.store.chain import HEAD_LETTERS
from partyroll.tasks.documents import Paper, listed_people
from partyroll.tasks.freezing import FrozenList
from partyroll.tasks.rule_words import left_out, rule_lines, settings_in_words


def review_letters(frozen: FrozenList, paper: Paper) -> PaperFile:
    """Return the report on a list that goes out, then a draft for each cell it concerns."""
    result, paper = frozen.result, paper.issued_by(frozen.office)
    reviewed = Reviewed(
        year=result.year,
        as_of=result.as_of,
        rule=result.rule,
        how=(*rule_lines(result), left_out(result.settings)),
        settings=tuple(settings_in_words(result.settings).items()),
        people=tuple(listed_people(result, paper)),
        gaps=result.gaps,
        number=frozen.number,
    )
    drafts = (draft_resolution(cell, reviewed) for cell in by_cell(reviewed.people))
    return PaperFile(
        title=f"Danh sách rà soát số {frozen.number} năm {result.year}",
        papers=(
            cover_report(reviewed, office(paper.settings)),
            *(draft for draft in drafts if draft is not None),
        ),
        footer=paper.addressed(_footer(frozen)),
        notice=NOT_A_DECISION,
        form=paper.settings.form,
        confidentiality=paper.settings.confidentiality,
    )


def office(settings: Settings) -> Office:
    """Return the office that issues documents, as its settings name it."""
    signer = settings.signatures[-1:] or (Office().signer,)
    return Office(settings.organisation, settings.place, signer[0])


def _footer(frozen: FrozenList) -> str:
    """Return what stands below every page: no decision; list, ledger, rule, head."""
    result = frozen.result
    return (
        f"{NOT_A_DECISION} Danh sách số {frozen.number} · sổ {result.ledger_id}"
        f" · {result.rule.id} · mã {result.head[:HEAD_LETTERS]}"
    )
