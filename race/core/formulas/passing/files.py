"""The companies' files: what stands in them of an act, whoever is let in to read them."""

from race.core.formulas.owners.stories import act_story, excuse_story, privacy_story, refuted_story
from race.core.formulas.passing.defence import found_idle
from race.core.ids import Thing
from race.core.world import Act, Affairs, World


def read_act(world: World, act: Act, week: int) -> bool:
    """Work out anew what an act was and publish what the holders did not know; return whether it was any."""
    stories, told = world.affairs.stories, act.idle_share
    found = found_idle(world, act, files=True)
    excused = act.justified and told <= world.rules.court.justified_idle < found
    act.idle_share = found
    if act.published is None:
        act.published, act.refuted = world.month, act.denied
        stories.append(act_story(world, act, week))
        if act.thing is Thing.DATA:
            stories.append(privacy_story(world, week))
    elif act.denied and not act.refuted:
        act.refuted = True
        stories.append(refuted_story(world, act, week))
    elif excused:
        stories.append(excuse_story(world, act, week, told))
    else:
        return False
    return True


def may_demand(affairs: Affairs, now: int, wait: int) -> bool:
    """Return whether holders who have written may ask for files: nobody asks now, or has of late.

    >>> may_demand(Affairs(letters=1), 9, 6), may_demand(Affairs(), 9, 6)
    (True, False)
    """
    return affairs.letters > 0 and all(one.made + wait <= now for one in affairs.demands)
