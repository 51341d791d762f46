"""How sheets travel from the process that reads to the one that asked: as data, never code."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import zip_longest
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
_CELLS_AT_ONCE = 50_000
_KNOWN = 50_000  # the same few thousand days stand in every roll
_NUMBERS = frozenset({bool, int, float})
_LOOKED_AT = 100  # cells of a column: they tell whether its values repeat

Known = Callable[[list[object]], Sequence[object]]


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


def _as_they_are(values: list[object]) -> list[object]:
    return values


def chunks(rows: Iterable[list[T]]) -> Iterator[list[list[T]]]:
    """Yield rows in lists of as many as are good to pack at once, however wide some are."""
    chunk: list[list[T]] = []
    widest = 1
    for row in rows:
        widest = max(widest, len(row))
        if chunk and (len(chunk) + 1) * widest > _CELLS_AT_ONCE:
            yield chunk
            chunk, widest = [], len(row) or 1
        chunk.append(row)
    yield chunk


def packed_rows(
    rows: Sequence[list[T]], default: Callable[[object], msgpack.ExtType] | None = None
) -> bytes:
    """Return rows as bytes, the same for the same values: column by column.

    Where values repeat, each stands once, and a number for each cell says which it is.
    `default` packs values of types that no sheet holds as it is read.
    """
    lengths = array("I", map(len, rows)).tobytes()
    columns = [*map(_coded, zip_longest(*rows, fillvalue=""))]
    packed = msgpack.packb(
        [lengths, columns], default=default or extended, unicode_errors="surrogatepass"
    )
    return cast("bytes", packed)


def unpacked_rows(packed: bytes, known: Known = _as_they_are) -> list[list[object]]:
    """Return the rows that were packed; `known` gives for texts those that are kept already."""
    coded, columns = msgpack.unpackb(packed, ext_hook=_plain)
    lengths = array("I", coded)
    told = [_decoded(places, values, known) for places, values in columns]
    rows = [*map(list, zip(*told, strict=True))]
    if not rows:
        return [[] for _ in lengths]
    if lengths.count(len(columns)) == len(lengths):
        return rows
    return [row[:length] for row, length in zip(rows, lengths, strict=True)]


def _coded(column: Sequence[Hashable]) -> tuple[bytes, Sequence[Hashable]]:
    """Return the places of the cells' values, and the values; b"" = each in its place."""
    few = {*column[:_LOOKED_AT]}
    repeated = 2 * len(few) <= min(len(column), _LOOKED_AT)
    if not repeated or _with_numbers(few):
        return b"", column
    places = _Places()
    told = array("I", map(places.__getitem__, column))
    return (b"", column) if _with_numbers(places) else (told.tobytes(), [*places])


def _with_numbers(values: Iterable[Hashable]) -> bool:
    """Whether some are numbers: equal ones may still differ, as 1, True and 1.0 do."""
    return not _NUMBERS.isdisjoint(map(type, values))


def _decoded(places: bytes, values: list[object], known: Known) -> Iterable[object]:
    return map(known(values).__getitem__, array("I", places)) if places else values


class _Places(dict[Hashable, int]):
    """The values that were met, and the place of each among them."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = place = len(self)
        return place


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
