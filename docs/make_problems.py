"""Write docs/khong-nhap-duoc.md from the codes of the program; `--check` only compares.

The sentences are the program's own; problems.toml adds an example and a cure to each.
"""

import inspect
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from partyroll.errors import PartyrollError
from partyroll.messages import SIGN
from partyroll.read import refusals
from partyroll.read.sentences import ERRORS
from partyroll.read.warning_sentences import WARNINGS
from partyroll.tasks.recording.sentences import SENTENCES

PAGE = Path(__file__).with_name("khong-nhap-duoc.md")
EXAMPLES = Path(__file__).with_name("problems.toml")
OPENING = """# Tệp của tôi không nhập được

Trang này do `docs/make_problems.py` lấy từ chương trình; đừng sửa tay. Mã là chữ trong cột
**Mã lỗi** của tệp “… - chưa nhập.xlsx” và trong `--json`. Câu báo trên màn hình luôn kèm địa
chỉ ô.

1. **Cần sửa**: dòng (hoặc ô đảng phí, điểm danh) chưa vào sổ. Mở tệp “… - chưa nhập.xlsx”
   trong thư mục đang đứng, sửa các ô màu vàng, lưu, rồi nhập chính tệp đó. Không cần sửa hết
   một lần; dòng nào đúng thì vào sổ.
2. **Câu hỏi**: cột **Trả lời** có danh sách để chọn. Chưa trả lời thì dòng vẫn để lại, không
   mất.
3. **Cần xem lại**: đã vào sổ, chỉ cần nhìn qua.
4. **Cả tệp không nhập**: xem phần “Cả tệp không đọc được” ở cuối trang.
"""
SAMPLES: Mapping[str, object] = {
    "limit": "rows",
    "path": Path("danh-sach.xlsx"),
    "content": "trang web (HTML)",
    "what": "có quá nhiều ô",
    "sheet": "Chi bộ 1",
    "address": "XFE1",
    "found": 10,
    "held": 12,
    "seconds": 25,
    "number": "3",
}
HEAD = "| mã | báo | ví dụ | cách chữa |\n|---|---|---|---|\n"


def sentences() -> dict[str, list[str]]:
    """Return what the program says under each code of a cell, a row or a sheet."""
    found: dict[str, list[str]] = {}
    for listed in (ERRORS, WARNINGS, SENTENCES):
        for code, sentence in listed.items():
            found.setdefault(code, []).append(re.sub(r"\{\w+\}", "…", sentence))
    return found


def refusal_classes() -> dict[str, type[PartyrollError]]:
    """Return every refusal of a whole file, in the order of the code."""
    return {
        name: one
        for name, one in vars(refusals).items()
        if inspect.isclass(one)
        and issubclass(one, PartyrollError)
        and one is not PartyrollError
    }


def refusal(one: type[PartyrollError]) -> PartyrollError:
    """Return a refusal as it would be met."""
    wanted = inspect.signature(one).parameters
    return one(**{name: SAMPLES[name] for name in wanted})


def examples() -> dict[str, dict[str, list[str] | str]]:
    """Return the examples and cures, by part of the page."""
    return tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))


def page() -> str:
    """Return the whole page."""
    said, told = sentences(), examples()
    heading = "\n## {}\n\n{}\n\n" + HEAD
    return "".join(
        (
            OPENING,
            heading.format("Cần sửa trong tệp", "Dòng để lại; sửa ô rồi nhập lại."),
            *_rows(said, told["codes"], ERRORS),
            heading.format("Cần đối chiếu với sổ", "Tệp nói khác sổ, hoặc chưa rõ nói về ai."),
            *_rows(said, told["codes"], [code for code in SENTENCES if code not in ERRORS]),
            heading.format("Cần xem lại", "Không dòng nào bị để lại vì những điều này."),
            *_rows(said, told["codes"], WARNINGS),
            heading.format(
                "Cả lần nhập dừng lại",
                "Một dấu hiệu nặng, hoặc hai dấu hiệu khác nhau: có lẽ các cột bị hiểu sai. Sổ"
                " chưa thay đổi. Xem `--dry-run`; đúng cả thì thêm `--yes`.",
            ),
            *_rows({code: [sign] for code, sign in SIGN.items()}, told["signs"], SIGN),
            "\n## Cả tệp không đọc được\n\nSổ không thay đổi. Mỗi lỗi có một dòng Gợi ý.\n\n",
            "| báo | ví dụ | cách chữa |\n|---|---|---|\n",
            *_refusals(told["refusals"]),
        )
    )


def _rows(
    said: Mapping[str, list[str]],
    told: Mapping[str, list[str] | str],
    codes: Mapping[str, str] | list[str],
) -> Iterator[str]:
    for code in codes:
        example, cure = told[code]
        words = "<br>".join(dict.fromkeys(_upper(one) for one in said[code]))
        yield f"| `{code}` | {words} | {example} | {cure} |\n"


def _refusals(told: Mapping[str, list[str] | str]) -> Iterator[str]:
    for name, one in refusal_classes().items():
        error = refusal(one)
        yield f"| {_upper(error.message)} | {told[name]} | {error.hint} |\n"


def _upper(sentence: str) -> str:
    return (sentence[:1].upper() + sentence[1:]).replace("|", "\\|")


def main() -> int:
    """Write the page, or say that it is not current."""
    fresh = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(fresh, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == fresh:
        return 0
    print(f"{PAGE.name} is not current: make golden", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
