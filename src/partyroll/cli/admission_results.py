"""`partyroll admission results` on screen and as a workbook."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.report.admission import UnitResult
    from partyroll.tasks.admitting.results import Results


def print_results(done: "Results", at: Common) -> None:
    """Print the results by unit as CSV."""
    from partyroll.report.admission import results_table
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(results_table(done.found), at.screen.stream)


def tell_results(done: "Results", at: Common) -> None:
    """Print the results by unit, the sources below them, and what must be looked at."""
    from partyroll.tasks.admitting.results import NOTHING

    screen, found = at.screen, done.found
    if not found.units and not found.whole.admitted:
        screen.note(NOTHING, prose=True)
        return
    rows = [_row(one) for one in (*found.units, found.whole)]
    title = f"Kết quả kết nạp đảng viên năm {found.year}"
    screen.table(_TITLES, rows, title=title, limit=len(rows))
    if screen.for_people:
        screen.say(_whole(found.whole), prose=True)
        sources = (f"{title} {number}" for _, title, number in found.sources)
        screen.say(f"Nguồn: {'; '.join(sources)}.", prose=True)
    for note in found.notes:
        screen.note(note, prose=True)
    for caution in done.cautions:
        screen.warn(f"Lưu ý: {caution}.")


_TITLES = ("Tổ chức đảng", "Chỉ tiêu", "Kết nạp", "% chỉ tiêu", "Đầu năm", "% đầu năm")


def _row(one: "UnitResult") -> tuple[str | int | None, ...]:
    unit, depth = one.unit, len(one.unit.path) - 1
    name = "  " * depth + unit.path[-1] if unit.path else "Cộng"
    base = unit.base.members if unit.base else None
    return (name, unit.target, one.admitted, _share(one.of_target), base, _share(one.of_base))


def _share(number: float | None) -> str | None:
    return None if number is None else f"{number:.1f}".replace(".", ",")


def _whole(one: "UnitResult") -> str:
    age = f", tuổi bình quân {_share(one.average_age)}" if one.average_age else ""
    minority = "" if one.minority is None else f", dân tộc thiểu số {one.minority}"
    return f"Trong đó: nữ {one.women}{minority}, tuổi đoàn {one.young}{age}."


def write_results(done: "Results", at: Common, wanted: FilesWanted) -> None:
    """Write the workbook that is wanted."""
    from functools import partial

    from partyroll.cli.files import write_wanted
    from partyroll.tasks.admitting.results import results_paper

    name = f"ket-qua-ket-nap-{done.found.year}"
    write_wanted(at, wanted, name, workbook=partial(results_paper, done))
