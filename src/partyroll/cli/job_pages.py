"""The pages of `partyroll menu`: its first one, and those below it."""

from partyroll.cli.jobs import (
    BOTH,
    DONE_ON,
    MEMBER,
    NUMBER,
    PAPER,
    TODAY,
    UNIT,
    WORKBOOK,
    XLSX,
    YEAR,
    Groups,
    Job,
    Page,
    Question,
    blank_form,
    day,
    one_of,
    said,
)
from partyroll.cli.keeping_jobs import ADMISSION, AWAY, SUPPORT, TRANSFERS
from partyroll.messages import EXCUSE, OUTCOME, PERMISSION, STEP

_BY = said("Ai chấp nhận, quyết định", "--by")
RATINGS = Page(
    "Xếp loại hằng năm",
    (
        Job("Nhập bảng xếp loại", ("rating", "import"), (WORKBOOK,)),
        Job("Những chỗ cần rà soát, kèm căn cứ", ("rating", "check"), (YEAR, UNIT), BOTH),
        Job("Xếp loại của mọi người", ("rating", "list"), (YEAR, UNIT), XLSX),
        Job(
            "Một đơn vị cạnh cấp trên",
            ("rating", "unit"),
            (Question("Tên chi bộ, đảng bộ", needed=True), YEAR),
            ("--xlsx", "--docx", "--html"),
        ),
        Job(
            "Ghi nhận xét của nơi cư trú, nơi tạm trú",
            ("rating", "remark"),
            (
                MEMBER,
                said("Ai nhận xét", "--place"),
                said("Lời nhận xét", "--text"),
                YEAR,
            ),
        ),
        Job(
            "Ghi chi bộ đã rà soát, giúp đỡ một người",
            ("rating", "screen"),
            (
                MEMBER,
                day("Chi bộ họp ngày nào"),
                said("Chi bộ kết luận thế nào", "--conclusion", empty="ghi sau"),
                said("Ai được phân công giúp đỡ", "--helper", empty="không"),
            ),
        ),
        blank_form("ratings"),
    ),
)
_VALID = (
    day("Từ ngày nào", "--from"),
    day("Đến hết ngày nào", "--to", empty="không ghi thời hạn"),
)
EXCUSES = Page(
    "Lý do, giấy miễn, giảm, hoãn",
    (
        Job("Đang có hiệu lực, đang chờ", ("excuse", "list"), (UNIT,)),
        Job("Sắp hết hạn trong 30 ngày", ("excuse", "list", "--ending-within", "30"), (UNIT,)),
        Job("Lời ghi trong sổ chưa ai xem xét", ("excuse", "list", "--noted"), (UNIT,)),
        Job(
            "Ghi một giấy miễn, giảm, hoãn",
            ("excuse", "add"),
            (MEMBER, one_of("Loại giấy", "--kind", PERMISSION.values()), *_VALID, PAPER),
        ),
        Job(
            "Ghi một lý do đảng viên nêu",
            ("excuse", "add"),
            (MEMBER, one_of("Lý do gì", "--kind", EXCUSE.values()), *_VALID),
        ),
        Job("Chấp nhận một lý do", ("excuse", "accept"), (NUMBER, _BY, TODAY, PAPER)),
        Job("Không chấp nhận một lý do", ("excuse", "reject"), (NUMBER, _BY, TODAY, PAPER)),
        Job(
            "Kết thúc sớm một giấy",
            ("excuse", "end"),
            (NUMBER, day("Còn hiệu lực đến hết ngày")),
        ),
        blank_form("excuses"),
    ),
)
REVIEWS = Page(
    "Xem xét từng người (ba tháng)",
    (
        Job("Ai đang được xem xét, đến bước nào", ("review", "list"), (UNIT,)),
        Job("Mọi bước của một người", ("review", "show"), (MEMBER,)),
        Job(
            "Ghi thêm một bước",
            ("review", "step"),
            (
                MEMBER,
                Question(
                    "Bước nào",
                    option="--kind",
                    needed=True,
                    choices={code.lower(): words for code, words in STEP.items()},
                ),
                DONE_ON,
                Question(
                    "Kết luận",
                    empty="chưa có",
                    option="--outcome",
                    choices={code.lower(): words for code, words in OUTCOME.items()},
                ),
                said("Ai làm, ai kết luận", "--by", empty="không ghi"),
                PAPER,
            ),
        ),
    ),
)
UNITS = Page(
    "Tổ chức đảng",
    (
        Job("Cây tổ chức, số đảng viên", ("units",), (UNIT,), XLSX),
        Job("Cả tổ chức đã kết thúc", ("units", "--all"), (), XLSX),
        Job("Thử một kế hoạch sắp xếp", ("units", "reorganise", "--dry-run"), (WORKBOOK,)),
        Job("Thực hiện một kế hoạch sắp xếp", ("units", "reorganise"), (WORKBOOK,)),
        blank_form("reorganisation"),
    ),
)
_FORMS = {
    "roster": "danh sách đảng viên",
    "dues": "sổ thu đảng phí",
    "meetings": "sổ theo dõi sinh hoạt",
    "exits": "danh sách ra khỏi Đảng",
    "headcounts": "số đảng viên cuối năm",
    "awards": "khen thưởng",
    "discipline": "kỷ luật",
    "units": "danh sách tổ chức đảng",
    "holidays": "ngày nghỉ lễ",
}
LEDGER = Page(
    "Mẫu Excel trống, hoàn tác, sao lưu",
    (
        Job(
            "Lấy một mẫu Excel trống",
            ("template",),
            (Question("Mẫu nào", needed=True, choices=_FORMS),),
        ),
        Job("Hoàn tác lần ghi cuối cùng", ("undo",)),
        Job("Các lần đã ghi vào sổ", ("history",)),
        Job("Sao lưu sổ", ("backup",)),
    ),
)

MENU: Groups = {
    "Hằng ngày": (
        Job("Nhập một tệp Excel vào sổ", ("import",), (WORKBOOK,)),
        Job("Việc cần làm, theo chi bộ", ("today",), (UNIT,), BOTH),
        Job("Ai cần chi bộ xem xét (ba tháng)", ("flag", "--months", "3"), (UNIT,), BOTH),
        Job("Nhắc trước khi đủ ba tháng", ("flag", "--watch"), (UNIT,), BOTH),
        Job("Tìm một đảng viên", ("show",), (MEMBER,)),
        Job("Danh sách đảng viên", ("list",), (UNIT,), XLSX),
    ),
    "Hồ sơ": (AWAY, TRANSFERS, RATINGS, ADMISSION, SUPPORT, EXCUSES, REVIEWS, UNITS),
    "Báo cáo, sổ": (
        Job(
            "Báo cáo nhiệm kỳ",
            ("report",),
            (Question("Kỳ nào", default="2020-2025"),),
            ("--xlsx", "--docx", "--html"),
        ),
        Job("Điều mâu thuẫn trong sổ", ("check",)),
        LEDGER,
    ),
}
