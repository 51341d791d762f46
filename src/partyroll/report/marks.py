"""Tables as everybody may see them: marks in place of numbers that stay out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from partyroll.model import CellValue, Column, Shape, Table
from partyroll.report.axes import Cross
from partyroll.report.kinds import TOTAL
from partyroll.report.printed_numbers import PrintedNumbers
from partyroll.report.suppression import Suppressed
from partyroll.text import fold

PARTNER = "*"
_ALL = frozenset({"total", "count"})
_RANKED = frozenset({"reasons_removed", "reasons_withdrew", "by_reason", "by_mention"})
_WITHHELD = "Bảng này không công bố."
_SMALL_BASE = 4  # times the least count: below it one person more is 5 per cent
Row = tuple[CellValue, ...]


def withheld(table: Table) -> Table:
    """Return the table without anything in it."""
    return replace(
        table,
        rows=(),
        notes=(_WITHHELD,),
        denominator="",
        total_rows=0,
        chart="",
        chart_columns=(),
    )


@dataclass(frozen=True, slots=True)
class Printing:
    """What of each table is printed; `bases` are the totals that shares are of."""

    marks: Mapping[tuple[str, int, str], str]
    bases: Mapping[str, bool]
    least: int
    codes: Mapping[str, Sequence[str]]

    @classmethod
    def of(
        cls,
        numbers: PrintedNumbers,
        left_out: Suppressed,
        least: int,
        crosses: Mapping[str, Cross],
    ) -> "Printing":
        """Return how tables are printed of which these numbers are left out."""
        mark = dict.fromkeys(left_out.small, f"< {least}")
        mark |= dict.fromkeys(left_out.partners, PARTNER)
        marks = {place: mark[one] for place, one in numbers.at.items() if one in mark}
        codes = {found.id: [row.code for row in found.rows] for found in crosses.values()}
        bases = {
            "total" if code == TOTAL.code else code: ("by_kind", place, "count") not in marks
            for place, code in enumerate(codes.get("by_kind", ()))
        }
        return cls(marks, bases, least, codes)

    def table(self, table: Table) -> Table:
        """Return the table as it is printed."""
        keys = [column.key for column in table.columns]
        rows = [
            tuple(self._cell(table, place, keys, column) for column in table.columns)
            for place in range(len(table.rows))
        ]
        marked = {place for table_id, place, _ in self.marks if table_id == table.id}
        charted = {key for table_id, _, key in self.marks if table_id == table.id} & {
            *table.chart_columns
        }
        shown = replace(
            table,
            rows=tuple(self._in_order(table, rows, marked)),
            denominator=self._denominator(table),
            notes=self._notes(table, bool(marked)),
            chart="" if charted else table.chart,
            chart_columns=() if charted else table.chart_columns,
        )
        return self._without_rates(shown)

    # --- Cells ----------------------------------------------------------------------------
    def _cell(self, table: Table, place: int, keys: Sequence[str], column: Column) -> CellValue:
        mark = self.marks.get((table.id, place, column.key))
        if mark is not None:
            return mark
        value = table.rows[place][keys.index(column.key)]
        told = column.shape is Shape.PERCENT or column.key == "difference"
        if not told or value is None:
            return value
        return value if self._may_be_told(table, place, keys, column.key) else None

    def _may_be_told(self, table: Table, place: int, keys: Sequence[str], key: str) -> bool:
        """Whether what is computed from counts is computed from printed ones alone."""
        if {"before", "count"} <= {*keys}:
            return self._printed(table, keys, [(place, "before"), (place, "count")])
        what, _, kind = key.partition("_")
        own = kind or next((one for one in ("total", "count") if one in keys), "")
        if own not in keys:
            return False
        if what == "change":
            return place > 0 and self._printed(table, keys, [(place - 1, own), (place, own)])
        if "known" in keys:
            return self._printed(table, keys, [(place, "known"), (place, own)])
        base = "total" if own in _ALL else own
        codes = self.codes[table.id]
        if TOTAL.code not in codes or not self.bases.get(base, False):
            return False
        whole = codes.index(TOTAL.code)
        return self._printed(table, keys, [(whole, own), (place, own)])

    def _printed(
        self, table: Table, keys: Sequence[str], cells: Sequence[tuple[int, str]]
    ) -> bool:
        """Whether all the counts are printed, and the first, the base, is no small one."""
        base, key = cells[0]
        value = table.rows[base][keys.index(key)]
        if not isinstance(value, int) or value < _SMALL_BASE * self.least:
            return False
        return all((table.id, place, one) not in self.marks for place, one in cells)

    # --- What stands around ---------------------------------------------------------------
    def _in_order(self, table: Table, rows: Sequence[Row], marked: set[int]) -> list[Row]:
        """Return the rows; where rows are ranked, a place would tell what a mark hides."""
        codes = self.codes.get(table.id, ())
        if table.id not in _RANKED or TOTAL.code not in codes:
            return list(rows)
        end = codes.index(TOTAL.code)
        level = [column.key for column in table.columns].index("level")
        blocks: list[list[int]] = []
        for place in range(end):
            if rows[place][level] == 1 or not blocks:
                blocks.append([])
            blocks[-1].append(place)
        open_blocks = [block for block in blocks if not marked & {*block}]
        others = [block for block in blocks if marked & {*block}]
        others.sort(key=lambda block: fold(str(rows[block[0]][0])))
        ordered = [place for block in (*open_blocks, *others) for place in block]
        return [rows[place] for place in (*ordered, *range(end, len(rows)))]

    def _denominator(self, table: Table) -> str:
        """Return the base in words; a number in them is a total, and may be left out."""
        numbered = any(sign.isdigit() for sign in table.denominator)
        codes = self.codes.get(table.id, ())
        total = codes.index(TOTAL.code) if TOTAL.code in codes else -1
        hidden = any(
            table_id == table.id and place == total for table_id, place, _ in self.marks
        )
        safe = not hidden and all(self.bases.values())
        return table.denominator if safe or not numbered or table.id == "comparison" else ""

    def _notes(self, table: Table, marked: bool) -> tuple[str, ...]:  # noqa: FBT001 (a fact)
        kept = tuple(note for note in table.notes if not any(sign.isdigit() for sign in note))
        if not marked:
            return kept
        return (
            f"< {self.least}: không công bố số dưới {self.least}.",
            f"{PARTNER}: không công bố, để không ai tính ngược ra số dưới {self.least}.",
            *kept,
        )

    def _without_rates(self, table: Table) -> Table:
        """Return the table without rates where anything is left out: they tell counts too."""
        if not self.marks:
            return table
        kept = [
            place
            for place, column in enumerate(table.columns)
            if column.shape is not Shape.DECIMAL and column.key != "member_years"
        ]
        return replace(
            table,
            columns=tuple(table.columns[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        )
