"""What is said of transfers and of the slips that two offices send each other."""

TRANSFER_KIND = {
    "OFFICIAL": "chính thức",
    "TEMPORARY": "tạm thời",
}
TRANSFER_STATE = {
    "TO_START": "chưa làm giấy giới thiệu",
    "IN_TRANSIT": "đang chuyển, nơi đến chưa báo",
    "RECEIVED": "đã nhận giấy, chưa trả lời nơi đi",
    "CONFIRMED": "nơi đến đã tiếp nhận",
    "REFUSED": "nơi đến không tiếp nhận",
    "RETURNED": "đã về nơi đi",
}
TRANSFER_ANSWER = {
    "ARRIVED": "Đã tiếp nhận",
    "REFUSED": "Không tiếp nhận",
}
TRANSFER_WAY = {"out": "đi", "in": "đến"}
SLIP_TITLE = {
    "LETTER": "PHIẾU CHUYỂN SINH HOẠT ĐẢNG",
    "ANSWER": "PHIẾU BÁO CHUYỂN SINH HOẠT ĐẢNG",
    "MONTHS": "PHIẾU BÁO ĐẢNG PHÍ, SINH HOẠT TẠI NƠI TẠM THỜI",
}
SLIP_SHEET = "Phiếu"
SLIP_ITEM = "Mục"
SLIP_TEXT = "Nội dung"
SLIP_KEY = "Mã dòng (không sửa)"  # over the hidden column that says what a row is
SLIP_MARK = "partyroll.slip"  # the property by which a slip comes back
# What a slip says, by its key, in the order in which people read it.
SLIP_FIELD = {
    "kind": "Loại phiếu",
    "transfer_id": "Mã giấy giới thiệu",
    "written_by": "Sổ lập phiếu",
    "meant_for": "Gửi cho sổ",
    "written_on": "Ngày lập phiếu",
    "full_name": "Họ và tên",
    "person_uid": "Mã người",
    "birth_date": "Ngày sinh",
    "gender": "Giới tính",
    "card_no": "Số thẻ đảng viên",
    "national_id": "Số định danh cá nhân",
    "hometown": "Quê quán",
    "admission_date": "Ngày vào Đảng",
    "official_date": "Ngày chính thức",
    "transfer_kind": "Chuyển sinh hoạt",
    "origin": "Nơi đi",
    "destination": "Nơi đến",
    "letter_no": "Số giấy giới thiệu",
    "issued_on": "Ngày giới thiệu",
    "starts_on": "Sinh hoạt ở nơi đến từ ngày",
    "valid_to": "Đến hết ngày",
    "caused_on": "Ngày quyết định có hiệu lực, ngày chuyển đi",
    "reason": "Lý do chuyển",
    "dues_told": "Đảng phí",
    "answer": "Trả lời của nơi đến",
    "answered_on": "Ngày tiếp nhận, ngày trả lời",
    "answered_by": "Nơi trả lời",
    "answer_text": "Lý do, ý kiến",
    "year": "Năm",
    "dues": "Đảng phí tháng {month}",
    "meetings": "Sinh hoạt tháng {month}",
    "remark": "Nhận xét",
    "check": "Mã kiểm tra",
}
SLIP_KIND = {
    "LETTER": "Giới thiệu sinh hoạt đảng",
    "ANSWER": "Phiếu báo của nơi đến",
    "MONTHS": "Đảng phí, sinh hoạt ở nơi tạm thời",
}
