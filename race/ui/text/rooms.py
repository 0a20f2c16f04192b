"""The rooms in the text game: the same pages as in the window, lines numbered; a number opens its line."""

from collections.abc import Iterator

from race.speech import _, labelled
from race.ui.present.ahead.chance import in_last_year
from race.ui.present.orders import orders, split
from race.ui.present.rooms import plan
from race.ui.present.rooms.doors import PAGES
from race.ui.present.rooms.page import Page, Table, told
from race.ui.text.table import Table as Game
from race.ui.text.table import Unclear, numbered
from race.ui.text.vocabulary import nearest

_USAGE = "room chips 3"


def room(table: Game, words: list[str]) -> Iterator[str]:
    """Yield the plan of all rooms, a room's page, or one of its lines opened."""
    if not words:
        yield from _plan(table)
        return
    if words[0] not in PAGES:
        near = nearest(words[0], tuple(PAGES))
        raise Unclear(
            _("room opens {known}; for example: room {near}.").format(known=", ".join(PAGES), near=near)
        )
    page = PAGES[words[0]](table.session)
    if len(words) == 1:
        yield from page_lines(page)
        if page.name == "score" and in_last_year(table.session):
            yield _("How often it ends so: the word forecast plays futures to the end and counts them.")
        return
    lines = page.lines()
    line = lines[numbered(words[1:], len(lines), _USAGE)]
    yield " · ".join(line.cells)
    for said in told(table.session, line):
        yield f"  {said.words}  {said.shown}".rstrip()
    if line.leads:
        now = " ".join(map(str, split.points(table.session)))
        yield "  " + _("To split it as you like: split {now}").format(now=now)
    if line.order is not None and not line.order.why_not:
        place = [order.key for order in orders(table.session)].index(line.order.key)
        yield "  " + _("To give this order: do {n}").format(n=place + 1)


def _plan(table: Game) -> Iterator[str]:
    notes = plan.notes(table.session)
    for wing, title in plan.WINGS.items():
        yield labelled(_(title), "").rstrip()
        for one in plan.in_wing(wing):
            note = f" ({notes[one.name]})" if one.name in notes else ""
            yield f"  {labelled(_(one.title) + note, _(one.told))}"


def page_lines(page: Page) -> Iterator[str]:
    """Yield a room: title, lead, head figures, and its tables with their lines numbered through."""
    yield page.title
    yield f"  {page.lead}"
    for figure in page.figures:
        yield f"  {labelled(figure.label, figure.shown)}"
    start = 1
    for table in page.tables():
        yield from table_lines(table, start)
        start += len(table.lines)


def table_lines(table: Table, start: int) -> Iterator[str]:
    """Yield a table with its lines numbered from `start`."""
    yield f"{table.title} ({table.note})" if table.note else table.title
    if not table.lines:
        yield f"  {table.empty}"
        return
    cells = [table.heads, *(line.cells for line in table.lines)]
    wide = [max(len(row[place]) for row in cells) for place in range(len(table.heads))]
    for number, row in enumerate(cells, start=start - 1):
        mark = f"{number:>3}. " if row is not table.heads else "     "
        told = [
            row[0].ljust(wide[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True)),
        ]
        yield mark + "  ".join(told).rstrip()
