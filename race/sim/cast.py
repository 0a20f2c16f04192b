"""Who sits where: the cast of a scenario, seat by seat."""

from typing import Final

from race.core.ids import LABS, Seat, seat_of
from race.policy.institutions.chipmaker import ChipmakerPolicy
from race.policy.institutions.court import CourtPolicy
from race.policy.institutions.holders import HoldersPolicy
from race.policy.institutions.management import ManagementPolicy
from race.policy.institutions.press import PressPolicy
from race.policy.institutions.talent import TalentPolicy
from race.policy.policy import Policy
from race.policy.registry import founder_policy
from race.policy.rivals import RivalPolicy
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
