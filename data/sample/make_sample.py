"""Make the sample workbooks and `truth.json`, the same bytes every time.

Usage: python data/sample/make_sample.py [FOLDER]
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from books import DuesSheet, books_truth, write_meetings
from commune import Member, members
from exit_sheets import write_exits, write_headcounts
from exits import Exit, exits, exits_truth
from following import SHOWN_ON, Cast
from following_sheets import FollowingBook
from openpyxl import Workbook
from people import Names
from province import PROVINCE, headcounts
from reorganisation import plan_truth, steps, write_plan
from roster import Faults, lines, roster_truth, write_roster
from slips import write_slips
from stories import DOAI
from workbook import save

SEED = 2025


def make(folder: Path) -> None:
    """Write everything into `folder`."""
    truth: dict[str, object] = {"fictitious": True}
    names = Names(Random(SEED))
    truth["roster.xlsx"], people = make_roster(folder / "roster.xlsx", names)
    taken = set(names.all)
    truth["exits-2020-2025.xlsx"], left = make_exits(
        folder / "exits-2020-2025.xlsx", names, taken
    )
    truth["headcounts.xlsx"] = make_headcounts(folder / "headcounts.xlsx")
    truth["reorganisation-2025.xlsx"] = make_plan(folder / "reorganisation-2025.xlsx", left)
    cast = Cast(people)
    truth["following.xlsx"] = make_following(folder / "following.xlsx", people, cast)
    truth["transfer-slip"] = write_slips(folder, cast)
    text = as_json(truth)
    (folder / "truth.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def make_roster(path: Path, names: Names) -> tuple[dict[str, object], list[Member]]:
    """Write the commune's workbook; say what it holds, and who the members are."""
    rng = Random(SEED + 1)
    people = members(rng, names)
    listed = lines(rng, names, people)
    leaver = names.pick(DOAI, female=False)
    book, faults = empty_book(), Faults()
    write_roster(book, listed, faults)
    for year in (2024, 2025):
        DuesSheet(book, year).write(people, leaver, faults)
    write_meetings(book, people)
    save(book, path)
    found = {"errors": faults.errors, "warnings": faults.warnings}
    return roster_truth(listed, people) | found | books_truth(people), people


def make_following(path: Path, people: Sequence[Member], cast: Cast) -> dict[str, object]:
    """Write what the commune follows besides, and say whom each sheet is meant to show."""
    book = empty_book()
    following = FollowingBook(book, Random(SEED + 4), people, cast)
    following.write()
    save(book, path)
    return {"as_of": SHOWN_ON.isoformat(), "rows": following.rows, "shows": following.shown}


def make_exits(
    path: Path, names: Names, taken: set[str]
) -> tuple[dict[str, object], list[Exit]]:
    """Write the province's list of exits; say what it adds up to, and who left."""
    rng = Random(SEED + 2)
    people = exits(rng, names, taken)
    book = empty_book()
    write_exits(book, rng, people)
    save(book, path)
    return {"province": PROVINCE} | exits_truth(people), people


def make_plan(path: Path, people: Sequence[Exit]) -> dict[str, object]:
    """Write the plan of the reorganisation and say how many steps it has."""
    plan = steps(people)
    book = empty_book()
    write_plan(book, plan)
    save(book, path)
    return plan_truth(plan)


def make_headcounts(path: Path) -> dict[str, object]:
    """Write the members of each district by year and say the numbers."""
    table = headcounts(Random(SEED + 3))
    book = empty_book()
    write_headcounts(book, table)
    save(book, path)
    return {"members": table}


def empty_book() -> Workbook:
    """Return a workbook without the sheet it is born with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def as_json(value: object, indent: str = "") -> str:
    """Write JSON with one line for each innermost record, so that it can be read."""
    if isinstance(value, Mapping) and _is_nested(value.values()):
        parts = [
            f"{json.dumps(str(k), ensure_ascii=False)}: {as_json(v, indent + ' ')}"
            for k, v in value.items()
        ]
        return _lines("{", parts, "}", indent)
    if isinstance(value, list) and _is_nested(value):
        return _lines("[", [as_json(item, indent + " ") for item in value], "]", indent)
    return json.dumps(value, ensure_ascii=False)


def _is_nested(values: Iterable[object]) -> bool:
    return any(isinstance(item, Mapping | list) for item in values)


def _lines(opening: str, parts: Sequence[str], closing: str, indent: str) -> str:
    inner = f",\n{indent} ".join(parts)
    return f"{opening}\n{indent} {inner}\n{indent}{closing}"


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
