"""The end: a verdict in one sentence, the score and its parts, what decided it."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import PPM, Ending, Firm
from race.core.receipts import Account
from race.core.words import cents, elo, month, percent, points
from race.session.session import Session
from race.speech import _, name, speak
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.figures import signed

_WEATHER: Final = frozenset({"The share price", "Old convictions", "Word of mouth", "Change of owners"})
"""Causes of trust that nobody chose."""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of the score: words, points, most points."""

    text: str
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Turn:
    """One month that decided it: index, date, what was done, what that moved in words and as a number."""

    month: int
    date: str
    text: str
    change: str
    moved: float


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
    """How it ended: title, sentence, score, parts, the factor in words, turning points, four figures."""

    title: str
    sentence: str
    total: int
    parts: tuple[ScorePart, ...]
    factor: str
    turns: tuple["Turn", ...]
    cards: tuple["Card", ...]


def verdict(session: Session) -> Verdict:
    """Return the verdict on a finished game (or on the game so far)."""
    ending = session.ending or Ending.ALSO_RAN
    title, sentence = ending_words()[ending]
    if (buyer := session.position().labs[Firm.XAI].buyer) is not None:
        sentence = _("You sold the lab to {firm}.").format(firm=name(buyer))
    score = session.score()
    return Verdict(
        title=title,
        sentence=sentence,
        total=score.total,
        parts=(
            ScorePart(_("Race"), score.race, 400),
            ScorePart(_("Owners"), score.owners, 250),
            ScorePart(_("Carmaker"), score.carmaker, 150),
            ScorePart(_("House"), score.house, 120),
            ScorePart(_("World"), score.world, 80),
        ),
        factor="" if score.factor >= 1.0 else _("times {factor} for this ending").format(factor=score.factor),
        turns=turning_points(session),
        cards=cards(session),
    )


def turning_points(session: Session, most: int = 4) -> tuple[Turn, ...]:
    """Return what decided it: the deeds that moved trust most, then the lab's largest steps in quality."""
    shares = session.view().holders.shares
    held = max(1, int(shares[shares > 0].sum()))
    deeds = _deeds(session)
    largest = sorted(deeds, key=lambda words: -abs(sum(deeds[words].values())))[:most]
    turns = []
    for words in largest:
        by_month = deeds[words]
        index = max(by_month, key=lambda each: abs(by_month[each]))
        moved = sum(by_month.values()) / held
        change = _("Trust {change}").format(change=write(points(round(moved))) or "0")
        turns.append(Turn(index, write(month(index)), words, change, moved / PPM))
    turns += _steps(session)[: most - len(turns)]
    return tuple(sorted(turns, key=lambda turn: turn.month))


def _steps(session: Session) -> list[Turn]:
    """Return the months in which the lab's published quality rose, the largest rise first."""
    found = []
    for report in session.reports:
        for balance in report.balances:
            gain = balance.now - balance.before
            if (balance.firm, balance.account) == (Firm.XAI, Account.QUALITY) and gain > 0:
                words = speak(max(balance.receipts, key=lambda entry: entry.amount).cause)
                change = _("Quality {change}").format(change=signed(elo(gain / 1000)))
                found.append(Turn(report.month, write(month(report.month)), words, change, gain / 1000))
    return sorted(found, key=lambda turn: -turn.moved)


def _deeds(session: Session) -> dict[str, dict[int, int]]:
    """Return the changes of trust that somebody chose, by their words and month, in the account's unit."""
    found: dict[str, dict[int, int]] = {}
    for report in session.reports:
        for balance in report.balances:
            if (balance.firm, balance.account) != (Firm.TESLA, Account.TRUST):
                continue
            for entry in balance.receipts:
                if entry.cause.msgid not in _WEATHER and entry.amount:
                    months = found.setdefault(speak(entry.cause), {})
                    months[report.month] = months.get(report.month, 0) + entry.amount
    return found


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
            _("Owners' trust"),
            str(round(100 * last.trust_ppm / PPM)),
            _("voted out near {limit}").format(limit=round(100 * limit)),
            last.trust_ppm / PPM >= limit,
        ),
        Card(
            "word",
            _("Promises kept"),
            _("{n} of {all}").format(n=kept, all=len(judged)) if judged else _("None due"),
            _("{n} still open").format(n=len(view.affairs.promises) - len(judged)),
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
        Ending.REMOVED: (_("Removed"), _("The holders voted you out.")),
        Ending.BANKRUPT: (_("Bankrupt"), _("The lab ran out of money and nobody would lend.")),
        Ending.ABSORBED: (_("Absorbed"), _("The lab was sold to somebody who could pay its bills.")),
        Ending.ENJOINED: (_("Enjoined"), _("The court ended the scheme.")),
        Ending.CATASTROPHE: (
            _("Catastrophe"),
            _("An unlimited release did harm that nobody could take back."),
        ),
    }
