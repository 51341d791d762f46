"""`partyroll report` on reports that went out: which there are, as they were."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted, clock_text

if TYPE_CHECKING:
    from partyroll.tasks.keeping_reports import KeptReport


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


def _row(kept: "KeptReport") -> tuple[int | str, ...]:
    from partyroll.model import ExitKind

    report = kept.result.report
    return (
        kept.number,
        clock_text(kept.made_at),
        kept.made_by,
        report.term.label,
        kept.result.unit,
        report.totals[ExitKind.REMOVED],
        report.totals[ExitKind.WITHDREW],
    )


def show_again(
    number: int, at: Common, files: FilesWanted, opened: str = "", *, json: bool, csv: bool
) -> int:
    """Show a report that went out, or write it again, exactly as it was; or open a number."""
    from partyroll.cli.report_files import print_csv, print_json, write_files
    from partyroll.cli.report_screen import tell_report
    from partyroll.tasks.keeping_reports import kept_report

    kept = kept_report(at.ledger, number)
    if opened:
        from partyroll.cli.report_open import show_opened

        return show_opened(kept.result, at, opened, files, json=json, csv=csv)
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
