"""The sentences of early warnings: what is so, and the step that the rulebook proposes."""

from datetime import date

from partyroll.messages import PERMISSION
from partyroll.model import Finding, Gap, Ground, Permission, PermissionKind, State, StayAway
from partyroll.period import PartialDate, month_list, written
from partyroll.rules.clocks import Deadline

# What a cell can do before a paper ends (rulebook §4, §6.3); {next} is the month after it.
NEXT_STEP = {
    PermissionKind.EXEMPT: (
        "Hỏi còn thuộc diện miễn đảng phí không: còn thì làm đơn để cấp có thẩm quyền gia hạn,"
        " mỗi lần không quá 12 tháng; không thì đóng lại từ tháng {next}."
    ),
    PermissionKind.REDUCED: (
        "Hỏi còn thuộc diện giảm đảng phí không: còn thì làm đơn gia hạn, mỗi lần không quá 12"
        " tháng; không thì đóng đủ mức từ tháng {next}."
    ),
    PermissionKind.DEFERRED: (
        "Nhắc đóng các tháng được chậm trước khi hết hạn; còn được tạm miễn sinh hoạt thì đề"
        " nghị gia hạn."
    ),
    PermissionKind.TEMP_EXEMPT: (
        "Hỏi nơi ở hiện nay: còn lưu động thì đề nghị gia hạn tạm miễn (dưới 12 tháng); đã ổn"
        " định thì làm thủ tục chuyển sinh hoạt; trở về thì nộp nhận xét của nơi cư trú."
    ),
    PermissionKind.EXEMPT_ACTIVITY: (
        "Hỏi sức khỏe, nguyện vọng: chi bộ xem xét miễn tiếp, hoặc mời dự sinh hoạt lại từ"
        " tháng {next}."
    ),
    PermissionKind.SUSPENDED: (
        "Hỏi cấp ủy về thời hạn đình chỉ; hết hạn thì mời dự sinh hoạt lại từ tháng {next}."
    ),
}
STAY_ENDS = (
    "Hỏi nơi sinh hoạt tạm thời: trở về thì nhận giấy giới thiệu; ở tiếp thì gia hạn, hoặc làm"
    " thủ tục chuyển sinh hoạt chính thức."
)
STAY_LONG = (
    "Đề nghị làm thủ tục chuyển sinh hoạt chính thức, hoặc trở về; đi học thì kiểm tra thời hạn"
    " trong giấy giới thiệu."
)
AWAY = (
    "Liên hệ, đề nghị giấy tờ: giới thiệu sinh hoạt tạm thời hoặc chính thức, hoặc đơn xin tạm"
    " miễn sinh hoạt."
)
CONTACT = (
    "Gọi điện, hỏi nơi ở, việc làm, khó khăn, nguyện vọng sinh hoạt đảng; ghi ngày liên hệ vào"
    " danh sách đi làm ăn xa."
)
FIND_CONTACT = (
    "Hỏi gia đình, tổ đảng cách liên hệ; hỏi nơi ở, việc làm, khó khăn, nguyện vọng; ghi cách"
    " liên hệ và ngày liên hệ vào danh sách đi làm ăn xa."
)
EXPECTED_BACK = (
    "Hỏi đã về chưa: đã về thì ghi ngày về; còn đi thì ghi lại ngày dự kiến về và giấy tờ."
)
STAYS_STILL = (
    "Nhận giấy giới thiệu trở về và nhận xét của nơi sinh hoạt tạm thời; ghi ngày kết thúc sinh"
    " hoạt tạm thời vào sổ."
)
EXEMPT_STILL = (
    "Mời dự sinh hoạt lại, nhận nhận xét của nơi cư trú; ghi ngày kết thúc tạm miễn vào sổ."
)
INTRODUCTION_DUE = (
    "Hỏi đã nộp giấy giới thiệu ở nơi đến chưa: chưa thì nhắc nộp trong hạn, có trở ngại thì"
    " báo nơi đến; đã nộp thì đề nghị nơi đến gửi phiếu báo."
)
_IF_BLANK = (
    "Đối chiếu sổ, biên lai tháng {months} (ô trống): đã đóng thì ghi bổ sung, chưa đóng thì"
    " nhắc."
)
_PAPERS = "Nếu có lý do chính đáng, đề nghị nộp giấy tờ để chi bộ xem xét chấp nhận."
_PAPERS_NOTED = "Đề nghị nộp giấy tờ về lý do đã ghi trong sổ để chi bộ xem xét chấp nhận."
_BOOK = {Ground.UNPAID_DUES: "sổ đảng phí", Ground.SKIP_MEETINGS: "sổ sinh hoạt"}


def remind(finding: Finding) -> str:
    """Return what to say to someone who comes near the number of months.

    Where the book is blank, the cell looks into it first: the money may have come.
    """
    dues = [fact for fact in finding.months if fact.ground is Ground.UNPAID_DUES]
    blank = [fact.month for fact in dues if fact.state is State.UNPAID_INFERRED]
    unpaid = [fact.month for fact in dues if fact.state is not State.UNPAID_INFERRED]
    parts = [
        _IF_BLANK.format(months=month_list(blank)) if blank else "",
        f"Nhắc đóng đảng phí tháng {month_list(unpaid)}." if unpaid else "",
        "Nhắc dự sinh hoạt chi bộ." if len(dues) < len(finding.months) else "",
        _PAPERS_NOTED if any(fact.note for fact in finding.months) else _PAPERS,
    ]
    return " ".join(filter(None, parts))


def permission_ends(permission: Permission, end: PartialDate) -> str:
    """Return which paper ends when."""
    return f"{_capital(_named(permission))} đến hết {end.vi}"


def stay_ends(host: str, end: PartialDate) -> str:
    """Return where someone stays for a time, and until when."""
    return f"Sinh hoạt tạm thời{_at(host)} đến hết {end.vi}"


def left(end: PartialDate, as_of: date) -> str:
    """Return how many days are left, as the rest of a sentence; none of an imprecise end."""
    if not end.exact:
        return ""
    days = (end.last - as_of).days
    return f", còn {days} ngày" if days else ", hôm nay là ngày cuối"


def stay_long(host: str, since: PartialDate, months: int) -> str:
    """Return since when someone stays elsewhere for a time."""
    return f"Sinh hoạt tạm thời{_at(host)} từ {since.vi}, đã đủ {months} tháng"


def away(one: StayAway, months: int, lapsed: PartialDate | None = None) -> str:
    """Return since when and where someone works, without a paper that says so."""
    told = "chưa chuyển sinh hoạt" if one.transferred is False else "sổ chưa có giấy tờ"
    if lapsed is not None:
        told = f"giấy tờ đã hết hạn từ {lapsed.vi}"
    since = written(one.start)
    return f"Đi làm ăn xa{_at(one.place)} từ {since}, trên {months} tháng, {told}"


def contact_due(one: StayAway, months: int) -> str:
    """Return when somebody away was last heard of."""
    if one.contacted_on is not None:
        return f"Liên hệ lần cuối {one.contacted_on.vi}, đã đủ {months} tháng"
    since = written(one.start)
    return (
        f"Đi làm ăn xa{_at(one.place)} từ {since}, đã đủ {months} tháng, sổ chưa ghi lần liên"
        " hệ nào"
    )


def expected_back(one: StayAway) -> str:
    """Return when somebody was to be back, and that nothing says they are."""
    end = written(one.end)
    return f"Đi làm ăn xa{_at(one.place)}, ghi về {end}, sổ chưa ghi đã về hay còn đi"


def returned(one: StayAway, paper: str) -> str:
    """Return when somebody came back, and what the ledger still says."""
    when = written(one.returned_on)
    return f"Đã về {when}, sổ còn ghi {paper}"


def stays_still(host: str, since: PartialDate | None) -> str:
    """Return where somebody still stands for a time, and since when."""
    begun = written(since, " từ ")
    return f"sinh hoạt tạm thời{_at(host)}{begun}"


def exempt_still(permission: Permission) -> str:
    """Return which leave still holds, and until when."""
    until = written(permission.end, " đến hết ")
    return f"{_named(permission)}{until}"


def introduction_due(place: str, since: PartialDate, due: Deadline, left: int) -> str:
    """Return whose letter must be handed in where and until when."""
    to = f" đến {place}" if place else ""
    days = f"còn {left} ngày làm việc" if left else "hôm nay là ngày cuối"
    return f"Chuyển sinh hoạt đảng{to} từ {since.vi}. {_capital(due.vi)}, {days}"


def hand_in(gap: Gap) -> str:
    """Return what a cell is asked for whose book is missing."""
    return f"Nộp {_BOOK[gap.ground]} tháng {month_list(gap.months)} để nhập bổ sung."


def _named(permission: Permission) -> str:
    paper = f" ({permission.paper})" if permission.paper else ""
    return f"{PERMISSION[permission.kind]}{paper}"


def _at(place: str) -> str:
    return f" tại {place}" if place else ""


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
