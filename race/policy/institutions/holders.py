"""The holders as plaintiffs and letter writers: they act on what is published, and when angry.

A published diversion draws suits for some weeks; fresh suits draw more of them; an act that was made
good, a director or a sharing policy calms the lawyers.
Who has written before may ask to read the files while no case will open them.
Funds write open letters while misconduct is loud, or a vote on pay is near, and some are angry.
"""

from math import fsum
from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, DemandFiles, FileSuit, WriteLetter
from race.core.formulas.owners.court import (
    decay,
    joinable,
    letter_hazard,
    loudness,
    pleadable,
    pleas_of,
    strikes,
    suit_base,
    suit_hazard,
)
from race.core.formulas.owners.holders import angry_by_kind, angry_ppm
from race.core.ids import KINDS, PPM, Ballot, Kind, week_of, weeks_of
from race.core.view import InstitutionView, View
from race.core.world.books import Act, Holders

_FUNDS: Final = (Kind.ACTIVE, Kind.PENSION, Kind.ACTIVIST)


class HoldersPolicy:
    """Sue and write once a month, by the weeks that have passed since the news."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the suits and letters of a month."""
        if not isinstance(view, InstitutionView) or view.holders is None:
            message = "holders need the holders' view"
            raise TypeError(message)
        suits = _suits(view, view.holders, luck) if view.board.rules.switches.suits else []
        letters = _letters(view, view.holders, luck)
        return (*suits, *letters, *_demands(view, view.holders, luck))


def published_week(view: InstitutionView, act: Act) -> int:
    """Return the week an act became known: its story's, or the middle of its month."""
    told = [story.week for story in view.stories if story.act == act.id]
    return min(told) if told else week_of(act.published or 0) + 2


def _suits(view: InstitutionView, holders: Holders, luck: Stream) -> list[Command]:
    rules, month = view.board.rules, view.board.month
    court = rules.court
    acts, earlier = pleadable(view.cases, view.acts, month + 1)
    if not acts:  # nothing to plead
        luck.skip(len(_weeks(view, [])))
        return []
    known = [published_week(view, act) for act in acts]
    weeks, pleas = _weeks(view, known), pleas_of(rules, acts, earlier)
    joined = next((case.suits for case in view.cases if joinable(case, month + 1)), 0)
    angry = angry_ppm(holders, rules) / PPM
    calm = court.gift_suit if view.director or view.sharing_policy else 1.0
    echo = 1.0 if view.last_complaint == month else 0.0
    suits: list[Command] = []
    for week in weeks:
        echo *= decay(1.0, court.suit_echo_half)
        base = suit_base(rules, pleas, known, week) * calm
        filed = strikes(luck.uniform(), suit_hazard(rules, base, angry, echo))
        if filed and joined < court.suits_most:
            suits.append(FileSuit(act=acts[-1].id))
            joined, echo = joined + 1, echo + 1.0
    return suits


def _weeks(view: InstitutionView, known: list[int]) -> range:
    """Return the weeks to act in: next month's, and those since this month's news came out."""
    month = view.board.month
    start, end = week_of(month + 1), week_of(month + 1) + weeks_of(month + 1)
    news = [week + 1 for week in known if week_of(month) <= week < start]
    return range(min([start, *news]), end)


def _letters(view: InstitutionView, holders: Holders, luck: Stream) -> list[Command]:
    rules = view.board.rules
    pay = rules.court.letter_pay if _pay_is_near(view) else 0.0
    bad = [story.week for story in view.stories if story.bad_conduct]
    if not bad and not pay:  # nothing to write about
        return []
    angry = _angry_funds(view, holders)
    letters: list[Command] = []
    for week in _weeks(view, bad):
        hazard = letter_hazard(rules, loudness(rules, view.stories, week) + pay, angry)
        if strikes(luck.uniform(), hazard):
            letters.append(WriteLetter(about=_grievance(view)))
    return letters[: rules.court.letters_month]


def _demands(view: InstitutionView, holders: Holders, luck: Stream) -> list[Command]:
    """Ask for files when misconduct is loud, funds are angry and no case will open them anyway."""
    rules, month = view.board.rules, view.board.month
    if not view.can_demand or not rules.switches.demands:
        return []
    bad = any(story.bad_conduct for story in view.stories)
    if not bad or any(joinable(case, month + 1) for case in view.cases):
        return []
    loud = min(rules.court.letter_most, loudness(rules, view.stories, week_of(month + 1)))
    angry = min(1.0, _angry_funds(view, holders) / rules.court.letter_angry)
    if strikes(luck.uniform(), rules.court.demand * loud * angry):
        return [DemandFiles()]
    return []


def _angry_funds(view: InstitutionView, holders: Holders) -> float:
    """Return the angry part of the funds' shares, 0-1."""
    rules = view.board.rules
    owned = {kind: rules.owners.kinds[KINDS.index(kind)].owned for kind in _FUNDS}
    furious = angry_by_kind(holders, rules)
    return fsum([furious[kind] * owned[kind] for kind in _FUNDS]) / fsum(owned.values()) / PPM


def _pay_is_near(view: InstitutionView) -> bool:
    """Return whether the next two months hold a scheduled vote on the founder's pay."""
    month, resolutions = view.board.month, view.board.setting.resolutions
    coming = (*resolutions.get(str(month + 1), ()), *resolutions.get(str(month + 2), ()))
    return Ballot.PAY in coming


def _grievance(view: InstitutionView) -> int:
    """Return what is written about: the latest act in the news, the latest missed promise, or 0: pay."""
    acts = [story.act for story in view.stories if story.bad_conduct and story.act is not None]
    missed = [promise.id for promise in view.promises if promise.kept is False]
    return acts[-1] if acts else missed[-1] if missed else 0
