"""The records of a binary part: a number, a length and as many bytes, one after the other."""

from collections.abc import Iterable, Iterator
from struct import Struct

WORD = Struct("<I")
_SEVEN = 0x7F  # the eighth bit says that the number goes on
_LONGEST = 1 << 20  # bytes: no cell, merged range or name is nearly as long


def records(blocks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the content of every record.

    Raises ValueError where a part breaks off or is no list of records.
    """
    rest = b""
    for block in blocks:
        rest += block
        at = 0
        while at < len(rest):
            found = _head(rest, at)
            if found is None or found[2] > len(rest):
                break
            kind, start, at = found
            yield kind, rest[start:at]
        rest = rest[at:]
    if rest:
        raise ValueError(len(rest))


def wide_text(content: bytes, start: int) -> tuple[str, int]:
    """Return the text that begins at `start` of a record, and where it ends."""
    (letters,) = WORD.unpack_from(content, start)
    begin = start + WORD.size
    end = begin + 2 * letters
    return content[begin:end].decode("utf-16-le", "replace"), end


def _head(part: bytes, at: int) -> tuple[int, int, int] | None:
    """Return number, start and end of the record at `at`; None where the part is cut."""
    try:
        kind, place = _number(part, at, most=2)
        size, start = _number(part, place, most=4)
    except IndexError:
        return None
    if size > _LONGEST:
        raise ValueError(size)
    return kind, start, start + size


def _number(part: bytes, at: int, *, most: int) -> tuple[int, int]:
    number = 0
    for place in range(most):
        byte = part[at + place]
        number |= (byte & _SEVEN) << (7 * place)
        if byte <= _SEVEN:
            break
    return number, at + place + 1
