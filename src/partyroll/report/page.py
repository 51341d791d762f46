"""The term report as one page to read, mail and print: figures and sentences, no names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from partyroll.model import Document, Measure, Sheet, Table
from partyroll.report.documents import Letterhead, cautions_table
from partyroll.report.header import bounds_caution, term_line
from partyroll.report.proposals import HEADING, proposed
from partyroll.report.prose import summary_sentences, term_name
from partyroll.report.reading import (
    at_a_glance,
    without_blank_columns,
    without_blank_outside,
    without_commands,
)
from partyroll.report.shortening import names_people, within
from partyroll.report.term import TermReport
from partyroll.report.top_units import top_units

_NOTICE = "Số liệu tổng hợp từ sổ đảng viên để tham khảo, không phải quyết định."
_CELLS = 2_200  # about 25 bytes each: the page stays below 100 KB, so that it can be mailed
# Where each table stands; those of no chapter are about the people.
_CHAPTERS = {
    "by_kind": "Theo hình thức, theo năm",
    "by_kind_year": "Theo hình thức, theo năm",
    "reasons_removed": "Nguyên nhân",
    "reasons_withdrew": "Nguyên nhân",
    "top_units": "Đơn vị",
    "by_unit": "Đơn vị",
    "units_ranked": "Đơn vị",
    "comparison": "So sánh, biến động",
    "admissions": "So sánh, biến động",
    "declared_listed": "So sánh, biến động",
    "flow": "So sánh, biến động",
    "measures": "Việc đã làm, trước và sau",
    "measures_by_unit": "Việc đã làm, trước và sau",
    "effect": "Việc đã làm, trước và sau",
    "doubts": "Cần kiểm tra",
    "cautions": "Cần kiểm tra",
}
_PEOPLE = "Những người đã ra khỏi Đảng"
_ORDER = (
    "Theo hình thức, theo năm",
    "Nguyên nhân",
    "Đơn vị",
    _PEOPLE,
    "So sánh, biến động",
    "Việc đã làm, trước và sau",
    "Cần kiểm tra",
)
_DRAWN = frozenset({"by_kind_year"})  # in the summary


def term_page(
    report: TermReport,
    *,
    unit: str,
    provenance: Sheet,
    letterhead: Letterhead,
    measures: Sequence[Measure] = (),
) -> Document:
    """Return the page: a summary first, then each chapter, proposals and sources."""
    title = f"Báo cáo tình hình đảng viên bị xóa tên, xin ra khỏi Đảng {term_name(report.term)}"
    chapters = _chapters(within(tuple(_tables(report)), _CELLS))
    return Document(
        title=title,
        subtitle=term_line(report.term),
        organisation=letterhead.organisation,
        sheets=(
            _summary(report, title, unit),
            *chapters,
            *_proposals(report, measures),
            replace(provenance, tables=tuple(within(provenance.tables, _CELLS // 10))),
        ),
        footer=letterhead.footer,
        notice=_NOTICE,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
    )


def _summary(report: TermReport, title: str, unit: str) -> Sheet:
    sentences = (*summary_sentences(report, unit), bounds_caution(report.term))
    return Sheet(
        "Tóm tắt",
        title,
        (at_a_glance(report.table("by_kind_year")),),
        tuple(filter(None, sentences)),
    )


def _tables(report: TermReport) -> Iterator[Table]:
    shown = (*report.tables, top_units(report.table("by_unit")), cautions_table(report))
    for table in shown:
        if table.rows and not names_people(table):
            chart = "" if table.id in _DRAWN else table.chart
            shown_here = without_commands(replace(table, chart=chart))
            yield without_blank_columns(without_blank_outside(shown_here))


def _chapters(tables: Iterable[Table]) -> Iterator[Sheet]:
    places = list(_CHAPTERS)
    ordered = sorted(
        tables,
        key=lambda one: (
            _ORDER.index(_CHAPTERS.get(one.id, _PEOPLE)),
            places.index(one.id) if one.id in places else 0,
        ),
    )
    for name, found in groupby(ordered, key=lambda one: _CHAPTERS.get(one.id, _PEOPLE)):
        yield Sheet(name, name, tuple(found))


def _proposals(report: TermReport, measures: Sequence[Measure]) -> Iterator[Sheet]:
    found = proposed(measures, report)
    if found:
        numbered = (f"{number}. {one.text}" for number, one in enumerate(found, start=1))
        yield Sheet("Đề xuất", HEADING, (), tuple(numbered))
