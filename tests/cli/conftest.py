"""The desk on which commands are tried."""

from e2e.desk import desk, sample_desk, sample_ledger

__all__ = ["desk", "sample_desk", "sample_ledger"]
