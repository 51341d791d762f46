"""The guard itself: the bytes of a workbook in, what it holds out, or a refusal."""

from pathlib import Path

from partyroll.read.guard.archive import checked_archive, part_name
from partyroll.read.guard.limits import Limits
from partyroll.read.guard.ods import survey_ods
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.survey import Survey
from partyroll.read.guard.xlsb import BOOK, survey_xlsb
from partyroll.read.guard.xlsx import survey_xlsx

ZIP = b"PK"


def survey_of(path: Path, content: bytes, limits: Limits) -> Survey:
    """Return what a workbook holds, before any reader opens it; refuse what harms one."""
    if not content.startswith(ZIP):
        return Survey()  # the old binary format: its reader runs under caps of its own
    archive = checked_archive(path, content, limits)
    with archive:
        parts = Parts(path, archive, limits)
        names = {part_name(name) for name in archive.namelist()}
        if "content.xml" in names:
            return survey_ods(parts)
        return survey_xlsb(parts) if BOOK in names else survey_xlsx(parts)
