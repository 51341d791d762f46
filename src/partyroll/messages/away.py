"""What is said of members away: where they stand, and the parts of their register."""

AWAY_STATE = {
    "AT_HOME": "ở nhà",
    "AWAY_REPORTED": "đã báo đi",
    "TEMP_EXEMPT": "tạm miễn sinh hoạt",
    "TEMP_TRANSFER": "sinh hoạt tạm thời ở nơi khác",
    "OFFICIAL_TRANSFER": "đang chuyển sinh hoạt chính thức, nơi đến chưa xác nhận",
    "CONFIRMED_BY_DEST": "nơi đến đã xác nhận",
    "RETURNED": "đã về",
    "OVERDUE": "đã qua ngày cuối ghi trong sổ",
}
AWAY_PART = {
    "no-paper": "chưa có giấy tờ",
    "ending": "giấy tờ sắp hết hạn",
    "long": "sinh hoạt tạm thời đã lâu",
    "contact": "đã lâu chưa liên hệ",
    "moving": "đang chuyển sinh hoạt chính thức",
    "overdue": "đã qua ngày cuối ghi trong sổ",
    "returned": "đã về",
}
