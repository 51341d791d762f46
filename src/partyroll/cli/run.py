"""The one place where endings become exit codes."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from traceback import extract_tb
from typing import Any

import typer

from partyroll.cli.app import app
from partyroll.cli.screen import Screen
from partyroll.cli.usage import usage_hint, usage_sentence
from partyroll.errors import PartyrollError
from partyroll.store.refusals import LedgerOlder

INTERRUPTED = 130


def main(args: list[str] | None = None, *, now: datetime | None = None) -> int:
    """Run one command at the moment `now` and return its exit code."""
    speak_utf8()
    arguments = sys.argv[1:] if args is None else args
    moment = now or datetime.now()  # noqa: DTZ005 (the user's own clock)
    try:
        return _ended(_run(arguments or ["--help"], moment))
    except PartyrollError as error:
        Screen().error(f"Lỗi: {error}")
        return error.exit_code
    except typer.TyperException as error:
        hint = usage_hint(error)
        Screen().error(f"Lệnh gõ chưa đúng: {usage_sentence(error)}\nGợi ý: {hint}")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        Screen().error("Đã dừng. Sổ không bị thay đổi.")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens
        return 0
    except SystemExit as leaving:  # what Typer makes of a pipe closed while it was written to
        return 0 if isinstance(leaving.__context__, BrokenPipeError) else 1
    except Exception as error:  # noqa: BLE001 (the last resort: one calm sentence)
        log = write_log(error)
        Screen().error(
            "Lỗi ngoài dự kiến. Sổ không bị thay đổi.\n"
            f"Gợi ý: gửi tệp {log} (không chứa họ tên) cho người hỗ trợ."
        )
        return 1


def _run(arguments: list[str], moment: datetime) -> int:
    """Run the command; a ledger of an older version is upgraded first, and that is told."""
    try:
        return _command(arguments, moment)
    except LedgerOlder as older:  # nothing is done yet: every command opens its ledger first
        from partyroll.tasks.keeping import bring_up_to_date

        done = bring_up_to_date(older.path, now=moment)
    if done is not None:
        Screen().note(
            f"Sổ thuộc phiên bản {done.found}: đã sao lưu ({done.backup.path.name}) và nâng"
            f" lên phiên bản {done.reached}; nội dung giữ nguyên."
        )
    return _command(arguments, moment)


def _command(arguments: list[str], moment: datetime) -> int:
    return int(_app()(arguments, prog_name="partyroll", standalone_mode=False, obj=moment) or 0)


@cache  # Typer would read the signatures of all commands at every call
def _app() -> Callable[..., Any]:
    return typer.main.get_command(app)


def _ended(ending: int) -> int:
    """Return the exit code when all is said."""
    sys.stdout.flush()  # a closed pipe shows here, not when the interpreter leaves
    if ending == INTERRUPTED:  # Typer has caught the key and told nobody
        raise typer.Abort
    return ending


def speak_utf8() -> None:
    """Print UTF-8 whatever the console says: cp1252 and cp1258 cannot write Đảng."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def write_log(error: BaseException) -> Path:
    """Write where the failure happened: files, lines and kinds of errors, no values."""
    now = datetime.now()  # noqa: DTZ005 (the user's own clock)
    lines = [f"{now:%Y-%m-%d %H:%M:%S}"]
    for one in _chain(error):
        lines.append(type(one).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in extract_tb(one.__traceback__)
        ]
    path = Path(gettempdir()) / f"partyroll-{now:%Y-%m-%d-%H%M%S}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what led to it; a library may close the chain to a circle."""
    told: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in told:
        told.add(id(one))
        yield one
        one = one.__cause__ or one.__context__
