"""The sections on the field, on other worlds, and on what diverting and each mechanic is worth."""

from collections.abc import Iterator
from html import escape
from itertools import product
from typing import Final

from race.core.words import N_
from race.speech import _
from race.study.balance.measures import OF_THE_BEST, dominated
from race.study.balance.page.curves import dose_of_rate, dose_of_score, forest
from race.study.balance.page.field import (
    difficulty_lines,
    ending_bar,
    ending_bars,
    ending_legend,
    ladder,
    standing,
)
from race.study.balance.page.html import cards, figure, legend, section, table
from race.study.balance.plan import ARCHETYPES
from race.study.balance.tally import Side, Tally, best, lead_of, points
from race.study.balance.told import percent, share
from race.study.balance.worth.dose import quota_sides, response
from race.study.balance.worth.lifts import lifts

MECHANICS: Final = {
    "swap": N_("swap of slots"),
    "disclosure": N_("in the open"),
    "paid": N_("paid, on lease"),
    "forced_sites": N_("rushed sites"),
    "rental": N_("rented compute"),
    "poaching": N_("hiring away"),
    "promises": N_("promises"),
    "leaks": N_("leaks"),
    "suits": N_("suits"),
    "investment": N_("investment vote"),
}
"""Names of the mechanics, short enough for a chart."""


def field_section(tally: Tally) -> Iterator[str]:
    """Yield who wins, who is trusted, and how games end."""
    sides = [*tally.of("field"), *tally.of("planner")]
    lead = lead_of(tally)
    if not sides:
        return
    ranked = sorted(sides, key=lambda side: -side.rate().value)
    beaten = {loser for loser, _by in dominated(tally)}
    title = _("{founder} wins most").format(founder=lead.arm.founder.capitalize()) if lead else _("Who wins")
    drawn = [
        figure(
            title,
            _(
                "Share of games at Frontier or better over trust. Grey: beaten in both by another, "
                "or no archetype."
            ),
            standing(ranked, beaten),
        ),
        figure(
            _ending_title(sides),
            _("A bar a founder, the best first; a piece is the share of games with that ending."),
            ending_bars(ranked),
            legend(ending_legend(ranked)),
        ),
    ]
    drawn.append(
        figure(
            _("The ladder of skill"),
            _("Mean score, 0–1,000, with 95 % interval; on the right, the share at Frontier or better."),
            ladder(sorted(sides, key=lambda side: side.mean(points).value, reverse=True)),
        )
    )
    levels = _levels(tally)
    if len(levels) > 1:
        drawn.append(
            figure(
                _("Rivals that plan better"),
                _("Share of games at Frontier or better; green: the target for the best founder."),
                difficulty_lines(levels, OF_THE_BEST),
            )
        )
    yield section(
        _("The field"),
        _("All founders run the lab alike; they differ in what they take, say and promise."),
        cards(drawn),
        *_worlds(tally),
    )


def _ending_title(sides: list[Side]) -> str:
    games = [game.ending for side in sides if side.arm.founder in ARCHETYPES for game in side.games]
    if not games:
        return _("How games end")
    most = max(sorted(set(games)), key=games.count)
    told = _("{ending} ends {share} of the archetypes' games")
    return told.format(
        ending=most.replace("_", "-").capitalize(), share=share(games.count(most) / len(games))
    )


def _levels(tally: Tally) -> dict[str, dict[str, Side]]:
    """Return the archetypes' sides by difficulty, in the first scenario."""
    scenario = tally.spec.home[0]
    found: dict[str, dict[str, Side]] = {}
    for difficulty in tally.spec.difficulties:
        sides = [
            side
            for side in (*tally.of("field"), *tally.of("other"))
            if (side.arm.scenario, side.arm.difficulty) == (scenario, difficulty)
            and side.arm.founder in ARCHETYPES
        ]
        if sides:
            found[difficulty] = {side.arm.founder: side for side in sides}
    return found


def _worlds(tally: Tally) -> Iterator[str]:
    """Yield each founder's rate in each scenario and difficulty, when several scenarios were asked for."""
    if len(tally.spec.scenarios) < 2:  # noqa: PLR2004 - one is shown above
        return
    names = [name for name in tally.spec.founders if name in ARCHETYPES]
    rows = []
    for scenario, difficulty in product(tally.spec.scenarios, tally.spec.difficulties):
        found = {
            side.arm.founder: side
            for side in (*tally.of("field"), *tally.of("other"))
            if (side.arm.scenario, side.arm.difficulty) == (scenario, difficulty)
        }
        lead = best(side for name, side in found.items() if name in names)
        if lead is not None:
            rates = [_tinted(found[name], lead) if name in found else "" for name in names]
            rows.append([escape(scenario), escape(difficulty), *rates, ending_bar(lead)])
    headings = [_("scenario"), _("difficulty"), *names, _("endings of the best founder")]
    yield table(headings, rows, "worlds")


def _tinted(side: Side, lead: Side) -> str:
    """Return a rate on a ground that is stronger the higher it is; the best is bold."""
    found = side.rate()
    words = f"<strong>{share(found.value)}</strong>" if side is lead else share(found.value)
    return (
        f'<span class="tint" style="--part:{100 * found.value:.0f}%" title="{percent(found)}">{words}</span>'
    )


def worth_section(tally: Tally) -> Iterator[str]:
    """Yield the curve of diverting, and what each mechanic is worth."""
    sides, curve, found = quota_sides(tally), response(tally), lifts(tally)
    if curve is not None:
        peak, beyond = share(curve.peak.value), f"{100 * curve.beyond.value:+.1f}".replace("-", "−")
        yield section(
            _("What diverting is worth"),
            _(
                "Eleven founders, alike but for the share of the carmaker's flow that they swap for slots of "
                "their own; green: where the curve should peak."
            ),
            cards(
                [
                    figure(
                        _("The rate peaks at {share}, {points} points over none or all").format(
                            share=peak, points=beyond
                        ),
                        _(
                            "Share of games at Frontier or better, with 95 % interval; thin: the parabola "
                            "that the peak is read from; dashed: voted out."
                        ),
                        dose_of_rate(sides, curve.curve),
                    ),
                    figure(
                        _("What it does to the score"),
                        _("Mean score of all games, 0–1,000, with 95 % interval."),
                        dose_of_score(sides),
                    ),
                ]
            ),
        )
    if found:
        names = {switch: _(words) for switch, words in MECHANICS.items()}
        felt = sum(lift.felt for lift in found)
        yield section(
            _("What each mechanic is worth"),
            _("With it less without it, on common seeds; green: where a difference counts."),
            cards(
                [
                    figure(
                        _("{n} of {all} mechanics are felt").format(n=felt, all=len(found)),
                        _("Rate of whom it moves most, sure of all at once: right of 0 it helps."),
                        forest(found, "rate", names),
                    ),
                    figure(
                        _("And in the score of whom it moves most"),
                        _("Mean score of that archetype, sure of all archetypes at once."),
                        forest(found, "score", names),
                    ),
                ]
            ),
        )
