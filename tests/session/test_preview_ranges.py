"""What is shown as a range before an order is given holds what comes about as often as it says."""

from collections.abc import Iterator

import pytest

from race.core.commands import Command, Divert, MakePromise, PublishRelease, StartRun, StopRun
from race.core.formulas.owners.carmaker import autonomy_step
from race.core.formulas.owners.holders import long_seats
from race.core.formulas.passing.diversion import weigh
from race.core.ids import PPM, Firm, Subject, Terms
from race.core.legality.purse import coming, find_source
from race.core.receipts import Account, Receipt
from race.core.words import Quantity
from race.core.world import World
from race.session.preview import QUALITY, TRUST, preview
from race.session.preview.ranges.compute import RUN, pace_changes
from race.session.preview.ranges.trust import heard
from race.session.session import Session
from race.sim.imagined import Imagined
from race.sim.race_model import RaceModel
from tests.builders import Told, a_game

DRAWS = 12


def futures(game: Session, deeds: dict[int, tuple[Command, ...]], months: int) -> Iterator[list[World]]:
    """Yield futures of a game in which the founder does some deeds, each the positions of its months."""
    last = game.reports[-1]
    race = RaceModel(game.scenario, "idle", game.seed, collect=False, world=game.position())
    race.resume(game.position(), last.events, last.balances)
    imagined = Imagined(race)
    for draw in range(DRAWS):
        future = imagined.future(Told(deeds), draw)
        positions = []
        for _month in range(months):
            future.step()
            positions.append(future.world)
        yield positions
        future.close()
    race.close()


def ends(game: Session, command: Command, label: str) -> tuple[float, float]:
    effect = next(effect for effect in preview(game.view(), command).effects if effect.label == label)
    return effect.value.value, (effect.high or effect.value).value


def share(found: list[float], low: float, high: float) -> float:
    return sum(low <= value <= high for value in found) / len(found)


def offered(game: Session, terms: Terms) -> Divert:
    lines = [line for line in game.view().lines if line.owner is Firm.TESLA]
    moves = [Divert(source=line.id, quantity=line.quantity, terms=terms) for line in lines]
    return next(move for move in moves if game.why_not(move) is None)


def told(receipt: Receipt, words: str, due: int | None) -> bool:
    if receipt.account is not Account.TRUST or words not in receipt.cause.msgid:
        return False
    return due is None or receipt.cause.values["due"] == Quantity("month", due)


def moved(
    game: Session, command: Command, words: str, due: int | None = None, months: int = 3
) -> list[float]:
    """Return what the receipts of a piece of news come to in each future, ppm of trust."""
    return [
        sum(
            receipt.amount / int(world.holders.shares[: long_seats(world.holders)].sum())
            for world in positions
            for receipt in world.receipts
            if told(receipt, words, due)
        )
        for positions in futures(game, {game.month + 1: (command,)}, months)
    ]


@pytest.fixture(scope="module")
def early() -> Session:
    return a_game(name="history", months=4, founder="steward", seed=5)


@pytest.fixture(scope="module")
def later() -> Session:
    return a_game(name="history", months=14, founder="swapper", seed=4)


def test_trust_moves_as_far_as_was_said_when_news_is_heard(early: Session) -> None:
    due = early.month + 8
    promise = MakePromise(subject=Subject.NO_DIVERSION, quantity=0, due=due)
    move = offered(early, Terms.DISCLOSED)

    word = share(moved(early, promise, "New promise", due), *ends(early, promise, "Trust now"))
    act = share(moved(early, move, "handed over in public"), *ends(early, move, TRUST))

    assert (word + act) / 2 >= 0.65  # eight in ten are meant


def test_a_run_turns_out_as_good_as_was_said(early: Session, later: Session) -> None:
    shares = []
    for game in (early, later):
        first, start = game.month + 1, StartRun(months=3)
        low, high = ends(game, start, "Quality, 80 % likely")
        lasts = [positions[-1].labs[Firm.XAI] for positions in futures(game, {first: (start,)}, 4)]
        made = [lab.candidate for lab in lasts if lab.run is None and lab.candidate]
        shares.append(share([one.elo for one in made if one.finished == first + 2], low, high))

    assert sum(shares) / 2 >= 0.65


def test_a_release_is_published_with_a_score_as_was_said(early: Session) -> None:
    game, release = early.fork(), PublishRelease()
    game.hand_to("steward")
    while game.why_not(release) is not None:
        game.end_month()

    low, high = ends(game, release, "Its score")
    deeds: dict[int, tuple[Command, ...]] = {game.month + 1: (release,)}
    scores = [world.labs[Firm.XAI].releases[-1].elo_published for (world,) in futures(game, deeds, 1)]

    assert share(scores, low, high) >= 0.6


def test_the_programme_is_slowed_as_far_as_was_said_while_chips_are_away(later: Session) -> None:
    move, view = offered(later, Terms.SILENT), later.view()
    source = find_source(view, move.source)
    assert source is not None
    weight = weigh(coming(view), source, move.quantity, move.terms)
    low, high = pace_changes(view, (move.quantity, None), weight.start, weight.months_away)

    def paces(deeds: dict[int, tuple[Command, ...]]) -> list[int]:
        played = futures(later, deeds, 5)
        return [autonomy_step(world.rules, world.carmaker) for months in played for world in months]

    pairs = zip(paces({later.month + 1: (move,)}), paces({}), strict=True)
    changes = [(with_it - without) * view.board.rules.founder.autonomy_months for with_it, without in pairs]
    assert low < 0
    assert share(changes, low - PPM / 1000, high + PPM / 1000) >= 0.75


def test_chips_add_to_a_run_what_was_said(early: Session) -> None:
    move, first = offered(early, Terms.SILENT), early.month + 1
    low, high = ends(early, move, QUALITY)
    stop = (StopRun(),) if early.view().own.run else ()

    def made(*orders: Command) -> list[float]:
        due = max(first, next(line.due for line in early.view().lines if line.id == move.source))
        deeds: dict[int, tuple[Command, ...]] = {first: (*stop, *orders)}
        deeds[due] = (*deeds.get(due, ()), StartRun(months=RUN))
        found = []
        for positions in futures(early, deeds, due - first + RUN):
            candidate = positions[-1].labs[Firm.XAI].candidate
            whole = candidate is not None and candidate.finished == positions[-1].month
            found.append(candidate.elo if candidate and whole else 0.0)
        return found

    gains = [ours - theirs for ours, theirs in zip(made(move), made(), strict=True) if ours and theirs]

    assert low < high
    assert share(gains, low, high) >= 0.75


def test_quiet_news_reaches_fewer_and_moves_trust_less(early: Session) -> None:
    effect = tuple(-20_000 for _kind in range(7))

    loud, quiet = (heard(early.view(), effect, salience) for salience in (1.0, 0.3))

    assert loud[0] <= loud[1] < quiet[0] <= quiet[1] < 0
