"""Titles of lists that give everybody on them the same paper: "Danh sách miễn sinh hoạt"."""

import re
from collections.abc import Iterable

from partyroll.read.not_members import spoken_lines

_DUES = r"(?:(?:dong|nop|thu) )?(?:dang phi|dp)\b"
_ACTIVITY = r"(?:cong tac|sinh hoat|shd?)\b"
_PAPERS = (
    ("tạm miễn sinh hoạt", rf"\btam mien {_ACTIVITY}"),
    ("miễn sinh hoạt", rf"(?<!\btam )\bmien {_ACTIVITY}"),
    ("đình chỉ sinh hoạt", rf"\bdinh chi {_ACTIVITY}"),
    ("miễn đảng phí", rf"\bmien {_DUES}|\bmien,? (?:va |hoac )?giam {_DUES}"),
    ("giảm đảng phí", rf"\bgiam {_DUES}"),
    ("hoãn đóng đảng phí", rf"\b(?:hoan|cham) {_DUES}"),
)
# Proposed, foreseen or over; or a list of all in which these are only named.
_NOT_IN_FORCE = re.compile(
    r"\b(?:de nghi|de xuat|du kien|xem xet|cho xet|xin|het|thoi|ke ca|gom|tru|ngoai|va)\b"
)
# A list of all, in which these are named as some of them, or from which they are left out.
_OF_OTHERS_TOO = re.compile(r"\b(?:het|thoi|ke ca|gom|tru|ngoai|va)\b")
_MIEN = re.compile(r"(?:duoc )?mien(?: (?:toan bo|100 ?%|het))?|100 ?%")
_SHARE = re.compile(r"(?:giam )?(\d{1,2}) ?%")


def papers_in(words: str) -> list[str]:
    """Return the papers that a folded title gives to all on its list."""
    return _papers(spoken_lines(words.split(" | ")), _NOT_IN_FORCE)


def papers_asked_in(lines: Iterable[str]) -> str:
    """Return the first paper that folded lines give to all, or ask for all, or ""."""
    return next(iter(_papers(lines, _OF_OTHERS_TOO)), "")


def _papers(lines: Iterable[str], unless: re.Pattern[str]) -> list[str]:
    found = [
        paper
        for line in lines
        for paper, pattern in _PAPERS
        if (said := re.search(pattern, line)) and not unless.search(line[: said.start()])
    ]
    return [*dict.fromkeys(found)]


def paper_of(papers: list[str], words: str) -> str:
    """Return the paper of a row: of those in the title the one that its folded words say."""
    dues = [paper for paper in papers if paper.endswith("đảng phí")]
    if dues and _MIEN.fullmatch(words):
        return "miễn đảng phí"
    if dues and _SHARE.fullmatch(words):
        return "giảm đảng phí"
    return papers[0] if len(papers) == 1 and not words else ""


def share_in(words: str) -> str:
    """Return how many per cent less the folded words of a row say, or ""."""
    found = _SHARE.fullmatch(words)
    return found[1] if found else ""
