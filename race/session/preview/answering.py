"""Previews of what happens behind closed doors: talks with owners and people, rivals, secrets."""

from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.answers import keen_after, noticed_ppm, talk_effect
from race.core.formulas.owners.ballots import take_tally
from race.core.formulas.owners.evidence import leak_ppm
from race.core.ids import PPM, Ballot
from race.core.view import FounderView
from race.core.words import N_, Sentence, chips, months, percent
from race.session.preview.effect import AT_THE_END, Effect, Preview, Previews
from race.session.preview.ranges.trust import felt

_FOUND_OUT: Final = N_("Found out")


def _court(view: FounderView, command: c.Command) -> Preview:
    rules, kind = view.board.rules, cast("c.CourtHolders", command).kind
    asked = (rules, view.carmaker, Ballot.KEEP_FOUNDER)
    now, then = (
        take_tally(asked[0], holders, asked[1], asked[2]).support_ppm()
        for holders in (
            view.holders,
            replace(view.holders, keen=keen_after(rules, view.holders.keen, [kind])),
        )
    )
    risk = noticed_ppm(rules, view.affairs.courted, view.board.month + 1)
    return Preview(
        line=Sentence(N_("More of them come to the next meeting; others may hear that they were not told.")),
        effects=(
            Effect(
                label=N_("Vote on you, today"),
                value=percent(now),
                then=percent(then),
                good=(then > now) - (then < now),
            ),
            felt(view, N_("Trust now"), talk_effect(rules, kind), rules.owners.claim_salience),
            Effect(label=_FOUND_OUT, value=percent(risk), good=-1),
        ),
    )


def _probe(view: FounderView, command: c.Command) -> Preview:
    court, target = view.board.rules.court, cast("c.Probe", command).target
    return Preview(
        line=Sentence(
            N_("Its fleet and its training run are known better for {time}."),
            {"time": months(court.probe_months)},
        ),
        effects=(
            Effect(label=N_("Its fleet, as estimated"), value=chips(view.board.fleets.get(target, 0))),
            Effect(label=N_("Error left"), value=percent(int(PPM * court.probe_error)), good=1),
            Effect(label=_FOUND_OUT, value=percent(court.probe_backfires), good=-1),
        ),
    )


def _plug(view: FounderView, command: c.Command) -> Preview:
    rules, affairs = view.board.rules, view.affairs
    wanted = cast("c.PlugLeak", command).act
    act = next((act for act in affairs.acts if act.id == wanted), None)
    if act is None:
        return Preview(line=AT_THE_END)
    now = leak_ppm(rules, act, affairs)
    then = leak_ppm(rules, replace(act, plugged=True), affairs)
    return Preview(
        line=Sentence(N_("Fewer people will talk, unless the questions make them talk at once.")),
        effects=(
            Effect(label=N_("Chance of a leak, now"), value=percent(now), good=-1),
            Effect(label=N_("Chance of a leak, after"), value=percent(then), good=1),
            Effect(label=_FOUND_OUT, value=percent(rules.court.plug_backfires), good=-1),
        ),
    )


def _reassure(view: FounderView, command: c.Command) -> Preview:
    rules, person = view.board.rules.house, cast("c.Reassure", command).person
    member = next((one for one in view.affairs.house.members if one.person is person), None)
    if member is None:
        return Preview(line=AT_THE_END)
    return Preview(
        line=Sentence(
            N_("Your word is remembered: what breaks it in the next {time} weighs more."),
            {"time": months(rules.calm_months)},
        ),
        effects=(
            Effect(
                label=N_("Loyalty"),
                value=percent(member.loyalty),
                then=percent(min(PPM, member.loyalty + rules.calm)),
                good=1,
            ),
            Effect(
                label=N_("Weight of what breaks it"), value=percent(int(PPM * rules.calm_broken)), good=-1
            ),
        ),
    )


PRIVATE: Final[Previews] = {
    c.CourtHolders: _court,
    c.Probe: _probe,
    c.PlugLeak: _plug,
    c.Reassure: _reassure,
}
"""Private words."""
