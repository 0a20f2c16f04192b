"""A list of what can be ordered: before the points it costs, each line says the first thing it would do."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import text
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, LABEL, SECONDARY_BOLD, Ink, Theme, Type
from race.ui.kit.widgets import Row

_SMALL = Type(11)


@dataclass(frozen=True, slots=True)
class Offer:
    """The first thing an order would do: its name, its figure, and the figure's colour."""

    label: str
    shown: str
    ink: Ink


class Offers(ListBox):
    """Chosen like a list; name and figure give way where the words need their room."""

    def __init__(
        self, name: str, rect: Rect, theme: Theme, spec: ListSpec, offers: Mapping[str, Offer]
    ) -> None:
        """Place the list; `offers` by the keys of its rows."""
        super().__init__(name, rect, theme, spec)
        self.offers = offers
        self._figures = max([text.width(theme, each.shown, SECONDARY_BOLD) for each in offers.values()] + [0])

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        super().draw_row(surface, row, place)
        offer, theme = self.offers.get(row.key), self.theme
        words = self._cells(place, row)[1]
        used = text.width(theme, row.text, BODY) + theme.px(12)
        if offer is None or used + self._figures > words.w:  # all lines of one kind give way together
            return
        wide = text.width(theme, offer.shown, SECONDARY_BOLD)
        figure, rest = words.cut_right(wide, theme.px(10))
        named = rest.cut_left(used)[1]
        kind = text.fit_type(theme, offer.label, (LABEL, _SMALL), named.w)
        if text.width(theme, offer.label, kind) > named.w:  # a number without its word says nothing
            return
        text.put(surface, theme, figure, offer.shown, SECONDARY_BOLD, colour=offer.ink, align="right")
        text.put(surface, theme, named, offer.label, kind, colour=theme.palette.text3, align="right")

    @override
    def _cells(self, place: Rect, row: Row) -> tuple[Rect, Rect, Rect, Rect]:
        """Give all open lines the same right column, so that the figures stand under each other.

        What a closed line says there may be longer: its own figure makes room for that, not all the others.
        """
        theme, most = self.theme, place.w * self.spec.right_share
        alike = [each.right for each in self.spec.rows if not each.faint]
        wide = self._widest([*alike, row.right], most)
        right, rest = place.cut_right(wide, theme.px(12))
        icon, words = rest.cut_left(theme.px(18), theme.px(8))
        return icon, words, Rect(words.right, place.y, 0, place.h), right
