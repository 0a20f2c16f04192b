"""All other orders: groups at the left, orders with their cost in the middle, what follows at the right.

An order that cannot be given stays in the list, greyed; its reason stands where the consequences would.
"""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.core.commands import SplitCompute
from race.core.ids import LABS
from race.core.words import count
from race.speech import _
from race.speech import quantity as write
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, HEADLINE, LABEL, SECONDARY, SECTION, Ink
from race.ui.kit.widgets import Button, ButtonSpec, Label, LabelSpec, Option, Row, SegmentedSpec, Widget
from race.ui.pieces.board_paint import draw_effect_row
from race.ui.pieces.crates import Effect
from race.ui.pieces.lists.offers import Offer, Offers
from race.ui.present import figures, orders
from race.ui.present.consequences import Foresight, foresee
from race.ui.present.guide.topics import Block
from race.ui.present.orders.signs import sign_of
from race.ui.present.orders.split import OWN, main_part
from race.ui.screens import looks
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game
from race.ui.screens.overlays import Titled
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.sheets.confirm import before_breaking
from race.ui.screens.sheets.page import Page
from race.ui.screens.sheets.split import PREFIX, Parts

_ASIDE = ("left", "right")
"""Keys that turn to the group beside while the list has the focus."""
_ENTERED = ("", "list", "give")
"""What has the focus ring, if anything, when Enter gives the order."""


class OrdersPanel(Titled):
    """Choose a group, read an order, give it."""

    part = (0.8, 0.84)
    steady = True

    def __init__(self, desk: Desk, game: Game, group: str = "train", chosen: str = "") -> None:
        """Open the panel at a group of orders, perhaps at one of them."""
        super().__init__(desk)
        self.game = game
        self.group = group
        self.title = _("Orders")
        self.chosen = chosen
        self.seen: Foresight | None = None
        """What the chosen order would do."""
        self.split = Parts(game.session)
        """The split of compute that the player sets."""
        self.lay()
        self.stage.focus_on("list")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        own = orders.own_split(self.game.session, self.split.points)
        every = (*orders.orders(self.game.session), own)
        self.orders = {order.key: order for order in every if order.group == self.group}
        if self.chosen not in self.orders:
            free = (key for key, order in self.orders.items() if not order.why_not)
            self.chosen = next(free, next(iter(self.orders), ""))
        order = self.orders.get(self.chosen)
        self.seen = foresee(self.game.session, order.command) if order else None
        super().lay()

    def parts(self) -> tuple[Rect, Rect, Rect]:
        """Return the places of the groups, the list and the side."""
        theme = self.desk.theme
        high = Segmented.height(theme, self._groups(), self.body().w)
        groups, rest = self.body().cut_top(high, theme.px(8))
        side, middle = rest.cut_right(round(rest.w * 0.4), theme.px(20))
        return groups, middle.cut_top(self._legend(), theme.px(5))[1], side

    def _legend(self) -> int:
        """Return the height of the line over the list: which keys turn the page, and what the dots are."""
        return text.line_height(self.desk.theme, LABEL)

    @property
    def splitting(self) -> bool:
        """Whether the player's own split of compute is chosen."""
        return self.chosen == OWN

    def side(self) -> Rect:
        """Return the place of the consequences, under the sliders where there are some."""
        side = self.parts()[2]
        return self.split.under(self.desk.theme, side) if self.splitting else side

    @staticmethod
    def _groups() -> tuple[Option, ...]:
        return tuple(Option(key, words) for key, words in orders.group_names().items())

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        groups, middle, whole = self.parts()
        side = self.side()
        spec = ListSpec(self._rows(), self.chosen, right_share=0.32)
        box = Offers("list", middle, theme, spec, self._offers())
        old = self.stage.find("list")
        if isinstance(old, ListBox) and set(self.orders) >= {row.key for row in old.spec.rows}:
            box.first = old.first
        elif self.chosen not in [box.spec.rows[place].key for place, _rect in box.row_rects()]:
            box.show(self.chosen)
        box.scroll(0)
        order = self.orders.get(self.chosen)
        given = self._given(order)
        again = _("Order it again") if self._free(order) else _("Ordered")
        give = ButtonSpec(
            _("Give the order") if given is None else again,
            "primary",
            key="Enter",
            enabled=self._free(order),
            why_not=order.why_not if order else "",
            large=True,
        )
        told = self._told(side)
        inner = side if told else side.pad(theme.px(16))
        foot = inner.cut_bottom(theme.px(46))[0]
        weigh, foot = foot.cut_right(round(foot.w * 0.4), theme.px(8))
        words = _("What it would change in a year: the war room plays it (W).")
        weighed = ButtonSpec(
            _("Weigh it"), key="W", tip=words, enabled=bool(order), why_not=_("Nothing yet.")
        )
        back = ButtonSpec(_("Take it back"), icon="undo")
        return [
            Segmented("groups", groups, theme, SegmentedSpec(self._groups(), self.group)),
            box,
            Button("give", foot, theme, give),
            Button("weigh", weigh, theme, weighed)
            if self._behind(order) is None
            else Button("take_back", weigh, theme, back),
            self.close_button(),
            self._left(),
            *told,
            *(self.split.sliders(theme, whole) if self.splitting else ()),
        ]

    def _given(self, order: orders.Order | None) -> int | None:
        """Return the place of an order among those of this month, None when it has not been given."""
        pending = list(self.game.session.pending)
        return pending.index(order.command) if order and order.command in pending else None

    def _behind(self, order: orders.Order | None) -> int | None:
        """Return the place of what can be taken back here: the order, or the split that bars another one."""
        pending = self.game.session.pending
        split = order is not None and isinstance(order.command, SplitCompute) and not self._free(order)
        barring = [place for place, other in enumerate(pending) if split and isinstance(other, SplitCompute)]
        given = self._given(order)
        return barring[0] if given is None and barring else given

    def _free(self, order: orders.Order | None) -> bool:
        """Tell whether an order can be given now."""
        return order is not None and not order.why_not

    def _told(self, side: Rect) -> list[Widget]:
        """Return the consequences as a page that scrolls, where they are too long to stand there whole."""
        theme, order = self.desk.theme, self.orders.get(self.chosen)
        inner = side.pad(theme.px(16)).cut_bottom(theme.px(46), theme.px(12))[1]
        if order is None or (self._high(order, inner.w) <= inner.h and self._narrow(inner.w)):
            return []
        warning = theme.palette.warning
        blocks = [Block("warning" if ink == warning else "text", words) for words, ink in self._words(order)]
        blocks += [Block("fact", effect.label, effect.shown) for effect in self._effects()]
        place = side.cut_bottom(theme.px(46), theme.px(10))[1]
        page = Page("told", place, theme, order.text, blocks)
        old = self.stage.find("told")
        if isinstance(old, Page) and old.title == page.title:
            page.scroll(old.first)
        return [page]

    def _high(self, order: orders.Order, wide: int) -> int:
        """Return the height that the consequences of an order need where they stand whole."""
        theme = self.desk.theme
        high = text.lines_height(theme, order.text, SECTION, wide) + theme.px(12)
        for words, _ink in self._words(order):
            high += text.lines_height(theme, words, BODY, wide) + theme.px(8)
        return high + len(self._effects()) * self._line()

    def _narrow(self, wide: int) -> bool:
        """Tell whether every named number fits beside its name on one line."""
        theme = self.desk.theme
        words = [(effect.label, effect.shown) for effect in self._effects()]
        beside = max((sum(text.width(theme, part, LABEL) for part in pair) for pair in words), default=0)
        return beside + theme.px(26) <= wide

    def _words(self, order: orders.Order) -> list[tuple[str, Ink]]:
        """Return what is said of an order before its numbers, with its colour.

        First that it is given, or why it cannot be; then what follows, and what it should make one think of.
        """
        palette, found = self.desk.theme.palette, [(order.why_not, self.desk.theme.palette.warning)]
        if self._given(order) is not None:
            again = _("Ordered for this month; below, what one more would do.")
            found = [(again if self._free(order) else _("Ordered for this month."), palette.good)]
        if self.seen is not None:
            found.append((self.seen.line, palette.text2))
            found += [(words, palette.warning) for words in self.seen.warnings]
        return [pair for pair in found if pair[0]]

    def _effects(self) -> tuple[Effect, ...]:
        """Return the named numbers of the chosen order."""
        return looks.effects(self.seen.numbers) if self.seen else ()

    def _line(self) -> int:
        """Return the height of a named number, pixels."""
        return max(self.desk.theme.px(36), text.line_height(self.desk.theme, BODY) + self.desk.theme.px(8))

    def _rows(self) -> tuple[Row, ...]:
        palette = self.desk.theme.palette
        found = []
        for order in self.orders.values():
            given = self._given(order) is not None
            closed = bool(order.why_not) and not given
            against = order.why_not if closed else order.late
            sign = sign_of(order.command)
            rival = sign in LABS and not given
            found.append(
                Row(
                    order.key,
                    order.text,
                    "tick" if given else looks.look_of(sign).marker if rival else sign,
                    palette.text3 if closed else looks.look_of(sign).colour if rival else palette.lab,
                    right=_("not now") if closed else "●" * order.attention,
                    right_ink=palette.text3 if closed else palette.lab,
                    faint=closed,
                    tip=f"{order.text}. {against}" if against and order.key != self.chosen else None,
                )
            )
        return tuple(found)

    def _offers(self) -> dict[str, Offer]:
        """Return the first thing that each order would do, where it is more than its price in attention.

        Of a split of the compute it is the part that it is made for.
        """
        palette, found = self.desk.theme.palette, dict[str, Offer]()
        for order in self.orders.values():
            session, command = self.game.session, order.command
            main = main_part(command) if isinstance(command, SplitCompute) else 0
            first = next(iter(foresee(session, command).numbers[main:]), None)
            if first is None or first.label == _("Attention"):
                continue
            ink = {1: palette.good, 0: palette.text2, -1: palette.bad}[first.good]
            found[order.key] = Offer(first.label, first.shown, palette.text3 if order.why_not else ink)
        return found

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        side = self.side()
        self._paint_legend(surface)
        if self.splitting:
            self.split.draw(surface, theme, self.parts()[2])
        if self.stage.find("told") is not None:
            return
        paint.box(surface, side, palette.inset, radius=theme.px(8), edge=palette.line)
        order = self.orders.get(self.chosen)
        if order is None:
            return
        inner = side.pad(theme.px(16)).cut_bottom(theme.px(46), theme.px(12))[1]
        high = text.lines_height(theme, order.text, SECTION, inner.w)
        head, rest = inner.cut_top(high, theme.px(6))
        text.put_lines(surface, theme, head, order.text, SECTION)
        for said, ink in self._words(order):
            words, rest = rest.cut_top(text.lines_height(theme, said, BODY, rest.w), theme.px(8))
            text.put_lines(surface, theme, words, said, BODY, colour=ink)
        rest = rest.cut_top(theme.px(6))[1]
        for effect in self._effects():
            place, rest = rest.cut_top(self._line())
            draw_effect_row(surface, theme, place, effect)

    def _paint_legend(self, surface: pygame.Surface) -> None:
        """Say over the list which keys turn to another page of orders, and what the dots at its right are."""
        theme, palette, middle = self.desk.theme, self.desk.theme.palette, self.parts()[1]
        line = Rect(middle.x, middle.y - theme.px(5) - self._legend(), middle.w, self._legend())
        dots = "● " + _("attention it takes")
        right, left = line.cut_right(text.width(theme, dots, LABEL) + 1, theme.px(12))
        text.put(surface, theme, right, dots, LABEL, colour=palette.lab, align="right")
        caps = [self.desk.keys.shown(name) for name in ("left", "right", "choose_1", "choose_6")]
        keys = _("{left} {right} or {first} to {last}: another page").format(
            left=caps[0], right=caps[1], first=caps[2], last=caps[3]
        )
        if all(caps) and text.width(theme, keys, LABEL) <= left.w:
            text.put(surface, theme, left, keys, LABEL, colour=palette.text3)

    def _left(self) -> Label:
        """Return what the month's orders leave of cash and attention, which explains itself."""
        theme, palette, session = self.desk.theme, self.desk.theme.palette, self.game.session
        inner = self.box.pad(theme.px(24), theme.px(18))
        head = inner.cut_top(max(theme.row, theme.px(30)))[0].cut_right(theme.px(50))[1]
        room = head.cut_left(text.width(theme, self.title, HEADLINE), theme.px(12))[1]
        words = _("Cash left: {cash}. Attention left: {n} of {all}").format(
            cash=figures.left_to_spend(session),
            n=write(count(session.attention_left())),
            all=write(count(session.view().attention)),
        )
        place = room.cut_right(min(room.w, text.width(theme, words, SECONDARY) + 1))[0]
        tip = "\n".join(figures.attention_told(session))
        return Label("left", place, theme, LabelSpec(words, SECONDARY, palette.text2, "right", tip=tip))

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        action, groups = self.desk.keys.action_for(event), self.stage.find("groups")
        if self.stage.focus not in ("", "list") or action is None or action.name not in _ASIDE:
            return super().handle(event)
        turned = groups.act(action) if groups is not None else None
        return self.take(turned) if turned else None

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case ("choose", "groups") | ("select", "list") | ("set", _):
                self._turn(action)
            case ("open", "list") | ("press", "give") | ("confirm", _):
                by_keys = self.stage.by_keys
                marked = action.name == "open" and not by_keys  # a click only marks; giving has its button
                entered = self.stage.focus in _ENTERED or self.stage.focus.startswith(PREFIX)
                elsewhere = action.name == "confirm" and by_keys and not entered
                return None if marked or elsewhere else self.give()
            case ("undo", _):
                self.game.session.undo()
                self.lay()
            case ("press", "take_back"):
                self.take_back()
            case ("press", "weigh") | ("war_room", _):
                order = self.orders.get(self.chosen)
                given = order.command if order else None
                return Wish("open", WarRoom(self.desk, self.game, given))
            case ("orders", _):
                return Wish("close")
            case (name, _) if name.startswith("choose_"):
                self._leaf(int(name.removeprefix("choose_")))
            case _:
                return super().take(action)
        return None

    def _turn(self, action: Action) -> None:
        """Turn to another group, mark another order, or set a part of the player's own split."""
        if action.name == "set":
            self.split.set(action)
        elif action.name == "choose":
            self.group = str(action.value)
        else:
            self.chosen = str(action.value)
        self.lay()

    def _leaf(self, number: int) -> None:
        """Turn to a page of orders by its number, counted from 1; the last has no next."""
        keys = list(orders.group_names())
        if number <= len(keys):
            self._turn(Action("choose", "groups", keys[number - 1]))

    def take_back(self) -> None:
        """Take the chosen order back, and say what falls with it."""
        place = self._behind(self.orders.get(self.chosen))
        if place is None:
            return
        for words in self.game.take_back(place):
            self.desk.tell(_("Also taken back: {order}").format(order=words), "undo")
        self.desk.play("undo")
        self.lay()

    def give(self) -> Wish | None:
        """Give the chosen order, or say why not; ask first when it breaks a promise."""
        order = self.orders.get(self.chosen)
        if order is None:
            return None
        sheet = before_breaking(self.desk, self.game, order.command, Action("press", "give"))
        if sheet is not None:
            return Wish("open", sheet)
        reason = order.why_not or self.game.order(order.command)
        if reason:
            self.desk.play("refused")
            self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
        else:
            self.desk.play("press")
            words = orders.told(order.command, self.game.session.view())
            self.desk.tell(words, "tick", holds=self.game.holds(order.command))
        self.lay()
        self.hush()
        return None
