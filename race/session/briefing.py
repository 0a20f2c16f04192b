"""The first morning: what a founder is told before the first order, worked out from the position."""

from collections.abc import Iterator
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import Firm, Thing
from race.core.view import FounderView
from race.core.words import N_, Name, Sentence, chips, elo, kw, month, months

_OFFER: Final = 8_000
"""An order line of the carmaker's this large is worth a memo."""


def briefing(view: FounderView) -> tuple[Event, ...]:
    """Return the news of the opening: the memo, the race, the power, the meeting, the wait."""
    return tuple(
        Event(kind=Happening.BRIEFING, firm=firm, sentence=sentence) for firm, sentence in _lines(view)
    )


def _lines(view: FounderView) -> Iterator[tuple[Firm | None, Sentence]]:
    board, names = view.board, {"carmaker": Name(Firm.TESLA), "lab": Name(Firm.XAI)}
    for line in view.lines:
        if line.owner is Firm.TESLA and line.quantity >= _OFFER:
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
