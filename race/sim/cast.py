"""Who sits where: the cast of a scenario, seat by seat."""

from typing import Final

import msgspec

from race.core.ids import LABS, RIVALS, Firm, Seat, seat_of
from race.policy.institutions.chipmaker import ChipmakerPolicy
from race.policy.institutions.court import CourtPolicy
from race.policy.institutions.holders import HoldersPolicy
from race.policy.institutions.management import ManagementPolicy
from race.policy.institutions.press import PressPolicy
from race.policy.institutions.talent import TalentPolicy
from race.policy.policy import Policy
from race.policy.registry import founder_policy
from race.policy.rivals import RivalPolicy
from race.policy.style import Style
from race.scenario.lab_means import LabMeans
from race.scenario.load import Scenario
from race.sim.agents import (
    CarmakerAgent,
    ChipmakerAgent,
    CourtAgent,
    LabAgent,
    PressAgent,
    SeatAgent,
    ShareholdersAgent,
    TalentAgent,
)

AGENTS: Final[dict[Seat, type[SeatAgent]]] = {
    **{seat_of(lab): LabAgent for lab in LABS},
    Seat.CARMAKER: CarmakerAgent,
    Seat.CHIPMAKER: ChipmakerAgent,
    Seat.HOLDERS: ShareholdersAgent,
    Seat.PRESS: PressAgent,
    Seat.COURT: CourtAgent,
    Seat.TALENT: TalentAgent,
}
"""The kind of agent at each seat."""


def cast(scenario: Scenario, founder: str | Policy) -> dict[Seat, Policy]:
    """Return a policy for every seat: rivals by their means, institutions, and the founder's.

    Raises PlainError for a founder that does not exist.
    """
    rivals: dict[Seat, Policy] = {seat_of(firm): RivalPolicy(_rival_style(scenario, firm)) for firm in RIVALS}
    return {
        Seat.FOUNDER: founder_seat(scenario, founder),
        **rivals,
        Seat.CARMAKER: ManagementPolicy(),
        Seat.CHIPMAKER: ChipmakerPolicy(),
        Seat.HOLDERS: HoldersPolicy(),
        Seat.PRESS: PressPolicy(),
        Seat.COURT: CourtPolicy(),
        Seat.TALENT: TalentPolicy(),
    }


def founder_seat(scenario: Scenario, founder: str | Policy) -> Policy:
    """Return the founder's policy: as it is, or by its name with the lab's means."""
    if isinstance(founder, str):
        return founder_policy(founder, style_of(scenario.means[Firm.XAI]))
    return founder


def _rival_style(scenario: Scenario, firm: Firm) -> Style:
    """Return how a rival is managed: its means and temperament, and the ability of the difficulty."""
    style, able = style_of(scenario.means[firm]), scenario.rules.rivals
    return msgspec.structs.replace(
        style,
        run_months=max(1, style.run_months + able.longer_runs),
        cycle_months=max(style.run_months + able.longer_runs, style.cycle_months + able.idle_months),
        chips_part=int(style.chips_part * able.spends),
        serving=int(style.serving * able.spare),
        foresight=able.foresight,
        releases_for=able.releases_for,
        heard=able.heard,
        misjudged=able.misjudged,
        dawdles=able.dawdles,
        counters=able.counters,
        misplans=able.misplans,
    )


def style_of(means: LabMeans) -> Style:
    """Return how a lab is managed, from its means and temperament."""
    return Style(**{name: getattr(means, name) for name in Style.__struct_fields__ if hasattr(means, name)})
