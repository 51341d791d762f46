"""Ages and years of membership, in the bands of the printed form."""

from dataclasses import dataclass

from partyroll.model import ExitRecord
from partyroll.period import PartialDate, whole_years

Bounds = tuple[int, int]
_OPEN = 100  # years that nobody has: a band up to here has no upper end


@dataclass(frozen=True, slots=True)
class Band:
    """A span of whole years, both ends included."""

    label: str
    low: int
    high: int

    @property
    def code(self) -> str:
        """The band as people type it: "18-30", "61+"."""
        if self.high >= _OPEN:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    def holds(self, bounds: Bounds) -> bool:
        """Whether both what it is at least and what it is at most lie in the band."""
        return self.low <= bounds[0] and bounds[1] <= self.high


AGES = (
    Band("18–30", 18, 30),
    Band("31–35", 31, 35),
    Band("36–40", 36, 40),
    Band("41–45", 41, 45),
    Band("46–50", 46, 50),
    Band("51–55", 51, 55),
    Band("56–60", 56, 60),
    Band("Trên 60", 61, 150),
)
YOUNG = Band("18–40", 18, 40)
TENURES = (
    Band("Dưới 1 năm", 0, 0),
    Band("1–5 năm", 1, 5),
    Band("6–10 năm", 6, 10),
    Band("11–20 năm", 11, 20),
    Band("21–30 năm", 21, 30),
    Band("Trên 30 năm", 31, 130),
)

PARTY_AGES = (
    Band("Dưới 10 năm", 0, 9),
    Band("10–19 năm", 10, 19),
    Band("20–29 năm", 20, 29),
    Band("30–39 năm", 30, 39),
    Band("40–49 năm", 40, 49),
    Band("Từ 50 năm", 50, 130),
)


def age(record: ExitRecord) -> Bounds | None:
    """Return the age at exit, at least and at most; None where a date is missing."""
    return _years(record.birth_date, record)


def tenure(record: ExitRecord) -> Bounds | None:
    """Return the full years of membership at exit, at least and at most."""
    return _years(record.admission_date, record)


def party_age(record: ExitRecord) -> Bounds | None:
    """Return the Party age at exit: from the decision to admit, else the ceremony."""
    return _years(record.admission_decision_date or record.admission_date, record)


def _years(since: PartialDate | None, record: ExitRecord) -> Bounds | None:
    until = record.counted_on
    return whole_years(since, until) if since and until else None


def band_of(bounds: Bounds | None, bands: tuple[Band, ...]) -> Band | None:
    """Return the one band that holds the years; None where two might."""
    return next((band for band in bands if bounds and band.holds(bounds)), None)
