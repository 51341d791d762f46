"""A case through the real commands: steps are added, a decision makes an exit."""

import pytest

from e2e.cases import DECISION, NAME, exits_list, office, removed, step, totals
from e2e.desk import Desk
from store import shelf


@pytest.fixture
def cell(desk: Desk) -> Desk:
    """A cell in which An owes three months."""
    return office(desk)


def test_whoever_stood_on_a_kept_list_has_a_case(cell: Desk) -> None:
    cell("flag", "--as-of", "2024-12-31", "--save")

    (case,) = cell("review", "list", "--json").json["cases"]

    assert (case["full_name"], case["year"], case["list"]) == (NAME, 2024, "review")
    assert case["usual_next"].startswith("đối chiếu sổ, gặp hỏi lý do")


def test_a_list_that_nobody_kept_makes_no_case(cell: Desk) -> None:
    cell("flag", "--as-of", "2024-12-31")

    assert cell("review", "list", "--json").json["cases"] == []


def test_steps_stand_in_the_order_they_happened_whenever_they_were_typed(cell: Desk) -> None:
    step(cell, "--kind", "meeting", "--on", "20/3/2025")
    step(cell, "--kind", "contact", "--on", "1/2/2025", "--by", "Bí thư chi bộ")

    (case,) = cell("review", "show", NAME, "--json").json["cases"]

    assert [(one["kind"], one["on"]) for one in case["steps"]] == [
        ("CONTACT", "2025-02-01"),
        ("MEETING", "2025-03-20"),
    ]


def test_vietnamese_words_and_codes_mean_the_same(cell: Desk) -> None:
    first = step(cell, "--kind", "họp chi bộ", "--on", "20/3/2025", "--outcome", "không xử lý")
    again = step(cell, "--kind", "MEETING", "--on", "2025-03-20", "--outcome", "no-action")

    assert (first.code, again.code) == (0, 0)
    assert "Bước này đã ghi ở thay đổi số 2" in again.out


def test_a_dry_run_of_a_step_writes_nothing(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)

    ran = removed(cell, "--reason", "unpaid_dues", "--dry-run")

    assert (ran.code, shelf.digest(cell.ledger)) == (0, before)
    assert "Sẽ ghi" in ran.out


def test_undoing_a_decision_brings_the_member_back_exactly(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)
    removed(cell, "--reason", "unpaid_dues", "--reason", "skip_meetings")
    assert totals(cell)["REMOVED"] == 1

    cell("undo", "--yes")

    assert shelf.digest(cell.ledger) == before
    assert totals(cell).get("REMOVED", 0) == 0


def test_a_decision_makes_an_exit_with_its_reasons_the_main_one_first(cell: Desk) -> None:
    removed(cell, "--reason", "không đóng đảng phí", "--reason", "skip_meetings")

    found = cell("list", "--all", "--json").json["members"]

    (left,) = [one for one in found if one["full_name"] == NAME]
    assert (left["status"], left["exit"]) == (
        "REMOVED",
        {
            "kind": "REMOVED",
            "date": "2025-05-10",
            "reasons": ["UNPAID_DUES", "SKIP_MEETINGS"],
            "decision_no": "12-QĐ/ĐU",
            "decision_date": "2025-05-10",
        },
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "decision", "--outcome", "removed"), "phải có số và ngày của văn bản"),
        (("--kind", "decision", "--paper", "1", "--paper-date", "1/2/2025"), "quyết định gì"),
        (("--kind", "meeting", "--on", "1/2/2025", "--outcome", "xóa tên"), "chỉ quyết định"),
        (("--kind", "contact"), "chưa ghi ngày"),
        (("--kind", "contact", "--on", "1/2/2027"), "chưa tới"),
        (("--kind", "contact", "--on", "1/2/2025", "--year", "2027"), "năm 2027 chưa tới"),
        (("--kind", "meeting", "--on", "1/2/2025", "--yes", "9"), "cả hai số"),
        (("--kind", "gặp", "--on", "1/2/2025"), "không hiểu loại bước"),
        (("--kind", "contact", "--on", "1/2/2025", "--list", "7"), "không có danh sách số 7"),
    ],
)
def test_what_does_not_hold_is_refused_in_words(
    cell: Desk, words: tuple[str, ...], said: str
) -> None:
    before = shelf.digest(cell.ledger)

    ran = step(cell, *words)

    assert (ran.code, shelf.digest(cell.ledger)) == (2, before)
    assert said in ran.err
    assert "Gợi ý" in ran.err


def test_a_removal_without_a_reason_is_refused(cell: Desk) -> None:
    assert "lý do" in removed(cell).err


def test_an_application_younger_than_the_decision_is_refused(cell: Desk) -> None:
    ran = step(
        cell,
        *("--kind", "decision", "--outcome", "withdrew", "--reason", "family_hardship"),
        *("--paper", "3-QĐ", "--paper-date", "10/5/2025", "--applied", "11/5/2025"),
    )

    assert (ran.code, "sau ngày quyết định" in ran.err) == (2, True)


def test_whoever_has_left_does_not_leave_again(cell: Desk) -> None:
    removed(cell, "--reason", "unpaid_dues")

    ran = removed(cell, "--reason", "unpaid_dues", on="11/06/2025")

    assert (ran.code, "không ghi lần ra thứ hai" in ran.err) == (2, True)
    assert totals(cell)["REMOVED"] == 1


def test_the_same_decision_typed_twice_is_one_step(cell: Desk) -> None:
    removed(cell, "--reason", "unpaid_dues")

    again = removed(cell, "--reason", "unpaid_dues")

    assert (again.code, "Bước này đã ghi ở thay đổi số 2" in again.out) == (0, True)
    cell("undo", "--yes")
    assert totals(cell).get("REMOVED", 0) == 0


def test_nobody_leaves_before_coming(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)

    ran = removed(cell, "--reason", "unpaid_dues", on="10/05/1925")

    assert (ran.code, shelf.digest(cell.ledger)) == (2, before)
    assert "trước ngày vào Đảng" in ran.err


def test_a_milder_decision_about_whoever_has_left_brings_nobody_back(cell: Desk) -> None:
    removed(cell, "--reason", "unpaid_dues")

    ran = step(cell, *DECISION, "--outcome", "no_action", "--paper-date", "11/06/2025")

    assert "bước này không đưa ai trở lại" in ran.out
    assert totals(cell)["REMOVED"] == 1


def test_whoever_proposed_should_not_decide(cell: Desk) -> None:
    step(cell, "--kind", "proposal", "--on", "1/4/2025", "--by", "Đảng ủy xã Mẫu")

    ran = removed(cell, "--reason", "unpaid_dues", "--by", "đảng ủy xã mẫu")

    assert "vừa đề nghị vừa quyết định" in ran.out


# --- Worked examples ----------------------------------------------------------------------
def test_e11_a_removal_upon_an_application_is_a_withdrawal(cell: Desk) -> None:
    ran = removed(cell, "--reason", "far_work", "--note", "căn cứ đơn xin ra khỏi Đảng")

    assert "ghi là cho ra khỏi Đảng" in ran.out
    assert (totals(cell)["WITHDREW"], totals(cell).get("REMOVED", 0)) == (1, 0)


def test_e11_a_withdrawal_and_the_deletion_that_follows_are_one_exit(cell: Desk) -> None:
    step(
        cell,
        *("--kind", "decision", "--outcome", "withdrew", "--reason", "other"),
        *("--paper", "3-QĐ", "--paper-date", "10/5/2025"),
    )

    ran = removed(cell, "--reason", "other", on="20/05/2025")

    assert ran.code == 2
    assert (totals(cell)["WITHDREW"], totals(cell).get("REMOVED", 0)) == (1, 0)


def test_e12_a_probation_that_is_not_confirmed_is_a_removal_of_its_own(cell: Desk) -> None:
    removed(cell, "--reason", "probation_not_confirmed")

    report = cell("report", "2025", "--json").json

    assert report["totals"]["REMOVED"] == 1
    assert "PROBATION_NOT_CONFIRMED" in str(report["tables"])


def test_e12_an_exits_list_tells_of_the_same_decision_without_a_second_exit(
    cell: Desk,
) -> None:
    removed(cell, "--reason", "unpaid_dues", "--reason", "skip_meetings")
    row = ("Xóa tên", "12-QĐ/ĐU", "10/05/2025", None)

    ran = cell("import", exits_list(cell.folder, *row))

    assert ran.code == 0
    assert totals(cell)["REMOVED"] == 1
    (left,) = [m for m in cell("list", "--all", "--json").json["members"] if m["exit"]]
    assert left["exit"]["reasons"] == ["UNPAID_DUES", "SKIP_MEETINGS"]


def test_a_decision_that_an_exits_list_brought_first_is_linked(cell: Desk) -> None:
    cell("import", exits_list(cell.folder, "Xóa tên", "12-QĐ/ĐU", "10/05/2025", "Nợ đảng phí"))

    ran = removed(cell, "--reason", "unpaid_dues")

    assert (ran.code, totals(cell)["REMOVED"]) == (0, 1)
    (case,) = cell("review", "show", NAME, "--json").json["cases"]
    assert case["steps"][0]["exit"] is True


@pytest.mark.parametrize(
    ("yes", "convened", "said"),
    [(13, 20, "chưa đủ hai phần ba"), (14, 20, ": đủ hai phần ba"), (2, 3, ": đủ hai phần ba")],
)
def test_e16_two_thirds_are_of_those_convened(
    cell: Desk, yes: int, convened: int, said: str
) -> None:
    vote = ("--convened", str(convened), "--yes", str(yes))

    ran = step(cell, "--kind", "meeting", "--on", "1/3/2025", *vote)

    assert (ran.code, said in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("outcome", "reason", "said"),
    [
        ("removed", "unpaid_dues", "sớm nhất 10/05/2026"),
        ("removed", "skip_meetings", "Không xét kết nạp lại"),
        ("withdrew", "family_hardship", "chỉ khi gia đình đặc biệt khó khăn"),
        ("withdrew", "other", "Không xét kết nạp lại"),
    ],
)
def test_e23_the_reason_says_what_it_means_for_a_return(
    cell: Desk, outcome: str, reason: str, said: str
) -> None:
    decided = ("--paper", "1-QĐ", "--paper-date", "10/5/2023", "--reason", reason)

    ran = step(cell, "--kind", "decision", "--outcome", outcome, *decided)

    assert said in ran.out
    assert "cấp ủy có thẩm quyền quyết định" in ran.out


def test_e10_the_time_for_a_complaint_runs_from_the_day_of_receipt(cell: Desk) -> None:
    ran = removed(
        cell, "--reason", "unpaid_dues", "--on", "6/10/2025", "--json", on="1/10/2025"
    )

    (clock,) = ran.json["deadlines"]
    assert (clock["clock"], clock["last_day"]) == ("complaint", "2025-11-17")


def test_e10_the_time_for_an_answer_runs_from_the_complaint(cell: Desk) -> None:
    removed(cell, "--reason", "unpaid_dues", on="1/10/2025")

    ran = step(cell, "--kind", "complaint", "--on", "17/11/2025", "--json")

    days = [clock["last_day"] for clock in ran.json["deadlines"]]
    assert days == ["2026-03-23", "2026-07-27"]


@pytest.mark.parametrize("words", [("--watch", "--compare"), ("--lists", "--diff", "1")])
def test_two_views_at_once_are_refused(cell: Desk, words: tuple[str, ...]) -> None:
    ran = cell("flag", *words)

    assert (ran.code, "mỗi lần xem một thứ" in ran.err) == (2, True)


def test_what_was_typed_as_a_command_names_no_empty_place(cell: Desk) -> None:
    removed(cell, "--reason", "unpaid_dues")

    lines = cell("show", NAME).out.splitlines()

    assert [line for line in lines if "12-QĐ/ĐU" in line] == [
        "10/05/2025: xóa tên, quyết định 12-QĐ/ĐU (Không đóng đảng phí)"
    ]
