"""What waits for a decision: the care that a cliff asks for, the hall that chips have not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from race.core.commands import (
    BuildSite,
    Command,
    Hire,
    PublishRelease,
    SetPay,
    Speak,
    SplitCompute,
    StartRun,
)
from race.core.events import Event, Happening
from race.core.ids import Claim, Firm, Stance, Terms
from race.core.world import Act, Candidate, Said, TrainingRun
from race.session.session import Session
from race.session.store import Slots
from race.ui.kit.choices import ListBox
from race.ui.present import orders
from race.ui.present.advice import hints
from race.ui.present.consequences import foresee
from race.ui.screens.game import Game, Shelf
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.table.month import led_to
from tests.builders import a_game, a_world
from tests.ui import seats

CARE = "So little care leads to incidents"
ANOTHER = TrainingRun(started=8, months=4)
POWER = "chips of August 2024 will find no power"


def told(game: Session) -> str:
    return " ".join(" ".join(hint.text for hint in hints(game)).split())


@pytest.mark.parametrize(("name", "word"), [("precipice", CARE), ("colossus", POWER)])
def test_what_a_scenario_is_about_waits_for_a_decision(name: str, word: str) -> None:
    assert word in told(a_game(name=name))
    assert word not in told(a_game(name="history"))


def test_care_that_is_ordered_is_not_asked_for_again() -> None:
    game = a_game(name="precipice")
    game.submit(SplitCompute(training=500_000, research=150_000, serving=150_000, safety=200_000))

    assert CARE not in told(game)


def test_a_hall_that_is_ordered_is_not_asked_for_again() -> None:
    game = a_game(name="colossus")
    game.submit(BuildSite(company=Firm.XAI, power_kw=60_000, forced=True))

    assert POWER not in told(game)


def test_of_what_rivals_claim_only_the_largest_fleet_is_told() -> None:
    game = a_game()
    world = game.position().copy()
    for firm, claim, quantity in (
        (Firm.OPENAI, Claim.RELEASE, 150_000),
        (Firm.META, Claim.FLEET, 90_000),
        (Firm.MISTRAL, Claim.FLEET, 20_000),
    ):
        said = Said(claim=claim, quantity=quantity, made=0, due=9, before=1)
        world.labs[firm].claims = [said]
    game.resume(world, game.journal, game.reports)

    assert "Meta claims 90 000 chips" in told(game)
    assert told(game).count(" claims ") == 1


def robbed(pay: int) -> Session:
    """Return a game whose lab pays so much, ppm of the usual, and has just lost three researchers."""
    world, game = a_world(month=7), a_game(months=1)
    world.labs[Firm.XAI].pay_level = pay
    moved = Event(kind=Happening.PEOPLE_MOVED, firm=Firm.META, numbers={"people": 3}, good=-1)
    *before, last = game.reports
    game.resume(world, game.journal, [*before, replace(last, events=(moved,))])
    return game


@pytest.mark.parametrize(
    ("pay", "level", "said"),
    [
        (700_000, 1_500_000, "pay at 150 % halves the chance of losing known people"),
        (1_000_000, 1_500_000, "pay at 150 % cuts the chance of losing known people"),
    ],
)
def test_who_was_hired_away_brings_what_better_pay_would_do(pay: int, level: int, said: str) -> None:
    game = robbed(pay)
    words = next(hint.text for hint in hints(game) if "Hired away" in hint.text)
    numbers = {each.label: each.shown for each in foresee(game, SetPay(level=level)).numbers}
    ends = numbers["Known people leave, a month"].split(", then ")
    now, then = (float(end.rstrip("\u202f%")) for end in ends)

    assert f"Hired away: 3; {said}" in " ".join(words.split())
    assert numbers["Wages a month"].lstrip("+") in words
    assert (2 * then <= now) == ("halves" in words)
    assert all((end in words) == (2 * then > now) for end in ends)


def test_pay_that_keeps_nobody_more_is_not_named() -> None:
    highest = next(hint.text for hint in hints(robbed(1_500_000)) if "ired away" in hint.text)

    assert highest == "Researchers hired away last month: 3"
    game = robbed(1_000_000)
    game.submit(SetPay(level=1_500_000))
    assert "ired away" not in told(game)


def in_the_drawer(month: int, run: TrainingRun | None = None, *, ago: int = 1) -> Session:
    """Return a game of that month, its lab with a run finished so long ago, and perhaps one under way."""
    world, game = a_world(month=month), a_game(months=1)
    lab = world.labs[Firm.XAI]
    lab.candidate, lab.run = Candidate(finished=month - ago, flop=2e25, elo=1_270.0, luck=0.0), run
    game.resume(world, game.journal, game.reports)
    return game


def test_chips_that_train_nothing_are_told_of_while_a_finished_run_waits_in_the_drawer() -> None:
    game = in_the_drawer(4)
    idle = "No training run is under way"

    assert idle in told(game)
    game.submit(StartRun(months=3))
    assert idle not in told(game)


def come_out(told: int, of: int) -> Session:
    """Return a game with that many diversions, of which the one with the number `told` has just come out."""
    world, game = a_world(month=7), a_game(months=1)
    for number in range(1, of + 1):
        act = Act(
            id=number,
            month=number,
            quantity=1_000,
            terms=Terms.SILENT,
            severity=0.02,
            idle_share=0.5,
            value_usd=30_000_000,
            published=7 if number == told else None,
        )
        world.affairs.acts.append(act)
    leak = Event(kind=Happening.LEAK, numbers={"act": told}, good=-1)
    *before, last = game.reports
    game.resume(world, game.journal, [*before, replace(last, events=(leak,))])
    return game


def test_what_has_come_out_is_asked_about_until_that_is_answered() -> None:
    game, asked = come_out(1, of=2), "It has come out: explain"
    game.submit(Speak(act=2, stance=Stance.DISCLOSE))

    assert asked in told(game)  # another secret was told
    game.submit(Speak(act=1, stance=Stance.APOLOGISE))
    assert asked not in told(game)


@pytest.mark.parametrize(
    ("game", "words", "about"),
    [
        (come_out(2, of=2), "It has come out", Speak(act=2, stance=Stance.JUSTIFY)),
        (come_out(1, of=4), "It has come out", Speak(act=1, stance=Stance.JUSTIFY)),
        (in_the_drawer(4, ago=0), "The finished run is in its safety tests", PublishRelease(tested=True)),
        (
            in_the_drawer(9, TrainingRun(started=8, months=4)),
            "A finished run waits for release",
            PublishRelease(tested=True),
        ),
        (robbed(1_000_000), "Hired away: ", SetPay(level=1_500_000)),
        (robbed(1_500_000), "Researchers hired away last month", Hire(researchers=10)),
    ],
)
def test_a_hint_leads_to_the_very_order_it_speaks_of(
    game: Session, words: str, about: Command, tmp_path: Path
) -> None:
    hint = next(hint for hint in hints(game) if words in hint.text)

    wish = led_to(seats.desk(), Game(game, Shelf(Slots(tmp_path))), hint)

    assert wish is not None
    assert isinstance(wish.screen, OrdersPanel)
    assert wish.screen.orders[wish.screen.chosen].command == about
    box = wish.screen.stage.find("list")
    assert isinstance(box, ListBox)
    assert wish.screen.chosen in [box.spec.rows[place].key for place, _rect in box.row_rects()]


def test_a_hint_of_chips_without_power_leads_to_the_first_site_that_can_be_begun(tmp_path: Path) -> None:
    game = a_game(name="colossus")
    hint = next(hint for hint in hints(game) if "no power" in hint.text)

    wish = led_to(seats.desk(), Game(game, Shelf(Slots(tmp_path))), hint)

    assert wish is not None
    assert isinstance(wish.screen, OrdersPanel)
    sites = [order for order in orders.orders(game) if isinstance(order.command, BuildSite)]
    assert wish.screen.chosen == next(site.key for site in sites if not site.why_not)


def test_a_hint_about_no_single_order_leads_to_the_first_that_can_be_given(tmp_path: Path) -> None:
    game = a_game()
    hint = next(hint for hint in hints(game) if hint.group == "owners")

    wish = led_to(seats.desk(), Game(game, Shelf(Slots(tmp_path))), hint)

    assert wish is not None
    assert isinstance(wish.screen, OrdersPanel)
    free = [order.key for order in orders.orders(game) if order.group == "owners" and not order.why_not]
    assert wish.screen.chosen == free[0]
