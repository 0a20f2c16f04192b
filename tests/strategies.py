"""Strategies: what a reckless player may ask for, likely, borderline and absurd.

Commands are drawn without a view, which is fast, and then aimed at it: `aimed` turns the number of a
line, act or month into one that is there.
"""

from typing import Final

import msgspec
from hypothesis import strategies as st

from race.core import commands as c
from race.core.ids import (
    PPM,
    Ballot,
    Claim,
    Firm,
    Generation,
    Gift,
    Kind,
    Person,
    Stance,
    Subject,
    Terms,
    Thing,
)
from race.core.tales import SCRIPTS
from race.core.view import FounderView

AMOUNTS: Final = st.one_of(
    st.integers(1, 60_000), st.integers(-5, 5), st.sampled_from((PPM, -PPM, 2**31, 2**63, 10**18, -(10**18)))
)
"""Quantities: mostly possible, some at the edge, some absurd."""
MONTHS: Final = st.integers(0, 12) | st.sampled_from((-1, 40, 10**9))
TARGETS: Final = st.sampled_from((0.0, 0.0, 1e24, 1e26, -1.0, 1e300, float("nan"), float("inf")))
"""Training compute: none, a month's, years', absurd."""
FLAGS: Final = st.booleans()
FIRMS: Final = st.sampled_from(tuple(Firm))
SHARES: Final = st.integers(PPM // 2, 3 * PPM // 2)

_WHOLE_SPLITS: Final = st.lists(st.integers(0, PPM), min_size=3, max_size=3).map(
    lambda cuts: c.SplitCompute(
        training=min(cuts),
        research=sorted(cuts)[1] - min(cuts),
        serving=max(cuts) - sorted(cuts)[1],
        safety=PPM - max(cuts),
    )
)
RACE: Final = st.one_of(
    st.builds(
        c.OrderChips,
        company=FIRMS,
        generation=st.sampled_from(tuple(Generation)),
        quantity=AMOUNTS,
        not_before=MONTHS,
        prepaid=st.sampled_from((0, 0, 450_000, 900_000)) | AMOUNTS,
    ),
    st.builds(c.CancelOrder, line=st.integers(0, 9), quantity=AMOUNTS),
    st.builds(c.BuildSite, company=FIRMS, power_kw=AMOUNTS, forced=FLAGS),
    st.builds(c.RentCloud, quantity=AMOUNTS),
    _WHOLE_SPLITS,
    st.builds(c.SplitCompute, training=AMOUNTS, research=AMOUNTS, serving=AMOUNTS, safety=AMOUNTS),
    st.builds(c.StartRun, months=MONTHS, target_flop=TARGETS),
    st.builds(c.ExtendRun, months=MONTHS),
    st.just(c.StopRun()),
    st.builds(c.PublishRelease, open_weights=FLAGS, tested=FLAGS),
    st.just(c.RaiseRound()),
    st.builds(c.Borrow, amount_usd=AMOUNTS | st.integers(10**7, 10**10)),
    st.builds(c.Hire, researchers=AMOUNTS, source=st.none() | FIRMS),
    st.builds(c.SetPrice, level=AMOUNTS),
    st.builds(c.SetPay, level=AMOUNTS),
    st.builds(c.Announce, claim=st.sampled_from(tuple(Claim)), quantity=AMOUNTS, due=MONTHS),
    st.builds(c.Lobby, target=FIRMS),
)
"""Commands that every lab has."""
FOUNDER: Final = st.one_of(
    st.builds(c.Divert, source=st.integers(0, 9), quantity=AMOUNTS, terms=st.sampled_from(tuple(Terms))),
    st.builds(c.GiveBack, quantity=AMOUNTS, thing=st.sampled_from(tuple(Thing))),
    st.builds(
        c.DivertThing,
        thing=st.sampled_from(tuple(Thing)),
        terms=st.sampled_from(tuple(Terms)),
        quantity=AMOUNTS,
    ),
    st.builds(c.LendChips, quantity=AMOUNTS, months=MONTHS),
    st.builds(c.LicenseBack, free=FLAGS),
    st.builds(c.DelaySite, site=st.integers(0, 3), months=MONTHS),
    st.builds(c.PlanCarmaker, chip_budget=AMOUNTS),
    st.builds(c.MakePromise, subject=st.sampled_from(tuple(Subject)), quantity=AMOUNTS, due=MONTHS),
    st.builds(c.Speak, act=st.integers(0, 3), stance=st.sampled_from(tuple(Stance))),
    st.builds(c.GiveGift, gift=st.sampled_from(tuple(Gift))),
    st.builds(
        c.CallVote,
        ballot=st.sampled_from(tuple(Ballot)),
        amount_usd=AMOUNTS,
        source=st.integers(0, 9),
        quantity=AMOUNTS,
        terms=st.sampled_from(tuple(Terms)),
    ),
    st.builds(c.CourtHolders, kind=st.sampled_from(tuple(Kind))),
    st.builds(c.Probe, target=FIRMS),
    st.builds(c.PlugLeak, act=st.integers(0, 3)),
    st.builds(c.SellStake, shares_ppm=AMOUNTS),
    st.builds(c.PledgeStake, shares_ppm=AMOUNTS),
    st.builds(c.SellLab, buyer=FIRMS),
    st.builds(c.Answer, tale=st.sampled_from((*SCRIPTS, "?")), choice=st.integers(-1, 3)),
)
"""Commands that only the founder has."""
FOREIGN: Final = st.one_of(
    st.builds(c.FileSuit, act=AMOUNTS),
    st.builds(c.DemandFiles),
    st.builds(c.RuleOn, case=AMOUNTS, for_holders=FLAGS, injunction=FLAGS),
    st.builds(c.WriteLetter, about=AMOUNTS),
    st.just(c.ServeBuyers(weights={Firm.XAI: 5 * PPM})),
    st.builds(c.Investigate, subject=FIRMS, effort_ppm=AMOUNTS),
    st.builds(c.MovePeople, source=FIRMS, target=st.none(), researchers=AMOUNTS),
)
"""Commands that are not a founder's to give."""
LIKELY: Final = st.one_of(
    st.builds(
        c.Divert,
        source=st.integers(0, 9),
        quantity=st.integers(1, 2_000),
        terms=st.sampled_from(tuple(Terms)),
    ),
    st.builds(
        c.OrderChips,
        company=st.just(Firm.XAI),
        generation=st.just(Generation.H100),
        quantity=st.integers(500, 40_000),
    ),
    st.builds(c.CancelOrder, line=st.integers(0, 9), quantity=st.integers(1, 2_000)),
    st.builds(c.BuildSite, company=st.just(Firm.XAI), power_kw=st.integers(5_000, 200_000), forced=FLAGS),
    st.builds(
        c.DivertThing,
        thing=st.sampled_from((Thing.RESEARCHERS, Thing.SITE, Thing.DATA, Thing.CHANNEL)),
        terms=st.sampled_from((Terms.SILENT, Terms.PAID, Terms.LEASE)),
        quantity=st.integers(1, 4),
    ),
    st.builds(c.LendChips, quantity=st.integers(1, 2_000), months=st.integers(1, 4)),
    st.builds(c.LicenseBack, free=FLAGS),
    st.builds(c.SetPrice, level=SHARES),
    st.builds(
        c.PlanCarmaker,
        chip_budget=SHARES,
        buy_back_usd=st.sampled_from((0, 1, 500_000_000)),
    ),
    st.builds(c.StartRun, months=st.integers(1, 5), target_flop=st.sampled_from((0.0, 3e24))),
    st.builds(c.ExtendRun, months=st.integers(1, 3)),
    st.builds(c.SetPay, level=SHARES),
    st.builds(
        c.Announce,
        claim=st.sampled_from(tuple(Claim)),
        quantity=st.sampled_from((1_350, 1_450, 30_000, 200_000)),
        due=st.integers(2, 9),
    ),
    st.builds(c.Hire, researchers=st.integers(1, 12), source=st.none() | FIRMS),
    st.builds(c.SellStake, shares_ppm=st.integers(1, 500)),
    st.builds(c.Reassure, person=st.sampled_from(tuple(Person))),
    st.builds(c.PledgeStake, shares_ppm=st.integers(-10_000, 18_000)),
    st.builds(
        c.MakePromise,
        subject=st.sampled_from(tuple(Subject)),
        quantity=st.sampled_from((0, 1, 2, 30_000)),
        due=st.integers(3, 9),
    ),
)
"""Commands that the judge will often allow."""
COMMANDS: Final = st.one_of(LIKELY, LIKELY, FOUNDER, RACE, FOREIGN)
"""Any command: many likely, some reckless, a few not the founder's at all."""


def aimed(  # noqa: PLR0911 - one line for each command
    view: FounderView, command: c.Command
) -> c.Command:
    """Return a drawn command pointed at something that is there, as far as there is anything."""
    match command:
        case c.Divert() | c.CallVote():
            lines = [line.id for line in view.lines] + [batch.id for batch in view.carmaker.depot.batches]
            return _at(command, "source", lines, command.source)
        case c.CancelOrder():
            return _at(command, "line", [line.id for line in view.lines], command.line)
        case c.DivertThing(thing=Thing.SITE):
            return _at(command, "quantity", [site.id for site in view.carmaker.depot.sites], command.quantity)
        case c.DelaySite():
            return _at(command, "site", [site.id for site in view.carmaker.depot.sites], command.site)
        case c.Speak() | c.PlugLeak():
            return _at(command, "act", [act.id for act in view.affairs.acts], command.act)
        case c.Answer():
            waiting = [tale.key for tale in view.affairs.tales if tale.choice is None]
            return msgspec.structs.replace(command, tale=waiting[-1]) if waiting else command
        case c.MakePromise() | c.Announce():
            return msgspec.structs.replace(command, due=view.board.month + command.due)
        case _:
            return command


def _at(command: c.Command, field: str, things: list[int], place: int) -> c.Command:
    return msgspec.structs.replace(command, **{field: things[place % len(things)]}) if things else command
