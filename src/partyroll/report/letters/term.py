"""The term report as a document of the Party's form, to be signed by the committee."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partyroll.model import Annex, Measure, OfficialPaper, Passage, PassageLook, Table
from partyroll.report.counting import LEAVING
from partyroll.report.header import COUNTED_BY, bounds_caution
from partyroll.report.letters.matter import Office
from partyroll.report.proposals import HEADING, proposed
from partyroll.report.prose import cautions, reasons_table, summary_sentences, term_name
from partyroll.report.reading import (
    at_a_glance,
    without_blank_columns,
    without_blank_outside,
    without_commands,
)
from partyroll.report.shortening import names_people, shortened
from partyroll.report.term import TermReport
from partyroll.report.top_units import top_units
from partyroll.text import thousands

_MARK = "DỰ THẢO để cấp ủy xem xét, ký"
_MOST_CAUTIONS = 12  # in the text; the annex has all
_LONGEST_ANNEX = 60  # rows of a table


@dataclass(frozen=True, slots=True)
class TermMatter:
    """What the letter is made of beside the figures."""

    unit: str = ""  # of which the report is, if not of all
    number: int | None = None  # as it is kept
    measures: Sequence[Measure] = ()


def term_letter(report: TermReport, office: Office, matter: TermMatter) -> OfficialPaper:
    """Return the report: a summary that stands alone, tables, what is missing, proposals."""
    return OfficialPaper(
        kind="Báo cáo",
        subject=f"tình hình đảng viên bị xóa tên, xin ra khỏi Đảng {term_name(report.term)}",
        upper=office.upper,
        issuer=office.issuer,
        place=office.place,
        mark=_MARK,
        contents=(
            Passage("Kính gửi: ……………………………………………", PassageLook.ADDRESS),
            *_summary(report, matter),
            *_tables(report),
            *_missing(report),
            *_proposals(report, matter.measures),
        ),
        signer=office.signer,
        recipients=("Cấp ủy cấp trên", "Lưu"),
        annexes=(_annex(report, matter),),
    )


def _summary(report: TermReport, matter: TermMatter) -> Iterator[Passage]:
    yield Passage("I. Tóm tắt", PassageLook.SECTION)
    for sentence in summary_sentences(report, matter.unit):
        yield Passage(sentence)
    doubtful = len(_cautions(report))
    said = f"; {thousands(doubtful)} điều cần kiểm tra lại nêu ở mục V" if doubtful else ""
    yield Passage(f"Số liệu lấy từ sổ đảng viên, {COUNTED_BY}{said}.", PassageLook.REMARK)


# --- Figures ------------------------------------------------------------------------------
def _tables(report: TermReport) -> Iterator[Passage | Table]:
    yield Passage("II. Kết quả theo năm và hình thức", PassageLook.SECTION)
    yield at_a_glance(report.table("by_kind_year"))
    yield Passage("III. Nguyên nhân", PassageLook.SECTION)
    for kind in LEAVING:
        table = reasons_table(report, kind)
        if report.totals.get(kind):
            yield from _titled(table)
    units = top_units(report.table("by_unit"))
    yield Passage("IV. Đơn vị", PassageLook.SECTION)
    if units.rows:
        yield from _titled(units)
    else:
        yield Passage("Không có đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ.")


def _titled(table: Table) -> Iterator[Passage | Table]:
    yield Passage("", lead=f"{table.title}.", together=True)
    if table.denominator:
        yield Passage(table.denominator, PassageLook.REMARK, together=True)
    yield table


# --- What is missing, what may be done ----------------------------------------------------
def _cautions(report: TermReport) -> list[str]:
    return [*filter(None, [bounds_caution(report.term)]), *cautions(report)]


def _missing(report: TermReport) -> Iterator[Passage]:
    yield Passage("V. Số liệu còn thiếu, cần kiểm tra", PassageLook.SECTION)
    found = _cautions(report)
    if not found:
        yield Passage("Không có điều gì máy thấy còn thiếu hoặc mâu thuẫn.")
    for sentence in found[:_MOST_CAUTIONS]:
        yield Passage(f"- {sentence}")
    if more := len(found[_MOST_CAUTIONS:]):
        yield Passage(f"- Và {thousands(more)} điều nữa, xem trang Cần kiểm tra của tệp Excel.")


def _proposals(report: TermReport, measures: Sequence[Measure]) -> Iterator[Passage]:
    yield Passage(f"VI. {HEADING}", PassageLook.SECTION)
    yield Passage(
        "Gợi ý theo nguyên nhân đã ghi trong hồ sơ; cấp ủy sửa, bớt, thêm cho đúng tình hình.",
        PassageLook.REMARK,
    )
    for number, measure in enumerate(proposed(measures, report), start=1):
        yield Passage(measure.text, lead=f"{number}.")


# --- What is annexed ----------------------------------------------------------------------
def _annex(report: TermReport, matter: TermMatter) -> Annex:
    number = f" số {matter.number}" if matter.number is not None else ""
    return Annex(
        "PHỤ LỤC: SỐ LIỆU",
        tuple(_annexed(report)),
        f"Kèm theo báo cáo{number}, {term_name(report.term)}",
    )


def _annexed(report: TermReport) -> Iterator[Table]:
    shown = {reasons_table(report, kind).id for kind in LEAVING}
    for table in report.tables:
        if table.rows and table.id not in shown and not names_people(table):
            whole = without_blank_columns(without_blank_outside(without_commands(table)))
            yield shortened(whole, _LONGEST_ANNEX)
