"""The ratings of a unit on paper, for the meeting that looks at them again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from partyroll.model import OfficialPaper, Passage, PassageLook, Table
from partyroll.report.letters.matter import Office

_KIND = "Tổng hợp"


def unit_ratings_letter(
    office: Office,
    own: Sequence[Table],
    funnels: Mapping[str, tuple[Table, ...]],
    *,
    subject: str,
    lines: Iterable[str],
    notice: str,
) -> OfficialPaper:
    """Return the tables of a unit, what must be said beside them, and whom it stands among."""
    others = (table for tables in funnels.values() for table in tables)
    return OfficialPaper(
        kind=_KIND,
        subject=subject,
        upper=office.upper,
        issuer=office.issuer,
        place=office.place,
        notice=notice,
        contents=(
            *(Passage(line) for line in lines),
            *(part for table in (*own, *others) for part in _table(table)),
        ),
        signer=office.signer,
        recipients=("Lưu",),
        landscape=True,
    )


def _table(table: Table) -> Iterator[Passage | Table]:
    yield Passage(table.title, PassageLook.SECTION)
    if table.denominator:
        yield Passage(table.denominator, PassageLook.REMARK, together=True)
    yield table
    yield from (Passage(note, PassageLook.REMARK) for note in table.notes)
