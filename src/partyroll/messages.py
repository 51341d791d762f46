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
# How the reason of a month begins that stands in a roster's remark, not in a book's cell.
FROM_ROSTER = "danh sách ghi"
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
REVIEW_LIST = {
    "review": "Đề nghị chi bộ xem xét",
    "check_reason": "Cần xác minh lý do",
    "watch": "Theo dõi",
    "data_gap": "Thiếu dữ liệu",
}
SILENCED = "Đã xem xét, không xử lý (căn cứ không đổi)"
ONLY_INFERRED = "Đề nghị chi bộ xem xét, chỉ khi ô trống là chưa đóng"
GAP = {
    "no_book": "thiếu sổ",
    "empty_month": "sổ không ghi gì trong tháng",
    "host_book_missing": "thiếu sổ của nơi sinh hoạt tạm thời",
    "member_not_in_book": "đảng viên không có tên trong sổ",
    "blank_not_inferred": "ô trống, không đủ căn cứ suy ra",
    "unreadable_cell": "ô không đọc được",
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
PERMISSION = {
    "EXEMPT_ACTIVITY": "được miễn công tác và sinh hoạt",
    "TEMP_EXEMPT": "tạm miễn sinh hoạt",
    "SUSPENDED": "đình chỉ sinh hoạt",
    "EXEMPT": "miễn đảng phí",
    "DEFERRED": "chậm đóng được phép",
    "REDUCED": "giảm đảng phí",
}
EXCUSE = {
    "SICKNESS": "Ốm đau, nằm viện",
    "MATERNITY": "Thai sản",
    "DISASTER": "Thiên tai, hỏa hoạn, dịch bệnh",
    "DETENTION": "Bị tạm giữ, tạm giam",
    "DUTY": "Làm nhiệm vụ được giao",
    "SEA_VOYAGE": "Đi biển dài ngày",
    "FAMILY": "Việc gia đình",
    "TRANSFER_IN_PROGRESS": "Đang chuyển sinh hoạt đảng",
    "OTHER": "Lý do khác",
}
TEMPORARY_STAY = {
    "TEMP_TRANSFER": "chuyển sinh hoạt tạm thời",
    "ABROAD": "ở nước ngoài có thời hạn",
}
GRANT_STATE = {
    "PENDING": "chờ xem xét",
    "ACCEPTED": "đã chấp nhận",
    "REJECTED": "không chấp nhận",
    "GRANTED": "có giấy",
}
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
ANSWER = {
    "reason": "Lý do",
    "opinion": "Ý kiến chi bộ",
    "conclusion": "Kết luận",
    "decided_by": "Người quyết định",
    "decided_on": "Ngày",
    "paper": "Văn bản",
}
RATING_LEVEL = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "COMPLETE": "Hoàn thành nhiệm vụ",
    "NOT_COMPLETE": "Không hoàn thành nhiệm vụ",
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
CHANGE = {
    "import": "nhập",
    "answer": "trả lời",
    "undo": "hoàn tác",
    "init": "tạo sổ",
    "list": "lập danh sách rà soát",
    "report": "lập báo cáo",
    "reorganise": "sắp xếp tổ chức",
    "excuse": "ghi lý do, miễn, hoãn",
    "step": "ghi bước xem xét",
}
STAYED = {
    "changed": "{later} đã sửa",
    "needed": "{later} đã dựa vào",
    "replaced": "{later} đã ghi điều khác vào chỗ đó",
    "gone": "người hoặc tổ chức đó không còn trong sổ",
}
FACT = {
    "source_sheet": "bảng đã đọc",
    "set_aside": "dòng để lại",
    "unit_version": "tổ chức",
    "unit_alias": "tên gọi khác của tổ chức",
    "unit_succession": "tổ chức kế thừa",
    "unit_event": "quyết định về tổ chức",
    "person_version": "thông tin đảng viên",
    "person_attribute": "thông tin thêm",
    "life_event": "ra khỏi Đảng",
    "event_reason": "lý do",
    "assignment": "nơi sinh hoạt",
    "transfer_leg": "chuyển sinh hoạt",
    "permission": "miễn, hoãn, đình chỉ",
    "excuse": "lý do được xét",
    "holiday": "ngày nghỉ lễ",
    "review_answer": "trả lời trên danh sách rà soát",
    "review_step": "bước xem xét",
    "missing_mark": "không có trong bản mới",
    "away": "đi làm ăn xa",
    "rating": "xếp loại",
    "candidate": "hồ sơ kết nạp",
    "candidate_step": "bước kết nạp",
    "verdict": "trả lời về người trùng",
    "heading_meaning": "ý nghĩa tiêu đề",
    "book": "sổ",
    "book_line": "dòng sổ",
    "book_note": "ghi chú trong ô",
    "payment": "khoản thu",
    "declared": "số liệu báo cáo",
    "declared_total": "tổng số khai cả kỳ",
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

WATCH_KIND = {
    "one_month_left": "còn một tháng là đủ số tháng",
    "over_new_year": "liền nhau vắt qua hai năm",
    "both_grounds": "cả đảng phí và sinh hoạt",
    "permission_ends": "giấy miễn, giảm, hoãn sắp hết hạn",
    "temporary_stay_ends": "sinh hoạt tạm thời sắp hết hạn",
    "temporary_stay_long": "sinh hoạt tạm thời đã lâu",
    "away_without_paper": "đi làm ăn xa, chưa có giấy tờ",
    "transfer_to_present": "sắp hết hạn nộp giấy chuyển sinh hoạt",
}
WATCH_LIMIT = {
    "days": "Nhắc trước khi giấy tờ hết hạn bao nhiêu ngày",
    "stay_months": "Sinh hoạt tạm thời từ bao nhiêu tháng thì nhắc",
    "away_months": "Đi làm ăn xa chưa có giấy tờ quá bao nhiêu tháng thì nhắc",
    "transfer_days": "Hạn nộp giấy chuyển sinh hoạt còn bao nhiêu ngày làm việc thì nhắc",
}

# --- The workbook of rows that stayed out: written by one room, known again by another ----
LIST_ID = "partyroll.list_id"  # the property by which a list comes back
LIST_ROW = "Mã dòng (không sửa)"  # over the hidden column that says whose row it is
# Sheets beside the lists of a workbook: nobody answers there.
LIST_SHEETS = frozenset({"Căn cứ từng tháng", "Thiếu dữ liệu", "Nguồn", "Danh mục"})
LIST_COLUMN = {
    "number": "STT",
    "full_name": "Họ và tên",
    "card_no": "Số thẻ",
    "unit": "Chi bộ",
    "ground": "Căn cứ",
    "count": "Số tháng",
    "unpaid": "Tháng chưa đóng",
    "inferred": "Suy ra từ ô trống",
    "noted": "Tháng có ghi lý do",
    "unexcused": "Vắng không phép",
    "excused_marked": "Có phép (sổ ghi)",
    "longest_run": "Chuỗi dài nhất",
    "remarks": "Ghi chú của dòng",
}
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
# What stands in an empty form and is no fact: the mark of its example, its page that explains.
EXAMPLE_MARK = "(ví dụ)"
GUIDE_SHEET = "Hướng dẫn"
GUIDE_TITLE = "Cách điền mẫu này"
