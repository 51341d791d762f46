"""The sample as it is kept, and as the generator makes it now."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from sample.reading import FOLDER, WORKBOOKS


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    text = (FOLDER / "truth.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@pytest.fixture(scope="session")
def books() -> dict[str, Workbook]:
    return {name: load_workbook(FOLDER / name) for name in WORKBOOKS}


@pytest.fixture(scope="session")
def remade(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Run the generator twice, each time into a folder of its own."""
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in (first, second):
        subprocess.run([sys.executable, FOLDER / "make_sample.py", folder], check=True)
    return first, second
