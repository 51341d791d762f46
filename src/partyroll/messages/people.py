"""What is said of people: status, reasons of leaving, ratings, stages, fields."""

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
RATING_LEVEL = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "COMPLETE": "Hoàn thành nhiệm vụ",
    "NOT_COMPLETE": "Không hoàn thành nhiệm vụ",
    "NOT_RATED": "Chưa đánh giá",
}
# A level after a number, or beside a year: "12 xuất sắc", "2023: tốt".
RATING_COUNT = {
    "EXCELLENT": "xuất sắc",
    "GOOD": "tốt",
    "COMPLETE": "hoàn thành",
    "NOT_COMPLETE": "không hoàn thành",
    "NOT_RATED": "chưa đánh giá",
}
# What is written down beside a rating: of a screening, of a remark.
RATING_SAID = {
    "held_on": "Ngày rà soát",
    "reason_text": "Lý do",
    "helper": "Người giúp đỡ",
    "valid_from": "Giúp đỡ từ",
    "valid_to": "Giúp đỡ đến",
    "conclusion": "Kết luận",
    "paper": "Số văn bản",
    "place": "Nơi nhận xét",
    "remark": "Nhận xét",
    "said_on": "Ngày nhận xét",
}
# Where a unit's share lies beside the interval of its size.
COMPARED = {
    "within": "trong khoảng thường gặp",
    "above": "cao hơn khoảng thường gặp",
    "below": "thấp hơn khoảng thường gặp",
}
TOO_FEW = "n < {least}: không so sánh"
# What the levels were called before 2018; the last stood for two things.
RATING_LEVEL_BEFORE = {
    "EXCELLENT": "Đủ tư cách, hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Đủ tư cách, hoàn thành tốt nhiệm vụ",
    "COMPLETE": "Đủ tư cách, hoàn thành nhiệm vụ",
    "NOT_COMPLETE": "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ",
    "NOT_RATED": "Chưa đánh giá",
}
RATING_STAGE = {
    "SELF": "tự xếp loại",
    "CELL": "chi bộ xếp loại",
    "COMMITTEE": "cấp có thẩm quyền xếp loại",
}
CANDIDATE_STAGE = {
    "detected": "Phát hiện nguồn",
    "on_source_list": "Đưa vào danh sách nguồn",
    "helper_assigned": "Phân công đảng viên giúp đỡ",
    "awareness_class": "Học lớp nhận thức về Đảng",
    "application": "Nộp đơn xin vào Đảng",
    "cv": "Khai lý lịch",
    "vetting": "Thẩm tra lý lịch",
    "opinions": "Lấy ý kiến",
    "cell_resolution": "Nghị quyết của chi bộ",
    "committee_resolution": "Nghị quyết của đảng ủy",
    "decision": "Quyết định kết nạp",
    "ceremony": "Lễ kết nạp",
    "probation_review": "Xét công nhận chính thức",
    "confirmed": "Công nhận chính thức",
}
# What `admission list --only` may name.
ADMISSION_PART = {
    "stalled": "đang dừng",
    "no-paper": "thiếu giấy tờ",
    "ending": "sắp hết hạn",
    "probation": "dự bị",
    "ended": "đã đóng",
}
FIELD = {
    "full_name": "Họ và tên",
    "birth_name": "Họ và tên khai sinh",
    "gender": "Giới tính",
    "birth_date": "Ngày sinh",
    "admission_date": "Ngày vào Đảng",
    "admission_decision_date": "Ngày quyết định kết nạp",
    "official_date": "Ngày chính thức",
    "card_no": "Số thẻ đảng viên",
    "card_no_old": "Số thẻ cũ",
    "national_id": "Số định danh cá nhân",
    "member_code": "Mã đảng viên",
    "resume_no": "Số lý lịch",
    "hometown": "Quê quán",
    "birth_place": "Nơi sinh",
    "permanent_address": "Thường trú",
    "stated_status": "Tình trạng đã ghi",
    "note": "Ghi chú",
    "occupation": "Nghề nghiệp",
    "workplace": "Đơn vị công tác",
    "education_general": "Học vấn",
    "education_professional": "Chuyên môn",
    "education_political": "Lý luận chính trị",
    "position_party": "Chức vụ Đảng",
    "position_state": "Chức vụ chính quyền, đoàn thể",
    "member_group": "Đối tượng",
}
