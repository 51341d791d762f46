"""What is said of reasons, papers and temporary places."""

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
