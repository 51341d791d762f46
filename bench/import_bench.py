"""What an import costs, against the least that any program must do with the same workbook.

    python bench/import_bench.py [members] [rounds]

Prints CPU seconds of whole processes with their children (medians over interleaved rounds),
their peak memory, and ratios within the run.  Trust the ratios: seconds differ from machine to
machine.
"""

import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measuring import Cost, cost_of
from workbooks import write_dues, write_roster

HERE = Path(__file__).parent
PARTYROLL = (sys.executable, "-m", "partyroll", "--quiet")
GROWTH = 10  # the small workbook has a tenth of the members


@dataclass(frozen=True, slots=True)
class Run:
    """One process: what it is called, how it starts, what it is compared with."""

    name: str
    command: tuple[str, ...]
    against: tuple[str, ...] = ()
    tells: bool = False  # it prints the CPU seconds that count


def main() -> None:
    """Measure and print."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_roster(folder / "roster.xlsx", members)
        write_roster(folder / "again.xlsx", members, title="saved again")
        write_roster(folder / "small.xlsx", members // GROWTH)
        write_dues(folder / "dues.xlsx", members)
        spent: dict[str, list[Cost]] = {}
        for number in range(rounds):
            for run in runs(folder, folder / str(number)):
                spent.setdefault(run.name, []).append(cost_of(run.command, tells=run.tells))
        size = (folder / "roster.xlsx").stat().st_size / 1e6
        print(f"{members} members, {size:.1f} MB, {rounds} rounds,")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
        report(list(runs(folder, folder)), spent)


def runs(folder: Path, own: Path) -> Iterator[Run]:
    """Yield what one round runs, in order: each round has ledgers of its own."""
    own.mkdir(exist_ok=True)
    python = (sys.executable, "-c", "pass")
    start, first, dues = "start of Python", "import of a roster", "import of a dues book"
    yield Run(start, python)
    yield Run("--help", (*PARTYROLL, "--help"), (start,))
    yield Run("small import", ours(own / "small.db", folder / "small.xlsx"))
    bare, full, script = "bare floor", "full floor", "pandas script"
    yield Run(bare, floor("bare_floor.py", folder / "roster.xlsx", own / "bare.db"))
    yield Run(
        first,
        ours(own / "partyroll.db", folder / "roster.xlsx"),
        (bare, full, script, "small import"),
    )
    yield Run(
        full,
        floor("full_floor.py", folder / "roster.xlsx", own / "full.db", own / "partyroll.db"),
        tells=True,
    )
    yield Run(script, floor("pandas_script.py", folder / "roster.xlsx", own / "script.db"))
    yield Run("the same bytes", ours(own / "partyroll.db", folder / "roster.xlsx"), (first,))
    yield Run("the same content", ours(own / "partyroll.db", folder / "again.xlsx"), (first,))
    bare_dues = "bare floor of dues"
    yield Run(bare_dues, floor("bare_floor.py", folder / "dues.xlsx", own / "bare_dues.db"))
    yield Run(dues, ours(own / "partyroll.db", folder / "dues.xlsx"), (bare_dues,))
    yield Run("flag --months 3", flag(own / "partyroll.db"), (bare_dues, dues))


def ours(ledger: Path, workbook: Path) -> tuple[str, ...]:
    """Return the command that imports `workbook`."""
    return (*PARTYROLL, "--ledger", str(ledger), "import", str(workbook))


def flag(ledger: Path) -> tuple[str, ...]:
    """Return the command that lists who needs attention."""
    return (*PARTYROLL, "--ledger", str(ledger), "flag", "--months", "3")


def floor(script: str, *places: Path) -> tuple[str, ...]:
    """Return the command of a comparison beside this file."""
    return (sys.executable, str(HERE / "floors" / script), *map(str, places))


def report(order: list[Run], spent: dict[str, list[Cost]]) -> None:
    """Print a line for each run."""
    cpu = {name: statistics.median(c.cpu for c in costs) for name, costs in spent.items()}
    for run in order:
        peak = max(cost.peak for cost in spent[run.name])
        compared = "".join(f"  {cpu[run.name] / cpu[n]:5.2f} × {n}" for n in run.against)
        print(f"{run.name:<24}{cpu[run.name]:7.2f} s {peak:6.0f} MiB{compared}")


if __name__ == "__main__":
    main()
