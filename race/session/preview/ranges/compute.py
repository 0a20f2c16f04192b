"""What chips add where they run, as ranges: to the score of a run, to the pace of the carmaker's programme.

What is uncertain is what else arrives, whether there is power for it, and the luck of the run.
"""

from collections.abc import Sequence
from typing import Final

from race.core.exact import log, log10
from race.core.formulas.owners.carmaker import pace_with
from race.core.formulas.race.chips import capacity_kw, planned_fleet
from race.core.formulas.race.quality import LN2, flatten, flop_of_month, raw_quality, research_doublings
from race.core.ids import PPM, Firm
from race.core.view import FounderView
from race.core.words import elo, percent
from race.core.world import Depot, OrderLine
from race.session.preview.effect import EIGHT_IN_TEN, Effect, sign_of

RUN: Final = 4
"""Months of a usual run."""
_LEAST: Final = 1_000
"""H100e that a lab is reckoned with at the least."""
_SLIP: Final = 2
"""Months by which sites that are not open yet may be late."""


def added(
    view: FounderView, label: str, quantity: int, start: int = 0, *, surely: int | None = None
) -> Effect:
    """Return a named range: what chips that run (or, below 0, do not run) at the lab add to a run's score.

    The run begins in month `start`, when the chips are there, or in the next month. `surely` is how many
    of them make a difference whatever comes; those that find power where nothing is said.
    """
    begin = max(start, view.board.month + 1)
    least = min(quantity, _room(view, begin)) if surely is None and quantity > 0 else surely
    low, high = gained(view, (quantity if least is None else least, quantity), begin)
    return Effect(label=label, value=elo(low), high=elo(high), good=sign_of(low, high), moves=True)


def gained(view: FounderView, more: tuple[int, int], begin: int) -> tuple[float, float]:
    """Return the ends of what more compute adds to a run that begins in a month, Elo, lower first.

    `more` are the chips that surely run and all of them. A lucky run gains less on the bent scale, and so
    does one beside which all that is on order runs as well.
    """
    running, rules = max(_LEAST, view.own.depot.running()), view.board.rules.race
    after = max(_LEAST, computing(view, begin + RUN // 2))
    swing = EIGHT_IN_TEN * rules.luck_sd * view.board.rules.trait.luck
    ends = [
        _gain(view, (chips, chips + extra), begin, luck)
        for chips in (running, after)
        for extra in more
        for luck in (-swing, swing)
    ]
    return round(min(ends), 1), round(max(ends), 1)


def _gain(view: FounderView, chips: tuple[int, int], begin: int, luck: float) -> float:
    """Return what a run's score gains by the second number of chips over the first, on the bent scale.

    More compute trains more, and while the run lasts it finds some method as well.
    """
    rules, own = view.board.rules.race, view.own
    times = max(1, chips[1]) / chips[0]
    flop = RUN * flop_of_month(rules, chips[0], max(1, own.split.training))
    raw = raw_quality(rules, flop, begin + RUN, own.recipe, luck)
    found = rules.recipe_doubling * log(times) / LN2 if view.board.rules.switches.research else 0.0
    found *= 1.0 - (1.0 - rules.recipe_drift) ** (RUN - 1)
    return flatten(rules, raw + rules.elo_decade * log10(times) + found) - flatten(rules, raw)


def computing(view: FounderView, month: int, *, sure: bool = False) -> int:
    """Return the H100e that compute at the lab in a month, with what is on order and finds power.

    What is `sure` has been delivered and finds power that is there today.
    """
    own, board = view.own.depot, view.board
    by = board.month if sure else month - board.rules.chips.install_months
    lines = [line for line in view.lines if line.owner is view.firm and line.due <= by]
    waiting = own.chips() - own.powered()
    free = capacity_kw(own, board.month + 1 if sure else month) - _used_kw(view, own)
    places = max(0, int(free / _each_kw(view, lines)))
    return own.running() + min(waiting + sum(line.quantity for line in lines), places)


def recipe_in(view: FounderView, months: int) -> float:
    """Return where the recipe will stand some months on, without luck, Elo.

    What others put into research is guessed from their fleets, as if all split their compute alike.
    """
    rules, own, board = view.board.rules.race, view.own, view.board
    doublings = own.research_start
    if board.rules.switches.research:
        others = [log(max(1, fleet)) for firm, fleet in board.fleets.items() if firm is not view.firm]
        middle = max(1, computing(view, board.month + 1 + months // 2))
        doublings = research_doublings(rules, log(middle), sum(others) / max(1, len(others)))
    goal = own.recipe_goal + rules.recipe_doubling * doublings
    return goal + (own.recipe - goal) * (1.0 - rules.recipe_drift) ** months


def _room(view: FounderView, begin: int) -> int:
    """Return the H100e for which the lab surely has power in a month, after all that is its own already."""
    return places(view, begin, built=view.board.month + 1)


def places(view: FounderView, month: int, *, built: int | None = None) -> int:
    """Return the H100e for which the lab has power in a month, after all that is its own by then.

    Sites count that are ready in the month `built`, or in the month itself where none is given.
    """
    own = view.own.depot
    lines = [line for line in view.lines if line.owner is view.firm and line.due <= month]
    each = _each_kw(view, lines)
    wanted = (own.chips() - own.powered() + sum(line.quantity for line in lines)) * each
    free = capacity_kw(own, month if built is None else built) - _used_kw(view, own)
    return max(0, int((free - wanted) / each))


def _used_kw(view: FounderView, depot: Depot) -> float:
    """Return the power that chips on a floor take, kW."""
    kw = view.board.kw_of
    return sum(batch.quantity * kw[batch.generation] for batch in depot.batches if batch.site is not None)


def _each_kw(view: FounderView, lines: Sequence[OrderLine]) -> float:
    """Return the power of an H100e of some lines, of the newest on sale where there are none, kW."""
    quantity = sum(line.quantity for line in lines)
    if not quantity:
        return view.board.each_kw
    return sum(line.quantity * view.board.kw_of[line.generation] for line in lines) / quantity


def slowed(
    view: FounderView, label: str, quantity: int, when: tuple[int, int], *, site: int | None = None
) -> Effect:
    """Return a named range: by how much the autonomy programme's pace changes while something is away.

    `quantity` chips are taken (brought, below 0), or a site by its id; `when` is the month in which they
    go and how many months they stay away.
    """
    low, high = pace_changes(view, (quantity, site), *when)
    value, most = percent(low), percent(high)
    return Effect(label=label, value=value, high=most, good=sign_of(low, high), moves=True)


def pace_changes(view: FounderView, away: tuple[int, int | None], start: int, months: int) -> tuple[int, int]:
    """Return the ends of the change of autonomy's pace in the months that something is away, lower first.

    `away` are chips, H100e, and the id of a site or None. In ppm: the pace with the planned chips running
    is 1,000,000. A site that is not open may be late.
    """
    begin = max(start, view.board.month + 1)
    back = begin + max(1, months) + view.board.rules.chips.install_months
    end = max(begin, min(back - 1, view.board.setting.months))  # whatever is asked for, the game ends
    changes = [
        _pace(view, month, away, late) - _pace(view, month, (0, None), late)
        for month in range(begin, end + 1)
        for late in (0, _SLIP)
    ]
    return min(changes), max(changes)


def _pace(view: FounderView, month: int, away: tuple[int, int | None], late: int) -> int:
    """Return the programme's pace in a month with some chips and a site away, ppm of the planned."""
    board, carmaker = view.board, view.carmaker
    depot, installed = carmaker.depot, board.rules.chips.install_months
    lines = [line for line in view.lines if line.owner is Firm.TESLA and line.due <= month - installed]
    chips = depot.chips() + sum(line.quantity for line in lines)
    needs = sum(batch.quantity * board.kw_of[batch.generation] for batch in depot.batches)
    needs += sum(line.quantity * board.kw_of[line.generation] for line in lines)
    each = needs / chips if chips else board.each_kw
    sites = [site for site in depot.sites if site.id != away[1]]
    power_kw = sum(site.power_kw for site in sites if _opens(site.ready, board.month, late) <= month)
    powered = max(0, min(chips - away[0], int(power_kw / each)))
    planned = planned_fleet(board.rules, board.setting, carmaker, board.month, month)
    return int(PPM * pace_with(board.rules, powered, planned))


def _opens(ready: int, now: int, late: int) -> int:
    """Return when a site opens: later than planned, unless it is open."""
    return ready if ready <= now else ready + late
