"""An invented province: its districts, grassroots organisations, cells and headcounts."""

from dataclasses import dataclass
from datetime import date
from random import Random

from commune import UNITS

PROVINCE = "Đảng bộ tỉnh Giả Định"
YEARS = tuple(range(2020, 2026))
REORGANISED = date(2025, 7, 1)  # districts end; from here on the province decides
TOGETHER = 3  # communes that become one; those left over join the last
ALONE = "Đảng bộ xã Mẫu"  # becomes nothing else, but stands under the province


@dataclass(frozen=True, slots=True)
class District:
    """A district committee as it was before 1/7/2025."""

    name: str
    paper: str  # what its decisions end in
    members: int  # at the end of 2019
    kind: str  # of its grassroots organisations
    places: tuple[str, ...]
    hamlet: str
    company: str
    weight: float = 1.0  # how much more often people leave than elsewhere


DISTRICTS = (
    District(
        "Đảng bộ thành phố Giả Lập",
        "QĐ/ThU",
        8420,
        "phường",
        ("Mẫu An", "Mẫu Bình", "Mẫu Châu", "Mẫu Duyên", "Mẫu Giang", "Mẫu Hòa", "Mẫu Khê"),
        "khu phố",
        "Đảng bộ Công ty Cổ phần Giả Lập",
        0.9,
    ),
    District(
        "Đảng bộ thị xã Ví Dụ",
        "QĐ/ThU",
        6180,
        "phường",
        ("Ví An", "Ví Đông", "Ví Lộc", "Ví Thành", "Ví Trung", "Ví Xuân"),
        "khu phố",
        "Đảng bộ Công ty May Ví Dụ",
    ),
    District(
        "Đảng bộ huyện Giả Định",
        "QĐ/HU",
        6950,
        "xã",
        (
            "Mẫu",
            "Giả Điền",
            "Giả Khê",
            "Giả Lâm",
            "Giả Phong",
            "Giả Sơn",
            "Giả Thủy",
            "Giả Xuân",
        ),
        "thôn",
        "Đảng bộ Công ty Nông sản Giả Định",
    ),
    District(
        "Đảng bộ huyện Thử Nghiệm",
        "QĐ/HU",
        5870,
        "xã",
        ("Thử An", "Thử Hòa", "Thử Lộc", "Thử Nam", "Thử Tây", "Thử Vĩnh"),
        "ấp",
        "Đảng bộ Công ty Cao su Thử Nghiệm",
        1.2,
    ),
    District(
        "Đảng bộ huyện Minh Họa",
        "QĐ/HU",
        5240,
        "xã",
        ("Họa Bình", "Họa Long", "Họa Nghĩa", "Họa Tân", "Họa Thạnh", "Họa Thuận"),
        "ấp",
        "Đảng bộ Công ty Mía đường Minh Họa",
    ),
    District(
        "Đảng bộ huyện Phỏng Tạo",
        "QĐ/HU",
        4960,
        "xã",
        ("Phỏng Đức", "Phỏng Hưng", "Phỏng Lợi", "Phỏng Mỹ", "Phỏng Phú"),
        "ấp",
        "Đảng bộ Công ty Gỗ Phỏng Tạo",
        1.1,
    ),
    District(
        "Đảng bộ huyện Tưởng Tượng",
        "QĐ/HU",
        4310,
        "xã",
        ("Tưởng An", "Tưởng Hải", "Tưởng Lạc", "Tưởng Sa", "Tưởng Thới"),
        "ấp",
        "Đảng bộ Công ty Thủy sản Tưởng Tượng",
        1.25,
    ),
    District(
        "Đảng bộ huyện Sơn Mẫu",
        "QĐ/HU",
        3780,
        "xã",
        ("Sơn Ảo", "Sơn Bản", "Sơn Dụ", "Sơn Giả", "Sơn Phác"),
        "thôn",
        "Đảng bộ Lâm trường Sơn Mẫu",
        0.85,
    ),
)


def place_of(rng: Random, district: District) -> tuple[str, str]:
    """Pick a grassroots organisation and a cell: mostly a hamlet or a quarter."""
    if rng.random() < 0.04:
        return district.company, f"Chi bộ Phân xưởng {rng.randint(1, 3)}"
    place = rng.choice(district.places)
    committee = f"Đảng bộ {district.kind} {place}"
    if committee == "Đảng bộ xã Mẫu":
        return committee, rng.choice(UNITS[:5]).name
    if rng.random() < 0.9:
        return committee, f"Chi bộ {district.hamlet} {rng.randint(1, 6)}"
    office = rng.choice(("Quân sự", "Công an", "Trường Tiểu học", "Trường THCS", "Trạm Y tế"))
    return committee, f"Chi bộ {office} {place}"


def new_place(district: District, place: str) -> str:
    """Return the commune that a commune is a part of since the reorganisation."""
    committee = f"Đảng bộ {district.kind} {place}"
    if committee == ALONE:
        return committee
    number = min(district.places.index(place) // TOGETHER, len(district.places) // TOGETHER - 1)
    name = district.name.split(maxsplit=3)[-1]  # "Đảng bộ thị xã Ví Dụ" → "xã Ví Dụ"
    name = name.removeprefix("phố ").removeprefix("xã ")
    return f"Đảng bộ {district.kind} {name} {number + 1}"


def new_units(committee: str, cell: str) -> tuple[str, str]:
    """Return committee and cell since the reorganisation, of those before it."""
    for district in DISTRICTS:
        for place in district.places:
            if committee == f"Đảng bộ {district.kind} {place}" != ALONE:
                new = new_place(district, place)
                return new, cell.replace(f" {place}", f" {new.split(maxsplit=3)[-1]}")
    return committee, cell


def headcounts(rng: Random) -> dict[str, dict[int, int]]:
    """Let every district grow by about one per cent a year, slower towards the end.

    At the end of the last year there are no districts any more: the province counts for all.
    """
    table: dict[str, dict[int, int]] = {}
    total = 0
    for district in DISTRICTS:
        number = district.members
        table[district.name] = {YEARS[0] - 1: number}
        for year in YEARS:
            number += round(number * rng.uniform(0.004, 0.016 - 0.0012 * (year - YEARS[0])))
            if year < REORGANISED.year:
                table[district.name][year] = number
        total += number
    return table | {PROVINCE: {REORGANISED.year: total}}
