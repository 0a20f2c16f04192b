"""Releases: what the public can use, its published score, the league and the dated prizes.

A release is a decision; between base runs every lab refreshes its best by today's method.
A published score carries an error; each month's votes bring it nearer the truth, so that a lucky
score fades.
The first past a mark of the league (and, less, the second) wins attention and people.
"""

from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from race.core.chance import Chance, normal_at
from race.core.commands import Orders, PublishRelease
from race.core.events import Event, Happening
from race.core.formulas.race.claims import believed
from race.core.formulas.race.demand import novelty_of
from race.core.formulas.race.quality import milli, refreshed
from race.core.formulas.race.temper import mood_of
from race.core.ids import PPM, Claim, Firm, lab_of
from race.core.receipts import Account
from race.core.words import N_, Name, Sentence, elo
from race.core.world import Candidate, Lab, Release, World

_QUALITY: Final = Account.QUALITY
_RELEASE: Final = Happening.RELEASE
_XAI: Final = Firm.XAI

_PLACES = 2
"""Places that a dated prize has: first and second past the mark."""
_RELEASED = Sentence(N_("New release"))
_SETTLED = Sentence(N_("Votes that show the truth"))
_REFRESHED = Sentence(N_("Refresh of an earlier release"))


def publish(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Publish releases and refreshes, then draw up the league, the prizes and the moods."""
    if world.rules.switches.evidence:
        for lab in world.labs.values():
            _show_truth(world, lab)
    events = []
    wishes = {lab_of(seat): command for seat, command in orders.of(PublishRelease)}
    rules = world.rules.race
    # everybody draws haste, the luck of a refresh and the error of a score
    draws = chance.stream(world.month, "releases").uniforms(3 * len(world.labs))
    for k, lab in enumerate(world.labs.values()):
        if lab.candidate is not None and lab.firm in wishes:
            error = rules.error_sd * normal_at(draws[3 * k + 2])
            events.append(_release(world, lab, lab.candidate, wishes[lab.firm], error))
        elif lab.releases:
            events += _refresh(world, lab, draws[3 * k : 3 * k + 3])
    scores = {firm: best.elo_published for firm, lab in world.labs.items() if (best := lab.best())}
    if scores:
        if world.rules.switches.prizes:
            events += _award(world, scores)
        events += _crown(world, scores)
        _feel(world, scores)
    return events


def _show_truth(world: World, lab: Lab) -> None:
    """Bring the scores of the last months nearer the truth; post what that does to the best score."""
    fog, shelf, changed = world.rules.fog, lab.releases, False
    oldest, before, after = world.month - fog.evidence_months, 0.0, 0.0
    for place, release in enumerate(shelf):  # one pass, for every lab every month
        score = release.elo_published
        if place == 0 or score > before:
            before = score
        if release.month >= oldest and (error := score - release.elo_true):
            error *= 0.0 if release.month == oldest else 1.0 - fog.truth_shows
            score = release.elo_true + error
            shelf[place], changed = replace(release, elo_published=score), True
        if place == 0 or score > after:
            after = score
    if changed and after != before:
        world.post(lab.firm, _QUALITY, milli(after) - milli(before), _SETTLED)


def _take_risk(world: World, lab: Lab, candidate: Candidate, *, tested: bool) -> None:
    """Add the risk of an untested release, or mend some by the months of tests beyond the least."""
    rules = world.rules.race
    if not tested:
        lab.safety_debt += int(rules.debt_untested * PPM)
        return
    longer = min(rules.test_most, world.month - candidate.finished) - rules.test_months - 1
    if longer > 0:
        lab.safety_debt = int(lab.safety_debt * (1.0 - rules.test_mends) ** longer)


def _release(world: World, lab: Lab, candidate: Candidate, wish: PublishRelease, error: float) -> Event:
    lab.candidate = None
    tested = wish.tested
    release = Release(
        month=world.month,
        flop=candidate.flop,
        elo_true=candidate.elo,
        elo_published=candidate.elo + error,
        open_weights=wish.open_weights,
        tested=tested,
    )
    if world.rules.switches.safety:
        _take_risk(world, lab, candidate, tested=tested)
    text = N_("{firm} releases open weights that score {score}.")
    if not release.open_weights:
        text = N_("{firm} makes a release that scores {score}.")
    return _put_out(world, lab, release, text)


def _refresh(world: World, lab: Lab, draws: list[float]) -> list[Event]:
    """Refresh the best release when it is time; the draws, 0-1, are haste, luck and error."""
    rules, last = world.rules.race, lab.releases[-1].month
    waited = world.month - last - rules.refresh_months
    if waited < 0 or (waited == 0 and draws[0] >= rules.refresh_chance):
        return []
    best = max(lab.releases, key=attrgetter("elo_true"))
    true = refreshed(rules, best, world.month, lab.recipe, rules.refresh_sd * normal_at(draws[1]))
    if true < best.elo_true + rules.refresh_least:
        return []
    release = Release(
        month=world.month,
        flop=best.flop,
        elo_true=true,
        elo_published=true + rules.error_sd * normal_at(draws[2]),
        open_weights=best.open_weights,
        tested=True,
        refresh=True,
    )
    return [_put_out(world, lab, release, N_("{firm} refreshes its release to a score of {score}."))]


def _put_out(world: World, lab: Lab, release: Release, text: str) -> Event:
    """Add the release to the shelf; post what it does to the lab's published quality."""
    before = lab.best()
    lab.releases.append(release)
    old = before.elo_published if before else None
    new = max(release.elo_published, old) if old is not None else release.elo_published
    cause = _REFRESHED if release.refresh else _RELEASED
    world.post(lab.firm, _QUALITY, milli(new) - milli(old), cause)
    rules = world.rules.race
    jump = novelty_of(rules, new - old if old is not None else 0.0, open_weights=release.open_weights)
    lab.novelty = min(rules.novelty_most, lab.novelty + jump)
    return Event(
        kind=_RELEASE,
        firm=lab.firm,
        numbers={"score": round(release.elo_published, 1), "refresh": float(release.refresh)},
        sentence=Sentence(text, {"firm": Name(lab.firm), "score": elo(release.elo_published)}),
        good=1 if lab.firm is _XAI else 0,
    )


def _award(world: World, scores: dict[Firm, float]) -> list[Event]:
    """Give the dated prizes: first and second past each mark of the league."""
    rules, events = world.rules.race, []
    top = max(scores.values())
    if top < rules.prize_from:
        return []
    labs = list(world.labs.values())
    for prize in range(rules.prizes):
        mark = rules.prize_from + rules.prize_step * prize
        if top < mark:
            break
        for lab in labs:
            if lab.milestones[prize] == _PLACES:  # both places are taken
                break
        else:
            events += _pass_mark(world, scores, prize, mark)
    return events


def _pass_mark(world: World, scores: dict[Firm, float], prize: int, mark: int) -> list[Event]:
    """Give what is left of one prize to the best of those past its mark."""
    events = []
    for firm in sorted(scores, key=scores.__getitem__, reverse=True):
        lab = world.labs[firm]
        place = 1 + max([other.milestones[prize] for other in world.labs.values()])
        if scores[firm] < mark or place > _PLACES:
            break
        if not lab.milestones[prize]:
            events.append(_win(world, lab, prize, place))
    return events


def _win(world: World, lab: Lab, prize: int, place: int) -> Event:
    rules = world.rules.race
    part = 1.0 if place == 1 else rules.prize_second
    lab.milestones[prize] = place
    lab.novelty = min(rules.novelty_most, lab.novelty + part * rules.prize_novelty)
    lab.recipe += part * rules.prize_recipe
    mark = rules.prizes_elo[prize]
    text = N_("{firm} is the first past {mark}.") if place == 1 else N_("{firm} is the second past {mark}.")
    return Event(
        kind=Happening.MILESTONE,
        firm=lab.firm,
        numbers={"mark": mark, "place": place},
        sentence=Sentence(text, {"firm": Name(lab.firm), "mark": elo(mark)}),
        good=1 if lab.firm is _XAI else -1,
    )


def _crown(world: World, scores: dict[Firm, float]) -> list[Event]:
    """Name the league's leader; count a change raw, and when it is clear by the margin."""
    market = world.market
    first = max(scores, key=scores.__getitem__)
    clear = market.margin_leader
    if clear is None:
        market.margin_leader = first
    elif first is not clear and scores[first] >= scores.get(clear, 0.0) + world.rules.race.leader_margin:
        market.margin_leader = first
        market.margin_changes += 1
    old, market.leader = market.leader, first
    if old is None or first is old:
        return []
    market.leader_changes += 1
    return [
        Event(
            kind=Happening.LEADER_CHANGE,
            firm=first,
            numbers={"score": round(scores[first], 1), "ahead": round(scores[first] - scores[old], 1)},
            sentence=Sentence(
                N_("{first} takes the lead from {old}."), {"first": Name(first), "old": Name(old)}
            ),
            good=1 if first is _XAI else 0,
        )
    ]


def _feel(world: World, scores: dict[Firm, float]) -> None:
    """Set every lab's mood by the gap it perceives: the league, and what announced releases promise."""
    seen, switches = scores, world.rules.switches
    if not switches.tempers:
        return  # all stay as calm as on the first day
    if switches.announcing:
        labs, now = world.labs, world.month
        seen = {
            firm: _promised(labs[firm], score, now) if labs[firm].claims else score
            for firm, score in scores.items()
        }
    first = max(seen, key=seen.__getitem__)
    second = max([score for firm, score in seen.items() if firm is not first], default=0.0)
    rules, top = world.rules.race, seen[first]
    for firm, lab in world.labs.items():
        rest = second if firm is first else top
        gap = rest - (scores[firm] if firm in scores else rest - rules.unseen_gap)
        mood = mood_of(rules, gap)
        if mood is not lab.mood:  # it is cheaper to look than to write
            lab.mood = mood


def _promised(lab: Lab, score: float, month: int) -> float:
    """Return the score that the others reckon with, from a lab's open claims of a release."""
    for said in lab.claims:
        if said.kept is None and said.claim is Claim.RELEASE:
            score = believed(said, lab.credibility, score, month)
    return score
