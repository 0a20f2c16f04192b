"""The rulebook: every tunable number of the world, by chapter.

Each number has a unit, bounds and a meaning as metadata; the tuner, the in-game help, the
scenario loader and the docs read the same line.
"""

import msgspec

from race.core.rulebook.character.file import FileRules
from race.core.rulebook.character.house import HouseRules
from race.core.rulebook.character.sale import SaleRules
from race.core.rulebook.character.stake import StakeRules
from race.core.rulebook.character.tales import TaleRules
from race.core.rulebook.character.traits import TraitRules
from race.core.rulebook.chips import ChipRules
from race.core.rulebook.court import CourtRules
from race.core.rulebook.fog import FogRules
from race.core.rulebook.founder import DiversionRules, FounderRules
from race.core.rulebook.money import MoneyRules
from race.core.rulebook.owners import OwnerRules
from race.core.rulebook.race import RaceRules
from race.core.rulebook.score import ScoreRules
from race.core.rulebook.seats.buyers import BuyerRules
from race.core.rulebook.seats.conduct import ConductRules
from race.core.rulebook.seats.imagining import ImaginingRules
from race.core.rulebook.seats.reporters import ReporterRules
from race.core.rulebook.seats.rivals import RivalRules
from race.core.rulebook.seats.tempers import TemperRules
from race.core.rulebook.switches import Switches
from race.core.rulebook.talent import TalentRules


class Rulebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All chapters; a scenario overrides single numbers within their bounds."""

    chips: ChipRules = ChipRules()
    race: RaceRules = RaceRules()
    talent: TalentRules = TalentRules()
    fog: FogRules = FogRules()
    money: MoneyRules = MoneyRules()
    owners: OwnerRules = OwnerRules()
    court: CourtRules = CourtRules()
    founder: FounderRules = FounderRules()
    diversion: DiversionRules = DiversionRules()
    stake: StakeRules = StakeRules()
    sale: SaleRules = SaleRules()
    score: ScoreRules = ScoreRules()
    tales: TaleRules = TaleRules()
    house: HouseRules = HouseRules()
    rivals: RivalRules = RivalRules()
    conduct: ConductRules = ConductRules()
    tempers: TemperRules = TemperRules()
    buyers: BuyerRules = BuyerRules()
    reporters: ReporterRules = ReporterRules()
    imagining: ImaginingRules = ImaginingRules()
    trait: TraitRules = TraitRules()
    file: FileRules = FileRules()
    switches: Switches = Switches()


__all__ = ["Rulebook"]
