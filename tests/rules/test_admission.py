"""Admission files: what is worth doing about each, on what evidence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    AdmissionLimits,
    Candidate,
    CandidateStage,
    CandidateStep,
    Matter,
    MatterKind,
    Vote,
)
from partyroll.period import PartialDate
from partyroll.rulebook import clocks
from partyroll.rules.admission import (
    AdmissionFile,
    Circumstances,
    admission_matters,
    as_it_stood,
    staged_matters,
    votes_needed,
)

AS_OF = date(2025, 9, 30)


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


def step(stage: str, day: str, paper: str = "", vote: Vote | None = None) -> CandidateStep:
    return CandidateStep(CandidateStage(stage), on(day), paper, vote)


def candidate(
    *steps: CandidateStep, born: str | None = None, origin: str = "", note: str = ""
) -> Candidate:
    return Candidate(
        "c1",
        "Lò Văn Em",
        on(born) if born else None,
        origin=origin,
        note=note,
        steps={one.stage: one for one in steps},
    )


def at(day: date = AS_OF, *holidays: date) -> Circumstances:
    return Circumstances(day, AdmissionLimits(), clocks(), frozenset(holidays))


def matters(file: AdmissionFile | Candidate, day: date = AS_OF) -> list[Matter]:
    whole = file if isinstance(file, AdmissionFile) else AdmissionFile(file)
    return list(admission_matters(whole, at(day)))


def of(kind: MatterKind, file: AdmissionFile | Candidate, day: date = AS_OF) -> list[Matter]:
    return [matter for matter in matters(file, day) if matter.kind is kind]


def test_a_file_without_dates_accuses_nobody() -> None:
    assert matters(candidate()) == []


# --- Votes --------------------------------------------------------------------------------
@pytest.mark.parametrize("stage", ["cell_resolution", "committee_resolution"])
def test_e16_two_thirds_are_of_those_convened_not_of_those_who_came(stage: str) -> None:
    file = candidate(step(stage, "2025-09-20", vote=Vote(20, 17, 13)))

    (matter,) = of(MatterKind.VOTE_FALLS_SHORT, file)

    assert "13 trong 20" in matter.text
    assert "(65%, 17 có mặt)" in matter.text
    assert "hai phần ba là 14" in matter.text


def test_fourteen_of_twenty_are_enough() -> None:
    file = candidate(step("cell_resolution", "2025-09-20", vote=Vote(20, 14, 14)))

    assert of(MatterKind.VOTE_FALLS_SHORT, file) == []


def test_nothing_is_sent_up_on_a_vote_that_falls_short() -> None:
    short, enough = Vote(20, 17, 13), Vote(20, 17, 14)

    files = [candidate(step("cell_resolution", "2025-09-20", vote=v)) for v in (short, enough)]

    assert [len(of(MatterKind.DECISION_DUE, file)) for file in files] == [0, 1]


@pytest.mark.parametrize("vote", [Vote(20, 17), Vote(None, 17, 13), Vote(0, 0, 0), None])
def test_a_vote_not_written_in_full_falls_short_of_nothing(vote: Vote | None) -> None:
    file = candidate(step("cell_resolution", "2025-09-20", vote=vote))

    assert of(MatterKind.VOTE_FALLS_SHORT, file) == []


def test_the_share_of_a_committee_is_of_a_weak_source() -> None:
    file = candidate(step("committee_resolution", "2025-09-20", vote=Vote(9, 9, 5)))

    (matter,) = of(MatterKind.VOTE_FALLS_SHORT, file)

    assert matter.remarks == ("hai phần ba ở cấp được ủy quyền: nguồn chưa chắc chắn",)


@given(st.integers(1, 500))
def test_two_thirds_is_the_least_number_that_is_two_thirds(entitled: int) -> None:
    needed = votes_needed(entitled)

    assert 3 * needed >= 2 * entitled > 3 * (needed - 1)


# --- Probation ----------------------------------------------------------------------------
E17 = (step("decision", "2024-08-25", "9-QĐ"), step("ceremony", "2024-09-15"))


def test_e17_the_review_is_due_thirty_working_days_after_the_probation() -> None:
    (matter,) = of(MatterKind.PROBATION_REVIEW, candidate(*E17))

    assert matter.until == date(2025, 10, 27)
    assert "hết thời gian dự bị 15/09/2025" in matter.text
    assert "chưa trừ ngày lễ" in matter.remarks


def test_a_review_is_spoken_of_only_when_the_probation_nears_its_end() -> None:
    file = candidate(*E17)

    assert of(MatterKind.PROBATION_REVIEW, file, date(2025, 7, 16)) == []
    assert len(of(MatterKind.PROBATION_REVIEW, file, date(2025, 7, 17))) == 1


@pytest.mark.parametrize("stage", ["probation_review", "confirmed"])
def test_a_review_that_was_held_is_not_due(stage: str) -> None:
    assert of(MatterKind.PROBATION_REVIEW, candidate(*E17, step(stage, "2025-09-20"))) == []


def test_who_is_official_in_the_roll_is_not_reviewed() -> None:
    file = AdmissionFile(candidate(*E17), member=True, official_date=on("2025-09-15"))

    assert of(MatterKind.PROBATION_REVIEW, file) == []


def test_e17_the_official_date_is_the_end_of_the_probation_even_if_decided_late() -> None:
    confirmed = candidate(*E17, step("confirmed", "2025-10-20"))

    right = AdmissionFile(confirmed, member=True, official_date=on("2025-09-15"))
    wrong = AdmissionFile(confirmed, member=True, official_date=on("2025-10-20"))

    assert of(MatterKind.CONFIRMED_DATE, right) == []
    (matter,) = of(MatterKind.CONFIRMED_DATE, wrong)
    assert "hết thời gian dự bị 15/09/2025" in matter.text
    assert "20/10/2025" in matter.text


def test_a_late_decision_alone_says_nothing_of_the_official_date() -> None:
    assert of(MatterKind.CONFIRMED_DATE, candidate(*E17, step("confirmed", "2025-10-20"))) == []


def test_a_confirmation_before_the_end_is_told() -> None:
    file = candidate(*E17, step("confirmed", "2025-08-20"))

    assert len(of(MatterKind.CONFIRMED_DATE, file)) == 1


def test_an_official_date_known_by_its_year_contradicts_nothing() -> None:
    file = AdmissionFile(candidate(*E17), member=True, official_date=on("2025"))

    assert of(MatterKind.CONFIRMED_DATE, file) == []


# --- Age ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("born", "met", "words"),
    [
        ("2006-05-20", "2024-05-03", ""),
        ("2006-05-20", "2024-04-28", "chưa đủ 18 tuổi"),
        ("1964-05-20", "2024-05-28", ""),
        ("1964-05-20", "2024-06-03", "trên 60 tuổi"),
        ("1964", "2024-06-03", ""),
        ("1964-05-20", "2024", ""),
    ],
)
def test_e18_the_age_at_the_meeting_is_counted_in_months(
    born: str, met: str, words: str
) -> None:
    found = of(MatterKind.AGE_OF_CANDIDATE, candidate(step("cell_resolution", met), born=born))

    assert [words in matter.text for matter in found] == [True] * bool(words)


def test_over_sixty_asks_for_the_consent_of_the_central_level() -> None:
    file = candidate(step("cell_resolution", "2024-06-03"), born="1964-05-20")

    (matter,) = of(MatterKind.AGE_OF_CANDIDATE, file)

    assert "trực thuộc Trung ương" in matter.step


def test_somebody_near_sixty_is_told_of_in_time() -> None:
    file = candidate(step("application", "2025-09-01"), born="1965-10-20")

    (matter,) = of(MatterKind.AGE_OF_CANDIDATE, file)

    assert "đến hết tháng 10/2025" in matter.text


@pytest.mark.parametrize(
    ("day", "told"), [(date(2025, 8, 31), False), (date(2025, 9, 1), True)]
)
def test_sixty_is_told_of_from_the_days_before_the_end_of_the_month_on(
    day: date, *, told: bool
) -> None:
    assert bool(of(MatterKind.AGE_OF_CANDIDATE, candidate(born="1965-10-20"), day)) is told


def test_somebody_of_whom_only_the_year_of_birth_is_known_may_still_be_sixty() -> None:
    assert of(MatterKind.AGE_OF_CANDIDATE, candidate(born="1965")) == []


def test_somebody_young_on_the_source_list_only_grows_older() -> None:
    assert of(MatterKind.AGE_OF_CANDIDATE, candidate(born="2009-01-01")) == []


# --- Clocks -------------------------------------------------------------------------------
def test_e25_the_decision_is_due_sixty_working_days_after_the_resolution() -> None:
    file = candidate(step("cell_resolution", "2025-10-06"))

    (matter,) = of(MatterKind.DECISION_DUE, file, date(2025, 10, 10))

    assert matter.until == date(2025, 12, 29)


def test_e25_holidays_push_a_clock_back() -> None:
    file = AdmissionFile(candidate(step("decision", "2026-02-02", "9-QĐ")))
    days = [date(2026, 2, day) for day in range(16, 21)]

    (plain,) = admission_matters(file, at(date(2026, 2, 3)))
    (later,) = admission_matters(file, at(date(2026, 2, 3), *days))

    assert (plain.until, later.until) == (date(2026, 3, 16), date(2026, 3, 23))


def test_a_decision_ends_its_clock_and_starts_that_of_the_ceremony() -> None:
    file = candidate(step("cell_resolution", "2025-09-01"), step("decision", "2025-09-25", "9"))

    kinds = {matter.kind for matter in matters(file)}

    assert MatterKind.DECISION_DUE not in kinds
    assert MatterKind.CEREMONY_DUE in kinds


def test_the_ceremony_is_counted_from_receipt_then_from_issue() -> None:
    received = candidate(step("decision", "2026-07-01", "9-QĐ"))
    issued = candidate(step("decision", "2026-08-03", "9-QĐ"))

    (older,) = matters(received, date(2026, 8, 10))
    (newer,) = matters(issued, date(2026, 8, 10))

    assert "ngày chi bộ nhận quyết định" in " ".join(older.remarks)
    assert "nhận" not in " ".join(newer.remarks)
    assert "nguồn chưa chắc chắn" in newer.remarks
    assert newer.until == date(2026, 9, 14)


def test_a_certificate_is_valid_for_sixty_months() -> None:
    file = candidate(step("awareness_class", "2020-10-15"))

    (matter,) = of(MatterKind.CLASS_RUNS_OUT, file)

    assert matter.until == date(2025, 10, 15)
    assert "học lại" in matter.step
    assert "nguồn chưa chắc chắn" in matter.remarks


def test_a_certificate_of_which_only_the_year_is_known_gets_the_latest_end() -> None:
    assert of(MatterKind.CLASS_RUNS_OUT, candidate(step("awareness_class", "2021"))) == []


@pytest.mark.parametrize(("learnt", "told"), [("2020-11-29", True), ("2020-11-30", False)])
def test_a_certificate_is_spoken_of_sixty_days_before_its_end(
    learnt: str, *, told: bool
) -> None:
    found = of(MatterKind.CLASS_RUNS_OUT, candidate(step("awareness_class", learnt)))

    assert bool(found) is told


def test_a_certificate_that_was_valid_when_the_cell_met_has_done_its_work() -> None:
    file = candidate(
        step("awareness_class", "2020-09-15"), step("cell_resolution", "2025-09-01")
    )

    assert of(MatterKind.CLASS_RUNS_OUT, file) == []


def test_a_cell_that_met_after_the_certificate_ended_is_told() -> None:
    file = candidate(
        step("awareness_class", "2020-09-15"), step("cell_resolution", "2025-09-20")
    )

    (matter,) = of(MatterKind.CLASS_RUNS_OUT, file)

    assert "chi bộ xét ngày 20/09/2025" in matter.text


@pytest.mark.parametrize(
    ("day", "words"),
    [("2025-01-05", "ngày 05/01/2025"), ("2025-01", "tháng 01/2025"), ("2024", "năm 2024")],
)
def test_a_day_is_said_as_precisely_as_it_is_known(day: str, words: str) -> None:
    (matter,) = of(MatterKind.FILE_STALLED, candidate(step("application", day)))

    assert f"từ {words} đến nay" in matter.text


# --- Stalled files ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("stage", "day", "stalled"),
    [
        ("on_source_list", "2024-09-30", True),
        ("on_source_list", "2024-10-01", False),
        ("application", "2025-03-30", True),
        ("application", "2025-04-01", False),
        ("application", "2025", False),
        ("cell_resolution", "2024-01-01", False),
    ],
)
def test_a_file_stalls_when_no_step_follows_for_long(
    stage: str, day: str, *, stalled: bool
) -> None:
    found = of(MatterKind.FILE_STALLED, candidate(step(stage, day)))

    assert bool(found) is stalled


def test_a_stalled_file_asks_the_helper_by_name() -> None:
    file = replace(candidate(step("vetting", "2024-01-05")), helper="Hà Thị Bình")

    (matter,) = of(MatterKind.FILE_STALLED, file)

    assert "Hà Thị Bình" in matter.step


# --- Order --------------------------------------------------------------------------------
def test_a_cv_before_the_application_is_told_as_a_weak_source() -> None:
    file = candidate(step("application", "2025-09-10"), step("cv", "2025-09-01"))

    (matter,) = of(MatterKind.ORDER_OF_STEPS, file)

    assert matter.remarks == ("nguồn chưa chắc chắn",)
    assert "10/09/2025" in matter.text


@pytest.mark.parametrize(
    ("application", "cv"),
    [("2025-09-01", "2025-09-10"), ("2025-09-01", "2025-09-01"), ("2025-09", "2025-09-01")],
)
def test_dates_that_may_be_in_order_are_in_order(application: str, cv: str) -> None:
    file = candidate(step("application", application), step("cv", cv))

    assert of(MatterKind.ORDER_OF_STEPS, file) == []


# --- Papers -------------------------------------------------------------------------------
def test_papers_of_which_nothing_speaks_are_named_at_the_step_that_needs_them() -> None:
    file = candidate(step("application", "2025-08-01"), step("cell_resolution", "2025-09-20"))

    (matter,) = of(MatterKind.PAPER_MISSING, file)

    assert "đơn" not in matter.text
    assert "lý lịch của người xin vào Đảng" in matter.text
    assert "giấy chứng nhận học lớp nhận thức về Đảng" in matter.text
    assert "3-KNĐ" in matter.step


def test_what_is_done_without_a_day_is_not_missing() -> None:
    file = candidate(
        step("application", "2025-08-01"),
        step("vetting", "2025-09-01"),
        note="Khai lý lịch: đã khai",
    )

    assert of(MatterKind.PAPER_MISSING, file) == []


@pytest.mark.parametrize(
    ("origin", "named"), [("Đoàn thanh niên xã", True), ("Công đoàn cơ sở", False)]
)
def test_only_youth_has_a_resolution_of_the_youth_union(origin: str, *, named: bool) -> None:
    file = candidate(step("cell_resolution", "2025-09-20"), origin=origin)

    (matter,) = of(MatterKind.PAPER_MISSING, file)

    assert ("đoàn viên" in matter.step) is named


def test_a_decision_needs_its_number() -> None:
    bare, numbered = step("decision", "2025-09-20"), step("decision", "2025-09-20", "9-QĐ/ĐU")

    (matter,) = of(MatterKind.PAPER_MISSING, candidate(bare))

    assert "số quyết định kết nạp" in matter.text
    assert of(MatterKind.PAPER_MISSING, candidate(numbered)) == []


@pytest.mark.parametrize(
    ("vetted", "told"), [("2024-09-30", True), ("2024-10-01", False), ("2024", False)]
)
def test_a_vetting_of_a_year_ago_is_told_as_an_assumption(vetted: str, *, told: bool) -> None:
    file = candidate(step("vetting", vetted), step("opinions", "2025-09-01"))

    found = of(MatterKind.DOSSIER_OLD, file)

    assert [("giả định" in matter.remarks[0]) for matter in found] == [True] * told


def test_a_decision_settles_how_old_the_dossier_was() -> None:
    file = candidate(step("vetting", "2020-01-01"), step("decision", "2025-09-01", "9-QĐ"))

    assert of(MatterKind.DOSSIER_OLD, file) == []


# --- Cells and members --------------------------------------------------------------------
@pytest.mark.parametrize(("officials", "told"), [(2, True), (3, False), (None, False)])
def test_a_cell_needs_three_official_members(officials: int | None, *, told: bool) -> None:
    file = AdmissionFile(candidate(step("application", "2025-09-01")), officials)

    assert bool(of(MatterKind.CELL_TOO_SMALL, file)) is told


def test_who_was_admitted_is_looked_for_in_the_roll() -> None:
    admitted = candidate(*E17)

    (unknown,) = of(MatterKind.MEMBER_TO_FIND, admitted)
    (open_,) = of(
        MatterKind.MEMBER_TO_FIND, AdmissionFile(admitted, namesakes=("Lò Văn Em, Chi bộ 1",))
    )

    assert "chưa có người này" in unknown.text
    assert "Lò Văn Em, Chi bộ 1" in open_.text
    assert of(MatterKind.MEMBER_TO_FIND, AdmissionFile(admitted, member=True)) == []


def test_nobody_is_looked_for_before_the_ceremony() -> None:
    assert of(MatterKind.MEMBER_TO_FIND, candidate(step("decision", "2025-09-20", "9"))) == []


def test_a_closed_file_asks_for_nothing() -> None:
    file = replace(candidate(step("application", "2020-01-01")), ended_on=on("2021-01-01"))

    assert matters(file) == []


def test_what_came_later_is_not_known_yet() -> None:
    whole = replace(
        candidate(step("application", "2025-09-01"), step("vetting", "2025-12-01")),
        ended_on=on("2026-01-01"),
        ended_text="thôi",
    )

    then = as_it_stood(whole, at())

    assert (then.reached, then.ended) == (CandidateStage.APPLICATION, False)


# --- Properties ---------------------------------------------------------------------------
DAYS = st.dates(date(2018, 1, 1), AS_OF).map(PartialDate.of) | st.integers(2018, 2025).map(
    PartialDate
)
STEPS = st.dictionaries(
    st.sampled_from(CandidateStage), st.tuples(DAYS, st.sampled_from(["", "7-NQ/CB"]))
)
VOTES = st.none() | st.builds(
    Vote,
    st.none() | st.integers(1, 30),
    st.none() | st.integers(0, 30),
    st.none() | st.integers(0, 30),
)
BORN = st.none() | st.dates(date(1950, 1, 1), date(2009, 1, 1)).map(PartialDate.of)


def built(
    steps: dict[CandidateStage, tuple[PartialDate, str]], born: PartialDate | None
) -> Candidate:
    made = {s: CandidateStep(s, day, paper) for s, (day, paper) in steps.items()}
    return Candidate("c1", "Lò Văn Em", born, steps=made)


@given(STEPS, BORN, st.sampled_from(CandidateStage), DAYS)
def test_recording_a_step_adds_no_matter_of_an_earlier_stage(
    steps: dict[CandidateStage, tuple[PartialDate, str]],
    born: PartialDate | None,
    stage: CandidateStage,
    day: PartialDate,
) -> None:
    steps.pop(stage, None)
    before = AdmissionFile(built(steps, born), officials=2)
    after = AdmissionFile(built({**steps, stage: (day, "")}, born), officials=2)

    known = {(one.matter.kind, one.matter.about) for one in staged_matters(before, at())}
    added = [
        one
        for one in staged_matters(after, at())
        if (one.matter.kind, one.matter.about) not in known
    ]

    assert [one for one in added if one.stage.place < stage.place] == []


@given(VOTES, VOTES)
def test_a_vote_says_nothing_of_other_steps(first: Vote | None, second: Vote | None) -> None:
    files = (candidate(step("cell_resolution", "2025-09-20", vote=v)) for v in (first, second))

    one, other = ({m.kind for m in matters(file)} for file in files)

    assert one ^ other <= {MatterKind.VOTE_FALLS_SHORT, MatterKind.DECISION_DUE}


@given(STEPS, BORN, st.data())
def test_recording_a_paper_adds_nothing(
    steps: dict[CandidateStage, tuple[PartialDate, str]],
    born: PartialDate | None,
    data: st.DataObject,
) -> None:
    bare = {stage: (day, "") for stage, (day, _) in steps.items()}
    numbered = {
        stage: (day, data.draw(st.sampled_from(["", "9-QĐ"])))
        for stage, (day, _) in steps.items()
    }

    without, with_papers = (matters(built(one, born)) for one in (bare, numbered))

    assert {m.kind for m in with_papers} <= {m.kind for m in without}


@given(STEPS, BORN)
def test_less_precise_dates_raise_no_doubt_about_order_or_age(
    steps: dict[CandidateStage, tuple[PartialDate, str]], born: PartialDate | None
) -> None:
    vague = {stage: (PartialDate(day.year), paper) for stage, (day, paper) in steps.items()}
    doubts = {MatterKind.ORDER_OF_STEPS, MatterKind.CONFIRMED_DATE}

    exact, rough = (
        {(m.kind, m.about) for m in matters(built(one, born)) if m.kind in doubts}
        for one in (steps, vague)
    )

    assert rough <= exact
