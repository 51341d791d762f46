"""What marks stand for, by the lines that explain them: "Ghi chú: x: đã nộp; -: chưa nộp"."""

import re
from collections.abc import Iterable, Iterator

from partyroll.text import clean, fold

_LEGEND = re.compile(r"^\W*(?:ghi chu|chu thich|chu giai|ky hieu|quy uoc)\s*[:.]")
_MEANING = re.compile(
    r"(?P<mark>[^\s:;,=]{1,3})(?:\s*[:=]|\s+là\b)\s*(?P<words>[^;:=]+?)"
    r"(?=[;,.]|$|\s+\S{1,3}(?:\s*[:=]|\s+là\b))"
)
# "(x) đã nộp", "o – đã nộp": the mark stands in brackets, or a dash stands for the colon.
_MARKED = re.compile(
    r"(?:^|[;,.])\s*(?:\((?P<mark>[^\s()]{1,3})\)\s*|(?P<bare>[^\s:;,=()]{1,2})\s+[–-]\s+)"
    r"(?P<words>[^;:=,.]+)"
)
# The words first: "Đã nộp: o" and then the mark that stands for them.
_REVERSED = re.compile(
    r"(?:^|[;,.])\s*(?P<words>[^;:,=()]{4,}?)\s*[:=]\s*"
    r"(?P<mark>[^\s;,.=:]{1,2})(?=\s*(?:[;,.]|$))"
)
# Lines that explain marks without saying so: "o đã nộp, - chưa nộp".
_KNOWN = (
    r"(?:(?:da|chua|khong|co|con|duoc|nop|dong) ?)*"
    r"(?:nop|dong|thu|mien|no|co mat|du hop|du|vang|phep|hop|om|cham|hoan)\b"
)
_MARK = r"\(?(?P<mark>[^\w\s():=]{1,2}|[a-z]|k\.?p|c\.?p|vk?p|vcp|\d)\)?"
_PART = re.compile(
    r"(?:(?:danh )?dau |chu |ghi )?"
    + _MARK
    + r"(?:\s*(?:[:=]|[–-]|\bla\b)\s*|\s+)(?P<words>"
    + _KNOWN
    + "[^:=]{0,40})"
)
_BACK = re.compile(
    r"(?P<words>" + _KNOWN + r"[^:=]{0,40}?)\s*[:=]\s*\(?(?P<mark>[^\s\d]{1,2}|0)\)?"
)
# What a cell says in which nothing stands: "ô trống: đã nộp".
_OF_BLANKS = re.compile(
    r"\b(?:o|cot|thang)\s+(?:de |bo )?(?:trong|trang)\s*(?:[:=–-]|\bla\b|\bnghia la\b)\s*"
    r"(?P<words>[^;,.|()]{3,60})"
)
BLANK_MARK = ""  # under which a legend keeps it
_BETWEEN = re.compile(r"[;,.]+(?=\s|$)|\s{3,}|\s\|\s")


def is_legend(text: str) -> bool:
    """Whether a line explains marks, with or without "Ghi chú" before them."""
    folded = fold(text)
    announced = _LEGEND.match(folded) or _OF_BLANKS.match(folded.strip(" *-+()"))
    return announced is not None or bool(_unannounced(text))


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """Return what each mark stands for by the legend lines."""
    found: dict[str, str] = {}
    for text in texts:
        if _LEGEND.match(fold(text)) is not None:
            found.update(_explained(re.split(r"[:.]", text, maxsplit=1)[1]))
        else:
            found.update(_unannounced(text))
        if blanks := _OF_BLANKS.search(fold(text)):
            found[BLANK_MARK] = _as_written(text, blanks)
    return found


def _explained(body: str) -> Iterator[tuple[str, str]]:
    for part in _parts_of(body):  # of a line that says what it is, any part may be known
        yield from _marked(part)
    for meaning in _MARKED.finditer(body):
        yield (meaning["mark"] or meaning["bare"]).casefold(), clean(meaning["words"])
    for meaning in _REVERSED.finditer(body):
        yield meaning["mark"].casefold(), clean(meaning["words"])
    for meaning in _MEANING.finditer(body):
        yield meaning["mark"].casefold().strip("()\"'“”"), clean(meaning["words"])


def _unannounced(text: str) -> dict[str, str]:
    """Return the marks of a line in which every part is a mark and known words, else none."""
    found: dict[str, str] = {}
    for part in _parts_of(text):
        one = dict(_marked(part))
        if not one:
            return {}
        found.update(one)
    return found


def _parts_of(text: str) -> list[str]:
    parts = (
        part.strip(" ()[]*") if part.count("(") != part.count(")") else part.strip()
        for part in _BETWEEN.split(clean(text))
    )
    return [part for part in parts if part]


def _marked(part: str) -> Iterator[tuple[str, str]]:
    """Yield the mark and the words of a part that is nothing else."""
    folded = fold(part)
    one = _BACK.fullmatch(folded) or _PART.fullmatch(folded)
    if one is not None:
        # "đ" folds to "d", and cells are compared as they are written.
        mark = "đ" if one["mark"] == "d" and "đ" in part.casefold().split()[0] else one["mark"]
        yield mark, _as_written(part, one)


def _as_written(text: str, folded: re.Match[str]) -> str:
    """Return with their accents the words that were found in the text without them."""
    written = clean(text)
    if len(written) != len(folded.string):  # letters of another script, perhaps
        return clean(folded["words"])
    return clean(written[folded.start("words") : folded.end("words")])
