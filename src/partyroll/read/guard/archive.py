"""The directory of a zip: what may be inside, before anything is unpacked."""

import io
import re
import zipfile
from pathlib import Path

from partyroll.read.guard.limits import Limits
from partyroll.read.refusals import (
    WorkbookBroken,
    WorkbookHasPassword,
    WorkbookIsOtherType,
    WorkbookMalformed,
    WorkbookTooHeavy,
)
from partyroll.text import thousands

_ENCRYPTED = 0x1
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")


def checked_archive(path: Path, content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Return the archive in `content` if its directory is that of a workbook."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise WorkbookBroken(path) from error
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise WorkbookTooHeavy(path, f"{thousands(len(parts))} phần bên trong")
    _refuse_names(path, [part_name(part.filename) for part in parts])
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise WorkbookHasPassword(path)
    return archive


def part_name(name: str) -> str:
    """Return the name under which readers find a part, however it is written."""
    return name.replace("\\", "/").casefold()


def _refuse_names(path: Path, names: list[str]) -> None:
    if any(name.startswith("word/") for name in names):
        raise WorkbookIsOtherType(path, "văn bản Word")
    if any(name.startswith("ppt/") for name in names):
        raise WorkbookIsOtherType(path, "trình chiếu PowerPoint")
    if not any(name.startswith("xl/") or name == "content.xml" for name in names):
        raise WorkbookIsOtherType(path, "tệp nén ZIP")
    if len(set(names)) < len(names):
        raise WorkbookMalformed(path, "hai phần bên trong trùng tên")
    if any(_ABSOLUTE.match(name) or ".." in name.split("/") for name in names):
        raise WorkbookMalformed(path, "tên phần bên trong trỏ ra ngoài tệp")
    if "content.xml" not in names and "[content_types].xml" not in names:
        raise WorkbookMalformed(path, "thiếu mục lục [Content_Types].xml")
