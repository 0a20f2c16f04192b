"""Previews of what is no crate: people, sites, records, the cars, and what goes back to the carmaker."""

from collections.abc import Iterator
from typing import Final, cast

from race.core import commands as c
from race.core.formulas.owners.evidence import salience
from race.core.formulas.owners.stories import amends_worth, repair_effect
from race.core.formulas.passing.lending import lendable, lent_share, license_gain, repair_worth
from race.core.formulas.passing.things import find_site, weigh_thing
from race.core.formulas.race.chips import building
from race.core.formulas.race.people import carried
from race.core.formulas.race.quality import people_gain
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.legality.purse import amount_of, coming
from race.core.view import FounderView
from race.core.words import N_, Sentence, chips, count, elo, kw, month, months, percent, points
from race.core.world import Act
from race.session.preview.diverting import (
    AUTONOMY,
    act_of,
    broken_word,
    known_effects,
    rent_effect,
)
from race.session.preview.effect import AT_THE_END, Effect, Preview, Previews
from race.session.preview.ranges.compute import added, slowed
from race.session.preview.ranges.trust import felt


def of_hire(view: FounderView, command: c.Hire) -> tuple[Effect, ...]:
    """Return what hiring weighs with the owners, if it is the carmaker's people: an act like any other."""
    if command.source is not Firm.TESLA or not view.board.rules.switches.other_things:
        return ()
    take = c.DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=command.researchers)
    weight = weigh_thing(coming(view), take.thing, take.quantity, take.terms)
    return (
        while_they_stay(view, take.quantity),
        *known_effects(view, act_of(view, take, weight, take.quantity)),
    )


def while_they_stay(view: FounderView, people: int) -> Effect:
    """Return what more of the carmaker's people lift the lab's method by for as long as they stay."""
    rules = view.board.rules.diversion
    there = sum(act.outstanding for act in view.affairs.acts if act.thing is Thing.RESEARCHERS)
    gain = carried(rules, there + people) - carried(rules, there)
    return Effect(label=N_("Method while they stay, Elo"), value=elo(gain), good=1)


def _thing(view: FounderView, command: c.Command) -> Preview:
    take = cast("c.DivertThing", command)
    quantity = amount_of(view, take)
    if quantity <= 0 or take.thing is Thing.CHIPS:
        return Preview(line=AT_THE_END)
    weight = weigh_thing(coming(view), take.thing, quantity, take.terms)
    act = act_of(view, take, weight, quantity)
    told, warnings = _consequence(view, take, quantity)
    return Preview(
        line=told[0],
        effects=(*told[1:], *known_effects(view, act), *rent_effect(weight)),
        warnings=(*broken_word(view), *warnings),
    )


def _consequence(
    view: FounderView, take: c.DivertThing, quantity: int
) -> tuple[tuple[Sentence, *tuple[Effect, ...]], tuple[Sentence, ...]]:
    """Return what a thing is and gives the lab and costs the carmaker, and what to be warned of."""
    rules = view.board.rules
    match take.thing:
        case Thing.RESEARCHERS:
            lost = -quantity * rules.race.autonomy_person
            return (
                Sentence(N_("Researchers who move to the lab: {n}."), {"n": count(quantity)}),
                Effect(
                    label=N_("Method they bring, Elo at most"),
                    value=elo(people_gain(rules.race, view.own, quantity)),
                    good=1,
                ),
                while_they_stay(view, quantity),
                Effect(label=N_("Next milestone"), value=percent(lost), good=-1),
            ), ()
        case Thing.SITE:
            return _site(view, take)
        case Thing.DATA:
            return (
                Sentence(N_("Fleet records train the lab's releases, once and for good.")),
                Effect(label=N_("Method for good, Elo"), value=elo(rules.diversion.records_recipe), good=1),
            ), (Sentence(N_("Drivers will ask about their privacy when it is known.")),)
        case _:
            reach = int(PPM * rules.diversion.channel_reach)
            return (
                Sentence(N_("The cars carry the lab's product; every driver sees it.")),
                Effect(label=N_("Reach"), value=percent(reach), good=1),
            ), (Sentence(N_("An incident of the lab will then be the carmaker's too.")),)


def _site(
    view: FounderView, take: c.DivertThing
) -> tuple[tuple[Sentence, *tuple[Effect, ...]], tuple[Sentence, ...]]:
    site = find_site(view.carmaker, take.quantity)
    if site is None:
        return (AT_THE_END,), ()
    rules = view.board.rules
    ready = max(site.ready, view.board.month + 1) + rules.diversion.site_months
    built = view.board.month + 1 + building(rules, view.firm, forced=True)[0]
    there = [batch.quantity for batch in view.carmaker.depot.batches if batch.site == site.id]
    places = int(site.power_kw / rules.chips.kw_h100)
    waiting = view.own.depot.chips() - view.own.depot.powered()
    return (
        Sentence(
            N_("{power} with its grid connection; the lab's chips run there from {ready}."),
            {"power": kw(site.power_kw), "ready": month(ready)},
        ),
        Effect(label=N_("Sooner than building"), value=months(built - ready), good=1),
        added(view, N_("Quality"), places, ready, surely=max(0, min(places, waiting))),
        Effect(label=N_("Sent to the warehouse"), value=chips(sum(there)), good=-1),
        slowed(view, AUTONOMY, 0, (site.ready, rules.founder.kept_months), site=site.id),
    ), (Sentence(N_("Whoever investigates counts this site as the carmaker's: no warehouse defence.")),)


def _lend(view: FounderView, command: c.Command) -> Preview:
    loan, rules = cast("c.LendChips", command), view.board.rules
    share = lent_share(view.affairs.acts, loan.quantity * loan.months)
    worth = rules.diversion.lend_repair * share * repair_worth(rules, view.affairs)
    running = max(1_000, view.own.depot.running())
    idle = sum(batch.quantity for batch in lendable(view.own.depot) if batch.site is None)
    lost = min(running - 1, max(0, loan.quantity - idle))
    return Preview(
        line=Sentence(
            N_("They run at the carmaker until {end}."), {"end": month(view.board.month + 1 + loan.months)}
        ),
        effects=(
            Effect(label=N_("To the carmaker"), value=chips(loan.quantity), good=1),
            slowed(view, AUTONOMY, -loan.quantity, (view.board.month + 1, loan.months)),
            _mended(view, worth),
            added(view, N_("Quality"), -lost),
        ),
    )


def _license(view: FounderView, command: c.Command) -> Preview:
    free, rules = cast("c.LicenseBack", command).free, view.board.rules
    part = rules.diversion.free_repair if free else rules.diversion.fee_repair
    top = max((line.elo_published for line in view.board.league), default=0.0)
    gain = license_gain(rules, view.own.published(), top)
    return Preview(
        line=Sentence(N_("The lab's best release goes into the carmaker's cars and robots.")),
        effects=(
            Effect(label=N_("Next milestone"), value=percent(gain), good=1, moves=True),
            _mended(view, part * repair_worth(rules, view.affairs)),
        ),
    )


def of_return(view: FounderView, command: c.GiveBack) -> Preview:
    """Say what goes back to the carmaker of people, a site or the cars' channel, and what it mends."""
    told = {Thing.RESEARCHERS: _people_back, Thing.SITE: _site_back, Thing.CHANNEL: _channel_back}
    effects = told[command.thing](view, command.quantity) if command.thing in told else ()
    return Preview(
        line=Sentence(N_("Goes back to the carmaker at the end of the month; it is made good.")),
        effects=(*effects, *made_good(view, command)),
    )


def _people_back(view: FounderView, people: int) -> tuple[Effect, ...]:
    rules = view.board.rules
    there = sum(act.outstanding for act in view.affairs.acts if act.thing is Thing.RESEARCHERS)
    stay = carried(rules.diversion, there) - carried(rules.diversion, max(0, there - people))
    lost = rules.race.recipe_person * people + stay
    pace = int(people * rules.race.autonomy_person)
    return (
        Effect(label=N_("To the carmaker, people"), value=count(people), good=1),
        Effect(label=N_("Method, Elo"), value=elo(-lost), good=-1, moves=True),
        Effect(label=N_("Next milestone"), value=percent(pace), good=1, moves=True),
    )


def _site_back(view: FounderView, _quantity: int) -> tuple[Effect, ...]:
    first = next((act.id for act in view.affairs.acts if act.thing is Thing.SITE and act.outstanding), None)
    power = sum(site.power_kw for site in view.own.depot.sites if first is not None and site.act == first)
    places = int(power / view.board.rules.chips.kw_h100)
    return (Effect(label=N_("Places for H100"), value=chips(-places), good=-1, moves=True),)


def _channel_back(view: FounderView, _quantity: int) -> tuple[Effect, ...]:
    reach = int(PPM * view.board.rules.diversion.channel_reach)
    return (Effect(label=N_("Reach"), value=percent(-reach), good=-1, moves=True),)


def made_good(view: FounderView, command: c.GiveBack) -> tuple[Effect, ...]:
    """Return the trust that is mended by what goes back in full, of what the owners know; none otherwise."""
    rules, low, high = view.board.rules, 0.0, 0.0
    for act in _in_full(view, command):
        loud = min(rules.owners.repair_salience, salience(rules, act))
        mended = felt(view, N_("Trust mended"), repair_effect(rules, amends_worth(rules, act)), loud)
        low += mended.value.value
        high += (mended.high or mended.value).value
    if not high:
        return ()
    return (
        Effect(
            label=N_("Trust mended"), value=points(round(low)), high=points(round(high)), good=1, moves=True
        ),
    )


def _in_full(view: FounderView, command: c.GiveBack) -> Iterator[Act]:
    """Yield the known acts of which a return leaves nothing open: of chips, only where all go back."""
    acts = [act for act in view.affairs.acts if act.thing is command.thing and act.outstanding]
    left = command.quantity
    if command.thing in (Thing.SITE, Thing.CHANNEL):
        acts, left = acts[:1], sum(act.outstanding for act in acts[:1])
    if command.thing is Thing.CHIPS and left < sum(act.outstanding for act in acts):
        return
    for act in acts:
        left -= act.outstanding
        if left >= 0 and act.published is not None and not act.repaired:
            yield act


def _mended(view: FounderView, worth: float) -> Effect:
    """Return what a repair of this worth (0-1) gives back of the owners' trust."""
    rules = view.board.rules
    effect = repair_effect(rules, min(1.0, worth))
    return felt(view, N_("Trust mended"), effect, rules.owners.repair_salience)


def _delay(view: FounderView, command: c.Command) -> Preview:
    delay = cast("c.DelaySite", command)
    site = find_site(view.carmaker, delay.site)
    if site is None:
        return Preview(line=AT_THE_END)
    places = int(site.power_kw / view.board.rules.chips.kw_h100)
    return Preview(
        line=Sentence(
            N_("The site opens in {ready}; until then the excuse of a warehouse holds."),
            {"ready": month(site.ready + delay.months)},
        ),
        effects=(
            Effect(label=N_("Places for H100"), value=chips(-places), good=-1),
            slowed(view, AUTONOMY, 0, (site.ready, delay.months), site=site.id),
        ),
        warnings=(
            Sentence(N_("A court that opens the files counts the site as open from the earlier date.")),
        ),
    )


PASSING: Final[Previews] = {
    c.DivertThing: _thing,
    c.LendChips: _lend,
    c.LicenseBack: _license,
    c.DelaySite: _delay,
}
"""What goes between the two companies, chips aside."""
