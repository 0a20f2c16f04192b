"""Pieces of the page: figures, tables, legends and verdicts, each escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from race.study.balance import told
from race.study.balance.measures import IN, OUT, UNSETTLED

_SIGNS: Final = {IN: ("in", "✓"), OUT: ("out", "✕"), UNSETTLED: ("open", "?")}


def figure(title: str, how: str, drawing: str, under: str = "") -> str:
    """Return a chart with what it says and how to read it."""
    below = f"<p>{escape(how)}</p>" if how else ""
    return f"<figure><figcaption><h3>{escape(title)}</h3>{below}</figcaption>{drawing}{under}</figure>"


def cards(figures: Iterable[str], *, small: bool = False) -> str:
    """Return figures side by side where there is room."""
    return f'<div class="cards{" small" if small else ""}">{"".join(figures)}</div>'


def section(title: str, lead: str, *parts: str) -> str:
    """Return a section with its heading and a first sentence."""
    return f"<section><h2>{escape(title)}</h2><p class='quiet'>{escape(lead)}</p>{''.join(parts)}</section>"


def verdict(word: str) -> str:
    """Return a verdict as a sign and a word.

    >>> verdict("in")
    '<span class="verdict in"><b aria-hidden="true">✓</b>in</span>'
    """
    css, sign = _SIGNS[word]
    return f'<span class="verdict {css}"><b aria-hidden="true">{sign}</b>{escape(told.verdict(word))}</span>'


def legend(entries: Iterable[tuple[str, str]]) -> str:
    """Return a legend of (colour's name, words)."""
    items = "".join(
        f'<li><i style="background:var(--{colour})"></i>{escape(words)}</li>' for colour, words in entries
    )
    return f'<ul class="legend">{items}</ul>'


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], css: str = "") -> str:
    """Return a table; cells are HTML already, headings are words. On a phone a cell names its column."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(
        "<tr>" + "".join(_cell(place, headings[place], cell) for place, cell in enumerate(row)) + "</tr>"
        for row in rows
    )
    inner = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="wide"><table class="{css}">{inner}</table></div>'


def _cell(place: int, heading: str, cell: str) -> str:
    named = (
        f' data-is="{escape(heading, quote=True)}"'
        if place and heading and cell and not cell.startswith("<")
        else ""
    )
    return f"<td{named}>{cell}</td>"
