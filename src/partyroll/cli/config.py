"""`partyroll config`."""

from dataclasses import fields

import typer

from partyroll.cli.options import LedgerOption, QuietOption, common
from partyroll.messages import FIELD, GATE, SETTING


def config(
    context: typer.Context, ledger: LedgerOption = None, quiet: QuietOption = False
) -> int:
    """Các thiết lập đang dùng và nơi đặt từng thiết lập.

    Mã kết thúc: 0 xong, 1 tệp partyroll.toml có giá trị sai.
    """
    at = common(context, ledger, quiet=quiet)
    settings = at.settings()
    rows = [
        (
            setting.name,
            _as_typed(getattr(settings.rule, setting.name)),
            settings.origins.get(setting.name, "mặc định"),
            SETTING[setting.name],
        )
        for setting in fields(settings.rule)
    ]
    rows += [
        (
            f"gate.{name}",
            f"{value:.4g}",
            settings.origins.get(f"gate.{name}", "mặc định"),
            GATE[name],
        )
        for name, value in settings.gate.stated()
    ]
    rows += [
        (f"columns: {heading}", name, "partyroll.toml", FIELD.get(name, ""))
        for heading, name in settings.headings.items()
    ]
    at.screen.table(("Thiết lập", "Giá trị", "Từ đâu", "Nghĩa"), rows)
    at.screen.note(
        f"Đặt trong tệp {at.ledger.parent / 'partyroll.toml'}, mục [rule], [gate], [columns]."
    )
    return 0


def _as_typed(value: object) -> str:
    """Return a value as it is typed in partyroll.toml."""
    return str(value).lower() if isinstance(value, bool) else str(value)
