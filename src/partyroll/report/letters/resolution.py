"""The draft that a cell discusses: what the books say, and blanks for what people say."""

from collections.abc import Iterator

from partyroll.model import Annex, OfficialPaper, Passage, PassageLook, ReviewList
from partyroll.report.letters.evidence import evidence_by_month, evidence_sentences
from partyroll.report.letters.matter import CellPeople, Reviewed
from partyroll.report.lists import ListedPerson

_MARK = "DỰ THẢO để chi bộ xem xét"
_NOTICE = "Bản nháp lập từ danh sách rà soát để chi bộ xem xét, không phải quyết định."
_UNNAMED = "Chi bộ ………………"
# Two thirds of whom: the convened, never those who happen to be there (rulebook §5.3).
_VOTES = (
    "Việc đề nghị cấp có thẩm quyền xóa tên chỉ được ghi vào nghị quyết khi ít nhất hai"
    " phần ba số đảng viên chính thức được triệu tập tán thành (không tính theo số có mặt)."
    " Chi bộ chỉ đề nghị; việc xóa tên do cấp ủy có thẩm quyền quyết định."
)
_PAPERS = (
    "Hồ sơ, nếu chi bộ đề nghị: bản tự kiểm điểm của đảng viên, hoặc biên bản ba lần yêu cầu mà"
    " đảng viên không nộp; biên bản họp chi bộ; nghị quyết của chi bộ; ý kiến của đảng ủy bộ"
    " phận (nếu có)."
)
_FAIRNESS = (
    "Đảng viên có tên trong dự thảo được trình bày ý kiến và nộp giấy tờ trước khi chi bộ biểu"
    " quyết, và được thông báo kết quả."
)


def draft_resolution(cell: CellPeople, reviewed: Reviewed) -> OfficialPaper | None:
    """Return the draft about the people of `cell` on the first list; None if there are none."""
    stated, blank = (
        # What the cell concluded on the same evidence is not put before it again.
        [one for one in cell.on(ReviewList.REVIEW, only_inferred=alone) if _is_open(one)]
        for alone in (False, True)
    )
    if not stated and not blank:
        return None
    upper = cell.path[:-1]
    return OfficialPaper(
        kind="Nghị quyết",
        subject=f"về việc xem xét đảng viên có tên trong danh sách rà soát năm {reviewed.year}",
        upper=upper[-1:],
        issuer=cell.name or _UNNAMED,
        mark=_MARK,
        notice=_NOTICE,
        contents=(
            *_basis(reviewed),
            *_meeting(),
            *_people(stated, blank),
            *_closing(),
        ),
        signer="T/M CHI BỘ\nBÍ THƯ",
        recipients=(upper[-1] if upper else "Cấp ủy cấp trên", "Lưu chi bộ"),
        annexes=(_annex(cell, stated, blank),),
    )


def _is_open(one: ListedPerson) -> bool:
    return not one.finding.silenced


def _basis(reviewed: Reviewed) -> Iterator[Passage]:
    rule = reviewed.rule
    guidance = f", hướng dẫn {rule.guidance}" if rule.guidance else ""
    yield Passage("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;")
    yield Passage(
        f"Căn cứ quy định thi hành Điều lệ Đảng {rule.version}{guidance}: “{rule.text}”;"
    )
    yield Passage(
        f"Căn cứ {reviewed.named}, tính đến ngày {reviewed.as_of:%d/%m/%Y}, lập từ sổ thu đảng"
        " phí và sổ theo dõi sinh hoạt;"
    )
    yield Passage("Ngày …… tháng …… năm ………, chi bộ đã họp, xem xét như sau:")


def _meeting() -> Iterator[Passage]:
    yield Passage("I. Cuộc họp chi bộ", PassageLook.SECTION)
    yield Passage(
        "Đảng viên chính thức được triệu tập: ……… đồng chí; có mặt: ……… đồng chí;"
        " vắng mặt: ……… đồng chí, lý do:",
        blanks=1,
    )
    yield Passage(
        "Trong đó, đảng viên được miễn sinh hoạt không dự họp: ………; đảng viên đã giới thiệu"
        " sinh hoạt tạm thời nơi khác: ……… (không tính vào số được triệu tập)."
    )
    yield Passage("Chủ trì:", blanks=1)
    yield Passage("Thư ký:", blanks=1)


def _people(stated: list[ListedPerson], blank: list[ListedPerson]) -> Iterator[Passage]:
    yield Passage("II. Đảng viên được xem xét", PassageLook.SECTION)
    for number, one in enumerate(stated, start=1):
        yield from _person(one, number)
    if not blank:
        return
    yield Passage(
        "Những đồng chí sau đây chỉ có tên nếu ô trống trong sổ là chưa đóng. Chi bộ đối chiếu"
        " sổ, biên lai trước; tháng nào đã đóng thì ghi lại và không xem xét tháng đó.",
        PassageLook.REMARK,
        together=True,
    )
    for number, one in enumerate(blank, start=len(stated) + 1):
        yield from _person(one, number)


def _person(one: ListedPerson, number: int) -> Iterator[Passage]:
    known = [
        f"sinh {one.birth_date.vi}" if one.birth_date else "",
        f"{one.age} tuổi" if one.age else "",
        f"số thẻ {one.card_no}" if one.card_no else "",
    ]
    about = ", ".join(filter(None, known))
    lead = f"{number}. Đồng chí {one.full_name}"
    yield Passage(f"({about})" if about else "", lead=lead, together=True)
    said = "; ".join(filter(None, evidence_sentences(one.finding)))
    yield Passage(f"Sổ ghi: {said}.", together=True)
    if one.finding.remarks:
        yield Passage(f"Ghi chú của dòng: {'; '.join(one.finding.remarks)}.", together=True)
    yield Passage(
        "Bản tự kiểm điểm: □ đã nộp ngày ………………  □ chưa nộp; đã yêu cầu lần 1 ngày …………,"
        " lần 2 ngày …………, lần 3 ngày …………"
    )
    yield Passage("Lý do đồng chí trình bày, giấy tờ kèm theo:", blanks=2)
    yield Passage("Ý kiến của chi bộ:", blanks=2)
    yield Passage(
        "Chi bộ xác định: □ có lý do chính đáng  □ không có lý do chính đáng"
        "  □ cần xác minh thêm, đến ngày …………"
    )
    yield Passage("Kết luận của chi bộ:", blanks=1)
    yield Passage(
        "Biểu quyết: tán thành ……… trên ……… đảng viên chính thức được triệu tập;"
        " không tán thành ………; ý kiến khác ………."
    )


def _closing() -> Iterator[Passage]:
    yield Passage("III. Biểu quyết, hồ sơ", PassageLook.SECTION)
    yield Passage(_FAIRNESS)
    yield Passage(_VOTES)
    yield Passage(_PAPERS)


def _annex(cell: CellPeople, stated: list[ListedPerson], blank: list[ListedPerson]) -> Annex:
    table = evidence_by_month([*stated, *blank], units=False)
    return Annex(
        title="PHỤ LỤC: CĂN CỨ TỪNG THÁNG",
        intro=f"Kèm theo dự thảo nghị quyết của {cell.name or _UNNAMED}",
        tables=(table,),
    )
