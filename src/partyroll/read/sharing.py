"""Texts that stand in many cells are kept once: "Kinh", "Nữ", the names of the units."""

_KEPT = 50_000


class Shared:
    """The texts that were seen, each as one object."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}  # texts only: 1.0 and True are one key

    def values(self, values: list[object]) -> list[object]:
        """Return equal values, each text as it was seen first."""
        known = self._known
        if len(known) < _KEPT:
            known.update(
                (text, text) for text in values if type(text) is str and text not in known
            )
        return [*map(known.get, values, values)]
