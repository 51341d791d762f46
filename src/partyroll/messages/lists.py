"""What is said of lists: those for review, their columns and answers, early warnings."""

REVIEW_LIST = {
    "review": "Đề nghị chi bộ xem xét",
    "check_reason": "Cần xác minh lý do",
    "watch": "Theo dõi",
    "data_gap": "Thiếu dữ liệu",
}
SILENCED = "Đã xem xét, không xử lý (căn cứ không đổi)"
ONLY_INFERRED = "Đề nghị chi bộ xem xét, chỉ khi ô trống là chưa đóng"
NOBODY_LISTED = "Không có dòng nào."  # below the headings of an empty table
NOT_A_DECISION = "Danh sách để xem xét, không phải quyết định."
ANSWER = {
    "reason": "Lý do",
    "opinion": "Ý kiến chi bộ",
    "conclusion": "Kết luận",
    "decided_by": "Người quyết định",
    "decided_on": "Ngày",
    "paper": "Văn bản",
}
WATCH_KIND = {
    "one_month_left": "còn một tháng là đủ số tháng",
    "over_new_year": "liền nhau vắt qua hai năm",
    "both_grounds": "cả đảng phí và sinh hoạt",
    "permission_ends": "giấy miễn, giảm, hoãn sắp hết hạn",
    "temporary_stay_ends": "sinh hoạt tạm thời sắp hết hạn",
    "temporary_stay_long": "sinh hoạt tạm thời đã lâu",
    "away_without_paper": "đi làm ăn xa, chưa có giấy tờ",
    "contact_due": "đã lâu chưa liên hệ",
    "returned": "đã về, giấy tờ còn ở nơi khác",
    "transfer_to_present": "sắp hết hạn nộp giấy chuyển sinh hoạt",
}
LIST_ID = "partyroll.list_id"  # the property by which a list comes back
LIST_ROW = "Mã dòng (không sửa)"  # over the hidden column that says whose row it is
# Sheets beside the lists of a workbook: nobody answers there.
LIST_SHEETS = frozenset({"Căn cứ từng tháng", "Thiếu dữ liệu", "Nguồn", "Danh mục", "Tổng hợp"})
LIST_COLUMN = {
    "number": "STT",
    "full_name": "Họ và tên",
    "card_no": "Số thẻ",
    "unit": "Chi bộ",
    "ground": "Căn cứ",
    "count": "Số tháng",
    "unpaid": "Tháng chưa đóng",
    "inferred": "Suy ra từ ô trống",
    "late": "Tháng đóng chậm",
    "noted": "Tháng có ghi lý do",
    "unexcused": "Vắng không phép",
    "excused_marked": "Có phép (sổ ghi)",
    "longest_run": "Chuỗi dài nhất",
    "remarks": "Ghi chú của dòng",
}
