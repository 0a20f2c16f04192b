"""What the chipmaker tells the founder: how it weighs the two companies in the coming month, and why."""

from msgspec.structs import replace

from race.core.formulas.race.queue import Weighing
from race.core.ids import OWN_FIRMS, Firm, Seat
from race.core.view import FounderView
from race.policy.institutions.chipmaker import weigh
from race.session.session import Session


def weighing(session: Session, firm: Firm) -> Weighing:
    """Return how the chipmaker will weigh the lab or the carmaker, with its reasons.

    Raises ValueError for another company: nobody is told how a rival is served.
    """
    if firm not in OWN_FIRMS:
        message = f"the chipmaker does not speak of {firm.value}"
        raise ValueError(message)
    return weigh(session.asked(Seat.CHIPMAKER), firm)


def quoted(session: Session) -> FounderView:
    """Return the founder's view with the weights by which the chipmaker will quote in the coming month."""
    own, carmakers = (weighing(session, firm).weight for firm in OWN_FIRMS)
    return replace(session.view(), regard=own, carmaker_regard=carmakers)
