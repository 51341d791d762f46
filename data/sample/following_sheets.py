"""`following.xlsx`: what the commune's office keeps besides its roster and its books."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from commune import Member
from following import (
    AWAY,
    BEST,
    BEST_SHARE,
    DISCIPLINE,
    FAIR,
    FAIR_SHARE,
    GOOD,
    HELP,
    NOT,
    NOT_RATED,
    PAPERS,
    PRAISE,
    PROSPECTS,
    RATED,
    STAGES,
    Cast,
)
from openpyxl import Workbook
from people import written_date
from stories import CLINIC, TRUNG
from workbook import Block, Value, heading_block, new_sheet, put_row, signature_block

ORGANISATION = ("ĐẢNG BỘ HUYỆN GIẢ ĐỊNH", "ĐẢNG BỘ XÃ MẪU")
PLACE = "Mẫu, ngày 31 tháng 12 năm 2025"
SIGNATURES = {"maker": "NGƯỜI LẬP BIỂU", "body": "T/M ĐẢNG ỦY", "signer": "BÍ THƯ"}
WHO = {"STT": 6, "Họ và tên": 24, "Ngày sinh": 12, "Số thẻ": 15, "Chi bộ": 24}
_DISCIPLINE = {
    "Hình thức kỷ luật": 16,
    "Số quyết định": 13,
    "Ngày quyết định": 12,
    "Cấp quyết định": 20,
    "Nội dung vi phạm": 28,
}
_PRAISE = {
    "Hình thức khen thưởng": 24,
    "Số quyết định": 13,
    "Ngày khen thưởng": 12,
    "Cấp khen thưởng": 20,
    "Thành tích": 28,
}
Shown = dict[str, list[str]]  # card number or name, by kind of matter


class FollowingBook:
    """Writes the sheets, and notes whom each of them is meant to show."""

    def __init__(
        self, book: Workbook, rng: Random, people: Sequence[Member], cast: Cast
    ) -> None:
        self._book, self._rng, self._people = book, rng, people
        self._cast = cast
        self._rated_good: set[str] = set()
        self.shown: Shown = {}
        self.rows: dict[str, int] = {}

    def write(self) -> None:
        """Write every sheet."""
        self._away()
        self._papers()
        self._help()
        self._decisions()
        self._ratings()
        self._prospects()

    def _sheet(
        self, name: str, title: str, own: Mapping[str, int], rows: Sequence[tuple[Value, ...]]
    ) -> None:
        headings = {**WHO, **own}
        sheet = new_sheet(self._book, name, tuple(headings.values()))
        heading_block(sheet, Block(ORGANISATION, PLACE, title, "Năm 2025"), len(headings))
        put_row(sheet, 8, headings, font="bold")
        sheet.row_dimensions[8].height = 34
        for place, values in enumerate(rows, start=9):
            put_row(sheet, place, (place - 8, *values), left="B E")
        signature_block(sheet, 11 + len(rows), len(headings), **SIGNATURES)
        sheet.freeze_panes = "C9"
        sheet.print_title_rows = "8:8"
        self.rows[name] = len(rows)

    def _show(self, kinds: Sequence[str], who: str) -> None:
        for kind in kinds:
            self.shown.setdefault(kind, []).append(who)

    # --- Away, papers ---------------------------------------------------------------------
    def _away(self) -> None:
        rows: list[tuple[Value, ...]] = []
        for one in AWAY:
            member = self._cast.ordinary(one.unit)
            self._show(one.shows, member.card_no)
            confirmed = written_date(one.confirmed, "date") if one.confirmed else None
            own = (one.place, one.since, one.transferred, confirmed, one.note or None)
            rows.append((*_who(member), *own))
        own_headings = {
            "Nơi đi làm ăn xa": 18,
            "Đi từ tháng/năm": 12,
            "Đã chuyển SHĐ": 11,
            "Ngày xác nhận nơi đến": 13,
            "Ghi chú": 22,
        }
        title = "DANH SÁCH ĐẢNG VIÊN ĐI LÀM ĂN XA"
        self._sheet("Đi làm ăn xa", title, own_headings, rows)

    def _papers(self) -> None:
        rows: list[tuple[Value, ...]] = []
        for one in PAPERS:
            member = self._cast.ordinary(one.unit)
            self._show(one.shows, member.card_no)
            days = (written_date(one.since, "date"), written_date(one.until, "date"))
            rows.append((*_who(member), one.kind, *days, one.paper))
        own = {"Loại lý do, giấy tờ": 28, "Từ ngày": 12, "Đến ngày": 12, "Số văn bản": 14}
        self._sheet("Giấy tờ", "DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN, TẠM MIỄN", own, rows)

    # --- Help, discipline, praise ---------------------------------------------------------
    def _help(self) -> None:
        rows: list[tuple[Value, ...]] = []
        for one in HELP:
            member = self._cast.ordinary(one.unit)
            self._show(one.shows, member.card_no)
            helped = written_date(one.helped_on, "date") if one.helped_on else None
            rows.append(
                (
                    *_who(member),
                    *(one.need, one.circumstance, written_date(one.since, "date")),
                    *(one.measure or None, one.amount, one.helped_by or None, helped),
                    one.outcome or None,
                )
            )
        own = {
            "Khó khăn, nhu cầu": 20,
            "Hoàn cảnh": 24,
            "Ngày phát sinh": 12,
            "Biện pháp giúp đỡ": 18,
            "Số tiền giúp đỡ": 13,
            "Đơn vị giúp đỡ": 20,
            "Ngày giúp": 12,
            "Kết quả giúp đỡ": 14,
        }
        self._sheet("Giúp đỡ", "DANH SÁCH ĐẢNG VIÊN CẦN GIÚP ĐỠ", own, rows)

    def _decisions(self) -> None:
        """Write who was disciplined, and rated as if nothing were; and who was praised."""
        sheets = (
            ("Kỷ luật", DISCIPLINE, _DISCIPLINE, "DANH SÁCH ĐẢNG VIÊN BỊ KỶ LUẬT"),
            ("Khen thưởng", PRAISE, _PRAISE, "DANH SÁCH ĐẢNG VIÊN ĐƯỢC KHEN THƯỞNG"),
        )
        for name, decisions, own, title in sheets:
            rows: list[tuple[Value, ...]] = []
            for one in decisions:
                member = self._cast.ordinary(one.unit)
                self._show(one.shows, member.card_no)
                self._rated_good |= {member.card_no} if one.shows else set()
                day = written_date(one.day, "date")
                rows.append((*_who(member), one.form, one.number, day, one.body, one.words))
            self._sheet(name, title, own, rows)

    # --- Ratings --------------------------------------------------------------------------
    def _ratings(self) -> None:
        told = {id(self._cast.told(one.unit, one.why)): one for one in RATED}
        exempt = next(m for m in self._people if m.exempt and m.unit.name == TRUNG)
        before: list[tuple[Value, ...]] = []
        now: list[tuple[Value, ...]] = []
        for member in self._people:
            one = told.get(id(member))
            levels = one.levels if one else tuple(self._levels(member))
            if member is exempt:
                levels = (GOOD, GOOD, GOOD)
                self._show(("rated_though_exempt", "L3"), member.card_no)
            if one:
                self._show(one.shows, member.card_no)
            now.append((*_who(member), *levels))
            if member.story.in_last_year:
                before.append((*_who(member), *self._years_before(levels[-1])))
        stages = {"Tự xếp loại": 14, "Chi bộ xếp loại": 14, "Đảng ủy xếp loại": 14}
        years = {"Năm 2023": 14, "Năm 2024": 14}
        title = "XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN"
        self._sheet("Xếp loại 2023-2024", f"{title} NĂM 2023, 2024", years, before)
        self._sheet("Xếp loại 2025", f"{title} NĂM 2025", stages, now)

    def _levels(self, member: Member) -> Iterator[str]:
        """Yield the levels of somebody without a story: own, the cell's, the committee's."""
        if member.exempt or member.story.admitted:
            yield from (NOT_RATED,) * 3
        elif member.unit.name == CLINIC or member.card_no in self._rated_good:
            yield from (GOOD,) * 3
        elif member.story.list == "review":
            yield from (GOOD, FAIR, FAIR)
        else:
            drawn = self._rng.random()
            level = BEST if member.position or drawn < BEST_SHARE else GOOD
            level = FAIR if drawn > 1 - FAIR_SHARE and not member.position else level
            yield from (GOOD if level == FAIR else level, level, level)

    def _years_before(self, level: str) -> tuple[str, str]:
        """Return how the committee rated in 2023 and in 2024."""
        if level in {NOT, NOT_RATED, GOOD}:
            return (FAIR if level == NOT else level, level)
        return (GOOD, level if self._rng.random() < 0.5 else GOOD)

    # --- Candidates -----------------------------------------------------------------------
    def _prospects(self) -> None:
        rows: list[tuple[Value, ...]] = []
        for one in PROSPECTS:
            self._show(one.shows, one.name)
            who = (one.name, written_date(one.born, "date"), None, one.unit)
            days = (one.steps.get(stage) for stage in STAGES)
            written = (written_date(day, "date") if day else None for day in days)
            rows.append((*who, one.gender, one.origin, *written))
        own = {"Giới tính": 9, "Đoàn thể giới thiệu": 16, **dict.fromkeys(STAGES, 12)}
        self._sheet("Nguồn kết nạp", "DANH SÁCH QUẦN CHÚNG NGUỒN KẾT NẠP ĐẢNG", own, rows)


def _who(member: Member) -> tuple[Value, ...]:
    birth = written_date(member.person.birth, "date")
    return (member.name, birth, member.card_no, member.unit.name)
