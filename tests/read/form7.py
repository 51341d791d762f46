"""The official roll Mẫu 7-HSĐV, drawn: four lines for each person."""

Lines = list[list[object]]
HEADING: list[object] = [
    "Số TT",
    "HỌ VÀ TÊN, Họ và tên khai sinh",
    "Nam, nữ, dân tộc, tôn giáo",
    "QUÊ QUÁN",
    "Văn hóa, lý luận, CMNV, ngoại ngữ",
    "Nghề nghiệp trước khi vào Đảng, Nghề nghiệp hiện nay",
    "Ngày vào Đảng, ngày chính thức",
    "Số thẻ đảng viên, số lý lịch đảng viên, số Huy hiệu Đảng",
    "Bộ đội, công an, hưu trí",
    "Ngày chuyển đi, đến đảng bộ cơ sở",
    "Ngày chuyển đến, ở đảng bộ cơ sở nào đến",
    "Ngày từ trần, Lý do",
    "Ngày ra khỏi Đảng, hình thức ra Đảng",
    "Ghi chú",
]
TITLE: Lines = [
    ["SỔ DANH SÁCH ĐẢNG VIÊN", *[None] * 12, "Mẫu 7-HSĐV"],
    ["Chi bộ: thôn Mẫu"],
    [],
]
NUMBERS: list[object] = [*range(1, 15)]
MAU: Lines = [
    [
        1, "NGUYỄN VĂN MẪU", "Nam", "xã B", "12/12", "Học sinh", "03/02/2005", "099079000001",
        "-",
    ],
    [
        None, "Nguyễn Văn Mẫu", "Kinh", "huyện C", "Sơ cấp", "Làm ruộng", "03/02/2006",
        "LL-12",
    ],
    [None, "05/03/1979", "Không", None, "Trung cấp", None, None, "-"],
    [],
]  # fmt: skip
THU: Lines = [
    [
        2, "TRẦN THỊ THỬ", "Nữ", "xã D", "10/10", "Làm ruộng", "19/05/1985", "099158000002",
        "Hưu trí",
    ],
    [None, "Trần Thị Thử", "Kinh", "huyện E", "-", "Hưu trí", "19/05/1986", "LL-13"],
    [None, "12/11/1958", "Không", None, "-"],
    [],
]  # fmt: skip


def ending(person: Lines, column: int, *lines: object) -> Lines:
    """Return a person's lines with what stands in one of the last columns (from 1)."""
    wide: Lines = [[*line, *[None] * (14 - len(line))] for line in person]
    for line, text in zip(wide, lines, strict=False):
        line[column - 1] = text
    return wide


REMOVED = ending(THU, 13, "15/09/2023", "Xóa tên")


def sheet(*people: Lines) -> dict[str, Lines]:
    return {"Mẫu 7": [*TITLE, HEADING, NUMBERS, *(line for one in people for line in one)]}
