"""Wrong usage in the user's language: Typer's own sentences are English."""

import typer

_HINTS = {
    "NoSuchOption": "không có tùy chọn {option}",
    "NoSuchCommand": "không có lệnh này",
    "MissingParameter": "thiếu {param}",
    "BadOptionUsage": "tùy chọn {option} cần một giá trị",
    "BadParameter": "{param}: giá trị không dùng được",
}


def usage_sentence(error: typer.TyperException) -> str:
    """Return what was wrong with the typed command, from the facts the error carries."""
    kind = type(error).__name__
    option = getattr(error, "option_name", "") or ""
    parameter = getattr(error, "param", None)
    names = getattr(parameter, "opts", None) or []
    metavar = getattr(parameter, "metavar", "") or ""
    shown = next((name for name in names if name.startswith("-")), metavar or "tham số")
    if kind in _HINTS:
        sentence = _HINTS[kind].format(option=option, param=shown)
    else:
        sentence = error.format_message()
    name = getattr(error, "command_name", "") or ""
    return f"{sentence}: {name}" if name else sentence


def usage_hint(error: typer.TyperException) -> str:
    """Return the command whose help explains more."""
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "") or "partyroll"
    return f"{path} --help"
