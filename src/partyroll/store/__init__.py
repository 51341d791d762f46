"""The ledger: one SQLite file in which nothing is overwritten."""
