"""`partyroll config`."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    JsonOption,
    LedgerOption,
    QuietOption,
    common,
    day_or,
)
from partyroll.messages import (
    ADMISSION_LIMIT,
    FIELD,
    GATE,
    LEAST_BASE_MEANS,
    LEAST_COUNT_MEANS,
    RATING_LIMIT,
    READING_LIMIT,
    SETTING,
    SUPPORT_LIMIT,
    WATCH_LIMIT,
)

if TYPE_CHECKING:
    from datetime import date

    from partyroll.model import RuleSet
    from partyroll.rulebook import Rulebook
    from partyroll.settings import Settings


def config(
    context: typer.Context,
    topic: Annotated[
        str, typer.Argument(metavar="[rules]", help="rules: các quy định qua các thời kỳ.")
    ] = "",
    as_of: AsOfOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Các thiết lập đang dùng và nơi đặt từng thiết lập; quy định nào có hiệu lực từ ngày nào.

    Mã kết thúc: 0 xong, 1 tệp partyroll.toml có giá trị sai.
    """
    if topic not in {"", "rules"}:
        message = 'là "rules", hoặc để trống'
        raise typer.BadParameter(message, param_hint="config")
    at = common(context, ledger, quiet=quiet)
    day = day_or(as_of, at.today)
    if topic:
        return _tell_rules(at, day, json=json)
    if json:
        return _print_json(at, day, settings=dict(_settings_of(at, day)))
    _tell_settings(at, day)
    return 0


def _print_json(at: Common, day: "date", **facts: object) -> int:
    from partyroll.write.json import to_json

    envelope = {"command": "config", "ledger": str(at.ledger), "as_of": day, **facts}
    at.screen.raw(to_json(envelope))
    return 0


# --- What is set, and where ---------------------------------------------------------------
def _settings_of(at: Common, day: "date") -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each setting of the rule with its value on `day` and where that comes from."""
    settings = at.settings()
    rule = settings.rulebook.in_force(day)
    of_rule = dict.fromkeys(rule.settings, rule.version)
    in_force = settings.rulebook.settings(rule)
    origins = {**of_rule, **settings.origins}
    for setting in fields(in_force):
        value = getattr(in_force, setting.name)
        yield setting.name, {"value": value, "origin": origins.get(setting.name, "mặc định")}


def _tell_settings(at: Common, day: "date") -> None:
    settings = at.settings()
    rows = [
        (name, _as_typed(stated["value"]), str(stated["origin"]), SETTING[name])
        for name, stated in _settings_of(at, day)
    ]
    rows += [
        (name, value, settings.origins.get(name, "mặc định"), means)
        for name, value, means in _limits(settings)
    ]
    rows += [
        (f"columns: {heading}", name, "partyroll.toml", FIELD.get(name, ""))
        for heading, name in settings.headings.items()
    ]
    at.screen.table(("Thiết lập", "Giá trị", "Từ đâu", "Nghĩa"), rows)
    at.screen.note(
        f"Đặt trong tệp {at.ledger.parent / 'partyroll.toml'}, mục [rule], [gate],"
        " [watch], [admission], [support], [rating], [columns], [office],"
        " [import.limits], [report].",
        prose=True,
    )


def _limits(settings: "Settings") -> Iterator[tuple[str, str, str]]:
    """Yield each limit by the name it is set with, its value, what it means."""
    for name, value in settings.gate.stated():
        yield f"gate.{name}", f"{value:.4g}", GATE[name]
    for limit in fields(settings.watch):
        value = getattr(settings.watch, limit.name)
        yield f"watch.{limit.name}", str(value), WATCH_LIMIT[limit.name]
    for name, means in ADMISSION_LIMIT.items():
        yield f"admission.{name}", str(getattr(settings.admission, name)), means
    for name, means in SUPPORT_LIMIT.items():
        yield f"support.{name}", str(getattr(settings.support, name)), means
    for name, means in RATING_LIMIT.items():
        yield f"rating.{name}", _limit_as_typed(getattr(settings.rating, name)), means
    for name, most in settings.reading.stated():
        yield f"import.limits.{name}", str(most), READING_LIMIT[name]
    yield "report.least_base", str(settings.least_base), LEAST_BASE_MEANS
    yield "report.least_count", str(settings.least_count), LEAST_COUNT_MEANS


def _limit_as_typed(value: object) -> str:
    """Return a limit of ratings; of organisations, how many are named."""
    return f"{len(value)} tổ chức" if isinstance(value, Mapping) else str(value)


def _as_typed(value: object) -> str:
    """Return a value as it is typed in partyroll.toml."""
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- The regulations ----------------------------------------------------------------------
def _tell_rules(at: Common, day: "date", *, json: bool) -> int:
    rulebook = at.settings().rulebook
    in_force = rulebook.in_force(day)
    if json:
        rules = [_rule_object(rule, rulebook, in_force) for rule in rulebook.sets]
        return _print_json(at, day, rules=rules)
    rows = [
        (
            rule.id,
            f"{rule.since:%d/%m/%Y}" if rule.since else f"chưa rõ ngày ({rule.year})",
            rule.guidance,
            _differing(rule.settings),
            rule.confidence or "đã công bố",
            "có" if rule is in_force else "",
        )
        for rule in rulebook.sets
    ]
    titles = ("Quy định", "Từ ngày", "Hướng dẫn", "Cách đọc riêng", "Độ tin cậy", "Đang dùng")
    at.screen.table(titles, rows)
    at.screen.note(f"Ngày {day:%d/%m/%Y}: {in_force.version}.")
    at.screen.note(f"Nội dung: “{in_force.text}” ({in_force.source}).", prose=True)
    for remark in rulebook.remarks(day):
        at.screen.note(f"Lưu ý: {remark}.", prose=True)
    if rulebook.office:
        told = _differing(rulebook.office)
        at.screen.note(f"Đơn vị đặt riêng, thay cho mọi quy định: {told}.", prose=True)
    return 0


def _differing(settings: Mapping[str, object]) -> str:
    return ", ".join(f"{name} = {_as_typed(value)}" for name, value in settings.items())


def _rule_object(
    rule: "RuleSet", rulebook: "Rulebook", in_force: "RuleSet"
) -> dict[str, object]:
    return {
        "id": rule.id,
        "from": rule.since,
        "year": rule.year,
        "guidance": rule.guidance,
        "confidence": rule.confidence,
        "text": rule.text,
        "source": rule.source,
        "settings": dict(rule.settings),
        "settings_in_force": rulebook.settings(rule),
        "in_force": rule is in_force,
    }
