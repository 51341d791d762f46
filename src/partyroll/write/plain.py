"""Text as a file may hold it: nothing hidden, nothing a reader would choke on."""

import re

# Neither XML nor a terminal takes these; lone surrogates cannot be encoded at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?")


def plain(text: str) -> str:
    """Return `text` with one kind of line end and without control characters."""
    if text.isprintable():  # nearly all text is, and holds nothing of what is looked for
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
