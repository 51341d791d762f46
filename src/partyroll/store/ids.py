"""Ids made by the client: ordered by time, unique without a server (UUIDv7)."""

import os
import time
from uuid import UUID


class Ids:
    """Hands out UUIDv7 texts in strictly rising order.

    One clock reading starts the run; a counter in the random bits keeps the order, so rows
    of one change sort as they were written even when the clock stands still or jumps back.
    """

    def __init__(self) -> None:
        milliseconds = time.time_ns() // 1_000_000
        self._next = milliseconds << 80 | int.from_bytes(os.urandom(10)) >> 8

    def new(self) -> str:
        """Return the next id."""
        self._next += 1
        value = self._next & ~(0xF << 76) | 0x7 << 76
        return str(UUID(int=value & ~(0x3 << 62) | 0x2 << 62))
