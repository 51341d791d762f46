"""How sheets travel from the process that reads to the one that asked: as data, never code."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Protocol, cast

import msgpack

# Tags of the types that msgpack does not know.
_DATE, _MOMENT, _TIME, _SPAN = 1, 2, 3, 4
_DAY = timedelta(days=1)
_START = datetime.combine(date.min, time.min)
_MICROSECOND = timedelta(microseconds=1)
_LENGTH = 4
_SIGNED = 9  # bytes of any timedelta in microseconds


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
    packed = cast("bytes", msgpack.packb(message, default=_extended))
    target.write(len(packed).to_bytes(_LENGTH, "big"))
    target.write(packed)


def receive(source: Source) -> object:
    """Return the next message; raise EOFError when the other side has gone."""
    length = int.from_bytes(_exactly(source, _LENGTH), "big")
    return msgpack.unpackb(
        _exactly(source, length), ext_hook=_plain, strict_map_key=False, use_list=True
    )


def _exactly(source: Source, length: int) -> bytes:
    content = source.read(length)
    if len(content) < length:
        raise EOFError
    return content


def _extended(value: object) -> msgpack.ExtType:
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


_dates: dict[bytes, date] = {}  # the same few thousand days stand in every roll


def _plain(tag: int, content: bytes) -> object:
    if tag == _DATE:
        known = _dates.get(content)
        if known is None:
            known = _dates[content] = date.fromordinal(int.from_bytes(content, "big"))
        return known
    return _READERS[tag](timedelta(microseconds=int.from_bytes(content, "big", signed=True)))


_READERS: dict[int, Callable[[timedelta], object]] = {
    _MOMENT: lambda span: _START + span,
    _TIME: lambda span: (_START + span).time(),
    _SPAN: lambda span: span,
}
