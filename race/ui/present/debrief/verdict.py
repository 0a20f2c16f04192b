"""The end: a verdict in one sentence, the score and its parts, what decided it."""

from collections import Counter
from dataclasses import dataclass
from math import fsum
from typing import Final

from race.core.ids import PPM, Ending, Firm
from race.core.outcome import final_gap, lost_control, score_lines
from race.core.words import cents, elo, months, percent
from race.session.session import Session
from race.speech import _, date, name, number, ordinal
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.debrief.scored import part_names
from race.ui.present.debrief.turning import Turn, turning_points
from race.ui.present.figures import signed
from race.ui.present.seat.players import player_name


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of the score: words, points, most points."""

    text: str
    points: float
    most: float

    @property
    def share(self) -> float:
        """Return the part of its most that was reached, 0-1."""
        return self.points / self.most if self.most else 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """One figure of the end: its side (`lab`, `carmaker`, `owners`, `word`), label, figure, note, sign."""

    side: str
    label: str
    figure: str
    note: str
    good: bool | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it ended: title, headline, sentence, score, parts, the factor in words, turns, four figures."""

    title: str
    headline: str
    sentence: str
    total: int
    parts: tuple[ScorePart, ...]
    factor: str
    turns: tuple[Turn, ...]
    cards: tuple["Card", ...]


def verdict(session: Session) -> Verdict:
    """Return the verdict on a finished game (or on the game so far)."""
    ending = session.ending or Ending.ALSO_RAN
    title, sentence = ending_words()[ending]
    if (buyer := session.position().labs[Firm.XAI].buyer) is not None:
        sentence = _("You sold the lab to {firm}.").format(firm=name(buyer))
    elif ending is Ending.REMOVED:
        sentence = removed_told(session)
    elif ending in _SHORT_OF_IT:
        sentence = f"{sentence} {_short_of_it(session)}"
    score, parts = session.score(), score_lines(session.position())
    return Verdict(
        title=title,
        headline=headline(session),
        sentence=sentence,
        total=score.total,
        parts=(
            *(
                ScorePart(
                    words, fsum(line.points for line in parts[part]), fsum(line.most for line in parts[part])
                )
                for part, words in part_names().items()
            ),
        ),
        factor=""
        if score.factor >= 1.0
        else _("times {factor} for this ending").format(factor=number(score.factor, 2)),
        turns=turning_points(session),
        cards=cards(session),
    )


def removed_told(session: Session) -> str:
    """Say how control was lost: by the holders' vote, or by a lender's sale of pledged shares."""
    world = session.position()
    if world.affairs.removed or not lost_control(world):
        return _("The holders voted you out.")
    words = _(
        "A lender sold shares that you had pledged: {votes} of the votes were left to you, "
        "and control takes {least}."
    )
    return words.format(
        votes=write(percent(world.carmaker.stake_ppm)), least=write(percent(world.rules.score.margin_votes))
    )


_SHORT_OF_IT: Final = (Ending.CONTENDER, Ending.STEWARD, Ending.ALSO_RAN)
"""Endings that a smaller gap would have turned into the frontier."""


def _short_of_it(session: Session) -> str:
    """Say by how much the frontier was missed."""
    rules = session.view().board.rules.score
    words = _("Over the last {time} you were {n} behind the first; {goal} would have been the frontier.")
    gap = final_gap(session.position())
    return words.format(
        time=write(months(rules.final_months)), n=write(elo(gap)), goal=write(elo(rules.frontier_gap))
    )


def eyebrow(session: Session, title: str) -> tuple[str, ...]:
    """Return the line over the headline, the first part first: how it ended and when, who played for you."""
    words, played = _("{ending} · {date} · after {time}"), write(months(len(session.reports) - 1))
    told = words.format(ending=title, date=date(session.month), time=played)
    by_bots = handed(session)
    return told, *((_handed_in_all(session),) if by_bots[1:] else by_bots)


def _handed_in_all(session: Session) -> str:
    """Return how many of the months bots have played in the founder's place, whichever they were."""
    months = session.journal.months
    played = sum(bool(record.by) for record in months)
    return _("{n} of {all} months by bots").format(n=played, all=len(months))


def handed(session: Session) -> tuple[str, ...]:
    """Return how many of the months each bot has played in the founder's place; empty for none."""
    months = session.journal.months
    words = _("{n} of {all} months by the bot {bot}")
    bots = Counter(record.by for record in months if record.by)
    return tuple(words.format(n=n, all=len(months), bot=player_name(bot)) for bot, n in bots.items())


def headline(session: Session) -> str:
    """Return how it ended, without a full stop: the race, and what became of the two companies."""
    place = league.standing_of(session)
    words = _sudden(session) or _lasting(session, first=place == 1)
    return words.format(place=ordinal(place))


def _sudden(session: Session) -> str:
    """Return the headline of an ending that leaves no choice of words; empty for the others."""
    if session.ending is Ending.ABSORBED and session.position().labs[Firm.XAI].buyer is not None:
        return _("You came {place} and sold the lab")
    return {
        Ending.CATASTROPHE: _("You released what nobody could take back"),
        Ending.ABSORBED: _("You came {place} and the lab was sold over your head"),
        Ending.BANKRUPT: _("You came {place} and ran out of money"),
        Ending.ENJOINED: _("You came {place} before a court stopped you"),
        Ending.STEWARD: _("You came {place}, and the carmaker thrives"),
    }.get(session.ending or Ending.ALSO_RAN, "")


def _lasting(session: Session, *, first: bool) -> str:
    broken = session.ending is Ending.PYRRHIC and not lost_control(session.position())
    if broken:
        won, placed = _("You won the race and broke the company"), _("You came {place} and broke the company")
    elif session.ending in (Ending.REMOVED, Ending.PYRRHIC):
        won, placed = _("You won the race and lost the company"), _("You came {place} and lost the company")
    else:
        won = _("You won the race and kept both companies")
        placed = _("You came {place} and kept both companies")
    return won if first else placed


def cards(session: Session) -> tuple[Card, ...]:
    """Return the four figures of the end: place, share, trust, promises."""
    first, last, view = session.reports[0], session.reports[-1], session.view()
    gain = last.price_cents / first.price_cents - 1.0
    limit = view.board.rules.owners.theta_keep
    judged = [promise for promise in view.affairs.promises if promise.kept is not None]
    kept = sum(promise.kept is True for promise in judged)
    best = view.own.best()
    return (
        Card(
            "lab",
            name(Firm.XAI),
            league.race(session).place,
            _("quality {score}").format(score=write(elo(best.elo_published))) if best else "",
            None,
        ),
        Card(
            "carmaker",
            _("{firm} share").format(firm=name(Firm.TESLA)),
            write(cents(last.price_cents)),
            _("{change} since the start").format(change=signed(percent(round(gain * PPM)))),
            gain >= 0,
        ),
        Card(
            "owners",
            _("Holders' trust"),
            str(round(100 * last.trust_ppm / PPM)),
            _("voted out near {limit}").format(limit=round(100 * limit)),
            last.trust_ppm / PPM >= limit,
        ),
        Card(
            "word",
            _("Promises kept"),
            _("{n} of {all}").format(n=kept, all=len(judged)) if judged else _("None due"),
            _("{n} still open").format(n=still)
            if (still := len(view.affairs.promises) - len(judged))
            else "",
            None if not judged else 2 * kept >= len(judged),
        ),
    )


def ending_words() -> dict[Ending, tuple[str, str]]:
    """Return each ending's title and its sentence."""
    return {
        Ending.TRIUMPH: (
            _("Triumph"),
            _("First in the race, in control of both companies, and your word kept."),
        ),
        Ending.FRONTIER: (_("Frontier"), _("Level with the first, and still in control of both companies.")),
        Ending.PYRRHIC: (
            _("Pyrrhic victory"),
            _("You reached the frontier and lost the company that paid for it."),
        ),
        Ending.CONTENDER: (
            _("Contender"),
            _("Close behind the first, and still in control of both companies."),
        ),
        Ending.STEWARD: (_("Steward"), _("The carmaker thrives; the lab does not.")),
        Ending.ALSO_RAN: (_("Also-ran"), _("The race went on without you.")),
        Ending.REMOVED: (_("Removed"), _("You lost control of the carmaker.")),
        Ending.BANKRUPT: (_("Bankrupt"), _("The lab ran out of money and nobody would lend.")),
        Ending.ABSORBED: (_("Absorbed"), _("The lab was sold to somebody who could pay its bills.")),
        Ending.ENJOINED: (_("Enjoined"), _("The court ended the scheme.")),
        Ending.CATASTROPHE: (
            _("Catastrophe"),
            _("An unlimited release did harm that nobody could take back."),
        ),
    }
