"""A funnel plot as a native chart: points by number and share, limits as lines."""

from io import BytesIO
from zipfile import ZipFile

from partyroll.model import Compared, Document, RatingTally, Sheet, Side
from partyroll.report.unit_ratings import RatedRow, funnel_tables
from partyroll.write.xlsx import workbook_bytes

WITHIN = Compared(15, 20, Side.WITHIN)


def chart_of(*names: str) -> str:
    """The chart's part of a workbook with these units."""
    rows = [
        RatedRow(name, RatingTally(good=20 + place), WITHIN) for place, name in enumerate(names)
    ]
    tables = funnel_tables("Đảng bộ xã Mẫu", RatingTally(good=90, complete=10), rows, least=20)
    sheets = (Sheet("Các đơn vị", "Các đơn vị", tables),)
    content = workbook_bytes(Document("Xếp loại", "", (), sheets, "", ""))
    with ZipFile(BytesIO(content)) as parts:
        return parts.read("xl/charts/chart1.xml").decode()


def test_the_chart_has_a_point_for_each_unit_and_lines_for_its_limits() -> None:
    chart = chart_of("Chi bộ Một", "Chi bộ Hai")

    assert chart.count("<c:scatterChart>") == 1
    assert chart.count("<c:ser>") == 4  # the units, two limits, the mean
    assert chart.count('<c:symbol val="circle"/>') == 1
    assert chart.count('<c:symbol val="none"/>') == 3
    assert "Chi bộ Một" in chart
    assert "Chi bộ Hai" in chart


def test_a_name_like_a_formula_is_only_a_name() -> None:
    chart = chart_of("=1+1", "Chi bộ Hai")

    assert "1+1" in chart
    assert "=1+1" not in chart


def test_very_many_units_go_without_their_names() -> None:
    chart = chart_of(*(f"Chi bộ {number}" for number in range(31)))

    assert "<c:dLbls>" not in chart
