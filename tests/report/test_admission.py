"""Targets of admission against results: shares, sources, what is not known."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Gender
from partyroll.report.admission import (
    AdmissionResults,
    Base,
    NewMember,
    UnitYear,
    admission_results,
    origin_group,
    results_table,
    targets_apart,
)

TOP = UnitYear("U", ("Đảng bộ xã Mẫu",), 4, Base(50))
CELL = UnitYear("C", ("Đảng bộ xã Mẫu", "Chi bộ 1"), 3)
WHOLE = UnitYear("", (), 4, Base(50))


def new(
    age: tuple[int, int] | None = (25, 25), *, units: tuple[str, ...] = ("U", "C"), **said: str
) -> NewMember:
    gender = Gender(said["gender"]) if "gender" in said else None
    return NewMember(units, age, gender, said.get("origin", ""), said.get("ethnicity", ""))


def found(*people: NewMember) -> AdmissionResults:
    return admission_results(2025, people, [TOP, CELL], WHOLE, youth_age=30)


def test_a_unit_counts_with_all_below_it() -> None:
    result = found(new(), new(units=("U", "D")))

    assert [one.admitted for one in result.units] == [2, 1]
    assert result.whole.admitted == 2


def test_shares_are_of_the_units_own_target_and_members() -> None:
    top, cell = found(new()).units

    assert (top.of_target, top.of_base) == (25.0, 2.0)
    assert (cell.of_target, cell.of_base) == (33.3, None)


def test_the_young_are_those_who_are_young_for_certain() -> None:
    (top, _) = found(new((30, 30)), new((30, 31)), new((31, 31)), new(None)).units

    assert top.young == 1


def test_the_average_age_is_of_those_whose_birth_date_is_known() -> None:
    (top, _) = found(new((20, 20)), new((29, 31)), new(None)).units

    assert top.average_age == 25.0


def test_nobodys_age_gives_no_average() -> None:
    assert found(new(None)).units[0].average_age is None


@pytest.mark.parametrize(
    ("ethnicities", "minority"),
    [((), None), (("", ""), None), (("Kinh", "Thái"), 1), (("kinh", ""), 0), (("Mông",), 1)],
)
def test_ethnic_minorities_are_counted_only_where_ethnicity_was_imported(
    ethnicities: Iterable[str], minority: int | None
) -> None:
    assert found(*(new(ethnicity=one) for one in ethnicities)).whole.minority == minority


def test_columns_that_say_nothing_are_not_printed() -> None:
    keys = {column.key for column in results_table(found(new())).columns}

    assert "minority" not in keys
    assert "women" in keys


def test_what_is_unknown_is_said_beside_the_numbers() -> None:
    notes = found(new(gender="Nữ"), new(None)).notes

    assert "1 người chưa ghi giới tính; 1 người chưa ghi ngày sinh" in notes[-1]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Đoàn thanh niên", "YOUTH_UNION"),
        ("Đoàn TNCS HCM xã", "YOUTH_UNION"),
        ("đoàn viên", "YOUTH_UNION"),
        ("Công đoàn cơ sở", "TRADE_UNION"),
        ("Đoàn viên công đoàn", "TRADE_UNION"),
        ("Bộ đội xuất ngũ, đoàn viên", "DISCHARGED"),
        ("Công an hoàn thành nghĩa vụ", "DISCHARGED"),
        ("Sinh viên", "STUDENT"),
        ("Công nhân Công ty may", "ENTERPRISE"),
        ("Hội LHPN xã", "WOMEN_UNION"),
        ("Hội nông dân", "FARMERS_UNION"),
        ("Hội CCB", "VETERANS"),
        ("Ban công tác Mặt trận thôn", "FRONT"),
        ("tự nguyện", "OTHER"),
        ("", "UNSTATED"),
    ],
)
def test_who_proposed_somebody_is_told_by_the_words_of_the_office(
    written: str, code: str
) -> None:
    assert origin_group(written)[0] == code


def test_sources_come_by_number_the_unstated_last() -> None:
    sources = found(new(), new(), new(origin="Công đoàn"), new(origin="tự nguyện")).sources

    assert [(code, number) for code, _, number in sources] == [
        ("TRADE_UNION", 1),
        ("OTHER", 1),
        ("UNSTATED", 2),
    ]


@given(st.lists(st.sampled_from(["Đoàn thanh niên", "Công đoàn", "", "x"]), max_size=20))
def test_sources_add_up_to_the_admitted(origins: list[str]) -> None:
    result = found(*(new(origin=one) for one in origins))

    assert sum(number for _, _, number in result.sources) == result.whole.admitted


def test_targets_that_do_not_add_up_are_told() -> None:
    below = {"U": ["C", "D"], "C": []}

    assert targets_apart({"U": 4, "C": 3, "D": 2}, below) == {"U": (4, 5)}
    assert targets_apart({"U": 4, "C": 3, "D": 1}, below) == {}
    assert targets_apart({"U": 4}, below) == {}
