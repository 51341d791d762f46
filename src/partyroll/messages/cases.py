"""What is said of the steps of a case and of how they end."""

STEP = {
    "CONTACT": "liên hệ, gặp gỡ",
    "EXPLANATION": "tự kiểm điểm, giải trình",
    "MEETING": "chi bộ xem xét",
    "PROPOSAL": "đề nghị lên cấp trên",
    "DECISION": "quyết định",
    "COMPLAINT": "khiếu nại",
}
OUTCOME = {
    "REASON_ACCEPTED": "Chấp nhận lý do",
    "REASON_REJECTED": "Không chấp nhận lý do",
    "PAID_SINCE": "Đã đóng đủ",
    "BOOK_WRONG": "Sổ ghi sai",
    "REMINDED": "Nhắc nhở, giúp đỡ, theo dõi thêm",
    "NO_ACTION": "Không xem xét xử lý",
    "PROPOSE_REMOVAL": "Đề nghị xóa tên",
    "REMOVED": "Xóa tên",
    "WITHDREW": "Cho ra khỏi Đảng",
}
