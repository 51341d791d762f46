"""Ends a process that takes too long or grows too large."""

import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

_POLL = 0.05


class Watch(Thread):
    """Watches one process while it works on one workbook; `verdict` says why it was ended."""

    def __init__(
        self,
        process: "Popen[bytes]",
        *,
        seconds: float,
        memory: int,
        poll: bool = sys.platform != "linux",  # Linux caps memory in the process itself
    ) -> None:
        super().__init__(daemon=True)
        self.verdict = ""
        self._process = process
        self._seconds = seconds
        self._memory = memory
        self._poll = poll
        self._over = Event()

    def run(self) -> None:
        """Wait for the end of the work, the time or the memory."""
        if not self._poll:
            if not self._over.wait(self._seconds):
                self._end("time")
            return
        for _ in range(int(self._seconds / _POLL)):
            if self._over.wait(_POLL):
                return
            if self._grown():
                self._end("memory")
                return
        self._end("time")

    def stop(self) -> None:
        """Let the process live: its work is done."""
        self._over.set()
        self.join()

    def _grown(self) -> bool:
        import psutil  # noqa: PLC0415 – only where the system has no caps

        try:
            used: int = psutil.Process(self._process.pid).memory_info().rss
        except psutil.Error:  # it has just ended
            return False
        return used > self._memory

    def _end(self, verdict: str) -> None:
        self.verdict = verdict
        self._process.kill()
