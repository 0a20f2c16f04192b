"""Four sliders that split the lab's compute as the player likes; the parts always make a hundred."""

from dataclasses import replace

import pygame

from race.core.words import percent
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import Slider, SliderSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SECONDARY, SMALLEST_TARGET, Theme
from race.ui.present.orders import split

PREFIX = "split."
"""What the names of the sliders begin with."""
_MOST = 0.5
"""Share of the room that sliders and note take at most, together."""


class Parts:
    """The split that is being chosen, and its sliders."""

    def __init__(self, session: Session) -> None:
        """Begin with the split that stands."""
        self.points = split.points(session)
        self._grabbed: split.Points | None = None
        """The split before the knob was taken that is being dragged: going back undoes all of it."""
        self._sliders: tuple[Slider, ...] = ()

    @staticmethod
    def _note() -> str:
        return _("What one gains, the largest of the others gives.")

    def _places(self, theme: Theme, room: Rect) -> tuple[Rect, list[Rect], Rect]:
        """Return the places of the note, of the sliders and of what stands under them.

        Where text is so large that little would be left, the note gives way.
        """
        side, gap, found = max(SMALLEST_TARGET, theme.px(30)), theme.px(3), list[Rect]()
        high = text.lines_height(theme, self._note(), SECONDARY, room.w) + theme.px(2)
        told = high + len(split.PARTS) * (side + gap) < room.h * _MOST
        note, rest = room.cut_top(high if told else 0)
        for _part in split.PARTS:
            place, rest = rest.cut_top(side, gap)
            found.append(place)
        return note, found, rest.cut_top(theme.px(8))[1]

    def under(self, theme: Theme, room: Rect) -> Rect:
        """Return the room that the sliders leave beneath them."""
        return self._places(theme, room)[2]

    def sliders(self, theme: Theme, room: Rect) -> tuple[Slider, ...]:
        """Return the sliders; one that is being dragged stays the same, with its new value."""
        old, found = {slider.name: slider for slider in self._sliders}, list[Slider]()
        places = self._places(theme, room)[1]
        for (part, words), point, place in zip(split.names().items(), self.points, places, strict=True):
            shown = write(percent(point * split.POINT))
            spec = SliderSpec(point, 0, split.WHOLE, split.STEP, shown, words)
            slider = old.get(PREFIX + part)
            if slider is None or slider.rect != place or slider.theme != theme:
                slider = Slider(PREFIX + part, place, theme, spec)
            slider.spec = replace(spec)
            found.append(slider)
        self._sliders = tuple(found)
        return self._sliders

    def draw(self, surface: pygame.Surface, theme: Theme, room: Rect) -> None:
        """Draw the note over the sliders."""
        note = self._places(theme, room)[0]
        if note.h:
            text.put_lines(surface, theme, note, self._note(), SECONDARY, colour=theme.palette.text3)

    def set(self, action: Action) -> None:
        """Let a part be what its slider asks for; the others make the hundred whole."""
        place = split.PARTS.index(action.subject.removeprefix(PREFIX))
        dragged = self._sliders[place].pressed
        self._grabbed = (self._grabbed or self.points) if dragged else None
        self.points = split.shifted(self._grabbed or self.points, place, int(action.value or 0))
