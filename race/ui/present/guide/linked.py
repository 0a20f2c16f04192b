"""What the words of a receipt open into: a term of the help, its numbers, and the terms they stand in.

Each is a small page of lines, and each line may open the next page.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry, entries
from race.core.terms.glossary import TERMS, explain, terms_with
from race.core.words import N_
from race.session.session import Session
from race.speech import _
from race.ui.present.guide.headings import HEADINGS
from race.ui.present.guide.valued import value_of

MOST: Final = 5
"""Numbers of a term that a small page holds; the help has them all."""
_CAUSES: Final = {
    N_("Word of mouth"): "trust",
    N_("Old convictions"): "trust",
    N_("Change of owners"): "trust",
    N_("The share price"): "price",
    N_("Luck of the market"): "price",
    N_("The sector"): "price",
    N_("Shares sold in anger"): "price",
    N_("{quantity} chips taken silently"): "seen",
    N_("{quantity} chips swapped"): "seen",
    N_("{quantity} chips sold to the lab"): "seen",
    N_("{quantity} chips handed over in public"): "seen",
    N_("{quantity} chips leased to the lab"): "seen",
    N_("New promise: {about}, due {due}"): "promise",
    N_("Promise kept: {about}, due {due}"): "promise",
    N_("Promise missed: {about}, due {due}"): "promise",
    N_("Wages"): "wages",
    N_("Rented cloud"): "cloud_bill",
    N_("Round of equity"): "round",
    N_("Interest on debt"): "interest",
    N_("Loan on chips"): "interest",
    N_("Paid by firms"): "business",
    N_("Paid by users"): "revenue",
    N_("Deposit for chips"): "promised_wait",
    N_("Talk about a new release"): "novelty",
    N_("Quality, against what others offer"): "share",
    N_("Price, against what others ask"): "share",
    N_("More people use such services"): "users",
    N_("Revenue of a year, many times over"): "valuation",
    N_("Chips that run"): "valuation",
    N_("Chips on their way"): "booked",
    N_("New release"): "quality",
    N_("Votes that show the truth"): "score_error",
    N_("Delivered by the chipmaker"): "lead_time",
}
"""The term behind each cause of a receipt."""
_GAP: Final = re.compile(r"\\{\w+\\}")


@dataclass(frozen=True, slots=True)
class Linked:
    """One line of a page: words, a value at the right, and the key of the page that it opens, if any."""

    words: str
    shown: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One small page: its title, the value at the title's right, its lines."""

    title: str
    shown: str
    lines: tuple[Linked, ...]


def opened_by(cause: str) -> str:
    """Return the key of the page that a cause of a receipt opens, as it is written; empty for none."""
    found = (f"term.{term}" for words, term in _CAUSES.items() if _pattern(_(words)).fullmatch(cause))
    return next(found, "")


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    """Return how a cause stands on a receipt: its words as they are spoken, with anything in their gaps."""
    return re.compile(_GAP.sub(".+", re.escape(words)))


@lru_cache(maxsize=2)
def _numbers(rules: Rulebook) -> dict[str, Entry]:
    """Return the numbers of a rulebook by their paths, to be read only: a page asks for one of hundreds."""
    return entries(rules)


def page(session: Session, key: str) -> Page | None:
    """Return the page of a key, `term.` or `number.` with its name; None for anything else."""
    kind, _dot, name = key.partition(".")
    rules = session.view().board.rules
    if kind == "term" and name in TERMS:
        told = explain(TERMS[name], rules)
        numbers = (*told.numbers, *told.related)
        lines = [Linked(_(told.meaning)), *(Linked(line) for line in told.filled)]
        lines += [
            Linked(_(entry.meaning), value_of(entry), f"number.{entry.path}") for entry in numbers[:MOST]
        ]
        return Page(_(HEADINGS.get(name, name)), "", tuple(lines))
    known = _numbers(rules)
    if kind != "number" or name not in known:
        return None
    stands = [Linked(_(HEADINGS.get(term, term)), "", f"term.{term}") for term in terms_with(name)]
    lines = [Linked(_(known[name].meaning))]
    lines += [Linked(_("It stands in")), *stands] if stands else []
    return Page(_("A number of the rulebook"), value_of(known[name]), tuple(lines))
