"""Workbooks in, facts and problems out; knows no ledger."""
