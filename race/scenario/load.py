"""From a TOML file to a scenario: facts joined, overrides within their bounds, mistakes all at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from race.core.ids import LABS, Firm
from race.core.rulebook import Rulebook
from race.core.rulebook.character.traits import NO_TRAIT, TRAITS
from race.core.rulebook.seats.rivals import DIFFICULTIES, STANDARD
from race.core.words import N_, PlainError, Sentence
from race.core.world import Setting
from race.files import assets, facts
from race.scenario.cross_checks import mistakes_in
from race.scenario.lab_means import FieldMeans, LabMeans, Means, table_of_labs
from race.scenario.mistakes import Mistakes
from race.scenario.schema import ScenarioFile
from race.scenario.toml import names_toml, parse_toml, read_text

_MAKERS = ("amazon_trainium_h100e", "amd_h100e")
_OWN = ("google_tpu_h100e",)


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """What a game starts from: the file, the rulebook with its overrides, the means of the labs."""

    name: str
    text: str
    """The file as it was read."""
    difficulty: str = STANDARD
    trait: str = NO_TRAIT
    """What the founder is like."""
    file: ScenarioFile
    rules: Rulebook
    setting: Setting
    means: dict[Firm, LabMeans]
    opening_chips: dict[Firm, int]
    """H100e each lab runs in December 2023."""
    opening_elo: dict[Firm, float]
    opening_flop: dict[Firm, float]


def scenario_names() -> tuple[str, ...]:
    """Return the names of the scenarios that ship with the game, in the order of the menu."""
    found = {path.stem for path in (assets() / "scenarios").glob("*.toml")} - {"labs"}
    return tuple(sorted(found, key=lambda name: (name != "history", name)))


def load_scenario(name: str | Path, difficulty: str = STANDARD, trait: str = NO_TRAIT) -> Scenario:
    """Load a scenario by name, or by the path of a TOML file, at a difficulty and with a founder's trait.

    Raises PlainError when there is none, or with all mistakes of the file at once.
    """
    return parse_scenario(plain_name(str(name)), scenario_text(str(name)), difficulty, trait)


def plain_name(name: str) -> str:
    """Return what a scenario is called, which may be given by the path of a TOML file.

    >>> plain_name("history"), plain_name("mine/short.toml")
    ('history', 'short')
    """
    return Path(name).stem if names_toml(name) else name


def scenario_text(name: str) -> str:
    """Return the text of a scenario, by name or path; raises PlainError when there is none."""
    if names_toml(name):
        return read_text(Path(name))
    path = assets() / "scenarios" / f"{name}.toml"
    if name == "labs" or not path.exists():
        known = ", ".join(scenario_names())
        raise PlainError(
            Sentence(
                N_("There is no scenario '{name}'; there are: {known}, or the path of a TOML file."),
                {"name": name, "known": known},
            ),
            code=2,
        )
    return read_text(path)


def parse_scenario(name: str, text: str, difficulty: str = STANDARD, trait: str = NO_TRAIT) -> Scenario:
    """Read and check a scenario's text; raises PlainError with every mistake and its place."""
    if difficulty not in [*DIFFICULTIES]:  # a script may hand over anything
        raise PlainError(
            Sentence(
                N_("There is no difficulty '{name}'; there are: {known}."),
                {"name": str(difficulty), "known": ", ".join(DIFFICULTIES)},
            ),
            code=2,
        )
    if trait not in [*TRAITS]:
        raise PlainError(
            Sentence(
                N_("There is no trait '{name}'; there are: {known}."),
                {"name": str(trait), "known": ", ".join(TRAITS)},
            ),
            code=2,
        )
    return scenario_of(name, text, parse_toml(text, name), difficulty, trait)


def scenario_of(name: str, text: str, tree: Mapping[str, Any], difficulty: str, trait: str) -> Scenario:
    """Return what a scenario's tree says; raises PlainError with every mistake and its place."""
    mistakes = mistakes_in(tree)
    if mistakes:
        raise Mistakes(name, mistakes)
    built = build_scenario(name, text, msgspec.convert(tree, ScenarioFile))
    built = built if difficulty == STANDARD else at(built, difficulty)
    return built if trait == NO_TRAIT else led_by(built, trait)


def at(scenario: Scenario, difficulty: str) -> Scenario:
    """Return a scenario with rivals of another difficulty, but for the numbers it sets itself."""
    able = msgspec.structs.replace(DIFFICULTIES[difficulty], **scenario.file.rules.get("rivals", {}))
    rules = msgspec.structs.replace(scenario.rules, rivals=able)
    return msgspec.structs.replace(scenario, rules=rules, difficulty=difficulty)


def led_by(scenario: Scenario, trait: str) -> Scenario:
    """Return a scenario whose founder has a trait, but for the numbers it sets itself."""
    like = msgspec.structs.replace(TRAITS[trait], **scenario.file.rules.get("trait", {}))
    rules = msgspec.structs.replace(scenario.rules, trait=like)
    return msgspec.structs.replace(scenario, rules=rules, trait=trait)


def build_scenario(name: str, text: str, file: ScenarioFile) -> Scenario:
    """Join a scenario file with the facts and the table of labs."""
    field = _story_field(file.labs) if file.equal is None else _equal_field(file.equal)
    return Scenario(
        name=name,
        text=text,
        file=file,
        rules=override(Rulebook(), _numbers_of(file)),
        setting=_setting(name, file),
        means=field.means,
        opening_chips=field.chips,
        opening_elo=field.elo,
        opening_flop=field.flop,
    )


def _numbers_of(file: ScenarioFile) -> dict[str, dict[str, int | float]]:
    """Return the numbers a file sets; its `holders` are one, which `rules` may set as any other."""
    return {**file.rules, "owners": {"size": file.holders, **file.rules.get("owners", {})}}


class _Field(msgspec.Struct, frozen=True, kw_only=True):
    """What the seven labs start from."""

    means: dict[Firm, LabMeans]
    chips: dict[Firm, int]
    elo: dict[Firm, float]
    flop: dict[Firm, float]


def _story_field(changes: Mapping[Firm, Mapping[str, float]]) -> _Field:
    """Read the table of labs, with the scenario's changes, and the facts of December 2023."""
    table = table_of_labs()
    start = {row["lab"]: row for row in facts("start_state_dec2023.csv")}
    by_firm = {firm: start[_CSV_NAMES[firm]] for firm in LABS}
    return _Field(
        means={
            firm: msgspec.structs.replace(means, **changes.get(firm, {})) for firm, means in table.items()
        },
        chips={firm: int(row["h100e_mid"]) for firm, row in by_firm.items()},
        elo={firm: float(row["elo_constant_scale"]) for firm, row in by_firm.items()},
        flop={firm: float(row["best_model_flop"]) for firm, row in by_firm.items()},
    )


def _equal_field(equal: FieldMeans) -> _Field:
    """Give every lab the same means."""
    shared = {name: getattr(equal, name) for name in Means.__struct_fields__}
    return _Field(
        means={firm: LabMeans(firm=firm, **shared) for firm in LABS},
        chips=dict.fromkeys(LABS, equal.chips_h100e),
        elo=dict.fromkeys(LABS, equal.elo),
        flop=dict.fromkeys(LABS, equal.flop),
    )


_CSV_NAMES = {
    Firm.XAI: "xAI",
    Firm.OPENAI: "OpenAI",
    Firm.GOOGLE_DEEPMIND: "Google DeepMind",
    Firm.META: "Meta",
    Firm.ANTHROPIC: "Anthropic",
    Firm.DEEPSEEK: "DeepSeek",
    Firm.MISTRAL: "Mistral",
}


def override(rules: Rulebook, changes: dict[str, dict[str, int | float]]) -> Rulebook:
    """Return the rulebook with some numbers changed, within their bounds.

    Raises msgspec.ValidationError when a chapter or number is unknown or out of bounds.
    """
    if not changes:
        return rules
    whole = msgspec.to_builtins(rules)
    for chapter, numbers in changes.items():
        whole[chapter] = {**whole[chapter], **numbers}
    return msgspec.convert(whole, Rulebook)


def switched_off(scenario: Scenario, *mechanics: str) -> Scenario:
    """Return a scenario without some mechanics, by the names of their switches."""
    switches = msgspec.structs.replace(scenario.rules.switches, **dict.fromkeys(mechanics, 0))
    rules = msgspec.structs.replace(scenario.rules, switches=switches)
    return msgspec.structs.replace(scenario, rules=rules)


def _setting(name: str, file: ScenarioFile) -> Setting:
    rows = facts("supplier_monthly.csv")
    chipmaker = [int(row["nvidia_h100e"]) - int(row["of_which_china_variants_h100e"] or 0) for row in rows]
    factor = file.supply_factor
    others = zip(chipmaker, _parts(rows, chipmaker, _MAKERS), strict=True)
    own_silicon = zip(chipmaker, _parts(rows, chipmaker, _OWN), strict=True)
    return Setting(
        scenario=name,
        months=file.months,
        supply=tuple(int(made * (1.0 + part) * factor) for made, part in others),
        chipmaker_supply=tuple(int(made * factor) for made in chipmaker),
        own_supply=tuple(int(made * part * factor) for made, part in own_silicon),
        chip_price_usd=tuple(
            int(float(row["nvidia_price_kusd_per_h100e_manufacturer"]) * 1000) for row in rows
        ),
        meetings=tuple(sorted(file.meetings)),
        resolutions={month: tuple(questions) for month, questions in file.resolutions.items()},
    )


def _parts(rows: list[dict[str, str]], chipmaker: list[int], columns: tuple[str, ...]) -> list[float]:
    """Return what makers ship over what the chipmaker ships, by month.

    Where a maker's figure is missing, the part of the nearest month stands in.
    """
    known = []
    for row, made in zip(rows, chipmaker, strict=True):
        figures = [row[column] for column in columns]
        known.append(sum(int(figure) for figure in figures) / made if all(figures) else None)
    last = next(part for part in known if part is not None)
    parts = []
    for part in known:
        last = last if part is None else part
        parts.append(last)
    return parts
