"""What is said of months and of the cells in which they stand."""

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
# How the reason of a month begins that stands in a roster's remark, not in a book's cell.
FROM_ROSTER = "danh sách ghi"
# How it begins where the remark stands beside the row in the book, for months left blank.
FROM_BOOK_ROW = "ghi chú trong sổ"
# A month's own cell in a book, by its letter; a blank cell says nothing and has no word.
DUES_LETTER = {
    "P": "đã đóng",
    "U": "chưa đóng",
    "N": "có ghi chú",
    "X": "miễn",
    "D": "chậm đóng được phép",
    "o": "chưa phát sinh",
    "?": "không đọc được",
}
MEETING_LETTER = {
    "P": "có mặt",
    "E": "vắng có phép",
    "A": "vắng",
    "n": "không họp",
    "o": "không phải dự",
    "?": "không đọc được",
}
GROUND = {
    "UNPAID_DUES": "đảng phí",
    "SKIP_MEETINGS": "sinh hoạt",
    "MIXED": "đảng phí và sinh hoạt",
}
# Months that speak against somebody, counted: "3 tháng chưa đóng đảng phí".
GROUND_MONTHS = {
    "UNPAID_DUES": "tháng chưa đóng đảng phí",
    "SKIP_MEETINGS": "tháng vắng sinh hoạt không phép",
}
GAP = {
    "no_book": "thiếu sổ",
    "empty_month": "sổ không ghi gì trong tháng",
    "host_book_missing": "thiếu sổ của nơi sinh hoạt tạm thời",
    "member_not_in_book": "đảng viên không có tên trong sổ",
    "blank_not_inferred": "ô trống, không đủ căn cứ suy ra",
    "unreadable_cell": "ô không đọc được",
}
