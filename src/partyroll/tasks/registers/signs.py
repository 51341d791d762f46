"""The register of early signs: facts of each member side by side, by cell and name."""

from collections.abc import Iterator

from partyroll.messages import NO_SCORE, SIGN_KIND
from partyroll.model import CellValue, Column, Entry, Register, Shape, Sign, SignKind
from partyroll.store.ledger import Ledger
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.reviewing import ReviewRequest, review_lists
from partyroll.tasks.signs import Signs
from partyroll.tasks.standing import unit_on


def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for each member of whom the ledger knows such a fact.

    `look.only` is the id of one person.
    """
    lists = review_lists(
        ReviewRequest(ledger.path, look.as_of, look.settings.rulebook, known_at=ledger.known_at)
    )
    findings = {one.person.person_id: one.finding for one in lists.listed}
    signs = Signs(ledger, look.settings, look.units, look.as_of)
    for person, found in signs.of_members(findings, look.only):
        unit_id = unit_on(person, look.as_of)
        yield Entry(
            person.person_id, person.full_name, unit_id, side_by_side(found), (), person.source
        )


def side_by_side(found: tuple[Sign, ...]) -> dict[str, CellValue]:
    """Return the facts under the column of their kind."""
    texts = {kind: [_sourced(one) for one in found if one.kind is kind] for kind in SignKind}
    return {kind.value: "; ".join(said) or None for kind, said in texts.items()}


def _sourced(one: Sign) -> str:
    return f"{one.text} [{one.source}]" if one.source.file else one.text


SOURCE = RegisterSource(
    Register(
        id="signs",
        title="Dấu hiệu sớm cần quan tâm",
        file="dau-hieu-som",
        columns=tuple(
            Column(kind.value, SIGN_KIND[kind], Shape.LONG_TEXT, 22) for kind in SignKind
        ),
        empty=(
            "Sổ chưa có điều gì để nêu. Dấu hiệu lấy từ sổ đảng phí, sổ sinh hoạt, đi làm ăn"
            " xa, giúp đỡ, kỷ luật, xếp loại: partyroll import."
        ),
        notice=NO_SCORE,
        facts=True,
    ),
    entries,
)
