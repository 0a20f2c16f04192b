"""The shape of a scenario file: what anyone may write in one TOML file."""

from typing import Annotated, Literal

import msgspec

from race.core.ids import Firm
from race.core.rulebook.number import number
from race.scenario.lab_means import FieldMeans


def _text(most: int) -> msgspec.Meta:
    """Bound a text: something to read, in so many letters at most."""
    return msgspec.Meta(min_length=1, max_length=most, pattern=r"\S")


class SiteEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A site of the carmaker's: its power and the month it is ready (0 = ready at the start)."""

    power_kw: Annotated[int, number("kW", 0, 5_000_000, "Power of the site.")]
    ready: Annotated[int, number("month", 0, 60, "Month it takes chips.")]


class CarmakerEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The carmaker's opening position."""

    cash_usd: Annotated[int, number("USD", 0, 500_000_000_000, "Cash.")]
    shares: Annotated[int, number("shares", 1_000_000, 100_000_000_000, "Shares outstanding.")]
    price_cents: Annotated[int, number("US cents", 100, 10_000_000, "Share price.")]
    stake_ppm: Annotated[int, number("ppm", 0, 500_000, "The founder's part of the company.")]
    chips_h100e: Annotated[int, number("H100e", 0, 10_000_000, "Chips it runs.")]
    sites: list[SiteEntry]


class LabEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The founder's lab, beyond what the table of labs says."""

    site_kw: Annotated[int, number("kW", 0, 5_000_000, "Power of the halls it has at the start.")]
    sites: list[SiteEntry] = []
    """Halls of its own beside them, paid for already; they may still be under way."""


class LineEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An order line that is in the chipmaker's book at the start."""

    payer: Firm
    quantity: Annotated[int, number("H100e", 1, 10_000_000, "Chips on the line.")]
    due: Annotated[int, number("month", 1, 60, "Month it was promised for.")]


class ScenarioFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole scenario file."""

    title: Annotated[str, _text(60)]
    summary: Annotated[str, _text(300)]
    months: Annotated[int, number("months", 1, 36, "Turns of the game.")]
    start: Annotated[int, number("months", 0, 24, "Months that are played as reported before the game.")] = 0
    meetings: list[int]
    """Months of the annual meetings."""
    holders: Annotated[int, number("holders", 500, 200_000, "Size of the population.")] = 2_000
    """The rulebook's `owners.size`, which the file's own `rules` may set as well, and then weighs more."""
    supply_factor: Annotated[float, number("x", 0.05, 5.0, "All makers' supply against history.")] = 1.0
    resolutions: dict[str, list[str]] = {}
    """Questions on the agenda by month: pay, domicile."""
    field: Literal["story", "equal"] = "story"
    """Whether the labs have the means of the table of labs, or all the same ones."""
    equal: FieldMeans | None = None
    """The one table of means of an equal field."""
    carmaker: CarmakerEntry
    lab: LabEntry | None = None
    """Without it (in an equal field) the founder's lab has halls for its chips, as the others have."""
    lines: list[LineEntry] = []
    rules: dict[str, dict[str, int | float]] = {}
    """Overrides of the rulebook: chapter, then number."""
    labs: dict[Firm, dict[str, int | float | bool]] = {}
    """Overrides of the means of single labs (`labs.toml`): lab, then number; not in an equal field."""
