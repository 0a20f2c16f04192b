"""Traits in play: each makes one thing go better and one worse, and without one nothing moves."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from race.core import commands as c
from race.core.formulas.owners.court import settlement_usd
from race.core.formulas.race.chips import building
from race.core.ids import Firm, Gift, Subject, Terms
from race.core.receipts import Account
from race.core.rulebook.character.traits import NO_TRAIT, TRAITS
from race.core.words import PlainError
from race.core.world import Act, Affairs, Case
from race.scenario.load import Scenario, load_scenario, override
from race.scenario.opening import open_world
from race.session.replay import replay
from race.session.session import Session
from race.session.store import load, read, save
from tests.stories.played import after, offer, played


@cache
def led(trait: str) -> Scenario:
    return load_scenario("history", trait=trait)


def willing(scenario: Scenario) -> Scenario:
    """Return a world whose directors sell whatever the founder asks for."""
    rules = override(scenario.rules, {"court": {"justified_idle": 1.0}})
    return msgspec.structs.replace(scenario, rules=rules)


def moved(session: Session, month: int, word: str, account: Account = Account.PRICE) -> int:
    """Return what receipts with a word in their cause moved an account by in a month."""
    receipts = [one for balance in session.reports[month].balances for one in balance.receipts]
    return sum(one.amount for one in receipts if one.account is account and word in one.cause.msgid)


def test_a_showmans_promise_lifts_the_price_more_and_lets_it_fall_deeper() -> None:
    promise = c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=400_000, due=4)

    plain, showman = (played(Session(led(one), 3), promise, months=4) for one in (NO_TRAIT, "showman"))

    assert 0 < moved(plain, 1, "New promise") < moved(showman, 1, "New promise")
    assert moved(showman, 4, "Promise missed") < moved(plain, 4, "Promise missed") < 0


def test_an_engineers_site_is_ready_sooner_and_a_gift_repairs_less() -> None:
    orders = (c.BuildSite(company=Firm.XAI, power_kw=20_000, forced=True), c.GiveGift(gift=Gift.DIRECTOR))

    plain, engineer = (played(Session(led(one), 3), *orders, months=2) for one in (NO_TRAIT, "engineer"))
    sites = [game.view().own.depot.sites[-1] for game in (plain, engineer)]

    assert sites[1].ready < sites[0].ready
    gifts = [moved(game, 2, "independent director", Account.TRUST) for game in (plain, engineer)]
    assert 0 < gifts[1] < gifts[0]


def test_a_lawyer_settles_for_less_but_waits_longer_for_a_site() -> None:
    act = Act(
        id=1, month=1, quantity=6_000, outstanding=6_000, terms=Terms.SILENT, severity=0.3, idle_share=1.0,
        value_usd=10**8, published=2,
    )  # fmt: skip
    affairs = Affairs(acts=[act], cases=[Case(id=2, act=1, filed=2, discovery=9)])

    plain, lawyer = (settlement_usd(led(one).rules, affairs) for one in (NO_TRAIT, "lawyer"))
    waits = [building(led(one).rules, Firm.XAI, forced=False)[0] for one in (NO_TRAIT, "lawyer")]

    assert 0 < lawyer < plain
    assert waits[0] < waits[1]


def test_an_ascetics_diversion_costs_less_trust_but_people_like_the_lab_less() -> None:
    games = [Session(willing(led(one)), 3) for one in (NO_TRAIT, "ascetic")]
    takes = [c.Divert(source=offer(game).id, quantity=12_000, terms=Terms.DISCLOSED) for game in games]

    plain, ascetic = (played(game, take, months=2) for game, take in zip(games, takes, strict=True))

    losses = [moved(game, 1, "in public", Account.TRUST) for game in (plain, ascetic)]
    assert losses[0] < losses[1] < 0
    assert ascetic.view().own.culture < plain.view().own.culture


def test_a_gamblers_runs_swing_wider_and_fail_oftener_and_no_rivals_do() -> None:
    plain, gambler = (after(Session(led(one), 3, "steward"), months=12) for one in (NO_TRAIT, "gambler"))

    own, rivals = (
        [best.elo_true for world in (plain, gambler) if (best := world.labs[firm].truest())]
        for firm in (Firm.XAI, Firm.MISTRAL)
    )

    assert own[0] != own[1]
    assert rivals[0] == rivals[1]


def test_a_trait_is_kept_in_the_save_and_played_again(tmp_path: Path) -> None:
    session = Session("history", 3, "swapper", trait="gambler")
    session.end_month()

    save(session, tmp_path / "bold.diverted")
    opened = load(tmp_path / "bold.diverted")

    assert opened.scenario.trait == opened.journal.trait == "gambler"
    assert replay(read(tmp_path / "bold.diverted")) is None


def test_without_a_trait_the_world_is_the_scenarios_own() -> None:
    usual = load_scenario("history")

    asked = load_scenario("history", trait=NO_TRAIT)

    assert asked.rules == usual.rules
    assert all(open_world(led(trait), 3).carmaker == open_world(usual, 3).carmaker for trait in TRAITS)


def test_a_trait_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(PlainError) as caught:
        load_scenario("history", trait="saint")

    assert caught.value.sentence.values["known"] == "none, showman, engineer, lawyer, ascetic, gambler"
