"""The house's people as a sheet: four posts, what one of them remembers, and a talk."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.speech import _, capital
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect, rows
from race.ui.kit.theme import BODY, SECONDARY, SECTION, Type
from race.ui.kit.widgets import Button, ButtonSpec, Row, Widget
from race.ui.pieces.lists.faces import Face, Faces
from race.ui.pieces.lists.tidings import Tidings
from race.ui.present.consequences import foresee
from race.ui.present.guide.topics import Block
from race.ui.present.opened.house import Resident, nothing_told, residents, said
from race.ui.screens import looks
from race.ui.screens.game import Game
from race.ui.screens.overlays import Titled, nothing
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.sheets.file import file_sheet
from race.ui.screens.sheets.page import Page

_WORDS = Type(16, 600, "head")
"""Type of a button's words."""
_SAID = 48
"""Height of a row with something said, at 720p."""
_LEAST_SAID = 2
"""Rows that are kept for what has been said, before a post is hidden."""
_ICONS = {1: "up", 0: "circle", -1: "down"}
_HEAD = (2, 6, 6, 10, 12)
"""Under a person's name, under the post, the bar, under the bar, under what wins them."""


class HouseSheet(Titled):
    """Choose somebody, read what they remember, give them your word."""

    part = (0.84, 0.86)
    high: int | None = None
    """Height of the panel, None while it is worked out."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Open at whoever presses, else at the first who is there."""
        super().__init__(desk)
        self.game = game
        self.title = _("Your house")
        self.people, self.words = residents(game.session), said(game.session)
        first = sorted(self.people, key=lambda one: (not one.presses, not one.there))
        self.chosen = first[0].key if first else ""
        self.saying: int | None = self._latest()
        self.lay()
        self.stage.focus_on("people")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        session = self.game.session
        self.people, self.words = residents(session), said(session)
        self.word = self._foreseen()
        self.high = self._needed()
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        """The panel's place: no higher than what anybody remembers and has said."""
        most = super().box
        return self.desk.area.middle(most.w, min(most.h, self.high or most.h))

    def _needed(self) -> int:
        """Return the height in which everybody can be read, alike whoever is chosen."""
        self.high = None
        theme, (posts, sayings), (left, right) = self.desk.theme, self._left(), self._parts()
        talk = Tidings("", sayings, theme, ListSpec(self._said(), high=_SAID)).needed()
        talk = max(talk, _LEAST_SAID * theme.row)
        wide = right.w - 2 * theme.px(16)
        told = (f"{capital(saying.when)}. {saying.words}" for saying in self.words)
        spoken = max((text.lines_height(theme, words, BODY, wide) for words in told), default=0)
        heads = [
            self._told_high(one, wide) + max(1, len(one.memories)) * theme.row for one in self.people
        ] or [0]
        buttons = 2 * theme.px(16) + theme.px(8 + 12 + 8) + max(30, theme.px(42))
        word = max(self._word_high(wide), 2 * text.line_height(theme, SECONDARY))
        needed = max(sayings.y - posts.y + talk, max(heads) + spoken + buttons + word)
        return self.box.h - left.h + needed

    def _one(self) -> Resident | None:
        return next((one for one in self.people if one.key == self.chosen), None)

    def _latest(self) -> int | None:
        """Return the place of what the chosen person said last, None if they have said nothing."""
        return next((place for place, saying in enumerate(self.words) if saying.post == self.chosen), None)

    def _spoken(self) -> str:
        """Return what stands over the memories: the chosen saying with its month, or nothing."""
        if self.saying is None or self.saying >= len(self.words):
            return ""
        saying = self.words[self.saying]
        return f"{capital(saying.when)}. {saying.words}"

    def _parts(self) -> tuple[Rect, Rect]:
        """Return the places of the posts and of the chosen person."""
        body = self.body()
        return body.cut_left(round(body.w * 0.42), self.desk.theme.px(20))

    def _left(self) -> tuple[Rect, Rect]:
        """Return the places of the posts and of what they have said."""
        theme, left = self.desk.theme, self._parts()[0]
        high = Faces.row_of(theme)
        room = left.h - _LEAST_SAID * theme.row - text.line_height(theme, SECTION)
        count = min(max(1, len(self.people)), max(1, room // high))
        posts, rest = left.cut_top(count * high + theme.px(4), theme.px(12))
        return posts, rest.cut_top(text.line_height(theme, SECTION), theme.px(6))[1]

    def _stacked(self, wide: int) -> bool:
        """Tell whether the two buttons stand under each other: their words are too long for one row."""
        theme = self.desk.theme
        return text.width(theme, self._button().text, _WORDS) + theme.px(28) > wide * 0.62

    def _inner(self) -> tuple[Rect, Rect, Rect]:
        """Return the places of the chosen person's head, memories and foot."""
        theme = self.desk.theme
        inner = self._parts()[1].pad(theme.px(16))
        high = max(30, theme.px(42))
        buttons = 2 * high + theme.px(6) if self._stacked(inner.w) else high
        foot, rest = inner.cut_bottom(buttons + self._word_high(inner.w), theme.px(12))
        one, most = self._one(), round(rest.h * 0.42)
        head, rest = rest.cut_top(min(most, self._head_high(one, inner.w)) if one else most, theme.px(8))
        return head, rest, foot

    def _foreseen(self) -> str:
        """Return what a talk with the chosen person would do, or nothing when there is none to be had."""
        one = self._one()
        if one is None or one.why_not:
            return ""
        seen = foresee(self.game.session, one.talk)
        return " ".join(
            [
                seen.line,
                *(_("{label}: {n}.").format(label=number.label, n=number.shown) for number in seen.numbers),
            ]
        )

    def _word_high(self, wide: int) -> int:
        """Return the height of what a talk would do, with the gap under it; 0 for nothing."""
        theme, told = self.desk.theme, self.word
        return text.lines_height(theme, told, SECONDARY, wide) + theme.px(8) if told else 0

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        listed = tuple(Row(one.key, f"{one.name}, {one.post}", tip=one.status) for one in self.people)
        faces = {
            one.key: Face(
                one.name,
                self._post(one),
                one.loyalty,
                one.shown,
                looks.trust_colour(one.loyalty),
                presses=one.presses,
                there=one.there,
                apart=one.outside,
            )
            for one in self.people
        }
        _head, rest, foot = self._inner()
        spec = ListSpec(listed or (nothing(),), self.chosen)
        sayings = ListSpec(self._said(), "" if self.saying is None else str(self.saying), high=_SAID)
        memories = ListSpec(self._memories())
        buttons = foot.cut_top(self._word_high(foot.w))[1]
        if self._stacked(foot.w):
            talk, file = rows(buttons, [1.0] * 2, theme.px(6))
        else:
            talk, file = buttons.cut_left(round(foot.w * 0.62), theme.px(10))
        return [
            Faces("people", self._left()[0], theme, spec, faces),
            Tidings("said", self._left()[1], theme, sayings),
            *self._remembered(ListBox("memories", rest, theme, memories)),
            Button("talk", talk, theme, self._button()),
            Button("file", file, theme, ButtonSpec(_("Your file"), key="L")),
            self.close_button(),
        ]

    def _post(self, one: Resident) -> str:
        """Return the post as the list has it; where large letters leave no room, a line alone sets apart."""
        apart = one.outside and not self.desk.theme.large
        return _("{post}, outside your house").format(post=one.post) if apart else one.post

    def _remembered(self, listed: ListBox) -> list[Widget]:
        """Return the memories as a list under the head, or both as a page that scrolls where they need it."""
        theme, one, spoken = self.desk.theme, self._one(), self._spoken()
        head, _rest, foot = self._inner()
        if one is None or self._head_high(one, head.w) <= head.h:
            return [listed]
        blocks = [Block("warning" if one.presses else "note", f"{one.post} · {one.status}")]
        blocks.append(Block("text", f"{one.wins} {one.takes_along}"))
        if spoken:
            blocks += [Block("head", _("What they say")), Block("text", spoken)]
        blocks += [Block("note", row.text) for row in listed.spec.rows]
        part = self._parts()[1]
        place = Rect(part.x, part.y, part.w, foot.y - theme.px(10) - part.y)
        page = Page("memories", place, theme, one.name, blocks)
        old = self.stage.find("memories")
        if isinstance(old, Page) and old.title == page.title:
            page.scroll(old.first)
        return [page]

    def _head_high(self, one: Resident, wide: int) -> int:
        """Return the height of what stands over the memories."""
        spoken = self._spoken()
        said = text.lines_height(self.desk.theme, spoken, BODY, wide) if spoken else 0
        return self._told_high(one, wide) + said

    def _told_high(self, one: Resident, wide: int) -> int:
        """Return the height of what stands over the memories, without what somebody said."""
        theme = self.desk.theme
        told = text.lines_height(theme, f"{one.wins} {one.takes_along}", BODY, wide)
        heads = (
            text.line_height(theme, SECTION) + text.line_height(theme, SECONDARY) + sum(map(theme.px, _HEAD))
        )
        if text.width(theme, f"{one.post} · {one.status}", SECONDARY) > wide:
            return heads + self.desk.area.h
        return heads + told

    def _memories(self) -> tuple[Row, ...]:
        palette, one = self.desk.theme.palette, self._one()
        inks = {1: palette.good, 0: palette.text3, -1: palette.bad}
        found = tuple(
            Row(f"{place}", capital(told), _ICONS[sign], inks[sign], tip=capital(told))
            for place, (told, sign) in enumerate(one.memories if one else ())
        )
        nothing = nothing_told(one) if one else _("Remembers nothing of you yet.")
        return found or (Row("none", nothing, faint=True),)

    def _said(self) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        inks = {1: palette.good, 0: palette.text3, -1: palette.bad}
        found = tuple(
            Row(f"{place}", one.words, "info", inks[one.good], tip=f"{capital(one.when)}. {one.words}")
            for place, one in enumerate(self.words)
        )
        return found or (Row("none", _("Nobody has said anything yet."), faint=True),)

    def _button(self) -> ButtonSpec:
        one = self._one()
        why = one.why_not if one else _("There is nobody in the house in this game.")
        return ButtonSpec(_("Talk, and give your word"), "primary", enabled=not why, why_not=why)

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette, one = self.desk.theme, self.desk.theme.palette, self._one()
        spoken = self._left()[1]
        title = Rect(spoken.x, spoken.y - text.line_height(theme, SECTION) - theme.px(6), spoken.w, theme.row)
        text.put(
            surface, theme, title.cut_top(text.line_height(theme, SECTION))[0], _("What they say"), SECTION
        )
        head, _rest, foot = self._inner()
        if isinstance(self.stage.find("memories"), Page):
            text.put_lines(surface, theme, foot, self.word, SECONDARY, colour=palette.text2)
            return
        paint.box(surface, self._parts()[1], palette.inset, radius=theme.px(8), edge=palette.line)
        if one is None:
            return
        text.put_lines(surface, theme, foot, self.word, SECONDARY, colour=palette.text2)
        under_name, under_post, high, under_bar, under_told = map(theme.px, _HEAD)
        line, rest = head.cut_top(text.line_height(theme, SECTION), under_name)
        text.put(surface, theme, line, one.name, SECTION)
        line, rest = rest.cut_top(text.line_height(theme, SECONDARY), under_post)
        ink = palette.warning if one.presses else palette.text3
        text.put(surface, theme, line, f"{one.post} · {one.status}", SECONDARY, colour=ink)
        bar, rest = rest.cut_top(high, under_bar)
        if one.there:
            paint.bar(surface, bar, one.loyalty, (looks.trust_colour(one.loyalty), palette.line))
        told = f"{one.wins} {one.takes_along}"
        line, rest = rest.cut_top(text.lines_height(theme, told, BODY, rest.w), under_told)
        text.put_lines(surface, theme, line, told, BODY, colour=palette.text2)
        text.put_lines(surface, theme, rest, self._spoken(), BODY)

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "select" | "open", "people":
                self.chosen = str(action.value)
                self.saying = self._latest()
                self.lay()
            case "select" | "open", "said" if str(action.value).isdecimal():
                self._hear(int(str(action.value)))
            case ("press", "talk"):
                self._talk()
            case "select" | "open", _:
                return None
            case ("press", "file") | ("file", _):
                return Wish("open", file_sheet(self.desk, self.game))
            case ("house", _):
                return Wish("close")
            case _:
                return super().take(action)
        return None

    def _hear(self, place: int) -> None:
        """Show a saying over the memories of whoever said it, or in passing when they have left."""
        saying = self.words[place]
        if saying.post:
            self.chosen, self.saying = saying.post, place
            self.lay()
        else:
            self.desk.tell(f"{capital(saying.when)}. {saying.words}", "info")

    def _talk(self) -> None:
        """Order a talk with the chosen person, or say why not."""
        one = self._one()
        if one is None:
            return
        reason = self.game.order(one.talk)
        if reason:
            self.desk.play("refused")
            self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
        else:
            self.desk.play("press")
            self.desk.tell(
                _("Ordered: {order}").format(order=_("Talk with {who}").format(who=one.name)), "tick"
            )
        self.lay()
