"""What is counted is said in the singular where there is one of it, in both languages."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from race.core import commands as c
from race.core.ids import Firm, Subject
from race.core.legality import refusal
from race.core.words import plainly
from race.core.world import Batch, Promise
from race.session.session import Session
from race.session.store import Slots
from race.speech import money, set_language, speak
from race.ui.present.advice import hints
from race.ui.present.opened.promises import opened_promises
from race.ui.present.orders import told
from race.ui.text.client import obey
from race.ui.text.table import Table
from tests.ui.seats import played

_ONE = {
    "en": re.compile(r"(?<![\d.,\u202f\u2212+-])\b1 (?:stored )?(?:chips|researchers|milestones|people)\b"),
    "fr": re.compile(r"(?<![\d.,\u202f\u2212+-])\b1 (?:puces|chercheurs|étapes|personnes)\b"),
}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    spoken: str = request.param
    yield set_language(spoken)
    set_language("en")


def test_a_thousand_billions_are_not_read_as_one_in_either_language(language: str) -> None:
    said = money(1_200_000_000_000).replace("\u202f", " ").replace("\u00a0", " ")

    assert said == {"en": "$1.2 T", "fr": "1 200 Md $"}[language]


@cache
def late() -> Session:
    """Return a game late enough that lines which slipped come one by one; order nothing in it."""
    session = Session("history", 2, "swapper")
    for _month in range(35):
        session.end_month()
    session.hand_to(None)
    return session


def with_one_stored() -> Session:
    """Return a game's first month with a single chip that no site has power for."""
    game = played(0).fork()
    world = game.position().copy()
    depot = world.labs[Firm.XAI].depot
    newest = depot.batches[0].generation
    depot.batches.append(Batch(id=9_999, payer=Firm.XAI, arrived=0, quantity=1, generation=newest))
    depot.sites.clear()
    for batch in depot.batches[:-1]:
        batch.quantity = 0
    game.resume(world, game.journal, game.reports)
    return game


def test_one_chip_without_power_is_a_chip(language: str) -> None:
    words = " ".join(hint.text for hint in hints(with_one_stored()))

    assert {"en": "1 stored chip will", "fr": "Puce stockée sans courant le mois prochain"}[language] in words


def test_one_researcher_is_hired_in_the_singular(language: str) -> None:
    orders = c.Hire(researchers=1), c.Hire(researchers=1, source=Firm.META), c.Hire(researchers=2)

    one, poached, two = (told(order) for order in orders)

    shown = {"en": ("1 researcher", "2 researchers"), "fr": ("1 chercheur", "2 chercheurs")}[language]
    assert one.endswith(shown[0])
    assert f"{shown[0]} " in poached
    assert two.endswith(shown[1])


def test_one_chip_is_cancelled_in_the_singular(language: str) -> None:
    words = told(c.CancelOrder(line=-1, quantity=1))

    assert words == {"en": "Cancel 1 chip", "fr": "Annuler 1 puce"}[language]


def test_one_researcher_who_looks_for_work_is_refused_in_the_singular() -> None:
    game = played(0).fork()
    world = game.position().copy()
    world.people.looking = 1
    game.resume(world, game.journal, game.reports)

    refused = refusal(game.view(), (), c.Hire(researchers=2))

    assert refused is not None
    assert plainly(refused) == "One researcher looks for work in the open market."


def test_a_promise_of_one_milestone_stands_at_none_of_one() -> None:
    game = played(0).fork()
    world = game.position().copy()
    world.affairs.promises.append(
        Promise(id=9_999, made=0, subject=Subject.AUTONOMY, quantity=1, due=9, claim=0.5)
    )
    game.resume(world, game.journal, game.reports)

    assert "Stands at 0 of 1 milestone." in opened_promises(game)[0].lines


def test_a_late_game_says_nothing_of_1_chips(language: str, tmp_path: Path) -> None:
    session = late()
    table = Table(session.fork(), Slots(tmp_path), plain=True)

    lines = [speak(event.sentence) for event in session.reports[-1].events if event.sentence]
    for word in ("board", "news", "room chips", *(f"room chips {n}" for n in range(1, 6))):
        lines += obey(table, word)

    assert [line for line in lines if _ONE[language].search(line)] == []
    one = {"en": "One chip reaches", "fr": "Une seule puce arrive"}[language]
    assert any(line.startswith(one) for line in lines)
