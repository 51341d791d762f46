"""Transfers between two ledgers: letters, answers, and what was kept for a time elsewhere."""
