import warnings

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env
from msgspec.structs import replace

import race.env  # registers the environment
from race.core.chance import Stream
from race.core.commands import Borrow, Command, Divert
from race.core.formulas.owners.carmaker import autonomy_due
from race.core.formulas.race.loans import loan_room
from race.core.ids import RIVALS, Firm, Seat, Terms
from race.core.legality.diversion import SALES, left_for_sale
from race.core.view import FounderView, View
from race.core.world import Batch, Case, Depot
from race.env.actions import HEADS, SIZES, masks_of, orders_of
from race.env.founder import FounderEnv
from race.env.sight import MOST, names, observe
from race.policy.founders.legal import legal
from race.policy.routine import Routine, obey
from race.scenario.load import load_scenario
from race.sim.cast import style_of
from race.sim.race_model import RaceModel

SHORT = "the-twelve-thousand"
NOTHING = np.zeros(len(SIZES), dtype=np.int64)


def view_of(game: RaceModel) -> FounderView:
    view = game.view(Seat.FOUNDER)
    assert isinstance(view, FounderView)
    return view


def play(env: FounderEnv, seed: int) -> tuple[list[float], dict[str, object]]:
    """Play a game with choices that are open, drawn by the space's own luck."""
    env.reset(seed=seed)
    env.action_space.seed(seed)
    rewards: list[float] = []
    info: dict[str, object] = {}
    ended = False
    while not ended:
        action = env.action_space.sample(mask=env.by_head(env.action_masks()))
        _, reward, ended, _, info = env.step(action)
        rewards.append(reward)
    return rewards, info


def test_gymnasium_finds_nothing_to_complain_of() -> None:
    env = gymnasium.make("AiRace/Founder-v0", scenario=SHORT, render_mode="ansi", disable_env_checker=True)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(env.unwrapped)

    env.close()
    assert race.env.FounderEnv is FounderEnv


def test_there_are_nine_heads_with_at_most_sixty_choices() -> None:
    assert len(HEADS) == 9
    assert sum(SIZES) <= 60


def test_the_rewards_of_a_game_are_its_score_less_the_openings() -> None:
    env = FounderEnv(SHORT)
    opening = env.reset(seed=2)[1]["score"]

    rewards, info = play(env, 2)

    env.close()
    assert sum(rewards) == pytest.approx((info["score"] - opening) / 1_000)
    assert info["ending"]


def test_the_same_seed_and_the_same_choices_are_the_same_game() -> None:
    env = FounderEnv(SHORT, officers=True)

    first, second, other = play(env, 4), play(env, 4), play(env, 5)

    env.close()
    assert first == second
    assert first[1]["fingerprint"] != other[1]["fingerprint"]


class Seated:
    """Choose the same in every month, and leave the rest to the lab's officers, as a player can."""

    def __init__(self, choices: list[int]) -> None:
        """Open a game with oneself in the founder's seat."""
        self.choices, self.race = np.array(choices), RaceModel(SHORT, self, 3, collect=False)

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the orders of the choices, then the officers'."""
        assert isinstance(view, FounderView)
        luck = self.race.luck("policy.officers")
        style = style_of(self.race.starts_from.means[Firm.XAI])
        return obey(view, tuple(Routine), legal(view, orders_of(view, self.choices)), style, luck)


def test_a_learners_officers_run_the_lab_as_a_players_do() -> None:
    chosen = {"chips": 1, "owners": 4, "people": 2, "power": 2}
    choices = [chosen.get(head, 0) for head in HEADS]
    env, player = FounderEnv(SHORT, officers=True), Seated(choices).race
    env.reset(seed=3)

    marks = []
    while player.world.ending is None:
        marks.append(env.step(np.array(choices))[4].get("fingerprint"))
        player.step()

    env.close()
    player.close()
    assert marks[-1] == player.fingerprint().whole


def test_an_idle_learner_plays_the_idle_founders_game() -> None:
    env, idle = FounderEnv(SHORT), RaceModel(SHORT, "idle", 6, collect=False)
    env.reset(seed=6)

    marks = []
    while idle.world.ending is None:
        marks.append(env.step(NOTHING)[4].get("fingerprint"))
        idle.step()

    env.close()
    idle.close()
    assert marks[-1] == idle.fingerprint().whole


def test_a_choice_that_is_open_is_carried_out_and_one_that_is_masked_is_not() -> None:
    env = FounderEnv(SHORT)
    env.reset(seed=1)
    offsets = np.cumsum((0, *SIZES))
    masks = env.action_masks()

    for head, size in enumerate(SIZES):
        for choice in range(1, size):
            action = NOTHING.copy()
            action[head] = choice
            if head == 1:  # terms alone order nothing
                continue
            if head == 0:
                action[1] = int(np.flatnonzero(masks[offsets[1] : offsets[2]])[0])
            env.reset(seed=1)
            info = env.step(action)[4]
            assert bool(info["executed"]) is bool(masks[offsets[head] + choice]), (head, choice, info)

    env.close()


def test_every_choice_is_open_in_some_month_of_a_game() -> None:
    game = RaceModel("history", "historical", 3, collect=False)
    open_once = masks_of(view_of(game))

    while game.world.ending is None:
        game.step()
        open_once |= masks_of(view_of(game))

    game.close()
    choices = [(head, choice) for head, names in HEADS.items() for choice in names]
    assert [choice for choice, was_open in zip(choices, open_once, strict=True) if not was_open] == []


@pytest.mark.parametrize("terms", SALES)
def test_all_of_a_crate_is_what_is_for_sale_where_the_directors_must_sell(terms: Terms) -> None:
    view = view_of(RaceModel(load_scenario("history"), "idle", seed=1))
    action = NOTHING.copy()
    action[:2] = HEADS["crates"].index("all"), HEADS["terms"].index(terms.value)

    (buying,) = legal(view, orders_of(view, action))

    assert isinstance(buying, Divert)
    source = next(line for line in view.lines if line.id == buying.source)
    assert buying.quantity == left_for_sale(view, (), source) < source.quantity


def test_what_is_refused_says_why() -> None:
    env = FounderEnv(SHORT)
    env.reset(seed=1)
    action = NOTHING.copy()
    action[list(HEADS).index("run")] = HEADS["run"].index("release tested")

    info = env.step(action)[4]

    env.close()
    assert info["executed"] == []
    assert [name for name, why in info["refused"] if why] == ["PublishRelease"]


def test_a_learner_sees_numbers_with_names_in_every_month() -> None:
    game = RaceModel(SHORT, "diverter", 3, collect=False)
    seen = []

    while game.world.ending is None:
        seen.append((names(view_of(game)), observe(view_of(game))))
        game.step()

    game.close()
    assert {each[0] for each in seen} == {seen[0][0]}
    assert all(np.isfinite(each).all() and (abs(each) <= MOST).all() for _, each in seen)
    assert len(set(seen[0][0])) == len(seen[0][1])


def test_the_most_that_the_rules_allow_is_within_the_declared_bounds_and_still_told_apart() -> None:
    game = RaceModel("history", "idle", 3, collect=False)

    def seen(letters: int, times: int) -> dict[str, float]:
        world = game.world.copy()
        most = world.rules.court.letters_month * world.setting.months
        assert letters <= most
        world.affairs.letters, world.affairs.complaints = letters, 3 * letters
        world.carmaker.price_cents *= times
        game.resume(world, game.events, game.balances)
        return dict(zip(names(view_of(game)), observe(view_of(game)).tolist(), strict=True))

    few, many = seen(30, 4), seen(72, 4)  # the price is 16 times the opening's in the second

    game.close()
    for name in ("letters", "complaints", "carmaker.share"):
        assert few[name] < many[name] < MOST, name


def test_a_rivals_money_and_secrets_are_not_seen() -> None:
    game = RaceModel(SHORT, "steward", 3, collect=False)
    for _ in range(4):
        game.step()
    before = observe(view_of(game))
    world = game.world.copy()
    for firm in RIVALS:
        world.labs[firm].cash_usd *= 3
        world.labs[firm].recipe += 100.0

    game.resume(world, game.events, game.balances)

    assert (observe(view_of(game)) == before).all()
    game.close()


def test_an_action_names_at_most_one_order_a_head() -> None:
    game = RaceModel(SHORT, "idle", 1, collect=False)
    view = view_of(game)

    wanted = orders_of(view, np.array(SIZES) - 1)

    game.close()
    assert len(wanted) <= len(SIZES)
    assert masks_of(view).shape == (sum(SIZES),)


def test_a_month_is_told_in_a_line() -> None:
    env = FounderEnv(SHORT, render_mode="ansi")
    env.reset(seed=1)
    env.step(NOTHING)

    told = env.render()

    env.close()
    assert told is not None
    assert told.startswith("January 2024: score ")


@pytest.mark.parametrize("action", [[-1] * 9, [99] * 9, [0] * 8, [0.5] * 9])
def test_what_is_no_action_is_refused_and_plays_no_month(action: list[float]) -> None:
    env = FounderEnv("the-twelve-thousand")
    before, _ = env.reset(seed=1)

    with pytest.raises(ValueError, match="is no action"):
        env.step(np.array(action))

    after, *_ = env.step(np.zeros(9, dtype=np.int64))
    again = FounderEnv("the-twelve-thousand")
    again.reset(seed=1)
    assert np.array_equal(after, again.step(np.zeros(9, dtype=np.int64))[0])
    assert not np.array_equal(before, after)


def test_a_loan_is_half_of_what_banks_would_lend_and_not_less_than_they_do() -> None:
    game = RaceModel(SHORT, "idle", 3, collect=False)
    view, ordered = view_of(game), []
    choice = NOTHING.copy()
    choice[list(HEADS).index("money")] = list(HEADS["money"]).index("loan")
    few, many = (
        replace(
            view.own,
            depot=Depot(
                batches=[
                    Batch(id=1, payer=Firm.XAI, generation=view.board.generation, quantity=chips, arrived=0)
                ]
            ),
        )
        for chips in (1, 200_000)
    )

    for own in (few, many):
        ordered += orders_of(replace(view, own=own), choice)

    money = view.board.rules.money
    room = loan_room(money, many, view.board.chip_price_usd)
    assert ordered == [Borrow(amount_usd=money.loan_least_usd), Borrow(amount_usd=room // 2)]
    game.close()


def test_cases_are_seen_while_they_are_open() -> None:
    game = RaceModel(SHORT, "idle", 3, collect=False)
    first = Case(id=1, act=1, filed=1, discovery=3)
    seen = []

    for cases in ([], [first], [replace(first, decided=True)], [replace(first, settled=True)]):
        world = game.world.copy()
        world.affairs.cases = cases
        game.resume(world, game.events, game.balances)
        seen.append(dict(zip(names(view_of(game)), observe(view_of(game)).tolist(), strict=True))["cases"])

    game.close()
    assert seen[1] > seen[0] == seen[2] == seen[3]


def test_a_milestone_is_promised_for_when_the_programme_gets_there_and_not_at_once() -> None:
    game = RaceModel("history", "idle", 3, collect=False)
    choice = NOTHING.copy()
    choice[list(HEADS).index("owners")] = list(HEADS["owners"]).index("promise autonomy")
    view, dues = view_of(game), []

    for month in (2, 30, view.board.setting.months - 1):
        board = replace(view.board, month=month)
        dues += [order.due for order in orders_of(replace(view, board=board), choice)]  # type: ignore[union-attr]

    game.close()
    planned = autonomy_due(view.board.rules, view.carmaker.autonomy_reached)
    assert 5 < planned < 33
    assert dues == [planned, 33, view.board.setting.months]
