"""Every sentence of the reading room: what is wrong with a cell and what to do about it.

`{clue}` is what the sentence names besides the cell: an earlier row, a rate, a sheet.
"""

from partyroll.model import Problem, Severity
from partyroll.read.remarks import Remark

ERRORS = {
    "missing_name": "Dòng có số liệu nhưng để trống họ và tên; hãy ghi họ tên rồi nhập lại.",
    "name_without_letters": (
        "Ô họ và tên không có chữ nào; hãy ghi họ tên, hoặc xem cột này có phải họ tên không."
    ),
    "names_differ": (
        "Một dòng có hai họ tên khác nhau (cột {clue}), không rõ các ô là của ai; hãy tách"
        " thành hai bảng, mỗi bảng một cột họ tên."
    ),
    "several_names": "Ô này có hai họ tên; mỗi người phải ở một dòng riêng.",
    "parts_unclear": (
        "Ô này phải có {clue} mục (mỗi mục một dòng) nhưng không rõ phần nào là mục nào; hãy"
        " ghi đủ các dòng, mục trống ghi dấu -."
    ),
    "name_with_status": (
        "Ô họ và tên ghi cả việc người này không còn ở đây; dòng được để riêng, hãy ghi điều đó"
        " ở cột Tình trạng hoặc danh sách ra khỏi Đảng, chuyển đi."
    ),
    "text_too_long": "Ô chữ dài bất thường, có thể dán nhầm; hãy rút gọn hoặc dán lại.",
    "formula_error": "Ô chứa lỗi công thức của Excel; hãy sửa công thức hoặc gõ giá trị.",
    "invalid_date": (
        "Không đọc được ngày, hoặc ngày không có trong lịch; hãy ghi dạng 03/02/1990."
    ),
    "future_date": "Ngày ở tương lai; hãy kiểm tra lại năm.",
    "admission_before_birth": "Ngày vào Đảng trước ngày sinh; hãy kiểm tra cả hai ngày.",
    "too_young_at_admission": (
        "Khi vào Đảng chưa đủ 18 tuổi; hãy kiểm tra ngày sinh và ngày vào Đảng."
    ),
    "official_before_admission": (
        "Ngày chính thức trước ngày vào Đảng; hãy kiểm tra cả hai ngày."
    ),
    "invalid_gender": "Giới tính không rõ; hãy ghi Nam hoặc Nữ.",
    "bad_id_length": "Số định danh phải có 12 chữ số (CMND cũ: 9); hãy đối chiếu giấy tờ.",
    "scientific_notation": (
        "Excel đã đổi số thành dạng 9.91E+10 và làm mất chữ số; hãy định dạng ô là Text "
        "rồi gõ lại."
    ),
    "bad_card_format": "Số thẻ phải có 12 chữ số (thẻ cũ: 8); hãy đối chiếu thẻ đảng viên.",
    "duplicate_card": "Số này đã có ở {clue} với thông tin khác; hãy xem số nào đúng.",
    "duplicate_row": "Người này đã có ở {clue}; dòng lặp lại được để riêng.",
    "unknown_unit": "Đây không phải tên chi bộ; hãy ghi tên chi bộ đầy đủ.",
    "legacy_text": (
        "Chữ này có thể gõ bằng bảng mã cũ; hãy nhập lại với --encoding tcvn3 (phông .Vn…),"
        " --encoding vni (phông VNI-…), hoặc --encoding unicode nếu chữ đã đúng."
    ),
    "not_an_exit": (
        "Đây chưa phải hình thức ra khỏi Đảng; dòng được để riêng, hãy ghi quyết định nếu có."
    ),
    "support_without_need": (
        "Dòng không ghi khó khăn gì, cũng không ghi đã giúp gì; hãy ghi một trong hai."
    ),
    "award_without_form": (
        "Dòng không ghi khen thưởng gì; hãy ghi hình thức, hoặc số năm của Huy hiệu Đảng."
    ),
    "discipline_form_unknown": (
        "Không rõ hình thức kỷ luật; hãy ghi một hình thức: khiển trách, cảnh cáo, cách chức,"
        " khai trừ (của chính quyền, đoàn thể: hình thức khác). Xóa tên không phải kỷ luật."
    ),
    "month_out_of_range": "Tháng phải từ 1 đến 12; cột này được bỏ qua, hãy sửa tiêu đề.",
    "value_in_invalid_month": (
        "Ô có giá trị nhưng tiêu đề cột không phải một tháng; hãy chuyển sang đúng cột."
    ),
    "negative_amount": "Số tiền âm; hãy kiểm tra lại, ô này chưa được tính.",
    "unreadable_amount": "Không hiểu ô này là đã nộp hay chưa; hãy ghi số tiền, x hoặc lý do.",
    "unreadable_mark": (
        "Không hiểu dấu điểm danh này; hãy ghi x, P (có phép) hoặc K (không phép)."
    ),
    "meetings_do_not_add_up": (
        "Số buổi họp, có mặt, vắng của tháng này mâu thuẫn nhau; tháng này chưa được tính, hãy"
        " sửa rồi nhập lại."
    ),
    "absence_unexplained": (
        "Có buổi vắng mà không rõ có phép hay không phép; buổi đó chưa được tính, hãy ghi số"
        " buổi có phép và không phép thành hai cột."
    ),
    "umbrella_exit": (
        "“Đưa ra khỏi Đảng” có nơi là xin ra, có nơi gồm cả xóa tên, khai trừ, nên phải hỏi:"
        " nếu là xin ra thì sửa tiêu đề (chỉ tiêu) thành “Xin ra khỏi Đảng”; ngoài số xóa tên"
        " mà không rõ hình thức thì “Rời Đảng, chưa rõ hình thức”; nếu là tổng số gồm cả xóa"
        " tên thì bỏ cột (dòng) này; rồi nhập lại."
    ),
    "declared_unknown": (
        "Không rõ chỉ tiêu này đếm gì; hãy ghi một hình thức: xóa tên, xin ra, khai trừ, từ"
        " trần, chuyển đi, giảm khác, kết nạp, kết nạp lại, phục hồi đảng tịch, chuyển đến."
    ),
    "declared_period_unclear": (
        "Không rõ số liệu của kỳ nào; hãy ghi “Năm 2020” hoặc “Nhiệm kỳ 2015-2020” ở tiêu đề"
        " bảng, hoặc thêm cột Kỳ số liệu."
    ),
    "unreadable_number": "Không đọc được số; hãy ghi số nguyên không âm.",
    "example_left": (
        "Ô này còn chữ ví dụ của mẫu, không phải của người này; hãy ghi đè hoặc xóa ô."
    ),
    "two_ratings": "Một người có hai mức xếp loại khác nhau; hãy giữ một mức rồi nhập lại.",
    "rating_year_missing": (
        "Không rõ xếp loại của năm nào; hãy ghi “Năm …” ở tiêu đề cột hoặc tiêu đề bảng."
    ),
    "holiday_without_day": "Không có ngày nghỉ; ghi như 01/01/2026 hoặc 16-20/02/2026.",
    "holiday_too_long": "Nghỉ liền hơn 31 ngày; kiểm tra lại ngày đầu và ngày cuối.",
    "ends_before_begins": (
        "Ngày kết thúc (ngày về) trước ngày bắt đầu (ngày đi); hãy kiểm tra cả hai ngày."
    ),
    "name_column_unknown": (
        "Không nhận ra cột họ và tên ở dòng tiêu đề này nên không dòng nào được nhập; hãy chỉ"
        " cột đó bằng --map “TIÊU ĐỀ=full_name”, hoặc sửa tiêu đề rồi nhập lại."
    ),
    "people_across": (
        "Trang này ghi mỗi người một cột, mỗi tháng một dòng nên chưa dòng nào được nhập; hãy"
        " đảo bảng (Excel: chép, Dán đặc biệt, Chuyển vị) để mỗi người một dòng rồi nhập lại."
    ),
    "kind_unclear": (
        "Không rõ bảng theo tháng này là đảng phí hay điểm danh; hãy ghi rõ ở tiêu đề rồi"
        " nhập lại, hoặc thêm --map “{clue}=dues” hay --map “{clue}=meetings”; không phải cả"
        " hai thì --map “{clue}=-”."
    ),
    "list_of_members_unclear": (
        "Bảng nói như vậy mà các cột chỉ là của danh sách đảng viên, nên chưa ai ở bảng được"
        " nhập; hãy nhập lại, thêm --map “{clue}=exits” nếu họ đã ra khỏi Đảng (chuyển đi, từ"
        " trần…), “{clue}=candidates” nếu là nguồn kết nạp, “{clue}=awards” (khen thưởng),"
        " “{clue}=discipline” (kỷ luật), “{clue}=support” (giúp đỡ), “{clue}=roster” nếu đều là"
        " đảng viên ở đây, “{clue}=-” nếu bỏ qua bảng."
    ),
    "list_of_exits_unclear": (
        "Không rõ những người này đã ra khỏi Đảng hay chưa, nên chưa ai ở bảng được nhập; hãy"
        " nhập lại, thêm --map “{clue}=exits” nếu đều đã có quyết định (hoặc đã từ trần, chuyển"
        " đi), “{clue}=awards” (khen thưởng), “{clue}=discipline” (kỷ luật),"
        " “{clue}=roster”"
        " nếu đều là đảng viên ở đây, “{clue}=-” nếu bỏ qua bảng."
    ),
    "below_group": (
        "Dòng này đứng dưới đề mục như vậy trong danh sách đảng viên nên chưa nhập; nếu là đảng"
        " viên ở đây, hãy ghi “đảng viên” vào cột Trả lời của tệp “… - chưa nhập”; nếu không,"
        " chuyển dòng sang bảng riêng có tiêu đề."
    ),
    "period_unclear": (
        "Không rõ dòng này của tháng nào; hãy ghi tháng/năm (ví dụ 3/2024) rồi nhập lại."
    ),
    "year_unclear": (
        "Không rõ sổ của năm nào; hãy ghi “Năm …” ở tiêu đề bảng hoặc tên trang tính, hoặc"
        " thêm --map “{clue}=2025” nếu là năm 2025."
    ),
    "marks_of_failing": (
        "Tiêu đề nói về người chưa nộp hay vắng nên dấu x, số tiền ở đây có thể có"
        " nghĩa ngược lại; chưa dòng nào được nhập. Hãy ghi “chưa nộp”, “vắng có phép”, “vắng"
        " không phép” thay cho dấu, hoặc thêm chú thích dưới bảng (ví dụ x: chưa nộp), rồi nhập"
        " lại."
    ),
    "years_differ": (
        "Tiêu đề bảng và tên trang tính ghi hai năm khác nhau nên chưa dòng nào được nhập; hãy"
        " sửa chỗ sai, hoặc thêm --map “{clue}=2025” nếu là năm 2025."
    ),
    "months_over_new_year": (
        "Các tháng đi qua hai năm (tháng 12 rồi đến tháng 1) mà chưa rõ là năm nào; hãy ghi năm"
        " ở tiêu đề tháng (ví dụ T12/2023, T1/2024) hoặc ở tiêu đề bảng (2023-2024), rồi nhập"
        " lại."
    ),
}
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
        "Dòng ví dụ của mẫu nên không nhập; nếu là người thật, hãy bỏ chữ “(ví dụ)” ở tên."
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
ANSWERS = {
    "kind_unclear": ("dues", "meetings"),
    "list_of_exits_unclear": ("ra khỏi Đảng", "đảng viên", "bỏ qua"),
    "list_of_members_unclear": ("ra khỏi Đảng", "nguồn kết nạp", "đảng viên", "bỏ qua"),
    "below_group": ("đảng viên", "bỏ qua"),
}


def usual_severity(code: str) -> Severity:
    """Return how a problem of this code is treated unless its finder says otherwise."""
    return Severity.ERROR if code in ERRORS else Severity.WARNING


def severity_of(remark: Remark) -> Severity:
    """Return how `remark` is treated: an error sets something aside, a warning does not."""
    return remark.severity or usual_severity(remark.code)


def problem(file: str, sheet: str, row: int, remark: Remark, cell: str) -> Problem:
    """Return the problem a person reads; `row` is the sheet row, `cell` its address."""
    sentence = ERRORS.get(remark.code) or WARNINGS[remark.code]
    return Problem(
        file=file,
        sheet=sheet,
        cell=cell,
        row=row,
        code=remark.code,
        severity=severity_of(remark),
        found=remark.found,
        message=sentence.format(clue=remark.clue),
        answers=ANSWERS.get(remark.code, ()),
    )
