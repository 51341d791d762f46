"""The real command in processes of its own, which can be struck down at any moment."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

ROWS = 1_000
HEADING = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng"),
    *("Ngày chính thức", "Số thẻ đảng viên", "Chi bộ"),
)


def write_roster(path: Path, rows: int = ROWS, first: int = 0) -> Path:
    """Write a roster of invented people, with numbers from `first` on."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(HEADING)
    for number in range(first, first + rows):
        year = 1950 + number % 50
        sheet.append(
            (
                number,
                f"Nguyễn Thử {_word(number)}",
                f"{number % 28 + 1:02}/{number % 12 + 1:02}/{year}",
                "Nam",
                f"03/02/{year + 22}",
                f"03/02/{year + 23}",
                f"099{number:09}",
                f"Chi bộ thôn {number % 20 + 1}",
            )
        )
    book.save(path)
    return path


def _word(number: int) -> str:
    """Return a name for a number: Ba, Be, Bi…, one for each."""
    word = ""
    while True:
        number, rest = divmod(number, 60)
        word = "bcdghklmnprt"[rest // 5] + "aeiou"[rest % 5] + word
        if not number:
            return word.capitalize()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, by itself or struck down."""

    code: int
    said: str

    @property
    def acknowledged(self) -> bool:
        """Whether it said that it was done."""
        return self.code in {0, 3}


def start(folder: Path, *args: str | Path) -> "subprocess.Popen[str]":
    """Start the command in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "partyroll", *map(str, args)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )


def finish(process: "subprocess.Popen[str]") -> Ended:
    """Wait until a command has ended."""
    said, _ = process.communicate(timeout=300)
    return Ended(process.returncode, said)


def run(folder: Path, *args: str | Path) -> Ended:
    """Run the command to its end."""
    return finish(start(folder, *args))


def strike(
    folder: Path, *args: str | Path, after: float, with_: signal.Signals = signal.SIGKILL
) -> Ended:
    """Run the command and strike it, and all it started, after some seconds."""
    process = start(folder, *args)
    time.sleep(after)
    if process.poll() is None:
        os.killpg(process.pid, with_)
    return finish(process)
