import importlib
import re
import sys
import warnings
from typing import Any

import numpy as np
import pytest
from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test
from pettingzoo.utils import parallel_to_aec

from race.core.chance import Stream
from race.core.commands import Command
from race.core.ids import LABS, RIVALS, Firm, Seat, seat_of
from race.core.view import LabView, View
from race.core.words import PlainError
from race.env.actions import HEADS, LAB_HEADS, SIZES
from race.env.labs import AGENTS, FOUNDER, LabsEnv, parallel_env
from race.env.sight import observe
from race.sim.race_model import RaceModel

SHORT = "the-twelve-thousand"


class Idle:
    """Order nothing."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return no orders."""
        del view, luck
        return ()


def lab_view(game: RaceModel, agent: str) -> LabView:
    view = game.view(seat_of(Firm(agent)))
    assert isinstance(view, LabView)
    return view


def nothing(env: LabsEnv) -> dict[str, Any]:
    return {agent: np.zeros(env.action_space(agent).shape, dtype=np.int64) for agent in env.agents}


def drawn(env: LabsEnv, infos: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Draw choices that are open, by the spaces' own luck."""
    return {agent: env.action_space(agent).sample(mask=infos[agent]["action_mask"]) for agent in env.agents}


def played(env: LabsEnv, seed: int) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Play a game with choices that are open; return all rewards and everybody's last infos."""
    _, infos = env.reset(seed=seed)
    for agent in env.agents:
        env.action_space(agent).seed(seed)
    total = dict.fromkeys(env.agents, 0.0)
    told = [infos]
    while env.agents:
        _, rewards, _, _, infos = env.step(drawn(env, infos))
        total = {agent: total[agent] + rewards[agent] for agent in total}
        told.append(infos)
    return total, told


def idle_game(env: LabsEnv, seed: int) -> str:
    """Return the fingerprint of a game in which every learner orders nothing."""
    env.reset(seed=seed)
    mark = ""
    while env.agents:
        mark = env.step(nothing(env))[4][env.possible_agents[0]].get("fingerprint", "")
    return mark


def fingerprint_of(game: RaceModel) -> str:
    while game.world.ending is None:
        game.step()
    mark = game.fingerprint().whole
    game.close()
    return mark


def test_pettingzoo_finds_nothing_to_complain_of() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parallel_api_test(parallel_env(SHORT), num_cycles=20)


def test_the_same_seed_gives_pettingzoo_the_same_game() -> None:
    parallel_seed_test(lambda: LabsEnv(SHORT), num_cycles=13)


def test_one_after_the_other_they_play_too() -> None:
    env = parallel_to_aec(LabsEnv(SHORT))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # its taste is one choice at a time, numbered agents and all alike; a month is several choices,
        # labs have names, and the founder sees and orders more
        for taste in (
            "Action space for each",
            "We recommend agents",
            "Agents have diff",
            "Observations are diff",
        ):
            warnings.filterwarnings("ignore", message=taste)
        api_test(env, num_cycles=100)


def test_everybody_has_few_choices_and_the_founder_has_more() -> None:
    env = LabsEnv(SHORT)

    sizes = {agent: env.action_space(agent).nvec.tolist() for agent in env.possible_agents}

    env.close()
    assert tuple(env.possible_agents) == AGENTS == tuple(firm.value for firm in LABS)
    assert sizes[FOUNDER] == list(SIZES)
    assert all(sizes[firm.value] == [*map(len, LAB_HEADS.values())] for firm in RIVALS)
    assert len(LAB_HEADS) == 6
    assert set(LAB_HEADS) < set(HEADS)


def test_a_learner_that_orders_nothing_plays_an_idle_policys_game() -> None:
    learners = [FOUNDER, "meta", "mistral"]
    idle = {seat_of(Firm(agent)): Idle() for agent in learners}

    mark = idle_game(LabsEnv(SHORT, learners=learners), 6)

    assert mark == fingerprint_of(RaceModel(SHORT, "idle", 6, policies=dict(idle), collect=False))


def test_whoever_is_left_to_the_usual_policy_plays_as_ever() -> None:
    env = LabsEnv(SHORT, learners=["mistral"], founder="diverter")

    mark = idle_game(env, 4)

    assert env.possible_agents == ["mistral"]
    game = RaceModel(SHORT, "diverter", 4, policies={Seat.MISTRAL: Idle()}, collect=False)
    assert mark == fingerprint_of(game)


def test_months_before_a_game_that_starts_later_are_played_as_ever() -> None:
    env = LabsEnv("colossus")
    usual = RaceModel("colossus", "idle", 3, collect=False)
    env.reset(seed=3)

    assert env.game.fingerprint().whole == usual.fingerprint().whole
    assert usual.world.month > 0

    env.close()
    usual.close()


def test_the_same_seed_and_the_same_choices_are_the_same_game() -> None:
    env = LabsEnv(SHORT)

    first, second, other = played(env, 4), played(env, 4), played(env, 5)

    last = [told[-1][FOUNDER]["fingerprint"] for _, told in (first, second, other)]
    assert first[0] == second[0]
    assert last[0] == last[1] != last[2]


def test_rewards_are_the_rise_of_the_score_and_of_the_lead() -> None:
    total, told = played(LabsEnv(SHORT), 2)

    for agent in AGENTS:
        worth, full = ("score", 1_000) if agent == FOUNDER else ("lead", 100)
        risen = told[-1][agent][worth] - told[0][agent][worth]
        assert total[agent] == pytest.approx(risen / full)
    assert any(total[firm.value] for firm in RIVALS)
    assert all("ending" in told[-1][agent] for agent in AGENTS)


def test_a_choice_that_is_open_by_itself_is_never_refused() -> None:
    env = LabsEnv(SHORT)
    luck = Stream(1)
    _, infos = env.reset(seed=1)
    ordered = set()

    while env.agents:
        actions = nothing(env)
        for agent, action in actions.items():
            masks = infos[agent]["action_mask"]
            head = luck.below(len(masks))
            action[head] = luck.choose(np.flatnonzero(masks[head]).tolist())
            if agent == FOUNDER:  # crates go on terms, and terms alone order nothing
                action[1] = np.flatnonzero(masks[1])[0] if head == 0 else 0
        _, _, _, _, infos = env.step(actions)
        assert [infos[agent]["refused"] for agent in AGENTS] == [[]] * len(AGENTS)
        ordered |= {agent for agent in AGENTS if infos[agent]["executed"]}

    assert ordered == set(AGENTS)


def test_what_is_masked_is_refused_and_says_why() -> None:
    env = LabsEnv(SHORT)
    _, infos = env.reset(seed=1)
    head, choice = list(LAB_HEADS).index("run"), LAB_HEADS["run"].index("release tested")
    actions = nothing(env)
    shut = next(firm.value for firm in RIVALS if not infos[firm.value]["action_mask"][head][choice])
    actions[shut][head] = choice

    info = env.step(actions)[4][shut]

    assert info["executed"] == []
    assert [order for order, why in info["refused"] if why] == ["PublishRelease"]
    env.close()


def test_nobody_sees_what_another_lab_hides() -> None:
    env = LabsEnv(SHORT)
    before, _ = env.reset(seed=3)
    game = env.game
    world = game.world.copy()
    for firm in (Firm.XAI, Firm.META):
        world.labs[firm].cash_usd *= 3
        world.labs[firm].recipe += 100.0
    world.affairs.letters += 5
    world.carmaker.stake_ppm //= 2

    game.resume(world, game.events, game.balances)

    after = {agent: observe(lab_view(game, agent)) for agent in AGENTS}
    changed = [agent for agent in AGENTS if not np.array_equal(before[agent], after[agent])]
    assert changed == [FOUNDER, "meta"]
    env.close()


def test_all_end_together_and_a_month_after_the_end_is_refused() -> None:
    env = LabsEnv(SHORT, learners=[FOUNDER, "openai"])
    with pytest.raises(RuntimeError, match="reset"):
        env.step({})
    env.reset(seed=1)
    ends: dict[str, bool] = {}
    while env.agents:
        _, _, ends, cut, _ = env.step(nothing(env))
        assert not any(cut.values())

    assert ends == {FOUNDER: True, "openai": True}
    with pytest.raises(RuntimeError, match="reset"):
        env.step({})
    env.close()


def test_what_is_no_action_is_refused_and_plays_no_month() -> None:
    env = LabsEnv(SHORT, learners=[FOUNDER, "openai"])
    env.reset(seed=1)
    fine = nothing(env)
    wrong = [
        {FOUNDER: fine[FOUNDER]},
        {**fine, "meta": fine["openai"]},
        {**fine, "openai": fine[FOUNDER]},
        {**fine, "openai": np.full(6, 99)},
        {**fine, "openai": np.full(6, 0.5)},
    ]

    for actions in wrong:
        with pytest.raises(ValueError, match="action"):
            env.step(actions)

    assert env.game.world.month == 0
    env.close()


@pytest.mark.parametrize("learners", [(), ("tesla",), "xai"])
def test_learners_are_labs(learners: tuple[str, ...] | str) -> None:
    with pytest.raises(PlainError, match="learners is a list of one or more of xai, openai"):
        LabsEnv(SHORT, learners=learners)


def test_a_month_is_told_in_a_line() -> None:
    env = LabsEnv(SHORT, render_mode="ansi")
    env.reset(seed=1)
    env.step(nothing(env))

    told = env.render()

    assert told is not None
    assert re.match(r"January 2024: OpenAI 1\W\d{3}, Anthropic 1\W\d{3}, ", told)
    assert LabsEnv(SHORT).render() is None
    env.close()


def test_without_pettingzoo_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pettingzoo", None)
    monkeypatch.delitem(sys.modules, "race.env.labs")

    with pytest.raises(ModuleNotFoundError, match=r"pip install 'diverted\[rl\]'"):
        importlib.import_module("race.env.labs")
