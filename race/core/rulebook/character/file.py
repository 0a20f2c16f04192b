"""Numbers of the house's file: how damaging its lines are, and what reading them out does."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class FileRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a court reads out of the founder's file, and how much it weighs."""

    read_out: Annotated[int, number("lines", 0, 10, "Lines that a court has read out of a file.")] = 3
    awkward: Annotated[int, number("ppm", 0, 1_000_000, "Damage of an awkward line.")] = 200_000
    bad: Annotated[int, number("ppm", 0, 1_000_000, "Damage of a bad line.")] = 500_000
    grave: Annotated[int, number("ppm", 0, 1_000_000, "Damage of a grave line.")] = 1_000_000
    least: Annotated[int, number("ppm", 0, 1_000_000, "Damage from which a line is worth reading out.")] = (
        150_000
    )
    full_size: Annotated[
        float, number("share of a year's plan", 0.01, 1.0, "Size of a taking whose line damages in full.")
    ] = 0.2
    small: Annotated[
        float, number("x", 0.0, 1.0, "Damage of the line about the smallest taking, over a full one.")
    ] = 0.4
    owned: Annotated[
        float, number("x", 0.0, 1.0, "Damage that is left of a line once you told or apologised.")
    ] = 0.5
    trust: Annotated[
        float,
        number("trust", 0.0, 0.2, "Trust lost over three grave lines, before a kind's view of broken words."),
    ] = 0.04
    salience: Annotated[float, number("salience", 0.0, 1.0, "How loud three grave lines are.")] = 0.7
    memory: Annotated[float, number("share", 0.0, 1.0, "Part of it that stays.")] = 0.4
    weight: Annotated[
        int, number("ppm of seen", 0, 500_000, "What three grave lines add to the holders' case.")
    ] = 120_000
    clean: Annotated[
        int, number("ppm of seen", 0, 500_000, "What a file with nothing to read out takes off it.")
    ] = 20_000
