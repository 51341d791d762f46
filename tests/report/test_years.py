from datetime import date

import pytest

from partyroll.model import ExitKind, ExitRecord
from partyroll.period import Term
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, many

REMOVED, WITHDREW, EXPELLED = ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.EXPELLED


def hanoi() -> list[ExitRecord]:
    return [
        *many(125, REMOVED, "2015-09-01"),
        *many(195, REMOVED, "2016-09-01"),
        *many(339, REMOVED, "2017-09-01"),
        *many(396, REMOVED, "2018-09-01"),
        *many(86, REMOVED, "2019-02-01"),
    ]


def test_partial_years_are_labelled_and_never_compared() -> None:
    table = term_report(Term.parse("6/2015-3/2019"), hanoi(), []).table("by_kind_year")

    assert column(table, "year")[:5] == [
        "6–12/2015 (7 tháng)",
        "2016",
        "2017",
        "2018",
        "1–3/2019 (3 tháng)",
    ]
    assert column(table, "REMOVED")[:6] == [125, 195, 339, 396, 86, 1141]
    assert column(table, "change_REMOVED")[:6] == [None, None, 73.8, 16.8, None, None]


def test_nothing_is_compared_with_a_year_without_exits() -> None:
    table = term_report(TERM, many(4, WITHDREW, "2021-05-05"), []).table("by_kind_year")

    assert row(table, "2021")["change_WITHDREW"] is None
    assert row(table, "2022")["change_WITHDREW"] == -100.0


@pytest.mark.parametrize(
    ("term", "label"),
    [
        ("3/2024-6/2024", "3–6/2024 (4 tháng)"),
        ("3/2024", "3/2024 (1 tháng)"),
        ("5/3/2024-30/6/2024", "2024 (từ 05/03 đến 30/06)"),
        ("14/10/2024-31/12/2024", "2024 (từ 14/10)"),
        ("1/1/2024-15/6/2024", "2024 (đến 15/06)"),
        ("2024", "2024"),
    ],
)
def test_a_year_names_the_months_or_the_days_that_the_term_holds(term: str, label: str) -> None:
    table = term_report(Term.parse(term), [], []).table("by_kind_year")

    assert table.rows[0][0] == label


def test_a_year_that_a_term_was_cut_in_is_labelled_and_compared_with_none() -> None:
    exits = [*many(5, REMOVED, "2021-05-05"), *many(2, REMOVED, "2022-02-02")]

    table = term_report(TERM.until(date(2022, 3, 31)), exits, []).table("by_kind_year")

    assert column(table, "year")[:3] == ["2020", "2021", "1–3/2022 (3 tháng)"]
    assert column(table, "change_REMOVED")[:3] == [None, None, None]


def test_the_chart_by_year_shows_the_kinds_that_occur() -> None:
    table = term_report(TERM, many(2, REMOVED) + many(1, EXPELLED), []).table("by_kind_year")

    assert (table.chart, table.chart_columns) == ("stacked", ("REMOVED", "EXPELLED"))
