"""Weeks among the owners: a story that nobody can hear moves nobody, and a kind may be missing."""

import sys

import numpy as np
import pytest

from race.core.chance import Chance
from race.core.formulas.owners import compiled as door
from race.core.formulas.owners.compiled import PLAIN, CompiledCrowd, compiled
from race.core.formulas.owners.holders import angry_by_kind, angry_ppm
from race.core.formulas.owners.stories import promise_labels, refusal_story
from race.core.formulas.owners.week import Crowd, Market
from race.core.ids import PPM, Kind, Subject, week_of
from race.core.rulebook.owners import OwnerRules
from race.core.words import Sentence
from race.core.world import Holders, Story
from tests.builders import a_world

_OPENING = a_world()


def a_story(week: int, salience: float = 1.0) -> Story:
    return Story(id=1, label=Sentence(""), week=week, salience=salience, effect=(-PPM,) * 7, memory=1.0)


def a_month(crowd: Crowd, story: Story) -> list[int]:
    crowd.follow([story])
    with np.errstate(over="ignore"):  # the hash of luck keeps its lowest 64 bits
        month = crowd.pass_month(Market(price=25_000, noise=(0,) * 5, sector=0, news=[], shares=10**9))
    return month.stories


@pytest.mark.parametrize("looped", [False, True])
def test_a_story_moves_nobody_before_its_week_after_its_weeks_or_without_a_sound(looped: bool) -> None:  # noqa: FBT001 - a case
    owners, moved = OwnerRules(), {}
    now = week_of(20)
    stories = {
        "now": a_story(now),
        "later": a_story(now + 9),
        "old": a_story(now - owners.news_weeks),
        "silent": a_story(now, 0.0),
        "whispered": a_story(now, 1e-9),
    }

    for name, story in stories.items():
        crowd = (CompiledCrowd if looped else Crowd)(owners, _OPENING.holders.copy(), 20, Chance(4))
        if isinstance(crowd, CompiledCrowd):
            crowd.loops = PLAIN
        moved[name] = a_month(crowd, story)[0]

    assert moved["now"] < 0
    assert {name: by for name, by in moved.items() if by} == {"now": moved["now"]}


def test_anger_is_counted_by_kind_even_when_a_kind_is_missing() -> None:
    whole = _OPENING.holders.copy()
    stays = whole.kind != list(Kind).index(Kind.INDEX)
    some = Holders(
        kind=whole.kind[stays],
        trust=whole.trust[stays].copy(),
        prior=whole.prior[stays],
        shares=whole.shares[stays],
        neighbours=whole.neighbours[:, stays],
    )
    whole.trust[:] = some.trust[:] = 0

    missing, full = angry_by_kind(some, _OPENING.rules), angry_by_kind(whole, _OPENING.rules)

    assert missing[Kind.INDEX] == 0 < full[Kind.INDEX]
    assert {kind for kind, part in missing.items() if part == PPM} == set(full) - {Kind.INDEX}
    assert angry_ppm(some, _OPENING.rules) == PPM


def test_without_a_compiler_or_with_one_that_fails_there_are_no_compiled_loops(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(made: object) -> None:
        del made
        raise RuntimeError

    monkeypatch.setattr(door, "built", lambda: None)
    with monkeypatch.context() as broken:
        broken.setattr("numba.njit", lambda **_words: lambda loop: loop)
        broken.setattr(door, "_try_out", fail)
        assert compiled.__wrapped__() is None
    monkeypatch.setitem(sys.modules, "numba", None)

    assert compiled.__wrapped__() is None


@pytest.mark.parametrize("subject", list(Subject))
def test_a_promise_stands_on_receipts_under_four_names_of_its_own(subject: Subject) -> None:
    labels = promise_labels(subject, 9)

    assert len({label.msgid for label in labels}) == len(labels) == 4
    assert all({"about", "due"} == set(label.values) for label in labels)


def test_a_refusal_by_the_owners_is_told_after_their_meeting() -> None:
    world = _OPENING.copy()

    story = refusal_story(world)

    assert story.week == week_of(world.month + 1)
    assert max(story.effect) <= 0
