"""Which options go together: said here for every command, refused in one place.

An option that would do nothing is refused rather than ignored: whoever typed it would believe
that it did something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import typer
from typer._click.core import Context  # the minor range is pinned for this

_ALWAYS = frozenset({"--ledger", "--quiet"})


@dataclass(frozen=True, slots=True)
class Clash:
    """The option that cannot stand as typed, and why, as the rest of its sentence."""

    option: str
    why: str


class Combination(Protocol):
    """Something that holds of options typed together."""

    @property
    def options(self) -> tuple[str, ...]:
        """Every option it speaks of."""

    def clash(self, typed: Sequence[str]) -> Clash | None:
        """Return what is wrong with the options that were typed, None where nothing is."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """At most one of the options may be typed."""

    options: tuple[str, ...]
    why: str

    def clash(self, typed: Sequence[str]) -> Clash | None:
        """Return the first of several that were typed."""
        first, *others = [one for one in self.options if one in typed] or [""]
        return Clash(first, _not_with(others, self.why)) if others else None


@dataclass(frozen=True, slots=True)
class Apart:
    """An option that goes with none of the others."""

    option: str
    others: tuple[str, ...]
    why: str

    @property
    def options(self) -> tuple[str, ...]:
        """Every option it speaks of."""
        return (self.option, *self.others)

    def clash(self, typed: Sequence[str]) -> Clash | None:
        """Return the option where one of the others was typed too."""
        others = [one for one in typed if one in self.others]
        if self.option not in typed or not others:
            return None
        return Clash(self.option, _not_with(others, self.why))


@dataclass(frozen=True, slots=True)
class GoesWith:
    """An option beside which only `others` mean something."""

    option: str
    others: tuple[str, ...]
    why: str

    @property
    def options(self) -> tuple[str, ...]:
        """Every option it speaks of."""
        return (self.option, *self.others)

    def clash(self, typed: Sequence[str]) -> Clash | None:
        """Return the option where something else was typed beside it."""
        if self.option not in typed:
            return None
        useless = [one for one in typed if one not in {*self.options, *_ALWAYS}]
        return Clash(self.option, _not_with(useless, self.why)) if useless else None


@dataclass(frozen=True, slots=True)
class Needs:
    """An option that means something only beside one of `others`."""

    option: str
    others: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """Every option it speaks of."""
        return (self.option, *self.others)

    def clash(self, typed: Sequence[str]) -> Clash | None:
        """Return the option where none of those it needs was typed."""
        if self.option not in typed or any(one in typed for one in self.others):
            return None
        *most, last = self.others
        choices = f"{', '.join(most)} hoặc {last}" if most else last
        return Clash(self.option, f"chỉ dùng cùng {choices}")


def _not_with(others: Sequence[str], why: str) -> str:
    return f"không dùng cùng {', '.join(others)}: {why}"


# --- What holds of each command -----------------------------------------------------------
_ONE_VIEW = "mỗi lần xem một thứ"
_PRINTED_ONCE = OneOf(("--json", "--csv"), "mỗi lần in một dạng")
_RECIPIENT = ("--audience", "--for")
_ABOUT_A_LIST = ("--months", "--year", "--ground", "--unit", "--as-of", "--known-at")
_SHOWN_AGAIN = (
    "--open",
    "--json",
    "--csv",
    "--xlsx",
    "--docx",
    "--html",
    "--out",
    "--force",
    *_RECIPIENT,
)
_FILES = ("--xlsx", "--docx", "--out", "--force", "--full-ids")
_WHOLE_MONTH = "tháng đã có ngày đầu, ngày cuối"


def _of_files(*kinds: str) -> tuple[Combination, ...]:
    """What holds where a command prints, and writes files of these kinds."""
    return (_PRINTED_ONCE, Needs("--out", kinds), Needs("--force", kinds))


COMBINATIONS: dict[str, tuple[Combination, ...]] = {
    "flag": (
        OneOf(("--watch", "--compare", "--list", "--lists", "--diff"), _ONE_VIEW),
        Apart("--watch", ("--save",), "lời nhắc không phải danh sách để lưu"),
        Apart("--watch", _RECIPIENT, "lời nhắc chỉ dùng trong nội bộ"),
        GoesWith("--compare", (*_ABOUT_A_LIST, "--json"), "chỉ in ra màn hình hoặc --json"),
        GoesWith(
            "--list",
            ("--json", "--csv", *_FILES, *_RECIPIENT),
            "danh sách đã lưu giữ nguyên như lúc lập",
        ),
        GoesWith("--lists", ("--json",), "xem tất cả các danh sách đã lưu"),
        GoesWith(
            "--diff",
            ("--months", "--as-of", "--json"),
            "năm, chi bộ, căn cứ là của danh sách đã lưu",
        ),
        *_of_files("--xlsx", "--docx"),
        Needs("--full-ids", ("--xlsx", "--docx", "--json", "--csv")),
    ),
    "list": (*_of_files("--xlsx"), Needs("--full-ids", ("--xlsx", "--json", "--csv"))),
    "report": (
        OneOf(("--reports", "--again", "--explain"), _ONE_VIEW),
        GoesWith("--explain", ("--json",), "so hai báo cáo đã lưu với nhau"),
        GoesWith("--reports", ("--json",), "xem tất cả các báo cáo đã lưu"),
        GoesWith(
            "--again",
            _SHOWN_AGAIN,
            "báo cáo đã lưu giữ nguyên như lúc lập",
        ),
        Apart("--open", ("--save",), "chỉ mở một số, không lưu báo cáo"),
        Apart("--open", ("--docx", "--html"), "danh sách tên ghi ra --xlsx"),
        *_of_files("--xlsx", "--docx", "--html"),
    ),
    "units": _of_files("--xlsx"),
    "admission list": _of_files("--xlsx", "--docx"),
    "admission results": _of_files("--xlsx"),
    "today": _of_files("--xlsx", "--docx"),
    "rating list": _of_files("--xlsx", "--docx"),
    "rating unit": (
        Needs("--out", ("--xlsx", "--docx", "--html")),
        Needs("--force", ("--xlsx", "--docx", "--html")),
    ),
    "rating check": _of_files("--xlsx", "--docx"),
    "away list": _of_files("--xlsx", "--docx"),
    "excuse list": (
        OneOf(("--pending", "--ending-within", "--all", "--noted"), _ONE_VIEW),
        Needs("--year", ("--noted",)),
    ),
    "support list": _of_files("--xlsx", "--docx"),
    "support measures": (Needs("--out", ("--xlsx",)), Needs("--force", ("--xlsx",))),
    "support signs": _of_files("--xlsx", "--docx"),
    "support awards": _of_files("--xlsx", "--docx"),
    "support disciplined": _of_files("--xlsx", "--docx"),
    "transfer list": _of_files("--xlsx", "--docx"),
    "transfer limbo": _of_files("--xlsx", "--docx"),
    "transfer issue": (
        GoesWith("--again", ("--out", "--force", "--json"), "in lại đúng phiếu đã làm"),
        Apart("--dry-run", ("--out", "--force"), "chưa viết tệp nào"),
    ),
    "excuse add": (Apart("--month", ("--from", "--to"), _WHOLE_MONTH),),
}


def refuse_clash(context: Context) -> None:
    """Raise `typer.BadParameter` where options were typed that do not go together."""
    path = context.command_path.partition(" ")[2]
    typed = tuple(_typed(context))
    for combination in COMBINATIONS.get(path, ()):
        clash = combination.clash(typed)
        if clash:
            raise typer.BadParameter(clash.why, ctx=context, param_hint=clash.option)


def _typed(context: Context) -> Iterator[str]:
    """Yield the options that were typed, not those that a default or the machine sets."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            yield from (name for name in parameter.opts[:1] if name.startswith("-"))
