"""`partyroll today`, and in Vietnamese `partyroll viec-hom-nay`."""

from partyroll.cli.registers import register_list

_SUMMARY = """Việc cần làm, theo chi bộ và thời hạn (cũng gõ được: viec-hom-nay).

Gồm giấy tờ sắp hết hạn, chuyển sinh hoạt, xếp loại cần rà soát, hồ sơ kết nạp, người cần
nhắc, cần giúp đỡ, việc đang xem xét. Việc đã ghi kết quả không hiện nữa, trừ khi căn cứ đổi."""

today = register_list("today", _SUMMARY, verb="", todo=True)
