"""The sections over the months: trust, the race, and the most and the least dramatic game."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from race.core.ids import LABS
from race.speech import _, name
from race.study.balance.drama import Drama, Trace, quantiles
from race.study.balance.games import Track
from race.study.balance.page.fans import chances_chart, hope_chart, race_fan, trust_fan
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
    low, middle, high = (f"{cut:.1f}" for cut in quantiles(drama.traces, "excitement"))
    lead = _(
        "Above: the founder's chance to reach Frontier or better, from what everybody can see; below: "
        "each lab's chance to be first. How much the upper chance moves in a game, 10 / 50 / 90 %: "
        "{low} / {middle} / {high}."
    ).format(low=low, middle=middle, high=high)
    world = f"--scenario {scenario} --difficulty {difficulty}"
    yield section(
        _("The most and the least dramatic game"),
        lead,
        cards(
            [
                figure(words, _told(trace, world), hope_chart(trace) + chances_chart(trace))
                for words, trace in (
                    (_("The most dramatic"), drama.most),
                    (_("The least dramatic"), drama.least),
                )
            ]
        ),
        legend([(f"lab-{lab.value}", name(lab.value)) for lab in LABS]),
        f'<p class="note">{escape(_believed(drama))}</p>',
    )


def _believed(drama: Drama) -> str:
    return _(
        "Fitted to {n} of the archetypes' whole games. On the others the upper chance is off by {hope} on "
        "average (Brier {hope_brier}), the lower ones by {labs} (Brier {labs_brier})."
    ).format(
        n=drama.hope.games,
        hope=f"{100 * drama.hope.calibration:.0f} %",
        hope_brier=f"{drama.hope.brier:.2f}",
        labs=f"{100 * drama.labs.calibration:.0f} %",
        labs_brier=f"{drama.labs.brier:.2f}",
    )


def _told(trace: Trace, world: str) -> str:
    return _(
        "{founder}, seed {seed}, {ending}; truly best at the end: {lab}. See it: diverted watch "
        "--founder {founder} --seed {seed} {world}"
    ).format(
        founder=trace.founder,
        seed=trace.seed,
        ending=trace.ending.replace("_", "-"),
        lab=name(LABS[trace.first].value),
        world=world,
    )
