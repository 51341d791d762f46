"""The words of a plan: its headings, what is done to a unit, what cannot be read."""

from partyroll.messages import PLAN_ACTION
from partyroll.model import PlanAction
from partyroll.text import fold

_HEADINGS = {
    "order": ("STT", "TT", "Số TT"),
    "action": ("Thao tác", "Hình thức sắp xếp", "Việc sắp xếp", "Hình thức"),
    "old": ("Đơn vị cũ", "Tổ chức đảng cũ", "Tổ chức cũ", "Tên cũ"),
    "old_parent": ("Trực thuộc (cũ)", "Trực thuộc cũ", "Cấp trên cũ", "Cấp trên (cũ)"),
    "new": ("Đơn vị mới", "Tổ chức đảng mới", "Tổ chức mới", "Tên mới"),
    "parent": (
        *("Trực thuộc", "Trực thuộc (mới)", "Trực thuộc mới"),
        *("Cấp trên trực tiếp", "Cấp trên mới", "Cấp trên (mới)"),
    ),
    "on": ("Ngày hiệu lực", "Hiệu lực từ ngày", "Có hiệu lực từ ngày", "Từ ngày"),
    "decision_no": ("Số quyết định", "Quyết định số"),
    "decision_date": ("Ngày quyết định", "Quyết định ngày"),
    "note": ("Ghi chú",),
    "full_name": ("Họ và tên", "Họ tên"),
    "card_no": ("Số thẻ đảng viên", "Số thẻ"),
    "birth_date": ("Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh"),
}
HEADINGS = {fold(word): field for field, words in _HEADINGS.items() for word in words}
STEP_FIELDS = frozenset({"action", "new", "old", "on"})
PLACING_FIELDS = frozenset({"full_name", "new"})
_OTHER_WORDS = {
    PlanAction.MERGE: ("hợp nhất", "nhập"),
    PlanAction.SPLIT: ("tách", "chia tách"),
    PlanAction.MOVE: ("chuyển", "chuyển giao"),
    PlanAction.ABOLISH: ("kết thúc hoạt động", "chấm dứt hoạt động"),
    PlanAction.CREATE: ("lập mới", "thành lập mới"),
}
ACTIONS = {
    fold(word): action
    for action in PlanAction
    for word in (PLAN_ACTION[action.value], *_OTHER_WORDS.get(action, ()))
}
_WORDS = ", ".join(PLAN_ACTION.values())
BLOCKING = {
    "plan_action_missing": f"Chưa ghi thao tác; chọn: {_WORDS}.",
    "plan_action_unknown": f"Không hiểu thao tác này; chọn: {_WORDS}.",
    "plan_day_missing": "Chưa ghi ngày hiệu lực.",
    "plan_day_imprecise": "Ngày hiệu lực phải đủ ngày, tháng, năm.",
    "plan_day_invalid": "Không đọc được ngày này; ghi dạng 01/07/2025.",
    "plan_full_name_missing": "Chưa ghi họ và tên.",
    "plan_new_missing": "Chưa ghi đơn vị mới của đảng viên này.",
}
SENTENCES = BLOCKING | {
    "plan_hidden": "Trang này đang ẩn nên không đọc; bỏ ẩn nếu thuộc kế hoạch.",
    "plan_column_unread": "Cột này không thuộc mẫu kế hoạch; không đọc.",
    "plan_example": "Dòng ví dụ của mẫu; không tính.",
    "plan_line_unread": "Dòng này không ghi gì dưới các cột của kế hoạch; không tính.",
}
