"""The pages of `partyroll menu` about keeping members: away, transfers, admission, support."""

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
    Job,
    Page,
    Question,
    blank_form,
    day,
    one_of,
    said,
)
from partyroll.messages import (
    AWARD_FORM,
    CANDIDATE_STAGE,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
)

_TO = said("Tổ chức đảng nơi đến, đúng như ghi trên giấy", "--to")
_LETTER = said("Số giấy giới thiệu", "--letter-no", empty="ghi sau")
_WHY = said("Vì việc gì", "--reason", empty="không ghi")
_CANDIDATE = Question("Họ tên, số định danh hoặc mã hồ sơ", needed=True)
_THIS_YEAR = said("Năm nào?", "--year", empty="năm nay")

AWAY = Page(
    "Đi làm ăn xa",
    (
        Job("Danh sách, và việc cần làm", ("away", "list"), (UNIT,), BOTH),
        Job("Ai chưa có giấy tờ", ("away", "list", "--only", "no-paper"), (UNIT,), BOTH),
        Job(
            "Ghi một người đi làm ăn xa",
            ("away", "add"),
            (
                MEMBER,
                said("Đi đâu: tỉnh, thành phố, nước", "--place"),
                day("Đi từ tháng, ngày nào", "--from", empty="chưa rõ"),
                said("Cách liên hệ: số điện thoại, người nhà", "--contact", empty="chưa có"),
                said("Giấy tờ: đơn, giấy giới thiệu, số", "--paper", empty="chưa có"),
            ),
        ),
        Job(
            "Ghi đã liên hệ được",
            ("away", "contact"),
            (MEMBER, day("Liên hệ ngày nào")),
        ),
        Job("Ghi một người đã về", ("away", "end"), (MEMBER, day("Về ngày nào"))),
        blank_form("away"),
    ),
)
TRANSFERS = Page(
    "Chuyển sinh hoạt đảng",
    (
        Job("Giấy giới thiệu đang chờ", ("transfer", "list"), (UNIT,), BOTH),
        Job("Người không bên nào tính, cả hai bên cùng tính", ("transfer", "limbo"), (), BOTH),
        Job(
            "Nơi đi: ghi người phải chuyển mà chưa có giấy",
            ("transfer", "add"),
            (
                MEMBER,
                day("Quyết định có hiệu lực, hoặc đi từ ngày", "--caused-on"),
                said("Lý do", "--reason", empty="không ghi"),
            ),
        ),
        Job(
            "Nơi đi: làm giấy giới thiệu chính thức",
            ("transfer", "issue"),
            (MEMBER, _TO, _LETTER, day("Ngày ký giấy", empty="hôm nay")),
        ),
        Job(
            "Nơi đi: làm giấy giới thiệu tạm thời",
            ("transfer", "issue", "--kind", "temporary"),
            (
                *(MEMBER, _TO, _LETTER, day("Ngày ký giấy", empty="hôm nay")),
                day("Sinh hoạt tạm thời đến hết ngày", "--until"),
            ),
        ),
        Job(
            "Nơi đi: in lại phiếu đã mất",
            ("transfer", "issue"),
            (said("Số thứ tự trong danh sách", "--again"),),
        ),
        Job("Nhập phiếu của nơi khác gửi đến", ("import",), (WORKBOOK,)),
        Job(
            "Nơi đến: tiếp nhận, viết phiếu báo",
            ("transfer", "confirm"),
            (NUMBER, said("Chi bộ tiếp nhận", "--unit"), TODAY),
        ),
        Job(
            "Nơi đến: không tiếp nhận, viết phiếu báo",
            ("transfer", "refuse"),
            (NUMBER, said("Vì sao", "--reason"), TODAY),
        ),
        Job(
            "Nơi tạm thời: gửi về nơi đi đảng phí, sinh hoạt của một năm",
            ("transfer", "months"),
            (
                NUMBER,
                said("Năm nào", "--year"),
                said("Nhận xét", "--remark", empty="không"),
            ),
        ),
        Job("Ghi người sinh hoạt tạm thời đã về", ("transfer", "end"), (NUMBER, TODAY)),
    ),
)
ADMISSION = Page(
    "Kết nạp đảng viên",
    (
        Job("Hồ sơ có việc cần làm", ("admission", "list", "--todo"), (UNIT,), BOTH),
        Job("Mọi hồ sơ, và đảng viên dự bị", ("admission", "list"), (UNIT,), BOTH),
        Job(
            "Mở hồ sơ cho một quần chúng",
            ("admission", "add"),
            (
                Question("Họ tên đầy đủ, có dấu", needed=True),
                said("Chi bộ theo dõi, giúp đỡ", "--unit"),
                day("Ngày sinh", "--birth", empty="chưa rõ"),
                said(
                    "Nơi giới thiệu: Đoàn thanh niên, công đoàn…", "--origin", empty="chưa rõ"
                ),
            ),
        ),
        Job(
            "Ghi một bước đã làm",
            ("admission", "step"),
            (
                _CANDIDATE,
                one_of("Bước nào", "--stage", CANDIDATE_STAGE.values()),
                DONE_ON,
                PAPER,
            ),
        ),
        Job(
            "Đóng hồ sơ không kết nạp",
            ("admission", "end"),
            (_CANDIDATE, DONE_ON, said("Vì sao", "--reason")),
        ),
        Job(
            "Ghi chỉ tiêu một năm",
            ("admission", "target"),
            (
                Question("Tổ chức đảng nào", needed=True),
                said("Năm nào", "--year"),
                said("Bao nhiêu người", "--number"),
            ),
        ),
        Job("Kết quả so với chỉ tiêu", ("admission", "results"), (_THIS_YEAR, UNIT), XLSX),
        blank_form("candidates"),
    ),
)
SUPPORT = Page(
    "Giúp đỡ, khen thưởng, kỷ luật",
    (
        Job("Ai cần giúp, còn việc gì", ("support", "list"), (UNIT,), BOTH),
        Job(
            "Ghi một khó khăn, nhu cầu",
            ("support", "add"),
            (
                MEMBER,
                one_of("Khó khăn gì", "--need", NEED.values()),
                day("Từ ngày nào", "--since", empty="chưa rõ"),
                said("Ghi chú, hoàn cảnh", "--note", empty="không"),
            ),
        ),
        Job(
            "Ghi một việc đã giúp",
            ("support", "add"),
            (
                MEMBER,
                one_of("Đã giúp gì", "--measure", SUPPORT_MEASURE.values()),
                said("Số tiền", "--amount", empty="không có"),
                said("Ai giúp", "--by", empty="không ghi"),
                day("Giúp ngày nào", empty="không ghi"),
            ),
        ),
        Job(
            "Ghi kết quả của một việc giúp đỡ",
            ("support", "close"),
            (
                NUMBER,
                one_of("Nay ra sao", "--outcome", SUPPORT_OUTCOME.values()),
                TODAY,
            ),
        ),
        Job("Dấu hiệu sớm, đặt cạnh nhau", ("support", "signs"), (UNIT,), BOTH),
        Job("Các khen thưởng đã ghi", ("support", "awards"), (UNIT,), BOTH),
        Job(
            "Ghi một lần khen thưởng",
            ("support", "award"),
            (
                MEMBER,
                one_of("Hình thức", "--form", AWARD_FORM.values()),
                DONE_ON,
                PAPER,
                _WHY,
            ),
        ),
        Job("Các quyết định kỷ luật đã ghi", ("support", "disciplined"), (UNIT,), BOTH),
        Job(
            "Ghi một quyết định kỷ luật",
            ("support", "discipline"),
            (
                MEMBER,
                one_of("Hình thức", "--form", DISCIPLINE_FORM.values()),
                day("Ngày quyết định"),
                said("Số quyết định", "--paper"),
                _WHY,
            ),
        ),
        blank_form("support"),
    ),
)
