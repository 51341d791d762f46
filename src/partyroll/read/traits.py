"""What holds for a whole workbook and cannot be seen in its values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What the parts of a workbook say; of other formats than xlsx nothing is known."""

    legacy_fonts: bool = False
    epoch_1904: bool = False
