"""Opinion leaders: the holders whom most others hear, by name, with what they think and who still listens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from race.core.formulas.owners.ballots import adviser_against, leaning_yes, theta
from race.core.formulas.owners.holders import heard_by, kind_edges, listeners
from race.core.ids import KINDS, PPM, Ballot, Kind
from race.core.view import FounderView
from race.core.words import N_, count, percent
from race.session.session import Session
from race.speech import _, name, plural, speak
from race.speech import quantity as write
from race.ui.present.figures import Said
from race.ui.present.opened.kinds import about, felt_by
from race.ui.present.owners import DISTRUSTING, TRUSTING, kind_names

EACH: Final = 2
"""Leaders of each kind of holder."""
_PEOPLE: Final = (Kind.FANS, Kind.RETAIL)
_SAY: Final = {
    ("people", "trusting"): (
        N_("You have been late before. I bought more each time."),
        N_("I never read the notes. I look at who signs them."),
    ),
    ("people", "wavering"): (
        N_("I would like to be told first, for once."),
        N_("I still hold. I have stopped telling my brother to."),
    ),
    ("people", "distrusting"): (
        N_("I read your promises with my hand over the date."),
        N_("I am waiting for a good day to leave."),
    ),
    ("funds", "trusting"): (
        N_("Our committee asks about you, and then moves on."),
        N_("The thesis holds. So do we."),
    ),
    ("funds", "wavering"): (
        N_("We have put you on the list that we read twice."),
        N_("We vote with you, and write down why."),
    ),
    ("funds", "distrusting"): (
        N_("Our counsel reads your letters before we do."),
        N_("We have stopped asking what, and ask who."),
    ),
}
"""What a leader says, by who it is and by the camp it is in."""


@dataclass(frozen=True, slots=True)
class Leader:
    """One holder whom many hear.

    Attributes:
        key: name for the program.
        name: what it is called.
        kind: its kind of holder, in words.
        seat: its place in the hall, counted over all holders.
        heard_by: how many have it for a neighbour.
        trust: its trust, 0-1.
        shown: its trust as written.
        camp: trusting, wavering or distrusting.
        open: tells what it says when it is opened.
    """

    key: str
    name: str
    kind: str
    seat: int
    heard_by: int
    trust: float
    shown: str
    camp: str
    open: Callable[[], list[Said]]


def leaders(session: Session) -> tuple[Leader, ...]:
    """Return the two of each kind of long holder whom most others hear, the most heard first."""
    view = session.view()
    people = view.holders
    often, edges = heard_by(people), kind_edges(people.kind)
    found = []
    for place, kind in enumerate(KINDS[:-1]):
        seats = np.arange(edges[place], edges[place + 1])
        ranked = seats[np.lexsort((-people.shares[seats], -often[seats]))]
        found += [_leader(view, kind, rank, int(seat)) for rank, seat in enumerate(ranked[:EACH], start=1)]
    return tuple(sorted(found, key=lambda one: -one.heard_by))


def _leader(view: FounderView, kind: Kind, rank: int, seat: int) -> Leader:
    people = view.holders
    trust = int(people.trust[seat]) / PPM
    camp = "trusting" if trust >= TRUSTING else "distrusting" if trust < DISTRUSTING else "wavering"
    heard, still = listeners(view.board.rules.owners, people, seat)
    return Leader(
        key=f"leader.{kind.value}.{rank}",
        name=name(f"leader_{kind.value}_{rank}"),
        kind=kind_names()[kind],
        seat=seat,
        heard_by=heard,
        trust=trust,
        shown=write(percent(int(people.trust[seat]))),
        camp=camp,
        open=partial(_told, view, kind, seat, (camp, rank, heard, still)),
    )


def _told(view: FounderView, kind: Kind, seat: int, stands: tuple[str, int, int, int]) -> list[Said]:
    camp, rank, heard, still = stands
    people, names = view.holders, kind_names()
    who = "people" if kind in _PEOPLE else "funds"
    says = _SAY[who, camp]
    whole = max(1, int(people.shares[people.shares > 0].sum()))
    part = PPM * int(people.shares[seat]) / whole
    hear = plural(
        "Heard by {n} holder; still listening: {m}.", "Heard by {n} holders; still listening: {m}.", heard
    )
    return [
        Said(_("“{words}”").format(words=_(says[rank % len(says)]))),
        Said(_("{kind}; of all that is held").format(kind=names[kind]), write(percent(round(part)))),
        Said(hear.format(n=write(count(heard)), m=write(count(still)))),
        Said(_("Trust now"), write(percent(int(people.trust[seat])))),
        Said(_("Falls back to, without news"), write(percent(int(people.prior[seat])))),
        Said(_("Chance of a vote for you today"), write(percent(_keeps(view, kind, seat)))),
        *_heard(view, kind, seat),
    ]


def _keeps(view: FounderView, kind: Kind, seat: int) -> int:
    """Return the chance that a holder votes to keep the founder, ppm, in whole per cent."""
    rules, ballot = view.board.rules, Ballot.KEEP_FOUNDER
    leaning = int(view.holders.trust[seat]) / PPM - theta(rules, ballot)
    if adviser_against(rules, view.holders, ballot):
        leaning -= rules.owners.kinds[KINDS.index(kind)].adviser
    return round(100 * leaning_yes(rules.owners, leaning)) * PPM // 100


def _heard(view: FounderView, kind: Kind, seat: int) -> list[Said]:
    """Return the stories that a holder has heard, each with what hearing it does; equal ones are one."""
    people, place = view.holders, KINDS.index(kind)
    conviction, found = int(people.prior[seat]), dict[str, int]()
    for story in view.affairs.stories:
        effect, known = story.effect[place], people.heard.get(story.id)
        if effect and known is not None and known[seat]:
            words = speak(story.label)
            found[words] = found.get(words, 0) + felt_by(view, effect, conviction)
    heard = _("Has heard: {story}")
    return [
        Said(heard.format(story=words), about(felt), "", float(felt)) for words, felt in found.items()
    ] or [Said(_("Has heard nothing of late that moves it."))]
