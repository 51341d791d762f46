"""Old Vietnamese through the real command: asked, answered by --encoding, told."""

from pathlib import Path

from e2e.books import ROSTER, workbook
from e2e.desk import Desk
from read.legacy.typing import in_tcvn3, in_vni

UNIT = "Chi bộ thôn Hạ"
PEOPLE = [
    ["1", "Nguyễn Văn Đường", "05/03/1979", "Nam", "099000000901", "03/02/2005", UNIT],
    ["2", "Trần Thị Phượng", "05/04/1979", "Nữ", "099000000902", "03/02/2006", UNIT],
]
STRAY = ["3", in_tcvn3("Trần Văn Hường"), "05/05/1979", "Nam", "099000000903", "", UNIT]


def names(desk: Desk) -> list[str]:
    return sorted(member["full_name"] for member in desk("list", "--json").json["members"])


def with_a_stray_name(desk: Desk) -> Path:
    return workbook(desk.folder / "a.xlsx", {"DS": [[*ROSTER], *PEOPLE, STRAY]})


def test_a_stray_old_name_stays_out_until_the_user_says_its_code(desk: Desk) -> None:
    file = with_a_stray_name(desk)

    first = desk("import", file)
    second = desk("import", file, "--encoding", "tcvn3")

    assert (first.code, second.code) == (3, 0)
    assert "--encoding tcvn3" in first.out
    assert names(desk) == ["Nguyễn Văn Đường", "Trần Thị Phượng", "Trần Văn Hường"]


def test_the_same_reading_twice_changes_nothing(desk: Desk) -> None:
    file = with_a_stray_name(desk)
    desk("import", file, "--encoding", "tcvn3")

    again = desk("import", file, "--encoding", "tcvn3", "--json").json

    assert again["change"] is None


def test_a_code_told_by_words_alone_is_said_with_an_example(desk: Desk) -> None:
    rows = [[in_vni(text) for text in row] for row in ([*ROSTER], *PEOPLE)]
    file = workbook(desk.folder / "a.xlsx", {"DS": rows})

    ran = desk("import", file, "--json")

    (table,) = ran.json["files"][0]["tables"]
    (told,) = [p for p in ran.json["files"][0]["problems"] if p["code"] == "legacy_decoded"]
    assert (ran.code, table["encoding"]) == (0, "vni")
    assert "Họ và tên" in told["message"]
