"""Help: what the game is, how the score is made, which key does what; figures come from the rulebook."""

from collections.abc import Sequence
from typing import Annotated, get_args, get_origin, get_type_hints

import msgspec
import pygame
from typing_extensions import override

from race.core.ids import PPM
from race.core.rulebook.score import ScoreRules
from race.core.words import months, percent
from race.speech import _, number, quantity
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE
from race.ui.kit.widgets import Option, Row, SegmentedSpec, Widget
from race.ui.screens.overlays import Titled
from race.ui.screens.screen import Desk, Wish


class Help(Titled):
    """Three pages: the game, the score, the keys."""

    part = (0.76, 0.86)

    def __init__(self, desk: Desk, rules: ScoreRules) -> None:
        """Explain a game played by these rules."""
        super().__init__(desk)
        self.rules = rules
        self.page = "game"
        self.title = _("Help")
        self.lay()

    def _parts(self) -> tuple[Rect, Rect]:
        theme = self.desk.theme
        return self.body().cut_top(max(28, theme.px(32)), theme.px(14))

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        switch, rest = self._parts()
        pages = (Option("game", _("The game")), Option("score", _("The score")), Option("keys", _("Keys")))
        found: list[Widget] = [
            Segmented("page", switch, theme, SegmentedSpec(pages, self.page)),
            self.close_button(),
        ]
        if self.page == "score":
            spec = ListSpec(score_rows(self.rules), right_share=0.2)
            found.append(ListBox("list", rest, theme, spec))
        if self.page == "keys":
            found.append(ListBox("list", rest, theme, ListSpec(self._key_rows(), right_share=0.3)))
        return found

    def _key_rows(self) -> tuple[Row, ...]:
        keys = self.desk.keys
        return tuple(
            Row(names[0], words, right=" · ".join(keys.shown(name) for name in names))
            for names, words in key_words()
        )

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        if self.page == "game":
            theme = self.desk.theme
            words = "\n\n".join(story_words())
            text.put_lines(surface, theme, self._parts()[1], words, BODY_LARGE, colour=theme.palette.text2)

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name == "choose":
            self.page = str(action.value)
            self.lay()
            return None
        return super().take(action)


def story_words() -> tuple[str, ...]:
    """Return what the game is, in paragraphs."""
    return (
        _(
            "You lead two companies: a public carmaker, whose owners can vote you out, and a private lab "
            "in the race for artificial intelligence. Both wait in one queue for chips."
        ),
        _(
            "Move crates from the carmaker's dock to the lab's: the lab runs faster, and the owners lose "
            "what they paid for. Swapped and silent diversions stay secret until they leak; paid and "
            "disclosed ones are known at once."
        ),
        _(
            "Every month you have a few points of attention for orders: train, release, buy chips, build "
            "sites, raise money, promise, explain. Then the month ends for everybody: rivals, press, court "
            "and owners."
        ),
        _("Click any number to see what it is made of. What you may do is previewed before you do it."),
        _(
            "This is a game. The companies' opening position follows public figures; what happens then is "
            "made up."
        ),
    )


def key_words() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return actions of the key table with what they do."""
    return (
        (("confirm",), _("End the month; confirm")),
        (("next", "previous"), _("Next and previous control")),
        (("press",), _("Press the control; lift a crate")),
        (("left", "right"), _("Move the chosen crate; change a switch")),
        (("up", "down"), _("Choose a crate or a line")),
        (("cancel",), _("Cancel, close, menu")),
        (("undo", "redo"), _("Undo and redo within the month")),
        (("orders",), _("Orders")),
        (("war_room",), _("War room: what an order would change")),
        (("run_on", "routine"), _("Run until something asks; standing orders")),
        (("house",), _("Your house: its people and what they remember")),
        (("file",), _("Your file: what a court would read out")),
        (("news", "promises"), _("News; your word")),
        (("papers",), _("The papers of the month")),
        (("hall", "charts"), _("The hall; the charts of the race")),
        (("pin",), _("Keep a tooltip open")),
        (("help",), _("Help")),
        (("quick_save",), _("Save")),
        (("full_screen",), _("Full screen")),
        (("mute",), _("Sound on or off")),
        (("quit",), _("Quit")),
    )


def score_rows(rules: ScoreRules) -> tuple[Row, ...]:
    """Return every number of the score with its meaning, as the rulebook gives them."""
    found = []
    for name, hint in get_type_hints(ScoreRules, include_extras=True).items():
        if get_origin(hint) is not Annotated:
            continue
        meta = next(part for part in get_args(hint) if isinstance(part, msgspec.Meta))
        meaning, unit = meta.description or "", (meta.extra or {}).get("unit", "")
        found.append(
            (
                unit != "points",
                Row(name, _(meaning), right=written(getattr(rules, name), str(unit)), tip=_(meaning)),
            )
        )
    return tuple(row for _later, row in sorted(found, key=lambda pair: pair[0]))


def written(value: float, unit: str) -> str:  # noqa: PLR0911 - one line for each unit
    """Write a number of the rulebook with its unit."""
    match unit:
        case "share":
            return quantity(percent(round(value * PPM)))
        case "ppm":
            return quantity(percent(round(value)))
        case "x":
            return "× " + number(value, 2)
        case "months":
            return quantity(months(round(value)))
        case "Elo":
            return _("{n} Elo").format(n=number(value))
        case "points":
            return _("{n} points").format(n=number(value))
        case _:
            return number(value, 1 if value % 1 else 0)
