"""The month in which somebody asks whether the chips would have sat in a warehouse."""

from race.core.chance import Chance
from race.core.commands import BuildSite, DelaySite, Divert, DivertThing, Orders
from race.core.formulas.passing.defence import found_idle
from race.core.ids import Firm, Terms, Thing
from race.core.rules.owners.court import do_justice
from race.core.rules.owners.press import report_news
from race.core.world import Act, Case, World
from race.session.preview import preview
from race.session.session import Session
from tests.builders import a_game, changed
from tests.stories.played import act_of, after, offer, played

NOBODY = Orders(by_seat={})


def the_silent_offer() -> Session:
    """Return a game in which the 12,000 were kept silently in the first month."""
    game = a_game(name="history")
    line = offer(game)
    return played(game, Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))


def the_extension(world: World) -> int:
    """Return the id of the carmaker's site that is being built."""
    return next(site.id for site in world.carmaker.depot.sites if site.ready > world.month)


def opened(world: World, act: Act) -> World:
    """Return a private copy of a position in which a court has opened the files of a case about an act."""
    world = world.copy()
    case = Case(id=world.new_id(), act=act.id, filed=world.month, discovery=world.month, decision=99)
    world.affairs.cases.append(case)
    do_justice(world, NOBODY, Chance(7))
    return world


def test_the_excuse_holds_for_the_months_without_power() -> None:
    act = act_of(the_silent_offer().position())

    assert 0.2 < act.idle_share < 0.6


def test_what_is_said_of_the_excuse_beforehand_is_what_the_press_will_find() -> None:
    def warned(idle: float) -> bool:
        game = Session(changed("history", court={"justified_idle": idle}), 7)
        line = offer(game)
        take = Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT)
        told = preview(game.view(), take).warnings
        return any("defence" in sentence.msgid for sentence in told)

    assert (warned(0.1), warned(0.9)) == (True, False)


def test_building_early_destroys_the_excuse_of_what_was_taken_before() -> None:
    game = a_game(name="history")
    line = offer(game)
    take = Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT)
    build = BuildSite(company=Firm.TESLA, power_kw=60_000, forced=True)

    late, early = after(game, take, months=7), after(game, take, build, months=7)

    assert act_of(after(game, take, build)).idle_share == act_of(after(game, take)).idle_share
    assert found_idle(early, act_of(early)) > found_idle(late, act_of(late))


def test_a_site_that_went_to_the_lab_counts_as_if_it_were_still_there() -> None:
    game = the_silent_offer()
    site = the_extension(game.position())

    world = after(game, DivertThing(thing=Thing.SITE, terms=Terms.PAID, quantity=site))

    act = act_of(world)
    assert site not in {own.id for own in world.carmaker.depot.sites}
    assert found_idle(world, act) == act_of(game.position()).idle_share > 0.0


def test_putting_the_site_off_keeps_the_excuse_until_the_files_are_opened() -> None:
    game = the_silent_offer()
    site = the_extension(game.position())
    told = act_of(game.position()).idle_share

    world = after(game, DelaySite(site=site, months=5))

    act = act_of(world)
    assert found_idle(world, act) < told - 0.2
    assert found_idle(world, act, files=True) == told
    read = opened(world, act)
    assert act_of(read).idle_share == told
    assert [delay.found for delay in read.affairs.delays] == [True]
    assert any("put off" in story.label.msgid for story in read.affairs.stories)


def test_the_papers_work_it_out_anew_on_the_day() -> None:
    world = the_silent_offer().position().copy()
    act = act_of(world)
    act.idle_share, act.disclosed = 0.0, True

    report_news(world, NOBODY, Chance(7))

    assert act.idle_share > 0.2


def test_files_contradict_an_excuse_that_was_believed() -> None:
    world = the_silent_offer().position().copy()
    act = act_of(world)
    act.published, act.justified, act.idle_share = world.month, True, 0.0

    read = opened(world, act)

    assert any("contradict the excuse" in story.label.msgid for story in read.affairs.stories)


def test_a_site_with_power_cannot_be_put_off_and_none_for_ever() -> None:
    game = a_game(name="history")
    ready = next(site for site in game.view().carmaker.depot.sites if site.ready <= 0)
    coming = the_extension(game.position())

    assert game.why_not(DelaySite(site=ready.id, months=1)) is not None
    assert game.why_not(DelaySite(site=coming, months=7)) is not None
    assert game.why_not(DelaySite(site=coming, months=6)) is None
