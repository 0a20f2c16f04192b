"""The founder's seat as a Gymnasium environment: one step is one month."""

from pathlib import Path
from typing import Any, Final

import gymnasium
import numpy as np
from gymnasium.spaces import Box, MultiDiscrete
from numpy.typing import NDArray
from typing_extensions import override

from race.core.ids import Firm, Seat
from race.core.outcome import score
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.rulebook.seats.rivals import STANDARD
from race.core.view import FounderView
from race.env.actions import SIZES, Mask, by_head, masks_of
from race.env.hand import Hand
from race.env.sight import MOST, Sight, names, observe
from race.policy.routine import OFFICERS, obey
from race.scenario.load import load_scenario
from race.sim.cast import style_of
from race.sim.race_model import RaceModel
from race.speech import _, date, number

Action = NDArray[np.int64]
_SEEDS: Final = 2**31


class FounderEnv(gymnasium.Env[Sight, Action]):
    """Play the founder: nine choices a month (`race.env.actions.HEADS`), numbers that obey the fog.

    The reward of a month is by how much the score rose, as if the game ended now, over the 1,000 there
    are: all rewards together are the final score less the opening's, over 1,000.
    `info` has `executed` and `refused` (the orders that were given, and the others with the reason),
    `score`, and at the end `ending` and `fingerprint`.
    """

    metadata = {"render_modes": ["ansi"], "render_fps": 1}  # noqa: RUF012 - as the base class has it

    def __init__(
        self,
        scenario: str | Path = "history",
        difficulty: str = STANDARD,
        trait: str = NO_TRAIT,
        *,
        officers: bool = False,
        render_mode: str | None = None,
    ) -> None:
        """Load a scenario, by name or TOML file; with `officers` the lab's own do what was not ordered.

        Raises PlainError for a scenario, a difficulty or a trait that does not exist.
        """
        self._scenario = load_scenario(scenario, difficulty, trait)
        self._hand = Hand()
        self._officers = officers
        self._style = style_of(self._scenario.means[Firm.XAI])
        self._game = RaceModel(self._scenario, self._hand, 0, collect=False)
        self.render_mode = render_mode
        self.action_space = MultiDiscrete(list(SIZES))
        self.names = names(self._view())
        self.observation_space = Box(-MOST, MOST, (len(self.names),), np.float32)

    @override
    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Sight, dict[str, Any]]:
        """Open a game: of this seed, or of one that the environment's own luck draws."""
        super().reset(seed=seed)
        self._game.close()
        drawn = int(self.np_random.integers(_SEEDS))
        self._game = RaceModel(self._scenario, self._hand, drawn if seed is None else seed, collect=False)
        self._hand.orders = ()
        return observe(self._view()), self._info([])

    @override
    def step(self, action: Action) -> tuple[Sight, float, bool, bool, dict[str, Any]]:
        """Give the orders of an action as far as they are legal, and play the month.

        Raises RuntimeError after the ending, and ValueError for what is no action.
        """
        game = self._game
        if game.world.ending is not None:
            message = "the game has ended; reset() opens another"
            raise RuntimeError(message)
        if not self.action_space.contains(np.asarray(action)):
            message = f"{action!r} is no action: {len(SIZES)} whole numbers below {SIZES}"
            raise ValueError(message)
        view, before = self._view(), score(game.world).total
        refused = self._hand.take(view, action)
        if self._officers:
            luck = game.luck("policy.officers")
            self._hand.orders = obey(view, OFFICERS, self._hand.orders, self._style, luck)
        info = self._info(refused)
        game.step()
        after = score(game.world).total
        info["score"] = after
        if game.world.ending is not None:
            info |= {"ending": game.world.ending.value, "fingerprint": game.fingerprint().whole}
        return observe(self._view()), (after - before) / 1_000, game.world.ending is not None, False, info

    def action_masks(self) -> Mask:
        """Return which choices are open now, head after head, in all `sum(SIZES)`, for MaskablePPO."""
        return masks_of(self._view())

    @staticmethod
    def by_head(masks: Mask) -> tuple[NDArray[np.int8], ...]:
        """Return masks head by head, as `action_space.sample(mask=)` asks for them."""
        return by_head(masks, SIZES)

    @override
    def render(self) -> str | None:
        """Return the month in a line of text, for the mode `ansi`."""
        if self.render_mode != "ansi":
            return None
        world = self._game.world
        return _("{date}: score {points}, {chips} chips running, cash {cash} M USD.").format(
            date=date(world.month),
            points=score(world).total,
            chips=number(world.labs[Firm.XAI].depot.running()),
            cash=number(world.labs[Firm.XAI].cash_usd / 1e6),
        )

    @override
    def close(self) -> None:
        """Let go of the game."""
        self._game.close()

    def _view(self) -> FounderView:
        view = self._game.view(Seat.FOUNDER)
        if not isinstance(view, FounderView):
            message = "the founder's seat needs the founder's view"
            raise TypeError(message)
        return view

    def _info(self, refused: list[tuple[str, str]]) -> dict[str, Any]:
        return {
            "executed": self._hand.executed(),
            "refused": refused,
            "seed": self._game.game_seed,
            "score": score(self._game.world).total,
        }
