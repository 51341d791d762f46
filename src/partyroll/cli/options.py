"""Options that mean the same everywhere, and what they become."""

import getpass
import os
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.screen import Screen

if TYPE_CHECKING:
    from partyroll.model import Recipient
    from partyroll.settings import Settings
    from partyroll.tasks.documents import Paper
    from partyroll.tasks.registers.writing import Command

DEFAULT_LEDGER = Path("partyroll.db")
_SUFFIXES = frozenset({".xlsx", ".docx", ".html"})

LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        envvar="PARTYROLL_LEDGER",
        metavar="TỆP",
        help="Sổ đảng viên; mặc định partyroll.db trong thư mục đang mở.",
    ),
]
MemberArgument = Annotated[
    str, typer.Argument(metavar="NGƯỜI", help="Họ tên, số thẻ hoặc mã người.")
]
MemberUnitOption = Annotated[
    str, typer.Option("--unit", metavar="TÊN|MÃ", help="Chi bộ của người đó, khi trùng tên.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Chỉ in kết quả và lỗi.")]
UnitOption = Annotated[
    str,
    typer.Option("--unit", metavar="TÊN|MÃ", help="Chỉ tổ chức này và các tổ chức trực thuộc."),
]
AsOfOption = Annotated[
    str, typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày này (31/12/2024).")
]
KnownAtOption = Annotated[
    str,
    typer.Option(
        "--known-at",
        metavar="NGÀY|SỐ",
        help="Chỉ tính điều sổ đã biết đến ngày này, hoặc đến lần ghi số này.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="In JSON cho chương trình khác.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="In CSV (Excel bỏ số 0 ở đầu!).")]
XlsxOption = Annotated[bool, typer.Option("--xlsx", help="Ghi tệp Excel.")]
DocxOption = Annotated[bool, typer.Option("--docx", help="Ghi tệp Word.")]
HtmlOption = Annotated[bool, typer.Option("--html", help="Ghi một trang web, mở và in được.")]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Tên tệp ghi ra.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Ghi đè tệp cùng tên.")]
FullIdsOption = Annotated[
    bool, typer.Option("--full-ids", help="In đủ số thẻ, số định danh (mặc định che bớt).")
]
AudienceOption = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="internal|upper|public",
        help="Ai được xem: nội bộ, cấp trên (tuổi thay ngày sinh), công khai (không có tên).",
    ),
]
ForOption = Annotated[
    str, typer.Option("--for", metavar="NƠI NHẬN", help="In nơi nhận trên mỗi trang.")
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Chỉ cho xem sẽ làm gì, không ghi vào sổ.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Đồng ý trước, không hỏi.")]


@dataclass(frozen=True, slots=True)
class Common:
    """What every command knows before it starts."""

    ledger: Path
    screen: Screen
    now: datetime
    given_to: "Recipient | None" = None  # None = it stays in the office

    @property
    def today(self) -> date:
        """The day of the command."""
        return self.now.date()

    @property
    def actor(self) -> str:
        """Who is at the keyboard, as the computer knows them."""
        try:
            return getpass.getuser()
        except (KeyError, OSError):
            return "?"

    def settings(self) -> "Settings":
        """The settings beside the ledger."""
        from partyroll.settings import load_settings

        return load_settings(self.ledger.parent, os.environ)

    def writing(self, *, dry_run: bool = False) -> "Command":
        """What a command that writes knows before it starts."""
        from partyroll.tasks.registers.writing import Command

        return Command(self.ledger, self.actor, self.now, dry_run)

    def paper(self, *, full_ids: bool = False) -> "Paper":
        """What a document says of where and when it was made."""
        from partyroll.tasks.documents import Paper

        return Paper(self.ledger, self.today, self.settings(), full_ids, self.recipient)

    @property
    def recipient(self) -> "Recipient":
        """Who gets what the command makes."""
        from partyroll.model import Recipient

        return self.given_to or Recipient()


@dataclass(frozen=True, slots=True)
class FilesWanted:
    """Which files a command is to write, where, and what they may show."""

    xlsx: bool = False
    docx: bool = False
    out: Path | None = None
    force: bool = False
    full_ids: bool = False
    html: bool = False

    @property
    def any(self) -> bool:
        """Whether a file is wanted at all."""
        return self.xlsx or self.docx or self.html


def common(context: typer.Context, ledger: Path | None, *, quiet: bool = False) -> Common:
    """Join the options of `partyroll` itself with those of the command.

    The context begins with the moment that `main` hands in.
    """
    given = context.obj if isinstance(context.obj, Common) else None
    path = ledger or (given.ledger if given else DEFAULT_LEDGER)
    screen = given.screen if given and not quiet else Screen(quiet=quiet)
    return Common(path, screen, given.now if given else context.obj)


def given_to(at: Common, audience: str, name: str, *, full_ids: bool = False) -> Common:
    """Return the command with who gets what it makes.

    What is for somebody named leaves the office: unless told otherwise, it goes up, and then
    no number of a person goes with it.
    """
    from partyroll.model import Audience, Recipient

    if audience and audience not in {*Audience}:
        message = f"là {', '.join(Audience)}"
        raise typer.BadParameter(message, param_hint="--audience")
    meant = Audience(audience or (Audience.UPPER if name.strip() else Audience.INTERNAL))
    if full_ids and meant is not Audience.INTERNAL:
        message = "chỉ dùng trong nội bộ; gửi đủ số thì thêm --audience internal"
        raise typer.BadParameter(message, param_hint="--full-ids")
    recipient = Recipient(meant, " ".join(name.split()), at.settings().least_count)
    return replace(at, given_to=recipient)


def day_or(text: str, default: date) -> date:
    """Return the day an option names, else `default`."""
    from partyroll.tasks.choosing import parse_day

    return parse_day(text) if text else default


def knowledge(at: Common, text: str) -> int | None:
    """Return the change that `--known-at` means."""
    from partyroll.tasks.choosing import known_at

    return known_at(at.ledger, text)


def clock_text(at: str) -> str:
    """Return a stored moment as people read it: 15/01/2026 09:30."""
    return f"{datetime.fromisoformat(at):%d/%m/%Y %H:%M}"


def beside(out: Path | None, suffix: str) -> Path | None:
    """Return the name given by `--out` for a file of this kind: "a.xlsx" → "a.docx"."""
    if out is None or out.suffix.lower() == suffix:
        return out
    named = out.stem if out.suffix.lower() in _SUFFIXES else out.name
    return out.with_name(named + suffix)


def output_path(out: Path | None, default: str, *, force: bool) -> Path:
    """Return where a file goes: as named, else the default name; never over another."""
    from partyroll.write.paths import free_path

    return free_path(out or Path(default), force=force)
