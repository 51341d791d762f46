"""The balance of members of a term, from the ledger."""

from partyroll.period import Term
from partyroll.report.balance import balance
from partyroll.report.flow_lines import Members, year_periods
from partyroll.store.figures import UnitTree
from partyroll.store.ledger import Ledger
from partyroll.store.walks import member_walks, names_of


def balanced(
    ledger: Ledger, term: Term, tree: UnitTree, within: frozenset[str] | None
) -> Members:
    """Return who stood where at both ends of every year, who came and who went."""
    periods = year_periods(term)
    walks = member_walks(ledger, term.start)
    found = balance(walks.walks, periods, tree.above, tree.steps)
    broken = [person for one in found.breaks for person in one.people]
    return Members(
        found,
        periods,
        tree.above,
        tree.named,
        rostered=walks.rostered,
        names=names_of(ledger, broken),
        tops=within or frozenset(),
    )
