"""All seven labs' seats as a PettingZoo parallel environment: everybody orders, then the month is played."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from gymnasium.spaces import Box, MultiDiscrete
from gymnasium.utils import seeding
from numpy.typing import NDArray
from typing_extensions import override

from race.core.ids import LABS, Firm, seat_of
from race.core.outcome import score
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.rulebook.seats.rivals import STANDARD
from race.core.view import LabView
from race.core.words import N_, PlainError, Sentence
from race.env.actions import Mask, by_head, heads_of, masks_of
from race.env.hand import Hand
from race.env.sight import MOST, Sight, names, observe
from race.policy.policy import Policy
from race.scenario.load import load_scenario
from race.sim.race_model import RaceModel
from race.speech import date, name, number

try:
    from pettingzoo import ParallelEnv
except ModuleNotFoundError as error:
    _MESSAGE = "race.env.labs needs PettingZoo; install it with: pip install 'diverted[rl]'"
    raise ModuleNotFoundError(_MESSAGE, name=error.name) from error

Action = NDArray[np.int64]
AGENTS: Final = tuple(firm.value for firm in LABS)
"""Everybody who can learn, in the order of the labs: the founder's lab is `xai`."""
FOUNDER: Final = Firm.XAI.value
_UNRELEASED: Final = 1_000.0
"""What a lab without a release counts in the league, Elo; where `sight` has its 0."""
_SEEDS: Final = 2**31


class LabsEnv(ParallelEnv[str, Sight, Action]):
    """Play the labs' seats: `race.env.actions.HEADS` for the founder, `LAB_HEADS` for every other lab.

    Each seat sees what its own view shows. The founder's reward of a month is by how much the score rose,
    over the 1,000 there are; another lab's by how much its lead in the published league rose, Elo over 100.
    An agent's `info` has `executed`, `refused` (with the reason), `action_mask` (head by head), `seed`,
    `score` for the founder and `lead` for the others, and at the end `ending` and `fingerprint`.
    """

    metadata = {  # noqa: RUF012 - as the base class has it
        "name": "diverted_labs_v0",
        "render_modes": ["ansi"],
        "render_fps": 1,
        "is_parallelizable": True,
    }

    def __init__(  # noqa: PLR0913 - as everywhere, and who learns
        self,
        scenario: str | Path = "history",
        difficulty: str = STANDARD,
        trait: str = NO_TRAIT,
        *,
        learners: Collection[str] = AGENTS,
        founder: str | Policy = "steward",
        render_mode: str | None = None,
    ) -> None:
        """Load a scenario, by name or TOML file; labs that are no `learners` keep their usual policy.

        `founder` plays the founder's seat where `xai` is no learner.
        Raises PlainError for a scenario, a difficulty, a trait, a founder or a learner that does not exist.
        """
        self._scenario = load_scenario(scenario, difficulty, trait)
        self._founder = founder
        self._hands = {agent: Hand() for agent in _known(learners)}
        self._luck = seeding.np_random()[0]
        self.game = self._open(0)
        """The game behind it, to read: nobody at a seat may."""
        self.render_mode = render_mode
        self.possible_agents = list(self._hands)
        self.agents: list[str] = []
        views = {agent: self._view(agent) for agent in self._hands}
        self.names = {agent: names(view) for agent, view in views.items()}
        self._sizes = {agent: [*map(len, heads_of(view).values())] for agent, view in views.items()}
        self.action_spaces = {agent: MultiDiscrete(sizes) for agent, sizes in self._sizes.items()}
        self.observation_spaces = {
            agent: Box(-MOST, MOST, (len(seen),), np.float32) for agent, seen in self.names.items()
        }

    @override
    def observation_space(self, agent: str) -> Box:
        """Return an agent's space of observations; always the same object."""
        return self.observation_spaces[agent]

    @override
    def action_space(self, agent: str) -> MultiDiscrete:
        """Return an agent's space of actions; always the same object."""
        return self.action_spaces[agent]

    @override
    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Sight], dict[str, dict[str, Any]]]:
        """Open a game: of this seed, or of one that the environment's own luck draws."""
        del options
        if seed is not None:
            self._luck = seeding.np_random(seed)[0]
        drawn = int(self._luck.integers(_SEEDS))
        self.game.close()
        self.game = self._open(drawn if seed is None else seed)
        self.agents = list(self.possible_agents)
        return self._seen(), {agent: self._info(agent, []) for agent in self.agents}

    @override
    def step(
        self, actions: Mapping[str, Action]
    ) -> tuple[
        dict[str, Sight],
        dict[str, float],
        dict[str, bool],
        dict[str, bool],
        dict[str, dict[str, Any]],
    ]:
        """Give everybody's orders as far as they are legal, each judged by its own view; play the month.

        Raises RuntimeError before the first reset() and after the ending, and ValueError for what is no
        action or for an agent too many or too few.
        """
        if not self.agents:
            message = "no game is open; reset() opens one"
            raise RuntimeError(message)
        self._check(actions)
        everybody = self.possible_agents
        before = {agent: self._worth(agent) for agent in everybody}
        refused = {agent: hand.take(self._view(agent), actions[agent]) for agent, hand in self._hands.items()}
        self.game.step()
        ended = self.game.world.ending is not None
        self.agents = [] if ended else self.agents
        return (
            self._seen(),
            {agent: (self._worth(agent) - before[agent]) / _full(agent) for agent in everybody},
            dict.fromkeys(everybody, ended),
            dict.fromkeys(everybody, False),
            {agent: self._info(agent, refused[agent]) for agent in everybody},
        )

    def action_masks(self, agent: str) -> Mask:
        """Return which choices are open now to an agent, head after head."""
        return masks_of(self._view(agent))

    @override
    def render(self) -> str | None:
        """Return the published league in a line of text, for the mode `ansi`."""
        if self.render_mode != "ansi":
            return None
        board = self._view(self.possible_agents[0]).board
        league = ", ".join(f"{name(line.firm.value)} {number(line.elo_published)}" for line in board.league)
        return f"{date(board.month)}: {league}"

    @override
    def close(self) -> None:
        """Let go of the game."""
        self.game.close()
        self.agents = []

    def _open(self, seed: int) -> RaceModel:
        """Open a game, the months before it played by the usual policies, and seat the learners."""
        game = RaceModel(self._scenario, self._founder, seed, collect=False)
        for agent, hand in self._hands.items():
            hand.orders = ()
            game.seats[seat_of(Firm(agent))].policy = hand
        return game

    def _view(self, agent: str) -> LabView:
        view = self.game.view(seat_of(Firm(agent)))
        if not isinstance(view, LabView):
            message = "a lab's seat needs a lab's view"
            raise TypeError(message)
        return view

    def _seen(self) -> dict[str, Sight]:
        return {agent: observe(self._view(agent)) for agent in self.possible_agents}

    def _worth(self, agent: str) -> float:
        """Return what an agent's rewards are the rise of."""
        return score(self.game.world).total if agent == FOUNDER else _lead(self._view(agent))

    def _info(self, agent: str, refused: list[tuple[str, str]]) -> dict[str, Any]:
        game = self.game
        info = {
            "executed": self._hands[agent].executed(),
            "refused": refused,
            "action_mask": by_head(self.action_masks(agent), self._sizes[agent]),
            "seed": game.game_seed,
            "score" if agent == FOUNDER else "lead": self._worth(agent),
        }
        if game.world.ending is not None:
            info |= {"ending": game.world.ending.value, "fingerprint": game.fingerprint().whole}
        return info

    def _check(self, actions: Mapping[str, Action]) -> None:
        if set(actions) != set(self.agents):
            message = f"actions of {sorted(actions)}; there must be one of each of {sorted(self.agents)}"
            raise ValueError(message)
        for agent, action in actions.items():
            if not self.action_spaces[agent].contains(np.asarray(action)):
                sizes = self._sizes[agent]
                message = f"{agent}: {action!r} is no action: {len(sizes)} whole numbers below {sizes}"
                raise ValueError(message)


parallel_env: Final = LabsEnv
"""PettingZoo's usual name for what opens an environment."""


def _known(learners: Collection[str]) -> tuple[str, ...]:
    """Return the learners in the order of the labs; raises PlainError for none, or one that is no lab."""
    if isinstance(learners, str) or not learners or not set(learners) <= set(AGENTS):
        raise PlainError(
            Sentence(
                N_("learners is a list of one or more of {known}, not {given}."),
                {"known": ", ".join(AGENTS), "given": repr(learners)},
            ),
            code=2,
        )
    return tuple(agent for agent in AGENTS if agent in learners)


def _full(agent: str) -> float:
    """Return how much of the score, or of Elo, is a reward of 1."""
    return 1_000.0 if agent == FOUNDER else 100.0


def _lead(view: LabView) -> float:
    """Return how far a lab is ahead of the best other in the published league, Elo; behind it, below 0."""
    scores = {line.firm: line.elo_published for line in view.board.league}
    own = scores.pop(view.firm, _UNRELEASED)
    return own - max(scores.values(), default=_UNRELEASED)
