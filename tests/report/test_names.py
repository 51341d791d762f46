from dataclasses import replace

from partyroll.model import ExitKind, ExitRecord, Reason, Source
from partyroll.report.names import names_table, undated_table
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, A, left, on


def person(name: str, unit: tuple[str, ...]) -> ExitRecord:
    return replace(left(ExitKind.REMOVED, unit=unit), full_name=name)


def test_names_stand_by_unit_and_given_name() -> None:
    exits = [
        person("Lê Văn Yến", A),
        person("Đỗ Thị Ân", A),
        person("Trần An", ("Phường X", "Chi bộ 10")),
        person("Phạm Đào", ("Phường X", "Chi bộ 2")),
    ]

    table = names_table(term_report(TERM, exits, []))

    assert column(table, "full_name") == ["Phạm Đào", "Trần An", "Đỗ Thị Ân", "Lê Văn Yến"]
    assert column(table, "number") == [1, 2, 3, 4]


def test_a_row_says_what_was_counted_and_where_it_stands() -> None:
    record = ExitRecord(
        person_id="p1",
        full_name="Trần An",
        kind=ExitKind.REMOVED,
        unit_path=A,
        decision_no="12-QĐ/ĐU",
        decision_date=on("2021-02-03"),
        reasons=(Reason.SKIP_MEETINGS, Reason.UNPAID_DUES),
        reason_text="bỏ sinh hoạt từ tháng 3",
        source=Source("xoa-ten.xlsx", "2021", 7),
    )

    found = row(names_table(term_report(TERM, [record], [])), 1)

    assert found["unit"] == "Chi bộ A, Phường X"
    assert found["counted_by"] == "Quyết định"
    assert found["source"] == "xoa-ten.xlsx › 2021 › dòng 7"
    assert found["reasons"] == (
        "Bỏ sinh hoạt đảng; Không đóng đảng phí (bỏ sinh hoạt từ tháng 3)"
    )
    assert found["reason_codes"] == "SKIP_MEETINGS UNPAID_DUES"


def test_an_exit_counted_by_its_event_is_marked() -> None:
    record = ExitRecord("p", "An", ExitKind.DIED, event_date=on("2021-02-03"))

    table = names_table(term_report(TERM, [record], []))

    assert column(table, "counted_by") == ["Sự việc"]
    assert column(table, "unit") == [""]


def test_those_outside_the_total_are_named_too() -> None:
    table = undated_table(term_report(TERM, [left(ExitKind.REMOVED, None)], []))

    assert column(table, "counted_by") == [""]
    assert column(table, "counted_on") == [None]
