"""Dresses the view-models: lines and numbers of `race.ui.present` become the specs of the pieces."""

from dataclasses import replace
from functools import partial

from race.core.formulas.owners.holders import trust_by_kind
from race.core.ids import LABS, PPM, RIVALS, Firm, Terms
from race.core.ids import Kind as CoreKind
from race.core.receipts import Account
from race.core.words import chips, month, percent
from race.session.forecast.coming import Ranges
from race.session.session import Session
from race.speech import _, capital, labelled, name, nought, plural
from race.speech import quantity as write
from race.ui.kit import tooltips
from race.ui.kit.actions import KeyTable
from race.ui.kit.theme import DARK, LAB_LOOKS, Ink, LabLook, Palette, trust_ink
from race.ui.kit.tooltips import Line
from race.ui.kit.widgets import Row
from race.ui.pieces.crates import BoardSpec, Crate, Dock, Effect, Parcel, Part, Preview
from race.ui.pieces.hall import Camp, HallSpec, Kind, Threshold
from race.ui.pieces.holders.rings import Mark
from race.ui.pieces.plot import ChartSpec, Note, Series
from race.ui.pieces.stat import StatSpec
from race.ui.present import figures, league, news, owners, supply
from race.ui.present.consequences import Consequence, Foresight, promises_now
from race.ui.present.debrief.axes import race_axis, trust_axis
from race.ui.present.guide.linked import opened_by
from race.ui.present.guide.topics import ABOUT
from race.ui.present.opened.kinds import opened_kind
from race.ui.present.opened.leaders import Leader, leaders
from race.ui.present.rooms.yards.parts import shares
from race.ui.present.rooms.yards.road import on_the_way
from race.ui.present.rounding import thousands

_LOOKS = dict(zip((Firm.XAI, *RIVALS), LAB_LOOKS, strict=True))


def look_of(firm: str) -> LabLook:
    """Return colour and marker of a lab."""
    return _LOOKS[next(lab for lab in LABS if lab.value == firm)]


def receipt(opened: figures.Receipt) -> tooltips.Receipt:
    """Return an opened number as the tooltip draws it."""
    causes = tuple(
        tooltips.Cause(
            cause.words,
            cause.amount,
            cause.shown,
            good=None if nought(cause.shown) else cause.amount > 0,
            opens=opened_by(cause.words),
        )
        for cause in opened.causes
    )
    return tooltips.Receipt(
        opened.title,
        opened.now,
        opened.meaning,
        Line(_("Last month"), opened.before),
        causes,
        Line(_("This month"), opened.now),
    )


Hints = tuple[tuple[str, str], ...]
"""Pairs of a keycap and what it does."""


def leading_on(keys: KeyTable, *, kept: bool) -> Hints:
    """Return the keys that lead on from a receipt, other ones when it is kept open."""
    if kept:
        return (keys.shown("confirm"), _("explain the word")), (keys.shown("cancel"), _("back"))
    return (keys.shown("pin"), _("keep open")), (keys.shown("help"), _("how it works"))


def whole_receipt(
    session: Session, ranges: Ranges | None, control: str, opened: tooltips.Receipt, hints: Hints
) -> tooltips.Receipt:
    """Return an opened number with the range it will close in next month, and the keys that lead on.

    Three dots stand for the range (None) while the coming month is still being played.
    """
    firm, _dot, account = control.partition(".")
    shown = "…"
    if ranges is not None:
        ends = ranges.get((Firm(firm), Account(account)))
        shown = figures.expected(session, Account(account), ends) if ends else ""
    return replace(
        opened,
        expected=Line(_("Expected next month"), shown) if shown else None,
        hints=tuple(hint for hint in hints if hint[0]),
    )


def stat(figure: figures.Figure) -> StatSpec:
    """Return a head figure; before the first month its tooltip says what it measures."""
    tip: tooltips.Tip = figure.meaning
    if figure.receipt:
        tip = replace(receipt(figure.receipt), opens=ABOUT.get(figure.key, ""))
    good = None if figure.up is None else figure.good
    label = ", ".join(filter(None, (figure.label, figure.aside)))
    return StatSpec(label, figure.shown, figure.change, good=good, up=figure.up, tip=tip)


def hall(
    session: Session, now: owners.HallState, before: owners.HallState | None, change: float | None = None
) -> HallSpec:
    """Return the hall; `before` gives the wave its start, `change` the previewed trust."""
    old = {wedge.key: wedge.trust for wedge in before.wedges} if before else {}
    trusts = trust_by_kind(session.view().holders)
    kinds = tuple(
        Kind(
            wedge.key,
            wedge.name,
            wedge.trust,
            partial(_opened_kind, session, wedge),
            old.get(wedge.key) if len(old.get(wedge.key, ())) == len(wedge.trust) else None,
            str(round(100 * trusts[CoreKind(wedge.key)] / PPM)),
        )
        for wedge in now.wedges
    )
    wished = None if change is None else min(1.0, max(0.0, now.trust + change))
    scale = Threshold(
        now.trust,
        now.threshold,
        now.threshold_words,
        now.figure,
        wished,
        "" if wished is None else str(round(100 * wished)),
    )
    camps = tuple(Camp(camp.text, camp.share, camp.trust) for camp in now.camps)
    return HallSpec(kinds, now.figure, _("trust"), camps, scale, now.worst)


def _opened_kind(session: Session, wedge: owners.Wedge) -> tooltips.Facts:
    """Return a kind of holder opened."""
    told = opened_kind(session, CoreKind(wedge.key), brief=True)
    trust = write(percent(trust_by_kind(session.view().holders)[CoreKind(wedge.key)]))
    return tooltips.Facts(wedge.name, trust, tuple(Line(said.words, said.shown) for said in told))


def marks(session: Session) -> tuple[Mark, ...]:
    """Return the holders whom most others hear, as the hall marks them."""
    return tuple(Mark(one.key, one.name, one.seat, partial(_opened_leader, one)) for one in leaders(session))


def _opened_leader(one: Leader) -> tooltips.Facts:
    """Return a holder whom many hear, opened."""
    return tooltips.Facts(one.name, one.shown, tuple(Line(said.words, said.shown) for said in one.open()))


def chart(session: Session, tab: str, known: league.RaceState | None = None, ahead: int = 0) -> ChartSpec:
    """Return the race so far on an axis that leaves room for what comes, for so many months `ahead` at least.

    `known` is its state when it is at hand.
    """
    state = known or league.race(session, tab)
    first, now = session.reports[-len(state.months)].month, len(state.months) - 1
    last = league.axis_end(now, session.scenario.file.months - first, ahead)
    months = tuple(league.axis_month(first + index) for index in range(last + 1))
    series = tuple(
        Series(
            line.key,
            line.name,
            look_of(line.key).colour,
            look_of(line.key).marker,
            line.values,
            mine=line.mine,
            releases=line.releases or (() if now else (0,)),
            errors=line.errors,
            tip=line.told,
        )
        for line in state.lines
    )
    labelled = tuple(dict.fromkeys((now, *halves(first, last), *quarters(first, last))))
    return ChartSpec(
        series,
        months,
        now,
        labelled,
        state.ticks,
        state.low,
        state.high,
        digits=1 if tab in ("users", "value") else 0,
        unit=league.units()[tab],
        dates=_dates(first, last),
    )


def _dates(first: int, last: int) -> tuple[str, ...]:
    """Return the months of an axis as its hover table writes them, with their year."""
    return tuple(write(month(first + index)) for index in range(last + 1))


def halves(first: int, last: int) -> tuple[int, ...]:
    """Return the places of Januaries and Julys on an axis that starts in a month."""
    return tuple(place for place in range(last + 1) if (first + place) % 12 in (1, 7))


def quarters(first: int, last: int) -> tuple[int, ...]:
    """Return the places of all months that start a quarter; the chart leaves out what has no room."""
    return tuple(place for place in range(last + 1) if (first + place) % 3 == 1)


def foresight(seen: Foresight, title: str) -> Preview:
    """Return the strip of consequences; a warning takes the line's place, and the line the title's."""
    if not seen.warnings:
        return Preview(title, seen.line, effects(seen.numbers))
    return Preview(seen.line, " ".join(seen.warnings), effects(seen.numbers), alarm=True)


def effects(numbers: tuple[Consequence, ...]) -> tuple[Effect, ...]:
    """Return named numbers of what would follow."""
    return tuple(
        Effect(each.label, each.shown, {1: True, 0: None, -1: False}[each.good], each.up, each.short)
        for each in numbers
    )


def board(
    session: Session, terms: Terms, palette: Palette, refused: dict[tuple[str, str, int], str], rest: Preview
) -> BoardSpec:
    """Return the supply board with this month's moves already made, and the strip while nothing is lifted."""
    inks = {"carmaker": palette.car, "lab": palette.lab}
    crates = tuple(
        replace(_crate(shipment, inks), parts=tuple(Part(*each) for each in shares(session, shipment, terms)))
        for shipment in supply.shipments(session)
    )
    docks = tuple(
        Dock(
            dock.key,
            dock.name,
            inks[dock.key],
            dock.fill,
            dock.captions,
            tip="\n".join(filter(None, (dock.explained, dock.crowd, *dock.standing))),
            crowd=dock.crowd,
        )
        for dock in supply.docks(session)
    )
    parcels = tuple(Parcel(each.when, each.shown, inks[each.payer_side]) for each in on_the_way(session))
    later = _("Later") if parcels else labelled(_("Later"), _("nothing"))
    return BoardSpec("", "", docks, crates, later, parcels, rest, refused)


def resting(session: Session, meaning: str, *, ordering: bool) -> Preview:
    """Return the strip while nothing is lifted: what changes docks, and what the terms are.

    Whoever may order learns in the first month how a crate is moved; the terms are nothing to an onlooker.
    """
    if session.ending is not None:
        return Preview(_("The game is over."), "")
    moved = supply.moved(session)
    words = plural(
        "{n} chip changes docks when the month ends", "{n} chips change docks when the month ends", moved
    )
    how = _("Drag a crate to the other dock, or choose it and press ← or →.")
    return Preview(
        words.format(n=write(chips(moved))) if moved else _("Nothing changes docks this month"),
        "" if not ordering else meaning if len(session.reports) > 1 else how,
    )


def _crate(shipment: supply.Shipment, inks: dict[str, tuple[int, int, int]]) -> Crate:
    return Crate(
        str(shipment.source),
        shipment.dock,
        shipment.shown,
        inks[shipment.payer_side],
        shipment.payer,
        shipment.payer_short,
        shipment.tag,
        " ".join(shipment.explained),
        amount_short=thousands(shipment.quantity),
        when=shipment.when,
        when_short=shipment.when_short,
        foreign=shipment.payer_side != shipment.dock,  # told first where the dock does not tell it
        tag_short="" if shipment.leased else _("taken"),
        kind=shipment.kind,
        kept=shipment.pending,
    )


def news_rows(lines: tuple[news.NewsLine, ...], palette: Palette) -> tuple[Row, ...]:
    """Return news as rows: a lab's marker, or a sign for good and bad."""
    rows = []
    for index, line in enumerate(lines):
        firm = line.firm if line.firm in LABS else ""
        if line.sign == "bad":
            icon, ink = "alert", palette.bad
        elif line.sign == "good":
            icon, ink = "tick", palette.good
        elif firm:
            icon, ink = look_of(firm).marker, look_of(firm).colour
        else:
            icon, ink = "info", palette.text2
        rows.append(Row(f"{index}", line.text, icon, ink, tip=line.text))
    return tuple(rows)


_SIGNS = {"kept": "tick", "track": "tick", "missed": "warning", "risk": "warning"}


def affair_rows(session: Session, palette: Palette, broken: frozenset[int] = frozenset()) -> tuple[Row, ...]:
    """Return promises, secrets with the chance that they come out, and cases, as rows.

    Open promises that fall due in one of the `broken` months would be broken by the crate in the hand.
    """
    inks = {"kept": palette.good, "track": palette.good, "missed": palette.bad, "risk": palette.warning}
    rows = [
        Row(
            f"promise.{index}",
            line.text,
            _SIGNS[line.state],
            inks[line.state],
            line.due,
            line.status,
            inks[line.state],
            tip=_("{text}, by {due}. {status}. {so_far}")
            .format(text=line.text, due=line.due, status=line.status, so_far=line.so_far)
            .rstrip(),
        )
        for index, line in enumerate(promises_now(session, broken))
    ]
    for case in owners.cases(session):
        rows.append(Row(f"case.{len(rows)}", case, "paragraph", palette.warning, tip=case))
    for act in owners.diversions(session):
        icon, ink = ("hidden", palette.warning) if act.secret else ("document", palette.text2)
        tip = f"{labelled(act.text, act.status)}."
        rows.append(Row(f"act.{act.act}", act.text, icon, ink, "", act.status, ink, tip=tip))
    if (meeting := owners.next_meeting(session)) is not None:
        day, words, near, close = meeting
        ink = palette.warning if near and close else palette.text2
        tip = _("Meeting of the holders in {date}: {words} today.").format(date=day, words=words)
        row = Row("meeting", _("Meeting"), "arch", ink, day, words, ink, tip=tip)
        rows.insert(0 if near else len(rows), row)
    return tuple(rows)


def trust_colour(trust: float) -> Ink:
    """Return the hall's colour for a trust from 0 to 1."""
    return trust_ink(trust)


def lab_name() -> str:
    """Return the lab's name in the chosen pack."""
    return name(Firm.XAI)


def carmaker_name() -> str:
    """Return the carmaker's name in the chosen pack."""
    return name(Firm.TESLA)


def date(index: int) -> str:
    """Return a month as a date that stands by itself or begins a sentence."""
    return capital(write(month(index)))


def race_over(
    session: Session, numbered: tuple[tuple[int, str], ...], otherwise: Series | None = None
) -> ChartSpec:
    """Return the whole race with the numbered months on the player's line, and a race that was not."""
    spec = chart(session, "quality")
    last = len(session.reports) - 1
    own = next(series for series in spec.series if series.mine)
    notes = tuple(
        Note(index, value, shown) for index, shown in numbered if (value := own.values[index]) is not None
    )
    labelled = tuple(index for index in spec.labelled if index <= last)
    quiet = tuple(replace(each, releases=(), errors=()) for each in spec.series)
    series = quiet if otherwise is None else (otherwise, *quiet)
    axis = race_axis(each.values for each in series)
    spec = replace(spec, ticks=axis.ticks, low=axis.low, high=axis.high, months=spec.months[: last + 1])
    return replace(spec, series=series, labelled=labelled, now=None, notes=notes)


def never(name: str, values: tuple[float | None, ...], months: int) -> Series:
    """Return the grey dashed line of a game that was not played, no longer than the one that was."""
    return Series("never", name, DARK.text3, "circle", values[:months], faint=True)


def trust_over(
    session: Session, numbered: tuple[tuple[int, str], ...], otherwise: Series | None = None
) -> ChartSpec:
    """Return the owners' trust over the game, with the line under which they vote the founder out."""
    values = tuple(report.trust_ppm / PPM * 100 for report in session.reports)
    limit = 100 * session.view().board.rules.owners.theta_keep
    first, last = session.reports[0].month, len(session.reports) - 1
    months = tuple(league.axis_month(first + index) for index in range(last + 1))
    look = LAB_LOOKS[0]
    own = Series("trust", _("Trust"), DARK.car, look.marker, values, mine=True)
    notes = tuple(Note(index, values[index], shown) for index, shown in numbered)
    labelled = tuple(dict.fromkeys((last, *halves(first, last), *quarters(first, last))))
    words = _("Voted out near {limit}").format(limit=round(limit))
    series = (own,) if otherwise is None else (otherwise, own)
    dates, axis = _dates(first, last), trust_axis((each.values for each in series), limit)
    ends = axis.low, axis.high
    return ChartSpec(series, months, None, labelled, axis.ticks, *ends, (limit, words), notes, dates=dates)
