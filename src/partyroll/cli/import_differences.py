"""What an import says otherwise than the ledger did, on the screen."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from partyroll.text import mask

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.tasks.differences import Difference
    from partyroll.tasks.imports import FileResult

PEOPLE_SHOWN = 8
TRIAL_ROWS_SHOWN = 10
_TITLES = ("Họ và tên", "Mục", "Trong sổ", "Theo tệp")
_NUMBER_OF_A_PERSON = re.compile(r"(?<![\d.])\d{8,12}(?![\d.])")


def masked(text: str) -> str:
    """Return a text with the numbers of persons in it made unreadable."""
    return _NUMBER_OF_A_PERSON.sub(lambda number: mask(number[0]), text)


def tell_trial_differences(file: "FileResult", screen: "Screen") -> None:
    """Show what an import of this file would say otherwise."""
    if file.differences:
        screen.say(f"{file.file}: sẽ thay đổi điều sổ đang ghi")
        rows = [
            (one.full_name, one.what, masked(one.before), masked(one.after))
            for one in file.differences
        ]
        screen.table(_TITLES, rows, limit=TRIAL_ROWS_SHOWN)


def difference_lines(differences: Sequence["Difference"], change: int | None) -> Iterator[str]:
    """Say what replaced something the ledger said, a line a person; what fills gaps is counted.

    A month of a book that was empty and is written now is what books are for: told one by
    one, it would hide a payment that is gone.
    """
    replaced = [one for one in differences if not one.fills]
    filled = len(differences) - len(replaced)
    if replaced:
        title = "Sẽ ghi khác sổ, nay chưa ghi" if change is None else "Ghi khác sổ trước đây"
        yield f"  {title} ({len(replaced)} điều):"
    people = [[*own] for _, own in groupby(replaced, lambda one: (one.sheet, one.row))]
    yield from (f"    {_person_line(own)}" for own in people[:PEOPLE_SHOWN])
    rest = sum(map(len, people[PEOPLE_SHOWN:]))
    if rest:
        yield f"    … và {rest} thay đổi nữa{_where_to_look(change)}"
    if filled and change is not None:
        yield f"  Điền vào chỗ sổ còn trống: {filled} điều"


def _where_to_look(change: int | None) -> str:
    if change is None:
        return ""
    return f': partyroll show "HỌ VÀ TÊN" --known-at {change - 1} cho biết điều cũ'


def _person_line(own: Sequence["Difference"]) -> str:
    """Return what is said otherwise of a person; months that turned alike stand together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for one in own:
        alike.setdefault((one.before, one.after), []).append(one.what)
    told = (
        f"{', '.join(what)}: {masked(before)} → {masked(after)}"
        for (before, after), what in alike.items()
    )
    place = f"{own[0].sheet} › dòng {own[0].row}: " if own[0].row is not None else ""
    return f"{place}{own[0].full_name}: {'; '.join(told)}"
