"""A plan on the screen: what stands against it, what it will do, the tree before and after."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from partyroll.cli.import_screen import problem_lines
from partyroll.cli.options import Common
from partyroll.messages import PLAN_ACTION
from partyroll.text import thousands

if TYPE_CHECKING:
    from partyroll.tasks.reorganising.carrying import Reorganised
    from partyroll.tasks.unit_tree import UnitLine


def asked(looked: "Reorganised", at: Common) -> bool:
    """Say what would be done, and ask; whoever cannot be asked has agreed by typing it."""
    _tell_problems(looked, at)
    if at.screen.for_people:
        at.screen.note(f"Sẽ {_summary(looked)}.", prose=True)
    return at.screen.ask("Thực hiện kế hoạch này?") is not False


def tell_plan(done: "Reorganised", at: Common, *, dry_run: bool, refused: bool) -> None:
    """Say what became of a plan."""
    if refused:
        at.screen.note("Sổ giữ nguyên.")
        return
    if done.blockers and done.before_now is not None:
        at.screen.note(_carried_out_already(done.before_now), prose=True)
        return
    if done.blockers:
        _tell_problems(done, at)
        at.screen.note(
            f"Kế hoạch còn {len(done.blockers)} chỗ phải sửa: chưa làm gì, sổ giữ nguyên.",
            prose=True,
        )
        return
    if not done.units.turns:
        _tell_problems(done, at)
        at.screen.note("Kế hoạch không có việc gì để làm. Sổ giữ nguyên.")
        return
    if dry_run:
        _tell_problems(done, at)
        _tell_trees(done, at)
    at.screen.say(f"{'Sẽ' if dry_run else 'Đã'} {_summary(done)}.", prose=True)
    if done.change is not None:
        at.screen.note(f"Thay đổi số {done.change}. Hoàn tác: partyroll undo {done.change}")


def _carried_out_already(change: int) -> str:
    """Say it once; that no line of the plan fits any more is what it has brought about."""
    return (
        f"Kế hoạch này đã thực hiện ở thay đổi số {change}; sổ giữ nguyên. Muốn làm lại:"
        f" partyroll undo {change} trước."
    )


def _tell_problems(done: "Reorganised", at: Common) -> None:
    for line in problem_lines(done.problems):
        at.screen.note(line, prose=True)


def _summary(done: "Reorganised") -> str:
    """Return what the plan does, as the rest of a sentence."""
    numbers: dict[str, int] = {}
    for paper in done.units.papers:
        words = PLAN_ACTION[paper.action.value].lower()
        numbers[words] = numbers.get(words, 0) + 1
    steps = ", ".join(f"{words} {thousands(number)}" for words, number in numbers.items())
    return f"sắp xếp: {steps} tổ chức; {thousands(done.people)} đảng viên sang tổ chức mới"


def _tell_trees(done: "Reorganised", at: Common) -> None:
    changed = {turn.unit_id for turn in done.units.turns}
    known = {line.unit.unit_id for line in done.before}
    new = {line.unit.unit_id for line in done.after} - known
    _tell_tree("Trước khi sắp xếp", done.before, changed, at)
    _tell_tree("Sau khi sắp xếp", done.after, changed | new, at)


def _tell_tree(title: str, lines: Sequence["UnitLine"], changed: set[str], at: Common) -> None:
    """Print the units that change, with everything above them."""
    shown = {path for line in lines if line.unit.unit_id in changed for path in _up(line.path)}
    rows = [
        (
            "  " * (len(line.path) - 1) + line.unit.name,
            line.own,
            line.members,
            "*" if line.unit.unit_id in changed else "",
        )
        for line in lines
        if line.path in shown
    ]
    at.screen.table(("Tổ chức đảng", "Đảng viên", "Kể cả trực thuộc", "Đổi"), rows, title=title)


def _up(path: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (path[:length] for length in range(1, len(path) + 1))
