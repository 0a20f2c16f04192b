"""A kind of holder opened: who they are, what they hold, how they vote, what they have heard."""

import numpy as np

from race.core.formulas.owners.ballots import Tally, coming_ppm, take_tally
from race.core.formulas.owners.crowd import shaken
from race.core.formulas.owners.holders import kind_edges, trust_by_kind
from race.core.ids import KINDS, PPM, Ballot, Kind
from race.core.view import FounderView
from race.core.words import count, month, percent, points
from race.core.world.books import Holders, VoteResult
from race.session.session import Session
from race.speech import _, plural, speak
from race.speech import quantity as write
from race.ui.present.figures import Said
from race.ui.present.owners import ballot_names

_VOTES = 2
"""Votes of the past that are told."""
_STORIES = 4
"""Stories that are told, the ones that moved most first."""


def held_ppm(view: FounderView, kind: Kind) -> int:
    """Return what a kind holds of all that is held, ppm; negative for short sellers."""
    people = view.holders
    edges, place = kind_edges(people.kind), KINDS.index(kind)
    whole = max(1, int(people.shares[people.shares > 0].sum()))
    return PPM * int(people.shares[edges[place] : edges[place + 1]].sum()) // whole


def opened_kind(session: Session, kind: Kind, *, brief: bool = False) -> tuple[Said, ...]:
    """Return a kind opened, sentence by sentence, each with its figure or none; brief for a tooltip."""
    view = session.view()
    place = KINDS.index(kind)
    edges = kind_edges(view.holders.kind)
    seats = edges[place + 1] - edges[place]
    who = plural(
        "{n} holder holds {part} of what is held.", "{n} holders hold {part} of what is held.", seats
    )
    told = [Said(who.format(n=write(count(seats)), part=write(percent(held_ppm(view, kind)))))]
    told += _trust(session, kind)
    told += _news(view, kind)[: 2 if brief else _STORIES]
    if kind is Kind.SHORT:
        told.append(Said(_("They owe shares they have sold, gain when the price falls, and do not vote.")))
    else:
        told += _voting(view, kind)[: 2 if brief else None]
    return tuple(told)


def _trust(session: Session, kind: Kind) -> list[Said]:
    """Return their trust a month ago and now, and the conviction they fall back to."""
    people = session.view().holders
    told = [Said(_("Trust now"), write(percent(trust_by_kind(people)[kind])))]
    if len(session.reports) > 1 and kind in session.reports[-2].camps:
        told.insert(0, Said(_("Trust a month ago"), write(percent(session.reports[-2].camps[kind]))))
    return [*told, Said(_("Falls back to, without news"), write(percent(_conviction(people, kind))))]


def _conviction(people: Holders, kind: Kind) -> int:
    """Return what a kind falls back to without news, by shares, ppm."""
    edges, place = kind_edges(people.kind), KINDS.index(kind)
    here = slice(edges[place], edges[place + 1])
    shares = np.abs(people.shares[here])
    return int(np.dot(shares, people.prior[here].astype(np.int64))) // max(1, int(shares.sum()))


def _news(view: FounderView, kind: Kind) -> list[Said]:
    """Return the stories that are told among them: how many have heard each, and what hearing it does."""
    people, place = view.holders, KINDS.index(kind)
    edges = kind_edges(people.kind)
    here = slice(edges[place], edges[place + 1])
    found = []
    for story in view.affairs.stories:
        effect, heard = story.effect[place], people.heard.get(story.id)
        if effect and heard is not None and heard[here].any():
            felt = felt_by(view, effect, _conviction(people, kind))
            found.append((float(heard[here].mean()), felt, speak(story.label)))
    found.sort(key=lambda one: -abs(one[0] * one[1]))
    words = _("{part} of them have heard: {story}")
    return [
        Said(
            words.format(part=write(percent(round(100 * heard) * PPM // 100)), story=story),
            about(felt),
            "",
            float(felt),
        )
        for heard, felt, story in found
    ] or [Said(_("No news moves them now."))]


def felt_by(view: FounderView, effect: int, trust: int) -> int:
    """Return what hearing a story does to somebody of this trust, ppm, by the law's own arithmetic."""
    at = np.array([trust], dtype=np.int32)
    return int(shaken(view.board.rules.owners, np.array([effect]), at, bad=effect < 0)[0])


def about(felt: int) -> str:
    """Write about how much trust moved."""
    return "≈ " + (write(points(felt)) or "0")


def _voting(view: FounderView, kind: Kind) -> list[Said]:
    """Return how they vote: who comes, what they would say today and said before, whom they follow."""
    rules, place, names = view.board.rules, KINDS.index(kind), ballot_names()
    coming = coming_ppm(rules.owners.kinds[place], view.holders.keen[place])
    told = [Said(_("Of their shares come to the next meeting"), write(percent(coming)))]
    tally = take_tally(rules, view.holders, view.carmaker, Ballot.KEEP_FOUNDER)
    told.append(Said(_("Would keep you today"), _in_favour(tally, kind)))
    for vote in view.affairs.votes[: -_VOTES - 1 : -1]:
        words = _("{question}, {date}").format(question=names[vote.ballot], date=write(month(vote.month)))
        told.append(Said(words, _("{part} for").format(part=_in_favour(vote, kind))))
    if rules.owners.kinds[place].adviser > 0:
        told.append(Said(_("When advisers are against you, they follow them in part.")))
    return told


def _in_favour(counted: Tally | VoteResult, kind: Kind) -> str:
    """Return the part of a kind's cast votes that said yes."""
    part = next((one for one in counted.by_kind if one.kind is kind), None)
    cast = part.votes_for + part.votes_against + part.abstained if part else 0
    return write(percent(PPM * part.votes_for // cast)) if part and cast else "–"
