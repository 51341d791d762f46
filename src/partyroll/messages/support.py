"""What is said of help, praise and discipline."""

NEED = {
    "HARDSHIP": "khó khăn về kinh tế",
    "JOB": "cần việc làm",
    "HEALTH": "ốm đau, bệnh tật",
    "DISASTER": "thiên tai, hỏa hoạn",
    "DISCHARGED": "mới xuất ngũ, cần gặp gỡ",
    "LOAN": "cần vay vốn",
    "OTHER": "khó khăn khác",
}
SUPPORT_MEASURE = {
    "VISIT": "thăm hỏi, động viên",
    "GIFT": "tặng quà, hỗ trợ tiền",
    "LOAN": "cho vay vốn",
    "JOB_INTRODUCTION": "giới thiệu việc làm",
    "TRAINING": "dạy nghề, tập huấn",
    "HOUSING": "giúp làm nhà, sửa nhà",
    "INSURANCE": "giúp mua bảo hiểm",
    "DUES_RELIEF": "miễn, giảm đảng phí",
    "MEETING": "gặp gỡ, đối thoại",
    "HELPER": "phân công người giúp đỡ",
    "OTHER": "việc khác",
}
SUPPORT_OUTCOME = {
    "RESOLVED": "đã ổn định",
    "BETTER": "khá hơn",
    "UNCHANGED": "chưa chuyển biến",
    "WORSE": "khó khăn hơn",
    "LEFT": "không còn sinh hoạt",
}
AWARD_FORM = {
    "BADGE": "Huy hiệu Đảng",
    "MERIT": "huân chương, huy chương",
    "COMMENDATION": "bằng khen, giấy khen",
    "EXAMPLE": "gương điển hình, biểu dương",
    "TITLE": "danh hiệu thi đua",
    "OTHER": "khen thưởng khác",
}
DISCIPLINE_FORM = {
    "REPRIMAND": "khiển trách",
    "WARNING": "cảnh cáo",
    "DISMISSAL": "cách chức",
    "EXPULSION": "khai trừ",
    "OTHER": "hình thức khác",
}
SUPPORT_PART = {
    "no-measure": "khó khăn chưa có biện pháp giúp đỡ",
    "no-outcome": "đã giúp, chưa ghi kết quả",
    "discharged": "bộ đội, công an xuất ngũ",
    "all": "cả những việc đã có kết quả",
}
SIGN_KIND = {
    "unpaid": "Đảng phí",
    "absent": "Sinh hoạt",
    "away": "Đi xa chưa có giấy tờ",
    "hardship": "Khó khăn",
    "probation": "Dự bị",
    "discipline": "Kỷ luật",
    "rating": "Xếp loại",
}
NO_SCORE = (
    "Những điều đã ghi trong sổ, đặt cạnh nhau để chi ủy quan tâm sớm; không phải điểm số,"
    " không xếp thứ tự ai, không kết luận về ai. Không có tên không có nghĩa là không có khó"
    " khăn."
)
