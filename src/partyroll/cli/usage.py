"""Wrong usage in the user's language: Typer's own sentences are English."""

import re

import typer

_CHOICE = re.compile(r"'[^']*' is not one of .*")
_IN_QUOTES = re.compile(r"'([^']*)'")
_QUOTED = re.compile(r"'([^']*)'|\(([^()]*)\)$")


def usage_sentence(error: typer.TyperException) -> str:
    """Return what was wrong with the typed command, from the facts the error carries."""
    kind = type(error).__name__
    message = str(getattr(error, "message", ""))
    option = str(getattr(error, "option_name", None) or "")
    if kind == "NoSuchOption":
        return f"không có tùy chọn {option}{_near(getattr(error, 'possibilities', None))}"
    if kind == "BadOptionUsage":
        needs = "không nhận giá trị" if "does not take" in message else "cần một giá trị"
        return f"{option} {needs}"
    if kind == "MissingParameter":
        return f"thiếu {_name(error)}"
    if kind == "BadParameter":
        return f"{_name(error)} {_wanted(error, message)}"
    found = [quoted or rest for quoted, rest in _QUOTED.findall(message)]
    if message.startswith("No such command"):
        return f"không có lệnh “{found[0]}”{_near(found[1:])}"
    if message.startswith("Got unexpected extra"):
        return f"thừa “{found[0]}”"
    return message


def _name(error: typer.TyperException) -> str:
    """Return the option or argument as the user types it."""
    parameter = getattr(error, "param", None)
    names = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    hint = getattr(error, "param_hint", None) or getattr(parameter, "metavar", None)
    return str(next(iter(names), hint or "tham số"))


def _wanted(error: typer.TyperException, message: str) -> str:
    """Return what a value should be; a sentence of our own is passed on."""
    if chosen := _CHOICE.search(message):
        typed, *allowed = _IN_QUOTES.findall(chosen[0])
        return f"phải là {', '.join(allowed)}, không phải “{typed}”"
    if not message.startswith("Input should"):
        return message
    described = getattr(getattr(error, "param", None), "type_descriptor", None)
    limits = getattr(described, "parameter_info", None)
    low, high = getattr(limits, "min", None), getattr(limits, "max", None)
    if low is not None and high is not None:
        return f"phải từ {low} đến {high}"
    return "phải là một số" if "integer" in message else "không dùng được giá trị này"


def _near(candidates: list[str] | None) -> str:
    return f" (gần giống: {', '.join(candidates)})" if candidates else ""


def usage_hint(error: typer.TyperException) -> str:
    """Return the command whose help explains more."""
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "") or "partyroll"
    return f"{path} --help"
