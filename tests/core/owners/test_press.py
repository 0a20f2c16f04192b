"""Secrets: the chance that is shown is the chance that is drawn, and words have consequences."""

from race.core.chance import Chance
from race.core.commands import Divert, GiveBack, Investigate, Orders, PlugLeak, Speak
from race.core.events import Happening
from race.core.formulas.owners.evidence import gross, leak_ppm, seen
from race.core.ids import PPM, Firm, Seat, Stance, Terms
from race.core.rules.owners.diversion import divert
from race.core.rules.owners.press import report_news
from race.core.world import Act, World
from tests.builders import a_world, orders, plainer

NOBODY = Orders(by_seat={})


def a_secret(world: World, terms: Terms = Terms.SILENT) -> Act:
    """Put a secret taking of 12,000 chips into the world."""
    act = Act(
        id=world.new_id(), month=1, quantity=12_000, terms=terms, severity=0.34, idle_share=1.0,
        value_usd=504_000_000, insiders=25,
    )  # fmt: skip
    world.affairs.acts.append(act)
    return act


def news(world: World, given: Orders, month: int, seed: int = 7) -> list[Happening]:
    world.month = month
    return [event.kind for event in report_news(world, given, Chance(seed))]


def test_the_displayed_chance_of_a_leak_is_the_drawn_one() -> None:
    world = a_world()
    act = a_secret(world)
    shown = leak_ppm(world.rules, act, world.affairs)

    leaks = 0
    for seed in range(3_000):
        act.published = None
        world.affairs.stories.clear()
        leaks += Happening.LEAK in news(world, NOBODY, 3, seed)

    expected = 3_000 * shown / PPM
    assert abs(leaks - expected) < 4 * (expected * (1 - shown / PPM)) ** 0.5


def test_reporters_sent_this_month_make_leaks_likelier_next_month() -> None:
    world = a_world()
    act = a_secret(world)
    quiet = leak_ppm(world.rules, act, world.affairs)

    news(world, orders(Investigate(subject=Firm.TESLA, effort_ppm=2 * PPM), by=Seat.PRESS), 1, seed=1)

    assert act.published is None
    assert leak_ppm(world.rules, act, world.affairs) > 1.8 * quiet


def test_more_people_who_know_make_a_leak_likelier() -> None:
    world = a_world()
    act = a_secret(world)
    few = leak_ppm(world.rules, act, world.affairs)
    act.insiders *= 2

    assert leak_ppm(world.rules, act, world.affairs) > few


def test_disclosing_first_weighs_less_than_being_found_out() -> None:
    found, told = a_world(), a_world()
    silent, disclosed = a_secret(found), a_secret(told)

    news(told, orders(Speak(act=disclosed.id, stance=Stance.DISCLOSE)), 2)

    assert disclosed.published == 2
    assert seen(told.rules, disclosed, 0) < seen(found.rules, silent, 0)
    assert [story.act for story in told.affairs.stories] == [disclosed.id]


def test_a_denial_is_quieter_until_documents_refute_it() -> None:
    world = a_world()
    act = a_secret(world)
    news(world, orders(Speak(act=act.id, stance=Stance.DISCLOSE)), 2)
    act.disclosed = False
    loud = world.affairs.stories[0].salience

    news(world, orders(Speak(act=act.id, stance=Stance.DENY)), 3, seed=2)

    assert act.denied
    assert world.affairs.stories[0].salience < loud
    honest = gross(world.rules, act, 0), seen(world.rules, act, 0)
    act.refuted = True
    assert gross(world.rules, act, 0) > honest[0]
    assert seen(world.rules, act, 0) > 1.5 * honest[1]


def test_an_excuse_works_only_if_it_is_true() -> None:
    true, false = a_world(), a_world()
    for world, idle in ((true, 0.0), (false, 1.0)):
        act = a_secret(world)
        act.idle_share = idle
        news(world, orders(Speak(act=act.id, stance=Stance.DISCLOSE)), 2)
        before = world.affairs.stories[0].salience
        news(world, orders(Speak(act=act.id, stance=Stance.JUSTIFY)), 3)
        changed = world.affairs.stories[0].salience < before

        assert changed is (world is true)


def test_an_apology_works_once_and_only_for_what_is_known() -> None:
    world = a_world()
    act = a_secret(world)
    sorry = orders(Speak(act=act.id, stance=Stance.APOLOGISE))

    assert Happening.STATEMENT not in news(world, sorry, 1, seed=1)
    news(world, orders(Speak(act=act.id, stance=Stance.DISCLOSE)), 2)
    assert Happening.STATEMENT in news(world, sorry, 3)
    assert Happening.STATEMENT not in news(world, sorry, 4)
    assert sum(max(story.effect) > 0 for story in world.affairs.stories) == 1


def test_a_sale_to_the_lab_stands_in_the_next_quarterly_filing() -> None:
    world = a_world()
    act = a_secret(world, Terms.PAID)
    act.insiders = 0

    news(world, NOBODY, 2)
    assert act.published is None
    news(world, NOBODY, 4)

    assert act.published == 4


def test_documents_refute_a_denial_sooner_or_later() -> None:
    world = a_world()
    act = a_secret(world)
    act.published, act.denied = 1, True

    told = [kind for month in range(2, 60) for kind in news(world, NOBODY, month)]

    assert act.refuted
    assert told == [Happening.LEAK]
    assert world.affairs.stories[0].effect < (0,) * 7


def test_what_leaks_after_a_denial_is_refuted_at_once() -> None:
    world = a_world()
    act = a_secret(world)
    news(world, orders(Speak(act=act.id, stance=Stance.DENY)), 1, seed=1)

    for month in range(2, 60):
        news(world, NOBODY, month)

    assert act.published is not None
    assert act.refuted
    assert len(world.affairs.stories) == 1


def test_what_is_announced_is_public_in_its_month() -> None:
    world = a_world()
    act = a_secret(world, Terms.DISCLOSED)
    act.disclosed = True

    assert news(world, NOBODY, 1) == [Happening.STATEMENT]
    assert act.published == 1


def test_words_that_come_too_late_change_nothing() -> None:
    world = a_world()
    act = a_secret(world)
    news(world, orders(Speak(act=act.id, stance=Stance.DISCLOSE)), 1)

    again = news(world, orders(Speak(act=act.id, stance=Stance.DISCLOSE)), 2)
    denied = news(world, orders(Speak(act=act.id, stance=Stance.DENY)), 2)
    unknown = news(world, orders(Speak(act=99_999, stance=Stance.DENY)), 2)
    explained = [news(world, orders(Speak(act=act.id, stance=Stance.JUSTIFY)), 3) for _ in range(2)]

    assert (again, denied, unknown) == ([], [], [])
    assert [len(words) for words in explained] == [1, 0]


def test_reporters_obey_their_editors_only() -> None:
    world = a_world()

    news(world, orders(Investigate(subject=Firm.TESLA, effort_ppm=2 * PPM)), 1, seed=1)

    assert world.affairs.investigated is None


def test_giving_everything_back_makes_good_what_is_known() -> None:
    world = a_world()
    world.affairs.acts.clear()
    batch = world.carmaker.depot.batches[0]
    taken = orders(Divert(source=batch.id, quantity=2_000, terms=Terms.SILENT))
    divert(world, taken, Chance(1))
    (act,) = world.affairs.acts
    act.published = world.month

    divert(world, orders(GiveBack(quantity=500)), Chance(1))
    early = act.repaired
    divert(world, orders(GiveBack(quantity=1_500)), Chance(1))

    assert not early
    assert act.repaired
    assert [max(story.effect) > 0 for story in world.affairs.stories] == [True]


def test_a_secret_is_plugged_once_and_too_many_questions_give_it_away() -> None:
    told: list[Happening] = []
    for seed in range(40):
        world = a_world(month=0)
        act = a_secret(world)
        act.month = 0
        told += news(world, orders(PlugLeak(act=act.id), PlugLeak(act=act.id), PlugLeak(act=0)), 2, seed)

    backfired = told.count(Happening.LEAK) / 40
    assert told.count(Happening.LEAK_PLUGGED) + told.count(Happening.LEAK) == 40
    assert 0.0 < backfired < 0.5


def test_in_a_world_without_leaks_no_secret_comes_out() -> None:
    world = plainer(a_world(), "leaks")
    act = a_secret(world)

    assert leak_ppm(world.rules, act, world.affairs) == 0
    assert [news(world, NOBODY, month) for month in range(2, 12)] == [[]] * 10
