"""What can be looked at in the text game: pages of plain lines from the view-models."""

from collections.abc import Iterator

from race.core.ids import LABS
from race.core.words import count, month, usd
from race.session.forecast.coming import FUTURES, ComingMonth
from race.session.session import Session
from race.speech import _, capital, date, labelled, name, plural
from race.speech import quantity as write
from race.ui.present import advice, figures, league, news, orders, owners, supply
from race.ui.present.ahead import lap
from race.ui.present.ahead.closing import closing
from race.ui.present.opened.leaders import leaders
from race.ui.present.rooms.counts import counts
from race.ui.present.rooms.yards.road import on_the_way
from race.ui.present.telling import MARKS, score_lines
from race.ui.text.rooms import table_lines

_HEARD = 4
"""Holders who are heard most, told beside the hall."""
_BAR = 20
"""Characters of a bar of trust."""


def header_lines(session: Session) -> Iterator[str]:
    """Yield the date, the figures, the place in the race, and what has been ordered."""
    yield capital(date(session.month))
    for figure in figures.header(session):
        yield f"  {labelled(figure.label, figure.shown)}{_change(figure)}"
        if figure.made_of:
            yield f"    {figure.made_of}"
    for figure in figures.footing(session):
        yield f"  {labelled(figure.label, figure.shown)}{_change(figure)}"
    yield "  " + " ".join(figures.money_told(session))
    race = league.race(session)
    yield "  " + _("Place: {place}").format(place=f"{race.place}, {race.caption}")
    yield "  " + league.goal_told(session)
    yield "  " + _("Attention: {left} of {all} points left").format(
        left=session.attention_left(), all=session.view().attention
    )
    yield from plan_lines(session)
    for hint in advice.hints(session):
        yield f"  {hint.text}."


def _change(figure: figures.Figure) -> str:
    if not figure.change:
        return ""
    words = _(" (up {change})") if figure.up else _(" (down {change})")
    return words.format(change=figure.change.lstrip("+\u2212"))


def plan_lines(session: Session) -> Iterator[str]:
    """Yield this month's orders so far."""
    if not session.pending:
        yield "  " + _("Nothing is ordered this month.")
    view = session.view()
    for number, command in enumerate(session.pending, start=1):
        yield "  " + _("Ordered {number}: {order}").format(number=number, order=orders.told(command, view))
    for command in session.coming():
        yield "  " + _("The officers will order: {order}.").format(order=orders.told(command, view))


def board_lines(session: Session) -> Iterator[str]:
    """Yield both docks with their crates, numbered through, later deliveries, and what the month brings."""
    crates = supply.shipments(session)
    for dock in supply.docks(session):
        yield _("Dock of {firm}: {caption}.").format(firm=dock.name, caption=dock.captions[0])
        for number, crate in enumerate(crates, start=1):
            if crate.dock == dock.key:
                facts = "".join(f" {fact}" for fact in crate.facts)
                # a month may be written short, with a point of its own
                yield f"  {number}. {_crate(crate).removesuffix('.')}.{facts}"
        yield from (f"  {told}" for told in (dock.explained, *dock.standing))
    for later in reversed(on_the_way(session)):
        paid = _("paid by the carmaker") if later.payer_side == "carmaker" else _("paid by the lab")
        yield _("Later, {date}: {n} chips, {paid}").format(date=later.when, n=later.shown, paid=paid)
    coming = ComingMonth()
    coming.play(session, FUTURES)
    told = closing(session, coming)
    if told:
        yield labelled(_("If you end the month now"), "").rstrip()
    yield from (f"  {labelled(each.label, each.shown)}" for each in told)


def _crate(crate: supply.Shipment) -> str:
    words = plural("{n} chip, paid by {firm}, {when}", "{n} chips, paid by {firm}, {when}", crate.quantity)
    told = words.format(n=crate.shown, firm=crate.payer_short, when=crate.when)
    if crate.pending:
        return told + _(" (moves when the month ends)")
    return f"{told} ({crate.tag})" if crate.tag else told


def hall_lines(session: Session, *, plain: bool) -> Iterator[str]:
    """Yield trust by kind of holder, the camps and the threshold; bars unless `plain`."""
    hall = owners.hall(session)
    yield _("Trust of the holders, by shares: {figure} of 100. {threshold}.").format(
        figure=hall.figure, threshold=hall.threshold_words
    )
    width = max(len(wedge.name) for wedge in hall.wedges)
    for wedge in hall.wedges:
        if plain:
            yield f"  {labelled(wedge.name, wedge.shown)}"
        else:
            full = round(_BAR * wedge.mean)
            yield f"  {wedge.name:<{width}}  {'#' * full}{'.' * (_BAR - full)}  {wedge.shown}"
    yield "  " + ", ".join(camp.text for camp in hall.camps)
    if hall.insight != owners.ladder_told(session):  # the steps at the end begin with it
        yield hall.insight
    heard = [
        _("{who} ({kind}, {trust})").format(who=one.name, kind=one.kind, trust=one.shown)
        for one in leaders(session)[:_HEARD]
    ]
    yield _("Heard most: {who}. More: room hall.").format(who=", ".join(heard))
    yield from ladder_lines(session)


def race_lines(session: Session) -> Iterator[str]:
    """Yield the league: place, lab, score with its error, compute, users, worth and open claims."""
    for place, told in league.table(session):
        yield f"  {place} {told}"


def news_lines(session: Session) -> Iterator[str]:
    """Yield last month's news, the weightiest first."""
    told = news.news(session)
    if not told:
        yield _("There is no news yet.")
    for line in told:
        yield f"{MARKS[line.sign]} {line.text}"


def ladder_lines(session: Session) -> Iterator[str]:
    """Yield the steps from a quiet hall to removal on one line, today's in brackets."""
    now = owners.rung(session)
    yield owners.ladder_told(session)
    yield "  " + " > ".join(
        f"[{words}]" if rung is now else words for rung, words in owners.rung_names().items()
    )


def promise_lines(session: Session) -> Iterator[str]:
    """Yield the promises with their dates and how they stand."""
    given = owners.promises(session)
    if not given:
        yield _("Nothing is promised.")
    for promise in given:
        yield _("{promise} by {due}: {status}").format(
            promise=promise.text, due=promise.due, status=promise.status
        )


def affair_lines(session: Session) -> Iterator[str]:
    """Yield diversions with the chance that they come out, cases in court, votes past and next."""
    secrets, cases = owners.diversions(session), owners.cases(session)
    if not secrets:
        yield _("No chips have been diverted.")
    for secret in secrets:
        yield labelled(secret.text, secret.status)
    if not cases:
        yield _("There is no case in court.")
    yield from cases
    board = session.view().board
    for firm in LABS:
        for said in board.claims.get(firm, ()):
            yield labelled(name(firm), league.claim_told(board, firm, said))
    yield from _votes(session)


def _votes(session: Session) -> Iterator[str]:
    view = session.view()
    for vote in reversed(owners.votes(session)):
        yield f"{vote.date}. {labelled(vote.text, vote.result)}"
    questions = owners.ballot_names()
    for ballot, amount in view.affairs.agenda.items():
        asked = _("{question}, {amount}").format(question=questions[ballot], amount=write(usd(amount)))
        yield _("On the agenda: {question}").format(question=asked if amount else questions[ballot])
    coming = [meeting for meeting in view.board.setting.meetings if meeting > view.board.month]
    if coming:
        yield _("Next annual meeting: {date}").format(date=write(month(coming[0])))


def order_lines(session: Session) -> Iterator[str]:
    """Yield everything that can be ordered, numbered through, by group, with attention and reasons."""
    groups, group = orders.group_names(), ""
    for number, order in enumerate(orders.orders(session), start=1):
        if order.group != group:
            group = order.group
            yield labelled(groups[group], "").rstrip()
        told = _("{order} (attention {n})").format(order=order.text, n=write(count(order.attention)))
        reason = _(" Not now: {reason}").format(reason=order.why_not) if order.why_not else ""
        late = f" {order.late}" if order.late and not reason else ""
        yield f"  {number}. {told}{reason}{late}"


def standing_lines(session: Session) -> Iterator[str]:
    """Yield the score as if the game ended here, by parts."""
    if session.ending is not None:
        yield from score_lines(session)
        return
    yield _("If the game ended now:")
    page, start = counts(session), 1
    for table in page.tables():
        if table.key in ("endings", "points"):
            yield from table_lines(table, start)
        start += len(table.lines)
    yield _(
        "Score {points} of 1\u202f000, as far as anybody can know; {open} are still open. More: room score."
    ).format(points=lap.points_told(session), open=write(count(lap.still_open(session))))
