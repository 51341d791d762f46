"""The page of a unit's ratings: tables, a workbook, a letter for Word, a browser's page."""

from dataclasses import replace

from partyroll.messages import RATING_COUNT
from partyroll.model import Document, PaperFile, RatingLimits, Table
from partyroll.report.letters.unit_ratings import unit_ratings_letter
from partyroll.report.unit_ratings import (
    RatedRow,
    funnel_tables,
    levels_table,
    unit_ratings_document,
    years_table,
)
from partyroll.rules.rating.cap import within_cap
from partyroll.rules.rating.capped import BASE, above
from partyroll.rules.rating.far_from_parent import chance
from partyroll.tasks.documents import Paper
from partyroll.tasks.letters import office
from partyroll.tasks.rating.unit_page import Group, UnitPage

NOTICE = "Số liệu để đối chiếu lại việc đánh giá, xếp loại; không phải kết luận về ai."
BESIDE, BELOW = "Các đơn vị cùng cấp", "Các đơn vị trực thuộc"


def own_tables(page: UnitPage) -> tuple[Table, Table]:
    """Return the levels of the year beside the parent's, and those of the years."""
    year, unit = page.asked.year, page.unit
    levels = levels_table(unit.name, unit.tally(year), unit.parent_name, unit.parent.get(year))
    return levels, years_table(unit.name, unit.tallies)


def funnels(page: UnitPage) -> dict[str, tuple[Table, ...]]:
    """Return the units that are compared, by what they are to this one."""
    groups = {BESIDE: page.beside, BELOW: page.below}
    return {name: _tables(page, group) for name, group in groups.items() if group}


def _tables(page: UnitPage, group: Group) -> tuple[Table, ...]:
    rows = [RatedRow(peer.name, peer.tally, peer.compared) for peer in group.peers]
    return funnel_tables(group.parent, group.whole, rows, least=page.asked.limits.least_number)


def lines(page: UnitPage) -> tuple[str, ...]:
    """Return what must be said beside the tables: cap, regulation, interval, own ratings."""
    rated = "; ".join(f"{one.year}: {RATING_COUNT[one.level]}" for one in page.own_ratings)
    told = (
        f"Tổ chức đảng được xếp loại: {rated}." if rated else "",
        _cap(page),
        f"Văn bản: {page.rule.vi}.",
        _interval(page.asked.limits),
    )
    return tuple(line for line in told if line)


def _interval(limits: RatingLimits) -> str:
    return (
        f"Khoảng thường gặp: khoảng tin cậy nhị thức {limits.interval}% theo số người được xếp"
        f" loại; {chance(limits.interval)}. Đơn vị dưới {limits.least_number} người không so"
        " sánh."
    )


def _cap(page: UnitPage) -> str:
    """Return how the excellent ratings lie beside the cap; a cell has none."""
    if not page.unit.grassroots:
        return "Mức trần xuất sắc áp dụng ở tổ chức cơ sở đảng, không áp dụng ở đơn vị này."
    tally, base = page.unit.tally(page.asked.year), page.asked.limits.cap_base
    if not within_cap(tally, page.cap, base):
        return f"Vượt mức trần: {above(tally, page.cap, base)}."
    return (
        f"Xuất sắc {tally.excellent} người, mức trần {page.cap}% của {BASE[base]}: nhiều nhất"
        f" {page.most_excellent} người."
    )


def unit_paper(page: UnitPage, paper: Paper) -> Document:
    """Return the page as a workbook to be, with native charts."""
    asked = page.asked
    return unit_ratings_document(
        own_tables(page),
        funnels(page),
        title=_title(page),
        subtitle=f"Năm {asked.year}, tính đến ngày {asked.as_of:%d/%m/%Y}",
        intro=_said(page),
        notice=NOTICE,
        letterhead=paper.letterhead(_footer(page, paper)),
    )


def unit_letter(page: UnitPage, paper: Paper) -> PaperFile:
    """Return the page for Word: the same tables, without charts."""
    asked, settings = page.asked, paper.settings
    letter = unit_ratings_letter(
        office(settings),
        own_tables(page),
        funnels(page),
        subject=f"xếp loại đảng viên năm {asked.year}: {page.unit.name}",
        lines=(f"Tính đến ngày {asked.as_of:%d/%m/%Y}.", *_said(page)),
        notice=NOTICE,
    )
    return PaperFile(
        title=_title(page),
        papers=(letter,),
        footer=_footer(page, paper),
        notice=NOTICE,
        form=settings.form,
        confidentiality=settings.confidentiality,
    )


def _title(page: UnitPage) -> str:
    return f"Xếp loại đảng viên: {page.unit.name}"


def _said(page: UnitPage) -> tuple[str, ...]:
    return (*lines(page), *(f"{matter.text}. {matter.step}" for matter in page.matters))


def _footer(page: UnitPage, paper: Paper) -> str:
    return f"Sổ {page.ledger_id} · lập {paper.today:%d/%m/%Y}"


def unit_web_page(page: UnitPage, paper: Paper) -> Document:
    """Return the page without charts: a browser's page draws bars only."""
    document = unit_paper(page, paper)
    sheets = (
        replace(sheet, tables=tuple(replace(table, chart="") for table in sheet.tables))
        for sheet in document.sheets
    )
    return replace(document, sheets=tuple(sheets))
