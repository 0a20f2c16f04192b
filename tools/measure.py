"""Measure one thing on many games and print its table: `python -m tools.measure dilemma --games 300`.

`alive`: what rivals do differently without news of the player. `symmetry`: whether equal labs lead as
often. `dilemma`: what the opening swap is worth. `random-rival`: places lost to dice. `responses`:
how the owners answer twelve acts, and what habits leave at three meetings. `exploit`: a habit that beats
the hand-made founders.
Apart from the tests: `make measure`.
"""

from argparse import Namespace
from collections.abc import Callable
from typing import Final

from race.policy.founders.archetypes import MADE
from race.scenario.load import load_scenario
from race.study.balance.asked import TRIAL_GAMES
from race.study.compare import Interval
from race.study.measures.alive import Alive, alive_free_running, alive_on_one_position
from race.study.measures.dilemma import FOUNDERS, dilemma
from race.study.measures.exploit import compared, scores, search, trial_seeds
from race.study.measures.random_rival import falls
from race.study.measures.responses import answers, three_meetings
from race.study.measures.symmetry import symmetry
from tools.asked import answered, positive, reader, whole

USUAL: Final = {
    "alive": 40,
    "symmetry": 2000,
    "dilemma": 300,
    "random-rival": 12,
    "responses": 100,
    "exploit": 100,
}
"""Games of a measure that is asked for without a number."""


def main() -> None:
    """Read what to measure and print it."""
    asked = reader(__doc__)
    asked.add_argument("what", choices=[*USUAL, "all"])
    asked.add_argument("--games", type=positive, help="games (pairs of games for the dilemma)")
    asked.add_argument("--seed", type=whole, default=1, help="seed of the first game")
    asked.add_argument("--scenario", default="history")
    asked.add_argument("--founder", help="founder of the games; without it, the measure's own")
    given = asked.parse_args()
    answered(asked, lambda: _print(given))


def _print(given: Namespace) -> None:
    for what in USUAL if given.what == "all" else [given.what]:
        games = given.games or USUAL[what]
        print(f"\n{what}, {games} games from seed {given.seed}")
        PRINTS[what](range(given.seed, given.seed + games), given.scenario, given.founder)


def print_alive(seeds: range, scenario: str, founder: str | None) -> None:
    """Print the parts of rivals' months that differ without the player's news."""
    world, name = load_scenario(scenario), founder or "historical"
    _print_alive("same positions", alive_on_one_position(world, name, seeds))
    _print_alive("free running", alive_free_running(world, name, seeds))


def _print_alive(title: str, told: Alive) -> None:
    for name in ("orders", "clear_orders", "releases", "others"):
        print(f"  {title:16}{name:14}{_percent(getattr(told, name))}")


def print_symmetry(seeds: range, scenario: str, founder: str | None) -> None:
    """Print who led the open field at the end, and the test."""
    del scenario, founder  # the open field has its own
    told = symmetry(seeds)
    for firm, times in told.leaders.items():
        print(f"  {firm.value:18}{times:6}{told.chips[firm]:14,.0f} H100e")
    print(f"  chi-square p = {told.p:.4f}, {told.early} games ended early")


def print_dilemma(seeds: range, scenario: str, founder: str | None) -> None:
    """Print what the opening swap is worth, with and without compounding."""
    world = load_scenario(scenario)
    for name in [founder] if founder else FOUNDERS:
        for compounding in (True, False):
            for worth in dilemma(world, name, seeds, compounding=compounding):
                how = "compounding" if compounding else "without"
                print(f"  {name:13}{how:13}{worth.figure:18}{worth.month:3}  {_plain(worth.gain)}")


def print_random(seeds: range, scenario: str, founder: str | None) -> None:
    """Print the places each rival loses to dice."""
    del founder  # nobody may stand in the way
    for fall in falls(load_scenario(scenario), seeds):
        print(
            f"  {fall.firm.value:18}{fall.usual.value:5.1f} ->{fall.at_random.value:5.1f}"
            f"   lower by {_plain(fall.lower)}"
        )


def print_responses(seeds: range, scenario: str, founder: str | None) -> None:
    """Print what each act changes with the owners, and what habits leave at three meetings."""
    del founder  # an idle one, so that nothing else happens
    world = load_scenario(scenario)
    for told in answers(world, seeds):
        figures = "  ".join(f"{name} {change.value:.3f}" for name, change in told.changes.items())
        print(f"  {told.act:30}{figures}")
    for left in three_meetings(world, seeds):
        stood = (
            f"trust {left.trust.value:.2f}  pay {left.pay.value:.0f}  keep {left.keep.value:.0f}"
            if left.trust.games
            else "no founder was there any more"
        )
        print(f"  {left.habit:46}{left.month:3}  {stood}  ({left.trust.games} games)")


def print_exploit(seeds: range, scenario: str, founder: str | None) -> None:
    """Print the best habit that a search of 150 trials finds, beside the best hand-made founder."""
    del founder  # all of them are beaten or not
    world, own = load_scenario(scenario), trial_seeds(TRIAL_GAMES)
    habit = search(lambda tried: scores(world, tried, own), trials=150, tell=lambda *_: None)
    played = {name: dict(zip(seeds, scores(world, one, seeds), strict=True)) for name, one in MADE.items()}
    told = compared(habit, dict(zip(seeds, scores(world, habit, seeds), strict=True)), played)
    print(f"  {told.habit}")
    print(f"  {told.best_made}: {_plain(told.made)}; found: {_plain(told.found)}; more: {_plain(told.more)}")
    print("  an exploit: mend the rules" if told.is_one else "  no exploit")


def _percent(told: Interval) -> str:
    return f"{100 * told.value:6.1f} % ({100 * told.low:.1f} to {100 * told.high:.1f}), {told.games} games"


def _plain(told: Interval) -> str:
    if not told.games:
        return "no game went so far"
    if not told.known:
        return f"{told.value:12,.2f} in every game, {told.games}"
    return f"{told.value:12,.2f} ({told.low:,.2f} to {told.high:,.2f}), {told.games}"


PRINTS: Final[dict[str, Callable[[range, str, str | None], None]]] = {
    "alive": print_alive,
    "symmetry": print_symmetry,
    "dilemma": print_dilemma,
    "random-rival": print_random,
    "responses": print_responses,
    "exploit": print_exploit,
}

if __name__ == "__main__":
    main()
