"""Lists that went out, through the real command: printed again as they were, and compared."""

from e2e.desk import Desk

LAST_DAY = ("--as-of", "2025-12-31")


def test_a_list_is_written_again_to_the_byte_whatever_was_undone(sample_desk: Desk) -> None:
    first = sample_desk("flag", *LAST_DAY, "--xlsx", "--out", "first.xlsx")
    sample_desk("undo", "1", "--yes")
    again = sample_desk("flag", "--list", "1", "--xlsx", "--out", "again.xlsx")

    assert (first.code, again.code) == (0, 0)
    written = (sample_desk.folder / "again.xlsx").read_bytes()
    assert written == (sample_desk.folder / "first.xlsx").read_bytes()


def test_what_a_list_said_in_json_it_says_again(sample_desk: Desk) -> None:
    first = sample_desk("flag", *LAST_DAY, "--save", "--json").json
    sample_desk("undo", "1", "--yes")
    again = sample_desk("flag", "--list", "1", "--json").json

    assert again == first
    assert first["list"]["number"] == 1


def test_looking_alone_keeps_nothing(sample_desk: Desk) -> None:
    sample_desk("flag", *LAST_DAY)
    sample_desk("flag", *LAST_DAY, "--json")
    sample_desk("flag", *LAST_DAY, "--csv")

    assert sample_desk("flag", "--lists", "--json").json["lists"] == []


def test_a_bare_undo_takes_back_facts_and_names_them(sample_desk: Desk) -> None:
    sample_desk("flag", *LAST_DAY, "--save")
    ran = sample_desk("undo", "--yes")

    assert "Thay đổi số 2" in ran.err
    assert "exits-2020-2025.xlsx" in ran.err


def test_a_difference_names_the_change(sample_desk: Desk) -> None:
    sample_desk("flag", *LAST_DAY, "--save")
    sample_desk("undo", "1", "--yes")
    found = sample_desk("flag", "--diff", "1", *LAST_DAY, "--json").json

    assert found["list"]["people"] == {"review": 12, "check_reason": 5, "watch": 7}
    assert {person["now"] for person in found["people"]} == {None}
    assert {tuple(person["changes"]) for person in found["people"]} == {(4,)}
    assert [change["kind"] for change in found["changes"]] == ["undo"]
