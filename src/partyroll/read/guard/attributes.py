"""Attributes of one XML tag, in either kind of quotes."""

import re
from collections.abc import Mapping
from html import unescape

_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def attributes(tag: bytes) -> Mapping[str, str]:
    """Return the attributes of a tag by their local names."""
    return {
        name.decode("utf-8", "replace").rpartition(":")[2]: as_text(double or single)
        for name, double, single in _ATTRIBUTE.findall(tag)
    }


def as_text(raw: bytes) -> str:
    """Return the text that stands escaped in XML."""
    return unescape(raw.decode("utf-8", "replace"))
