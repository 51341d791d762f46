"""Ids need no server: unique, in the order they were given."""

from itertools import islice
from uuid import UUID

import pytest

from partyroll.store.ids import Ids, tokens


def test_ids_rise_in_the_order_they_are_given() -> None:
    ids = Ids()
    given = [ids.new() for _ in range(20_000)]

    assert given == sorted(given)


def test_ids_taken_together_are_the_next_ones() -> None:
    ids = Ids()
    given = [ids.new(), *ids.take(3), ids.new(), *ids.take(0), ids.new()]

    assert len(given) == 6
    assert given == sorted(set(given))


def test_no_id_is_given_twice_even_by_two_windows() -> None:
    one, other = Ids(), Ids()
    given = [ids.new() for _ in range(5_000) for ids in (one, other)]

    assert len(set(given)) == len(given)


def test_ids_rise_while_the_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_700_000_000_000_000_000)
    ids = Ids()
    given = [ids.new() for _ in range(100)]

    assert given == sorted(set(given))


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = UUID(Ids().new())

    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_an_id_begins_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 0x0192_0000_0000 * 1_000_000)

    assert Ids().new().startswith("01920000-0000-7")


def test_tokens_are_long_and_never_the_same() -> None:
    drawn = list(islice(tokens(), 1_000))  # more than the system gives at once

    assert len(set(drawn)) == 1_000
    assert {len(token) for token in drawn} == {32}
    assert set("".join(drawn)) == set("0123456789abcdef")
