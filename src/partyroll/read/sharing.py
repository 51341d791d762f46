"""Texts that stand in many cells are kept once: "Kinh", "Nữ", the names of the units."""

_LOOKED_AT = 16  # one row of so many: what is in many cells is in these
_KEPT = 50_000


class Shared:
    """The texts that were seen, each as one object."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}  # texts only: 1.0 and True are one key

    def rows(self, rows: list[list[object]]) -> list[list[object]]:
        """Return equal rows in which the same text is the same object."""
        if len(self._known) < _KEPT:
            for text in (value for row in rows[::_LOOKED_AT] for value in row):
                if type(text) is str:
                    self._known.setdefault(text, text)
        known = self._known.get
        return [[*map(known, row, row)] for row in rows]
