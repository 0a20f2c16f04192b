"""News as the holders hear it: a label for the receipt, how loud, what it does to whom.

The laws publish stories; `race.core.rules.owners.opinion` lets the holders hear them.
"""

import msgspec

from race.core.formulas.owners.evidence import (
    earlier_published,
    effects,
    gross,
    salience,
    saturated,
    seen,
)
from race.core.ids import KINDS, PPM, Subject, Terms, Thing, week_of
from race.core.rulebook import Rulebook
from race.core.words import N_, Part, Sentence, Term, chips, count, kw, month, months
from race.core.world import Act, Affairs, Delay, Promise, Story, World

_ACT = {
    Terms.SILENT: N_("{quantity} chips taken silently"),
    Terms.SWAP: N_("{quantity} chips swapped"),
    Terms.PAID: N_("{quantity} chips sold to the lab"),
    Terms.DISCLOSED: N_("{quantity} chips handed over in public"),
    Terms.LEASE: N_("{quantity} chips leased to the lab"),
}
_THING = {
    Thing.RESEARCHERS: N_("Researchers moved to the lab: {n}"),
    Thing.SITE: N_("A site of {n} handed to the lab"),
    Thing.DATA: N_("Fleet records licensed to the lab"),
    Thing.CHANNEL: N_("The cars carry the lab's product"),
}
_PRIVACY = N_("Drivers ask what the lab does with their records")
_EXCUSE = N_("Files contradict the excuse of a warehouse")
_IN_THE_CARS = N_("An incident with the lab's release, in the cars")
_DELAYED = N_("Files show that the carmaker's own site was put off by {time}")
_PROMISE = {
    "kept": N_("Promise kept: {about}, due {due}"),
    "missed": N_("Promise missed: {about}, due {due}"),
    "new": N_("New promise: {about}, due {due}"),
}
_PRINTED = N_("The order book rules out the promise of {due}: {about}")
_ABOUT = {
    Subject.CHIPS_POWERED: N_("chips running"),
    Subject.AUTONOMY: N_("autonomy"),
    Subject.NO_DIVERSION: N_("no chips diverted"),
}
_REFUSAL = N_("The owners refuse the founder chips for the lab")
REFUTED = N_("Documents refute the denial")


def label_of(act: Act) -> Sentence:
    """Return how an act stands on a receipt."""
    if act.thing is Thing.CHIPS:
        return Sentence(_ACT[act.terms], {"quantity": chips(act.quantity)})
    shown: Part = kw(act.quantity) if act.thing is Thing.SITE else count(act.quantity)
    return Sentence(_THING[act.thing], {"n": shown})


def act_story(world: World, act: Act, week: int) -> Story:
    """Tell the owners of a diversion, with the weight the evidence gives it."""
    rules = world.rules
    earlier = earlier_published(world.affairs, act)
    return Story(
        id=world.new_id(),
        label=label_of(act),
        week=week,
        salience=salience(rules, act),
        effect=effects(rules, seen(rules, act, earlier)),
        memory=rules.owners.memory_act,
        price_ppm=-int(PPM * rules.owners.price_gross * gross(rules, act, earlier)),
        act=act.id,
        bad_conduct=not act.voted,
    )


def privacy_story(world: World, week: int) -> Story:
    """Tell drivers that their records went to the lab; it moves nobody's price."""
    owners = world.rules.owners
    loss = world.rules.diversion.privacy_loss
    return Story(
        id=world.new_id(),
        label=Sentence(_PRIVACY),
        week=week,
        salience=owners.salience_base,
        effect=tuple(-int(PPM * loss * kind.missed + 0.5) for kind in owners.kinds),
        memory=owners.memory_act,
        bad_conduct=True,
    )


def channel_story(world: World) -> Story:
    """Tell the owners that an incident of the lab happened in the carmaker's cars."""
    owners, rules = world.rules.owners, world.rules.diversion
    return Story(
        id=world.new_id(),
        label=Sentence(_IN_THE_CARS),
        week=week_of(world.month),
        salience=owners.result_salience,
        effect=tuple(-int(PPM * rules.channel_loss * kind.missed + 0.5) for kind in owners.kinds),
        memory=owners.memory_result,
        price_ppm=-int(PPM * rules.channel_price),
        bad_conduct=True,
    )


def excuse_story(world: World, act: Act, week: int, told: float) -> Story:
    """Tell the owners that the warehouse excuse was untrue: what the act weighs beyond what was told.

    `told` is the idle share that was believed so far, 0-1.
    """
    rules = world.rules
    earlier = earlier_published(world.affairs, act)
    believed = msgspec.structs.replace(act, idle_share=told)
    more = seen(rules, act, earlier) - seen(rules, believed, earlier)
    return Story(
        id=world.new_id(),
        label=Sentence(_EXCUSE),
        week=week,
        salience=salience(rules, act),
        effect=effects(rules, max(0.0, more)),
        memory=rules.owners.memory_act,
        act=act.id,
        bad_conduct=True,
    )


def refusal_story(world: World) -> Story:
    """Tell everybody that the founder asked the owners for chips and was refused."""
    rules = world.rules
    return Story(
        id=world.new_id(),
        label=Sentence(_REFUSAL),
        week=week_of(world.month + 1),
        salience=rules.owners.salience_base,
        effect=effects(rules, rules.owners.deal_refused),
        memory=rules.owners.memory_claim,
    )


def delay_story(world: World, delay: Delay, severity: float, week: int) -> Story:
    """Tell the owners that the founder put off the carmaker's own site; `severity` is f of its places."""
    rules = world.rules
    weight = saturated(rules, severity) * rules.diversion.delay_weight
    return Story(
        id=world.new_id(),
        label=Sentence(_DELAYED, {"time": months(delay.months)}),
        week=week,
        salience=min(1.0, rules.owners.salience_base + weight),
        effect=effects(rules, weight),
        memory=rules.owners.memory_act,
        bad_conduct=True,
    )


def refuted_story(world: World, act: Act, week: int) -> Story:
    """Tell the owners that a denial was false: what a refuted act weighs beyond a published one."""
    rules = world.rules
    earlier = earlier_published(world.affairs, act)
    extra = 1.0 - 1.0 / rules.owners.refuted_seen
    more = 1.0 - 1.0 / rules.owners.refuted_gross
    return Story(
        id=world.new_id(),
        label=Sentence(REFUTED),
        week=week,
        salience=salience(rules, act),
        effect=effects(rules, seen(rules, act, earlier) * extra),
        memory=rules.owners.memory_act,
        price_ppm=-int(PPM * rules.owners.price_gross * gross(rules, act, earlier) * more),
        act=act.id,
        bad_conduct=True,
    )


def repair_effect(rules: Rulebook, scale: float) -> tuple[int, ...]:
    """Return what making peace means to each kind of holder, ppm; `scale` 0-1 is how much there was to do.

    >>> repair_effect(Rulebook(), 0.5)
    (5000, 17500, 25000, 25000, 25000, 12500, 0)
    """
    owners = rules.owners
    scale *= rules.trait.repair
    return tuple(int(PPM * owners.repair_gain * scale * kind.repair + 0.5) for kind in owners.kinds)


def repair_story(world: World, label: Sentence, scale: float, week: int | None = None) -> Story:
    """Tell the owners that peace was made; `scale` 0-1 is how much there was to make good."""
    owners = world.rules.owners
    return Story(
        id=world.new_id(),
        label=label,
        week=week_of(world.month) if week is None else week,
        salience=owners.repair_salience,
        effect=repair_effect(world.rules, scale),
        memory=owners.memory_result,
    )


def louder(stories: list[Story], about: int, more: float) -> list[Story]:
    """Return the stories with those about an act made louder, at most 1."""
    return [
        msgspec.structs.replace(story, salience=min(1.0, story.salience + more))
        if story.act == about
        else story
        for story in stories
    ]


def amends_worth(rules: Rulebook, act: Act) -> float:
    """Return how much there is to make good about one act, 0-1: its weight against a full repair."""
    return min(1.0, seen(rules, act, 0) / rules.owners.repair_full)


def amends_story(world: World, label: Sentence, act: Act) -> Story:
    """Tell the owners that one act was made good: by its weight, and no louder than it was."""
    story = repair_story(world, label, amends_worth(world.rules, act))
    return msgspec.structs.replace(story, salience=min(story.salience, salience(world.rules, act)))


def print_story(world: World, promise: Promise, week: int, lack: float) -> Story:
    """Tell the owners that the order book rules out a promise; `lack` is the part ruled out, 0-1."""
    owners = world.rules.owners
    part = world.rules.court.print_loss * world.rules.trait.promise_loss
    again = part * missed_again(world.rules, world.affairs, promise.id)
    effect = [-owners.missed_loss * again * kind.missed for kind in owners.kinds]
    effect[len(KINDS) - 1] = 0.0
    return Story(
        id=world.new_id(),
        label=Sentence(_PRINTED, _shown(promise.subject, promise.due)),
        week=week,
        salience=min(1.0, owners.salience_base + lack),
        effect=tuple(int(PPM * loss) for loss in effect),
        memory=owners.memory_result,
        price_ppm=-int(PPM * owners.missed_price * part),
        bad_conduct=True,
    )


def missed_again(rules: Rulebook, affairs: Affairs, promise: int) -> float:
    """Return how much heavier a broken word weighs after others that were broken before, 1 and up.

    `promise` is the id of the one that is broken now.
    """
    earlier = sum(other.kept is False and other.id != promise for other in affairs.promises)
    return 1.0 + rules.owners.missed_again * earlier


def promise_labels(subject: Subject, due: int) -> tuple[Sentence, ...]:
    """Return how promises of a subject due in a month stand on receipts: made, printed, kept, missed."""
    return tuple([Sentence(text, _shown(subject, due)) for text in (*_PROMISE.values(), _PRINTED)])


def _shown(subject: Subject, due: int) -> dict[str, Part]:
    return {"about": Term(_ABOUT[subject]), "due": month(due)}


def promise_story(world: World, promise: Promise, outcome: str) -> Story:
    """Tell the owners of a promise: "new", "kept" or "missed"."""
    owners, trait = world.rules.owners, world.rules.trait
    weight = trait.promise_loss if outcome == "missed" else trait.promise_gain
    match outcome:
        case "kept":
            effect = [owners.kept_gain * kind.promises + owners.kept_base for kind in owners.kinds]
            price, memory, loud = owners.kept_price, owners.memory_result, owners.result_salience
        case "missed":
            again = missed_again(world.rules, world.affairs, promise.id)
            again *= 1.0 if promise.printed is None else 1.0 - world.rules.court.print_spared
            effect = [-owners.missed_loss * again * kind.missed for kind in owners.kinds]
            price, memory, loud = -owners.missed_price, owners.memory_result, owners.result_salience
        case _:
            effect = [owners.claim_gain * promise.claim * kind.promises for kind in owners.kinds]
            price, memory, loud = (
                owners.claim_price * promise.claim,
                owners.memory_claim,
                owners.claim_salience,
            )
    effect[len(KINDS) - 1] = 0.0  # who has sold short keeps the opinion that made the position
    return Story(
        id=world.new_id(),
        label=Sentence(_PROMISE[outcome], _shown(promise.subject, promise.due)),
        week=week_of(world.month),
        salience=loud,
        effect=tuple(int(PPM * part * weight) for part in effect),
        memory=memory,
        price_ppm=int(PPM * price * weight),
        bad_conduct=outcome == "missed",
    )
