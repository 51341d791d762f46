from datetime import date

from partyroll.model import (
    BookKind,
    BookLine,
    EventKind,
    ExitKind,
    ExitRecord,
    LifeEvent,
    RuleSet,
    Source,
    Stay,
    TransferLeg,
)
from partyroll.period import PartialDate

DECIDED, HAPPENED = PartialDate(2024, 5, 3), PartialDate(2024, 4)


def test_a_source_reads_file_sheet_cell() -> None:
    assert str(Source("so.xlsx", "Đảng phí", 7, "E7")) == "so.xlsx › Đảng phí › E7"
    assert str(Source("so.xlsx", "Đảng phí", 7)) == "so.xlsx › Đảng phí › dòng 7"
    assert str(Source("so.xlsx")) == "so.xlsx"


def test_a_letter_has_the_cell_of_its_column() -> None:
    source = Source("so.xlsx", "DP", 7)
    line = BookLine("b", BookKind.DUES, "u", 2024, "." * 12, columns={2: "G"}, source=source)

    assert line.at(2).cell == "G7"
    assert line.at(3).cell == ""


def test_what_is_decided_counts_on_the_day_of_the_decision() -> None:
    event = LifeEvent("e", EventKind.REMOVED, HAPPENED, decision_date=DECIDED)
    leg = TransferLeg("l", out=True, temporary=False, leg_date=HAPPENED, decision_date=DECIDED)
    record = ExitRecord("p", "An", ExitKind.REMOVED, event_date=HAPPENED, decision_date=DECIDED)

    assert [event.on, leg.on, record.counted_on] == [DECIDED] * 3


def test_what_was_never_decided_counts_on_its_own_day() -> None:
    event = LifeEvent("e", EventKind.DIED, HAPPENED)
    leg = TransferLeg("l", out=True, temporary=False, leg_date=HAPPENED)
    record = ExitRecord("p", "An", ExitKind.DIED, event_date=HAPPENED)

    assert [event.on, leg.on, record.counted_on] == [HAPPENED] * 3


def test_a_stay_holds_its_first_day_and_not_the_day_it_ends() -> None:
    stay = Stay("u", date(2024, 3, 1), date(2024, 11, 1))

    assert stay.covers(date(2024, 3, 1))
    assert stay.covers(date(2024, 10, 31))
    assert not stay.covers(date(2024, 11, 1))
    assert not stay.covers(date(2024, 2, 29))
    assert Stay("u").covers(date(1950, 1, 1))


def test_a_rule_set_is_told_by_number_and_day() -> None:
    rule = RuleSet("24-QĐ/TW", date(2021, 7, 30), "01-HD/TW 28/9/2021", "…")

    assert rule.version == "24-QĐ/TW (30/07/2021)"
