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
