"""The parts of a zip, each streamed once in pieces that never cut a cell in two."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from partyroll.read.guard.limits import Limits
from partyroll.read.refusals import (
    WorkbookBroken,
    WorkbookMalformed,
    WorkbookNotUtf8,
    WorkbookTooHeavy,
)
from partyroll.text import thousands

Boundary = Callable[[bytes], int]

_BLOCK = 1 << 20
_UNCUT = 4 * _BLOCK  # without a place to cut, this is no table any more
_WINDOW = 1 << 14
_HEAD = 4096
_ROOT = re.compile(rb"<(?:([\w.-]+):)?([\w.-]+)[\s/>]")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)""")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<", b"\x00\x00")
_UTF8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


@dataclass(slots=True)
class Parts:
    """The parts of one archive, with a count of all that was unpacked."""

    path: Path
    archive: zipfile.ZipFile
    limits: Limits
    unpacked: int = 0

    def root(self, part: zipfile.ZipInfo) -> tuple[str, bytes]:
        """Return the name of the root element and its prefix, colon included."""
        try:
            with self.archive.open(part) as stream:
                head = stream.read(_HEAD)
        except _DAMAGED as error:
            raise WorkbookBroken(self.path) from error
        self._refuse_encoding(head)
        found = _ROOT.search(head)
        if found is None:
            return "", b""
        return found[2].decode("utf-8", "replace"), found[1] + b":" if found[1] else b""

    def blocks(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part, refusing what grows beyond its caps."""
        size = 0
        try:
            with self.archive.open(part) as stream:
                while block := stream.read(_BLOCK):
                    size += len(block)
                    self.unpacked += len(block)
                    self._refuse_growth(part, size)
                    yield block
        except _DAMAGED as error:
            raise WorkbookBroken(self.path) from error

    def pieces(self, part: zipfile.ZipInfo, boundary: Boundary) -> Iterator[bytes]:
        """Yield the XML of a part in pieces that end where `boundary` allows a cut."""
        rest = b""
        first = True
        for block in self.blocks(part):
            if first:
                self._refuse_encoding(block)
                first = False
            text = rest + block
            cut = boundary(text)
            if cut <= 0 and len(text) > _UNCUT:
                raise WorkbookTooHeavy(self.path, "một ô hoặc một khoảng trống dài bất thường")
            piece, rest = (text[:cut], text[cut:]) if cut > 0 else (b"", text)
            if piece:
                self._refuse_definitions(piece)
                yield piece
        if rest:
            self._refuse_definitions(rest)
            yield rest

    def pass_over(self, part: zipfile.ZipInfo, *, xml: bool) -> None:
        """Unpack a part that nobody asks anything, only to hold it to its caps."""
        for _ in self.pieces(part, after_last_tag) if xml else self.blocks(part):
            pass

    def whole(self, part: zipfile.ZipInfo) -> bytes:
        """Return all of a part that readers keep in memory, too."""
        kept: list[bytes] = []
        size = 0
        for piece in self.pieces(part, after_last_tag):
            size += len(piece)
            if size > self.limits.kept_part:
                raise WorkbookTooHeavy(self.path, "quá nhiều định dạng hoặc tên vùng")
            kept.append(piece)
        return b"".join(kept)

    def refuse_long_text(self, piece: bytes) -> None:
        """Refuse a piece with a text longer than a cell can hold."""
        for start in range(0, len(piece) - _WINDOW, _WINDOW):
            if piece.find(b"<", start, start + _WINDOW) < 0:
                left = max(piece.rfind(b">", 0, start), piece.rfind(b"<", 0, start)) + 1
                right = piece.find(b"<", start)
                text = piece[left : right if right >= 0 else len(piece)]
                if len(unescape(text.decode("utf-8", "replace")).strip()) > self.limits.text:
                    most = thousands(self.limits.text)
                    raise WorkbookTooHeavy(self.path, f"một ô dài hơn {most} chữ")

    def _refuse_growth(self, part: zipfile.ZipInfo, size: int) -> None:
        limits = self.limits
        packed = max(part.compress_size, 1)
        if size > limits.dense_part and size > limits.ratio * packed:
            raise WorkbookTooHeavy(self.path, "nội dung nén phình ra gấp hàng trăm lần")
        if size > limits.part or self.unpacked > limits.all_parts:
            raise WorkbookTooHeavy(
                self.path, "nội dung giải nén ra quá lớn", limit="unpacked_mb"
            )

    def _refuse_encoding(self, block: bytes) -> None:
        declared = _DECLARED.match(block.removeprefix(b"\xef\xbb\xbf"))
        if block.startswith(_WIDE) or (declared and declared[1].lower() not in _UTF8):
            raise WorkbookNotUtf8(self.path)

    def _refuse_definitions(self, piece: bytes) -> None:
        # A single sign is found in no time; "<!" is not.
        if b"!" in piece and b"<!" in piece and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
            raise WorkbookMalformed(self.path, "có đoạn khai báo lạ (DTD)")


def after_last_tag(text: bytes) -> int:
    """Cut after the last closed tag."""
    return text.rfind(b">") + 1
