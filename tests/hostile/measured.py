"""One real command, with what it and its processes took."""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import psutil

_POLL = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended and what it cost, its children included."""

    code: int
    errors: str
    seconds: float  # of processor time
    megabytes: float  # resident, all processes together, at the worst moment


class _Scale(Thread):
    """Weighs a tree of processes again and again."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self.over = Event()
        self._process = process

    def run(self) -> None:
        while not self.over.wait(_POLL):
            try:
                tree = [self._process, *self._process.children(recursive=True)]
                self.most = max(self.most, sum(one.memory_info().rss for one in tree))
            except psutil.Error:
                continue


def measured(folder: Path, *words: str) -> Run:
    """Run `partyroll` with these words in a folder."""
    before = _seconds()
    process = subprocess.Popen(
        [sys.executable, "-m", "partyroll", *words],
        cwd=folder,
        env={**os.environ, "PARTYROLL_LEDGER": str(folder / "so.db")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    scale = _Scale(psutil.Process(process.pid))
    scale.start()
    _, errors = process.communicate()
    scale.over.set()
    scale.join()
    return Run(
        process.returncode, errors.decode("utf-8"), _seconds() - before, scale.most / (1 << 20)
    )


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
