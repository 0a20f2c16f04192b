"""Late money has a use: a third site at once, at what builders ask of a company that builds two already."""

import pytest
from msgspec.structs import replace

from race.core.commands import BuildSite, OrderChips
from race.core.ids import Firm, Generation
from race.core.legality.purse import cost
from race.core.words import month
from race.core.world import OrderLine, Site, World
from race.session.preview import preview
from race.session.session import Refused, Session
from race.speech import speak
from race.ui.present.advice import hints
from tests.builders import a_game, a_world
from tests.stories.races import a_race

POWER = 100_000
ORDER = BuildSite(company=Firm.XAI, power_kw=POWER, forced=True)
IDLE = "the lab could begin a further site"


def rich(under_way: int, *, taken: int = 0, cash: int = 40_000_000_000) -> World:
    """Return a position in which xAI is rich and builds some sites; taken ones come from the carmaker."""
    world = a_world(month=7)
    lab = world.labs[Firm.XAI]
    lab.cash_usd = cash
    lab.depot.sites += [
        Site(id=9_001 + number, power_kw=POWER, started=5, ready=14, act=None if number >= taken else 1)
        for number in range(under_way)
    ]
    return world


def led(world: World) -> Session:
    game = a_game()
    game.resume(world, game.journal, game.reports)
    return game


def price(world: World) -> int:
    """Return what a site that is begun there still costs after its first month, dollars."""
    game = led(world)
    game.submit(ORDER)
    game.end_month()
    return game.position().labs[Firm.XAI].depot.sites[-1].cost_usd


def test_beyond_two_at_once_each_site_is_much_dearer() -> None:
    ordinary = price(rich(0))

    assert price(rich(1)) == ordinary
    assert price(rich(2)) == pytest.approx(2.5 * ordinary)
    assert price(rich(4)) == pytest.approx(5.5 * ordinary)


def test_a_site_that_was_taken_needs_no_builders() -> None:
    assert price(rich(2, taken=1)) == price(rich(0))


def test_a_site_that_stands_by_then_does_not_crowd() -> None:
    world = rich(2)
    for site in world.labs[Firm.XAI].depot.sites[-2:]:
        site.ready = world.month

    assert price(world) == price(rich(0))


@pytest.mark.parametrize("under_way", [1, 2, 3])
def test_what_is_said_beforehand_is_what_is_paid(under_way: int) -> None:
    world = rich(under_way)
    world.labs[Firm.XAI].depot.sites[-1].cost_usd = 7_000_000
    game, still = led(world), led(world.copy())
    asked, said = cost(game.view(), ORDER), preview(game.view(), ORDER)
    game.submit(ORDER)

    game.end_month()
    still.end_month()

    paid = [
        -sum(one.amount for one in each.position().receipts if one.cause.msgid == "Building of sites")
        for each in (game, still)
    ]
    assert paid[0] - paid[1] == asked
    total = next(effect.value.value for effect in said.effects if effect.label == "In all")
    assert asked + game.position().labs[Firm.XAI].depot.sites[-1].cost_usd == total
    warned = [str(one.msgid) for one in said.warnings if "builders ask" in one.msgid]
    assert len(warned) == (under_way >= 2)


def test_builders_ask_less_from_the_month_that_is_named() -> None:
    world = rich(2)
    first, second = world.labs[Firm.XAI].depot.sites[-2:]
    first.ready, second.ready = 9, 11
    dear = preview(led(world).view(), ORDER).warnings
    named = next(one.values["date"] for one in dear if "builders ask" in one.msgid)

    prices = []
    for now in (8, 9):
        later = world.copy()
        later.month = now
        prices.append(price(later))

    assert named == month(9)
    assert prices == [pytest.approx(2.5 * price(rich(0))), price(rich(0))]


def test_a_stopped_site_counts_and_the_warning_says_so() -> None:
    world = rich(2)
    stopped = world.labs[Firm.XAI].depot.sites[-1]
    ordinary = [each.msgid for each in preview(led(world).view(), ORDER).warnings]
    stopped.forced, stopped.papers, stopped.cost_usd = True, 16, 0
    warned = [speak(each) for each in preview(led(world).view(), ORDER).warnings]

    assert not any("stands still" in words for words in ordinary)
    assert "A site of 100\u202fMW that stands still for its permits counts among them." in warned
    assert price(world) == pytest.approx(2.5 * price(rich(0)))


def test_builders_take_on_one_a_month_and_five_in_all() -> None:
    game = led(rich(2))
    game.submit(ORDER)
    with pytest.raises(Refused, match="one a month"):
        game.submit(ORDER)

    with pytest.raises(Refused, match="cannot build more at once"):
        led(rich(5)).submit(ORDER)


def test_two_ordinary_ones_may_begin_together() -> None:
    game = led(rich(0))
    game.submit(ORDER)
    game.submit(ORDER)

    assert game.pending == (ORDER, ORDER)


def test_idle_money_is_told_until_it_builds() -> None:
    game = led(rich(2))
    words = " ".join(hint.text for hint in hints(game))
    assert IDLE in words

    game.submit(BuildSite(company=Firm.XAI, power_kw=250_000, forced=True))

    assert IDLE not in " ".join(hint.text for hint in hints(game))
    poor = led(rich(2, cash=3_000_000_000))
    assert IDLE not in " ".join(hint.text for hint in hints(poor))
    full = led(rich(5))
    assert IDLE not in " ".join(hint.text for hint in hints(full))


def idle(game: Session) -> str:
    """Return the hint of idle money, or nothing."""
    return " ".join(hint.text for hint in hints(game) if IDLE in hint.text)


def a_line(due: int, usd: int) -> OrderLine:
    """Return a line of the lab's that is paid when it comes, far beyond any site."""
    return OrderLine(
        id=9_100,
        payer=Firm.XAI,
        owner=Firm.XAI,
        generation=Generation.H100,
        quantity=1_000,
        unit_price_usd=usd // 1_000,
        booked=6,
        due=due,
        deposit_usd=0,
    )


def test_money_that_is_ordered_away_or_signed_for_later_does_not_lie_idle() -> None:
    game = led(rich(2))
    board, told = game.view().board, idle(game)
    game.submit(OrderChips(company=Firm.XAI, generation=board.generation, quantity=200_000))
    assert idle(game) != told
    signed = rich(2)
    signed.market.lines.append(a_line(signed.month + 11, 35_000_000_000))

    assert not idle(led(signed))


def test_money_that_power_without_chips_waits_for_does_not_lie_idle() -> None:
    world = rich(2)
    world.labs[Firm.XAI].depot.sites[-1].power_kw = 2_000_000

    assert not idle(led(world))


def test_a_site_too_late_for_a_release_is_not_advised() -> None:
    """The last that is: it stands four months before the end, for chips that run for two."""
    said = []
    for now in (20, 28, 29, 30, 31):
        world = rich(2)
        world.month = now
        world.labs[Firm.XAI].depot.sites[-2:] = [
            replace(site, started=now - 1, ready=now + 7) for site in world.labs[Firm.XAI].depot.sites[-2:]
        ]
        said.append(bool(idle(led(world))))

    assert said[0]
    assert not any(said[2:])


def test_a_site_of_the_carmakers_does_not_use_the_labs_money() -> None:
    game = led(rich(2))
    game.submit(BuildSite(company=Firm.TESLA, power_kw=POWER))

    assert idle(game)


def test_no_forced_site_is_advised_where_none_may_be_built() -> None:
    world = rich(2)
    off = replace(world.rules.switches, forced_sites=0)
    world.rules = replace(world.rules, switches=off)

    assert not idle(led(world))


def test_the_builder_pays_well_and_buys_more_for_the_carmaker() -> None:
    world = a_race("builder", seed=1, months=3).world

    assert (world.labs[Firm.XAI].pay_level, world.carmaker.chip_budget) == (1_500_000, 1_300_000)


def test_the_builder_ends_with_more_chips_than_the_diplomat() -> None:
    seeds = (1, 2, 3)
    builder, diplomat = (
        [a_race(name, seed=seed, months=34).world.labs[Firm.XAI].depot.chips() for seed in seeds]
        for name in ("builder", "diplomat")
    )

    assert sum(builder) > 1.1 * sum(diplomat)
