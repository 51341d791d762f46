"""What a file is, by its first bytes and never by its name."""

from pathlib import Path

from partyroll.read.bare_days import starts_with_a_day
from partyroll.read.csv_text import SUFFIXES
from partyroll.read.guard.front import ZIP
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits
from partyroll.read.refusals import (
    WorkbookBroken,
    WorkbookEmpty,
    WorkbookHasPassword,
    WorkbookInUse,
    WorkbookIsFolder,
    WorkbookIsLockFile,
    WorkbookIsOtherType,
    WorkbookNotFound,
    WorkbookTooHeavy,
    WorkbookTypeUnknown,
)
from partyroll.read.text_codes import wide_codec

CSV = "văn bản CSV"
UNICODE_TEXT = "văn bản (Unicode Text, CSV)"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ROOT = "Root Entry".encode("utf-16-le")  # the folder of every such file; it comes last
_BOOKS = ("workbook", "book", "Workbook", "Book")
# Text under the name of a workbook is read as what it is.
_BOOK_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm"})
_STARTS = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản Word (RTF)"),
    (b"\x89PNG", "ảnh"),
    (b"\xff\xd8\xff", "ảnh"),
    (b"GIF8", "ảnh"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7-Zip"),
)


def checked_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a workbook, or refuse the file with a reason."""
    if path.name.startswith("~$"):
        raise WorkbookIsLockFile(path)
    try:
        if not path.is_dir() and path.stat().st_size > limits.file:
            raise WorkbookTooHeavy(path, f"lớn hơn {limits.file >> 20} MB", limit="file_mb")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbookNotFound(path) from error
    except IsADirectoryError as error:
        raise WorkbookIsFolder(path) from error
    except PermissionError as error:
        refusal = WorkbookIsFolder if path.is_dir() else WorkbookInUse
        raise refusal(path) from error
    except OSError as error:
        raise WorkbookBroken(path) from error
    _refuse_others(path, content)
    return content


def is_text(content: bytes) -> bool:
    """Return whether a file that was let in is CSV and no workbook."""
    return not content.startswith((ZIP, OLE))


def _refuse_others(path: Path, content: bytes) -> None:
    if not content:
        raise WorkbookEmpty(path)
    if content.startswith(ZIP):
        return  # the guard looks inside
    if content.startswith(OLE):
        _check_ole(path, content)
        return
    for start, name in _STARTS:
        if content.startswith(start):
            raise WorkbookIsOtherType(path, name)
    name = _kind_of_text(content[:4096])
    if name in {CSV, UNICODE_TEXT} and path.suffix.casefold() in SUFFIXES | _BOOK_SUFFIXES:
        return
    if name:
        raise WorkbookIsOtherType(path, name)
    raise WorkbookTypeUnknown(path)


def _check_ole(path: Path, content: bytes) -> None:
    if _ENCRYPTED in content:
        raise WorkbookHasPassword(path)
    if any(name.encode("utf-16-le") in content for name in _BOOKS):
        return
    if _ROOT not in content:
        raise WorkbookBroken(path)
    raise WorkbookIsOtherType(path, "tài liệu Office kiểu cũ không phải Excel")


def _kind_of_text(start: bytes) -> str:
    plain = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UNICODE_TEXT
    if plain.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head")):
        return "trang web (HTML)"
    if plain.startswith((b"<?xml", b"<workbook")):
        return "bảng tính XML 2003" if b"spreadsheet" in plain else "tệp XML"
    if b"\x00" in start:
        return UNICODE_TEXT if wide_codec(start) else ""
    if any(sign in start for sign in (b",", b";", b"\t")) and b"\n" in start:
        return CSV
    return CSV if starts_with_a_day(start) else ""
