"""Every register with something to do on it, in the order in which a matter is told."""

from partyroll.tasks.registers import (
    admission,
    away,
    cases,
    near,
    rating,
    support,
    transfers,
)
from partyroll.tasks.registers.looking import RegisterSource

# Where two registers tell of one matter, the first one's words are taken.
EVERY: tuple[RegisterSource, ...] = (
    cases.SOURCE,
    transfers.SOURCE,
    near.SOURCE,
    away.SOURCE,
    rating.SOURCE,
    admission.SOURCE,
    support.SOURCE,
)
