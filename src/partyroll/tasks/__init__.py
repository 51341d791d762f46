"""Use cases as plain functions, one transaction each; they never print."""
