"""What `flag` costs over a large ledger, against the least that any program must do.

    python bench/flag_bench.py [members] [rounds] [growth]

Ledgers of six years of dues and one of meetings, one year assessed, with 1 % and with 10 % of
the members on lists.  `members` is compared with a ledger of `members / growth`.  Prints CPU
seconds of whole processes (medians over interleaved rounds), their peak memory, and ratios
within the run.  Trust the ratios: seconds differ from machine to machine.
"""

import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from import_bench import HERE, PARTYROLL, Run, report
from ledgers import YEAR, write_ledger
from measuring import Cost, cost_of

SHARES = {"1 %": 0.01, "10 %": 0.1}


def main() -> None:
    """Measure and print."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    growth = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for share, number in SHARES.items():
            write_ledger(folder / f"{share}.db", members, share=number)
            write_ledger(folder / f"small {share}.db", members // growth, share=number)
        spent: dict[str, list[Cost]] = {}
        for _ in range(rounds):
            for run in runs(folder):
                spent.setdefault(run.name, []).append(cost_of(run.command))
        print(f"{members} members, {rounds} rounds,")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
        report(list(runs(folder)), spent)
        for share in SHARES:
            print(f"growth for each member, {share} listed: {grown(spent, share, growth):.2f}")


def runs(folder: Path) -> Iterator[Run]:
    """Yield what one round runs, in order."""
    for share in SHARES:
        ledger, small = folder / f"{share}.db", folder / f"small {share}.db"
        floor, script = f"floor, {share}", f"pandas script, {share}"
        yield Run(floor, beside("flag_floor.py", ledger))
        yield Run(script, beside("flag_script.py", ledger))
        yield Run(f"flag, {share}", flag(ledger), (floor, script))
        yield Run(f"flag --json, {share}", flag(ledger, "--json"), (floor, script))
        yield Run(f"small flag, {share}", flag(small))


def flag(ledger: Path, *options: str) -> tuple[str, ...]:
    """Return the command that lists who needs attention in the last year, on its last day."""
    asked = ("--year", str(YEAR), "--as-of", f"31/12/{YEAR}", *options)
    return (*PARTYROLL, "--ledger", str(ledger), "flag", *asked)


def beside(script: str, ledger: Path) -> tuple[str, ...]:
    """Return the command of a comparison beside this file."""
    return (sys.executable, str(HERE / "floors" / script), str(ledger), str(YEAR))


def grown(spent: dict[str, list[Cost]], share: str, growth: int) -> float:
    """Return what a member of the large ledger costs, as a multiple of one of the small."""
    large, small = (
        statistics.median(cost.cpu for cost in spent[f"{size}flag, {share}"])
        for size in ("", "small ")
    )
    return large / (growth * small)


if __name__ == "__main__":
    main()
