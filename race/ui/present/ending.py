"""The end: a verdict in one sentence, the score and its parts, what decided it."""

from dataclasses import dataclass

from race.core.ids import Ending
from race.core.words import month
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.news import lines_of


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of the score: words, points, most points."""

    text: str
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it ended: title, sentence, score, parts, the factor in words, turning points."""

    title: str
    sentence: str
    total: int
    parts: tuple[ScorePart, ...]
    factor: str
    turns: tuple[tuple[int, str, str], ...]


def verdict(session: Session) -> Verdict:
    """Return the verdict on a finished game (or on the game so far)."""
    ending = session.ending or Ending.ALSO_RAN
    title, sentence = ending_words()[ending]
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
    )


def turning_points(session: Session, most: int = 6) -> tuple[tuple[int, str, str], ...]:
    """Return the months that decided it: month index, date, the weightiest line; largest moves of trust."""
    moves = sorted(
        ((abs(later.trust_ppm - earlier.trust_ppm), later) for earlier, later in zip(session.reports, session.reports[1:], strict=False)),
        key=lambda pair: -pair[0],
    )
    chosen = sorted((report for _move, report in moves[:most]), key=lambda report: report.month)
    return tuple(
        (report.month, write(month(report.month)), lines[0].text)
        for report in chosen
        if (lines := lines_of(report, 1))
    )


def ending_words() -> dict[Ending, tuple[str, str]]:
    """Return each ending's title and its sentence."""
    return {
        Ending.TRIUMPH: (_("Triumph"), _("First in the race, in control of both companies, and your word kept.")),
        Ending.FRONTIER: (_("Frontier"), _("Level with the first, and still in control of both companies.")),
        Ending.PYRRHIC: (_("Pyrrhic victory"), _("You reached the frontier and lost the company that paid for it.")),
        Ending.CONTENDER: (_("Contender"), _("Among the first three, and still in control.")),
        Ending.STEWARD: (_("Steward"), _("The carmaker thrives; the lab does not.")),
        Ending.ALSO_RAN: (_("Also-ran"), _("The race went on without you.")),
        Ending.REMOVED: (_("Removed"), _("The holders voted you out.")),
        Ending.BANKRUPT: (_("Bankrupt"), _("The lab ran out of money and nobody would lend.")),
        Ending.ABSORBED: (_("Absorbed"), _("The lab was sold to somebody who could pay its bills.")),
        Ending.ENJOINED: (_("Enjoined"), _("The court ended the scheme.")),
        Ending.CATASTROPHE: (_("Catastrophe"), _("An unlimited release did harm that nobody could take back.")),
    }
