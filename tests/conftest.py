"""The suite tries the same few examples; `make cov` tries many, `make test-all` new ones."""

import gc
import os
from collections.abc import Iterator
from contextlib import chdir

import pytest
from hypothesis import settings

from readers import lasting_readers

# As seldom as the command looks for cycles: a quarter of the time to collect went into that.
gc.set_threshold(100_000, 50, 100)

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
def cycles_are_not_looked_for_among_the_tests() -> None:
    """Leave what collecting made out of every search for cycles."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def workbooks_are_read_by_one_process() -> Iterator[None]:
    """Starting a process for each import took a tenth of the suite; one still reads apart."""
    with lasting_readers():
        yield
