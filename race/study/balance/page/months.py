"""The sections over the months: trust, the race, and the most and the least dramatic game."""

from collections.abc import Callable, Iterator, Sequence

from race.core.ids import LABS
from race.speech import _, name
from race.study.balance.drama import Drama, Trace, quantiles
from race.study.balance.games import Track
from race.study.balance.page.fans import chances_chart, race_fan, trust_fan
from race.study.balance.page.html import cards, figure, legend, section
from race.study.balance.tally import Side, Tally


def months_section(tally: Tally) -> Iterator[str]:
    """Yield a fan a founder of trust, and one of the race."""
    sides = [*tally.of("field"), *tally.of("planner")]
    if not sides:
        return
    yield section(
        _("Trust over the months"),
        _("Share-weighted, 0-1: the median, the middle half and four fifths of the games still going on."),
        _fans(sides, trust_fan),
    )
    yield section(
        _("The race over the months"),
        _("Elo of the founder's lab ahead of the best other lab, in truth: above the dotted line it leads."),
        _fans(sides, race_fan),
    )


def _fans(sides: Sequence[Side], draw: Callable[[Sequence[Track]], str]) -> str:
    drawn = []
    for side in sides:
        tracks = [game.track for game in side.games if game.track is not None]
        if tracks:
            drawn.append(figure(side.arm.founder, "", draw(tracks)))
    return cards(drawn, small=True)


def drama_section(tally: Tally, drama: Drama | None) -> Iterator[str]:
    """Yield the position values of two games, and how far they may be believed."""
    if drama is None:
        return
    scenario, difficulty = tally.spec.home
    low, middle, high = quantiles(drama.traces, "excitement")
    believed = _(
        "Each lab's chance to be first at the end, from what everybody can see, fitted to {n} of these "
        "games; on the others its Brier score is {brier} and its chances are off by {off} on average. "
        "Excitement of a game, 10 / 50 / 90 %: {low} / {middle} / {high}."
    ).format(
        n=drama.fit.games,
        brier=f"{drama.fit.brier:.2f}",
        off=f"{drama.fit.calibration:.0%}",
        low=f"{low:.1f}",
        middle=f"{middle:.1f}",
        high=f"{high:.1f}",
    )
    entries = [(f"lab-{lab.value}", name(lab.value)) for lab in LABS]
    world = f"--scenario {scenario} --difficulty {difficulty}"
    yield section(
        _("The most and the least dramatic game"),
        believed,
        cards(
            [
                figure(_("The most dramatic"), _told(drama.most, world), chances_chart(drama.most)),
                figure(_("The least dramatic"), _told(drama.least, world), chances_chart(drama.least)),
            ]
        ),
        legend(entries),
    )


def _told(trace: Trace, world: str) -> str:
    return _(
        "{founder}, seed {seed}, {ending}; truly best at the end: {lab}. See it: diverted watch "
        "--founder {founder} --seed {seed} {world}"
    ).format(
        founder=trace.founder,
        seed=trace.seed,
        ending=trace.ending.replace("_", "-"),
        lab=name(LABS[trace.winner].value),
        world=world,
    )
