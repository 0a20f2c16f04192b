"""The figures of a hindcast, as PNG: the bands, one page a theme, and one page of everything.

Blue is simulated (the line is the median, the fan holds 80 % of the games), vermilion is measured;
the table's figure marks in green and vermilion what is in its band and what is not.
"""

from collections.abc import Callable, Sequence
from math import isinf
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from race.core.words import N_
from race.speech import _, name
from race.study.hindcast.series import Fan, Point, fans, labs_in_order, points
from race.study.hindcast.study import Study
from race.study.hindcast.style import BAD, GOOD, INK, MEASURED, QUIET, SIMULATED, Sheet, plot
from race.study.hindcast.table import SubValue

_SOURCES: Final = {
    "compute": N_(
        "Measured: Epoch AI, ai-compute-users and frontier data centres (CC-BY 4.0), converted by us; "
        "bars are their 90 % bounds.\nHollow: the founder's first site alone. Compute counts chips that are "
        "powered, owned or rented."
    ),
    "scores": N_(
        "Measured: best release of each month in snapshots of the Arena's ratings, mapped to one "
        "constant scale."
    ),
    "market": N_("Measured: Omdia, Dell and press reports, by way of assets/facts/supplier_monthly.csv."),
    "users": N_(
        "Measured: company statements by way of the press (weekly users), Similarweb (share of web traffic)."
    ),
    "revenue": N_(
        "Measured: FT, The Information, WSJ and company statements, annualised. "
        "Simulated: a month's revenue, twelve times."
    ),
    "valuation": N_("Measured: valuations of reported rounds of equity and of the merger of March 2025."),
    "table": N_(
        "Grey: the band of assets/facts/hindcast_rows.csv, drawn from -1 to 1. Dot: median of the games; "
        "line: the range of 80 % of them.\nFigures beyond the page are drawn at its edge. A row counts only "
        "if all its sub-values are in."
    ),
}
_Panel = Callable[["Page", Any], None]


class Page:
    """The simulated and measured series, as the panels ask for them."""

    def __init__(self, study: Study) -> None:
        """Work out the fans of a study once."""
        self.fans = {(fan.entity, fan.metric): fan for fan in fans(study.games)}
        self.points: list[Point] = points()
        self.games = study.table.games

    def draw(self, panel: Any, entity: str, metric: str, scale: float = 1.0) -> None:  # noqa: ANN401 - matplotlib's axes
        """Draw one series with its points, every figure times `scale`."""
        fan = self.fans.get((entity, metric))
        beside = [point for point in self.points if (point.entity, point.metric) == (entity, metric)]
        plot(panel, _scaled_fan(fan, scale), [_scaled_point(point, scale) for point in beside])

    def note(self, theme: str) -> str:
        """Return the caption of a page: what is drawn, how many games, whose figures."""
        drawn = _("Simulated: {games} games of the historical founder; median and 10-90 % range.").format(
            games=self.games
        )
        return f"{drawn}\n{_(_SOURCES[theme])}"


def draw_figures(folder: Path, study: Study) -> list[Path]:
    """Write all figures of a study into a folder and return where they are."""
    page = Page(study)
    return [
        _bands(folder, study),
        _small_multiples(folder, page, "compute", N_("Compute of the labs, thousand H100-equivalents")),
        _small_multiples(folder, page, "scores", N_("Published score of the labs' best release, Elo")),
        _pair(folder, page, "market", (_waiting, _frontier), N_("The queue for chips, and the frontier")),
        _users(folder, page),
        _pair(
            folder,
            page,
            "revenue",
            (_revenue("openai"), _revenue("anthropic")),
            N_("Revenue of a year, $ B"),
        ),
        _values(folder, page),
        _overview(folder, page),
    ]


def _small_multiples(folder: Path, page: Page, theme: str, title: str) -> Path:
    sheet = Sheet(_(title), 2, 4, size=(13.0, 6.6))
    metric, scale = ("compute_h100e", 0.001) if theme == "compute" else ("elo_published", 1.0)
    for panel, lab in zip(sheet.panels, labs_in_order(), strict=False):
        page.draw(panel, lab, metric, scale)
        panel.set_title(name(lab))
        if theme == "compute":
            panel.set_ylim(bottom=0)
        else:
            panel.set_ylim(1140, 1500)
    if theme == "scores":
        page.draw(sheet.panels[7], "market", "frontier_elo")
        sheet.panels[7].set_title(_("Best of all"))
        sheet.panels[7].set_ylim(1140, 1500)
    else:
        _legend(sheet.panels[7])
    return sheet.save(folder / f"{theme}.png", page.note(theme))


def _pair(folder: Path, page: Page, theme: str, panels: Sequence[_Panel], title: str) -> Path:
    sheet = Sheet(_(title), 1, len(panels), size=(5.4 * len(panels), 4.6))
    for panel, draw in zip(sheet.panels, panels, strict=True):
        draw(page, panel)
    return sheet.save(folder / f"{theme}.png", page.note(theme))


def _waiting(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    page.draw(panel, "market", "lead_time_weeks")
    panel.set_title(_("Lead time of chips, weeks"))
    panel.set_ylim(bottom=0)


def _frontier(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    page.draw(panel, "market", "frontier_elo")
    panel.set_title(_("Best published score, Elo"))


def _site(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    page.draw(panel, "xai", "compute_h100e", 0.001)
    panel.set_title(_("{lab}: compute, thousand H100e").format(lab=name("xai")))
    panel.set_ylim(bottom=0)


def _revenue(lab: str) -> _Panel:
    def draw(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
        page.draw(panel, lab, "revenue_usd_m_per_month", 12 / 1000)
        panel.set_title(_("{lab}: revenue of a year, $ B").format(lab=name(lab)))
        panel.set_ylim(bottom=0)

    return draw


def _weekly(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    page.draw(panel, "openai", "users_m")
    panel.set_title(_("{lab}: weekly users, million").format(lab=name("openai")))
    panel.set_ylim(bottom=0)


def _share(lab: str) -> _Panel:
    def draw(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
        page.draw(panel, lab, "share", 100.0)
        panel.set_title(_("{lab}: share of use, %").format(lab=name(lab)))
        panel.set_ylim(*((60, 100) if lab == "openai" else (0, 16)))

    return draw


def _worth(lab: str) -> _Panel:
    def draw(page: Page, panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
        page.draw(panel, lab, "valuation_usd_bn")
        panel.set_title(_("{lab}: valuation, $ B").format(lab=name(lab)))
        panel.set_ylim(bottom=0)

    return draw


def _users(folder: Path, page: Page) -> Path:
    labs = ("openai", "google_deepmind", "deepseek", "xai")
    sheet = Sheet(_("Users and shares of use"), 2, 3, size=(13.0, 6.6))
    for panel, draw in zip(sheet.panels, (_weekly, *(_share(lab) for lab in labs)), strict=False):
        draw(page, panel)
    _legend(sheet.panels[5])
    return sheet.save(folder / "users.png", page.note("users"))


def _values(folder: Path, page: Page) -> Path:
    panels = [_worth(lab) for lab in ("xai", "openai", "anthropic")]
    return _pair(folder, page, "valuation", panels, N_("Valuation of the labs, $ B"))


def _overview(folder: Path, page: Page) -> Path:
    sheet = Sheet(_("The world beside what was measured, December 2023 to June 2025"), 3, 3, size=(13.0, 9.6))
    panels = (_waiting, _frontier, _site, _weekly, _share("openai"), _share("google_deepmind"))
    money = (_revenue("openai"), _revenue("anthropic"), _worth("xai"))
    for panel, draw in zip(sheet.panels, (*panels, *money), strict=True):
        draw(page, panel)
    caption = _(
        "Blue: {games} games (median, 10-90 %). Vermilion: measured; sources in the figures by theme."
    )
    return sheet.save(folder / "overview.png", caption.format(games=page.games))


def _legend(panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    """Say in an empty panel what the colours are."""
    panel.fill_between([0.05, 0.25], 0.62, 0.82, color=SIMULATED, alpha=0.22, linewidth=0)
    panel.plot([0.05, 0.25], [0.72, 0.72], color=SIMULATED, linewidth=2)
    panel.text(0.32, 0.72, _("simulated: median, 10-90 %"), va="center")
    panel.plot([0.15, 0.15], [0.32, 0.52], color=MEASURED, linewidth=1.4)
    panel.plot([0.15], [0.42], "o", color=MEASURED, markersize=5)
    panel.text(0.32, 0.42, _("measured, with bounds"), va="center")
    panel.set_xlim(0, 1)
    panel.set_ylim(0, 1)
    panel.axis("off")


def _bands(folder: Path, study: Study) -> Path:
    """Draw every sub-value on the scale of its own band."""
    values, table = study.table.values, study.table
    sheet = Sheet(
        _("In or out of the bands: {n} of {rows} rows of the race, {all} of {of} in all").format(
            n=table.race.inside, rows=table.race.rows, all=table.all.inside, of=table.all.rows
        ),
        *(1, 1),
        size=(12.0, 0.255 * len(values) + 1.6),
    )
    panel = sheet.panels[0]
    panel.axvspan(-1, 1, color="#D9DCE0", alpha=0.75, linewidth=0)
    panel.axvline(0, color="white", linewidth=1)
    for place, value in enumerate(values):
        _mark(panel, place, value)
    panel.set_ylim(len(values) - 0.4, -0.6)
    panel.set_xlim(-_EDGE - 0.1, _EDGE + 0.1)
    panel.set_yticks(range(len(values)), [_label(value) for value in values], fontsize=8.5)
    panel.set_xticks([-1, 0, 1], [_("low"), _("middle of the band"), _("high")])
    panel.tick_params(length=0)
    panel.grid(visible=False, axis="x")
    caption = _("{games} games of the historical founder.").format(games=table.games)
    return sheet.save(folder / "hindcast.png", f"{caption} {_(_SOURCES['table'])}")


_EDGE: Final = 2.4


def _mark(panel: Any, place: int, value: SubValue) -> None:  # noqa: ANN401 - matplotlib's axes
    colour = (GOOD if value.inside else BAD) if value.band.counted else QUIET
    if value.median is not None and value.low is not None and value.high is not None:
        low, middle, high = (_on_band(value, figure) for figure in (value.low, value.median, value.high))
        panel.plot(
            [low, high], [place, place], color=colour, linewidth=2.2, alpha=0.6, solid_capstyle="round"
        )
        mark = "o" if value.inside or not value.band.counted else "D"
        panel.plot([middle], [place], mark, color=colour, markersize=6, mec="white", mew=0.8)
    text = "-" if value.median is None else _short(value.median)
    told = _("{median}   [{low} … {high}]").format(
        median=text, low=_short(value.band.low), high=_short(value.band.high)
    )
    panel.text(_EDGE + 0.18, place, told, va="center", fontsize=8.5, color=INK, clip_on=False)


def _on_band(value: SubValue, figure: float) -> float:
    """Return where a figure lies on its band: -1 low, 1 high, held at the page's edge."""
    if isinf(figure):
        return _EDGE
    return max(-_EDGE, min(_EDGE, (figure - value.band.middle) / value.band.half_width))


def _label(value: SubValue) -> str:
    band = value.band
    metric = band.metric if len(band.metric) < 52 else band.metric[:50] + "…"  # noqa: PLR2004 - room on the page
    return f"{band.row}  {name(band.entity)}: {metric}, {band.date}"


def _short(figure: float) -> str:
    if isinf(figure):
        return _("later")
    return f"{figure:,.0f}".replace(",", "\u2009") if 1000 <= abs(figure) < 1e9 else f"{figure:.4g}"  # noqa: PLR2004


def _scaled_fan(fan: Fan | None, scale: float) -> Fan | None:
    if fan is None:
        return None
    low, median, high = (tuple(figure * scale for figure in line) for line in (fan.low, fan.median, fan.high))
    return replace(fan, low=low, median=median, high=high)


def _scaled_point(point: Point, scale: float) -> Point:
    return Point(
        entity=point.entity,
        metric=point.metric,
        month=point.month,
        value=point.value * scale,
        low=None if point.low is None else point.low * scale,
        high=None if point.high is None else point.high * scale,
        partial=point.partial,
    )
