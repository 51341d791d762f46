"""Cells come back from the reading process as they went in."""

import io
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.guard.wire import chunks, packed_rows, receive, send, unpacked_rows

VALUES = st.one_of(
    st.text(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@given(st.lists(st.lists(VALUES)))
def test_any_rows_come_back_as_they_are(rows: list[list[object]]) -> None:
    pipe = io.BytesIO()
    send(pipe, ["rows", rows])
    pipe.seek(0)

    assert receive(pipe) == ["rows", rows]


@pytest.mark.parametrize(
    "value",
    [date(1900, 1, 1), datetime(1979, 3, 5, 7, 30), time(23, 59, 59), timedelta(days=-3), True],  # noqa: DTZ001 (cells know no zone)
)
def test_types_are_kept(value: object) -> None:
    pipe = io.BytesIO()
    send(pipe, value)
    pipe.seek(0)

    assert type(receive(pipe)) is type(value)


def test_half_a_message_is_the_end_of_the_other_side() -> None:
    pipe = io.BytesIO()
    send(pipe, ["rows", [["Nguyễn Văn An"]]])

    with pytest.raises(EOFError):
        receive(io.BytesIO(pipe.getvalue()[:-3]))


@given(st.lists(st.lists(VALUES)), st.integers(1, 40))
def test_rows_come_back_from_their_chunks(rows: list[list[object]], times: int) -> None:
    many = [*rows] * times

    packed = [packed_rows(chunk) for chunk in chunks(many)]

    assert [row for one in packed for row in unpacked_rows(one)] == many


@given(
    st.lists(
        st.lists(
            st.sampled_from(["Kinh", "", "1", 1, 1.0, True, 0.0, -0.0, date(2020, 1, 1)]),
            max_size=4,
        ),
        max_size=30,
    )
)
def test_values_that_repeat_keep_their_types(rows: list[list[object]]) -> None:
    many = [*rows, *rows, *rows]

    came = unpacked_rows(packed_rows(many))

    assert repr(came) == repr(many)


def test_a_text_that_repeats_is_sent_once() -> None:
    rows = [["Chi bộ Thôn Đông", f"Đảng viên {number}"] for number in range(200)]

    packed = packed_rows(rows)

    assert packed.count("Chi bộ Thôn Đông".encode()) == 1
    assert packed.count("Đảng viên".encode()) == 200


def test_a_wide_row_below_narrow_ones_is_packed_with_few_of_them() -> None:
    rows = [["An"]] * 60_000 + [["x"] * 16_000] * 4 + [["An"]] * 5

    areas = [len(chunk) * max(map(len, chunk)) for chunk in chunks(rows)]

    assert max(areas) <= 50_000
    assert [len(chunk) for chunk in chunks(rows)] == [50_000, 10_000, 3, 3, 3]
