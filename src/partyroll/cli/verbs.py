"""Verbs that write one change: what each of them is given, and what each of them tells."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    FilesWanted,
    ForceOption,
    JsonOption,
    LedgerOption,
    OutOption,
    QuietOption,
    common,
)
from partyroll.cli.pages import Command
from partyroll.cli.screen import Screen

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Command as Writing
    from partyroll.tasks.registers.writing import Saved

T = TypeVar("T")
Verb = Callable[..., int]
_OF_FILES = frozenset({"out", "force"})
_NOTHING_NEW = "Sổ đã ghi điều này rồi, không ghi thêm."
_TRIAL = "Sẽ ghi như trên; sổ chưa bị thay đổi."


@dataclass(frozen=True, slots=True)
class Given:
    """What every verb that writes is given; `verb` as typed, with its noun."""

    verb: str
    at: Common
    dry_run: bool
    json: bool
    files: FilesWanted

    @property
    def command(self) -> "Writing":
        """Where the verb writes, as whom, and when."""
        return self.at.writing(dry_run=self.dry_run)

    def tell(
        self,
        done: "Saved[T]",
        *,
        contract: Callable[[T], Mapping[str, object]],
        show: Callable[[T, Screen], None],
        ending: str = "",
    ) -> int:
        """Tell what was saved: to programs by its contract, to people as `show` prints it.

        `ending` are the last words, where the usual ones do not fit.
        """
        screen = self.at.screen
        for caution in done.cautions:
            screen.warn(f"Lưu ý: {caution}.")
        if self.json:
            from partyroll.cli.contracts.saved import saved_envelope
            from partyroll.write.json import to_json

            screen.raw(to_json(saved_envelope(self.verb, contract(done.told), done, self.at)))
            return 0
        show(done.told, screen)
        screen.note(ending or _ending(done))
        return 0


def _ending(done: "Saved[T]") -> str:
    if not done.new:
        return _NOTHING_NEW
    if done.dry_run:
        return _TRIAL
    return f"Thay đổi số {done.change}. Hoàn tác: partyroll undo {done.change}"


def verb(
    noun: typer.Typer, name: str, *, files: bool = False, **words: str
) -> Callable[[Verb], Verb]:
    """Return what makes a function a verb of a noun, with the options that all of them have.

    The function is `Given` them as its first argument.  With `files` it also says where files
    go; `words` stand in its help in their places.
    """

    def made(write: Verb) -> Verb:
        def command(
            context: typer.Context,
            out: OutOption = None,
            force: ForceOption = False,
            dry_run: DryRunOption = False,
            json: JsonOption = False,
            ledger: LedgerOption = None,
            quiet: QuietOption = False,
            **own: object,
        ) -> int:
            at = common(context, ledger, quiet=quiet)
            wanted = FilesWanted(xlsx=files, docx=files, out=out, force=force)
            given = Given(f"{noun.info.name} {name}", at, dry_run, json, wanted)
            return write(given, **own)

        command.__doc__ = (write.__doc__ or "").format(**words)
        signature = _joined(command, write, without=frozenset() if files else _OF_FILES)
        command.__signature__ = signature  # type: ignore[attr-defined]
        noun.command(name, cls=Command)(command)
        return command

    return made


def _joined(command: Verb, write: Verb, without: frozenset[str]) -> inspect.Signature:
    """Return what Typer is to see: a verb's own options, then those that all of them have."""
    context, *shared, _own = inspect.signature(command).parameters.values()
    _given, *own = inspect.signature(write).parameters.values()
    every = (context, *own, *(one for one in shared if one.name not in without))
    by_name = inspect.Parameter.KEYWORD_ONLY
    return inspect.Signature([one.replace(kind=by_name) for one in every])
