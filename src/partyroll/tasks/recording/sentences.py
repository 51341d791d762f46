"""What the importer says about rows that meet the ledger; `{…}` are facts."""

SENTENCES = {
    "unknown_unit": (
        "có nhiều tổ chức cùng tên “{found}”; hãy trả lời là tổ chức nào, hoặc thêm cột đảng bộ"
        " cấp trên"
    ),
    "unit_abbreviated": (
        "sổ chưa có tổ chức “{found}”; có phải là “{whole}” không? Hãy trả lời, hoặc ghi đúng"
        " tên đó trong tệp rồi nhập lại"
    ),
    "unit_of_most": (
        "sổ này không ghi chi bộ; phần lớn tên là của “{found}” nên được hiểu là sổ của chi bộ"
        " đó. Nếu sai, hãy hoàn tác rồi nhập lại với --unit"
    ),
    "unit_parent_learned": (
        "“{found}” trong sổ chưa có cấp trên; phần lớn tên trùng nên được xếp vào “{parent}”"
    ),
    "person_conflict": (
        "{numbers} này trong sổ thuộc về người khác, hoặc người này trong sổ mang số khác"
        " ({near}); kiểm tra lại số, hoặc trả lời có phải cùng một người không"
    ),
    "person_alike": (
        "sổ chưa có “{found}” nhưng có người gần giống: {near}; có phải cùng một người không?"
        " Hãy trả lời, hoặc sửa họ tên trong tệp rồi nhập lại"
    ),
    "answer_unclear": "chưa hiểu câu trả lời “{found}”; hãy ghi một trong các câu: {answers}",
    "answer_without_date": (
        "câu trả lời “{found}” cần ghi thêm ngày ở cuối, sau ngày đã ra nếu có; ví dụ: “đã"
        " chuyển 01/07/2025”"
    ),
    "ambiguous_name": (
        "trong {unit} có {count} người cùng tên; thêm ngày sinh hoặc số thẻ để phân biệt"
    ),
    "unit_differs": (
        "trong sổ người này thuộc {known}, tệp ghi {found}; đã chuyển (ghi kèm ngày) hay vẫn ở"
        " đơn vị cũ? Hãy trả lời, hoặc sửa lại tệp"
    ),
    "book_unit_differs": "trong sổ người này thuộc {known}, không thuộc {found}; vẫn ghi",
    "readmission": (
        "trong sổ người này đã {status}{day}, danh sách lại có tên; chưa ghi là đảng viên trở"
        " lại, hãy trả lời{advice}"
    ),
    "away_but_back": (
        "sổ đã ghi người này về ngày {returned}, vẫn giữ như vậy; nếu lại đi thì ghi ngày đi"
        " lần mới"
    ),
    "listed_but_left": (
        "trong sổ người này đã {status}; danh sách vẫn có tên, cần kiểm tra lại"
    ),
    "member_not_in_roster": ("không có trong danh sách đảng viên{near}; dòng này để lại{hint}"),
    "book_says_otherwise": (
        "sổ khác cùng chi bộ, cùng năm (tệp “{file}”, trang “{sheet}”, dòng {first}) đã ghi"
        " {told}; sổ nhập sau thay sổ nhập trước. Nếu sổ trước đúng: hoàn tác bằng"
        " partyroll undo, rồi chỉ nhập sổ đúng"
    ),
    "book_row_gone": "bản trước của sổ có {name}, bản này không có; các tháng cũ thôi tính",
    "exit_conflict": (
        "trong sổ người này đã {status} ngày {date}; một người chỉ có một lần ra khỏi Đảng,"
        " cần xác minh"
    ),
    "exit_unplaced": (
        "dòng không ghi chi bộ, ngày sinh hay số thẻ, mà trong sổ có người cùng họ tên ở"
        " {units}; ghi thêm để biết có phải người này"
    ),
    "excuse_kind_unknown": (
        "không hiểu loại “{found}”; ghi một loại như trong mẫu, ví dụ: ốm đau, miễn đảng phí,"
        " tạm miễn sinh hoạt (xem: partyroll template excuses)"
    ),
    "excuse_incomplete": "{why}; ghi đủ rồi nhập lại dòng này",
    "excuse_conflict": "{why}; dòng này để lại, cần xem giấy nào đúng",
    "excuse_caution": "{why}",
    "support_concluded_before": (
        "trong sổ khó khăn này đã có kết quả “{known}”; nếu đây là lần mới, ghi “Ngày phát"
        " sinh” hoặc “Ngày giúp” rồi nhập lại"
    ),
    "expulsion_without_exit": (
        "đã ghi kỷ luật khai trừ của {found}; khai trừ là ra khỏi Đảng mà sổ chưa ghi: nếu đã"
        " có quyết định, nhập danh sách ra khỏi Đảng"
    ),
    "duplicate_row": "trùng với dòng {first}; dòng đầu đã được nhập",
    "rating_conflict": (
        "trong tệp đã ghi mức {known} năm {year} ở dòng {first}; dòng này để lại, cần xem mức"
        " nào đúng"
    ),
    "rating_changed": "trong sổ năm {year} xếp loại {known}, nay {found}; đã ghi theo bản mới",
    "paper_without_day": (
        "có {found} của bước “{stage}” mà không có ngày; được giữ ở ghi chú, hãy ghi ngày để"
        " tính thời hạn"
    ),
    "ambiguous_candidate": (
        "trong nguồn kết nạp của sổ có {count} người như vậy; thêm ngày sinh hoặc số định danh"
    ),
    "candidate_is_member": (
        "trong sổ đã có đảng viên này; vẫn ghi vào nguồn kết nạp, cần kiểm tra lại"
    ),
    "unit_code_taken": "mã này trong sổ là của “{known}”; vẫn ghi, cần kiểm tra lại",
    "unit_date_differs": (
        "trong sổ tổ chức này có từ {known}, tệp ghi {found}; giữ ngày đã có, cần kiểm tra lại"
    ),
    "answer_list_unknown": (
        "không rõ {count} dòng này thuộc danh sách rà soát nào của sổ; hãy ghi trả lời vào"
        " chính tệp do partyroll flag --xlsx ghi ra, hoặc chọn đúng sổ bằng --ledger"
    ),
    "answer_row_unknown": (
        "không rõ dòng này là của ai trong danh sách (cột ẩn “Mã dòng” trống hoặc đã đổi); hãy"
        " chép trả lời vào đúng dòng của tệp partyroll đã ghi ra"
    ),
    "answer_name_differs": (
        "mã ẩn của dòng là của {name}, họ tên ghi “{found}”; có thể chép nhầm dòng, trả lời"
        " chưa được ghi"
    ),
    "answer_twice": (
        "{found} đã có một dòng khác trong tệp với trả lời khác; chỉ dòng đầu được ghi"
    ),
    "matter_row_unknown": (
        "không rõ dòng này là việc nào (cột ẩn “Mã việc” trống, đã đổi, hoặc của sổ khác); hãy"
        " ghi vào chính tệp partyroll đã ghi ra"
    ),
    "matter_answer_unread": "không hiểu “{found}”, chưa ghi ô này; {cure}",
    "matter_answer_older": (
        "sổ đang ghi điều mới hơn về việc này của {found}; bản gửi lại cũ hơn, không ghi đè"
    ),
    "answer_conflict": (
        "sổ đang ghi “{known}” (tệp {file}), bản này ghi “{found}”; cả dòng chưa ghi. Nếu bản"
        " này mới hơn, nhập lại với --yes"
    ),
    "answer_not_understood": (
        "không hiểu “{found}”, giữ nguyên chữ; hãy chọn một kết luận trong danh sách thả xuống,"
        " ý khác ghi ở “Ý kiến chi bộ”"
    ),
    "answer_day_unclear": (
        "không hiểu ngày “{found}” hoặc ngày chưa đến, giữ nguyên chữ; hãy ghi dạng 15/01/2026"
    ),
    "answer_without_decider": (
        "chưa ghi người quyết định nên kết luận về lý do chưa có hiệu lực; ghi thêm rồi nhập"
        " lại"
    ),
    "answer_column_unknown": (
        "không thấy cột “Kết luận” nên chưa kết luận nào của trang được đọc (tiêu đề lạ:"
        " “{found}”); hãy trả lại tiêu đề “Kết luận” rồi nhập lại"
    ),
    "answer_beside": (
        "chữ này nằm ngoài các cột trả lời nên chưa được ghi; hãy chép vào đúng cột màu vàng"
        " (Lý do, Ý kiến chi bộ, Kết luận…) của dòng đó rồi nhập lại"
    ),
    "answer_in_comment": (
        "lời ghi chú gắn vào ô không được đọc thành trả lời; hãy chép vào đúng cột màu vàng (Lý"
        " do, Ý kiến chi bộ, Kết luận…) của dòng đó rồi nhập lại"
    ),
    "answer_ditto": (
        "“{found}” không cho biết là như dòng nào (danh sách có thể đã sắp xếp); hãy ghi đủ"
        " chữ vào ô này rồi nhập lại"
    ),
    "answer_by_colour": (
        "dòng này chỉ có màu hoặc nét gạch, không có chữ trả lời nên chưa được ghi; hãy chọn ở"
        " cột “Kết luận” rồi nhập lại"
    ),
    "answer_line_below": (
        "dòng này không phải dòng của ai trong danh sách nên chưa được ghi; hãy chép vào đúng"
        " dòng, đúng cột màu vàng của người đó rồi nhập lại"
    ),
    "answer_lifts_some": (
        "{found}: lý do được chấp nhận cho tháng {lifted}; tháng {kept} không ghi lý do nên vẫn"
        " tính. Muốn lý do này gồm cả các tháng đó: partyroll excuse add"
    ),
    "answer_makes_plain": (
        "{found}: không chấp nhận lý do, tháng {months} từ nay tính như không có lý do"
    ),
    "answer_moves_to_review": (
        "{found}: không chấp nhận lý do, tháng {months} từ nay tính như không có lý do; người"
        " này sẽ đứng ở danh sách đề nghị chi bộ xem xét. Ghi nhầm thì partyroll undo"
    ),
    "slip_own_ledger": (
        "phiếu của {found} do chính sổ này lập; hãy gửi cho nơi bên kia, không nhập ở đây"
    ),
    "slip_other_ledger": (
        "phiếu của {found} gửi cho sổ khác, không phải sổ này; nhiều sổ thì thêm --ledger"
    ),
    "slip_transfer_unknown": (
        "phiếu trả lời về {found} mà sổ này không có giấy giới thiệu đó, hoặc lần ghi đó đã"
        " hoàn tác; xem partyroll transfer list --only all"
    ),
    "slip_person_differs": (
        "phiếu trả lời ghi {found}, giấy giới thiệu của sổ này {whose}; hỏi lại nơi gửi"
    ),
    "slip_answer_differs": (
        "phiếu trả lời về {found} khác trả lời đã ghi, hoặc của nơi khác; hỏi lại nơi gửi,"
        " phiếu này đúng thì nhập lại với --yes"
    ),
    "slip_no_stay": (
        "sổ này không ghi {found} sinh hoạt tạm thời theo giấy đó; chỉ nhận đảng phí, sinh hoạt"
        " của nơi tạm thời"
    ),
    "slip_already_here": "{found} đã có trong sổ, ở {unit}; giấy giới thiệu ghi cho người này",
    "slip_unit_unknown": (
        "chưa tiếp nhận: sổ không có tổ chức nào tên “{found}”; xem tên: partyroll units"
    ),
    "slip_waits": (
        "đã nhận giấy giới thiệu của {found} (số {number}){due}; tiếp nhận: partyroll transfer"
        " confirm {number} --unit “Chi bộ …”, không tiếp nhận: partyroll transfer refuse"
        " {number} --reason “…”"
    ),
    "slip_received": (
        "đã tiếp nhận {found} (số {number}); gửi phiếu báo cho nơi đi, in lại khi cần:"
        " partyroll transfer issue --again {number}"
    ),
    "slip_refused": (
        "nơi đến không tiếp nhận {found}{why}; sổ này tính lại ở nơi đi, hãy gặp đảng viên"
    ),
    "slip_refused_listed": (
        "nơi đến không tiếp nhận {found}{why}; danh sách ra khỏi chi bộ vẫn ghi đã chuyển đi:"
        " xem lại, hoàn tác lần nhập đó nếu người này trở về"
    ),
    "duplicate_figure": "đã có số của tổ chức và năm (kỳ) này ở ô {first}; giữ số ở ô đầu",
    "completed_source_unknown": (
        "tệp này trả lại những dòng của một tệp mà sổ không có, hoặc lần nhập đó đã hoàn tác;"
        " các dòng vẫn được nhập, nhưng hãy nhập lại tệp gốc nếu cần"
    ),
}
