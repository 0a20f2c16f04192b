"""Draws kit and pieces on made-up content: pictures that no change of the world alters."""

import pygame

from race.ui.kit import icons, paint, text, tooltips
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.focus import Stage
from race.ui.kit.layout import Rect, Track, columns, rows
from race.ui.kit.theme import EYEBROW, LAB_LOOKS, LABEL, PANEL, SECONDARY, SECTION, Theme
from race.ui.kit.widgets import Button, ButtonSpec, Option, Row, SegmentedSpec, Widget, panel
from race.ui.pieces.board import Board
from race.ui.pieces.chart import Chart
from race.ui.pieces.hall import Hall
from race.ui.pieces.stat import Stat, StatSpec, draw_spark
from tests.ui import samples

_MEASURES = (Option("q", "Quality"), Option("c", "Compute"), Option("s", "Safety"))


def _event(kind: int, pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0))


def _list(theme: Theme, rect: Rect) -> ListBox:
    palette = theme.palette
    promises = (
        Row("1", "Robotaxi in 10 cities", "tick", palette.good, "by Sep", "On track", palette.good),
        Row(
            "2",
            "No chips diverted without a vote",
            "warning",
            palette.bad,
            "always",
            "Broken if you drop",
            palette.bad,
        ),
        Row("3", "60 000 cars per month", "warning", palette.warning, "by Dec", "At risk", palette.warning),
        Row("4", "New model before Meridian M5", "tick", palette.good, "by Jun", "On track", palette.good),
    )
    return ListBox("promises", rect, theme, ListSpec(promises, middle_share=0.12, right_share=0.3))


def _news(theme: Theme, rect: Rect) -> ListBox:
    palette = theme.palette
    news = (
        Row("1", "Activists ask who paid for the chips", "alert", palette.bad),
        Row("2", "Meridian ships M4, quality 68", "square", LAB_LOOKS[1].colour),
        Row("3", "Robotaxi pilot opens in two cities", "tick", palette.good),
        Row("4", "Export rule on chips goes to vote", "paragraph", palette.warning),
    )
    return ListBox("news", rect, theme, ListSpec(news))


def _heading(
    surface: pygame.Surface, theme: Theme, rect: Rect, words: tuple[str, str], ink: tuple[int, int, int]
) -> Rect:
    first, rest = rect.cut_top(theme.px(16))
    second, rest = rest.cut_top(theme.px(26), theme.px(8))
    text.put_spaced(surface, theme, first, words[0], EYEBROW, colour=ink)
    text.put(surface, theme, second, words[1], PANEL)
    return rest


def _section(surface: pygame.Surface, theme: Theme, head: Rect, words: tuple[str, str]) -> None:
    title, key = words
    side, rest = head.cut_right(icons.keycap_width(theme, key) if key else 0, theme.px(8))
    text.put(surface, theme, rest, title, SECTION)
    if key:
        icons.keycap(surface, theme, side, key)


def _top(surface: pygame.Surface, theme: Theme) -> None:
    figures = (
        StatSpec("Cash", "$2.4 B", "0.3", up=False),
        StatSpec("Compute", "41 k chips", "8 k", good=True, up=True),
        StatSpec("Model quality", "61.2", "1.4", good=True, up=True),
        StatSpec("Share price", "$182.40", "3.1 %", good=False, up=False),
        StatSpec("Shareholder trust", "61", "7", good=False, up=False),
        StatSpec("Cars delivered", "48 200", "900", good=False, up=False),
    )
    row = Rect(theme.px(186), theme.px(10), theme.px(930), theme.px(48))
    for spec, place in zip(figures, columns(row, [1.0] * len(figures)), strict=True):
        Stat(spec.label, place, theme, spec).draw(surface)
    spark = Rect(theme.px(240), theme.px(98), theme.px(122), theme.px(32))
    draw_spark(surface, theme, spark, (5, 6, 5.5, 7, 6, 4, 3, 1), theme.palette.car)


def _decisions(theme: Theme, rect: Rect) -> list[Widget]:
    end, rest = rect.cut_bottom(theme.px(50), theme.px(8))
    waiting = (
        ("Answer the board’s letter", theme.palette.warning),
        ("Set research focus", theme.palette.text2),
    )
    placed: list[Widget] = []
    for index, (words, dot) in enumerate(waiting, 1):
        place, rest = rest.cut_top(theme.px(30), theme.px(4))
        spec = ButtonSpec(words, align="left", key=str(index), dot=dot)
        placed.append(Button(f"d{index}", place, theme, spec))
    last = ButtonSpec("End month", "primary", key="Enter", large=True)
    return [*placed, Button("end", end, theme, last)]


def _lift(stage: Stage, board: Board, theme: Theme) -> None:
    start = board.slots["c3"].centre
    stage.handle(_event(pygame.MOUSEBUTTONDOWN, start), 0)
    target = board.where.docks[1].rect
    stage.handle(_event(pygame.MOUSEMOTION, (target.x + theme.px(30), start[1] + theme.px(6))), 1)
    board.preview = samples.preview()


def table(size: tuple[int, int], *, drag: bool = True) -> tuple[pygame.Surface, Theme, Stage]:
    """Return a picture of the whole table with a crate in the hand."""
    theme = Theme.for_window(*size)
    surface = pygame.Surface(size)
    paint.background(surface, theme.palette)
    body = Rect(0, theme.px(66), size[0], size[1] - theme.px(66)).pad(theme.px(16), theme.px(10))
    upper, lower = rows(body, [Track(430), Track(186)], theme.px(12))
    shares = [Track(357), Track(492), Track(375)]
    left, middle, right = columns(upper, shares, theme.px(12))
    low = columns(lower, shares, theme.px(12))
    pad = theme.px(16)
    accents = ((left, theme.palette.car), (middle, None), (right, theme.palette.lab))
    for rect, accent in (*accents, *((below, None) for below in low)):
        panel(surface, theme, rect, accent)
    controls: list[Widget] = []
    inner = _heading(
        surface, theme, left.pad(pad, theme.px(11)), ("Public carmaker", "Volant Motors"), theme.palette.car
    )
    controls.append(Hall("hall", inner, theme, samples.hall()))
    board = Board("board", middle.pad(pad, theme.px(11)), theme, samples.board())
    inner = _heading(
        surface, theme, right.pad(pad, theme.px(11)), ("Private lab", "Aurora"), theme.palette.lab
    )
    foot, inner = inner.cut_bottom(theme.row, theme.px(8))
    controls.append(Chart("chart", inner, theme, samples.chart(preview=drag)))
    controls.append(Segmented("measure", foot, theme, SegmentedSpec(_MEASURES, "q")))
    for rect, title, key in (
        (low[0], "News", "N"),
        (low[1], "Promises", "P"),
        (low[2], "Before you end the month", ""),
    ):
        head, _ = rect.pad(pad, theme.px(8)).cut_top(theme.px(26))
        _section(surface, theme, head, (title, key))
    below = [rect.pad(pad, theme.px(8)).cut_top(theme.px(26), theme.px(6))[1] for rect in low]
    controls += [_news(theme, below[0]), _list(theme, below[1]), *_decisions(theme, below[2])]
    controls.append(board)
    stage = Stage(controls)
    if drag:
        _lift(stage, board, theme)
    stage.draw(surface)
    _top(surface, theme)
    return surface, theme, stage


def sheet() -> pygame.Surface:
    """Return a picture of all icons, markers and tooltips."""
    surface = pygame.Surface((1280, 720))
    theme = Theme.for_window(1280, 720)
    paint.background(surface, theme.palette)
    for index, name in enumerate(icons.NAMES):
        spot = (50 + index % 12 * 56, 50 + index // 12 * 64)
        icons.put(surface, name, spot, 26, theme.palette.text)
        place = Rect(spot[0] - 28, spot[1] + 16, 56, 16)
        text.put(surface, theme, place, name, LABEL, colour=theme.palette.text3, align="centre")
    for index, total in enumerate((500, 20_000, 200_000)):
        spec = samples.hall(total)
        Hall("h", Rect(20 + index * 290, 250, 280, 300), theme, spec).draw(surface)
        text.put(surface, theme, Rect(20 + index * 290, 560, 280, 20), str(total), SECONDARY, align="centre")
    tooltips.draw_receipt(surface, theme, samples.receipt(8), Rect(1000, 20, 100, 20))
    tooltips.draw_tip(
        surface, theme, "Répondez d’abord à la lettre du conseil d’administration.", Rect(760, 40, 40, 20)
    )
    return surface
