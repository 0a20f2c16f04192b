"""The help: search it or leaf through its chapters; the chosen topic is read at the right."""

from collections.abc import Sequence
from typing import Final

from typing_extensions import override

from race.session.session import Session
from race.speech import _
from race.ui.kit import text
from race.ui.kit.actions import DEFAULT_KEYS, Action, printed
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.field import Field, FieldSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY
from race.ui.kit.widgets import Option, Row, SegmentedSpec, Widget
from race.ui.pieces.lists.keycaps import KeyCaps
from race.ui.present.guide.topics import KeysNow, Topic, chapters, search, topics, whole
from race.ui.screens.screen import Desk, Titled, Wish
from race.ui.screens.sheets.page import Page

_SHORT: Final = 8
"""Topics of a chapter so short that the sheet is no higher than the longest of them needs."""

_ASIDE: Final = 0.34
"""Greatest part of a line that its right side takes."""


class Help(Titled):
    """Chapters, a search over all of them, and a page."""

    part = (0.84, 0.88)
    high: int | None = None
    """Height of the panel, None for all that a sheet may take."""

    def __init__(self, desk: Desk, session: Session, about: str = "") -> None:
        """Explain a game as it stands.

        Args:
            desk: what all screens share.
            session: the game whose numbers and orders are shown.
            about: key of the topic to open at; empty for the beginning.
        """
        super().__init__(desk)
        self.session = session
        keys = KeysNow(dict(desk.keys.keys), dict(DEFAULT_KEYS), printed)
        self.every = topics(session, keys)
        opened = next((topic for topic in self.every if topic.key == about), self.every[0])
        self.page, self.query, self.chosen = opened.chapter, "", opened.key
        self.lay()
        self.stage.focus_on("list")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def lay(self) -> None:
        self.title = _("Help")
        self.found = search(self.every, self.query, self.page)
        if self.found and self.chosen not in {topic.key for topic in self.found}:
            self.chosen = self.found[0].key
        self.high = self._needed()
        super().lay()

    @property
    @override
    def box(self) -> Rect:
        """The panel's place: its upper edge stays, its lower one is where a short chapter ends."""
        whole_box = super().box
        return whole_box._replace(h=min(whole_box.h, self.high or whole_box.h))

    def _needed(self) -> int | None:
        """Return the height that a short chapter needs with any of its topics, None for a long one."""
        self.high = None
        if self.query or not 0 < len(self.found) <= _SHORT:
            return None
        theme, (_field, _chapter, listed, page) = self.desk.theme, self.parts()
        texts = (Page("", page, theme, topic.title, whole(topic, self.session)) for topic in self.found)
        most = max(len(self.found) * theme.row, *(each.height() + 2 * theme.px(14) for each in texts))
        return self.box.h - listed.h + most

    def parts(self) -> tuple[Rect, Rect, Rect, Rect]:
        """Return the places of the search, the chapters, the list and the page."""
        theme = self.desk.theme
        head, rest = self.body().cut_top(theme.row, theme.px(14))
        if theme.large:
            chapter, rest = rest.cut_top(theme.row, theme.px(10))
            listed, page = rest.cut_left(round(rest.w * 0.4), theme.px(14))
            return head, chapter, listed, page
        field, chapter = head.cut_left(round(head.w * 0.27), theme.px(20))
        wide = [text.width(theme, topic.title, BODY) for topic in self.found] or [rest.w]
        few = len(self.found) <= _SHORT and max(wide) <= field.w  # short titles leave their room to the page
        listed, page = rest.cut_left(field.w if few else round(rest.w * 0.42), theme.px(20))
        return field, chapter, listed, page

    @override
    def controls(self) -> Sequence[Widget]:
        theme = self.desk.theme
        field, chapter, listed, page = self.parts()
        typed = Field("search", field, theme, FieldSpec(self.query, _("Search"), 40))
        old = self.stage.find("search")
        typed.caret = old.caret if isinstance(old, Field) else typed.caret
        options = tuple(Option(key, words) for key, words in chapters().items())
        shown = "" if self.query else self.page
        return [
            typed,
            Segmented("page", chapter, theme, SegmentedSpec(options, shown)),
            self._list(listed),
            self._read(page),
            self.close_button(),
        ]

    def _list(self, place: Rect) -> ListBox:
        theme = self.desk.theme
        rows = tuple(
            Row(
                topic.key,
                topic.title,
                right=topic.aside if topic.chapter != "keys" and self._fits(topic.aside, place) else "",
                tip=": ".join(filter(None, (topic.title, topic.aside))),
            )
            for topic in self.found
        )
        nothing = (Row("none", _("Nothing in the help is called that."), faint=True),)
        keys = [topic for topic in self.found if topic.chapter == "keys" and topic.aside]
        caps = {topic.key: tuple(topic.aside.split(" · ")) for topic in keys}
        spec = ListSpec(rows or nothing, self.chosen, right_share=_ASIDE)
        box = KeyCaps("list", place, theme, spec, caps)
        old = self.stage.find("list")
        if isinstance(old, ListBox) and [row.key for row in old.spec.rows] == [row.key for row in rows]:
            box.first = old.first
            box.scroll(0)
        else:
            box.show(self.chosen)
        return box

    def _fits(self, aside: str, place: Rect) -> bool:
        """Tell whether a line's right side stands whole; the page says a longer one."""
        return text.width(self.desk.theme, aside, SECONDARY) <= round(place.w * _ASIDE)

    def _topic(self) -> Topic | None:
        return next((topic for topic in self.found if topic.key == self.chosen), None)

    def _read(self, place: Rect) -> Page:
        topic = self._topic()
        title = topic.title if topic else _("Nothing found")
        blocks = whole(topic, self.session) if topic else ()
        page = Page("reader", place, self.desk.theme, title, blocks)
        old = self.stage.find("reader")
        if isinstance(old, Page) and old.blocks == page.blocks:
            page.first = old.first
            page.scroll(0)
        return page

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name, action.subject:
            case "edit", "search":
                self.query, self.chosen = str(action.value), ""
            case "choose", "page":
                self.page, self.query = str(action.value), ""
            case (("select" | "open"), "list"):
                self.chosen = str(action.value)
            case "read", _:
                return None
            case "confirm", "search":
                self.stage.focus_on("list")
            case "help", _ if self.query and self.stage.focus == "search":
                self.stage.focus_on("list")  # what was typed stays
            case "help" | "keys", _:
                return Wish("close")
            case _:
                return super().take(action)
        self.lay()
        return None
