"""Exits by what is known of the people: a row for each group, a column for each kind."""

from collections.abc import Mapping

from partyroll.model import CellValue, Column, ExitKind, Shape, Table
from partyroll.report.axes import Axis, Cross, Exits, Label, cross, with_total
from partyroll.report.counting import FORM_ORDER, LEAVING, kind_title
from partyroll.report.figures import share
from partyroll.report.kinds import TOTAL, TOTAL_COLUMN, kinds
from partyroll.text import mid_sentence, thousands

_OF_KIND = {
    ExitKind.REMOVED.value: "đảng viên bị xóa tên",
    ExitKind.WITHDREW.value: "đảng viên xin ra khỏi Đảng",
}
_EXITS_OF_ALL = "đảng viên giảm trong kỳ, mọi hình thức"


def trait_cross(axis: Axis, exits: Exits) -> Cross:
    """Return exits by a trait and kind."""
    rows = axis if TOTAL in axis.labels else with_total(axis, TOTAL)
    return cross(f"by_{axis.id}", exits, rows, kinds(FORM_ORDER))


def by_trait(axis: Axis, found: Cross, exits: Exits, notes: tuple[str, ...] = ()) -> Table:
    """Return a row for each group of `axis`; every share has the base that its title names.

    Of the removed and of the withdrawn the shares are their own: one of both together would
    say nothing about either.
    """
    bases = {kind.value: sum(record.kind is kind for record in exits) for kind in LEAVING} | {
        TOTAL_COLUMN.code: len(exits)
    }
    return Table(
        id=found.id,
        title=f"Đảng viên giảm theo {mid_sentence(axis.title)}",
        columns=_columns(axis, found),
        rows=tuple(_row(found, row, bases) for row in found.rows),
        denominator=_denominator(bases),
        notes=notes,
        total_rows=1,
    )


def _columns(axis: Axis, found: Cross) -> tuple[Column, ...]:
    return (
        Column(axis.id, axis.title, Shape.OUTLINE, 30),
        *(Column(one.code, one.title, Shape.COUNT, 10) for one in found.columns),
        Column("share", "Tỷ lệ (%)", Shape.PERCENT, 9),
        *(
            Column(
                f"share_{kind.value}",
                f"Trong số {mid_sentence(kind_title(kind))} (%)",
                Shape.PERCENT,
                11,
            )
            for kind in LEAVING
        ),
        Column("code", "Mã", printed=False),
        Column("level", "Cấp", Shape.COUNT, printed=False),
    )


def _row(found: Cross, row: Label, bases: Mapping[str, int]) -> tuple[CellValue, ...]:
    def part(column: str) -> float | None:
        number, base = found.count(row.code, column), bases[column]
        # Reasons named are more than people: no share of all of them is of anything.
        return None if number > base else share(number, base)

    shares = (part(TOTAL_COLUMN.code), *(part(kind.value) for kind in LEAVING))
    return (row.title, *found.line(row.code), *shares, row.code, row.level)


def _denominator(bases: Mapping[str, int]) -> str:
    own = (f"{thousands(bases[code])} {words}" for code, words in _OF_KIND.items())
    total = thousands(bases[TOTAL_COLUMN.code])
    return f"Mẫu số: {total} {_EXITS_OF_ALL}; {'; '.join(own)}."
