"""What is told of an admission file, whole: stage, sentence, what to do, until when, doubts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partyroll.model import Candidate, CandidateStage, Matter, MatterKind, Vote
from partyroll.rules.admission import (
    AdmissionFile,
    StagedMatter,
    as_it_stood,
    counts_officials,
    staged_matters,
)
from rules.test_admission import AS_OF, E17, at, candidate, on, step

NO_HOLIDAYS = "chưa trừ ngày lễ"
WEAK = "nguồn chưa chắc chắn"
OLD_RULE = "chưa kiểm chứng cho giai đoạn này"
SEND_UP = (
    "Gửi hồ sơ lên cấp có thẩm quyền; đã gửi thì hỏi kết quả, đã có quyết định thì ghi vào sổ."
)
LEARN_AGAIN = "Đăng ký cho người đó học lại lớp nhận thức về Đảng."
RIGHT_DAY = (
    "Đối chiếu với quyết định: ngày chính thức tính từ ngày hết 12 tháng dự bị, không theo ngày"
    " ra quyết định. Ghi nhầm thì nhập lại; quyết định ghi khác thì hỏi cấp ra quyết định."
)


def told(kind: MatterKind, file: Candidate | AdmissionFile, *holidays: date) -> StagedMatter:
    whole = file if isinstance(file, AdmissionFile) else AdmissionFile(file)
    [found] = [
        one for one in staged_matters(whole, at(AS_OF, *holidays)) if one.matter.kind is kind
    ]
    return found


def staged(stage: str, kind: MatterKind, text: str, to_do: str, **facts: Any) -> StagedMatter:
    return StagedMatter(CandidateStage(stage), Matter(kind, text, to_do, **facts))


# --- Clocks -------------------------------------------------------------------------------
def test_a_resolution_known_by_its_month_starts_its_clock_on_the_last_day_and_says_so() -> None:
    assert told(
        MatterKind.DECISION_DUE, candidate(step("cell_resolution", "2025-09"))
    ) == staged(
        "decision",
        MatterKind.DECISION_DUE,
        "chi bộ có nghị quyết tháng 09/2025, sổ chưa ghi quyết định của cấp có thẩm quyền",
        SEND_UP,
        until=date(2025, 12, 23),
        remarks=(
            NO_HOLIDAYS,
            "ngày nghị quyết chỉ ghi tháng 09/2025: tính từ ngày muộn nhất có thể",
        ),
    )


def test_a_decision_known_by_its_month_starts_its_clock_on_the_last_day_and_says_so() -> None:
    assert told(
        MatterKind.CEREMONY_DUE, candidate(step("decision", "2025-09", "9-QĐ"))
    ) == staged(
        "ceremony",
        MatterKind.CEREMONY_DUE,
        "có quyết định kết nạp tháng 09/2025, sổ chưa ghi lễ kết nạp",
        "Chi bộ tổ chức lễ kết nạp, trao quyết định; đã tổ chức thì ghi ngày vào sổ.",
        until=date(2025, 11, 11),
        remarks=(
            NO_HOLIDAYS,
            "ngày quyết định chỉ ghi tháng 09/2025: tính từ ngày muộn nhất có thể",
            (
                "hạn tính từ ngày chi bộ nhận quyết định; sổ chỉ có ngày ban hành nên hạn có"
                " thể muộn hơn"
            ),
        ),
    )


def test_a_certificate_that_ended_before_the_cell_met_is_told_with_both_days() -> None:
    file = candidate(step("awareness_class", "2020-08"), step("cell_resolution", "2025-09-20"))

    assert told(MatterKind.CLASS_RUNS_OUT, file) == staged(
        "cell_resolution",
        MatterKind.CLASS_RUNS_OUT,
        "học lớp nhận thức về Đảng tháng 08/2020; giấy chứng nhận có giá trị 60 tháng; chi bộ"
        " xét ngày 20/09/2025",
        LEARN_AGAIN,
        until=date(2025, 8, 31),
        remarks=(
            OLD_RULE,
            WEAK,
            "ngày học lớp nhận thức chỉ ghi tháng 08/2020: tính từ ngày muộn nhất có thể",
        ),
    )


@pytest.mark.parametrize(
    ("learnt", "to_do"),
    [
        ("2020-09-29", LEARN_AGAIN),
        (
            "2020-09-30",
            "Làm các bước còn lại trước ngày đó; không kịp thì đăng ký học lại lớp nhận thức.",
        ),
    ],
)
def test_a_certificate_may_be_used_on_its_last_day(learnt: str, to_do: str) -> None:
    file = candidate(step("awareness_class", learnt))

    assert told(MatterKind.CLASS_RUNS_OUT, file).matter.step == to_do


def test_a_cell_that_met_on_the_last_day_of_the_certificate_was_in_time() -> None:
    file = candidate(
        step("awareness_class", "2020-09-20"), step("cell_resolution", "2025-09-20")
    )
    kinds = [one.matter.kind for one in staged_matters(AdmissionFile(file), at())]

    assert MatterKind.CLASS_RUNS_OUT not in kinds


# --- Age, order, papers, votes ------------------------------------------------------------
def test_somebody_too_young_when_the_cell_met_is_told_with_both_days() -> None:
    file = candidate(step("cell_resolution", "2024-04-28"), born="2006-05-20")

    assert told(MatterKind.AGE_OF_CANDIDATE, file) == staged(
        "cell_resolution",
        MatterKind.AGE_OF_CANDIDATE,
        "sinh 20/05/2006, chi bộ xét ngày 28/04/2024: chưa đủ 18 tuổi (tính theo tháng)",
        "Xem lại ngày sinh và ngày họp; chưa đủ tuổi thì chi bộ xét lại khi đủ 18 tuổi.",
    )


@pytest.mark.parametrize(
    ("born", "said", "to_do"),
    [
        (
            "1965-08-20",
            "sinh 20/08/1965: trên 60 tuổi (tính theo tháng)",
            (
                "Người trên 60 tuổi chỉ kết nạp khi cấp ủy trực thuộc Trung ương đồng ý bằng"
                " văn bản: hỏi cấp ủy, kèm văn bản vào hồ sơ; xem lại ngày sinh."
            ),
        ),
        (
            "1965-09-20",
            "sinh 20/09/1965: đến hết tháng 9/2025 là tròn 60 tuổi",
            "Chi bộ xét trước khi hết tháng đó, nếu đủ điều kiện.",
        ),
    ],
)
def test_whom_the_cell_has_not_considered_yet_is_told_by_the_age_of_today(
    born: str, said: str, to_do: str
) -> None:
    file = candidate(step("application", "2025-09-01"), born=born)

    assert told(MatterKind.AGE_OF_CANDIDATE, file) == staged(
        "cell_resolution", MatterKind.AGE_OF_CANDIDATE, said, to_do
    )


def test_steps_out_of_order_are_told_with_both_days_and_the_doubt_of_the_order() -> None:
    file = candidate(step("application", "2025-09-10"), step("cv", "2025-09-01"))

    assert told(MatterKind.ORDER_OF_STEPS, file) == staged(
        "cv",
        MatterKind.ORDER_OF_STEPS,
        "Khai lý lịch ngày 01/09/2025, trước nộp đơn xin vào Đảng ngày 10/09/2025",
        "Đối chiếu ngày với giấy tờ trong hồ sơ. Ghi nhầm thì ghi lại cho đúng; đúng như vậy"
        " thì hỏi cấp ủy cách bổ sung hồ sơ.",
        about="application-cv",
        remarks=(WEAK,),
    )


def test_an_order_that_is_published_is_told_without_a_doubt() -> None:
    file = candidate(step("vetting", "2025-09-20"), step("cell_resolution", "2025-09-10"))

    found = told(MatterKind.ORDER_OF_STEPS, file).matter

    assert (found.about, found.remarks) == ("vetting-cell_resolution", ())


def test_a_paper_that_only_a_weak_source_asks_for_is_named_with_that_doubt() -> None:
    file = candidate(step("opinions", "2025-09-20"), origin="Chi đoàn thôn Đông")

    assert told(MatterKind.PAPER_MISSING, file).matter.step == (
        "Bổ sung vào hồ sơ; đã có thì ghi ngày, số vào sổ. Xem trong hồ sơ giấy có giấy giới"
        " thiệu của đảng viên chính thức (3-KNĐ), nghị quyết giới thiệu đoàn viên (nguồn chưa"
        " chắc chắn)."
    )


def test_papers_that_are_missing_are_named_and_those_to_look_for_too() -> None:
    assert told(
        MatterKind.PAPER_MISSING, candidate(step("cell_resolution", "2025-09-20"))
    ) == staged(
        "cell_resolution",
        MatterKind.PAPER_MISSING,
        "đã đến bước nghị quyết của chi bộ, sổ chưa ghi: đơn xin vào Đảng, lý lịch của người"
        " xin vào Đảng, giấy chứng nhận học lớp nhận thức về Đảng, kết quả thẩm tra lý lịch,"
        " tổng hợp ý kiến của tổ chức chính trị - xã hội và nơi cư trú",
        "Bổ sung vào hồ sơ; đã có thì ghi ngày, số vào sổ. Xem trong hồ sơ giấy có giấy giới"
        " thiệu của đảng viên chính thức (3-KNĐ).",
        about="cell_resolution",
    )


@pytest.mark.parametrize(
    ("stage", "vote", "said", "remarks"),
    [
        (
            "committee_resolution",
            Vote(9, 9, 5),
            (
                "Nghị quyết của đảng ủy: 5 trong 9 cấp ủy viên được triệu tập tán thành (55%, 9"
                " có mặt); hai phần ba là 6"
            ),
            (f"hai phần ba ở cấp được ủy quyền: {WEAK}",),
        ),
        (
            "cell_resolution",
            Vote(9, None, 0),
            (
                "Nghị quyết của chi bộ: 0 trong 9 đảng viên chính thức được triệu tập tán thành"
                " (0%); hai phần ba là 6"
            ),
            (),
        ),
    ],
)
def test_a_vote_that_falls_short_is_told_with_its_numbers(
    stage: str, vote: Vote, said: str, remarks: tuple[str, ...]
) -> None:
    file = candidate(step(stage, "2025-09-20", vote=vote))

    assert told(MatterKind.VOTE_FALLS_SHORT, file) == staged(
        stage,
        MatterKind.VOTE_FALLS_SHORT,
        said,
        "Xem lại biên bản và số phiếu. Đúng như vậy thì chưa đủ để ra nghị quyết đề nghị kết"
        " nạp: chi bộ, cấp ủy bàn tiếp việc giúp đỡ, xét lại khi đủ điều kiện.",
        about=stage,
        remarks=remarks,
    )


def test_votes_of_cell_and_committee_that_both_fall_short_are_two_matters() -> None:
    short = Vote(9, 9, 5)
    file = candidate(
        step("cell_resolution", "2025-09-10", vote=short),
        step("committee_resolution", "2025-09-20", vote=short),
    )

    found = [
        one.matter.about
        for one in staged_matters(AdmissionFile(file), at())
        if one.matter.kind is MatterKind.VOTE_FALLS_SHORT
    ]

    assert found == ["cell_resolution", "committee_resolution"]


# --- Standing still -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("helper", "asked"),
    [
        ("", "Phân công đảng viên giúp đỡ; hỏi người đó"),
        ("Hà Thị Bình", "Hỏi Hà Thị Bình (đảng viên giúp đỡ) và người đó"),
    ],
)
def test_a_stalled_file_says_since_when_and_whom_to_ask(helper: str, asked: str) -> None:
    file = replace(candidate(step("vetting", "2024-01-05")), helper=helper)

    assert told(MatterKind.FILE_STALLED, file) == staged(
        "vetting",
        MatterKind.FILE_STALLED,
        "bước gần nhất: thẩm tra lý lịch; từ ngày 05/01/2024 đến nay chưa có bước nào, đã quá 6"
        " tháng",
        f"{asked} về nguyện vọng, khó khăn; làm bước tiếp theo, hoặc đóng hồ sơ nếu không còn"
        " nguyện vọng.",
        about="vetting",
    )


def test_an_old_vetting_is_told_as_an_assumption() -> None:
    assert told(MatterKind.DOSSIER_OLD, candidate(step("vetting", "2024-01-05"))) == staged(
        "decision",
        MatterKind.DOSSIER_OLD,
        "thẩm tra lý lịch ngày 05/01/2024, đã quá 12 tháng",
        "Hỏi cấp ủy có cần bổ sung, thẩm tra lại lý lịch không; đã làm thì ghi lại ngày thẩm"
        " tra.",
        remarks=("giả định; đặt ở [admission] vetted_months",),
    )


def test_a_cell_of_two_is_told_with_the_doubt_of_its_source() -> None:
    small = AdmissionFile(candidate(step("application", "2025-09-20")), officials=2)
    found = told(MatterKind.CELL_TOO_SMALL, small)

    assert (found.stage, found.matter.text) == (
        CandidateStage.CELL_RESOLUTION,
        "chi bộ có 2 đảng viên chính thức, cần ít nhất 3",
    )
    assert found.matter.step
    assert found.matter.remarks


# --- Probation and the rolls --------------------------------------------------------------
def test_a_review_of_an_admission_known_by_its_month_is_due_at_its_latest() -> None:
    file = candidate(step("decision", "2024-08-25", "9-QĐ"), step("ceremony", "2024-09"))

    assert told(MatterKind.PROBATION_REVIEW, file) == staged(
        "probation_review",
        MatterKind.PROBATION_REVIEW,
        "kết nạp tháng 09/2024; hết thời gian dự bị 30/09/2025; sổ chưa ghi chi bộ xét công"
        " nhận chính thức",
        "Đảng viên dự bị tự kiểm điểm, người giúp đỡ nhận xét, lấy ý kiến nơi cư trú; chi bộ"
        " xét và đề nghị. Ngày chính thức là ngày hết thời gian dự bị, dù quyết định muộn hơn.",
        until=date(2025, 11, 11),
        remarks=(
            NO_HOLIDAYS,
            "ngày kết nạp chỉ ghi tháng 09/2024: tính từ ngày muộn nhất có thể",
        ),
    )


def test_a_holiday_gives_the_review_of_the_probation_one_day_more() -> None:
    review = told(MatterKind.PROBATION_REVIEW, candidate(*E17), date(2025, 10, 8))

    assert (review.matter.until, review.matter.remarks) == (date(2025, 10, 28), ())


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            AdmissionFile(candidate(*E17, step("confirmed", "2025-08-20"))),
            "sổ ghi công nhận chính thức ngày 20/08/2025",
        ),
        (
            AdmissionFile(
                candidate(*E17, step("confirmed", "2025-10-20")),
                member=True,
                official_date=on("2025-10-20"),
            ),
            "danh sách đảng viên ghi ngày chính thức 20/10/2025",
        ),
    ],
    ids=["confirmed too early", "official by the day of the decision"],
)
def test_an_official_day_that_is_not_the_end_of_the_probation_is_told(
    file: AdmissionFile, said: str
) -> None:
    assert told(MatterKind.CONFIRMED_DATE, file) == staged(
        "confirmed",
        MatterKind.CONFIRMED_DATE,
        f"lễ kết nạp 15/09/2024, hết thời gian dự bị 15/09/2025; {said}",
        RIGHT_DAY,
    )


def test_a_confirmation_on_the_last_day_of_the_probation_is_right() -> None:
    file = AdmissionFile(candidate(*E17, step("confirmed", "2025-09-15")))
    kinds = [one.matter.kind for one in staged_matters(file, at())]

    assert MatterKind.CONFIRMED_DATE not in kinds


def test_who_is_official_by_the_roll_from_today_on_is_not_reviewed() -> None:
    admitted = candidate(step("decision", "2024-08-25", "9-QĐ"), step("ceremony", "2024-09-30"))
    file = AdmissionFile(admitted, member=True, official_date=on("2025-09-30"))

    assert staged_matters(file, at()) == ()


@pytest.mark.parametrize(
    ("namesakes", "said", "to_do"),
    [
        (
            (),
            "danh sách đảng viên chưa có người này",
            (
                "Nhập danh sách đảng viên mới có người này, đủ họ tên và ngày sinh hoặc số định"
                " danh."
            ),
        ),
        (
            ("Em A", "Em B"),
            "danh sách đảng viên chưa có người khớp chắc chắn, có người cùng tên: Em A, Em B",
            (
                "Cho biết là ai trong số đó, hoặc bổ sung ngày sinh, số định danh ở hai nơi cho"
                " khớp."
            ),
        ),
    ],
)
def test_who_was_admitted_and_is_not_in_the_roll_is_looked_for(
    namesakes: tuple[str, ...], said: str, to_do: str
) -> None:
    file = AdmissionFile(candidate(*E17), namesakes=namesakes)

    assert told(MatterKind.MEMBER_TO_FIND, file) == staged(
        "ceremony",
        MatterKind.MEMBER_TO_FIND,
        f"lễ kết nạp ngày 15/09/2024; {said}",
        to_do,
    )


# --- As the file stood --------------------------------------------------------------------
def test_a_file_as_it_stood_has_the_steps_of_the_day_and_none_of_tomorrow() -> None:
    today, tomorrow = step("application", "2025-09-30"), step("cv", "2025-10-01")

    assert as_it_stood(candidate(today, tomorrow), at()) == candidate(today)


@pytest.mark.parametrize(
    ("ended_on", "over"), [(None, True), ("2025-09-30", True), ("2025-10-01", False)]
)
def test_a_file_that_ends_later_stood_open(
    ended_on: str | None,
    over: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    day = on(ended_on) if ended_on else None
    ended = replace(candidate(), ended_on=day, ended_text="không còn nguyện vọng")
    stood = as_it_stood(ended, at())

    assert stood == (ended if over else candidate())


def test_officials_are_counted_for_open_files_on_their_way_only() -> None:
    on_the_way = candidate(step("application", "2025-09-20"))

    assert counts_officials(on_the_way)
    assert not counts_officials(replace(on_the_way, ended_text="đóng", ended_on=on("2025-09")))
    assert not counts_officials(candidate(*E17))
