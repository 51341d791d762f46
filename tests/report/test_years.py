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
        "2015 (từ 01/06)",
        "2016",
        "2017",
        "2018",
        "2019 (đến 31/03)",
    ]
    assert column(table, "REMOVED")[:6] == [125, 195, 339, 396, 86, 1141]
    assert column(table, "change_REMOVED")[:6] == [None, None, 73.8, 16.8, None, None]


def test_nothing_is_compared_with_a_year_without_exits() -> None:
    table = term_report(TERM, many(4, WITHDREW, "2021-05-05"), []).table("by_kind_year")

    assert row(table, "2021")["change_WITHDREW"] is None
    assert row(table, "2022")["change_WITHDREW"] == -100.0


def test_a_term_inside_one_year_names_both_its_ends() -> None:
    table = term_report(Term.parse("3/2024-6/2024"), [], []).table("by_kind_year")

    assert table.rows[0][0] == "2024 (từ 01/03 đến 30/06)"


def test_the_chart_by_year_shows_the_kinds_that_occur() -> None:
    table = term_report(TERM, many(2, REMOVED) + many(1, EXPELLED), []).table("by_kind_year")

    assert (table.chart, table.chart_columns) == ("stacked", ("REMOVED", "EXPELLED"))
