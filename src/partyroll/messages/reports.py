"""What a term report is asked for, and what may read otherwise in another one."""

STRUCTURE = {"then": "lúc có quyết định", "now": "hiện nay"}
ASKED = {
    "term": "Kỳ",
    "structure": "Tổ chức theo",
    "unit": "Đơn vị",
    "as_of": "Tính đến ngày",
}
EXIT_FIELD = {
    "kind": "hình thức",
    "unit_path": "đơn vị",
    "probationary": "dự bị hay chính thức",
    "event_date": "ngày sự việc",
    "decision_no": "số quyết định",
    "decision_date": "ngày quyết định",
    "reasons": "lý do",
    "reason_text": "lời ghi lý do",
}
