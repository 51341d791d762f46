"""What a verb that writes one change tells: what to look at, what stands now, the change."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from partyroll.cli.options import Common
from partyroll.cli.screen import Screen

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Saved

T = TypeVar("T")
_NOTHING_NEW = "Sổ đã ghi điều này rồi, không ghi thêm."
_TRIAL = "Sẽ ghi như trên; sổ chưa bị thay đổi."


def tell_saved(
    command: str,
    done: "Saved[T]",
    at: Common,
    *,
    contract: Callable[[T], Mapping[str, object]],
    show: Callable[[T, Screen], None],
    json: bool,
    ending: str = "",
) -> int:
    """Tell what was saved: to programs by its contract, to people as `show` prints it.

    `ending` are the last words, where the usual ones do not fit.
    """
    for caution in done.cautions:
        at.screen.warn(f"Lưu ý: {caution}.")
    if json:
        from partyroll.cli.contracts.saved import saved_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(saved_envelope(command, contract(done.told), done, at)))
        return 0
    show(done.told, at.screen)
    at.screen.note(ending or _ending(done))
    return 0


def _ending(done: "Saved[T]") -> str:
    if not done.new:
        return _NOTHING_NEW
    if done.dry_run:
        return _TRIAL
    return f"Thay đổi số {done.change}. Hoàn tác: partyroll undo {done.change}"
