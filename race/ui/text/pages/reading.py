"""The papers in the text game: three of them, then what is heard at the rivals' and in the hall."""

from collections.abc import Iterator

from race.core.words import month
from race.speech import _, quantity
from race.ui.present.papers.front import FrontPage, front_pages
from race.ui.text.table import Table, Unclear


def papers(table: Table, words: list[str]) -> Iterator[str]:
    """Yield the latest papers, or those of so many months ago (`papers 1` is the month before).

    Raises Unclear for a month that has no papers.
    """
    pages = front_pages(table.session)
    if not pages:
        yield _("The papers have not come out yet.")
        return
    back = int(words[0]) if words and words[0].isdecimal() else 0
    if back >= len(pages):
        first, last = quantity(month(pages[0].month)), quantity(month(pages[-1].month))
        raise Unclear(
            _("There are no papers of that month; the first is {first}, the last {last}.").format(
                first=first, last=last
            )
        )
    yield from _page(pages[-1 - back])


def _page(page: FrontPage) -> Iterator[str]:
    yield _("The papers of {date}").format(date=page.date)
    for column in page.columns:
        words = _("{name} {motto}.") if column.name.endswith("!") else _("{name}. {motto}.")
        yield words.format(name=column.name, motto=column.motto)
        yield f"  {column.lead}"
        yield from (f"  - {line}" for line in column.small)
    yield from (f"  {heard.text}" for heard in (*page.rivals, *page.hall))
