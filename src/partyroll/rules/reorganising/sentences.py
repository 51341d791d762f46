"""What stands against a plan, in sentences: what is wrong, then what to do."""

BLOCKERS = {
    "unit_missing": "Chưa ghi {field}.",
    "unit_unknown": "Không có tổ chức “{found}” trong sổ{near}.",
    "unit_elsewhere": "“{found}” không trực thuộc “{under}”; sổ ghi: {choices}.",
    "unit_ambiguous": "Có nhiều tổ chức tên “{found}”: {choices}; ghi thêm tổ chức cấp trên.",
    "unit_ended": "“{found}” đã kết thúc hoạt động từ ngày {day}.",
    "unit_ends_later": "Sổ đã ghi “{found}” kết thúc ngày {day}, sau ngày của dòng này.",
    "unit_not_begun": "“{found}” chỉ có từ ngày {day}; ngày hiệu lực phải sau ngày đó.",
    "changed_later": "Sổ đã ghi một thay đổi của “{found}” từ ngày {day}; ngày hiệu lực phải"
    " sau ngày đó.",
    "target_unknown": "Không có “{found}” vào ngày này{near}. Nếu là tổ chức mới, thêm một dòng"
    " Thành lập.",
    "target_ended": "“{found}” đã hoặc sẽ kết thúc vào ngày này, không tiếp nhận được.",
    "two_steps": "“{found}” đã có ở dòng {row} cùng ngày; mỗi ngày một tổ chức chỉ một dòng"
    " (chia thì mỗi đơn vị mới một dòng).",
    "exists": "Đã có “{found}” ở {above}; không thành lập lần nữa.",
    "facts_before": "Không thành lập “{found}” từ ngày này được: sổ đã có {what} của tổ chức"
    " này từ trước ({day}).",
    "cycle": "“{found}” không thể trực thuộc tổ chức nằm dưới chính nó.",
    "nothing_changes": "Dòng này không đổi gì: tên và cấp trên của “{found}” vẫn như cũ.",
    "split_in_one": "Chia “{found}” phải có ít nhất hai đơn vị mới, mỗi đơn vị một dòng.",
    "unit_left": "“{found}” còn trực thuộc “{above}” là tổ chức kết thúc; thêm một dòng chuyển"
    " trực thuộc, sáp nhập hoặc giải thể cho tổ chức này.",
    "unit_later": "Sổ đã ghi “{found}” trực thuộc hoặc rời “{above}” từ ngày {day}, sau ngày tổ"
    " chức đó kết thúc theo dòng này; xem lại ngày hiệu lực.",
    "member_left": "{name} còn sinh hoạt ở “{found}”; ghi nơi chuyển đến ở trang Đảng viên.",
    "members_left": "Còn {count} đảng viên nữa ở “{found}” chưa ghi nơi chuyển đến.",
    "member_unknown": "Không có đảng viên này ở tổ chức được chia, giải thể của kế hoạch.",
    "member_ambiguous": "Có nhiều đảng viên cùng tên: {choices}; ghi thêm số thẻ, ngày sinh.",
    "member_twice": "Đảng viên này đã ghi ở dòng {row}.",
    "member_elsewhere": "“{found}” không phải đơn vị mới của “{old}” trong kế hoạch:"
    " {choices}.",
    "member_later": "{name} chỉ sinh hoạt ở “{found}” từ ngày {day}, sau ngày tổ chức này kết"
    " thúc; sửa lại ngày ở đó, hoặc ngày hiệu lực.",
}
WARNINGS = {
    "no_decision": "{count} dòng chưa ghi số quyết định; nên ghi để còn tra lại.",
    "day_to_come": "Ngày hiệu lực {day} chưa đến; từ ngày đó mới có tổ chức mới.",
    "known_before": "Sổ đã có tổ chức này, chưa rõ từ ngày nào: lấy ngày của dòng này làm ngày"
    " thành lập.",
    "stays_itself": "“{found}” nhập vào chính nó: tổ chức này giữ nguyên, bỏ qua dòng này.",
    "namesakes": "Từ ngày này “{above}” có {count} tổ chức cùng tên “{found}”; nên đổi tên để"
    " không nhầm khi nhập danh sách.",
    "facts_after": "“{found}” còn {count} dòng ({what}) ghi từ ngày này trở đi; vẫn giữ"
    " ở tổ chức cũ.",
}
SENTENCES = BLOCKERS | WARNINGS
# What another day would make otherwise.
OF_A_DAY = frozenset(
    {
        "changed_later",
        "day_to_come",
        "facts_after",
        "facts_before",
        "known_before",
        "member_later",
        "namesakes",
        "target_ended",
        "two_steps",
        "unit_ended",
        "unit_ends_later",
        "unit_later",
        "unit_not_begun",
    }
)
FIELDS = {
    "old": "đơn vị cũ",
    "new": "đơn vị mới",
    "parent": "tổ chức trực thuộc",
}
