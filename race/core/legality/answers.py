"""What the founder may do in private before owners, rivals and reporters, and why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.ids import RIVALS, Kind
from race.core.legality.chips import Rule
from race.core.view import FounderView
from race.core.words import N_, Name, Sentence, month


def _court(view: FounderView, given: Sequence[c.Command], command: c.CourtHolders) -> Sentence | None:
    del view, given
    if command.kind is Kind.SHORT:
        return Sentence(N_("Short sellers do not vote; there is nothing to talk about."))
    return None


def _probe(view: FounderView, given: Sequence[c.Command], command: c.Probe) -> Sentence | None:
    del given
    if command.target not in RIVALS:
        return Sentence(N_("People can look into a rival, not into your own companies."))
    until = view.affairs.probes.get(command.target)
    if until is None or until <= view.board.month:
        return None
    return Sentence(
        N_("Your people are already looking into {firm}, until {date}."),
        {"firm": Name(command.target), "date": month(until)},
    )


def _plug(view: FounderView, given: Sequence[c.Command], command: c.PlugLeak) -> Sentence | None:
    del given
    act = next((act for act in view.affairs.acts if act.id == command.act), None)
    if act is None:
        return Sentence(N_("There is nothing of that kind to speak about."))
    if act.published is not None:
        return Sentence(N_("This has been public since {date}."), {"date": month(act.published)})
    if act.plugged:
        return Sentence(N_("People were set to keep this secret already."))
    return None


RULES: Final[dict[type[c.Command], Rule]] = {
    c.CourtHolders: _court,
    c.Probe: _probe,
    c.PlugLeak: _plug,
}
"""Commands that happen behind closed doors, unless somebody notices."""
