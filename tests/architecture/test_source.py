import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "src" / "partyroll"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

WRITTEN = ("*.py", "*.toml", "*.md", "*.json", "*.lock", "Makefile", "run")
KEPT = ("src", "tests", "docs", "bench", "data", ".ci")
# Letters in brackets, so that this file does not find itself.
PLACES = re.compile(r"[/](?:work|opt|root|home|Users)[/]|[.]{2}/share[d]")
HOSTS = re.compile(
    r"pypi[.]org|pythonhoste[d]|npmjs[.]|debian[.]org|localhos[t]:", re.IGNORECASE
)


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def written_files() -> Iterator[Path]:
    for pattern in WRITTEN:
        yield from PROJECT.glob(pattern)
        for folder in KEPT:
            yield from (PROJECT / folder).rglob(pattern)


def lines_with(pattern: re.Pattern[str], files: Iterator[Path]) -> list[str]:
    return [
        f"{file.relative_to(PROJECT)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 50


def test_a_file_stays_short() -> None:
    lengths = {module: len(module.read_text("utf-8").splitlines()) for module in MODULES}

    assert [
        f"{module.relative_to(PACKAGE)}: {length} lines"
        for module, length in lengths.items()
        if length > LONGEST_FILE
    ] == []


def test_a_function_stays_short() -> None:
    lengths = [
        # From the first statement on: a command's options are its signature.
        (module, node.name, (node.end_lineno or node.lineno) - node.body[0].lineno + 1)
        for module in MODULES
        for node in functions(module)
    ]

    assert [
        f"{module.relative_to(PACKAGE)}: {name}: {length} lines"
        for module, name, length in lengths
        if length > LONGEST_FUNCTION
    ] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [
        str(module.relative_to(PACKAGE))
        for module in MODULES
        if not ast.get_docstring(ast.parse(module.read_text("utf-8")))
    ] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedError")

    assert lines_with(later, iter(MODULES)) == []


def test_nothing_names_a_place_of_one_machine() -> None:
    assert lines_with(PLACES, written_files()) == []


def test_nothing_names_a_host_of_packages() -> None:
    assert lines_with(HOSTS, written_files()) == []


def test_lock_files_name_no_address() -> None:
    address = re.compile(r"://|--index|--find-links|--extra| @ ")

    assert lines_with(address, PROJECT.glob("*.lock")) == []
