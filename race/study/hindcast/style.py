"""How the laboratory's figures look: one paper, one grid, colours that the colour-blind can tell apart.

Colours are those of Okabe and Ito (2008), which stay apart under the common kinds of colour blindness.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import fontpkg

from race.core.words import N_
from race.speech import _
from race.study.extras import need
from race.study.hindcast.bands import LAST_MONTH
from race.study.hindcast.series import Fan, Point

SIMULATED: Final = "#0072B2"
MEASURED: Final = "#D55E00"
GOOD: Final = "#009E73"
BAD: Final = "#D55E00"
INK: Final = "#22262B"
QUIET: Final = "#6B7178"
GRID: Final = "#E3E1DA"
PAPER: Final = "#FBFAF6"
_DPI: Final = 150
_MARGIN: Final = 0.6
"""Months left free at either end."""
_RC: Final = {
    "font.family": ["Lato", "DejaVu Sans"],  # the second has the signs that the first lacks
    "font.size": 9.5,
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.facecolor": "white",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
}
_TICKS: Final = (
    (0, N_("Dec\n2023")),
    (3, N_("Mar\n2024")),
    (6, N_("Jun")),
    (9, N_("Sep")),
    (12, N_("Dec")),
    (15, N_("Mar\n2025")),
    (18, N_("Jun")),
)


class Sheet:
    """One page of panels with a title above and the sources below."""

    def __init__(self, title: str, rows: int, columns: int, *, size: tuple[float, float]) -> None:
        """Open a page of rows x columns panels; `size` is in inches."""
        _add_font()
        self._rc = need("matplotlib").rc_context(_RC)
        self._rc.__enter__()
        figure = need("matplotlib.figure").Figure(figsize=size, dpi=_DPI)
        need("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
        self.figure: Any = figure
        self.panels: list[Any] = list(figure.subplots(rows, columns, squeeze=False).flat)
        self._title, self._height = title, size[1]

    def save(self, path: Path, caption: str) -> Path:
        """Write the page as PNG; panels without a line are left out."""
        top, foot = 0.52 / self._height, (0.42 + 0.16 * caption.count("\n")) / self._height
        self.figure.text(0.012, 1 - 0.12 / self._height, self._title, size=14, weight="bold", va="top")
        self.figure.text(0.012, 0.10 / self._height, caption, size=8, color=QUIET, va="bottom")
        for panel in self.panels:
            panel.set_axisbelow(True)
            if not panel.has_data():
                panel.set_visible(False)
        self.figure.tight_layout(rect=(0.004, foot, 0.996, 1 - top), h_pad=1.4, w_pad=1.2)
        self.figure.savefig(path, metadata={"Software": None})
        self._rc.__exit__(None, None, None)
        return path


def _add_font() -> None:
    """Make the game's own letters known to the drawing package, once."""
    manager = need("matplotlib.font_manager").fontManager
    if any(font.name == "Lato" for font in manager.ttflist):
        return
    for weight in (400, 700):
        try:
            manager.addfont(str(fontpkg.path("lato", weight=weight, nearest=True)))
        except (fontpkg.FontpkgError, OSError):
            return  # the package's own letters stand in


def plot(panel: Any, fan: Fan | None, points: Sequence[Point]) -> None:  # noqa: ANN401 - matplotlib's axes
    """Draw a simulated fan with its median, and the measured points with their bounds."""
    if fan is not None:
        first = next((place for place, high in enumerate(fan.high) if high > 0.0), 0)  # no figure, no zero
        months = range(fan.opening + first, fan.opening + len(fan.median))
        low, median, high = fan.low[first:], fan.median[first:], fan.high[first:]
        panel.fill_between(months, low, high, color=SIMULATED, alpha=0.22, linewidth=0)
        panel.plot(months, median, color=SIMULATED, linewidth=2)
    for point in points:
        if point.month < -_MARGIN:
            continue  # before the first month that is drawn
        if point.low is not None and point.high is not None:
            panel.plot([point.month] * 2, [point.low, point.high], color=MEASURED, linewidth=1.4, zorder=4)
        face = "white" if point.partial else MEASURED
        panel.plot(
            [point.month],
            [point.value],
            "o",
            color=MEASURED,
            mfc=face,
            markersize=5,
            mew=1.4,
            zorder=5,
            clip_on=False,
        )
    months_below(panel)


def months_below(panel: Any) -> None:  # noqa: ANN401 - matplotlib's axes
    """Write the months from December 2023 to June 2025 below a panel."""
    panel.set_xlim(-_MARGIN, LAST_MONTH + _MARGIN)
    panel.set_xticks([month for month, _name in _TICKS], [_(text) for _month, text in _TICKS])
    panel.tick_params(length=0)
