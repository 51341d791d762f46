"""What a term report is asked for, and what may read otherwise in another one."""

STRUCTURE = {"then": "lúc có quyết định", "now": "hiện nay"}
ASKED = {
    "term": "Kỳ",
    "structure": "Tổ chức theo",
    "unit": "Đơn vị",
    "as_of": "Tính đến ngày",
}
EXIT_FIELD = {
    "kind": "hình thức",
    "unit_path": "đơn vị",
    "probationary": "dự bị hay chính thức",
    "event_date": "ngày sự việc",
    "decision_no": "số quyết định",
    "decision_date": "ngày quyết định",
    "reasons": "lý do",
    "reason_text": "lời ghi lý do",
}
# Why the balance of a unit does not explain somebody.
FLOW_BREAK = {
    "VANISHED": "Không còn tên trong đơn vị, không có quyết định ra hay chuyển đi",
    "APPEARED": "Có tên mà không có quyết định kết nạp hay giấy chuyển đến",
    "LEFT_STILL_LISTED": "Đã có quyết định ra hoặc chuyển đi mà cuối kỳ vẫn có tên",
    "LEFT_NEVER_LISTED": "Có quyết định ra hoặc chuyển đi ở đơn vị mà đầu kỳ không có tên",
    "CAME_ALREADY_LISTED": "Kết nạp hoặc chuyển đến đơn vị mà đầu kỳ đã có tên",
    "CAME_NOT_LISTED": "Kết nạp hoặc chuyển đến mà cuối kỳ không có tên",
    "MISSING": "Vắng trong danh sách mới nhất, chưa rõ đã đi đâu",
}
# What sort of unit it is.
UNIT_KIND = {
    "PROVINCE": "Đảng bộ tỉnh, thành phố",
    "DISTRICT": "Đảng bộ cấp huyện",
    "COMMUNE": "Đảng bộ xã, phường",
    "GRASSROOTS_COMMITTEE": "Đảng bộ cơ sở",
    "GRASSROOTS_CELL": "Chi bộ cơ sở",
    "SUB_COMMITTEE": "Đảng bộ bộ phận",
    "CELL": "Chi bộ",
    "GROUP": "Tổ đảng",
    "OTHER": "Tổ chức khác",
}
