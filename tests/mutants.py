"""Would an example notice a wrong rule? Changes the rules one at a time and asks tests/rules.

    python tests/mutants.py [FILE …]   files below src/partyroll/rules; without: all of them
    python tests/mutants.py --again    those that survived the last time
    python tests/mutants.py --properties    the same, and properties are asked instead: slow

mutmut makes the mutants; they are asked here, each in a copy of one process that has collected
the examples (mutmut's own runner starts pytest for each). Answers are added to
mutants/answers.txt as they come: `killed`, `by-a-property`, `too-slow` or `SURVIVED`.
"""

import ast
import os
import re
import resource
import shutil
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from mutmut.mutation import trampoline
from mutmut.mutation.file_mutation import mutate_file_contents

PROJECT = Path(__file__).parents[1]
SOURCES = PROJECT / "src"
RULES = Path("partyroll", "rules")
FOLDER = PROJECT / "mutants"
CHANGED = FOLDER / "src"
ANSWERS = FOLDER / "answers.txt"

CACHED = re.compile(r"^@(?:lru_)?cache\b.*\n", re.MULTILINE)
PROPERTY = re.compile(r"^ +@property\n", re.MULTILINE)
SURVIVED = "SURVIVED"
PROPERTIES = "--properties"
AGAIN = {"--again", PROPERTIES}
TOO_SLOW = {signal.SIGPROF, signal.SIGALRM}
MEMORY = 3 << 30
OPTIONS = [
    str(PROJECT / "tests" / "rules"),
    f"--rootdir={PROJECT}",
    *("-q", "--tb=native", "--assert=plain", "--no-header"),
    *("-s", "-p", "no:logging", "-p", "no:warnings"),  # less to do for each test
    *("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"),
]


def methods(text: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every method of the classes in `text`, with its full name."""
    for owner in ast.parse(text).body:
        for method in owner.body if isinstance(owner, ast.ClassDef) else ():
            if isinstance(owner, ast.ClassDef) and isinstance(method, ast.FunctionDef):
                yield f"{owner.name}.{method.name}", method


def begins(method: ast.FunctionDef) -> int:
    """Return how many lines stand before a method and its decorators."""
    return min([method.lineno, *(one.lineno for one in method.decorator_list)]) - 1


def changed(file: Path) -> tuple[str, list[str]]:
    """Return the text of `file` with all its mutants in it, and their names.

    mutmut leaves decorated functions alone. Caches are taken off, for a rule is the same
    without (and would remember what it said before the change); properties are put on again.
    """
    source = CACHED.sub("", file.read_text("utf-8"))
    plain = PROPERTY.sub("", source)
    properties = {name for name, method in methods(source) if method.decorator_list}
    with_mutants = mutate_file_contents(str(file), plain)
    lines = with_mutants.code.splitlines(keepends=True)
    for name, method in reversed(list(methods(with_mutants.code))):
        if name in properties:
            lines.insert(begins(method), " " * method.col_offset + "@property\n")
    module = ".".join(file.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")
    return "".join(lines), [f"{module}.{name}" for name in with_mutants.mutant_names]


def made(files: Iterable[Path]) -> list[str]:
    """Write a copy of the sources in which the `files` have mutants; return their names."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    shutil.copytree(SOURCES, CHANGED, ignore=shutil.ignore_patterns("__pycache__"))
    names: list[str] = []
    for file in files:
        text, mutants = changed(file)
        (CHANGED / file.relative_to(SOURCES)).write_text(text, "utf-8")
        names += mutants
    return names


def function_of(mutant: str) -> str:
    """Return the function that a mutant is a change of."""
    return mutant.rpartition("__mutmut_")[0]


def is_property(item: pytest.Item) -> bool:
    """Say whether hypothesis makes up the cases of a test."""
    return hasattr(getattr(item, "obj", None), "hypothesis")


def note(reached: set[str], name: str, caller: str | None) -> None:
    """Note that a function was called; mutmut's own record wants its settings."""
    del caller  # mutmut tells it, nobody here asks
    reached.add(name)


@dataclass
class Asking:
    """A pytest plugin: instead of running the tests once, asks them of every mutant."""

    mutants: Sequence[str]
    properties: bool
    reached: dict[str, list[pytest.Item]] = field(default_factory=lambda: defaultdict(list))
    took: dict[str, float] = field(default_factory=dict)
    failed: bool = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a failure."""
        self.failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what each test reaches, then ask of each mutant the tests that reach it."""
        if session.testsfailed:
            return False
        self._learn(session.items)
        counts = Counter[str]()
        with ANSWERS.open("a", encoding="utf-8") as answers:
            for mutant in self.mutants:
                answer = self._answer(mutant)
                counts[answer] += 1
                answers.write(f"{mutant} {answer}\n")
                answers.flush()
        sys.stdout.write(f"\n{dict(counts)}\n")
        return True

    def _learn(self, items: Sequence[pytest.Item]) -> None:
        os.environ["MUTANT_UNDER_TEST"] = "stats"
        # The first follows the last: so the fixtures of the session stay, for the copies.
        for item, following in zip(items, [*items[1:], items[0]], strict=True):
            reached: set[str] = set()
            vars(trampoline)["record_trampoline_hit"] = partial(note, reached)
            begun = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            self.took[item.nodeid] = time.process_time() - begun
            if self.failed:
                pytest.exit(f"{item.nodeid} fails as it is", returncode=1)
            for name in reached:
                self.reached[name].append(item)
        for tests in self.reached.values():
            tests.sort(key=lambda test: self.took[test.nodeid])

    def _answer(self, mutant: str) -> str:
        tests = self.reached[function_of(mutant)]
        answer = self._asked(
            mutant, [test for test in tests if is_property(test) is self.properties]
        )
        return "by-a-property" if self.properties and answer == "killed" else answer

    def _asked(self, mutant: str, tests: Sequence[pytest.Item]) -> str:
        if not tests:
            return SURVIVED
        limit = 5 + round(10 * sum(self.took[test.nodeid] for test in tests))
        hears, says = os.pipe()
        copy = os.fork()
        if not copy:
            self._ask(mutant, tests, limit, says)
        os.close(says)
        with os.fdopen(hears, "rb") as heard:
            noticed = heard.read()
        _, status = os.waitpid(copy, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) in TOO_SLOW:
            return "too-slow"
        if noticed:  # who noticed one change of a function is asked first about the next
            reached = self.reached[function_of(mutant)]
            first = tests[int(noticed)]
            reached.remove(first)
            reached.insert(0, first)
        return SURVIVED if status == 0 else "killed"

    def _ask(self, mutant: str, tests: Sequence[pytest.Item], limit: int, says: int) -> None:
        # Seconds of work, for the machine may be busy; of waiting ten times as many.
        signal.setitimer(signal.ITIMER_PROF, limit)
        signal.alarm(10 * limit)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.environ["MUTANT_UNDER_TEST"] = mutant
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        tests[0].config.pluginmanager.unregister(name="terminalreporter")
        for number, (test, following) in enumerate(
            zip(tests, [*tests[1:], tests[0]], strict=True)
        ):
            test.session._setupstate.teardown_exact(test)  # noqa: SLF001 - no public way to say it
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
            if self.failed:
                os.write(says, str(number).encode())
                os._exit(1)
        os._exit(0)


def survivors() -> dict[str, Path]:
    """Return who survived by the latest answers, each with its file."""
    answers = dict(line.split() for line in ANSWERS.read_text("utf-8").splitlines())
    return {mutant: file_of(mutant) for mutant, answer in answers.items() if answer == SURVIVED}


def file_of(mutant: str) -> Path:
    """Return the file a mutant is a change of."""
    place = SOURCES.joinpath(*mutant.split(".")[:-1])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def main(wanted: Sequence[str]) -> int:
    """Ask about the files below rules/ that are `wanted`, all of them, or the survivors."""
    rules = SOURCES / RULES
    again = survivors() if {*wanted} & AGAIN else {}
    files = set(again.values()) or [rules / name for name in wanted] or rules.rglob("*.py")
    FOLDER.mkdir(exist_ok=True)
    mutants = [name for name in made(files) if not again or name in again]
    sys.stdout.write(f"{len(mutants)} mutants\n")
    sys.path.insert(0, str(CHANGED))
    return int(pytest.main(OPTIONS, plugins=[Asking(mutants, properties=PROPERTIES in wanted)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
