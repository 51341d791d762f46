"""Whole sessions as a clerk sees them; `make golden` writes them anew for a person to read."""

import shutil
from pathlib import Path

import pytest

from cli.sessions import session
from e2e.desk import SAMPLE, SAMPLE_FILES, Desk

GOLDEN = Path(__file__).parent / "golden"
DAY = "--as-of 2025-12-31"
FIRST = [
    "partyroll import roster.xlsx --dry-run",
    "partyroll import roster.xlsx",
    "partyroll import roster.xlsx",
    "partyroll import exits-2020-2025.xlsx headcounts.xlsx missing.xlsx",
    "partyroll undo --dry-run",
    "partyroll undo --yes",
    "partyroll undo 2",
    "partyroll undo 9",
    "partyroll history",
]
LATER = {
    "flag": [f"partyroll flag {DAY}"],
    "lists": [
        f"partyroll flag {DAY} --months 5 --save",
        "partyroll flag --lists",
        "partyroll flag --list 1",
        f"partyroll flag --diff 1 {DAY}",
        f"partyroll flag --diff 1 {DAY} --months 5",
        "partyroll flag --list 9",
    ],
    "report": ["partyroll report 2020-2025"],
    "list": [
        f'partyroll list {DAY} --unit "Chi bộ Trạm Y tế"',
        "partyroll list --unit 'Chi bộ thôn'",
        "partyroll list --unit 'Chi bộ 1'",
        "partyroll list --unit 'không đâu'",
    ],
    "show": [
        "partyroll show 'Lê Hồng Vân'",
        "partyroll show 099090000174 --full-ids --year 2025",
        "partyroll show 'Nguyễn Văn Ước'",
        "partyroll show 'Không Có Ai'",
    ],
    "review": [
        f"partyroll flag {DAY} --unit 'Chi bộ thôn Đoài' --save --quiet",
        "partyroll review list",
        (
            "partyroll review step 'Đinh Hữu Vinh' --kind contact --on 5/1/2026"
            " --by 'Bí thư chi bộ' --note 'chưa gặp được'"
        ),
        (
            "partyroll review step 'Đinh Hữu Vinh' --kind meeting --on 10/1/2026 --outcome"
            " 'đề nghị xóa tên' --convened 20 --yes 13 --paper 04-NQ/CB --paper-date 10/1/2026"
        ),
        "partyroll review step 'Lê Hồng Vân' --kind meeting --on 10/1/2026 --outcome no_action",
        "partyroll review step 'Đinh Hữu Vinh' --kind meeting --on 10/1/2026 --outcome removed",
        (
            "partyroll review step 'Đinh Hữu Vinh' --kind decision --outcome removed"
            " --paper 12-QĐ/ĐU --paper-date 12/1/2026 --on 14/1/2026"
            " --reason 'không đóng đảng phí'"
        ),
        "partyroll review list",
        "partyroll review show 'Đinh Hữu Vinh'",
        f"partyroll flag {DAY} --unit 'Chi bộ thôn Đoài'",
        "partyroll review step 'Đinh Hữu Vinh' --kind 'gặp'",
    ],
    "excuse": [
        "partyroll excuse list",
        "partyroll excuse list --noted --year 2025 --unit 'Chi bộ thôn Đoài'",
        "partyroll excuse accept n3 n4 --by 'Chi ủy' --on 5/1/2026 --paper 02-BB/CB",
        "partyroll excuse reject n18 --by 'Chi bộ'",
        "partyroll excuse reject n18 --by 'Chi bộ'",
        (
            "partyroll excuse add 'Đinh Hữu Vinh' --kind 'ốm' --from 1/3/2025 --to 31/5/2025"
            " --reason 'mổ ruột thừa'"
        ),
        "partyroll excuse list --pending",
        "partyroll excuse accept 13",
        "partyroll excuse accept 13 --by 'Chi ủy'",
        "partyroll excuse reject 1 --by 'Chi ủy'",
        "partyroll excuse add 'Đinh Hữu Vinh' --kind EXEMPT --from 1/1/2026",
        "partyroll excuse end 1 --on 30/6/2026",
        "partyroll excuse list --year 2025",
    ],
    "support": [
        "partyroll support list",
        "partyroll support add 'Đinh Hữu Vinh' --need 'hộ cận nghèo' --since 10/2025",
        (
            "partyroll support add 'Đinh Hữu Vinh' --measure 'cho vay vốn' --amount '10 triệu'"
            " --by 'Hội Nông dân' --on 5/1/2026"
        ),
        "partyroll support add 'Lê Hồng Vân' --need 'mới xuất ngũ' --since 12/2025",
        "partyroll support add 'Lê Hồng Vân' --need 'mới xuất ngũ' --since 12/2025",
        "partyroll support list",
        "partyroll support close 1 --outcome 'khá hơn' --on 12/1/2026",
        "partyroll support close 9 --outcome 'khá hơn'",
        "partyroll support award 'Lê Hồng Vân' --form 'Huy hiệu 30 năm' --on 3/2/2025",
        "partyroll support discipline 'Đinh Hữu Vinh' --form 'nhắc nhở'",
        "partyroll support discipline 'Đinh Hữu Vinh' --form 'khiển trách' --on 6/2025",
        "partyroll support list --only all",
        "partyroll support awards",
        "partyroll support disciplined",
        "partyroll support measures 2026",
        "partyroll support signs 'Đinh Hữu Vinh'",
        "partyroll support signs --unit 'Chi bộ thôn Đoài'",
    ],
    "away": [
        "partyroll away list",
        "partyroll away add 'Đinh Hữu Vinh' --place 'Đồng Nai' --from 3/2025",
        (
            "partyroll away add 'Lê Hồng Vân' --place 'Nhật Bản' --from 1/8/2025 --to 7/2028"
            " --contact '0990 000 001 (mẹ)' --paper 'đơn ngày 20/7/2025'"
        ),
        "partyroll away list",
        "partyroll away contact 'Đinh Hữu Vinh' --on 10/1/2026 --contact '0990 000 002'",
        "partyroll away list --only no-paper",
        "partyroll away end 'Đinh Hữu Vinh' --on 12/1/2026",
        "partyroll away end 'Đinh Hữu Vinh' --on 13/1/2026",
        "partyroll away end 'Phan Xuân Tùng' --on 13/1/2026",
        "partyroll away list --only returned",
        "partyroll away list --only moving",
    ],
    "admission": [
        (
            "partyroll admission add 'Lò Văn Em' --unit 'Chi bộ thôn Đoài' --birth 5/3/2000"
            " --origin 'Đoàn thanh niên' --helper 'Lê Hồng Vân' --on 1/8/2024"
        ),
        "partyroll admission add 'Lò Văn Em' --unit 'Chi bộ thôn Đoài' --birth 5/3/2000",
        "partyroll admission step 'Lò Văn Em' --stage 'lớp nhận thức' --on 12/2020 --paper 123",
        "partyroll admission step 'Lò Văn Em' --stage đơn --on 5/9/2025",
        (
            "partyroll admission step 'Lò Văn Em' --stage 'nghị quyết của chi bộ'"
            " --on 20/12/2025 --paper 07-NQ/CB --votes 13/17/20"
        ),
        "partyroll admission list --unit 'Chi bộ thôn Đoài'",
        "partyroll admission step 'Lò Văn Em' --stage 'lý lịch' --on 5/9/2025",
        "partyroll admission end 'Lò Văn Em' --on 10/1/2026",
        "partyroll admission end 'Lò Văn Em' --on 10/1/2026 --reason 'đi làm xa'",
        "partyroll admission target 'Đảng bộ xã Mẫu' --year 2025 --number 6 --paper 12-KH/ĐU",
        "partyroll admission results --year 2025",
        "partyroll admission results --year 2030",
    ],
    "template": [
        "partyroll template xep-loai --year 2025 --unit 'Chi bộ thôn Đông'",
        "partyroll import mau-xep-loai-2025.xlsx",
        "partyroll template luong",
    ],
    "check": ["partyroll check", "partyroll config", "partyroll --version"],
}
WRONG = [
    "partyroll flag",
    "partyroll nonsense",
    "partyroll repport 2020-2025",
    "partyroll flag --mont 3",
    "partyroll flag --months 99",
    "partyroll flag --ground all-of-it",
    "partyroll flag --year",
    "partyroll flag --as-of 31/02/2025",
    "partyroll report",
    "partyroll report gần đây",
    "partyroll report 2025-2020",
    "partyroll flag --months ba",
    "partyroll flag --json=1",
    "partyroll report 2020-2025 --structure before",
    "partyroll import",
    "partyroll import missing.xlsx",
    "partyroll --lang en flag",
]


# A session costs seconds: the quick suite sees it in a small window and in a pipe.
WIDE = pytest.param(120, marks=pytest.mark.slow)


def compare(name: str, seen: str, config: pytest.Config) -> None:
    """Compare a session with its golden file, or write the file anew when asked to."""
    kept = GOLDEN / f"{name}.txt"
    if config.getoption("--golden", default=False):
        kept.write_text(seen, encoding="utf-8")

    assert seen == kept.read_text(encoding="utf-8")


def test_a_first_day(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    paths = [SAMPLE / name for name in SAMPLE_FILES]
    assert [shutil.copy(path, desk.folder) for path in paths]

    seen = session(FIRST, monkeypatch, now=desk.now, columns=80)

    compare("import", seen, request.config)


@pytest.mark.parametrize("name", LATER)
@pytest.mark.parametrize("columns", [80, WIDE, None], ids=["80", "120", "pipe"])
def test_the_sample_on_screen(
    name: str,
    columns: int | None,
    sample_desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    seen = session(LATER[name], monkeypatch, now=sample_desk.now, columns=columns)

    compare(f"{name}-{columns or 'pipe'}", seen, request.config)


def test_wrong_usage_is_answered_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    seen = session(WRONG, monkeypatch, now=desk.now, columns=80)

    compare("usage", seen, request.config)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", LATER)
def test_no_line_of_a_screen_is_wider_than_the_window(name: str, columns: int) -> None:
    lines = (GOLDEN / f"{name}-{columns}.txt").read_text("utf-8").splitlines()
    # What was typed is as long as it was typed.
    hints = [line for line in lines if line.startswith(("Gợi ý:", "Lỗi:", "$ "))]

    assert [line for line in lines if len(line) > columns and line not in hints] == []


def test_help_speaks_the_users_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    commands = ["partyroll", "partyroll import --help", "partyroll undo --help"]

    seen = session(commands, monkeypatch, now=desk.now, columns=80)

    compare("help", seen, request.config)
    assert [word for word in ("Usage", "Options", "Show ", "default") if word in seen] == []
