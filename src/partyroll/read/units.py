"""Names of units: what belongs to the name and what only stands beside it."""

import re
from functools import lru_cache

from partyroll.text import clean, fold, title_case

_UNIT_WORD = r"(?:chi bộ|chi bo|đảng bộ|dang bo|đảng uỷ|đảng ủy|dang uy|tổ đảng|to dang)"
_CODE = r"(?:[A-ZĐ]{1,5}[ ._-]?)?\d{1,4}(?:\.?\d{1,4})*"  # "CB01", "12.345.001"
_LONG_CODE = r"\d{2}(?:\.?\d{3}){4}"  # 38.168.053.000.001
_CODED = re.compile(rf"^\s*{_LONG_CODE}\s*[-–:|/]?\s*(?=\D)|\s*[(\[]{_LONG_CODE}[)\]]\s*$")
_HAMLET_CODED = re.compile(  # "CB01: Thôn Hạ"
    r"^\s*CB[ .]?\d{1,3}\s*[:–-]\s*(?=(?:thôn|xóm|ấp|bản|buôn|làng|khu|tổ dân phố|tdp)\b)",
    re.IGNORECASE,
)
_ENUMERATOR = re.compile(
    rf"^\s*(?:(?:[IVXLC]+|[A-Z]|\d+)\s*[.\-–)/:]+|{_CODE}\s*[-–:|/]|[(\[]{_CODE}[)\]])\s*"
    rf"(?={_UNIT_WORD})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s*[(\[:–-]?\s*\d+\s*(?:đ/c|đồng chí|đảng viên|đv|dc)\.?\s*[)\]]?\s*$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_COLON = re.compile(rf"^({_UNIT_WORD})\s*[:：]\s*", re.IGNORECASE)
_STARTS = re.compile(rf"^{_UNIT_WORD}\b", re.IGNORECASE)
_UPPER = re.compile(r"^(?:đảng bộ|đảng uỷ|đảng ủy|dang bo|dang uy)\b", re.IGNORECASE)
_PARTY_GROUP = re.compile(r"(?:tổ đảng|to dang)\b", re.IGNORECASE)
_CELL_IN_TITLE = re.compile(r"\b(?:chi bộ|chi bo)\b[:\s]*(?P<name>.*)$", re.IGNORECASE)
_YEAR_TAIL = re.compile(
    r"[\s,–-]*\(?\s*(?:năm|nam(?=\W*\d{4}\b)|quý|tháng|nhiệm kỳ|đến ngày|tính đến|giai đoạn"
    r"|danh sách(?=\s(?:và|đảng viên))|sổ (?:thu|theo dõi))\b.*$",
    re.IGNORECASE,
)
# What a title says of its list behind the name of the cell: "CHI BỘ CƠ QUAN - THEO DÕI …".
_LIST_TAIL = re.compile(
    r"\s*[-–:|]\s*(?:bảng|biểu|sổ|danh sách|ds|theo dõi|tổng hợp|báo cáo|kết quả|thống kê"
    r"|thu,? nộp|thu (?:đảng|tiền)|nộp|đảng phí|điểm danh|sinh hoạt|đánh giá|xếp loại"
    r"|quản lý)\b.*$"
    r"|\s(?:bảng|biểu|sổ|danh sách)\s(?:theo dõi|thu|tổng hợp|kê|điểm danh)\b.*$"
    r"|\s(?:thu,?(?: nộp)? đảng phí|theo dõi (?:đảng|sinh hoạt|việc|thu))\b.*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\s*(?:[,(–-]\s*(?:(?:trực )?thuộc\s+)?(?=đảng bộ)|\s(?:trực )?thuộc\s+|"
    r"[,(]\s*(?:(?:trực )?thuộc\s+)?)(?P<above>(?:đảng bộ|đảng ủy|đảng uỷ)\b.*)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:$|và\b|(?:mới|cũ|sau|trước|hiện)\b"
    r"|trực thuộc|định kỳ|cơ sở$|thường kỳ|hằng tháng|hàng tháng|[,;.]"
    r"|\d+ tháng|\d{4}$|(?:từ|đến|trong|của|theo|toàn|các|đảng viên|chuyên đề|điện tử)\b)",
    re.IGNORECASE,
)
_SHEET_UNIT = re.compile(r"^(?:chi bộ|chi bo|cb)\s*\S", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:thon|xom|ap|ban|buon|lang|khu(?: pho| dan cu)?|kp|tdp|to dan pho|khoi)[ .]*\S+"
)
_HAMLET = re.compile(
    r"(?:thôn|xóm|ấp|bản|buôn|làng|khu phố|khu dân cư|tổ dân phố|khối phố|tdp|kdc)[ .]*\S+",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^CB\.?\s*(?=\S)")
_BLANK_WORDS = frozenset({"", "-", "--", "–", "khong", "khong ro", "chua ro"})
# Words that say what a unit is stand small behind its first word: "Đảng bộ huyện Giả Định".
_GENERIC = re.compile(
    r"(?<=\s)(?:Bộ Phận|Bộ|Ủy|Uỷ|Đảng|Tỉnh|Thành Phố|Quận|Huyện|Thị Xã|Thị Trấn|Xã|Phường"
    r"|Đặc Khu|Thôn|Ấp|Bản|Buôn|Xóm|Khu Phố|Tổ Dân Phố|Cơ Sở)(?=\s|$)"
)


@lru_cache(maxsize=20_000)
def unit_name(text: str) -> str:
    """Return the bare name: no enumerator, count or colon; capitals as "Chi bộ thôn Đoài"."""
    bare = _HAMLET_CODED.sub("Chi bộ ", _CODED.sub("", clean(text)))
    name = _ENUMERATOR.sub("", bare)
    name = _COLON.sub(r"\1 ", _COUNT.sub("", name)).strip(" .,:;*–-")
    if not name.isupper() or _SHORT.match(name):
        return name
    return _GENERIC.sub(lambda word: word[0].lower(), title_case(name))


def spelled_out(name: str) -> str:
    """Return a name without the abbreviation of its first word: "CB1" → "Chi bộ 1"."""
    return _SHORT.sub("Chi bộ ", name)


def is_no_name(text: str) -> bool:
    """Whether the text of a unit cell cannot be a name, such as "???"."""
    return not any(sign.isalnum() for sign in text)


@lru_cache(maxsize=20_000)
def is_blank_unit(text: str) -> bool:
    """Whether a unit cell says nothing."""
    return fold(text) in _BLANK_WORDS


def starts_with_unit(text: str) -> bool:
    """Whether a row's text is the heading of a unit: "II- CHI BỘ TRẠM Y TẾ"."""
    bare = _ENUMERATOR.sub("", text)
    found = _STARTS.match(bare)
    return found is not None and bool(bare[found.end() :].strip(" :.-"))


def is_upper_unit(text: str) -> bool:
    """Whether a unit is a committee above the cells: "ĐẢNG BỘ XÃ MẪU"."""
    return _UPPER.match(_ENUMERATOR.sub("", text)) is not None


def is_party_group(text: str) -> bool:
    """Whether a unit is a part of a cell that counts nobody for itself: "Tổ đảng số 1"."""
    return _PARTY_GROUP.match(_ENUMERATOR.sub("", text)) is not None


def cell_in_title(text: str) -> str:
    """Return the cell that a title names ("" = none): "DANH SÁCH ĐẢNG VIÊN CHI BỘ 10"."""
    found = _CELL_IN_TITLE.search(clean(text))
    if found is None:
        return ""
    whole = _ABOVE.sub("", _LIST_TAIL.sub("", f" {found['name']}").strip())
    if _NO_NAME.match(whole.strip(" .:–-")):
        return ""
    name = _YEAR_TAIL.sub("", f" {_BRACKETS.sub('', whole)}").strip(" .:–-")
    if _NO_NAME.match(name):
        return ""
    kind = "CHI BỘ" if name.isupper() else "Chi bộ"
    return unit_name(f"{kind} {name}")


def committee_in_title(text: str) -> str:
    """Return the committee named behind a cell: "CHI BỘ THÔN ĐÔNG, ĐẢNG BỘ XÃ MẪU"."""
    found = _CELL_IN_TITLE.search(clean(text))
    above = _ABOVE.search(found["name"]) if found else None
    return unit_name(_YEAR_TAIL.sub("", above["above"]).strip(" .:–-()")) if above else ""


def names_a_place(text: str) -> bool:
    """Whether a title or a sheet's name begins as a hamlet's does: "Thôn Hạ", "TDP 3"."""
    return _PLACE.match(fold(text)) is not None


def is_hamlet(text: str) -> bool:
    """Whether a row's text is a hamlet; marks count: "Bản Mẫu", but no Mr. "Bàn Văn An"."""
    return _HAMLET.match(clean(text)) is not None


def cell_of_place(name: str) -> str:
    """Return the cell of a hamlet: "Thôn Hạ" → "Chi bộ thôn Hạ", "TDP 3" → "Chi bộ TDP 3"."""
    bare = clean(name)
    if bare.isupper() and " " in bare and not bare.startswith(("TDP", "KP")):
        bare = title_case(bare)
    return _GENERIC.sub(lambda word: word[0].lower(), f"Chi bộ {bare}")


def cell_in_sheet_name(name: str) -> str:
    """Return the cell that a sheet is named after ("" = none)."""
    return unit_name(clean(name)) if _SHEET_UNIT.match(clean(name)) else ""
