"""Early signs and matters of help, whole: sentence, source, what to do, about what."""

from dataclasses import replace
from datetime import timedelta

import pytest

from partyroll.model import (
    Discipline,
    DisciplineForm,
    Matter,
    MatterKind,
    Rating,
    RatingLevel,
    RatingStage,
    Sign,
    SignKind,
    Status,
    Support,
    SupportMeasure,
    SupportOutcome,
    YearRating,
)
from partyroll.period import PartialDate, add_months
from partyroll.rules.early_signs import Known, early_signs
from partyroll.rules.supporting import (
    Discharge,
    Served,
    as_it_stood,
    lately_discharged,
    meeting_by_roster,
)
from partyroll.rules.supporting.facts import when
from partyroll.rules.watched import Watched
from rules.test_early_signs import AT, BOOK, NOTHING, SOMEBODY, day
from rules.test_supporting import AT as HELP_AT
from rules.test_supporting import HELPED, HOME, POOR, TODAY
from rules.test_supporting import only as only_matter

TOMORROW = day("2026-01-16")


# --- Signs --------------------------------------------------------------------------------
def test_every_need_without_an_outcome_is_a_sign_with_its_source() -> None:
    closed = replace(POOR, closed_on=day("2026-01-05"), source=BOOK)
    open_one = replace(POOR, source=BOOK)

    assert early_signs(replace(NOTHING, supports=(closed, open_one)), AT) == (
        Sign(SignKind.HARDSHIP, "khó khăn về kinh tế; chưa ghi đã giúp gì", BOOK),
    )


@pytest.mark.parametrize(
    ("admitted", "said"),
    [(None, "đang dự bị"), (day("2025-09-15"), "đang dự bị, vào Đảng ngày 15/09/2025")],
)
def test_a_probation_is_a_sign_with_its_beginning_and_source(
    admitted: PartialDate | None, said: str
) -> None:
    who = replace(SOMEBODY, admission_date=admitted, source=BOOK)

    assert early_signs(Known(Watched(who), status=Status.PROBATIONARY), AT) == (
        Sign(SignKind.PROBATION, said, BOOK),
    )


@pytest.mark.parametrize(
    ("decided", "number", "said"),
    [
        (day("2026-02-01"), "05-QĐ", "khiển trách, ngày 01/02/2026, 05-QĐ"),
        (None, "", "khiển trách, không ghi ngày"),
    ],
)
def test_a_discipline_is_a_sign_with_its_day_its_paper_and_its_source(
    decided: PartialDate | None, number: str, said: str
) -> None:
    one = Discipline("D1", "P1", DisciplineForm.REPRIMAND, "", decided, number, source=BOOK)

    [sign] = early_signs(replace(NOTHING, disciplines=(one,)), AT)

    assert (sign.kind, sign.text, sign.source) == (SignKind.DISCIPLINE, said, BOOK)


@pytest.mark.parametrize(
    ("decided", "until", "seen"),
    [
        ("2026-07-01", None, True),
        ("2026-07-02", None, False),
        ("2020-01-01", "2026-07-01", True),
        ("2020-01-01", "2026-06-30", False),
    ],
)
def test_a_discipline_is_seen_from_its_day_to_the_last_of_its_paper(
    decided: str,
    until: str | None,
    seen: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    last = day(until) if until else None
    one = Discipline("D1", "P1", DisciplineForm.REPRIMAND, "", day(decided), valid_to=last)

    assert bool(early_signs(replace(NOTHING, disciplines=(one,)), AT)) is seen


def test_years_not_complete_are_signs_as_written_else_in_the_words_of_the_level() -> None:
    years = {
        year: YearRating(
            {
                RatingStage.COMMITTEE: Rating(
                    year, RatingStage.COMMITTEE, RatingLevel.NOT_COMPLETE, text, source=BOOK
                )
            }
        )
        for year, text in ((2000, "KHTNV"), (2025, "KHTNV"), (2026, ""))
    }

    found = early_signs(replace(NOTHING, ratings=years), AT)

    assert [(sign.kind, sign.source) for sign in found] == [(SignKind.RATING, BOOK)] * 2
    assert [sign.text.casefold() for sign in found] == [
        "năm 2025: khtnv",
        "năm 2026: không hoàn thành nhiệm vụ",
    ]


# --- Help as it stood ---------------------------------------------------------------------
def test_help_of_tomorrow_is_not_given_yet_and_a_need_of_today_is_known() -> None:
    given = replace(
        POOR,
        measure=SupportMeasure.GIFT,
        measure_text="tặng quà Tết",
        amount=500_000,
        provided_on=TOMORROW,
        opened_on=day("2026-01-15"),
    )
    today = replace(given, provided_on=day("2026-01-15"))

    assert as_it_stood(given, TODAY) == replace(POOR, opened_on=day("2026-01-15"))
    assert as_it_stood(today, TODAY) == today
    assert as_it_stood(replace(POOR, opened_on=TOMORROW), TODAY) is None


def test_an_outcome_of_tomorrow_is_not_known_yet() -> None:
    closed = replace(
        HELPED,
        closed_on=TOMORROW,
        outcome=next(iter(SupportOutcome)),
        outcome_text="đã đỡ",
    )
    today = replace(closed, closed_on=day("2026-01-15"))

    assert as_it_stood(closed, TODAY) == HELPED
    assert as_it_stood(today, TODAY) == today


@pytest.mark.parametrize(
    ("stated", "said"),
    [("2025-10-05", "ngày 05/10/2025"), ("2025-10", "tháng 10/2025"), ("2025", "năm 2025")],
)
def test_a_day_is_said_as_precisely_as_it_is_known(stated: str, said: str) -> None:
    assert when(day(stated)) == said


# --- Matters of help ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "said"),
    [
        (HOME, "xuất ngũ; sổ chưa ghi đã gặp gỡ"),
        (
            replace(HOME, need_text="Xuất ngũ", opened_on=day("2025-02")),
            "xuất ngũ tháng 02/2025; sổ chưa ghi đã gặp gỡ",
        ),
        (replace(HOME, need_text="lính đảo"), "xuất ngũ (lính đảo); sổ chưa ghi đã gặp gỡ"),
    ],
)
def test_whoever_came_home_is_to_be_met(one: Support, said: str) -> None:
    matter = only_matter(one)

    assert (matter.kind, matter.text, matter.about) == (MatterKind.TO_BE_MET, said, "S2")
    assert matter.step.startswith("Hội Cựu chiến binh")


@pytest.mark.parametrize(
    ("found", "said", "remarks"),
    [
        (
            Discharge("xuất ngũ 02/2025", day("2025-02")),
            "danh sách ghi “xuất ngũ 02/2025”, tháng 02/2025; sổ chưa ghi đã gặp gỡ",
            (),
        ),
        (
            Discharge("xuất ngũ"),
            "danh sách ghi “xuất ngũ”; sổ chưa ghi đã gặp gỡ",
            ("danh sách không ghi ngày xuất ngũ",),
        ),
    ],
)
def test_whom_a_roster_calls_discharged_is_told_in_its_words(
    found: Discharge, said: str, remarks: tuple[str, ...]
) -> None:
    matter = meeting_by_roster(found)

    assert matter == Matter(
        MatterKind.TO_BE_MET, said, matter.step, about="roster", remarks=remarks
    )
    assert matter.step.startswith("Hội Cựu chiến binh")


def test_help_without_an_outcome_says_what_was_done_and_what_is_not_known() -> None:
    dated = replace(HELPED, provided_on=day("2025-01-20"))
    undated, known = only_matter(HELPED), only_matter(dated)

    assert undated.text.endswith("tặng quà Tết, chưa ghi kết quả")
    assert (undated.about, undated.remarks) == ("S1", ("sổ không ghi ngày giúp",))
    assert "tặng quà Tết ngày 20/01/2025, quá" in known.text
    assert (known.about, known.remarks) == ("S1", ())
    assert (
        undated.step
        == known.step
        == ("Hỏi lại người được giúp xem nay ra sao; ghi kết quả, hoặc giúp tiếp.")
    )


def test_a_need_without_a_measure_says_what_to_do() -> None:
    assert only_matter(POOR).step.startswith("Hỏi thăm")


# --- Discharges ---------------------------------------------------------------------------
def test_words_of_service_with_a_day_come_before_those_without() -> None:
    texts = ("bộ đội xuất ngũ", "xuất ngũ 11/2025")

    for_each_order = [
        lately_discharged(Served(order), HELP_AT) for order in (texts, texts[::-1])
    ]

    assert for_each_order == [Discharge("xuất ngũ 11/2025", day("2025-11"))] * 2


def test_a_day_that_is_none_leaves_its_year() -> None:
    assert lately_discharged(Served(("xuất ngũ 31/02/2025",)), HELP_AT) == Discharge(
        "xuất ngũ 31/02/2025", PartialDate(2025)
    )


def test_a_discharge_is_of_late_from_its_first_day_on() -> None:
    today, tomorrow = Served(("xuất ngũ 15/01/2026",)), Served(("xuất ngũ 16/01/2026",))

    assert lately_discharged(today, HELP_AT) is not None
    assert lately_discharged(tomorrow, HELP_AT) is None


def test_a_discharge_is_of_late_to_the_last_day_of_the_months_asked_for() -> None:
    months = HELP_AT.limits.served_months
    last = add_months(TODAY, -months)
    before = last - timedelta(days=1)

    assert lately_discharged(Served((f"xuất ngũ {last:%d/%m/%Y}",)), HELP_AT) is not None
    assert lately_discharged(Served((f"xuất ngũ {before:%d/%m/%Y}",)), HELP_AT) is None


def test_without_a_day_only_somebody_young_is_to_be_met() -> None:
    age = HELP_AT.limits.served_age
    young = Served(("xuất ngũ",), PartialDate(TODAY.year - age + 1))
    older = Served(("xuất ngũ",), PartialDate(TODAY.year - age))

    assert lately_discharged(young, HELP_AT) == Discharge("xuất ngũ")
    assert lately_discharged(older, HELP_AT) is None
