"""The sums of a book's line as the ledger keeps them: "10000,,10000,…", a place a month.

One sum all year stands in line after line, so that both ways are remembered.
"""

from functools import lru_cache

_KEPT = 10_000


@lru_cache(maxsize=_KEPT)
def as_stored(amounts: tuple[int | None, ...]) -> str:
    """Return the sums of all months as one text; None leaves its place empty."""
    return ",".join(["" if amount is None else str(amount) for amount in amounts])


@lru_cache(maxsize=_KEPT)
def sums_in(stored: str) -> tuple[int, ...]:
    """Return the sums that are stated and more than nothing, in the order of months."""
    return tuple([int(amount) for amount in stored.split(",") if amount not in {"", "0"}])
