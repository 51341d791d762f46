"""How sheets travel from the process that reads to the one that asked: as data, never code."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Protocol, TypeVar, cast

import msgpack

T = TypeVar("T")

# Tags of the types that msgpack does not know.
_DATE, _MOMENT, _TIME, _SPAN = 1, 2, 3, 4
_DAY = timedelta(days=1)
_START = datetime.combine(date.min, time.min)
_MICROSECOND = timedelta(microseconds=1)
_LENGTH = 4
_SIGNED = 9  # bytes of any timedelta in microseconds
_FIRST_ROWS = 100  # among them the widest says how many go at once
_CELLS_AT_ONCE = 50_000
_KNOWN = 50_000  # the same few thousand days stand in every roll


class Source(Protocol):
    """Where bytes come from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes; fewer only at the end."""
        ...


class Target(Protocol):
    """Where bytes go."""

    def write(self, content: bytes, /) -> object:
        """Take bytes."""
        ...

    def flush(self) -> None:
        """Let them go."""
        ...


def send(target: Target, message: object) -> None:
    """Write one message, its length first."""
    packed = cast("bytes", msgpack.packb(message, default=extended))
    target.write(len(packed).to_bytes(_LENGTH, "big"))
    target.write(packed)


def receive(source: Source) -> object:
    """Return the next message; raise EOFError when the other side has gone."""
    length = int.from_bytes(_exactly(source, _LENGTH), "big")
    return msgpack.unpackb(
        _exactly(source, length), ext_hook=_plain, strict_map_key=False, use_list=True
    )


def chunks(rows: Iterable[list[T]]) -> Iterator[list[list[T]]]:
    """Yield rows in lists of about as many cells as are good to pack at once."""
    left = iter(rows)
    first = [*islice(left, _FIRST_ROWS)]
    yield first
    widest = max(map(len, first), default=0) or 1
    at_once = max(_CELLS_AT_ONCE // widest, 1)
    while chunk := [*islice(left, at_once)]:
        yield chunk


def packed_rows(chunk: list[list[object]]) -> bytes:
    """Return rows as bytes, the same for the same values."""
    return cast("bytes", msgpack.packb(chunk, default=extended))


def unpacked_rows(packed: bytes) -> list[list[object]]:
    """Return the rows that were packed."""
    rows = msgpack.unpackb(packed, ext_hook=_plain, strict_map_key=False, use_list=True)
    return cast("list[list[object]]", rows)


def _exactly(source: Source, length: int) -> bytes:
    content = source.read(length)
    if len(content) < length:
        raise EOFError
    return content


@lru_cache(_KNOWN, typed=True)
def extended(value: object) -> msgpack.ExtType:
    """Return a value of a type that msgpack does not know as bytes under a tag."""
    # A datetime is a date, too: it comes first.
    if isinstance(value, datetime):
        within = value - datetime.combine(value, time.min)
        return _tagged(_MOMENT, (value.toordinal() - 1) * _DAY + within)
    if isinstance(value, date):
        return msgpack.ExtType(_DATE, value.toordinal().to_bytes(3, "big"))
    if isinstance(value, time):
        return _tagged(_TIME, datetime.combine(date.min, value) - _START)
    if isinstance(value, timedelta):
        return _tagged(_SPAN, value)
    message = f"no sheet holds {type(value)}"
    raise TypeError(message)


def _tagged(tag: int, span: timedelta) -> msgpack.ExtType:
    return msgpack.ExtType(tag, (span // _MICROSECOND).to_bytes(_SIGNED, "big", signed=True))


@lru_cache(_KNOWN)
def _plain(tag: int, content: bytes) -> object:
    if tag == _DATE:
        return date.fromordinal(int.from_bytes(content, "big"))
    return _READERS[tag](timedelta(microseconds=int.from_bytes(content, "big", signed=True)))


_READERS: dict[int, Callable[[timedelta], object]] = {
    _MOMENT: lambda span: _START + span,
    _TIME: lambda span: (_START + span).time(),
    _SPAN: lambda span: span,
}
