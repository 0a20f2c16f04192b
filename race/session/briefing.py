"""The first morning: what a founder is told before the first order, worked out from the position."""

from collections.abc import Iterator
from math import fsum
from typing import Final

from race.core.events import Event, Happening
from race.core.formulas.race.chips import building, capacity_kw
from race.core.ids import PPM, Firm, Thing
from race.core.rulebook import Rulebook
from race.core.view import FounderView
from race.core.words import N_, Name, Sentence, chips, elo, kw, month, months, percent
from race.core.world import OrderLine

_OFFER: Final = 8_000
"""An order line of the carmaker's this large is worth a memo; so is one of the lab's that has no power."""
_USUAL: Final = Rulebook()
"""What a game is like unless its scenario says otherwise."""


def briefing(view: FounderView) -> tuple[Event, ...]:
    """Return the news of the opening: what this world has of its own, the memo, the race, the wait."""
    special = ((Firm.XAI, sentence) for sentence in _special(view))
    return tuple(
        Event(kind=Happening.BRIEFING, firm=firm, sentence=sentence)
        for firm, sentence in (*special, *_lines(view))
    )


def _special(view: FounderView) -> Iterator[Sentence]:
    """Tell what sets this world apart: chips without a hall, an edge that is near, a longer queue."""
    rules = view.board.rules
    homeless = [(line, room) for line in view.lines if (room := room_for(view, line)) < line.quantity]
    forced = view.own.may_force and bool(rules.switches.forced_sites)
    for line, room in homeless[:1]:
        yield Sentence(
            N_("{lab}: {n} chips due in {date}, power for {room}; a rushed site stands in {wait}.")
            if forced
            else N_(
                "{lab}: {n} chips due in {date}, power for {room}; a site with its permits stands in {wait}."
            ),
            {
                "lab": Name(Firm.XAI),
                "n": chips(line.quantity),
                "date": month(line.due),
                "room": chips(room),
                "wait": months(building(rules, Firm.XAI, forced=forced)[0]),
            },
        )
    if rules.race.precipice_elo < _USUAL.race.precipice_elo:
        yield Sentence(
            N_("From {score} on, a leading lab's incident can be the end for everybody."),
            {"score": elo(rules.race.precipice_elo)},
        )
        yield Sentence(
            N_("Safety on {part} of a lab's compute keeps its risk from building."),
            {"part": percent(round(rules.race.safety_need * PPM))},
        )
    if rules.chips.opening_backlog > _USUAL.chips.opening_backlog:
        yield Sentence(
            N_("Others have booked {wait} of all chips made: what is on the way is worth more."),
            {"wait": months(round(rules.chips.opening_backlog))},
        )


def room_for(view: FounderView, line: OrderLine) -> int:
    """Return how many chips of a large line of the lab's own have power when it comes; else all of them.

    A lab that is hosted has its power from others.
    """
    depot, each = view.own.depot, view.board.kw_of
    hosted = any(site.hosted for site in depot.sites)
    if hosted or line.owner is not Firm.XAI or line.quantity < _OFFER:
        return line.quantity
    drawn = fsum(batch.quantity * each[batch.generation] for batch in depot.batches)
    spare = int((capacity_kw(depot, line.due) - drawn) / each[line.generation])
    return max(0, min(line.quantity, spare))


def _lines(view: FounderView) -> Iterator[tuple[Firm | None, Sentence]]:
    board, names = view.board, {"carmaker": Name(Firm.TESLA), "lab": Name(Firm.XAI)}
    for line in view.lines:
        if line.owner is line.payer is Firm.TESLA and line.quantity >= _OFFER:
            yield (
                Firm.TESLA,
                Sentence(
                    N_("A memo asks where {n} chips due in {date} go: to {carmaker}, or to {lab}."),
                    {**names, "n": chips(line.quantity), "date": month(line.due)},
                ),
            )
    best, own = board.league[0], next(line for line in board.league if line.firm is view.firm)
    yield (
        best.firm,
        Sentence(
            N_("{leader} leads the race with {score}; {lab} has {own}."),
            {
                **names,
                "leader": Name(best.firm),
                "score": elo(best.elo_published),
                "own": elo(own.elo_published),
            },
        ),
    )
    for site in view.carmaker.depot.sites:
        if site.ready > board.month:
            yield (
                Firm.TESLA,
                Sentence(
                    N_("{carmaker}'s new hall of {power} is planned for {date}; its sites are nearly full."),
                    {**names, "power": kw(site.power_kw), "date": month(site.ready)},
                ),
            )
    yield (
        None,
        Sentence(
            N_("Chips booked today arrive in about {wait}."), {"wait": months(int(board.lead_months + 0.5))}
        ),
    )
    for act in view.affairs.acts:
        if act.thing is Thing.CHIPS:
            yield (
                Firm.TESLA,
                Sentence(
                    N_("In {date} you had {n} chips of {carmaker}'s sent to {lab}; nobody has written of it.")
                    if act.published is None
                    else N_(
                        "In {date} you had {n} chips of {carmaker}'s sent to {lab}; it has been written."
                    ),
                    {**names, "date": month(act.month), "n": chips(act.quantity)},
                ),
            )
    for meeting in [ahead for ahead in board.setting.meetings if ahead > board.month][:1]:
        yield (
            Firm.TESLA,
            Sentence(
                N_("{carmaker}'s holders meet in {date} and vote on you."), {**names, "date": month(meeting)}
            ),
        )
