"""A new game: which story, how able rivals, what founder, which seed, whose names; one press is enough."""

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pygame
from typing_extensions import override

from race.core.rulebook.character.traits import NO_TRAIT
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import PlainError, months
from race.files import assets
from race.session.hindsight.code import read
from race.speech import _, quantity
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Segmented
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, DEBRIEF, SECONDARY, SECTION, Theme, Type
from race.ui.kit.widgets import Button, ButtonSpec, Option, SegmentedSpec, Tip, Widget
from race.ui.present.opened.trait import NAMES, trait_line
from race.ui.screens.screen import Desk, Screen, Wish

ORDER = ("the-twelve-thousand", "history", "scarcity", "precipice", "colossus", "open-field")
"""Scenarios of the menu, the shorter one first."""
_BUTTON = Type(16, 600, "head")
"""Type of a button's words."""
_ASKED = ("level", "trait", "seed", "names")
"""What is asked under the stories."""
_ROLLED = 1.3
"""Text scale from which everything stands in one column."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new game starts from."""

    scenario: str
    seed: int
    names: str
    difficulty: str = STANDARD
    trait: str = NO_TRAIT
    code: str = ""
    """The code that it was read from, empty for none."""


@dataclass(frozen=True, slots=True)
class Story:
    """One scenario as the menu tells it."""

    key: str
    title: str
    summary: str
    months: int


@lru_cache(maxsize=4)
def stories() -> tuple[Story, ...]:
    """Return the scenarios that ship with the game, from their files."""
    found = []
    for key in ORDER:
        file = tomllib.loads((assets() / "scenarios" / f"{key}.toml").read_text("utf-8"))
        found.append(Story(key, file["title"], file["summary"], file["months"]))
    return tuple(found)


def lucky_seed() -> int:
    """Return a seed nobody chose, short enough to tell a friend; no rule of the game sees this luck."""
    return int.from_bytes(os.urandom(4), "big") % 1_000_000


def first_game(names: str) -> Start:
    """Return the game that the first steps are taken in: the shorter one, with a seed of its own."""
    return Start(ORDER[0], lucky_seed(), names)


def start_for(  # noqa: PLR0913 - one for each option
    scenario: str,
    seed: int | None,
    names: str,
    difficulty: str | None,
    trait: str | None,
    *,
    code: str,
) -> Start:
    """Return the start that the command line asked for; what it left open is lucky or usual."""
    lucky = lucky_seed() if seed is None else seed
    return Start(scenario, lucky, names, difficulty or STANDARD, trait or NO_TRAIT, code)


def daily(today: int, names: str) -> Start:
    """Return the world that everybody can play today: the shorter story, seeded by the date."""
    return Start(ORDER[0], today, names)


def coded(code: str, names: str) -> Start | None:
    """Return the world that a code tells of, or None when it is none."""
    try:
        told = read(code)
    except PlainError:
        return None
    return Start(told.scenario, told.seed, names, told.difficulty, told.trait, code)


_SIGNS = {
    "the-twelve-thousand": "document",
    "history": "chart",
    "scarcity": "chip",
    "precipice": "warning",
    "colossus": "bolt",
    "open-field": "grid",
}
"""A sign for each scenario."""
_SIGN, _SIGN_GAP = 26, 16
"""Width of the sign and of the gap after it at 720p."""


def _level_told(level: str) -> str:
    """Return what a difficulty changes: how able the rivals are, and nothing they are given."""
    return {
        "apprentice": _("The rivals plan less far, notice late and leave money unspent."),
        STANDARD: _("The rivals plan, notice and spend as able people would."),
        "relentless": _(
            "The rivals see far, answer at once, start the next run a month sooner, and let no machine idle."
        ),
    }[level]


class StoryCard(Widget):
    """One scenario to choose: title, length, summary; a click asks `Action("choose", "story", key)`."""

    def __init__(self, rect: Rect, theme: Theme, story: Story, *, chosen: bool) -> None:
        """Place the card."""
        super().__init__(f"story.{story.key}", rect, theme)
        self.story = story
        self.picked = chosen

    @override
    def chosen(self) -> Action | None:
        return Action("choose", "story", self.story.key)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, story = self.theme, self.theme.palette, self.story
        ground = palette.raised if self.picked or self.hovered else palette.inset
        edge = palette.lab if self.picked else palette.line
        paint.box(surface, self.rect, ground, radius=theme.px(8), edge=edge, thick=2 if self.picked else 1)
        line = text.line_height(theme, SECTION)
        inner = self.rect.pad(theme.px(16), theme.px(10))
        if not self.roomy():
            inner = self.rect.pad(theme.px(16), 0).middle(self.rect.w - 2 * theme.px(16), line)
        if not theme.large:
            sign, inner = inner.cut_left(theme.px(_SIGN), theme.px(_SIGN_GAP))
            ink = palette.lab if self.picked else palette.text3
            icons.put(surface, _SIGNS.get(story.key, "circle"), sign.centre, theme.px(_SIGN), ink)
        head, rest = inner.cut_top(line, theme.px(2))
        text.put(surface, theme, head, _(story.title), SECTION)
        length = quantity(months(story.months))
        text.put(surface, theme, head, length, SECONDARY, colour=palette.text2, align="right")
        if self.roomy():
            text.put_lines(surface, theme, rest, _(story.summary), BODY, colour=palette.text2)
        self.ring(surface, theme.px(8))

    @staticmethod
    def height(theme: Theme, story: Story, wide: int) -> int:
        """Return the height that title and summary need."""
        sign = 0 if theme.large else theme.px(_SIGN) + theme.px(_SIGN_GAP)
        summary = text.lines_height(theme, _(story.summary), BODY, wide - 2 * theme.px(16) - sign)
        return text.line_height(theme, SECTION) + summary + theme.px(2) + 2 * theme.px(10)

    def roomy(self) -> bool:
        """Tell whether the summary has room under the title; else the tooltip gives it."""
        return self.rect.h >= self.height(self.theme, self.story, self.rect.w)

    @property
    @override
    def tip(self) -> Tip | None:
        return None if self.roomy() else _(self.story.summary)


class NewGame(Screen):
    """Story cards, difficulty, trait, seed field, names, Start; with larger text one column that rolls."""

    def __init__(self, desk: Desk, *, names: str = "real") -> None:
        """Suggest a first game."""
        super().__init__(desk)
        self.stage.last = frozenset(("back", "watch", "start"))
        self.story = ORDER[0]
        self.seed = str(lucky_seed())
        self.names = names
        self.level = STANDARD
        self.trait = NO_TRAIT
        self.lay()
        self.stage.focus_on("start")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    def column(self) -> Rect:
        """Return the column of the form."""
        area, theme = self.desk.area, self.desk.theme
        return area.middle(
            min(theme.px(900), area.w - theme.px(40)), min(theme.px(720), area.h - theme.px(24))
        )

    def places(self) -> dict[str, Rect]:
        """Return where everything lies, top to bottom."""
        return self._rolled() if self.desk.theme.text_scale >= _ROLLED else self._whole()

    def _rolled(self) -> dict[str, Rect]:
        """Return the places in one column that rolls between title and foot."""
        theme, rest = self.desk.theme, self.column()
        found: dict[str, Rect] = {}
        gap = theme.px(12)
        found["title"], rest = rest.cut_top(text.line_height(theme, DEBRIEF), gap)
        found["foot"], rest = rest.cut_bottom(max(theme.row, theme.px(46)), gap)
        wide = rest.w - theme.px(40)
        note = text.lines_height(theme, self._note(), SECONDARY, wide)
        bands = {f"story.{n}": StoryCard.height(theme, story, wide) for n, story in enumerate(stories())}
        bands |= {name: text.line_height(theme, BODY) + theme.row for name in _ASKED}
        bands["note"] = note
        return found | dict(zip(bands, self.roll.lay(theme, rest, list(bands.values()), gap), strict=True))

    def _whole(self) -> dict[str, Rect]:
        """Return the places with all of it in view, the stories two by two."""
        theme, rest = self.desk.theme, self.column()
        self.roll.lay(theme, rest, (), 0)
        found: dict[str, Rect] = {}
        gap = theme.px(12)
        count = (len(ORDER) + 1) // 2
        below = [(name, theme.row) for name in _ASKED]
        below += [("note", text.line_height(theme, SECONDARY) * 2), ("foot", max(theme.row, theme.px(46)))]
        title = text.line_height(theme, DEBRIEF)
        left = rest.h - title - sum(high for _name, high in below) - gap * (count + len(below))
        half = (rest.w - gap) // 2
        needed = max(StoryCard.height(theme, story, half) for story in stories())
        story = max(theme.row, min(needed, left // count))  # the summaries give way to what is chosen
        spare = max(0, left - story * count)
        rest = rest.cut_top(spare // 3)[1]
        for name, high in (("title", title), *((f"stories.{row}", story) for row in range(count)), *below):
            rest = rest.cut_top(min(theme.px(14), spare // 3))[1] if name == _ASKED[0] else rest
            found[name], rest = rest.cut_top(high, gap)
        for index in range(len(ORDER)):
            row = found[f"stories.{index // 2}"]
            found[f"story.{index}"] = row.cut_left((row.w - gap) // 2, gap)[index % 2]
        return found

    def _cell(self, place: Rect) -> tuple[Rect, Rect]:
        """Return the places of what is asked and of its answers: side by side, or under each other."""
        theme = self.desk.theme
        if theme.text_scale >= _ROLLED:
            return place.cut_top(text.line_height(theme, BODY))
        return place.cut_left(round(place.w * 0.3), self.desk.theme.px(12))

    @override
    def controls(self) -> Sequence[Widget]:
        theme, where = self.desk.theme, self.places()
        cards: list[Widget] = [
            StoryCard(where[f"story.{index}"], theme, story, chosen=story.key == self.story)
            for index, story in enumerate(stories())
        ]
        packs = (Option("real", _("As in the news")), Option("fictional", _("Invented")))
        levels = (
            Option("apprentice", _("Apprentice"), tip=_level_told("apprentice")),
            Option(STANDARD, _("Standard"), tip=_level_told(STANDARD)),
            Option("relentless", _("Relentless"), tip=_level_told("relentless")),
        )
        traits = tuple(Option(key, _(name), tip=trait_line(key)) for key, name in NAMES.items())
        words = (_("Back"), _("Watch a bot…"))
        wide = [text.width(theme, each, _BUTTON) + theme.px(80) for each in words]
        back, start = where["foot"].cut_left(max(wide[0], theme.px(130)), theme.px(12))
        watch, start = start.cut_left(max(wide[1], theme.px(170)), theme.px(12))
        return [
            *cards,
            *self._seeds(self._cell(where["seed"])[1]),
            Segmented("level", self._cell(where["level"])[1], theme, SegmentedSpec(levels, self.level)),
            Segmented("trait", self._cell(where["trait"])[1], theme, SegmentedSpec(traits, self.trait)),
            Segmented("names", self._cell(where["names"])[1], theme, SegmentedSpec(packs, self.names)),
            Button("back", back, theme, ButtonSpec(words[0], key="Esc")),
            Button("watch", watch, theme, ButtonSpec(words[1], icon="people")),
            Button("start", start, theme, self._start_spec()),
            *self.roll.bar(theme),
        ]

    def _seeds(self, place: Rect) -> list[Widget]:
        """Return the field for a number or a code, and the buttons that fill it."""
        theme, rest = self.desk.theme, place
        found: list[Widget] = []
        for name, words in (("today", _("Today's world")), ("dice", _("Another seed"))):
            if name == "today" and not self.desk.today:
                continue
            button, rest = rest.cut_right(text.width(theme, words, _BUTTON) + theme.px(32), theme.px(8))
            found.append(Button(name, button, theme, ButtonSpec(words)))
        field = FieldSpec(self.seed, _("a number or a code"), 24)
        return [Field("seed", rest, theme, field), *found]

    def _start_spec(self) -> ButtonSpec:
        words = _("This is neither a number nor the code of a world.")
        return ButtonSpec(
            _("Start"),
            "primary",
            key="Enter",
            large=True,
            enabled=self.start_now() is not None,
            why_not=words,
        )

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, where = self.desk.theme, self.desk.theme.palette, self.places()
        text.put(surface, theme, where["title"], _("New game"), DEBRIEF)
        for name, words in (
            ("level", _("Difficulty")),
            ("trait", _("Founder")),
            ("seed", _("Seed or code")),
            ("names", _("Company names")),
        ):
            text.put(surface, theme, self._cell(where[name])[0], words, BODY, colour=palette.text2)
        text.put_lines(surface, theme, where["note"], self._note(), SECONDARY, colour=palette.text3)

    def _note(self) -> str:
        """Return what is said of the seed, the code or the founder that is chosen."""
        if not self.seed.isdecimal() and coded(self.seed, self.names):
            return _("The code of a world: story, rivals, founder and seed are as they were there.")
        if self.trait != NO_TRAIT:
            return trait_line(self.trait)
        if self.level != STANDARD:
            return _level_told(self.level)
        return _("The same seed and the same orders give the same world, to the last holder.")

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "choose", "story":
                self._pick(str(action.value))
            case "choose", ("names" | "level" | "trait") as what:
                setattr(self, what, str(action.value))
            case "edit", "seed":
                self._read(str(action.value))
            case "press", ("today" | "dice") as what:
                self._seed_by(what)
            case ("press", "start") | ("confirm", _):
                return self.start()
            case "press", "watch":
                return Wish("whom_to_watch", value=self.start_now()) if self.start_now() else None
            case ("press", "back") | ("cancel", _):
                return Wish("close")
            case _:
                pass
        return None

    def _seed_by(self, button: str) -> None:
        """Take today's world, or a seed nobody chose."""
        self.desk.play("press")
        if button == "dice":
            self.seed = str(lucky_seed())
        else:
            start = daily(self.desk.today, self.names)
            self.story, self.level, self.trait = start.scenario, start.difficulty, start.trait
            self.seed = str(start.seed)
        self.lay()

    def _pick(self, key: str) -> None:
        self.story = key
        self.desk.play("press")
        self.lay()

    def _read(self, words: str) -> None:
        """Take what was typed; a whole code chooses everything else too."""
        self.seed = words
        told = None if words.isdecimal() else coded(words, self.names)
        if told is not None:
            self.story, self.level, self.trait = told.scenario, told.difficulty, told.trait
        before = self.stage.find("seed")
        self.lay()
        after = self.stage.find("seed")
        if isinstance(before, Field) and isinstance(after, Field):  # whoever types goes on typing there
            after.caret, after.focused = before.caret, before.focused

    def start_now(self) -> Start | None:
        """Return what would be started; an empty seed is a lucky one; None for what cannot be read."""
        if self.seed.isdecimal() or not self.seed.strip():
            seed = min(int(self.seed.strip() or lucky_seed()), 2**63 - 1)
            return Start(self.story, seed, self.names, self.level, self.trait)
        told = coded(self.seed, self.names)
        return told and replace(told, scenario=self.story, difficulty=self.level, trait=self.trait)

    def start(self) -> Wish | None:
        """Return the wish to start, or None when the seed cannot be read."""
        found = self.start_now()
        self.desk.play("press" if found else "refused")
        return Wish("start", value=found) if found else None
