"""Exits written as a clerk would say them."""

from partyroll.model import ExitKind, ExitRecord, Headcount, Reason
from partyroll.period import PartialDate, Term

TERM = Term.parse("2020-2025")
A, B, C = ("Phường X", "Chi bộ A"), ("Phường X", "Chi bộ B"), ("Phường X", "Chi bộ C")


def on(iso: str) -> PartialDate:
    return PartialDate.parse(iso)


def left(
    kind: ExitKind,
    day: str | None = "2022-05-10",
    *reasons: Reason,
    unit: tuple[str, ...] = A,
    person: str = "",
    born: str | None = None,
) -> ExitRecord:
    return ExitRecord(
        person_id=person or f"p{id(object())}",
        full_name="Nguyễn Văn An",
        kind=kind,
        unit_path=unit,
        decision_date=on(day) if day else None,
        reasons=reasons or (Reason.UNSTATED,),
        birth_date=on(born) if born else None,
    )


def many(
    number: int,
    kind: ExitKind,
    day: str = "2022-05-10",
    *reasons: Reason,
    unit: tuple[str, ...] = A,
) -> list[ExitRecord]:
    return [
        left(kind, day, *reasons, unit=unit, person=f"{kind}-{day}-{reasons}-{unit}-{one}")
        for one in range(number)
    ]


def members(number: int, year: int, unit: tuple[str, ...] = A) -> Headcount:
    return Headcount(unit, year, number)
