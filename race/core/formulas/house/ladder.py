"""The ladder from a quiet hall to removal: how far the owners have gone, as one ordered state."""

from collections.abc import Iterator

from race.core.formulas.owners.ballots import adviser_against
from race.core.formulas.owners.court import not_settled
from race.core.formulas.owners.holders import angry_ppm
from race.core.ids import PPM, RUNGS, Ballot, Rung
from race.core.rulebook import Rulebook
from race.core.world import Affairs, Holders


def rung_of(rules: Rulebook, affairs: Affairs, holders: Holders, now: int) -> Rung:
    """Return the highest step of the ladder that holds in the month `now`."""
    steps = list(steps_of(rules, affairs, holders, now))
    return max(steps, key=RUNGS.index, default=Rung.QUIET)


def steps_of(rules: Rulebook, affairs: Affairs, holders: Holders, now: int) -> Iterator[Rung]:
    """Yield every step of the ladder that holds, in no order."""
    yield from on_file(affairs, now, rules.court.step_months)
    if any(story.bad_conduct for story in affairs.stories):
        yield Rung.GRUMBLING
    known = any(act.published is not None and not act.voted for act in affairs.acts)
    if known and adviser_against(rules, holders, Ballot.LIMITS):
        yield Rung.ADVISERS
    moved = affairs.complaints + affairs.letters > 0
    if moved and angry_ppm(holders, rules) > int(rules.owners.special_angry * PPM):
        yield Rung.SPECIAL_MEETING


def on_file(affairs: Affairs, now: int, counts: int) -> Iterator[Rung]:
    """Yield the steps that stand in the files, whatever anybody thinks; letters count for `counts` months.

    >>> [list(on_file(affairs, 9, 6)) for affairs in (Affairs(), Affairs(last_letter=5, limits=True))]
    [[], [<Rung.LETTERS: 'letters'>, <Rung.LIMITS: 'limits'>]]
    """
    if affairs.last_letter > now - counts:
        yield Rung.LETTERS
    if any(demand.made > now - counts for demand in affairs.demands):
        yield Rung.FILES
    for case in affairs.cases:
        if not_settled(case) and case.decided is None:
            yield Rung.DISCOVERY if case.discovery <= now else Rung.SUIT
    if affairs.limits:
        yield Rung.LIMITS
    if affairs.injunction:
        yield Rung.INJUNCTION
    if affairs.removed:
        yield Rung.REMOVED
