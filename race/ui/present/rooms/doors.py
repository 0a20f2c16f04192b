"""Every room that is a page, by its name in the plan."""

from collections.abc import Callable
from typing import Final

from race.session.session import Session
from race.ui.present.rooms.books import books
from race.ui.present.rooms.cases import press
from race.ui.present.rooms.chips import order_book
from race.ui.present.rooms.counts import counts
from race.ui.present.rooms.owners import hall
from race.ui.present.rooms.page import Page
from race.ui.present.rooms.people import people
from race.ui.present.rooms.word import word

PAGES: Final[dict[str, Callable[[Session], Page]]] = {
    "books": books,
    "chips": order_book,
    "people": people,
    "hall": hall,
    "promises": word,
    "cases": press,
    "score": counts,
}
"""What each page shows."""
