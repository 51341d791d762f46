"""The desk on which commands are tried, and the terminal that is kept in golden files."""

import pytest

from e2e.desk import desk, sample_desk, sample_ledger

__all__ = ["desk", "sample_desk", "sample_ledger"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="write the golden sessions anew; then read the diff",
    )
