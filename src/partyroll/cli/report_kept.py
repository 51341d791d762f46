"""`partyroll report` on those that went out: the list of them, as they were, why two differ."""

from dataclasses import replace
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted, clock_text
from partyroll.messages import ASKED, CHANGE, EXIT_FIELD, FIELD, STATUS, STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partyroll.model import ExitRecord
    from partyroll.store.history import ChangeRecord
    from partyroll.tasks.keeping_reports import ReportSummary
    from partyroll.tasks.report_differences import NumberMoved, PersonMoved, ReportDifference

_MOST_NUMBERS = 40  # on a screen; --json has all


def tell_kept_reports(at: Common, *, json: bool) -> int:
    """Show every report that went out."""
    from partyroll.tasks.keeping_reports import kept_reports

    kept = kept_reports(at.ledger)
    if json:
        from partyroll.cli.contracts.report_kept import reports_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(reports_envelope(kept, at)))
        return 0
    titles = ("Số", "Lúc lập", "Người lập", "Kỳ", "Đơn vị", "Xóa tên", "Xin ra")
    at.screen.table(titles, [_row(one) for one in kept])
    at.screen.note(f"{len(kept)} báo cáo đã lưu.")
    return 0


def _row(kept: "ReportSummary") -> tuple[int | str, ...]:
    from partyroll.model import ExitKind

    return (
        kept.number,
        clock_text(kept.made_at),
        kept.made_by,
        kept.term.label,
        kept.unit,
        kept.totals[ExitKind.REMOVED],
        kept.totals[ExitKind.WITHDREW],
    )


def show_again(
    number: int, at: Common, files: FilesWanted, opened: str = "", *, json: bool, csv: bool
) -> int:
    """Show a report that went out, or write it again, exactly as it was; or open a number."""
    from partyroll.cli.report_files import print_csv, print_json, write_files
    from partyroll.cli.report_screen import tell_report
    from partyroll.tasks.audience import for_recipient
    from partyroll.tasks.keeping_reports import kept_report

    kept = kept_report(at.ledger, number)
    if opened:
        from partyroll.cli.report_open import show_opened

        return show_opened(kept.result, at, opened, files, json=json, csv=csv)
    kept = replace(kept, result=for_recipient(kept.result, at.recipient))
    if json:
        print_json(kept.result, at, kept)
    elif csv:
        print_csv(kept.result, at)
    else:
        made = f"lập {clock_text(kept.made_at)}, biết đến thay đổi số {kept.known_at}"
        at.screen.note(f"Báo cáo số {number}, {made}.")
        tell_report(kept.result, at)
    write_files(kept, at, files)
    return 0


# --- Why two of them differ ---------------------------------------------------------------
def tell_why(first: int, second: int, at: Common, *, json: bool) -> int:
    """Show which numbers differ between two reports, who moved them, and by which change."""
    from partyroll.tasks.report_differences import report_difference

    found = report_difference(at.ledger, first, second)
    if json:
        from partyroll.cli.contracts.report_kept import difference_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(difference_envelope(found, at)))
        return 0
    for name, then, now in found.asked:
        was, is_ = _asked(then), _asked(now)
        at.screen.note(f"{ASKED[name]}: báo cáo {first} {was}, báo cáo {second} {is_}.")
    _tell_numbers(found, at)
    _tell_people(found, at)
    at.screen.note(_summary(found))
    return 0


def _asked(value: str) -> str:
    return STRUCTURE.get(value, value) or "tất cả"


def _tell_numbers(found: "ReportDifference", at: Common) -> None:
    shown = found.numbers[:_MOST_NUMBERS] if at.screen.for_people else found.numbers
    rows = [_number_row(one) for one in shown]
    if not rows:
        return
    then, now = f"Báo cáo {found.before.number}", f"Báo cáo {found.after.number}"
    at.screen.table(("Bảng", "Dòng", "Cột", then, now, "Thêm", "Bớt"), rows, title="Số khác")
    more = len(found.numbers) - len(shown)
    if more:
        at.screen.note(f"… và {more} số nữa, dùng --json.")


def _number_row(one: "NumberMoved") -> tuple[int | str, ...]:
    return (
        one.title,
        one.row,
        one.column,
        one.before,
        one.after,
        len(one.came),
        len(one.went),
    )


def _tell_people(found: "ReportDifference", at: Common) -> None:
    rows = [
        (one.full_name, _exit(one.before), _exit(one.after), "; ".join(_reasons(one)))
        for one in found.people
    ]
    if rows:
        then, now = f"Báo cáo {found.before.number}", f"Báo cáo {found.after.number}"
        at.screen.table(("Họ và tên", then, now, "Vì"), rows, title="Người làm số thay đổi")


def _exit(record: "ExitRecord | None") -> str:
    if record is None:
        return "không có"
    day = record.counted_on.vi if record.counted_on else "chưa rõ ngày"
    return (
        f"{STATUS[record.kind]}, {day}, {', '.join(record.unit_path[-1:]) or 'chưa rõ đơn vị'}"
    )


def _reasons(one: "PersonMoved") -> "Sequence[str]":
    words = (EXIT_FIELD.get(name) or FIELD.get(name, name).lower() for name in one.changed)
    changed = [f"sửa {', '.join(words)}"] * bool(one.changed)
    behind = [_change(record) for record in one.changes]
    return (*changed, *(behind or ["hỏi khác đi"]))


def _change(record: "ChangeRecord") -> str:
    return f"thay đổi số {record.number} ({CHANGE.get(record.kind, record.kind)} {record.note})"


def _summary(found: "ReportDifference") -> str:
    if not found.numbers:
        return "Hai báo cáo cùng một số liệu."
    return (
        f"{len(found.numbers)} số khác, do {len(found.people)} người;"
        f" {len(found.changes)} lần ghi giữa hai báo cáo."
    )
