"""The report that goes with a list: how many, where, by which rule, what is missing."""

from collections.abc import Iterator, Sequence

from partyroll.messages import GAP, GROUND, NOT_A_DECISION, ONLY_INFERRED, REVIEW_LIST
from partyroll.model import (
    Annex,
    CellValue,
    Column,
    OfficialPaper,
    Passage,
    PassageLook,
    ReviewList,
    Shape,
    Table,
)
from partyroll.report.letters.evidence import evidence_sentences
from partyroll.report.letters.matter import CellPeople, Office, Reviewed, by_cell
from partyroll.report.lists import ListedPerson, gaps_table
from partyroll.text import thousands

_UNKNOWN = "(chưa rõ chi bộ)"
_WHAT_TO_DO = (
    (
        ReviewList.REVIEW,
        (
            "đối chiếu lại sổ, yêu cầu bản tự kiểm điểm, nghe đồng chí trình bày, rồi thảo"
            " luận, biểu quyết; dự thảo nghị quyết của từng chi bộ kèm theo báo cáo này."
        ),
    ),
    (
        ReviewList.CHECK_REASON,
        (
            "xác minh lý do ghi trong sổ và giấy tờ; lý do được chấp nhận thì ghi vào sổ, chưa"
            " xem xét."
        ),
    ),
    (ReviewList.WATCH, "nhắc đóng đảng phí, dự sinh hoạt; chưa xem xét."),
)


def cover_report(reviewed: Reviewed, office: Office) -> OfficialPaper:
    """Return the report to which the lists are annexed."""
    cells = by_cell(reviewed.people)
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"kết quả rà soát việc đóng đảng phí, sinh hoạt đảng năm {reviewed.year}",
        upper=office.upper,
        issuer=office.issuer,
        place=office.place,
        notice=NOT_A_DECISION,
        contents=(
            Passage("Kính gửi: ……………………………………………", PassageLook.ADDRESS),
            *_how(reviewed),
            *_outcome(reviewed, cells),
            *_missing(reviewed),
            *_proposals(reviewed),
        ),
        signer=office.signer,
        recipients=(*(["Các chi bộ có tên trong danh sách"] * bool(cells)), "Lưu"),
        annexes=tuple(_annexes(reviewed)),
    )


def _how(reviewed: Reviewed) -> Iterator[Passage]:
    yield Passage("I. Căn cứ và cách rà soát", PassageLook.SECTION)
    for sentence in reviewed.how:
        yield Passage(sentence)


def _outcome(reviewed: Reviewed, cells: Sequence[CellPeople]) -> Iterator[Passage | Table]:
    yield Passage("II. Kết quả", PassageLook.SECTION)
    if not cells:
        yield Passage("Không có đảng viên nào thuộc diện phải xem xét, xác minh hay theo dõi.")
        return
    sure, blank = _split(reviewed.people)
    counts = [
        f"đề nghị chi bộ xem xét {thousands(len(sure) + len(blank))} đồng chí",
        *[f"(trong đó {thousands(len(blank))} chỉ khi ô trống là chưa đóng)"] * bool(blank),
    ]
    others = [
        f"{REVIEW_LIST[which].lower()} {thousands(_number(reviewed, which))} đồng chí"
        for which in (ReviewList.CHECK_REASON, ReviewList.WATCH)
    ]
    concluded = sum(one.finding.silenced for one in reviewed.people)
    others += [f"{thousands(concluded)} đồng chí đã có kết luận với cùng căn cứ"] * bool(
        concluded
    )
    told = "; ".join([" ".join(counts), *others])
    yield Passage(f"{told[0].upper()}{told[1:]}. Theo chi bộ:", together=True)
    yield _by_cell_table(cells)


def _split(people: Sequence[ListedPerson]) -> tuple[list[ListedPerson], list[ListedPerson]]:
    """Return who is on the first list by what books state, and who by blanks alone."""
    listed = [one for one in people if one.finding.list is ReviewList.REVIEW]
    return (
        [one for one in listed if not one.finding.only_inferred],
        [one for one in listed if one.finding.only_inferred],
    )


def _number(reviewed: Reviewed, which: ReviewList) -> int:
    return sum(one.finding.list is which for one in reviewed.people)


def _by_cell_table(cells: Sequence[CellPeople]) -> Table:
    several = len({cell.path[:-1] for cell in cells if cell.path}) > 1
    rows: list[tuple[CellValue, ...]] = [
        (number, _cell_name(cell, with_parent=several), *_cell_counts(cell))
        for number, cell in enumerate(cells, start=1)
    ]
    sums = [sum(counts) for counts in zip(*(_cell_counts(cell) for cell in cells), strict=True)]
    return Table(
        id="by_cell",
        title="Theo chi bộ",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("unit", "Chi bộ", width=30),
            Column("review", "Đề nghị xem xét", Shape.COUNT, 10),
            Column("only_inferred", "Chỉ khi ô trống là chưa đóng", Shape.COUNT, 13),
            Column("check_reason", "Cần xác minh lý do", Shape.COUNT, 11),
            Column("watch", "Theo dõi", Shape.COUNT, 9),
        ),
        rows=(*rows, (None, "Cộng", *sums)),
        total_rows=1,
    )


def _cell_name(cell: CellPeople, *, with_parent: bool) -> str:
    return ", ".join(reversed(cell.path[-2:] if with_parent else cell.path[-1:])) or _UNKNOWN


def _cell_counts(cell: CellPeople) -> tuple[int, ...]:
    return (
        len(cell.on(ReviewList.REVIEW, only_inferred=False)),
        len(cell.on(ReviewList.REVIEW, only_inferred=True)),
        len(cell.on(ReviewList.CHECK_REASON)),
        len(cell.on(ReviewList.WATCH)),
    )


def _missing(reviewed: Reviewed) -> Iterator[Passage]:
    yield Passage("III. Dữ liệu còn thiếu", PassageLook.SECTION)
    if not reviewed.gaps:
        yield Passage("Sổ của các chi bộ đủ các tháng đã xét.")
        return
    counts: dict[tuple[str, str], int] = {}
    for gap in reviewed.gaps:
        counts[gap.ground, gap.kind] = counts.get((gap.ground, gap.kind), 0) + 1
    told = "; ".join(
        f"{GAP.get(kind, kind)} ({GROUND[ground]}): {thousands(number)} chi bộ"
        for (ground, kind), number in counts.items()
    )
    yield Passage(f"Không ai bị tính vì thiếu sổ. Cần bổ sung: {told} (phụ lục kèm theo).")


def _proposals(reviewed: Reviewed) -> Iterator[Passage]:
    yield Passage("IV. Đề nghị", PassageLook.SECTION)
    for which, what in _WHAT_TO_DO:
        if _number(reviewed, which):
            yield Passage(what, lead=f"{REVIEW_LIST[which]}:")
    if reviewed.gaps:
        yield Passage("nộp, nhập bổ sung sổ các tháng còn thiếu.", lead="Dữ liệu còn thiếu:")
    yield Passage(
        "Danh sách kèm theo để xem xét, không phải quyết định: không ai bị xóa tên hay thay đổi"
        " tư cách đảng viên vì có tên trong danh sách."
    )


# --- What is annexed ----------------------------------------------------------------------
def _annexes(reviewed: Reviewed) -> Iterator[Annex]:
    intro = f"Kèm theo báo cáo về {reviewed.named}. {NOT_A_DECISION}"
    annexed = {
        "DANH SÁCH ĐẢNG VIÊN": tuple(_people_tables(reviewed)),
        "DỮ LIỆU CÒN THIẾU": (gaps_table(reviewed.gaps),) if reviewed.gaps else (),
        "THIẾT LẬP CÁCH ĐẾM": (_settings_table(reviewed),),
    }
    some = [(title, tables) for title, tables in annexed.items() if tables]
    for number, (title, tables) in enumerate(some, start=1):
        place = f" {number}" if len(some) > 1 else ""
        yield Annex(f"PHỤ LỤC{place}: {title}", tables, intro)


def _people_tables(reviewed: Reviewed) -> Iterator[Table]:
    sure, blank = _split(reviewed.people)
    others = {
        which: [one for one in reviewed.people if one.finding.list is which]
        for which in (ReviewList.CHECK_REASON, ReviewList.WATCH)
    }
    for key, title, people in (
        (ReviewList.REVIEW.value, REVIEW_LIST[ReviewList.REVIEW], sure),
        ("review_inferred", ONLY_INFERRED, blank),
        *((which.value, REVIEW_LIST[which], people) for which, people in others.items()),
    ):
        if people:
            yield _people_table(key, title, people)


def _people_table(key: str, title: str, people: Sequence[ListedPerson]) -> Table:
    ordered = [one for cell in by_cell(people) for one in cell.people]
    return Table(
        id=key,
        title=f"{title}: {thousands(len(people))} đồng chí",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("full_name", "Họ và tên", width=24),
            Column("birth_date", "Ngày sinh", Shape.DATE, 11),
            Column("age", "Tuổi", Shape.ID, 7),
            Column("card_no", "Số thẻ", Shape.ID, 14),
            Column("unit", "Chi bộ", width=20),
            Column("evidence", "Sổ ghi", Shape.LONG_TEXT, 44),
            Column("remarks", "Ghi chú của dòng", Shape.LONG_TEXT, 20),
        ),
        rows=tuple(
            (
                number,
                one.full_name,
                one.birth_date,
                one.age or None,
                one.card_no,
                one.unit or _UNKNOWN,
                "; ".join(filter(None, evidence_sentences(one.finding))),
                "; ".join(one.finding.remarks),
            )
            for number, one in enumerate(ordered, start=1)
        ),
    ).without_empty(frozenset({"birth_date", "age", "card_no", "remarks"}))


def _settings_table(reviewed: Reviewed) -> Table:
    return Table(
        id="settings",
        title="Thiết lập cách đếm",
        columns=(
            Column("name", "Thiết lập", width=60),
            Column("value", "Giá trị", width=20),
        ),
        rows=reviewed.settings,
    )
