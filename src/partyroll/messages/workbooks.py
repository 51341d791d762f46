"""What is said of workbooks: kinds of tables, signs of a wrong mapping, forms."""

TABLE_KIND = {
    "roster": "danh sách đảng viên",
    "dues": "sổ thu đảng phí",
    "meetings": "sổ theo dõi sinh hoạt",
    "exits": "danh sách ra khỏi Đảng",
    "excuses": "lý do được chấp nhận",
    "away": "danh sách đi làm ăn xa",
    "transfers": "chuyển sinh hoạt đảng",
    "ratings": "bảng xếp loại",
    "unit_ratings": "bảng xếp loại tổ chức đảng",
    "units": "danh sách tổ chức đảng",
    "reorganisation": "kế hoạch sắp xếp tổ chức",
    "headcounts": "số đảng viên theo năm",
    "declared": "số liệu đã báo cáo",
    "candidates": "danh sách nguồn kết nạp",
    "support": "danh sách giúp đỡ",
    "awards": "danh sách khen thưởng",
    "discipline": "danh sách kỷ luật",
    "holidays": "ngày nghỉ lễ",
    "review_answers": "danh sách rà soát gửi về",
    "matter_answers": "danh sách việc cần làm gửi về",
    "dues_totals": "tổng hợp đảng phí của chi bộ",
    "skipped": "bỏ qua",
}
# The workbook of rows that stayed out: written by one room, known again by another.
RETURNED_MARK = "partyroll.completes"
RETURNED_ADVICE = "Cách hoàn thiện:"
RETURNED_CODES = "Mã lỗi"
RETURNED_ANSWER = "Trả lời"
RETURNED_ROW = "Dòng gốc"
SIGN = {
    "many_turn_unpaid": "nhiều người thành chưa đóng",
    "some_turn_unpaid": "có người thành chưa đóng",
    "many_turn_absent": "nhiều người thành vắng",
    "some_turn_absent": "có người thành vắng",
    "empty_month": "cả chi bộ không đóng tháng đã đóng",
    "nobody_pays": "cả sổ không ai đóng",
    "people_missing": "nhiều người không có trong tệp",
    "many_leave": "nhiều người của một chi bộ thành đã ra khỏi Đảng",
    "people_unknown": "nhiều người không khớp với sổ",
    "sums_disagree": "số cộng không khớp",
    "amount_scale": "số tiền lệch nghìn lần",
    "year_differs": "năm không khớp",
    "year_future": "năm chưa tới",
    "paid_ahead": "đã đóng cho tháng chưa tới",
    "other_year": "giống hệt sổ năm khác",
    "dates_exchanged": "đảo ngày và tháng",
    "column_twice": "hai cột cùng một mục",
    "values_contradict": "giá trị trái với tiêu đề",
}
# What stands in an empty form and is no fact: the mark of its example, its page that explains.
EXAMPLE_MARK = "(ví dụ)"
GUIDE_SHEET = "Hướng dẫn"
GUIDE_TITLE = "Cách điền mẫu này"
