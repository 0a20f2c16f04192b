"""A month's papers: the same lead in three tempers, each paper's own choice beneath, voices, grumbles.

An edition holds sentences, so that it is the same in every language.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from race.core.formulas.race.temper import mood_of
from race.core.ids import KINDS, RIVALS, Ending, Firm, Kind, Mood
from race.core.rulebook.race import RaceRules
from race.core.words import Name, Sentence
from race.session.session import Report, Session
from race.ui.present.papers import facts
from race.ui.present.papers.facts import Fact, facts_of, standing
from race.ui.present.papers.picking import Drawers, mixed
from race.ui.present.papers.voices.hall import GRUMBLES, HINTS
from race.ui.present.papers.voices.remarks import REMARKS
from race.ui.present.papers.voices.rivals import VOICES
from race.ui.present.papers.wording import HEADLINES, LAST_PAGES, SMALL_NEWS

PAPERS: Final = ("ledger", "charge", "saddle")
"""The business daily, the drivers' paper, the technical gazette: keys, in the order of the columns."""
ITEMS: Final = 4
"""Headlines of a paper in a month, the lead among them."""
_FAVOURITES: Final = {
    "ledger": {facts.MONEY: 22, facts.COURT: 14, facts.OWNERS: 8},
    "charge": {facts.OWNERS: 12, facts.WORKS: 16, facts.MONEY: 6},
    "saddle": {facts.RACE: 22, facts.WORKS: 12},
}
"""What each paper likes to print, in points of weight."""
_STALE: Final = 7
"""Points of weight that a kind of story loses each time a paper has printed it."""
_STALE_MOST: Final = 42
_LOW, _HIGH = 380_000, 560_000
"""Trust of a kind of holder below which it grumbles, and from which it is pleased, ppm."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One headline: kind of story, the words."""

    kind: str
    words: Sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody says: a lab's or a kind of holder's key, and the words."""

    speaker: str
    words: Sentence


@dataclass(frozen=True, slots=True)
class Edition:
    """The papers of one month: a column for each of `PAPERS`, the lead first."""

    month: int
    columns: tuple[tuple[Headline, ...], ...]
    voices: tuple[Voice, ...]
    grumbles: tuple[Voice, ...]
    big: bool
    """Whether the lead is worth opening the papers for."""


def editions(session: Session) -> tuple[Edition, ...]:
    """Return every month's papers since the opening, the latest last."""
    rules = session.view().board.rules.race
    return tuple(printed(session.reports, session.seed, rules, session.ending))


def printed(
    reports: Sequence[Report], seed: int, rules: RaceRules, ending: Ending | None = None
) -> Iterator[Edition]:
    """Yield the papers of each month that was played (the opening has none), the last with the ending.

    The same reports and seed always give the same papers.
    """
    drawers, seen = Drawers(seed), set[str]()
    for place, report in enumerate(reports):
        if not place:
            continue
        found = facts_of(report)
        seen_before = frozenset(seen)
        seen.update(fact.kind for fact in found)
        if ending is not None and place == len(reports) - 1:
            found = (Fact(_last_page(ending, found), facts.OWNERS, 100, standing(report)), *found)
        columns = tuple(_column(paper, found, report, drawers) for paper in PAPERS)
        yield Edition(
            month=report.month,
            columns=columns,
            voices=tuple(_voices(found, report, rules, drawers)),
            grumbles=tuple(_grumbles(found, report, drawers, suspects=not seen.isdisjoint(_KNOWN))),
            big=bool(found) and _big(found[0], seen_before),
        )


def _last_page(ending: Ending, found: Sequence[Fact]) -> str:
    """Return the kind of the last front page: who is out of votes, not voted out, has one of its own."""
    sold = any(fact.kind == "seized" for fact in found)
    voted = any(fact.kind == "keep.lost" for fact in found)
    return "end.seized" if ending is Ending.REMOVED and sold and not voted else f"end.{ending}"


def _big(lead: Fact, seen: Collection[str]) -> bool:
    """Tell whether a lead is worth opening the papers for: the worst always, other big ones at first."""
    return lead.weight >= facts.BIGGEST or (lead.weight >= facts.BIG and lead.kind not in seen)


# -- columns --------------------------------------------------------------------------------------


def _column(paper: str, found: Sequence[Fact], report: Report, drawers: Drawers) -> tuple[Headline, ...]:
    """Return the month in one paper: the common lead, then what it likes best; small news fill up."""
    chosen = [*found[:1], *_liked(paper, found[1:], drawers)][:ITEMS]
    lines = [_headline(paper, fact, drawers) for fact in chosen]
    while len(lines) < ITEMS:
        words = drawers.take(f"{paper} quiet", SMALL_NEWS[PAPERS.index(paper)])
        lines.append(Headline(facts.QUIET, Sentence(words, standing(report))))
    return tuple(lines)


def _liked(paper: str, found: Sequence[Fact], drawers: Drawers) -> list[Fact]:
    """Return facts in the order in which a paper would print them; what it printed often is stale."""
    likes = _FAVOURITES[paper]

    def worth(fact: Fact) -> int:
        stale = min(_STALE_MOST, _STALE * drawers.taken(f"{paper} {fact.kind}"))
        return fact.weight + likes.get(fact.desk, 0) - stale

    ranked = sorted(found, key=lambda fact: -worth(fact))
    return [fact for fact in ranked if worth(fact) > 0]


def _headline(paper: str, fact: Fact, drawers: Drawers) -> Headline:
    wordings = HEADLINES.get(fact.kind) or LAST_PAGES[fact.kind]
    words = drawers.take(f"{paper} {fact.kind}", wordings[PAPERS.index(paper)])
    return Headline(fact.kind, Sentence(words, fact.values))


# -- voices ---------------------------------------------------------------------------------------

_SHAMED: Final = ("leak", "leak.thing", "refuted", "denied")
_JUDGED: Final = ("suit", "injunction", "ruling.lost", "ruling.paid", "keep.lost")
_OCCASIONS: Final = (
    ("owners", (*_SHAMED, *_JUDGED)),
    ("behind", ("release.own", "milestone.own", "lead.own", "claim.own")),
    ("chips", ("power.own", "ground.own", "delivered.own", "filing", "filing.lease", "passed", "told")),
    ("money", ("round.own", "round.rival", "stake", "pledged", "money.won")),
    ("people", ("people", "people.in", "people.out")),
)
"""What rivals speak about: the occasion, and the kinds of story that give it, the rarest first."""


_OVERTAKEN: Final = (Mood.PRESSED, Mood.ALARMED)
"""Moods in which a rival speaks of the lab's release as of one that has beaten its own."""


def _voices(found: Sequence[Fact], report: Report, rules: RaceRules, drawers: Drawers) -> Iterator[Voice]:
    """Yield what one rival says this month, and a second one when there is something to speak about."""
    kinds = {fact.kind for fact in found}
    given = [occasion for occasion, wanted in _OCCASIONS if kinds.intersection(wanted)]
    if given:
        given.append("quiet")
    speakers = sorted(
        (line.firm for line in report.league if line.firm in RIVALS),
        key=lambda firm: mixed(drawers.seed, "voice", report.month, firm.value),
    )
    given.sort(key=lambda occasion: drawers.taken(f"voice {occasion}"))
    for firm, occasion in zip(speakers, (given or ["quiet"])[:2], strict=False):
        drawers.note(f"voice {occasion}")
        mood = _mood(report, firm, rules)
        unbeaten = occasion == "behind" and mood in _OVERTAKEN and _ahead_of_the_lab(report, firm)
        about = "quiet" if unbeaten else occasion  # who is ahead of the lab was not passed by it
        words = drawers.take(f"{mood} {about}", VOICES[mood][about])
        yield Voice(firm.value, Sentence(words, standing(report) | {"firm": Name(firm)}))


def _ahead_of_the_lab(report: Report, firm: Firm) -> bool:
    order = [line.firm for line in report.league]
    return Firm.XAI not in order or order.index(firm) < order.index(Firm.XAI)


def _mood(report: Report, firm: Firm, rules: RaceRules) -> Mood:
    """Return a rival's mood as anybody can read it from the published league."""
    scores = {line.firm: line.elo_published for line in report.league}
    others = max((score for other, score in scores.items() if other is not firm), default=0.0)
    return mood_of(rules, others - scores[firm])


# -- the hall -------------------------------------------------------------------------------------

_STIRRED: Final = (
    ("broken", ("promise.missed", "promise.printed", "refuted", "autonomy.slips")),
    ("taken", ("leak", "leak.thing", "filing", "filing.lease", "told", "passed", "called_back")),
    ("court", ("suit", "discovery", "ruling.lost", "ruling.paid", "injunction", "settled")),
    ("kept", ("promise.kept", "autonomy")),
    ("mended", ("given_back", "sorry")),
    ("voted", ("keep.won", "keep.lost", "money.won", "money.lost", "limits.won", "vote.won", "vote.lost")),
    ("paper", ("earnings.up", "earnings.down", "bought_back", "stake", "pledged", "seized")),
)
"""What makes the hall talk whatever the kind of holder: the occasion and its kinds of story."""
_KNOWN: Final = frozenset(
    (
        *(
            "leak",
            "leak.thing",
            "filing",
            "filing.lease",
            "told",
            "told.voted",
            "passed",
            "refuted",
            "denied",
        ),
        *("excuse.true", "excuse.weak", "sorry", "given_back", "called_back"),
    )
)
"""Kinds of story after which the hall may speak of chips as taken."""


def _grumbles(found: Sequence[Fact], report: Report, drawers: Drawers, *, suspects: bool) -> Iterator[Voice]:
    """Yield what a kind of holder says at its level of trust, and a remark on what has happened.

    `suspects`: whether the papers have told of something that was taken; before, nobody hints at it.
    """
    present = [kind for kind in KINDS if kind in report.camps]
    if not present:
        return
    order = sorted(
        present, key=lambda kind: mixed(drawers.seed, "hall", report.month // len(KINDS), kind.value)
    )
    speaker = order[report.month % len(order)]
    level = _level(report.camps[speaker])
    values = standing(report)
    words = drawers.take(f"{speaker} {level}", GRUMBLES[speaker][level])
    while words in HINTS and not suspects:
        words = drawers.take(f"{speaker} {level}", GRUMBLES[speaker][level])
    yield Voice(speaker.value, Sentence(words, values))
    kinds = {fact.kind for fact in found}
    stirred = next((occasion for occasion, wanted in _STIRRED if kinds.intersection(wanted)), None)
    others = [kind for kind in order if kind not in (speaker, Kind.SHORT)]
    if stirred is not None and others:
        words = drawers.take(stirred, REMARKS[stirred])
        yield Voice(others[report.month % len(others)].value, Sentence(words, values))


def _level(trust: int) -> str:
    return "low" if trust < _LOW else "high" if trust >= _HIGH else "middle"
