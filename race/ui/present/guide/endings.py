"""How a game ends: the eleven endings in the order in which they are tried, with what each asks for."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import PPM, Ending
from race.core.outcome import FINAL, GOOD, SUDDEN, Asked, Reckoning, whole
from race.core.rulebook import Rulebook
from race.core.words import months, percent
from race.session.heard.judged import made_out
from race.session.session import Session
from race.speech import _, labelled
from race.speech import quantity as write
from race.ui.present.ahead import lap
from race.ui.present.debrief.verdict import ending_words

_ORDER: Final = tuple(dict.fromkeys(ending for ending, _found in (*SUDDEN, *FINAL)))
"""Every ending once, as it is tried first."""


@dataclass(frozen=True, slots=True)
class Way:
    """One ending: its name, its sentence, what it asks for, and the part of the score it leaves, if less."""

    title: str
    sentence: str
    asks: tuple[str, ...]
    leaves: str = ""


def ways(session: Session) -> tuple[Way, ...]:
    """Return every ending as the game tries them, with how things stand as far as anybody can know."""
    seen, rules, words = made_out(session), session.view().board.rules, ending_words()
    asks = _sudden(seen, rules) | {ending: _aim(seen, ending) for ending in GOOD}
    asks[Ending.ALSO_RAN] = (_("None of the others fits."),)
    return tuple(Way(*words[ending], asks[ending], _left(rules, ending)) for ending in _ORDER)


def lead() -> str:
    """Return how they are tried."""
    return _(
        "They are tried in this order, and the first that fits is yours. The first four can come in any "
        "month, and so can the fifth when control is lost; the others are judged after the last month."
    )


def _aim(seen: Reckoning, ending: Ending) -> tuple[str, ...]:
    """Return what an aim asks for; between two ways to it stands a word."""
    found: list[str] = []
    for way in GOOD[ending](seen):
        found += [_("or")] if found else []
        found += [_now(lap.whole_told(asked), asked) for asked in way]
    return tuple(found)


def _now(words: str, asked: Asked) -> str:
    return _("{asked} ({there} now)").format(asked=words, there=lap.there_told(asked))


def _sudden(seen: Reckoning, rules: Rulebook) -> dict[Ending, tuple[str, ...]]:
    """Return what brings the endings that nobody aims at."""
    score = rules.score
    broken = (
        _now(labelled(lap.asked_names()[one.key], _below(round(PPM * one.wanted))), one)
        for one in whole(seen)
    )
    return {
        Ending.CATASTROPHE: (_("An incident at the frontier while no limit on releases is in force."),),
        Ending.BANKRUPT: (
            _("Cash is below zero for {time}, and nobody lends.").format(
                time=write(months(rules.money.debt_months))
            ),
        ),
        Ending.ABSORBED: (
            _("You sell the lab to a rival: {part} of the score counts.").format(
                part=_part(score.sold_factor)
            ),
            _("The holders vote that the carmaker buys it: {part}.").format(part=_part(score.merged_factor)),
            _("It is sold for its debts: {part}.").format(part=_part(score.lost_factor)),
        ),
        Ending.REMOVED: (
            labelled(_("Votes cast that would keep you"), _below(PPM // 2)),
            _("or"),
            labelled(_("Your own votes of the carmaker"), _below(score.margin_votes)),
        ),
        Ending.PYRRHIC: (
            _("At the frontier, and removed."),
            _("or"),
            _("At the frontier after the last month, and the carmaker is broken by one of these:"),
            *broken,
        ),
        Ending.ENJOINED: (_("A ban on deals is in force after the last month."),),
    }


def _left(rules: Rulebook, ending: Ending) -> str:
    """Return the part of the score that an ending leaves, where it takes some."""
    score = rules.score
    factors = {
        Ending.CATASTROPHE: score.catastrophe_factor,
        Ending.BANKRUPT: score.lost_factor,
        Ending.REMOVED: score.removed_factor,
        Ending.ENJOINED: score.enjoined_factor,
    }
    return _part(factors[ending]) if ending in factors else ""


def _below(ppm: int) -> str:
    return _("below {n}").format(n=write(percent(ppm)))


def _part(factor: float) -> str:
    return write(percent(round(PPM * factor)))
