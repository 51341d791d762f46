"""Every command by its name: what the overview says of it, and where it is found.

A command is imported when it is called: to read the signatures of all of them cost more than
the rest of the start.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

import typer
from typer._click.core import Command as AnyCommand  # the minor range is pinned for this
from typer.core import TyperGroup

from partyroll.cli.pages import Command, HelpContext


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command is found, and its first sentence as the overview prints it."""

    module: str
    name: str  # a function, or the Typer of a noun
    summary: str

    def command(self, typed: str) -> AnyCommand:
        """Import the command and return it as Typer runs it."""
        found = getattr(import_module(f"partyroll.cli.{self.module}"), self.name)
        if isinstance(found, typer.Typer):
            noun = typer.main.get_group(found)
            noun.name = typed
            return noun
        alone = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        alone.command(typed, cls=Command)(found)
        return typer.main.get_command(alone)


# The overview, in its order; what is in no group does not exist.
GROUPS: dict[str, dict[str, Place]] = {
    "Hằng ngày": {
        "import": Place(
            "import_",
            "import_",
            "Nhập tệp Excel: danh sách, đảng phí, sinh hoạt, ra khỏi Đảng, xếp loại và các bảng"
            " khác.",
        ),
        "flag": Place(
            "flag", "flag", "Lập danh sách đề nghị chi bộ xem xét, kèm căn cứ từng tháng."
        ),
        "report": Place(
            "report",
            "report",
            "Báo cáo đảng viên giảm trong kỳ: hình thức, năm, đơn vị, lý do, tuổi.",
        ),
        "list": Place("list", "list_", "Danh sách đảng viên tính đến một ngày, theo chi bộ."),
        "show": Place(
            "show",
            "show",
            "Toàn bộ những gì sổ biết về một người, mỗi điều kèm tệp, trang, dòng đã ghi.",
        ),
        "today": Place(
            "today",
            "today",
            "Việc cần làm, theo chi bộ và thời hạn (cũng gõ được: viec-hom-nay).",
        ),
        "menu": Place(
            "menu",
            "menu",
            "Chọn việc bằng số, không phải nhớ lệnh; mỗi bước cho xem lệnh nó chạy.",
        ),
        "check": Place(
            "check",
            "check",
            "Tìm điều mâu thuẫn: số thẻ trùng, ngày ngược, thiếu quyết định, sổ bị sửa.",
        ),
        "answer": Place(
            "answer",
            "answer",
            "Xem và trả lời các câu hỏi còn chờ: có phải cùng một người, tổ chức nào, đã chuyển"
            " chưa.",
        ),
        "undo": Place(
            "undo",
            "undo",
            "Hoàn tác một lần ghi: điều nó thêm được rút lại, điều nó thay được trả về.",
        ),
        "history": Place("history", "history", "Các lần ghi vào sổ, mới nhất ở trên."),
    },
    "Hồ sơ": {
        "excuse": Place(
            "excuse",
            "excuse",
            "Lý do, giấy miễn, giảm, hoãn, sinh hoạt tạm thời: ghi, xem, chấp nhận, kết thúc.",
        ),
        "away": Place(
            "away",
            "away",
            "Đảng viên đi làm ăn xa: ghi đi, liên hệ, về; danh sách và việc cần làm.",
        ),
        "review": Place(
            "review",
            "review",
            "Việc xem xét từng người: ai đang ở bước nào, đã làm gì, ghi thêm một bước.",
        ),
        "admission": Place(
            "admission",
            "admission",
            "Kết nạp: hồ sơ đang ở bước nào, còn thiếu gì, ai sắp hết dự bị; chỉ tiêu, kết"
            " quả.",
        ),
        "transfer": Place(
            "transfer",
            "transfer",
            "Chuyển sinh hoạt đảng: giấy giới thiệu, phiếu gửi sang sổ khác, phiếu báo, thời"
            " hạn.",
        ),
        "rating": Place(
            "rating",
            "rating",
            "Xếp loại đảng viên hằng năm: từng bước, từng năm, những chỗ cần rà soát lại.",
        ),
        "support": Place(
            "support",
            "support",
            "Giúp đỡ đảng viên: khó khăn, việc làm, xuất ngũ; khen thưởng, kỷ luật.",
        ),
        "units": Place(
            "units",
            "units",
            "Cây tổ chức đảng tính đến một ngày, số đảng viên; sắp xếp theo kế hoạch.",
        ),
    },
    "Sổ": {
        "template": Place(
            "template",
            "template",
            "Tạo tệp Excel trống để điền: tiêu đề đúng, chọn sẵn, một dòng ví dụ, trang Hướng"
            " dẫn.",
        ),
        "init": Place(
            "init",
            "init",
            "Tạo một sổ trống (không bắt buộc: lần import đầu tiên tự tạo sổ).",
        ),
        "backup": Place(
            "backup",
            "backup",
            "Sao lưu sổ và kiểm tra bản sao; bản sao nằm trong thư mục cạnh sổ.",
        ),
        "restore": Place(
            "restore",
            "restore",
            "Đặt một bản sao lưu đã kiểm tra vào chỗ của sổ; sổ cũ được giữ lại bên cạnh.",
        ),
        "config": Place(
            "config",
            "config",
            "Các thiết lập đang dùng và nơi đặt từng thiết lập; quy định nào có hiệu lực từ"
            " ngày nào.",
        ),
    },
}
PLACES = {name: place for places in GROUPS.values() for name, place in places.items()}
# What else may be typed for a command; the overview shows the command alone.
ALIASES = {"viec-hom-nay": "today"}


# --- What Typer asks for ------------------------------------------------------------------
class _OnDemand(MutableMapping[str, AnyCommand]):
    """The commands by name, each made when it is asked for."""

    def __init__(self, places: dict[str, Place]) -> None:
        self._places = places
        self._made: dict[str, AnyCommand] = {}

    def __getitem__(self, typed: str) -> AnyCommand:
        name = ALIASES.get(typed, typed)
        if name not in self._made:
            self._made[name] = self._places[name].command(name)
        return self._made[name]

    def __setitem__(self, name: str, command: AnyCommand) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._places, **self._made})

    def __len__(self) -> int:
        return len({**self._places, **self._made})

    def __contains__(self, name: object) -> bool:
        return ALIASES.get(str(name), name) in self._places or name in self._made


class _Writer(Protocol):
    def section(self, name: str) -> AbstractContextManager[None]: ...

    def write_dl(self, rows: list[tuple[str, str]]) -> None: ...


class Overview(TyperGroup):
    """All commands, in the groups people look for them in."""

    context_class = HelpContext

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 (Typer's own, passed on)
        super().__init__(**attributes)
        self.commands = _OnDemand(PLACES)

    def format_commands(self, _ctx: object, formatter: _Writer) -> None:
        """Write each group with the first sentence of every command."""
        for heading, places in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, place.summary) for name, place in places.items()])
