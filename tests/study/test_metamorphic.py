"""What must not matter: names, the order of keys, the language, a tale that changes nothing."""

import re
from collections.abc import Iterator

import pytest

from race.core import turn
from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import World
from race.scenario.load import parse_scenario
from race.speech import set_language, set_names
from race.study.game import play_game
from tests.architecture.house import ROOT

TEXT = (ROOT / "assets" / "scenarios" / "the-twelve-thousand.toml").read_text(encoding="utf-8")
BOTS = ("historical", "diverter")


def fingerprints(text: str = TEXT) -> list[str]:
    scenario = parse_scenario("the-twelve-thousand", text)
    return [play_game(scenario, bot, 5).fingerprint for bot in BOTS]


@pytest.fixture
def english() -> Iterator[None]:
    yield
    set_language("en")
    set_names("real")


@pytest.mark.usefixtures("english")
def test_the_language_and_the_names_of_the_labs_play_no_part() -> None:
    plain = fingerprints()

    set_language("fr")
    set_names("fictional")
    spoken = fingerprints()

    assert spoken == plain


def test_the_order_of_a_scenarios_keys_plays_no_part() -> None:
    head, *tables = re.split(r"(?m)^(?=\[)", TEXT)
    turned = "\n".join(reversed(head.splitlines())) + "\n"
    single = [table for table in tables if not table.startswith("[[") and not table.startswith("[carmaker]")]
    rest = [table for table in tables if table not in single]

    # a list's tables keep their order, which says what they are; everything else is turned round
    assert fingerprints(turned + "".join(reversed(single)) + "".join(rest)) == fingerprints()


def test_a_tale_without_a_deed_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(world: World, orders: Orders, chance: Chance) -> list[Event]:
        del world, orders
        chance.stream(3, "a tale").uniform()
        return [Event(kind=Happening.STATEMENT, sentence=Sentence(N_("Luck of the market")))]

    plain = fingerprints()

    monkeypatch.setattr(turn, "LAWS", (*turn.LAWS[:5], tell, *turn.LAWS[5:]))

    assert fingerprints() == plain


def test_a_receipt_of_nothing_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def post(world: World, orders: Orders, chance: Chance) -> list[Event]:
        del orders, chance
        for firm in world.labs:
            world.post(firm, Account.CASH, 0, Sentence(N_("Luck of the market")))
        return []

    plain = fingerprints()

    monkeypatch.setattr(turn, "LAWS", (*turn.LAWS, post))

    assert fingerprints() == plain
