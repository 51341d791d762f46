"""How commands end: exit codes for what really happens, calm words, nothing left behind."""

import errno
import io
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from e2e.books import AN, BINH, roster, roster_rows, workbook
from e2e.desk import Desk
from partyroll.cli.run import main
from partyroll.store import ledger as ledger_room
from partyroll.tasks import importing, reviewing
from partyroll.tasks.recording import files as recording

CANARY = "ZZCANARY0123"
PROGRAM = (sys.executable, "-m", "partyroll")


@pytest.fixture
def started(desk: Desk) -> Desk:
    """A desk with a ledger of three people."""
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def command(desk: Desk, *args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a program of its own."""
    return subprocess.run(
        [*PROGRAM, *args],
        cwd=desk.folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


# --- What the user can act on -------------------------------------------------------------
@pytest.mark.parametrize(
    "words",
    [
        ("flag",),
        ("list",),
        ("report", "2024"),
        ("show", "An"),
        ("check",),
        ("undo",),
        ("history",),
    ],
    ids=lambda words: words[0],
)
def test_without_a_ledger_it_says_how_to_begin(words: tuple[str, ...], desk: Desk) -> None:
    ran = desk(*words)

    assert (ran.code, ran.out) == (10, "")
    assert "partyroll import" in ran.err


@pytest.mark.parametrize("words", [("flag", "--bogus"), ("nonsense",), ("report",)])
def test_wrong_usage_ends_with_2(words: tuple[str, ...], desk: Desk) -> None:
    ran = desk(*words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Lệnh gõ chưa đúng: ")
    assert "--help" in ran.err


def test_a_missing_workbook_ends_with_1_and_makes_no_ledger(desk: Desk) -> None:
    ran = desk("import", "khong-co.xlsx")

    assert (ran.code, ran.out) == (1, "")
    assert "khong-co.xlsx: không tìm thấy tệp" in ran.err
    assert not desk.ledger.exists()


def test_of_several_workbooks_the_good_ones_go_in(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "khong-co.xlsx")

    assert ran.code == 3
    assert "Không nhập khong-co.xlsx" in ran.out
    assert len(desk("list", "--json").json["members"]) == 3


def test_a_row_set_aside_ends_with_3(desk: Desk) -> None:
    wrong = (BINH[0], "31/02/1980", *BINH[2:])
    path = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, wrong])})

    ran = desk("import", path)

    assert ran.code == 3
    assert "Danh sách › C3 “31/02/1980”" in ran.out


def test_an_empty_list_is_a_success(started: Desk) -> None:
    ran = started("flag", "--year", "2024")

    assert ran.code == 0
    assert "Chưa có sổ đảng phí" in ran.err


def test_a_ledger_another_window_writes_to_is_busy(
    started: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = partial(ledger_room.open_ledger, busy_milliseconds=50)
    monkeypatch.setattr(importing, "open_ledger", impatient)
    path = workbook(started.folder / "b.xlsx", {"Danh sách": roster_rows([AN])})

    with closing(sqlite3.connect(started.ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = started("import", path)

    assert (ran.code, ran.out) == (11, "")
    assert "cửa sổ partyroll khác" in ran.err


@pytest.mark.parametrize("content", [b"", b"not a ledger at all, only text\n" * 40])
def test_another_file_is_no_ledger(content: bytes, desk: Desk) -> None:
    desk.ledger.write_bytes(content)

    ran = desk("list")

    assert (ran.code, ran.out) == (10, "")
    assert desk.ledger.read_bytes() == content


def test_another_programs_database_is_no_ledger(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.ledger)) as other:
        other.execute("CREATE TABLE person (name TEXT)")
        other.commit()

    assert desk("list").code == 10
    assert desk("import", roster(desk.folder)).code == 10


def test_a_ledger_of_a_newer_version_is_left_alone(started: Desk) -> None:
    with closing(sqlite3.connect(started.ledger)) as future:
        future.execute("PRAGMA user_version = 99")

    ran = started("list")

    assert (ran.code, ran.out) == (12, "")
    assert "phiên bản 99" in ran.err


def test_a_name_changed_outside_the_program_is_found(started: Desk) -> None:
    with closing(sqlite3.connect(started.ledger, isolation_level=None)) as hand:
        triggers = hand.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        hand.executescript("".join(f"DROP TRIGGER {name};" for (name,) in triggers.fetchall()))
        hand.execute("UPDATE person_version SET full_name = 'Lò Văn Ân' WHERE row = 2")

    ran = started("check")

    assert ran.code == 13
    assert "thay đổi số 1" in ran.out


def test_contradictions_without_tampering_end_with_1(desk: Desk) -> None:
    born_after = ("Lò Văn Em", "1960", "Nam", "099000000909", None)
    path = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([born_after])})
    sheet = [
        ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Hình thức", "Ngày quyết định"),
        (1, "Lò Văn Em", "1960", "Chi bộ thôn Hạ", "Xóa tên", "05/03/2023"),
    ]
    exits = workbook(desk.folder / "ra.xlsx", {"Ra khỏi Đảng": sheet})
    desk("import", path, exits)

    ran = desk("check")

    assert ran.code == 1
    assert "thiếu số hoặc ngày quyết định" in ran.out


# --- What nobody planned ------------------------------------------------------------------
def test_ctrl_c_stops_and_leaves_no_half_made_ledger(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(recording, "mark_missing", interrupt)
    # A shell that runs the suite in the background has told it to ignore the key.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    try:
        ran = desk("import", roster(desk.folder))
    finally:
        signal.signal(signal.SIGINT, before)

    assert (ran.code, ran.out, ran.err) == (130, "", "Đã dừng. Sổ không bị thay đổi.\n")
    assert list(desk.folder.glob("partyroll.db*")) == []


def canaries(folder: Path) -> Path:
    """Write a workbook that says the canary wherever it may say anything."""
    sheet = [
        ("STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Quê quán", "Chi bộ", "Ghi chú"),
        (1, f"Lò {CANARY}", "1970", "099000000901", CANARY, f"Chi bộ {CANARY}", CANARY),
        (2, f"Lê {CANARY}", CANARY, CANARY, CANARY, f"Chi bộ {CANARY}", CANARY),
    ]
    return workbook(folder / "canary.xlsx", {"Danh sách": sheet})


@pytest.mark.parametrize(
    ("room", "step"),
    [(importing, "read_workbook"), (recording, "mark_missing"), (recording, "begin_change")],
)
def test_an_unexpected_failure_is_one_calm_sentence_and_a_log_without_names(
    room: ModuleType, step: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        try:
            int(CANARY)
        except ValueError as cause:
            raise RuntimeError(CANARY) from cause

    monkeypatch.setattr(room, step, fail)
    monkeypatch.setattr("tempfile.tempdir", str(desk.folder))
    path = canaries(desk.folder)

    ran = desk("import", path)

    (log,) = desk.folder.glob("partyroll-*.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Lỗi ngoài dự kiến. Sổ không bị thay đổi.\n")
    assert str(log) in ran.err
    assert CANARY not in ran.err + log.read_text("utf-8")
    assert "RuntimeError" in log.read_text("utf-8")
    assert not desk.ledger.exists()


def test_the_databases_own_failures_quote_no_value(
    started: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(started.folder))
    with closing(sqlite3.connect(started.ledger, isolation_level=None)) as hand:
        hand.execute("DROP TABLE missing_mark")
    path = canaries(started.folder)

    ran = started("import", path)

    logs = "".join(log.read_text("utf-8") for log in started.folder.glob("partyroll-*.txt"))
    assert ran.code != 0
    assert CANARY not in ran.out + ran.err + logs


def test_talk_beside_the_result_names_nobody(desk: Desk) -> None:
    path = canaries(desk.folder)

    said = [desk("import", path), desk("list"), desk("flag", "--year", "2024"), desk("check")]

    assert [ran.err for ran in said if CANARY in ran.err] == []


@pytest.mark.parametrize("words", [("list", "--json"), ("list", "--quiet"), ("--help",)])
def test_a_closed_pipe_is_no_failure(words: tuple[str, ...], started: Desk) -> None:
    with subprocess.Popen(
        [*PROGRAM, *words],
        cwd=started.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (0, b"")


def test_a_pipe_closed_while_it_is_written_to_is_no_failure(
    started: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError(errno.EPIPE, "nobody listens")

    with monkeypatch.context() as streams:
        streams.setattr("sys.stdout", Closed())
        code = main(["list", "--json"])

    assert code == 0


# --- The machine around it ----------------------------------------------------------------
def test_an_old_console_encoding_does_not_matter(started: Desk) -> None:
    ran = command(started, "list", PYTHONIOENCODING="cp1252")

    assert ran.returncode == 0
    assert "Lò Thị Bình\t" in ran.stdout.decode("utf-8")
    assert "người" in ran.stderr.decode("utf-8")


def test_help_pays_for_no_heavy_library() -> None:
    script = """
import contextlib, io, sys
from partyroll.cli.commands import PLACES
from partyroll.cli.run import main
heavy = {"pandas", "numpy", "sqlalchemy", "openpyxl", "xlsxwriter", "python_calamine"}
names = list(PLACES)
assert len(names) >= 15, names
with contextlib.redirect_stdout(io.StringIO()) as printed:
    codes = [main([*words, "--help"]) for words in ([], *([name] for name in names))]
assert set(codes) == {0}, codes
assert printed.getvalue().count("Cách gõ: ") == len(codes)
print(sorted(heavy & set(sys.modules)))
"""

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

    assert (ran.stdout, ran.stderr) == (b"[]\n", b"")


def test_nothing_opens_a_socket(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        message = "a socket was opened"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)

    codes = [
        desk("import", roster(desk.folder)).code,
        desk("flag", "--year", "2024", "--xlsx").code,
        desk("report", "2020-2025", "--xlsx").code,
        desk("list", "--csv").code,
    ]

    assert codes == [0, 0, 0, 0]


def test_a_setting_that_cannot_be_used_is_named(started: Desk) -> None:
    (started.folder / "partyroll.toml").write_text("[rule]\nmonths = 13\n", "utf-8")

    ran = started("flag")

    assert (ran.code, ran.out) == (1, "")
    assert "partyroll.toml: thiết lập “months” không dùng được giá trị “13”" in ran.err


def test_a_full_disk_is_told_and_changes_nothing(
    started: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = started.ledger.read_bytes()

    def full(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(reviewing, "latest_book_year", full)

    ran = started("flag")

    assert (ran.code, ran.out) == (1, "")
    assert "ổ đĩa đầy" in ran.err
    assert started.ledger.read_bytes() == before
    assert ledger_room.BUSY_MILLISECONDS >= 5_000
