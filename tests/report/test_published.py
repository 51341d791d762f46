from dataclasses import replace

from partyroll.model import ExitKind, ExitRecord
from partyroll.report.published import published
from partyroll.report.reading import line, lines
from partyroll.report.term import TermReport, term_report
from report.exits import TERM, many

EXITS = [
    *many(40, ExitKind.REMOVED, "2021-03-01"),
    *many(30, ExitKind.WITHDREW, "2021-03-02"),
    *many(3, ExitKind.REMOVED, "2022-03-01"),
    *many(25, ExitKind.WITHDREW, "2022-03-02"),
    *many(50, ExitKind.REMOVED, "2023-03-01"),
    *many(60, ExitKind.WITHDREW, "2023-03-02"),
]


def public(exits: list[ExitRecord]) -> TermReport:
    return published(term_report(TERM, exits, []), 5)


def test_a_small_number_is_not_printed_and_its_neighbours_do_not_tell_it() -> None:
    table = public(EXITS).table("by_kind_year")

    hidden = [value for row in table.rows for value in row if value in {"< 5", "*"}]
    assert line(table, "2022")["REMOVED"] == "< 5"
    assert hidden.count("*") >= 3


def test_what_is_computed_from_a_number_left_out_is_left_out_too() -> None:
    table = public(EXITS).table("by_kind_year")

    assert line(table, "2022")["change_REMOVED"] is None
    assert line(table, "2023")["change_REMOVED"] is None


def test_numbers_large_enough_stay() -> None:
    report = public(EXITS)

    assert report.totals[ExitKind.REMOVED] == 93
    assert line(report.table("by_kind"), "WITHDREW")["count"] == 115


def test_nobody_is_named() -> None:
    report = public(EXITS)

    assert (report.names, report.undated, report.crosses) == ((), (), {})
    assert (report.checks, report.problems) == ((), ())


def test_a_report_of_three_people_tells_no_number() -> None:
    report = public(many(3, ExitKind.EXPELLED))

    told = [
        value
        for table in report.tables
        for one in lines(table)
        for key, value in one.items()
        if key not in {"level", "code"} and isinstance(value, int | float) and value
    ]
    assert told == []
    assert ExitKind.EXPELLED not in report.totals


def test_a_table_of_which_nobody_knows_whom_it_counts_is_not_published() -> None:
    unknown = replace(term_report(TERM, EXITS, []), crosses={})

    report = published(unknown, 5)

    assert not any(table.rows for table in report.tables)
