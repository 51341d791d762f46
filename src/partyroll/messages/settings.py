"""What is said of settings, and of how they read the rule."""

SETTING = {
    "months": "Số tháng",
    "year_basis": "Năm tính theo (calendar: năm dương lịch; rolling12: 12 tháng gần nhất)",
    "run": "Cách đếm (any: cộng dồn; consecutive: liền nhau)",
    "combine_grounds": "Cộng hai căn cứ với nhau",
    "meeting_reading": "Số tháng bỏ sinh hoạt (three_months: cùng số tháng; own_count: riêng)",
    "meeting_months": "Số tháng bỏ sinh hoạt, khi tính riêng",
    "count_late": "Tính cả tháng đóng chậm",
    "grace_days": "Số ngày gia hạn sau cuối tháng",
    "infer_blank": "Suy ô trống là chưa đóng khi đủ căn cứ",
    "infer_min_share": "Tỷ lệ đã thu ít nhất để suy ô trống",
    "infer_blank_meeting": "Suy ô trống trong sổ sinh hoạt là vắng",
    "trust_excused_mark": "Tin dấu có phép trong sổ",
    "meeting_month": "Tháng vắng (none_attended: không dự buổi nào; any_missed: vắng một buổi)",
    "partial_payment": "Đóng thiếu mức (paid: coi như đã đóng; unpaid: chưa đóng)",
    "first_due_month": "Tháng đầu phải đóng (after_ceremony_month: sau tháng kết nạp)",
    "last_due_month": "Tháng cuối phải đóng (before_exit_month: trước tháng ra khỏi Đảng)",
    "partial_exempt_month": "Tháng miễn một phần (exempt: được miễn; due: vẫn đóng)",
}
# How a setting reads the rule, by its value; "{}" where it is a number.
READING: dict[str, dict[object, str]] = {
    "year_basis": {"calendar": "năm dương lịch", "rolling12": "12 tháng gần nhất"},
    "run": {"any": "các tháng cộng dồn", "consecutive": "các tháng liền nhau"},
    "combine_grounds": {True: "cộng hai căn cứ với nhau", False: "từng căn cứ riêng"},
    "meeting_reading": {
        "three_months": "bỏ sinh hoạt tính cùng số tháng",
        "own_count": "bỏ sinh hoạt có số tháng riêng",
    },
    "count_late": {True: "tính cả tháng đóng chậm", False: "không tính tháng đóng chậm"},
    "infer_blank": {
        True: "ô trống trong sổ đảng phí là chưa đóng khi đủ căn cứ",
        False: "ô trống trong sổ đảng phí không tính",
    },
    "infer_blank_meeting": {
        True: "ô trống trong sổ sinh hoạt là vắng",
        False: "ô trống trong sổ sinh hoạt không tính",
    },
    "trust_excused_mark": {
        True: "tin dấu có phép trong sổ",
        False: "dấu có phép còn phải xác minh",
    },
    "meeting_month": {
        "none_attended": "vắng cả tháng mới tính",
        "any_missed": "vắng một buổi cũng tính",
    },
    "partial_payment": {
        "paid": "đóng thiếu mức coi như đã đóng",
        "unpaid": "đóng thiếu mức là chưa đóng",
    },
    "first_due_month": {
        "after_ceremony_month": "phải đóng từ tháng sau tháng kết nạp",
        "ceremony_month": "phải đóng từ tháng kết nạp",
    },
    "last_due_month": {
        "before_exit_month": "không phải đóng tháng ra khỏi Đảng",
        "exit_month": "phải đóng cả tháng ra khỏi Đảng",
    },
    "partial_exempt_month": {
        "exempt": "tháng miễn một phần không phải đóng",
        "due": "tháng miễn một phần vẫn phải đóng",
    },
}
NUMBER_READ = {
    "months": "từ {} tháng",
    "meeting_months": "bỏ sinh hoạt từ {} tháng",
    "grace_days": "được chậm {} ngày sau cuối tháng",
    "infer_min_share": "suy ô trống khi ít nhất {:.0%} đã đóng",
}
LEAST_BASE_MEANS = "Đơn vị có ít đảng viên hơn số này (cộng các năm) thì không xếp thứ tự"
LEAST_COUNT_MEANS = "Bản công khai của báo cáo không in số người ít hơn số này"
WATCH_LIMIT = {
    "days": "Nhắc trước khi giấy tờ hết hạn bao nhiêu ngày",
    "stay_months": "Sinh hoạt tạm thời từ bao nhiêu tháng thì nhắc",
    "away_months": "Đi làm ăn xa chưa có giấy tờ quá bao nhiêu tháng thì nhắc",
    "contact_months": "Đã bao nhiêu tháng chưa liên hệ với đảng viên đi làm ăn xa thì nhắc",
    "transfer_days": "Hạn nộp giấy chuyển sinh hoạt còn bao nhiêu ngày làm việc thì nhắc",
}
RATING_LIMIT = {
    "cap": "Xếp loại: xuất sắc nhiều nhất bao nhiêu % (văn bản 2019; mỗi năm xem hướng dẫn)",
    "cap_special": "Xếp loại: % áp dụng cho tổ chức ghi trong [rating.special] (giả định)",
    "cap_base": "Xếp loại: % của số tốt trở lên (nested) hay tốt không kể xuất sắc (disjoint)",
    "least_number": "Xếp loại: ít nhất bao nhiêu người được xếp loại mới so tỷ lệ với cấp trên",
    "least_alike": "Xếp loại: ít nhất bao nhiêu người cùng một mức mới nhắc",
    "years": "Xếp loại: mấy năm liền không có mức dưới tốt, hoặc xuất sắc cùng tên, thì nhắc",
    "excellent_years": "Xếp loại: mấy năm liền xuất sắc mà tổ chức xếp thấp hơn thì nhắc",
    "months": "Xếp loại: tốt trở lên mà có bao nhiêu tháng chưa đóng, vắng thì nhắc",
    "away_months": "Xếp loại: ở nơi khác bao nhiêu tháng trong năm thì cần nhận xét nơi đó",
    "new_months": "Xếp loại: vào Đảng chưa đủ bao nhiêu tháng thì không xếp loại (giả định)",
    "interval": "Xếp loại: khoảng tin cậy khi so tỷ lệ với cấp trên, %",
    "special": "Xếp loại: tổ chức được áp dụng cap_special, và các năm",
}
ADMISSION_LIMIT = {
    "source_months": "Người trong nguồn kết nạp chưa có bước nào bao nhiêu tháng thì nhắc",
    "stalled_months": "Đã nộp đơn mà chưa có bước nào bao nhiêu tháng thì nhắc",
    "days": "Kết nạp: nhắc trước khi hết hạn bao nhiêu ngày",
    "least_members": "Chi bộ xét kết nạp cần ít nhất bao nhiêu đảng viên chính thức",
    "vetted_months": "Kết nạp: thẩm tra lý lịch quá bao nhiêu tháng thì nhắc (giả định)",
    "youth_age": "Tuổi cao nhất còn tính là tuổi đoàn trong kết quả kết nạp",
}
SUPPORT_LIMIT = {
    "outcome_months": "Giúp đỡ: sau bao nhiêu tháng chưa ghi kết quả thì nhắc",
    "served_months": "Xuất ngũ: trong bao nhiêu tháng sau ngày xuất ngũ thì nhắc gặp gỡ",
    "served_age": "Xuất ngũ, danh sách không ghi ngày: chỉ nhắc người dưới bao nhiêu tuổi",
    "sign_months": "Dấu hiệu sớm: kỷ luật, xếp loại trong bao nhiêu tháng gần đây thì nêu",
}
GATE = {
    "people": "Cổng kiểm tra: ít nhất bao nhiêu người (dòng, số tiền) mới là dấu hiệu",
    "unpaid_share": "Cổng kiểm tra: tỷ lệ người từ đã đóng thành chưa đóng",
    "people_share": "Cổng kiểm tra: tỷ lệ người không khớp với sổ, hoặc thiếu trong tệp",
    "values_share": "Cổng kiểm tra: tỷ lệ ô của một cột có giá trị trái với tiêu đề",
    "scale": "Cổng kiểm tra: số tiền lệch bao nhiêu lần so với thường lệ",
    "sums": "Cổng kiểm tra: bao nhiêu số cộng không khớp",
    "dates": "Cổng kiểm tra: bao nhiêu ngày có vẻ bị đảo ngày, tháng",
}
READING_LIMIT = {
    "file_mb": "Tệp nhập: lớn nhất bao nhiêu MB",
    "unpacked_mb": "Tệp nhập: giải nén ra lớn nhất bao nhiêu MB",
    "sheets": "Tệp nhập: nhiều nhất bao nhiêu trang tính",
    "rows": "Tệp nhập: nhiều nhất bao nhiêu dòng có nội dung trong một trang",
    "columns": "Tệp nhập: nhiều nhất bao nhiêu cột",
    "cells": "Tệp nhập: nhiều nhất bao nhiêu ô có nội dung trong một trang",
}
