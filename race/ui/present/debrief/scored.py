"""The score opened: what each part is made of, to the point, from the score's own arithmetic."""

from race.core.ids import Firm
from race.core.outcome import (
    final_gap,
    gap_points,
    powered_share,
    price_against_sector,
    promises_kept,
    trust,
    trust_points,
    value_points,
)
from race.session.session import Session
from race.speech import _, number

Line = tuple[str, float]
"""What points were given for, and how many."""


def opened_score(session: Session) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of race, owners, carmaker, house and world; each sums to its part of the score."""
    return _race(session), _owners(session), _carmaker(session), _house(session), _world(session)


def told(lines: tuple[Line, ...]) -> str:
    """Return the lines as a tooltip shows them."""
    return "\n".join(f"{number(points, 1)}  {words}" for words, points in lines)


def _least(value: float, top: float) -> float:
    return min(top, max(0.0, value))


def _race(session: Session) -> tuple[Line, ...]:
    world = session.position()
    rules, places = world.rules.score, world.labs[Firm.XAI].milestones
    prizes = rules.prize_points * places.count(1) + rules.second_points * places.count(2)
    year = world.gaps[-12:]
    near = sum(gap <= rules.frontier_gap for gap in year) / max(1, len(year))
    return (
        (_("how close you came"), gap_points(rules, final_gap(world))),
        (_("prizes of the race"), min(rules.prize_most, prizes)),
        (_("months at the frontier"), rules.frontier_points * near),
    )


def _owners(session: Session) -> tuple[Line, ...]:
    world = session.position()
    rules, kept = world.rules.score, promises_kept(world)
    return (
        (_("trust"), trust_points(rules, trust(world))),
        (_("promises kept"), rules.promise_points * (0.5 if kept is None else kept)),
        (
            _("the share against its sector"),
            _least(rules.return_points * price_against_sector(world), rules.return_points),
        ),
    )


def _carmaker(session: Session) -> tuple[Line, ...]:
    world = session.position()
    rules = world.rules.score
    return (
        (
            _("the carmaker's chips against its plan"),
            _least(rules.chips_points * powered_share(world), rules.chips_points),
        ),
        (_("steps of autonomy"), rules.autonomy_points * world.carmaker.autonomy_reached / 4),
    )


def _house(session: Session) -> tuple[Line, ...]:
    world = session.position()
    rules, lab = world.rules.score, world.labs[Firm.XAI]
    worth = lab.valuation_usd if lab.buyer is None else lab.sold_usd
    return (
        (_("what the lab is worth"), value_points(rules, worth)),
        (_("who stayed"), rules.people_points * lab.staff / max(1, lab.staff + lab.people_lost)),
    )


def _world(session: Session) -> tuple[Line, ...]:
    world = session.position()
    rules = world.rules.score
    harm = rules.incident_points * world.labs[Firm.XAI].incidents
    return ((_("no harm done"), _least(rules.world_points - harm, rules.world_points)),)
