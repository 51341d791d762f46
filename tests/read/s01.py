"""The official dues book S01/ĐP, drawn: a block a month."""

TITLE: list[list[object]] = [
    ["ĐẢNG BỘ XÃ MẪU", None, None, None, None, None, None, None, "Mẫu sổ S01/ĐP"],
    ["SỔ THU, NỘP ĐẢNG PHÍ"],
    ["PHẦN I - THU ĐẢNG PHÍ"],
    ["Chi bộ Mẫu - Năm 2024"],
    [],
]
HEADING: list[list[object]] = [
    [
        "Stt", "Họ và tên đảng viên", "Được miễn", "Tháng/năm", "Thu nhập tính đóng đảng phí",
        "Số tiền đảng phí phải đóng", None, None, "Số tiền đảng phí đã thu",
        "Số tiền đảng phí chưa đóng đến cuối tháng",
    ],
    [None, None, None, None, None, "Tháng này", "Truy thu các tháng trước", "Cộng"],
]  # fmt: skip
MAU, THU = "Nguyễn Văn Mẫu", "Trần Thị Thử"


def sums(*numbers: object, month: object, name: str = MAU) -> list[object]:
    return [1, name, None, month, 1_000_000, *numbers]


def exempt(month: object) -> list[object]:
    return [2, THU, "X", month, None, None, None, None, None, None]


def block(*rows: list[object], total: object = None) -> list[list[object]]:
    return [*HEADING, *rows, ["Cộng", *[None] * 7, total, None], []]


def sheet(*blocks: list[list[object]]) -> dict[str, list[list[object]]]:
    return {"S01": [*TITLE, *(row for one in blocks for row in one)]}


def merges(count: int, height: int = 6) -> dict[str, list[str]]:
    tops = range(6, 6 + count * height, height)
    wide = [f"F{top}:H{top}" for top in tops]
    high = [f"{c}{top}:{c}{top + 1}" for top in tops for c in "ABCDEIJ"]
    return {"S01": [*wide, *high]}


SAMPLE = sheet(
    block(sums(10_000, None, 10_000, 10_000, 0, month="1/2024"), exempt("1/2024")),
    block(sums(10_000, 0, 10_000, 0, 10_000, month="2/2024"), exempt("2/2024")),
    block(sums(10_000, 10_000, 20_000, 0, 20_000, month="3/2024"), exempt("3/2024")),
    block(
        sums(10_000, 20_000, 30_000, 30_000, 0, month="4/2024"), exempt("4/2024"), total=30_000
    ),
)
