"""The two streams: what is a result and what is talk, in a window and in a pipe."""

import io

import pytest

from cli.sessions import Terminal
from partyroll.cli.screen import Screen

TITLES = ("Họ và tên", "Chi bộ", "Số")


@pytest.fixture(autouse=True)
def _window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")


def shown(
    rows: list[tuple[str, str, int]], **options: int | str | tuple[int, ...]
) -> list[str]:
    out = Terminal()
    Screen(out=out, err=io.StringIO()).table(TITLES, rows, **options)  # type: ignore[arg-type]
    return out.getvalue().splitlines()


def test_a_table_lines_up_letters_of_any_tone() -> None:
    lines = shown([("Nguyễn Thị Hường", "Chi bộ 1", 7), ("Lý An", "Chi bộ 10", 12)])

    assert lines == [
        "Họ và tên         Chi bộ     Số",
        "───────────────────────────────",
        "Nguyễn Thị Hường  Chi bộ 1    7",
        "Lý An             Chi bộ 10  12",
        "",
    ]


def test_a_narrow_window_breaks_lines_and_swallows_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "24")

    lines = shown([("Nguyễn Thị Hường", "Chi bộ Trường Tiểu học", 123_456)])

    assert max(map(len, lines)) <= 24
    assert "…" not in "".join(lines)
    assert any("123456" in line for line in lines)


def test_the_indent_of_a_tree_stays_on_every_line() -> None:
    lines = shown([("  Đảng bộ Công ty Cao su", "Chi bộ Trường Tiểu học", 1)])

    assert lines[2].startswith("  Đảng")
    assert lines[3].startswith("  ")
    assert not lines[3].startswith("    ")


def test_data_is_never_markup_and_cannot_command_the_terminal() -> None:
    (_, _, row, *_) = shown([("[red]An[/red] [/dân phố]", "\x1b[31mĐỏ\x07", 1)])

    assert row.startswith("[red]An[/red] [/dân phố]")
    assert "\x1b" not in row
    assert "\x07" not in row


def test_a_long_table_says_how_much_is_left_out() -> None:
    lines = shown([(f"Lò Văn {n}", "Chi bộ 1", n) for n in range(10)], limit=4)

    assert lines[-2] == "… và 6 dòng nữa, dùng --xlsx hoặc --json"
    assert sum("Lò Văn" in line for line in lines) == 4


def test_in_a_pipe_a_record_is_a_line_and_nothing_is_left_out() -> None:
    out = io.StringIO()

    Screen(out=out).table(TITLES, [("An\tB", "Chi bộ\n1", 3)] * 100, title="Ai", limit=4)

    assert out.getvalue().splitlines() == ["An B\tChi bộ 1\t3"] * 100


def test_prose_breaks_between_words_and_keeps_its_indent() -> None:
    out = Terminal()

    Screen(out=out).say("  một hai ba bốn năm sáu bảy tám chín mười\nGợi ý: x", prose=True)

    assert out.getvalue() == "  một hai ba bốn năm sáu bảy tám chín\n    mười\nGợi ý: x\n"


def test_quiet_silences_talk_but_no_failure() -> None:
    err = io.StringIO()
    screen = Screen(quiet=True, out=io.StringIO(), err=err)

    screen.note("ba người")
    screen.error("Lỗi: hỏng")

    assert err.getvalue() == "Lỗi: hỏng\n"


def test_progress_shows_past_a_second_and_is_wiped_before_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, err = Terminal(), Terminal()
    screen = Screen(out=out, err=err)
    screen.progress("Danh sách", 1, 4)
    monkeypatch.setattr("partyroll.cli.screen._VISIBLE_AFTER", -1.0)

    screen.progress("Danh sách", 2, 4)
    screen.say("xong")

    assert err.getvalue() == "\r\x1b[KDanh sách 50%\r\x1b[K"


@pytest.mark.parametrize(
    ("typed", "meant"), [("c\n", True), ("Có\n", True), ("\n", False), ("không\n", False)]
)
def test_a_question_takes_yes_only_for_yes(
    typed: str, *, meant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = Terminal(typed)
    monkeypatch.setattr("sys.stdin", keys)

    assert Screen(out=Terminal(), err=Terminal()).ask("Hoàn tác?") is meant


def test_where_nobody_can_answer_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("c\n"))
    err = io.StringIO()

    assert Screen(out=Terminal(), err=err).ask("Hoàn tác?") is None
    assert err.getvalue() == ""


# --- Bars ---------------------------------------------------------------------------------
YEARS = [("2020", "Chi bộ 1", 10), ("2021", "Chi bộ 1", 5), ("Cộng", "Chi bộ 1", 15)]


def test_bars_stand_beside_rows_as_long_as_their_numbers() -> None:
    lines = shown(YEARS, bars=(10, 5, 0))

    assert lines[2:5] == [
        "2020       Chi bộ 1  10  ███████████████",
        "2021       Chi bộ 1   5  ███████▌",
        "Cộng       Chi bộ 1  15",
    ]


def test_the_smallest_number_is_seen_and_nothing_has_no_bar() -> None:
    lines = shown(YEARS, bars=(1000, 1, 0))

    assert lines[3].endswith("5  ▌")
    assert lines[4].endswith("15")


def test_where_nothing_happened_there_is_no_bar() -> None:
    assert shown(YEARS, bars=(0, 0, 0)) == shown(YEARS)


def test_a_window_without_room_shows_no_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "22")

    assert "█" not in "".join(shown(YEARS, bars=(10, 5, 0)))


def test_a_pipe_has_no_bars() -> None:
    out = io.StringIO()

    Screen(out=out, err=io.StringIO()).table(TITLES, YEARS, bars=(10, 5, 0))

    assert out.getvalue().splitlines()[0] == "2020\tChi bộ 1\t10"
