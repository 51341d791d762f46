"""Tables pasted from Word, in which a name goes on in the row below."""

from collections.abc import Callable

from partyroll.read.facts import ReadFile, RosterRow

Read = Callable[..., ReadFile]
HEADING = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
BINH = [2, "Lò Văn Bình", "05/03/1956", "099000000002"]


def names(file: ReadFile) -> list[str]:
    return [row.full_name for row in file.tables[0].rows if isinstance(row, RosterRow)]


def test_neither_part_of_a_broken_name_is_a_member(read: Read) -> None:
    top = [1, "Lò Văn", "05/03/1955", "099000000001"]

    file = read({"DS": [HEADING, top, [None, "An", "(tức Ba)", None], BINH]})

    assert names(file) == ["Lò Văn Bình"]
    assert sorted(one.row for one in file.set_aside) == [2, 3]
    assert {p.code for p in file.problems} >= {"name_in_pieces"}


def test_a_fault_beside_it_does_not_set_a_row_aside_twice(read: Read) -> None:
    top = [1, "Lò Văn", "05/03/", "099000000001"]

    file = read({"DS": [HEADING, top, [None, "An", 1955, None], BINH]})

    assert names(file) == ["Lò Văn Bình"]
    assert sorted(one.row for one in file.set_aside) == [2, 3]


def test_a_whole_name_without_a_number_is_a_person(read: Read) -> None:
    file = read({"DS": [HEADING, BINH, [None, "Lò Văn Chí", "05/03/1957", None]]})

    assert names(file) == ["Lò Văn Bình", "Lò Văn Chí"]


def test_a_name_of_one_word_with_its_own_number_is_a_person(read: Read) -> None:
    file = read({"DS": [HEADING, BINH, [3, "Sơn", "05/03/1957", None]]})

    assert names(file) == ["Lò Văn Bình", "Sơn"]
