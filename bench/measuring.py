"""What a command costs: CPU of the process and its children, and the memory of all of them."""

import os
import subprocess
import time
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage

import psutil

_LOOK_EVERY = 0.05  # seconds
# What is installed is compiled once, not at every start.
_COMPILED = {name: value for name, value in os.environ.items() if "DONTWRITEBYTE" not in name}


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, and the highest memory seen of the process and its children, in MiB."""

    cpu: float
    peak: float


def cost_of(command: tuple[str, ...], *, tells: bool = False) -> Cost:
    """Run `command` to its end and return what it cost; raise where it fails.

    A command that `tells` prints the CPU seconds that count.
    """
    before = getrusage(RUSAGE_CHILDREN)
    output = subprocess.PIPE if tells else subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=output, text=True, env=_COMPILED)
    watched, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        peak = max(peak, _memory(watched))
        time.sleep(_LOOK_EVERY)
    if process.returncode not in {0, 3}:  # 3: done, some rows were set aside
        raise subprocess.CalledProcessError(process.returncode, command)
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    if tells and process.stdout is not None:
        cpu = float(process.stdout.read())
    return Cost(cpu, max(peak / 2**20, after.ru_maxrss / 2**10 if not peak else 0))


def _memory(process: psutil.Process) -> int:
    try:
        return sum(p.memory_info().rss for p in (process, *process.children(recursive=True)))
    except psutil.Error:
        return 0  # it has just ended
