"""The text of a settings file as values; where it is no TOML, the line that is wrong."""

import re
import tomllib
from pathlib import Path
from typing import Any

from partyroll.errors import PartyrollError

_LINE = re.compile(r"at line (\d+)")
_TWICE = ("Cannot overwrite", "twice", "Cannot mutate")


class NotToml(PartyrollError):
    """A line that no reader of TOML understands; `line` 0 = what is wrong ends nowhere."""

    def __init__(self, file: str, line: int, text: str) -> None:
        excerpt = f": “{text}”" if text else ""
        super().__init__(
            f"viết chưa đúng{excerpt}"
            if line
            else "có dấu nháy hoặc dấu ngoặc vuông mở mà không đóng",
            where=f"{file}, dòng {line}" if line else file,
            hint='mỗi dòng ghi: tên = giá trị; chữ đặt trong dấu nháy kép: place = "Xã Mẫu";'
            " số thì không: months = 3; tên mục trong ngoặc vuông: [rule]",
        )


class SaidTwice(PartyrollError):
    """A name, or the heading of a section, that stands in the file already."""

    def __init__(self, file: str, line: int, text: str) -> None:
        super().__init__(
            f"“{text}” đã có ở phía trên",
            where=f"{file}, dòng {line}",
            hint="giữ lại một dòng; các dòng của cùng một mục viết chung dưới một tên mục",
        )


class NotUnicode(PartyrollError):
    """A settings file that was saved in another code than UTF-8."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(
            "chữ không được lưu bằng bảng mã UTF-8",
            where=f"{file}, dòng {line}",
            hint="mở bằng Notepad, chọn Tệp › Lưu thành, mục Mã hóa chọn UTF-8, rồi lưu đè",
        )


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a settings file states; raises with the line that cannot be read."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise NotUnicode(path.name, content[: error.start].count(b"\n") + 1) from None
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path.name, text, str(error)) from None


def _refusal(file: str, text: str, reason: str) -> PartyrollError:
    found = _LINE.search(reason)
    if found is None:
        return NotToml(file, 0, "")
    line = int(found[1])
    written = text.splitlines()[line - 1].strip() if line <= len(text.splitlines()) else ""
    if any(words in reason for words in _TWICE):
        return SaidTwice(file, line, written)
    return NotToml(file, line, written)
