"""Ids made by the client: ordered by time, unique without a server (UUIDv7)."""

import os
import time
from collections.abc import Iterator

_TOKEN = 32  # hexadecimal digits
_DRAWN = 4_096  # bytes at once: the system is asked seldom


class Ids:
    """Hands out UUIDv7 texts in strictly rising order.

    One clock reading starts the run; a counter in the random bits keeps the order, so rows
    of one change sort as they were written even when the clock stands still or jumps back.
    """

    def __init__(self) -> None:
        milliseconds = time.time_ns() // 1_000_000
        noise = int.from_bytes(os.urandom(10))
        version, variant = 0x7000 | noise >> 68, 0x8000 | noise >> 54 & 0x3FFF
        clock = f"{milliseconds:012x}"
        self._start = f"{clock[:8]}-{clock[8:]}-{version:04x}-{variant:04x}-"
        self._next = noise & 0x7FFF_FFFF_FFFF  # 47 of 48 bits: room for 2^47 ids

    def new(self) -> str:
        """Return the next id."""
        self._next += 1
        return f"{self._start}{self._next:012x}"

    def take(self, count: int) -> list[str]:
        """Return the next `count` ids."""
        start, first = self._start, self._next + 1
        self._next += count
        return [f"{start}{number:012x}" for number in range(first, first + count)]


def tokens() -> Iterator[str]:
    """Yield random texts of 32 hexadecimal digits, without end."""
    while True:
        drawn = os.urandom(_DRAWN).hex()
        yield from (drawn[at : at + _TOKEN] for at in range(0, len(drawn), _TOKEN))
