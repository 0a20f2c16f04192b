"""A vote opened: who voted how, by kind of holder; the lines sum to the result and to all shares."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import PPM, Kind
from race.core.words import percent
from race.session.session import Session
from race.speech import _, number
from race.speech import quantity as write
from race.ui.present.owners import kind_names, votes
from race.ui.present.rounding import shared_out

UNIT: Final = 100_000
"""Shares in one step of what is printed: a tenth of a million."""


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One kind of holder in millions of shares: for, against, abstained, absent."""

    name: str
    parts: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class OpenedVote:
    """One vote: its title, how it is read, the kinds, and the sum of them."""

    title: str
    meaning: str
    rows: tuple[VoteRow, ...]
    total: VoteRow


def heads() -> tuple[str, str, str, str]:
    """Return what the four figures of a line are."""
    return _("for"), _("against"), _("abstained"), _("absent")


def opened_votes(session: Session) -> tuple[OpenedVote, ...]:
    """Return the votes so far, the latest first, each opened by kind of holder."""
    found = []
    names: dict[Kind | None, str] = {None: _("Your stake")}
    names.update(kind_names().items())
    for line, vote in zip(votes(session), reversed(session.view().affairs.votes), strict=True):
        columns = [
            [getattr(part, field) for part in vote.by_kind]
            for field in ("votes_for", "votes_against", "abstained", "absent")
        ]
        steps = [shared_out([0, *column], sum(column), UNIT)[1:] for column in columns]
        rows = tuple(
            VoteRow(names[part.kind], _written([column[place] for column in steps]))
            for place, part in enumerate(vote.by_kind)
        )
        words = (
            _(
                "{result}; {came} of all shares were present; votes in millions of shares. "
                "Advisers were against you."
            )
            if vote.adviser_against
            else _(
                "{result}; {came} of all shares were present; votes in millions of shares. "
                "Advisers were with you."
            )
        )
        meaning = words.format(result=line.result, came=write(percent(vote.turnout_ppm())))
        total = VoteRow(_("Together"), _written([sum(column) for column in steps]))
        found.append(
            OpenedVote(
                _("{question}, {date}").format(question=line.text, date=line.date), meaning, rows, total
            )
        )
    return tuple(found)


def _written(steps: list[int]) -> tuple[str, str, str, str]:
    told = [number(step * UNIT / PPM, 1) for step in steps]
    return told[0], told[1], told[2], told[3]
