"""Which findings rest on nothing but evidence that people have judged already."""

from collections import defaultdict

from partyroll.model import Finding, ReviewStep
from partyroll.rules.silencing import silence
from partyroll.store.ledger import Ledger
from partyroll.store.reviews import steps


class Judgements:
    """What people concluded of months, of everybody or of one person."""

    def __init__(self, ledger: Ledger, person_id: str = "") -> None:
        self._steps: dict[str, list[ReviewStep]] = defaultdict(list)
        for step in steps(ledger, person_id):
            self._steps[step.person_id].append(step)

    def on(self, person_id: str, finding: Finding) -> Finding:
        """Return the finding, silenced where nothing is new since it was judged."""
        told = self._steps.get(person_id)
        return silence(finding, told) if told else finding
