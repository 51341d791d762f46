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
# Why an answer on a list that came back is not in force, and what to do.
ANSWER_LEFT = {
    "answer_row_unknown": (
        "không rõ là của ai (mã ẩn của dòng trống hoặc đã đổi); chép vào đúng dòng của danh"
        " sách rồi nhập lại"
    ),
    "answer_name_differs": (
        "mã ẩn của dòng là của người khác; chép vào đúng dòng của danh sách rồi nhập lại"
    ),
    "answer_twice": "tệp có hai dòng trả lời khác nhau cho người này; sửa còn một rồi nhập lại",
    "answer_conflict": (
        "trái với điều sổ đang ghi; bản này đúng thì nhập lại với --yes, sổ đúng thì sửa ô"
        " theo sổ rồi nhập lại"
    ),
    "answer_not_understood": (
        "không hiểu; chọn một kết luận trong danh sách thả xuống rồi nhập lại"
    ),
    "answer_day_unclear": "không hiểu ngày, hoặc ngày chưa đến; sửa rồi nhập lại",
    "answer_without_decider": "chưa ghi người quyết định; ghi thêm rồi nhập lại",
    "answer_beside": "nằm ngoài các cột trả lời; chép vào đúng cột màu vàng rồi nhập lại",
    "answer_in_comment": "là ghi chú gắn vào ô; chép vào đúng cột màu vàng rồi nhập lại",
    "answer_ditto": "chỉ là dấu như dòng trên; ghi đủ chữ rồi nhập lại",
    "answer_by_colour": "chỉ là màu hoặc nét gạch; chọn ở cột “Kết luận” rồi nhập lại",
    "answer_line_below": "nằm ngoài dòng của mọi người; chép vào đúng dòng rồi nhập lại",
    "answer_column_unknown": "không thấy cột “Kết luận”; trả lại tiêu đề rồi nhập lại",
}
