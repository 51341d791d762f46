"""The suite tries the same few examples; `make cov` tries many, `make test-all` new ones."""

import gc
import os
from collections.abc import Iterator
from contextlib import chdir

import pytest
from hypothesis import settings

from readers import lasting_readers

settings.register_profile("same", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("many", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session", autouse=True)
def away_from_the_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands leave workbooks in the folder they run in: never in the project's."""
    with chdir(tmp_path_factory.mktemp("office")):
        yield


@pytest.fixture(scope="session", autouse=True)
def cycles_are_looked_for_seldom() -> None:
    """Look for cycles as seldom as the command does, and never among the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session", autouse=True)
def workbooks_are_read_by_one_process() -> Iterator[None]:
    """Starting a process for each import took a tenth of the suite; one still reads apart."""
    with lasting_readers():
        yield
