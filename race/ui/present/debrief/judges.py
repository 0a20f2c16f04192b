"""Four judges of a finished game: the lab's people, the holders, the rivals, the public.

A mark is a sum of three parts, and every part comes from the books: nothing is anybody's opinion.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from race.core.ids import PPM, RIVALS, Firm
from race.core.outcome import final_gap, frontier_share, price_against_sector, rank, true_elo, trust
from race.core.words import Quantity, count, elo, percent
from race.session.session import Session
from race.speech import _, labelled, name, number, ordinal
from race.speech import quantity as write
from race.ui.present.figures import signed

MOST: Final = 10
"""Best mark."""
_GOOD, _FAIR, _POOR = 7.5, 5.0, 2.5
"""Marks from which a judge speaks well, fairly or coolly."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mark: what it is for, its points, the most it can be."""

    text: str
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Judge:
    """One judge: key, name, mark 0-10 and as written, what is said, the facts, the parts of the mark."""

    key: str
    name: str
    mark: float
    shown: str
    said: str
    facts: str
    parts: tuple[Part, ...]

    @property
    def opened(self) -> str:
        """Return the mark opened: parts that sum to it."""
        lines = [
            labelled(part.text, f"{number(part.points, 1)} / {number(part.most)}") for part in self.parts
        ]
        return "\n".join([self.facts, *lines, f"= {self.shown}"])


def judges(session: Session) -> tuple[Judge, ...]:
    """Return the four judges in a fixed order."""
    return tuple(_judges(session))


def _judges(session: Session) -> Iterator[Judge]:
    yield _judge("staff", _("The lab's people"), _staff(session), _staff_facts(session))
    yield _judge("holders", _("The holders"), _holders(session), _holder_facts(session))
    yield _judge("rivals", _("The rivals"), _rivals(session), _rival_facts(session))
    yield _judge("public", _("The public"), _public(session), _public_facts(session))


def _judge(key: str, called: str, parts: tuple[Part, ...], facts: str) -> Judge:
    tenths = [round(10 * part.points) for part in parts]
    mark = sum(tenths) / 10
    rounded = tuple(Part(part.text, tenth / 10, part.most) for part, tenth in zip(parts, tenths, strict=True))
    shown = _("{n} of {all}").format(n=number(mark, 1), all=MOST)
    return Judge(key, called, mark, shown, _said(key, mark), facts, rounded)


def _clip(value: float, top: float) -> float:
    return min(top, max(0.0, value))


def _staff(session: Session) -> tuple[Part, ...]:
    world = session.position()
    lab = world.labs[Firm.XAI]
    stayed = lab.staff / max(1, lab.staff + lab.people_lost)
    untested = sum(not release.tested for release in lab.releases)
    tested = 1.0 - untested / max(1, len(lab.releases))
    return (
        Part(_("who stayed"), _clip(8.0 * (stayed - 0.5), 4.0), 4.0),
        Part(_("place in the race"), 3.0 * (7 - rank(world)) / 6, 3.0),
        Part(_("releases tested"), _clip(3.0 * tested - lab.incidents, 3.0), 3.0),
    )


def _staff_facts(session: Session) -> str:
    lab = session.position().labs[Firm.XAI]
    words = _("{n} people at the lab, gone: {gone}; releases tested: {m} of {all}.")
    return words.format(
        n=write(count(lab.staff)),
        gone=write(count(lab.people_lost)),
        m=sum(release.tested for release in lab.releases),
        all=len(lab.releases),
    )


def _holders(session: Session) -> tuple[Part, ...]:
    world = session.position()
    kept = _kept(session)
    return (
        Part(_("trust"), _clip(5.0 * (trust(world) - 0.2) / 0.6, 5.0), 5.0),
        Part(_("promises kept"), 3.0 * (0.5 if kept is None else kept), 3.0),
        Part(_("the share against its sector"), _clip(2.0 * price_against_sector(world.carmaker), 2.0), 2.0),
    )


def _kept(session: Session) -> float | None:
    judged = [one for one in session.view().affairs.promises if one.kept is not None]
    return sum(one.kept is True for one in judged) / len(judged) if judged else None


def _holder_facts(session: Session) -> str:
    world = session.position()
    judged = [one for one in world.affairs.promises if one.kept is not None]
    first, last = session.reports[0].trust_ppm, session.reports[-1].trust_ppm
    words = _("Trust from {a} to {b}; promises kept: {n} of {all}; the share {change} against its sector.")
    return words.format(
        a=round(100 * first / PPM),
        b=round(100 * last / PPM),
        n=sum(one.kept is True for one in judged),
        all=len(judged),
        change=signed(percent(round(PPM * (price_against_sector(world.carmaker) - 1.0)))),
    )


def _rivals(session: Session) -> tuple[Part, ...]:
    world = session.position()
    prizes = sum(place > 0 for place in world.labs[Firm.XAI].milestones)
    every = max(1, len(world.labs[Firm.XAI].milestones))
    return (
        Part(
            _("how close you came"),
            _clip(6.0 * (1.0 - final_gap(world) / world.rules.score.gap_zero), 6.0),
            6.0,
        ),
        Part(_("months at the frontier"), 2.0 * frontier_share(world), 2.0),
        Part(_("prizes of the race"), 2.0 * prizes / every, 2.0),
    )


def _rival_facts(session: Session) -> str:
    world = session.position()
    best = max(RIVALS, key=lambda firm: true_elo(world.labs[firm]))
    gap = true_elo(world.labs[best]) - true_elo(world.labs[Firm.XAI])
    words = (
        _("By true quality {lab} ends {n} Elo ahead of you; you are {place} of 7.")
        if gap > 0
        else _("By true quality you end {n} Elo ahead of {lab}; you are {place} of 7.")
    )
    return words.format(lab=name(best), n=write(elo(abs(gap))), place=ordinal(rank(world)))


def _public(session: Session) -> tuple[Part, ...]:
    world = session.position()
    lab, acts = world.labs[Firm.XAI], world.affairs.acts
    lies = sum(act.refuted for act in acts)
    found = sum(act.published is not None and not act.disclosed and not act.voted for act in acts)
    users = Quantity("users", lab.users_k * 1000).value / max(1, 1000 * world.market.consumers_k)
    return (
        Part(_("the truth told"), _clip(4.0 - 2.0 * lies - 0.5 * found, 4.0), 4.0),
        Part(_("no harm done"), _clip(3.0 - 1.5 * lab.incidents, 3.0), 3.0),
        Part(_("how many use it"), _clip(12.0 * users, 3.0), 3.0),
    )


def _public_facts(session: Session) -> str:
    world = session.position()
    lab, acts = world.labs[Firm.XAI], world.affairs.acts
    found = sum(act.published is not None and not act.disclosed and not act.voted for act in acts)
    words = _(
        "{users} use it every week; diversions that others brought to light: {n}; "
        "denials refuted: {m}; incidents: {i}."
    )
    return words.format(
        users=write(Quantity("users", lab.users_k * 1000)),
        n=found,
        m=sum(act.refuted for act in acts),
        i=lab.incidents,
    )


def _said(key: str, mark: float) -> str:
    level = 0 if mark >= _GOOD else 1 if mark >= _FAIR else 2 if mark >= _POOR else 3
    return {
        "staff": (
            _("They would build it with you again."),
            _("They stay for the work."),
            _("They write applications in the evening."),
            _("They have found better places."),
        ),
        "holders": (
            _("They would give you their chips and their votes."),
            _("They hold, and they watch you."),
            _("They sell when the price is good."),
            _("They want another founder."),
        ),
        "rivals": (
            _("They copy what you release."),
            _("They plan around you."),
            _("They hire your people."),
            _("They have forgotten your name."),
        ),
        "public": (
            _("They believe what you say."),
            _("They use it, and read the small print."),
            _("They wait for somebody else to check it."),
            _("They want a law with your name on it."),
        ),
    }[key][level]
