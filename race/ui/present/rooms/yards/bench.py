"""The lab at work: where its running compute goes, what each part makes of it, and its price."""

from collections.abc import Iterator

from race.core.formulas.race.demand import serving_load
from race.core.formulas.race.money import consumer_revenue
from race.core.formulas.race.quality import flop_of_month
from race.core.ids import PPM
from race.core.view import FounderView
from race.core.words import chips, elo, flop, month, percent
from race.session.preview.ranges.split import incidents_in_a_year
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.orders.split import OWN
from race.ui.present.rooms.page import Line, Table, spoken


def bench(session: Session) -> Table:
    """Return the four parts of the lab's compute, and its price."""
    view = session.view()
    own, split = view.own, view.own.split
    rows = (
        ("training", _("Training"), split.training, tuple(_training(view))),
        ("research", _("Research"), split.research, tuple(_research(view))),
        ("serving", _("Users"), split.serving, tuple(_serving(view))),
        ("safety", _("Safety"), split.safety, tuple(_safety(session, view))),
    )
    running = own.depot.running()
    lines = [
        Line(
            f"bench.{key}",
            (words, write(percent(part)), write(chips(running * part // PPM))),
            "lab",
            "chip",
            part / PPM,
            spoken(told),
            leads=OWN,
        )
        for key, words, part, told in rows
    ]
    price = _("What the service costs, of the usual price: who asks more has fewer users who pay.")
    price_cells = (_("Price of the product"), write(percent(own.price_level)), "–")
    lines.append(Line("bench.price", price_cells, "quiet", "books", None, spoken((price,))))
    heads = (_("Use"), _("Part"), _("Chips"))
    return Table(
        "bench", _("The lab at work"), heads, tuple(lines), "", _("of the chips that run or are rented")
    )


def _training(view: FounderView) -> Iterator[str]:
    own = view.own
    spent = flop_of_month(view.board.rules.race, own.depot.running(), own.split.training)
    yield _("A month of it is {compute}.").format(compute=write(flop(spent)))
    if own.run is not None:
        yield _("The run began in {start} and ends in {end}; {compute} are spent.").format(
            start=write(month(own.run.started)),
            end=write(month(own.run.last_month)),
            compute=write(flop(own.run.flop)),
        )
        if own.run.target_flop:
            yield _("It ends sooner if it reaches {compute}.").format(
                compute=write(flop(own.run.target_flop))
            )
    elif own.candidate is not None:
        yield _("A run of {compute} is finished and not released.").format(
            compute=write(flop(own.candidate.flop))
        )
    else:
        yield _("No training run is under way, so nothing comes of it.")


def _research(view: FounderView) -> Iterator[str]:
    own = view.own
    words = _(
        "Method is know-how: what a lab scores beyond its compute. This lab's is worth {n} against the "
        "industry's."
    )
    yield words.format(n=_signed(own.recipe))
    if view.board.rules.switches.research:
        yield _(
            "Research moves it, {n} for each doubling beyond the others; people and time do as well."
        ).format(n=write(elo(view.board.rules.race.recipe_doubling)))


def _signed(score: float) -> str:
    written = write(elo(score))
    return f"+{written}" if round(score) > 0 else written


def _serving(view: FounderView) -> Iterator[str]:
    own, rules = view.own, view.board.rules
    if not rules.switches.serving:
        return
    firms = own.revenue_usd - consumer_revenue(rules.money, own.users_k, own.price_level)
    needed = int(serving_load(rules.race, own.users_k, max(0, firms)))
    given = own.depot.running() * own.split.serving // PPM
    yield _("Users and firms need {needed} of these chips.").format(needed=write(chips(needed)))
    if needed > given:
        yield _("{part} of them are turned away, and some do not come back.").format(
            part=write(percent((needed - given) * PPM // needed))
        )


def _safety(session: Session, view: FounderView) -> Iterator[str]:
    rules = view.board.rules
    if not rules.switches.safety:
        return
    yield _("{part} of compute for safety is what stops risk from building.").format(
        part=write(percent(int(PPM * rules.race.safety_need)))
    )
    yield _("An incident comes with a chance of {now} a month; after a year of this, of {then}.").format(
        now=write(percent(session.reports[-1].risk_ppm)),
        then=write(percent(incidents_in_a_year(view, view.own.split.safety))),
    )
