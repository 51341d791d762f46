from docs.consoles import Console, consoles, masked, shows

PAGE = """Some words.

```console
$ partyroll import roster.xlsx
Đã tạo sổ mới: partyroll.db
…
$ partyroll check
Không thấy điều gì mâu thuẫn. Mã sổ: 0123456789
```
"""


def test_a_page_is_read_as_commands_and_what_they_show() -> None:
    assert consoles(PAGE) == [
        Console("partyroll import roster.xlsx", ("Đã tạo sổ mới: partyroll.db", "…")),
        Console("partyroll check", ("Không thấy điều gì mâu thuẫn. Mã sổ: <mã>",)),
    ]


def test_the_same_lines_are_shown() -> None:
    assert shows(("một", "hai"), ["một", "", "hai"])


def test_lines_may_be_left_out_where_the_page_says_so() -> None:
    assert shows(("một", "…", "bốn"), ["một", "hai", "ba", "bốn"])


def test_a_line_left_out_silently_is_a_difference() -> None:
    assert not shows(("một", "bốn"), ["một", "hai", "bốn"])


def test_another_number_is_a_difference() -> None:
    assert not shows(("xóa tên 708", "…"), ["xóa tên 709", "xin ra 733"])


def test_the_order_of_lines_matters() -> None:
    assert not shows(("…", "hai", "…", "một", "…"), ["một", "hai"])


def test_the_day_of_printing_makes_no_difference() -> None:
    assert masked("24 người, tính đến 22/11/2026.") == masked("24 người, tính đến 01/12/2027.")


def test_a_day_of_the_workbooks_does() -> None:
    assert masked("Kỳ báo cáo: từ 01/01/2020") != masked("Kỳ báo cáo: từ 01/01/2021")
