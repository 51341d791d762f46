"""The searches in the XML of a sheet, for the prefix its tags carry.

Each runs at the speed of C over whole pieces.  One tells in a single run that nothing in a
piece is odd.  Of the others, those for the usual spelling (`<c r="A1"`) begin with a literal;
the general ones, several times slower, see every spelling.
"""

import re
from dataclasses import dataclass
from functools import cache

Pattern = re.Pattern[bytes]


@dataclass(frozen=True, slots=True)
class Marks:
    """Plain pieces of tags, to count."""

    cell: bytes
    bare_cell: bytes
    usual_cell: bytes
    row: bytes
    value: bytes
    value_with_attributes: bytes
    no_value: bytes
    inline: bytes
    formula: bytes
    end_of_cell: bytes
    end_of_value: bytes
    end_of_inline: bytes
    ends_of_full_row: tuple[bytes, ...]  # its last cell has a value

    def last_address(self, row: bytes) -> bytes:
        """Return the address of the last cell with a value in the XML of one row."""
        if row.endswith(self.ends_of_full_row):
            end = len(row)
        else:
            end = max(row.rfind(self.end_of_value), row.rfind(self.end_of_inline), 0)
        start = row.rfind(self.usual_cell, 0, end)
        if start < 0:
            return b""
        start += len(self.usual_cell)
        return row[start : row.find(b'"', start)]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Searches; "odd" ones find what is not spelled, or not placed, as usual."""

    odd_cell: Pattern
    odd_row: Pattern
    any_address: Pattern
    any_row: Pattern
    hidden_row: Pattern
    tag: Pattern
    value_with_attributes: Pattern
    inline: Pattern
    uncomputed: Pattern
    error: Pattern
    string: Pattern


@cache
def marks(prefix: bytes) -> Marks:
    """Return the pieces of tags to count."""
    return Marks(
        cell=b"<" + prefix + b"c ",
        bare_cell=b"<" + prefix + b"c>",
        usual_cell=b"<" + prefix + b'c r="',
        row=b"<" + prefix + b"row",
        value=b"<" + prefix + b"v>",
        value_with_attributes=b"<" + prefix + b"v ",
        no_value=b"<" + prefix + b"v></" + prefix + b"v>",
        inline=b"<" + prefix + b"is>",
        formula=b"<" + prefix + b"f",
        end_of_cell=b"</" + prefix + b"c>",
        end_of_value=b"</" + prefix + b"v>",
        end_of_inline=b"</" + prefix + b"is>",
        ends_of_full_row=tuple(
            b"</%b%b></%bc></%brow>" % (prefix, last, prefix, prefix) for last in (b"v", b"is")
        ),
    )


@cache
def plain(prefix: bytes, texts: int) -> Pattern:
    """Return the pattern of a piece in which every cell is placed and spelled as usual.

    Values are neither empty nor errors, formulas are computed, and `texts` shared ones are
    there: counting is all that is left to do.
    """
    return _pattern(
        rb'(?:<P:c r="[A-Z]{1,2}+[1-9]\d{0,5}+"(?: s="\d++")?+(?:'
        # What most cells are stands first: a text, a number, nothing.
        rb' t="s"><P:v>(?:N)</P:v></P:c>'
        rb'| t="inlineStr"><P:is><P:t(?: xml:space="preserve")?+>\s*+[^<][^<]*+</P:t></P:is>'
        rb"</P:c>"
        rb"|><P:v>[^<]++</P:v></P:c>"
        rb"|/>|></P:c>"
        rb'|(?: t="(?:n|str|b|d)")?+>(?:<P:f(?: [^<>]*+)?+(?:(?<=/)>|(?<!/)>[^<]*+</P:f>))?+'
        rb"<P:v>[^<]++</P:v></P:c>"
        rb')|</P:row>|<P:row r="[1-9]\d{0,5}+"[^<>]*+>)*+',
        prefix,
        b"|".join(_below(texts)),
    )


@cache
def patterns(prefix: bytes) -> Patterns:
    """Return the searches."""
    empty = rb"(?:<P:v\s*/>|<P:v></P:v>)?\s*</P:c>"
    return Patterns(
        odd_cell=_pattern(rb'<P:c r="(?![A-Z]{1,2}[1-9]\d{0,5}")([^"]*)', prefix),
        odd_row=_pattern(rb'<P:row r="(?![1-9]\d{0,5}")([^"]*)', prefix),
        any_address=_pattern(rb"""<P:c\s[^>]*?\br\s*=\s*["']([^"']*)""", prefix),
        any_row=_pattern(rb"""<P:row\s[^>]*?\br\s*=\s*["']([^"']*)""", prefix),
        hidden_row=_pattern(
            rb"""<P:row\s((?=[^>]*\bhidden\s*=\s*["'](?:1|true)["'])[^>]*[^/>])>""", prefix
        ),
        tag=_pattern(rb"<P:c\s([^>]*)>", prefix),
        value_with_attributes=_pattern(rb"<P:v\s[^>]*[^/]>(?!</P:v>)", prefix),
        inline=_pattern(
            rb"<P:is>(?!\s*(?:<P:t[^>]*/>|<P:t[^>]*>\s*</P:t>)?\s*</P:is>)", prefix
        ),
        uncomputed=_pattern(
            rb"<P:c\s([^>]*[^/])>\s*<P:f\b[^>]*?(?:/>|>([^<]*)</P:f>)\s*" + empty, prefix
        ),
        error=_pattern(
            rb"""<P:c\s([^>]*\bt\s*=\s*["']e["'][^>]*)(?<!/)>"""
            rb"""(?:(?!</P:c>).)*?<P:v[^>]*>([^<]*)</P:v>""",
            prefix,
        ),
        string=_pattern(
            rb"""<P:c\s[^>]*\bt\s*=\s*["']s["'][^>]*(?<!/)>"""
            rb"""(?:(?!</P:c>).)*?<P:v[^>]*>([^<]*)<""",
            prefix,
        ),
    )


@cache
def styled(prefix: bytes, styles: frozenset[int]) -> Pattern:
    """Return the search for cells with content in one of these styles."""
    numbers = b"|".join(str(style).encode() for style in sorted(styles))
    return _pattern(
        rb"""<P:c\s([^>]*?\bs\s*=\s*["'](?:N)["'](?:[^>]*[^/])?)>""", prefix, numbers
    )


@cache
def styled_as_usual(prefix: bytes, styles: frozenset[int]) -> Pattern:
    """Return the same search for a piece where every style stands behind its address."""
    numbers = b"|".join(str(style).encode() for style in sorted(styles))
    return _pattern(rb'<P:c (r="[^"]*" s="(?:N)"(?:[^>]*[^/])?)>', prefix, numbers)


@cache
def missing_string(prefix: bytes, count: int) -> Pattern:
    """Return the search for a text beyond the last one, or one not spelled as usual."""
    below = b"|".join(_below(count))
    return _pattern(rb't="s"(?!><P:v>(?:N)</P:v>)', prefix, below)


@cache
def empty_string(prefix: bytes, numbers: frozenset[int]) -> Pattern:
    """Return the search for the usual spelling of these texts."""
    any_of = b"|".join(str(number).encode() for number in sorted(numbers))
    return _pattern(rb't="s"><P:v>(?:N)</P:v>', prefix, any_of)


def _below(count: int) -> list[bytes]:
    """Return patterns that together match exactly the numbers from 0 to count - 1.

    The longest numbers stand first: most of a large sheet has them.
    """
    if not count:
        return [b"(?!)"]
    digits = str(count)
    found = []
    for place, digit in enumerate(digits):
        lowest = 1 if place == 0 else 0
        if int(digit) > lowest:
            rest = len(digits) - place - 1
            top = rb"[%d-%d]\d{%d}" % (lowest, int(digit) - 1, rest)
            found.append(digits[:place].encode() + top)
    if len(digits) > 1:
        found.append(rb"[1-9]\d{0,%d}" % (len(digits) - 2))
    return [*found, b"0"]


def _pattern(source: bytes, prefix: bytes, numbers: bytes = b"") -> Pattern:
    spelled = source.replace(b"P:", re.escape(prefix)).replace(
        b"(?:N)", b"(?:" + numbers + b")"
    )
    return re.compile(spelled, re.DOTALL)
