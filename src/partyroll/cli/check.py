"""`partyroll check`."""

from typing import TYPE_CHECKING

import typer

from partyroll.cli.options import Common, JsonOption, LedgerOption, QuietOption, common

if TYPE_CHECKING:
    from partyroll.tasks.checking import CheckResult


def check(
    context: typer.Context,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Tìm điều mâu thuẫn: số thẻ trùng, ngày ngược, thiếu quyết định, sổ bị sửa.

    Không sửa gì. Mã kết thúc: 0 không có lỗi, 1 có lỗi, 13 sổ bị sửa ngoài chương trình.
    """
    from partyroll.tasks.answering import open_questions
    from partyroll.tasks.checking import check_ledger

    at = common(context, ledger, quiet=quiet)
    result = check_ledger(at.ledger, today=at.today)
    _, questions = open_questions(at.ledger)
    if json:
        from partyroll.cli.contracts.check import check_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(check_envelope(result, questions, at)))
    else:
        _tell(result, at)
        if questions:
            at.screen.note(f"{len(questions)} câu hỏi đang chờ trả lời: partyroll answer")
    if result.tampered:
        return 13
    return 1 if result.errors else 0


def _tell(result: "CheckResult", at: Common) -> None:
    rows = [
        (
            "lỗi" if one.severity == "error" else "xem lại",
            one.subject,
            one.message,
            str(one.source) if one.source else "",
        )
        for one in result.found
    ]
    if rows:
        at.screen.table(("Mức", "Ai, cái gì", "Điều tìm thấy", "Nguồn"), rows, limit=100)
    warnings = len(result.found) - result.errors
    at.screen.note(
        f"{result.errors} lỗi, {warnings} điều cần xem lại. Mã sổ: {result.head[:10]}"
        if result.found
        else f"Không thấy điều gì mâu thuẫn. Mã sổ: {result.head[:10]}"
    )
