"""The Vietnamese words for the codes, said once.

Keys are the identifiers of the rulebook's glossary; nothing here knows a type.
"""

STATUS = {
    "OFFICIAL": "chính thức",
    "PROBATIONARY": "dự bị",
    "SUSPENDED": "đình chỉ sinh hoạt",
    "REMOVED": "xóa tên",
    "WITHDREW": "xin ra khỏi Đảng",
    "EXPELLED": "khai trừ",
    "DIED": "từ trần",
    "OUT": "chuyển đi",
    "OTHER_DECREASE": "giảm khác",
    "LEFT_UNSTATED": "rời Đảng, chưa rõ hình thức",
}
REASON = {
    "SKIP_MEETINGS": "Bỏ sinh hoạt đảng",
    "UNPAID_DUES": "Không đóng đảng phí",
    "RETURNED_CARD": "Tự ý trả thẻ đảng viên",
    "DESTROYED_CARD": "Tự hủy thẻ đảng viên",
    "LOST_WILL": "Giảm sút ý chí phấn đấu",
    "TWO_YEARS_UNFIT": "Hai năm liền vi phạm tư cách đảng viên",
    "POLITICAL_STANDARD": "Không bảo đảm tiêu chuẩn chính trị",
    "PROBATION_NOT_CONFIRMED": "Dự bị không đủ điều kiện công nhận chính thức",
    "TRANSFER_NOT_PRESENTED": "Không nộp hồ sơ chuyển sinh hoạt",
    "WRONGLY_ADMITTED": "Kết nạp, công nhận sai",
    "FAMILY_HARDSHIP": "Hoàn cảnh gia đình khó khăn",
    "EMIGRATE_WITH_FAMILY": "Xuất cảnh, định cư nước ngoài cùng gia đình",
    "FAR_WORK": "Đi làm ăn xa",
    "HEALTH_AGE": "Tuổi cao, sức yếu",
    "RELIGION": "Lý do tôn giáo",
    "WORKPLACE": "Lý do công tác",
    "OTHER": "Lý do khác",
    "UNSTATED": "Chưa ghi lý do",
}
STATE = {
    "PAID": "đã đóng",
    "PAID_LATE": "đóng chậm",
    "PREPAID": "đóng trước",
    "UNPAID": "chưa đóng",
    "UNPAID_INFERRED": "suy ra từ ô trống",
    "EXEMPT": "miễn",
    "DEFERRED": "chậm đóng được phép",
    "EXCUSED": "lý do đã chấp nhận",
    "NOT_DUE": "chưa phát sinh",
    "UNKNOWN": "chưa có dữ liệu",
    "ATTENDED": "có mặt",
    "UNEXCUSED": "vắng không phép",
    "EXCUSED_MARKED": "sổ ghi có phép",
    "NOT_HELD": "không họp",
    "NOT_OWED": "không phải dự",
}
GROUND = {
    "UNPAID_DUES": "đảng phí",
    "SKIP_MEETINGS": "sinh hoạt",
    "MIXED": "đảng phí và sinh hoạt",
}
REVIEW_LIST = {
    "review": "Đề nghị chi bộ xem xét",
    "check_reason": "Cần xác minh lý do",
    "watch": "Theo dõi",
    "data_gap": "Thiếu dữ liệu",
}
GAP = {
    "no_book": "thiếu sổ",
    "empty_month": "sổ không ghi gì trong tháng",
    "host_book_missing": "thiếu sổ của nơi sinh hoạt tạm thời",
    "member_not_in_book": "đảng viên không có tên trong sổ",
    "blank_not_inferred": "ô trống, không đủ căn cứ suy ra",
    "unreadable": "ô không đọc được",
}
TABLE_KIND = {
    "roster": "danh sách đảng viên",
    "dues": "sổ thu đảng phí",
    "meetings": "sổ theo dõi sinh hoạt",
    "exits": "danh sách ra khỏi Đảng",
    "excuses": "lý do được chấp nhận",
    "away": "danh sách đi làm ăn xa",
    "transfers": "danh sách chuyển sinh hoạt",
    "ratings": "bảng xếp loại",
    "units": "danh sách tổ chức đảng",
    "headcounts": "số đảng viên theo năm",
    "declared": "số liệu đã báo cáo",
    "candidates": "danh sách nguồn kết nạp",
    "support": "danh sách giúp đỡ",
    "discipline": "danh sách kỷ luật",
    "holidays": "ngày nghỉ lễ",
    "review_answers": "danh sách rà soát gửi về",
    "dues_totals": "tổng hợp đảng phí của chi bộ",
    "skipped": "bỏ qua",
}
NOT_A_DECISION = "Danh sách để xem xét, không phải quyết định."
