"""Draws what the debrief says before anything is chosen: the end in one line, a quotation, four figures."""

import pygame

from race.session.session import Session
from race.speech import _, in_quotes
from race.ui.kit import text
from race.ui.kit.layout import Rect, columns, rows
from race.ui.kit.theme import (
    BODY,
    BODY_BOLD,
    BODY_LARGE,
    DEBRIEF,
    EYEBROW,
    HEADLINE,
    PANEL,
    SECONDARY,
    SECTION,
    Ink,
    Theme,
)
from race.ui.kit.widgets import panel
from race.ui.present.debrief.verdict import Card, Verdict, eyebrow
from race.ui.present.opened.file import Filed

_SIZES = (DEBRIEF, HEADLINE, PANEL, SECTION, BODY_BOLD)


def paint_head(surface: pygame.Surface, theme: Theme, head: Rect, session: Session, end: Verdict) -> None:
    """Draw ending, date, headline and, where there is room, the sentence."""
    palette = theme.palette
    first, rest = head.cut_top(text.line_height(theme, EYEBROW))
    when = _fitting(theme, eyebrow(session, end.title), first.w)
    text.put_spaced(surface, theme, first, when, EYEBROW, colour=palette.text2)
    sentence = sentence_height(theme)
    roomy = rest.h >= sentence + text.line_height(theme, DEBRIEF)
    third, second = rest.cut_bottom(sentence) if roomy else (None, rest)
    fitting = [kind for kind in _SIZES if text.line_height(theme, kind) <= second.h] or [BODY_BOLD]
    kind = text.fit_type(theme, end.headline, tuple(fitting), second.w)
    text.put(surface, theme, second, end.headline, kind)
    if third is not None:
        whole = text.width(theme, end.sentence, BODY_LARGE) <= third.w
        told = BODY_LARGE if whole else SECONDARY
        text.put_lines(surface, theme, third, end.sentence, told, colour=palette.text2)


def _fitting(theme: Theme, parts: tuple[str, ...], room: int) -> str:
    """Return as many parts of the line over the headline as there is room for, at least the first."""
    lines = [" · ".join(parts[:n]) for n in range(len(parts), 0, -1)]
    return next((line for line in lines if text.spaced_width(theme, line, EYEBROW) <= room), lines[-1])


def sentence_height(theme: Theme) -> int:
    """Return the height of the sentence under the headline: one line, or two smaller ones."""
    return max(text.line_height(theme, BODY_LARGE), 2 * text.line_height(theme, SECONDARY))


def paint_quote(surface: pygame.Surface, theme: Theme, place: Rect, quote: Filed | None) -> None:
    """Write a line of the file, if there is one and room for it."""
    if quote is None:
        return
    palette = theme.palette
    said, below = in_quotes(quote.words), _("From your file, {date}").format(date=quote.date)
    lines = text.wrap(theme, said, BODY, place.w)
    line = text.line_height(theme, BODY)
    if line * len(lines) + text.line_height(theme, SECONDARY) > place.h:
        return
    words, rest = place.cut_top(line * len(lines))
    text.put_lines(surface, theme, words, said, BODY, colour=palette.text2, align="right")
    row = rest.cut_top(text.line_height(theme, SECONDARY))[0]
    text.put(surface, theme, row, below, SECONDARY, colour=palette.text3, align="right")


def paint_cards(surface: pygame.Surface, theme: Theme, place: Rect, cards: tuple[Card, ...]) -> None:
    """Draw the four figures: in a row, or two by two where the room is high."""
    gap = theme.px(12)
    high = place.h > 3 * text.line_height(theme, HEADLINE) + theme.px(60)
    if high:
        spots = [spot for row in rows(place, [1.0] * 2, gap) for spot in columns(row, [1.0] * 2, gap)]
    else:
        spots = columns(place, [1.0] * len(cards), gap)
    for card, spot in zip(cards, spots, strict=True):
        _paint_card(surface, theme, spot, card)


def _paint_card(surface: pygame.Surface, theme: Theme, place: Rect, card: Card) -> None:
    palette = theme.palette
    inks = {"lab": palette.lab, "carmaker": palette.car, "owners": palette.bad, "word": palette.text2}
    panel(surface, theme, place, inks[card.side])
    inner = place.pad(theme.px(18), theme.px(10))
    top, low = inner.cut_top(text.line_height(theme, SECONDARY))
    text.put(surface, theme, top, card.label, SECONDARY, colour=palette.text2)
    room = low.w - text.width(theme, card.note, SECONDARY) - theme.px(10)
    kind = text.fit_type(theme, card.figure, (HEADLINE, PANEL, SECTION, BODY_BOLD), room)
    figure = text.put(surface, theme, low, card.figure, kind).shown
    note = low.cut_left(text.width(theme, figure, kind), theme.px(10))[1]
    ink: Ink = palette.text2 if card.good is None else palette.good if card.good else palette.bad
    text.put(surface, theme, note, card.note, SECONDARY, colour=ink, align="right")
