"""The authority: what becomes of the drivers' records is somebody's business.

It opens an inquiry when enough is known: records that went to the lab, more so in secret, and the
lab's product in the cars that drivers cannot avoid. It is slow, it costs a part of a year's revenue,
and a part of what was learned has to be unlearned. It remembers: it takes more for it to
come back, and the next fine is larger.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.house.records import exposure, fine_usd
from race.core.formulas.owners.stories import privacy_story
from race.core.formulas.race.quality import lift
from race.core.ids import Firm, week_of
from race.core.words import N_, Sentence, month, usd
from race.core.world import Inquiry, World

_FINE: Final = Sentence(N_("Fine for what became of the drivers' records"))


def watch_records(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """End the inquiries that are due, and open one when enough is known and none is open."""
    del orders, chance  # the authority goes by points, not by luck
    affairs = world.affairs
    if not affairs.acts or not world.rules.switches.regulator:
        return []
    pending = [inquiry for inquiry in affairs.inquiries if inquiry.fine_usd is None]
    if pending:
        return [_end(world, inquiry) for inquiry in pending if inquiry.answer <= world.month]
    if affairs.inquiries and affairs.inquiries[-1].answer + world.rules.diversion.inquiry_rest > world.month:
        return []  # it has just looked
    points = exposure(affairs, channel=world.carmaker.channel is not None)
    return [_begin(world)] if points >= world.rules.diversion.inquiry_from + len(affairs.inquiries) else []


def _begin(world: World) -> Event:
    answer = world.month + world.rules.diversion.inquiry_months
    world.affairs.inquiries.append(Inquiry(id=world.new_id(), opened=world.month, answer=answer))
    return Event(
        kind=Happening.INQUIRY,
        firm=Firm.XAI,
        numbers={"answer": answer},
        sentence=Sentence(
            N_("The authority asks what the lab does with drivers' records; it answers by {date}."),
            {"date": month(answer)},
        ),
        good=-1,
    )


def _end(world: World, inquiry: Inquiry) -> Event:
    """Fine the lab, and take back a part of what it learned."""
    lab, rules = world.labs[Firm.XAI], world.rules
    earlier = sum(1 for other in world.affairs.inquiries if other.fine_usd is not None)
    fine = min(max(0, lab.cash_usd), fine_usd(rules, lab.revenue_usd, earlier))
    inquiry.fine_usd = fine
    world.pay(Firm.XAI, -fine, _FINE)
    if earlier == 0:
        lift(lab, -rules.diversion.records_recipe * rules.diversion.inquiry_recipe)
    world.affairs.stories.append(privacy_story(world, week_of(world.month)))
    return Event(
        kind=Happening.INQUIRY_ENDED,
        firm=Firm.XAI,
        numbers={"fine_usd": fine},
        sentence=Sentence(
            N_("The authority fines the lab {fine} for what became of drivers' records."), {"fine": usd(fine)}
        ),
        good=-1,
    )
