"""The front page in the reader's language: three columns, what rivals say, what the hall says."""

from dataclasses import dataclass

from race.core.ids import Kind
from race.core.words import month
from race.session.session import Session
from race.speech import _, name, quantity, speak
from race.ui.present.owners import kind_names
from race.ui.present.papers.editions import PAPERS, Edition, editions


@dataclass(frozen=True, slots=True)
class Column:
    """One paper of a month: its key, name, motto, the lead, and smaller headlines."""

    key: str
    name: str
    motto: str
    lead: str
    small: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said: a lab's or a kind of holder's key, and the whole line in words."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A month's papers to be read: the date, three columns, voices of rivals and of the hall."""

    month: int
    date: str
    columns: tuple[Column, ...]
    rivals: tuple[Heard, ...]
    hall: tuple[Heard, ...]
    big: bool


def paper_names() -> dict[str, tuple[str, str]]:
    """Return each paper's name and motto, in the order of the columns."""
    ledger = (_("The Wharf Ledger"), _("Counted daily"))
    charge = (_("Full Charge!"), _("The paper with a horn"))
    saddle = (_("The Saddle Point"), _("A gazette with error bars"))
    return dict(zip(PAPERS, (ledger, charge, saddle), strict=True))


def front_pages(session: Session) -> tuple[FrontPage, ...]:
    """Return the front page of every month that was played, the latest last."""
    return tuple(map(page_of, editions(session)))


def page_of(edition: Edition) -> FrontPage:
    """Return an edition in the reader's language."""
    columns = tuple(
        Column(key, title, motto, *_lines([speak(line.words) for line in column]))
        for (key, (title, motto)), column in zip(paper_names().items(), edition.columns, strict=True)
    )
    kinds = kind_names()
    return FrontPage(
        month=edition.month,
        date=quantity(month(edition.month)),
        columns=columns,
        rivals=tuple(
            Heard(
                voice.speaker,
                _("Somebody at {firm}: “{words}”").format(firm=name(voice.speaker), words=speak(voice.words)),
            )
            for voice in edition.voices
        ),
        hall=tuple(
            Heard(
                voice.speaker,
                _("{kind}, in the hall: “{words}”").format(
                    kind=kinds[Kind(voice.speaker)], words=speak(voice.words)
                ),
            )
            for voice in edition.grumbles
        ),
        big=edition.big,
    )


def _lines(told: list[str]) -> tuple[str, tuple[str, ...]]:
    return told[0], tuple(told[1:])
