"""Everything the help can say, as topics that can be searched: read from the rulebook, the orders, the keys.

Nothing is written twice: a term brings its own sentence, formula and numbers, an order its own reason.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from race.core.ids import Kind as Holders
from race.core.outcome import lines_of
from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import Entry, entries
from race.core.terms.glossary import TERMS, explain, terms_with
from race.core.words import count
from race.session.heard.judged import made_out
from race.session.session import Session
from race.speech import _, labelled, number
from race.speech import quantity as write
from race.ui.present import figures, orders, owners
from race.ui.present.consequences import foresee
from race.ui.present.debrief.scored import line_names, part_names
from race.ui.present.guide import endings
from race.ui.present.guide.headings import HEADINGS
from race.ui.present.guide.keys import key_lines
from race.ui.present.guide.story import ahead_words, parts_words, story_words
from race.ui.present.guide.typeset import powers, typeset
from race.ui.present.guide.valued import high_of, low_of, value_of
from race.ui.present.opened.trait import NAMES, trait_line
from race.ui.present.orders.terms import terms_meanings, terms_names

Kind = Literal["lead", "warning", "text", "formula", "fact", "note", "head"]
ABOUT: Final = {
    "tesla.trust": "term.trust",
    "tesla.price": "term.price",
    "tesla.chips": "term.lead_time",
    "xai.cash": "term.revenue",
    "xai.chips": "term.training_flop",
    "xai.quality": "term.quality",
    "xai.users": "term.share",
    "xai.valuation": "term.valuation",
    "hall": "start.hall",
    "board": "start.terms",
    "terms": "start.terms",
    "chart": "start.ahead",
}
"""The topic that a control of the table is about, by the control's name."""
_SOUGHT: Final = ("terms", "orders", "start", "score", "keys", "numbers")
"""The chapters in the order in which a search lists them."""
_OF_A_KIND: Final = "owners.kinds."
"""How the path of a number begins that one kind of holders has; the kind follows."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a page: words, and for a fact the value at its right."""

    kind: Kind
    text: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the help: its chapter, its title, what stands at the right of its line, its blocks.

    `also` holds words by which it can be found too, though they are written only on the whole page.
    """

    key: str
    chapter: str
    title: str
    aside: str = ""
    blocks: tuple[Block, ...] = field(default=())
    also: str = ""

    def words(self) -> str:
        """Return all that a search looks through."""
        blocks = (f"{block.text} {block.right}" for block in self.blocks)
        return " ".join((self.title, self.aside, *blocks, self.also))


def chapters() -> dict[str, str]:
    """Return the chapters in words, in their order."""
    return {
        "start": _("The game"),
        "orders": _("Orders"),
        "terms": _("Words"),
        "score": _("The score"),
        "keys": _("Keys"),
        "numbers": _("Numbers"),
    }


def topics(session: Session, keys: "KeysNow") -> tuple[Topic, ...]:
    """Return every topic of a game, chapter by chapter; amounts and reasons are those of this month."""
    rules, every = session.view().board.rules, orders.orders(session)
    return (
        *_start(session, every),
        *_orders(every),
        *_terms(),
        _points(session),
        _endings(session),
        *_score(rules),
        *_keys(keys),
        *_numbers(rules),
    )


@dataclass(frozen=True, slots=True)
class KeysNow:
    """The key table as it is, as it was, and how a chord is printed; empty where no keys are."""

    now: dict[str, tuple[str, ...]] = field(default_factory=dict)
    usual: dict[str, tuple[str, ...]] = field(default_factory=dict)
    printed: Callable[[str], str] = str


def _start(session: Session, every: Sequence[orders.Order]) -> Iterator[Topic]:
    story = tuple(Block("text", words) for words in story_words())
    yield Topic("start.game", "start", _("The game in a minute"), blocks=story)
    names, meanings = terms_names(), terms_meanings()
    yield Topic(
        "start.terms",
        "start",
        _("Five ways to divert chips"),
        blocks=tuple(
            block
            for terms, words in names.items()
            for block in (Block("head", words), Block("text", meanings[terms]))
        ),
    )
    steps = tuple(Block("fact", f"{n}", words) for n, words in enumerate(owners.rung_names().values()))
    yield Topic("start.hall", "start", _("From a quiet hall to removal"), blocks=steps, also=_("ladder"))
    yield Topic("start.ahead", "start", _("The dashed lines"), blocks=(Block("text", ahead_words()),))
    yield Topic("start.parts", "start", _("Half a crate, any split"), blocks=(Block("text", parts_words()),))
    yield _traits()
    known = tuple(Block("text", words) for words in figures.attention_told(session))
    yield Topic("start.attention", "start", _("Attention"), blocks=known)
    groups = orders.group_names()
    listed = tuple(Block("fact", words, _given_now(every, key)) for key, words in groups.items())
    lead = Block(
        "text",
        _(
            "Every month you have a few points of attention. An order costs one or two of them, an open "
            "deal one more; what is left lapses."
        ),
    )
    yield Topic("start.orders", "start", _("What can be ordered"), blocks=(lead, *listed))


def _given_now(every: Sequence[orders.Order], group: str) -> str:
    """Return how many orders a group holds, and how many can be given now."""
    free = [not order.why_not for order in every if order.group == group]
    return _("{n} of {all} can be given now").format(n=write(count(sum(free))), all=write(count(len(free))))


def _orders(every: Sequence[orders.Order]) -> Iterator[Topic]:
    groups = orders.group_names()
    for order in every:
        now = order.why_not or _("It can be given now.")
        yield Topic(
            f"order.{order.key}",
            "orders",
            order.text,
            groups[order.group],
            (
                Block("text", now),
                Block("fact", _("Group"), groups[order.group]),
                Block("fact", _("Attention"), write(count(order.attention))),
            ),
        )


def _terms() -> Iterator[Topic]:
    for name, term in TERMS.items():
        heading, blocks = _(HEADINGS.get(name, name)), (Block("text", _(term.meaning)),)
        yield Topic(f"term.{name}", "terms", heading, blocks=blocks, also=_(term.unit))


def whole(topic: Topic, session: Session) -> tuple[Block, ...]:
    """Return all blocks of a topic; formulas and consequences are worked out only when they are read."""
    kind, _dot, name = topic.key.partition(".")
    if kind == "order":
        return (*topic.blocks, *_consequences(session, name))
    return _term(topic, name, session.view().board.rules) if kind == "term" else topic.blocks


def _consequences(session: Session, key: str) -> Iterator[Block]:
    """Yield what an order would do if it were given now, as the orders panel shows it."""
    order = next((order for order in orders.orders(session) if order.key == key), None)
    if order is None:
        return
    seen = foresee(session, order.command)
    yield Block("head", _("If it were given now"))
    yield Block("text", seen.line)
    for one in seen.numbers:
        if one.label != _("Attention"):  # the order's own lines have said it
            yield Block("fact", one.label, one.shown)
    for words in seen.warnings:
        yield Block("note", words)


def _term(topic: Topic, name: str, rules: Rulebook) -> tuple[Block, ...]:
    told = explain(TERMS[name], rules)
    found = [*topic.blocks, Block("head", _("As a formula ({unit})").format(unit=_(told.unit)))]
    for plain, filled in zip(told.lines, told.filled, strict=True):
        found.append(Block("formula", typeset(plain)))
        if filled != plain:
            found.append(Block("formula", typeset(f"= {filled.partition(' = ')[2]}")))
    found += [Block("fact", _(meaning), symbol) for symbol, meaning in told.given.items()]
    if told.numbers or told.related:
        found.append(Block("head", _("Numbers of the rulebook")))
        for entry in told.numbers:
            symbol = entry.path.rpartition(".")[2]
            found.append(Block("fact", powers(_(entry.meaning)), f"{symbol} = {value_of(entry)}"))
        found += [Block("fact", powers(_(entry.meaning)), value_of(entry)) for entry in told.related]
    found.append(Block("note", _("Source: {source}").format(source=_(told.source))))
    return tuple(found)


def _points(session: Session) -> Topic:
    """Return how the score is made: its parts, and what each line has brought so far and can bring."""
    words, lines = line_names(), lines_of(made_out(session))
    blocks = [Block("text", _("As if the game ended now, before the factor of its ending."))]
    for part, called in part_names().items():
        most = sum(line.most for line in lines[part])
        blocks.append(Block("head", labelled(called, _("up to {n}").format(n=number(most)))))
        blocks += [
            Block(
                "fact",
                words[line.key],
                _("{n} of {all}").format(n=number(line.points), all=number(line.most)),
            )
            for line in lines[part]
        ]
    whole = number(sum(line.most for part in lines.values() for line in part))
    return Topic(
        "score.points", "score", _("How the {n} points are made").format(n=whole), blocks=tuple(blocks)
    )


def _endings(session: Session) -> Topic:
    """Return every ending with what it asks for, in the order in which they are tried."""
    blocks = [Block("text", endings.lead())]
    for way in endings.ways(session):
        blocks += [Block("head", way.title), Block("text", way.sentence)]
        blocks += [Block("note", words) for words in way.asks]
        if way.leaves:
            blocks.append(Block("fact", _("Part of the score that counts"), way.leaves))
    return Topic("score.endings", "score", _("The endings, in their order"), blocks=tuple(blocks))


def _traits() -> Topic:
    """Return the founders that one can be, with what goes better and worse with each."""
    blocks = tuple(Block("text", trait_line(name)) for name in NAMES)
    return Topic("start.traits", "start", _("The founder's trait"), blocks=blocks)


def _score(rules: Rulebook) -> Iterator[Topic]:
    for entry in entries(rules).values():
        if entry.path.startswith("score."):
            yield _of_number(entry, "score")


def _numbers(rules: Rulebook) -> Iterator[Topic]:
    for entry in entries(rules).values():
        if not entry.path.startswith("score."):
            yield _of_number(entry, "numbers")


def _of_number(entry: Entry, chapter: str) -> Topic:
    bounds = _("from {low} to {high}").format(low=low_of(entry), high=high_of(entry))
    stands = ", ".join(_(HEADINGS.get(name, name)) for name in terms_with(entry.path))
    return Topic(
        f"number.{entry.path}",
        chapter,
        _meaning(entry),
        value_of(entry),
        (
            Block("fact", _("Value"), value_of(entry)),
            Block("fact", _("Bounds"), bounds),
            Block("fact", _("Name"), entry.path),
            *((Block("fact", _("It stands in"), stands),) if stands else ()),
            Block("note", _("Source: {source}").format(source=_(entry.source))),
        ),
    )


def _meaning(entry: Entry) -> str:
    """Return what a number means, with the kind of holders it is of where each kind has one."""
    words = powers(_(entry.meaning)).rstrip(".")
    if not entry.path.startswith(_OF_A_KIND):
        return words
    kind = Holders(entry.path.removeprefix(_OF_A_KIND).partition(".")[0])
    return labelled(owners.kind_names()[kind], words)


def _keys(keys: KeysNow) -> Iterator[Topic]:
    for line in key_lines(keys.now, keys.usual, keys.printed):
        shown = " · ".join(line.shown)
        yield Topic(
            f"key.{line.name}",
            "keys",
            line.words,
            shown,
            (Block("fact", _("Key"), shown), Block("note", _("Every key can be changed in the settings."))),
        )


def search(every: tuple[Topic, ...], query: str, chapter: str = "") -> tuple[Topic, ...]:
    """Return the topics in which words begin with those of the query.

    Those with them in the title come first, then chapter by chapter; the rulebook's numbers come last.

    Args:
        every: all topics.
        query: what was typed; empty for all of the chapter.
        chapter: only this chapter while nothing is typed.
    """
    parts = [_beginning(part) for part in plain(query).split()]
    if not parts:
        return tuple(topic for topic in every if topic.chapter == chapter or not chapter)
    ranked = []
    for place, topic in enumerate(every):
        title, words = plain(topic.title), plain(topic.words())
        if all(part.search(words) for part in parts):
            inside = all(part.search(title) for part in parts)
            starts = inside and parts[0].match(title) is not None
            chapter_place = _SOUGHT.index(topic.chapter)
            rank = topic.chapter == "numbers", not inside, chapter_place, not starts, place
            ranked.append((rank, topic))
    return tuple(topic for _rank, topic in sorted(ranked, key=lambda pair: pair[0]))


def _beginning(part: str) -> re.Pattern[str]:
    """Return a pattern that finds a part of a query where a word begins."""
    return re.compile((r"(?<![^\W_])" if part[0].isalnum() else "") + re.escape(part))


def plain(words: str) -> str:
    """Return words without capitals and accents, as a search compares them.

    >>> plain("Échéance")
    'echeance'
    """
    parted = unicodedata.normalize("NFKD", words.replace("\u2019", "'"))
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).casefold()
