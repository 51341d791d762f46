"""What is said of registers: what needs doing, what became of it."""

MATTER = {
    "months_near": "gần đủ số tháng",
    "case_open": "cần xem xét",
    "complaint_clock": "thời hạn khiếu nại",
    "book_missing": "thiếu sổ",
    "away_without_paper": "đi làm ăn xa, chưa có giấy tờ",
    "permission_ends": "giấy miễn, giảm, hoãn sắp hết hạn",
    "temporary_stay_ends": "sinh hoạt tạm thời sắp hết hạn",
    "temporary_stay_long": "sinh hoạt tạm thời đã lâu",
    "contact_due": "đã lâu chưa liên hệ",
    "returned": "đã về, giấy tờ còn ở nơi khác",
    "transfer_to_start": "chưa làm thủ tục chuyển sinh hoạt",
    "letter_runs_out": "sắp hết hạn nộp giấy giới thiệu",
    "not_presented": "chưa nộp giấy giới thiệu ở nơi đến",
    "not_confirmed": "nơi đến chưa xác nhận",
    "refused": "nơi đến không tiếp nhận",
    "answer_to_send": "chưa gửi phiếu báo cho nơi đi",
    "counted_by_neither": "không bên nào tính",
    "counted_by_both": "cả hai bên cùng tính",
    "L1": "xếp loại tốt trở lên, có từ 3 tháng chưa đóng hoặc vắng",
    "L2": "xếp loại tốt trở lên, bị kỷ luật trong năm",
    "L3": "được xếp loại khi miễn sinh hoạt hoặc ở nơi khác, chưa có nhận xét",
    "L4": "nhiều năm không có mức hoàn thành, không hoàn thành",
    "L5": "tỷ lệ xuất sắc vượt hoặc sát mức",
    "L6": "nhiều năm xuất sắc, tổ chức xếp loại thấp hơn",
    "L7": "cả tổ chức cùng một mức",
    "L8": "ra khỏi Đảng ngay sau năm xếp loại tốt trở lên",
    "L9": "tỷ lệ tốt trở lên khác xa cấp trên",
    "L10": "hai năm liền không hoàn thành, chưa rà soát",
    "rated_though_exempt": "thuộc diện không đánh giá, vẫn được xếp loại",
    "not_rated_yet": "chưa được xếp loại",
    "file_stalled": "hồ sơ kết nạp dừng lâu",
    "class_runs_out": "giấy chứng nhận lớp nhận thức sắp hết giá trị",
    "dossier_old": "lý lịch thẩm tra đã lâu",
    "paper_missing": "hồ sơ kết nạp thiếu giấy tờ",
    "order_of_steps": "các bước kết nạp không đúng thứ tự",
    "age_of_candidate": "tuổi của người xin vào Đảng",
    "vote_falls_short": "chưa đủ số phiếu",
    "decision_due": "thời hạn ra quyết định kết nạp",
    "ceremony_due": "thời hạn tổ chức lễ kết nạp",
    "probation_review": "đến hạn xét công nhận chính thức",
    "confirmed_date": "ngày chính thức khác ngày hết thời gian dự bị",
    "cell_too_small": "chi bộ ít đảng viên chính thức",
    "member_to_find": "đã kết nạp, chưa rõ là ai trong danh sách đảng viên",
    "need_without_measure": "khó khăn, chưa có biện pháp giúp đỡ",
    "outcome_unknown": "đã giúp đỡ, chưa ghi kết quả",
    "to_be_met": "mới xuất ngũ, chưa gặp gỡ",
}
MATTER_OUTCOME = {
    "DONE": "Đã làm",
    "UNDER_WAY": "Đang làm",
    "NOT_NEEDED": "Không cần làm",
}
# What is typed where the drop-down list was not used.
MATTER_OUTCOME_TYPED = {
    "DONE": ("xong", "đã xong", "làm xong", "đã làm xong", "rồi", "làm rồi", "đã làm rồi"),
    "UNDER_WAY": ("đang", "đang tiến hành", "đang thực hiện"),
    "NOT_NEEDED": ("không cần", "không cần thiết", "không phải làm"),
}
MATTER_NOT_YET = ("chưa", "chưa làm", "chưa xong", "chưa thực hiện")
MATTER_UNREAD = {
    "outcome": (
        "hãy chọn Đã làm, Đang làm hoặc Không cần làm trong danh sách thả xuống; kể đã làm gì"
        " thì ghi ở cột “Đã làm gì”"
    ),
    "answered_on": "hãy ghi ngày dạng 15/01/2026, không ở tương lai",
}
MATTER_ANSWER = {
    "outcome": "Kết quả",
    "text": "Đã làm gì",
    "answered_by": "Người làm",
    "answered_on": "Ngày làm",
    "paper": "Số văn bản",
}
REGISTER_SHEET = "Danh sách"  # of the people, beside the sheet of what needs doing
MATTER_ROW = "Mã việc (không sửa)"  # over the hidden column that says which matter a row is
MATTER_SHEET = "Việc cần làm"
MATTER_MARK = "partyroll.register"  # the property by which a register comes back
NOT_A_VERDICT = "Việc cần làm để giúp chi bộ và đảng viên; không phải quyết định về ai."
