"""The pages of the debrief's right side as entries: what decided it, without it, judges, score."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from race.core.ids import Firm
from race.core.receipts import Account
from race.core.words import count, points
from race.session.hindsight.looking import Hindsight
from race.session.session import Session
from race.speech import _, capital, labelled, number, speak
from race.speech import quantity as write
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Palette, Theme
from race.ui.pieces.debrief.entry import Entry, EntrySpec, entry_height
from race.ui.present.debrief.judges import MOST, Judge, judges
from race.ui.present.debrief.scored import opened_score, told
from race.ui.present.debrief.turning import Turn
from race.ui.present.debrief.verdict import Verdict
from race.ui.present.debrief.weighing import Change, Weighed, turns_told, weighed

_GAP: Final = 6
"""Least room between entries, at 720p."""
PAGES = ("turns", "without", "judges", "points")
"""Pages of the list."""
ALL = ("race", "trust", "figures", *PAGES, "crowd")
"""Pages where letters are so large that one is shown at a time."""


def page_names() -> dict[str, str]:
    """Return the pages in words, short enough to stand side by side."""
    return {
        "race": _("Race"),
        "trust": _("Trust"),
        "figures": _("Figures"),
        "crowd": _("Place"),
        "turns": _("Decided"),
        "without": _("Without it"),
        "judges": _("Judges"),
        "points": _("Score"),
    }


def entries(  # noqa: PLR0913 - what a page is made from
    page: str, session: Session, verdict: Verdict, seen: Hindsight | None, palette: Palette, *, picked: str
) -> tuple[tuple[str, EntrySpec], ...]:
    """Return the entries of a page with their names."""
    match page:
        case "without":
            found = weighed(session, seen) if seen else ()
            if not found:
                return (("waits", _still_played(seen)),)
            return tuple((one.key, _without(one, palette, picked=picked)) for one in found)
        case "judges":
            inks = {"staff": palette.lab, "holders": palette.car, "rivals": palette.bad}
            return tuple(
                (judge.key, _judge(judge, inks.get(judge.key, palette.text2))) for judge in judges(session)
            )
        case "points":
            return _score(session, verdict, palette)
        case _:
            told = turns_told(session, seen, verdict.turns)
            return tuple(
                (f"turn.{place}", _turn(session, place, turn, words, palette))
                for place, (turn, words) in enumerate(zip(verdict.turns, told, strict=True), 1)
            )


def _ink(moved: float, palette: Palette) -> Ink:
    return palette.good if moved > 0 else palette.bad if moved < 0 else palette.text2


def _turn(session: Session, place: int, turn: Turn, told: tuple[str, ...], palette: Palette) -> EntrySpec:
    ink = _ink(turn.moved, palette)
    return EntrySpec(
        capital(turn.date),
        turn.change,
        ink,
        told[0],
        told[1:-1],
        told[-1],
        disc=str(place),
        tip=f"{told[0]}\n{_month_opened(session, turn.month)}",
    )


def _month_opened(session: Session, index: int) -> str:
    """Return what moved the owners' trust in a month, line by line."""
    report = next((one for one in session.reports if one.month == index), session.reports[-1])
    shares = session.view().holders.shares
    held = max(1, int(shares[shares > 0].sum()))
    lines = [_("The holders' trust that month:")]
    for balance in report.balances:
        if (balance.firm, balance.account) != (Firm.TESLA, Account.TRUST):
            continue
        sums: dict[str, int] = {}
        for entry in balance.receipts:
            words = speak(entry.cause)
            sums[words] = sums.get(words, 0) + entry.amount
        for words, amount in sorted(sums.items(), key=lambda item: -abs(item[1]))[:6]:
            lines.append(f"{write(points(round(amount / held))) or '0'}  {words}")
    return "\n".join(lines)


def _without(one: Weighed, palette: Palette, *, picked: str) -> EntrySpec:
    ink = _ink(one.moved, palette)
    mine = one.key == picked
    changes = sorted((*one.won, *one.cost), key=lambda change: -change.weight)
    told = "\n".join(filter(None, (_moves(_("Won"), one.won), _moves(_("Cost"), one.cost))))
    nothing = _("It moved none of the figures.")
    tip = "\n".join(filter(None, (one.dated, told or nothing, one.otherwise, one.ends, one.luck)))
    return EntrySpec(
        one.title,
        one.worth,
        ink,
        "" if changes else nothing,
        moves=tuple((f"{change.label} {change.shown}", change.good) for change in changes),
        note=one.otherwise if mine else "",
        picked=mine,
        bold=True,
        tip=tip,
    )


def _still_played(seen: Hindsight | None) -> EntrySpec:
    """Say why the page without the decisions holds nothing, or nothing yet."""
    if seen is not None and not seen.busy:
        words = _("No decision of this game was large enough to be weighed by playing without it.")
        return EntrySpec(_("Nothing to weigh"), "", None, words, bold=True)
    words = _(
        "What each large decision was worth is found by playing the same world without it; it stands here, "
        "and its course on the charts, once that has been done."
    )
    return EntrySpec(_("Your game without it"), "", None, words, bold=True)


def _moves(head: str, changes: tuple[Change, ...]) -> str:
    told = ", ".join(f"{change.label} {change.shown}" for change in changes)
    return f"{labelled(head, told)}." if told else ""


def _judge(judge: Judge, ink: Ink) -> EntrySpec:
    return EntrySpec(
        judge.name,
        judge.shown,
        None,
        judge.said,
        share=judge.mark / MOST,
        bar_ink=ink,
        bold=True,
        tip=judge.opened,
    )


def _score(session: Session, verdict: Verdict, palette: Palette) -> tuple[tuple[str, EntrySpec], ...]:
    found = [
        (
            f"part.{place}",
            EntrySpec(
                part.text,
                _("{n} of {all}").format(n=number(part.points), all=number(part.most)),
                share=part.share,
                bar_ink=palette.lab,
                tip=told(lines),
            ),
        )
        for place, (part, lines) in enumerate(zip(verdict.parts, opened_score(session), strict=True))
    ]
    total = _("{n} of {all}").format(
        n=write(count(verdict.total)), all=write(count(round(sum(part.most for part in verdict.parts))))
    )
    return (("total", EntrySpec(_("Score"), total, None, verdict.factor, bold=True)), *found)


def all_stand(theme: Theme, box: Rect, specs: Sequence[tuple[str, EntrySpec]]) -> bool:
    """Tell whether the box holds all entries, each with what came of it, in as few words as may be."""
    return _fitting(theme, box, [_ways(spec) for _key, spec in specs]) == len(specs)


def placed_entries(
    theme: Theme, box: Rect, specs: Sequence[tuple[str, EntrySpec]], *, bare: bool = False
) -> list[Entry]:
    """Return as many of the entries as the box holds, top to bottom; `bare` drops words to hold more."""
    shown = _shortened(theme, box, specs, bare=bare)
    heights = [entry_height(theme, spec, box.w) for _key, spec in shown]
    spare = (box.h - sum(heights)) // max(1, len(heights))
    gap = min(theme.px(16), max(theme.px(_GAP), spare))  # a short list is spread, a long one pages on
    found: list[Entry] = []
    rest = box
    for high, (key, spec) in zip(heights, shown, strict=True):
        place, rest = rest.cut_top(min(high, rest.h), gap)
        found.append(Entry(key, place, theme, spec))
    return found


def _ways(spec: EntrySpec, *, bare: bool = False) -> list[EntrySpec]:
    """Return an entry in the fewest words that are all right for it, then in more and more."""
    least = (spec.bare,) if bare and spec.bare else ()
    return [replace(spec, words=words) for words in (*least, *spec.shorter[::-1], spec.words)]


def _fitting(theme: Theme, box: Rect, ways: Sequence[Sequence[EntrySpec]]) -> int:
    """Return how many entries the box holds from the first on, each in its fewest words."""
    room = box.h + theme.px(_GAP)
    for place, way in enumerate(ways):
        room -= entry_height(theme, way[0], box.w) + theme.px(_GAP)
        if room < 0:
            return place
    return len(ways)


def _shortened(
    theme: Theme, box: Rect, specs: Sequence[tuple[str, EntrySpec]], *, bare: bool
) -> Sequence[tuple[str, EntrySpec]]:
    """Return the entries that stand in the box, at least one, in as many words as let them stand there.

    A little more is said of each before all is said of one.
    """
    ways = [_ways(spec, bare=bare) for _key, spec in specs]
    ways = ways[: max(1, _fitting(theme, box, ways))]
    highs = [[entry_height(theme, spec, box.w) for spec in way] for way in ways]
    room = box.h - theme.px(_GAP) * (len(ways) - 1) - sum(high[0] for high in highs)
    picked = [0] * len(ways)
    for step in range(1, max(map(len, ways), default=1)):
        longer = [place for place, high in enumerate(highs) if step < len(high)]
        for place in sorted(longer, key=lambda one: (highs[one][step], highs[one][0])):
            more = highs[place][step] - highs[place][picked[place]]
            if more <= room:
                room -= more
                picked[place] = step
    return [(key, way[step]) for (key, _spec), way, step in zip(specs, ways, picked, strict=False)]
