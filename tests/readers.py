"""The process that reads workbooks, kept from one command to the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from partyroll.read import cage
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits

_waiting: list[Popen[bytes]] = []


class LastingCage(cage.Cage):
    """A cage whose process serves the commands of a whole session, as it does many files."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        super().__init__(limits)
        self._asking = False

    def close(self) -> None:
        """Put the process aside for the next command; end it when a question went wrong."""
        if self._asking or self._process is None:
            super().close()
            return
        _waiting.append(self._process)
        self._process = None

    @contextmanager
    def _watched(self, path: Path, memory: int, seconds: int) -> Iterator[Popen[bytes]]:
        self._asking = True
        if self._process is None and _waiting:
            self._process = _waiting.pop()
        try:
            with super()._watched(path, memory, seconds) as process:
                yield process
        finally:
            self._asking = False


@contextmanager
def lasting_readers() -> Iterator[None]:
    """Have commands that run inside the tests share their reading process."""
    with pytest.MonkeyPatch.context() as everywhere:
        everywhere.setattr(cage, "Cage", LastingCage)
        yield
    while _waiting:
        with _waiting.pop() as process:
            process.kill()
