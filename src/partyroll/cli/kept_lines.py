"""What `show` says of help, praise, discipline, letters and the way to admission."""

from typing import TYPE_CHECKING

from partyroll.cli.support_screen import fact_line
from partyroll.messages import (
    CANDIDATE_STAGE,
    NO_SCORE,
    SIGN_KIND,
    TRANSFER_KIND,
    TRANSFER_STATE,
    TRANSFER_WAY,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partyroll.cli.options import Common
    from partyroll.model import (
        Award,
        Candidate,
        Discipline,
        Screening,
        Source,
        Support,
        Transfer,
    )
    from partyroll.tasks.listing import Kept, Story


def kept_lines(kept: "Kept") -> "Iterator[str]":
    """Yield a line for each thing that was done for a person or said of them."""
    facts: tuple[Support | Award | Discipline, ...]
    facts = (*kept.supports, *kept.awards, *kept.disciplines)
    for one in facts:
        yield f"{fact_line(one)} (số {one.number}){_place(one.source)}"
    for letter in kept.transfers:
        yield f"{_letter_line(letter)}{_place(letter.source)}"
    for screening in kept.screenings:
        yield f"{_screening_line(screening)}{_place(screening.source)}"
    for remark in kept.remarks:
        said = f"Năm {remark.year}, nhận xét của {remark.place}: {remark.remark}"
        yield f"{said}{_place(remark.source)}"
    for candidate in kept.candidates:
        yield f"{_candidate_line(candidate)}{_place(candidate.source)}"


def tell_signs(found: "Story", at: "Common") -> None:
    """Print the early signs of a person, each with where it is stated."""
    if not found.signs:
        return
    rows = [(SIGN_KIND[one.kind], one.text, str(one.source)) for one in found.signs]
    at.screen.table(("Dấu hiệu sớm", "Điều đã ghi", "Nguồn"), rows)
    at.screen.note(NO_SCORE, prose=True)


def _letter_line(one: "Transfer") -> str:
    way = TRANSFER_WAY["out" if one.out else "in"]
    parts = (
        f"Giấy giới thiệu {way} ({TRANSFER_KIND[one.kind]})",
        one.place,
        one.letter_no,
        f"ngày {one.issued_on.vi}" if one.issued_on else "",
        TRANSFER_STATE[one.state],
    )
    return f"{', '.join(part for part in parts if part)} (số {one.number})"


def _screening_line(one: "Screening") -> str:
    parts = (
        f"Năm {one.year}, chi bộ rà soát",
        f"ngày {one.held_on.vi}" if one.held_on else "",
        one.conclusion,
        f"người giúp đỡ {one.helper}" if one.helper else "",
        one.paper,
    )
    return ", ".join(part for part in parts if part)


def _candidate_line(one: "Candidate") -> str:
    steps = sorted(one.steps.values(), key=lambda step: step.stage.place)
    told = "; ".join(f"{CANDIDATE_STAGE[step.stage]} {step.on.vi}" for step in steps)
    return f"Hồ sơ kết nạp: {told}" if told else "Hồ sơ kết nạp"


def _place(source: "Source") -> str:
    """Return the place that states a fact; what was typed as a command has none."""
    return f" — {source}" if str(source) else ""
