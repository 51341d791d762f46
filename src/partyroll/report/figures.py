"""Shares, rates and changes, rounded half up from whole numbers."""


def share(part: int, whole: int) -> float | None:
    """Return `part` of `whole` in per cent, one decimal; None of nothing."""
    return _rounded(part * 100, whole, places=1)


def per_thousand(count: int, base: int) -> float | None:
    """Return `count` per 1,000 of `base`, two decimals; None of nothing."""
    return _rounded(count * 1_000, base, places=2)


def change(before: int, now: int) -> float | None:
    """Return the change from `before` to `now` in per cent; None from nothing."""
    return share(now - before, before)


def decimal_comma(value: float) -> str:
    """Return a percentage as printed in Vietnamese prose: 89.0 → "89,0%"."""
    return f"{value:.1f}%".replace(".", ",")


def _rounded(number: int, divisor: int, *, places: int) -> float | None:
    if not divisor:
        return None

    scale = int(10**places)
    return (2 * number * scale + divisor) // (2 * divisor) / scale
