"""An import on the screen: what was understood, what went in, what needs a person's eye."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from partyroll.cli.import_differences import difference_lines, masked, tell_trial_differences
from partyroll.cli.options import Common
from partyroll.messages import ANSWER, TABLE_KIND

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.model import Problem
    from partyroll.read.facts import Table
    from partyroll.tasks.gate.signs import GateResult
    from partyroll.tasks.imports import FileResult, ImportResult
    from partyroll.tasks.recording.answered import AnswerChange

SHOWN_PER_KIND = 8
NAMES_SHOWN = 10
_COLUMNS_SHOWN = 200
_BECAME = {
    "new": "mới",
    "changed": "thay đổi",
    "same": "như cũ",
    "conflicting": "mâu thuẫn, chưa ghi",
    "unreadable": "không hiểu, giữ nguyên",
    "unknown": "không rõ của ai, chưa ghi",
}
_COLUMN_TITLES = ("Cột", "Tiêu đề", "Hiểu là", "Ví dụ")


def tell(result: "ImportResult", at: Common) -> None:
    """Say what an import did, or would do."""
    screen = at.screen
    if result.created:
        screen.note(f"Đã tạo sổ mới: {at.ledger}")
    for file in result.files:
        lines = _file_lines(file)
        if not result.dry_run:
            lines = chain(lines, difference_lines(file.differences, result.change))
        for line in lines:
            screen.say(line, prose=True)
        if result.dry_run:
            _tell_trial(file, screen)
    screen.say()
    if result.gate.signs:
        _tell_gate(result.gate, screen)
    _tell_ending(result, at)


def _tell_ending(result: "ImportResult", at: Common) -> None:
    screen = at.screen
    if result.gate.stopped:
        return
    if result.dry_run:
        screen.note("Chạy thử: sổ chưa thay đổi. Bỏ --dry-run để nhập.")
    elif result.change is None:
        screen.note("Không có gì mới; sổ giữ nguyên.")
    else:
        screen.note(
            f"Đã ghi vào {at.ledger} (thay đổi số {result.change})."
            f" Hoàn tác: partyroll undo {result.change}"
        )


# --- Trials: how the columns are understood, what would change ---------------------------
def _tell_trial(file: "FileResult", screen: "Screen") -> None:
    screen.say()
    for table in file.tables:
        if _understood(table):
            rows = ", ".join(map(str, table.heading_rows))
            title = f"{file.file} › {table.sheet}: tiêu đề ở dòng {rows}"
            screen.say(title, prose=True)
            screen.table(_COLUMN_TITLES, _column_rows(table), limit=_COLUMNS_SHOWN)
    tell_trial_differences(file, screen)


def _understood(table: "Table") -> bool:
    """Whether columns had to be understood; those of our own lists are known."""
    answers = table.kind.value in {"review_answers", "matter_answers"}
    ours = answers or (table.kind.value == "transfers" and bool(table.rows))  # a slip
    return not ours and bool(table.columns or table.unknown_columns)


def _column_rows(table: "Table") -> list[tuple[str, str, str, str]]:
    """Return a line a column: letter, heading, what it is taken for, two values."""
    from partyroll.read.field_names import field_words

    letters = sorted(
        {*table.columns, *table.unknown_columns}, key=lambda column: (len(column), column)
    )
    return [
        (
            column,
            _heading(table.headings.get(column, "")).strip("“”"),
            " · ".join(map(field_words, table.columns.get(column, ()))) or "(không dùng)",
            "; ".join(map(masked, table.samples.get(column, ()))),
        )
        for column in letters
    ]


def _heading(text: str) -> str:
    """Return a heading as it stands, or which column it is that has none."""
    return f"cột {text[1:-1]}" if text.startswith("⟨") else f"“{text}”"


# --- The gate -----------------------------------------------------------------------------
def _tell_gate(gate: "GateResult", screen: "Screen") -> None:
    """Say which signs of a wrong mapping there are, and what to do when they stop."""
    screen.warn("Dấu hiệu ghép sai cột:" if gate.suspicious else "Cần xem lại trước khi dùng:")
    for sign in gate.signs:
        screen.warn(f"  - {sign.message}.")
        if sign.people:
            screen.warn(f"    {_some_names(sign.people)}")
    if gate.suspicious:
        limits = ", ".join(f"{name} = {value}" for name, value in gate.limits)
        screen.note(f"  Ngưỡng (partyroll.toml, mục [gate]): {limits}", prose=True)
    if gate.stopped:
        screen.warn(
            "Đã dừng, chưa ghi gì vào sổ.\n"
            "Gợi ý: xem cách hiểu từng cột bằng --dry-run; nếu cột bị hiểu sai, chỉ lại bằng"
            ' --map "TIÊU ĐỀ=mục"; nếu đã xem kỹ và đúng là như vậy, thêm --yes.'
        )


def _some_names(people: tuple[str, ...]) -> str:
    more = len(people) - NAMES_SHOWN
    rest = f" và {more} người nữa" if more > 0 else ""
    return ", ".join(people[:NAMES_SHOWN]) + rest


# --- Each file ----------------------------------------------------------------------------
def _file_lines(file: "FileResult") -> Iterator[str]:
    if file.refusal:
        yield f"Không nhập {file.refusal}"
        return
    if file.repeated is not None:
        yield f"{file.file}: không có gì mới (đã nhập ở thay đổi số {file.repeated})"
        return
    yield f"{file.file}:"
    for table in file.tables:
        yield f"  {_table_line(table)}"
        yield from _taught_lines(table)
    if not (file.set_aside or any(table.row_count for table in file.tables)):
        yield _NO_TABLE if _no_table(file) else _NO_ROW
        yield from problem_lines(file.problems)
        return
    yield (
        f"  thêm mới {file.added} · thay đổi {file.changed} · giữ nguyên {file.unchanged}"
        f" · để lại {_left(file)}"
    )
    yield from problem_lines(file.problems)
    yield from _returned_lines(file)
    yield from _answer_lines(file)
    if file.missing_people:
        shown = _some_names(file.missing_people)
        yield f"  Không có trong bản mới (vẫn giữ trong sổ): {shown}"


def _left(file: "FileResult") -> str:
    """Say how many rows stayed out, and how many months of rows that went in."""
    rows, cells = len(file.set_aside), file.cells_left
    return f"{rows} dòng, {cells} ô chưa đọc được" if cells else str(rows)


_NO_ROW = "  Chưa có dòng nào để nhập: hãy điền vào bảng, lưu lại rồi nhập."
_NO_TABLE = (
    "  Chưa nhập được dòng nào: cần một dòng tiêu đề (STT, Họ và tên, Ngày sinh…), mỗi người"
    " một dòng,\n  mỗi điều một cột. Bảng trống để chép sang: partyroll template roster."
)


def _no_table(file: "FileResult") -> bool:
    """Whether the file holds words and no table of them was found."""
    return any(problem.code == "sheet_skipped" for problem in file.problems)


def _answer_lines(file: "FileResult") -> Iterator[str]:
    """Say what became of the answers on a list for review; those of before are only counted."""
    from partyroll.tasks.recording.answered import Became

    counted = Counter(one.became for one in file.answers)
    if counted:
        counts = (f"{_BECAME[kind]} {counted[kind]}" for kind in Became if counted[kind])
        yield f"  Trả lời trên danh sách rà soát: {' · '.join(counts)}"
    for kind in Became:
        told = [one for one in file.answers if one.became is kind and kind is not Became.SAME]
        people = groupby(told, key=attrgetter("full_name"))
        lines = [f"    {_BECAME[kind]}: {name}: {_answers(own)}" for name, own in people]
        yield from lines[:SHOWN_PER_KIND]
        if len(lines) > SHOWN_PER_KIND:
            yield f"    … và {len(lines) - SHOWN_PER_KIND} người nữa ({_BECAME[kind]})"


def _answers(own: Iterable["AnswerChange"]) -> str:
    return "; ".join(f"{ANSWER[one.field.value]} {_before(one)}{_after(one)}" for one in own)


def _after(one: "AnswerChange") -> str:
    return f"“{_short(one.after)}”" if one.after else "(trống)"


def _before(one: "AnswerChange") -> str:
    return f"“{_short(one.before)}” → " if one.before else ""


def _returned_lines(file: "FileResult") -> Iterator[str]:
    if file.returned is not None:
        what = "dòng" if file.set_aside else "ô"
        yield f"  Các {what} chưa nhập: {file.returned} (sửa ô màu vàng rồi nhập tệp đó)"
    questions = sum(bool(problem.answers) for problem in file.problems)
    if questions and file.returned is not None:
        asked = f"{questions} dòng là câu hỏi"
        if not file.questions:  # about whole tables: what waits in the ledger is about rows
            asked = f"có {questions} câu hỏi"
        also = ", hoặc gõ partyroll answer" if file.questions else ""
        yield f"  Trong đó {asked}: trả lời ở cột “Trả lời” của tệp đó{also}"
    if file.return_refusal:
        yield f"  Chưa ghi được tệp các dòng chưa nhập: {file.return_refusal}"


def _table_line(table: "Table") -> str:
    from partyroll.read.facts import IMPORTED, TableKind

    kind = TABLE_KIND[table.kind.value]
    if table.kind is TableKind.SKIPPED:
        return f"{table.sheet}: bỏ qua"
    if table.kind not in IMPORTED and not table.rows:
        return f"{table.sheet}: {kind}, {table.row_count} dòng: nhận ra, chưa nhập"
    parts = [f"{table.sheet}: {kind}", f"{table.row_count} dòng, {len(table.columns)} cột"]
    if table.unknown_columns:
        names = ", ".join(f"{c} “{text}”" for c, text in table.unknown_columns.items())
        parts.append(f"không dùng cột {names}")
    return "; ".join(parts)


def _taught_lines(table: "Table") -> Iterator[str]:
    """Say which columns are understood as somebody taught, now or in an earlier import."""
    from partyroll.read.field_names import taught_words

    if table.taught:
        told = "; ".join(f"{_heading(h)} là {taught_words(f)}" for h, f in table.taught.items())
        yield f"    theo --map: {told}"
    if table.recalled is not None:
        yield f"    dùng cách hiểu cột đã ghi nhớ ở thay đổi số {table.recalled}"


def problem_lines(problems: Iterable["Problem"]) -> Iterator[str]:
    """Group problems by kind, errors first; a kind is cut after a few places."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.severity.value, problem.code].append(problem)
    for severity, heading in (("error", "Cần sửa"), ("warning", "Cần xem lại")):
        mine = [group for (kind, _), group in groups.items() if kind == severity]
        if mine:
            yield f"  {heading} ({sum(len(group) for group in mine)} chỗ):"
        for group in mine:
            yield from (f"    {_problem_line(problem)}" for problem in group[:SHOWN_PER_KIND])
            if len(group) > SHOWN_PER_KIND:
                yield f"    … và {len(group) - SHOWN_PER_KIND} chỗ tương tự, xem bằng --json"


def _problem_line(problem: "Problem") -> str:
    place = f"{problem.sheet} › {problem.cell}" if problem.cell else problem.sheet
    found = f" “{_short(problem.found)}”" if problem.found else ""
    return f"{place or 'Cả tệp'}{found}: {problem.message}"


def _short(text: str, longest: int = 40) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
