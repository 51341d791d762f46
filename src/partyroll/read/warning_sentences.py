"""What the reading room tells without setting anything aside; `{clue}` as in `sentences`."""

WARNINGS = {
    "declared_part": "Dòng “trong đó” là một phần của dòng trên; không nhập riêng.",
    "declared_not_understood": (
        "Nhận ra bảng tổng hợp nhưng chưa rõ các số đếm gì; hãy ghi ở tiêu đề cột: Xóa tên, Xin"
        " ra khỏi Đảng, Khai trừ… (mẫu trống: partyroll template declared)."
    ),
    "formula_injection": "Ô bắt đầu bằng dấu công thức; được giữ như chữ thường, hãy kiểm tra.",
    "legacy_decoded": (
        "Trang này không có phông chữ cũ nhưng chữ có vẻ gõ bằng bảng mã {clue}; nếu sai,"
        " hãy hoàn tác rồi nhập lại với --encoding."
    ),
    "two_digit_year": "Năm chỉ ghi hai chữ số, hiểu là {clue}; hãy ghi đủ bốn chữ số.",
    "partial_date": "Ngày chưa đủ ngày, tháng; giữ nguyên như đã ghi.",
    "day_month_swapped": (
        "Có thể bị đảo ngày/tháng; ngày này chưa được nhận, hãy ghi ngày trước, tháng sau."
    ),
    "probation_length": (
        "Từ ngày vào Đảng đến ngày chính thức không phải 12 tháng; hãy kiểm tra."
    ),
    "standing_contradicts": (
        "Cột khác ghi chính thức, ô này ghi dự bị; chưa nhận bên nào, hãy kiểm tra."
    ),
    "probable_duplicate_person": (
        "Trùng họ tên và ngày sinh với {clue} nhưng khác số; hãy xem có phải một người."
    ),
    "empty_numbered_row": "Dòng chỉ có số thứ tự; được bỏ qua.",
    "example_row": (
        "Dòng ví dụ của mẫu nên không nhập; nếu là dòng thật, hãy bỏ chữ “(ví dụ)” ở ô này."
    ),
    "formula_without_cached_value": (
        "Công thức chưa có kết quả lưu trong tệp; hãy mở bằng Excel, lưu lại rồi nhập."
    ),
    "leading_zero_lost": (
        "Số có 11 chữ số, có lẽ mất số 0 ở đầu; chưa nhận số này, hãy định dạng ô là Text."
    ),
    "amount_implausible": "Số tiền lớn bất thường; hãy kiểm tra đơn vị tính.",
    "unusual_number_form": "Cách ghi số lạ; hãy ghi số tiền bằng chữ số thường.",
    "amount_below_rate": "Số tiền thấp hơn mức đóng {clue}; vẫn tính là đã đóng.",
    "amount_above_rate": (
        "Số tiền cao hơn mức đóng {clue} mà không ghi cho tháng nào; hãy ghi rõ các tháng."
    ),
    "part_payment": (
        "Mới nộp một phần ({clue}); được tính cho tháng nợ lâu nhất trước, hãy kiểm tra."
    ),
    "arrears_from_before": (
        "Có khoản truy thu {clue} của các tháng trước dòng đầu tiên trong sổ; hãy nhập cả sổ"
        " của các tháng đó."
    ),
    "arrears_not_carried": (
        "Truy thu không bằng số chưa đóng cuối tháng trước ({clue}); được giữ như đã ghi, hãy"
        " kiểm tra."
    ),
    "dues_do_not_add_up": (
        "Số này không khớp các cột bên cạnh ({clue}); được giữ như đã ghi, hãy kiểm tra."
    ),
    "exempt_with_amount": (
        "Vừa đánh dấu được miễn vừa ghi số tiền; hãy kiểm tra tháng này được miễn hay không."
    ),
    "merged_over_rows": (
        "Số tiền ở ô gộp nhiều dòng, không rõ phần của từng người; hãy ghi riêng cho mỗi người."
    ),
    "back_payment_note": (
        "Khoản nộp bù cho các tháng trước; các tháng đó được ghi là đóng chậm."
    ),
    "ambiguous_mark": (
        "Dấu này không rõ nghĩa nên để như ô trống; hãy giải thích ở chú thích dưới bảng."
    ),
    "exit_kind_unclear": (
        "Không rõ xóa tên, xin ra hay khai trừ; hãy ghi rõ hình thức theo quyết định."
    ),
    "exit_group_differs": (
        "Ô này khác đề mục {clue} phía trên; được hiểu theo ô này, hãy kiểm tra cả hai."
    ),
    "delete_request_not_removal": (
        "“Đề nghị xóa” là xóa dữ liệu khỏi chi bộ, không phải xóa tên; không ghi thành xóa tên."
    ),
    "leave_unstated": (
        "Ô này không nói vắng có phép hay không phép; khi rà soát tháng đó được hỏi lại, không"
        " tính thẳng. Hãy ghi P (có phép) hoặc K (không phép), hoặc chú giải “vắng: …”."
    ),
    "remark_without_paper": (
        "Ghi chú không thay giấy tờ: khi rà soát, những tháng nó nói đến được hỏi lại, không"
        " tính thẳng cho người này. Nếu đúng là {clue}."
    ),
    "total_mismatch": "Số cộng trong tệp khác tổng các dòng ({clue}); hãy kiểm tra.",
    "duplicate_month": "Tháng này có hai cột; chỉ đọc cột đầu.",
    "column_without_heading": (
        "Cột {clue} có dữ liệu nhưng không có tiêu đề nên chưa được đọc; hãy ghi tiêu đề rồi"
        " nhập lại, hoặc chỉ rõ bằng --map “{clue}=mục”."
    ),
    "words_beside_name": (
        "Ô họ và tên có thêm chữ; họ tên được giữ như đã ghi, hãy chuyển chữ thêm sang cột khác"
        " để các sổ khác nhận ra người này."
    ),
    "decisions_several": (
        "Dòng có hai quyết định; lấy quyết định sau ({clue}), hãy kiểm tra quyết định nào có"
        " hiệu lực."
    ),
    "ditto_read": "Dấu này được hiểu là như ô trên: “{clue}”; nếu không phải, hãy ghi rõ.",
    "unit_from_above": (
        "Ô trống dưới “{clue}” được hiểu là cùng chi bộ; nếu không phải, hãy ghi rõ chi bộ."
    ),
    "unread_line": "Dòng chữ trong bảng không phải một người; được bỏ qua.",
    "sheet_beside_slip": (
        "Tệp này là phiếu chuyển sinh hoạt nên chỉ đọc phiếu; trang này chưa được đọc. Có danh"
        " sách cần nhập thì để ở một tệp riêng."
    ),
    "beside_matters": (
        "Điều ghi thêm ở trang này không được đọc; hãy ghi vào ô màu vàng của trang “Việc cần"
        " làm”, hoặc bằng danh sách, lệnh của nó."
    ),
    "sheet_skipped": "Trang tính không có bảng nào đọc được; được bỏ qua.",
    "summary_sheet": (
        "Trang này lặp lại {clue} người đã có ở trang khác; mỗi người chỉ tính một lần."
    ),
    "unknown_status": "Không hiểu tình trạng này; giữ nguyên chữ, chưa ghi thành trạng thái.",
    "unknown_rating": (
        "Không hiểu mức xếp loại này nên chưa nhận; hãy ghi HTXSNV, HTTNV, HTNV, KHTNV hoặc"
        " Chưa đánh giá."
    ),
    "no_rating_stated": (
        "Dòng này không ghi mức xếp loại nào nên chưa có gì được nhập; nếu không xếp loại,"
        " hãy ghi “Chưa đánh giá”."
    ),
    "unfit_unclear": (
        "Mức này trước năm 2018 gồm hai vế: vi phạm tư cách, hoặc không hoàn thành nhiệm vụ;"
        " được ghi là không hoàn thành, hãy hỏi chi bộ là vế nào."
    ),
    "remark_year_missing": (
        "Không rõ nhận xét này của năm nào nên chưa ghi; hãy ghi năm ở tiêu đề bảng."
    ),
    "rating_in_future": "Năm xếp loại chưa đến; vẫn ghi, hãy kiểm tra lại năm.",
    "transfer_unclear": (
        "Không rõ đã chuyển sinh hoạt hay chưa; chữ được giữ ở ghi chú, hãy ghi x hoặc chưa."
    ),
    "confirmed_without_day": (
        "Nơi đến đã xác nhận nhưng thiếu ngày; được giữ ở ghi chú, hãy ghi ngày xác nhận."
    ),
    "returned_without_day": (
        "Đã về nhưng thiếu ngày nên người này vẫn ở danh sách đi làm ăn xa; chữ được giữ ở ghi"
        " chú, hãy ghi ngày về."
    ),
    "contact_without_day": (
        "Không thấy ngày liên hệ; chữ được giữ ở ghi chú, hãy ghi ngày liên hệ lần cuối."
    ),
    "step_without_day": (
        "Bước này đã làm nhưng thiếu ngày; được giữ ở ghi chú, hãy ghi ngày để tính thời hạn."
    ),
    "vote_unclear": (
        "Không rõ số phiếu; chữ được giữ ở ghi chú, hãy ghi tán thành/có mặt/được triệu tập, ví"
        " dụ 14/17/20 (định dạng ô là Text)."
    ),
    "step_unclear": (
        "Không rõ bước này đã xong hay chưa; chữ được giữ ở ghi chú, hãy ghi ngày đã làm."
    ),
    "unreadable_sum": (
        "Không đọc được số tiền; chữ được giữ ở ghi chú, hãy ghi số đồng, ví dụ 500.000."
    ),
    "support_outcome_unclear": (
        "Kết quả không có trong danh sách chọn; giữ nguyên chữ, không tính vào nhóm nào."
    ),
    "support_before_need": (
        "Ngày giúp hoặc ngày xong trước ngày phát sinh; vẫn ghi, hãy kiểm tra lại các ngày."
    ),
    "hidden_rows": (
        "{clue} dòng có dữ liệu đang bị ẩn hoặc bị lọc trong Excel; vẫn được nhập, hãy bỏ ẩn để"
        " xem lại."
    ),
    "paid_in_all": (
        "Cột này ghi đã nộp nhiều hơn các tháng cộng lại (hoặc không còn nợ) nên ô trống của"
        " dòng không bị coi là chưa đóng; hãy ghi số tiền vào từng tháng rồi nhập lại."
    ),
    "nobody_filled_in": (
        "Các tháng này chỉ có số 0 hay ô chưa đánh dấu: cả cột như nhau, hoặc tháng chưa đến;"
        " được để như ô trống, không ai bị coi là chưa đóng hay vắng. Nếu đúng là chưa đóng,"
        " hãy ghi “chưa đóng”."
    ),
    "blanks_explained": (
        "Chú thích nói ô trống có ý nghĩa riêng nên không ô trống nào của sổ này bị coi là chưa"
        " đóng; hãy ghi điều đó bằng chữ vào từng ô rồi nhập lại."
    ),
    "comment_on_month": (
        "Ô này có ghi chú gắn kèm nên tháng này không bị tính thẳng là chưa đóng hay vắng; hãy"
        " ghi điều đó bằng chữ vào chính ô rồi nhập lại."
    ),
    "comment_on_person": (
        "Ô họ tên có ghi chú gắn kèm; máy không làm theo ghi chú, ô trống của người này không"
        " bị coi là chưa đóng. Nếu cần, hãy ghi điều đó vào cột Ghi chú rồi nhập lại."
    ),
    "month_struck": (
        "Chữ trong ô này bị gạch ngang nên tháng này chưa tính; hãy xóa chữ đã gạch, ghi điều"
        " đúng rồi nhập lại."
    ),
    "row_struck": (
        "Họ tên bị gạch ngang; người này vẫn được nhập như thường, ô trống không bị coi là chưa"
        " đóng. Nếu đã chuyển đi hay ra khỏi Đảng, hãy ghi ở cột Ghi chú hoặc danh sách riêng."
    ),
    "colour_means": (
        "Chú thích nói màu ô có ý nghĩa riêng; máy không hiểu màu nên ô trống, ô nợ hay vắng có"
        " màu chưa tính. Hãy ghi bằng chữ vào ô (ví dụ: miễn, ốm) rồi nhập lại."
    ),
    "colour_unseen": (
        "Chú thích nói màu ô có ý nghĩa riêng nhưng tệp này không cho xem màu nên ô trống của"
        " bảng chưa tính. Hãy ghi bằng chữ vào ô, hoặc lưu thành .xlsx rồi nhập lại."
    ),
    "marks_unseen": (
        "Trong tệp .xls, ghi chú gắn vào ô và màu không xem được; nếu có ai trả lời như vậy,"
        " hãy lưu tệp thành .xlsx rồi nhập lại."
    ),
    "macros_not_run": "Tệp có macro; macro không được chạy, chỉ các ô được đọc.",
    "links_not_followed": (
        "Tệp có liên kết tới tệp Excel khác; liên kết không được mở, số liệu lấy từ lần lưu"
        " gần nhất."
    ),
    "hidden_sheet": "Trang tính bị ẩn; được bỏ qua.",
    "layout_not_read": "Bảng có dạng chưa đọc được; không dòng nào được nhập từ bảng này.",
    "skipped_as_taught": "Bảng được bỏ qua theo --map.",
    "kind_not_read": "Nhận ra bảng ({clue}) nhưng phiên bản này chưa nhập loại bảng đó.",
    "transfers_not_read": (
        "Danh sách chuyển sinh hoạt không nhập được thẳng: ai đã đi thì nhập theo mẫu exits,"
        " tạm thời thì mẫu excuses; ai mới đến thì ghi Ngày chuyển đến ở danh sách đảng viên."
    ),
}
