"""What one heading says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one heading says; nothing set = unknown."""

    fields: tuple[str, ...] = ()
    month: int | None = None  # as written: 0 and 13 are told, not read
    year: int | None = None
    meeting: bool | None = None  # True/False where the heading says meetings or dues
    bare: bool = False  # a lone number: a month only in the right company
    span: int = 1  # how many months it stands for: a quarter, half a year
    pair: tuple[int, int] | None = None  # "03/01": which is the month, its neighbours say
    tally: str = ""  # what is counted below a month: held, present, excused, absent, missed
    only_if: str = ""  # what the values must be for it: "SN" is a birth date over dates

    @property
    def known(self) -> bool:
        """Whether the heading says anything by itself."""
        return bool(self.fields) or (self.month is not None and not self.bare)

    @property
    def months(self) -> range:
        """The numbers of the months it stands for."""
        first = self.month or 0
        return range(first, first + self.span)


UNKNOWN = Meaning()
