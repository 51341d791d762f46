"""Every sentence of the reading room: what is wrong with a cell and what to do about it.

`{clue}` is what the sentence names besides the cell: an earlier row, a rate, a sheet.
"""

from partyroll.model import Problem, Severity
from partyroll.read.remarks import Remark
from partyroll.read.warning_sentences import WARNINGS

ERRORS = {
    "missing_name": "Dòng có số liệu nhưng để trống họ và tên; hãy ghi họ tên rồi nhập lại.",
    "name_without_letters": (
        "Ô họ và tên không có chữ nào; hãy ghi họ tên, hoặc xem cột này có phải họ tên không."
    ),
    "name_in_pieces": (
        "Họ tên bị tách ra hai dòng (dòng dưới không có STT, chỉ một chữ); hãy ghép vào một ô,"
        " một dòng."
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
    "declared_unit_unknown": (
        "Không rõ số này của tổ chức đảng nào; hãy ghi tên (ví dụ Đảng bộ xã …) trên bảng, hoặc"
        " thêm cột Tổ chức đảng, rồi nhập lại."
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
        " cột đó bằng --map “TIÊU ĐỀ=full_name”, hoặc sửa tiêu đề rồi nhập lại (--dry-run cho"
        " xem từng cột). Bảng không ghi tên người thì nói bảng là gì: --map “{clue}=headcounts”"
        " (số đảng viên), “{clue}=units” (tổ chức đảng), chỉ cột tên tổ chức bằng --map “TIÊU"
        " ĐỀ=unit_name”, hoặc chép sang mẫu: partyroll template declared, holidays…"
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
        " trần…), “{clue}=candidates” nếu là nguồn kết nạp, “{clue}=excuses” nếu"
        " được miễn, giảm, hoãn, “{clue}=awards” (khen thưởng),"
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
ANSWERS = {
    "kind_unclear": ("dues", "meetings"),
    "list_of_exits_unclear": ("ra khỏi Đảng", "đảng viên", "bỏ qua"),
    "list_of_members_unclear": (
        *("ra khỏi Đảng", "nguồn kết nạp", "miễn, giảm, hoãn", "đảng viên", "bỏ qua"),
    ),
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
