"""What each line of the score stands on now, and what of it is still open, in sentences."""

from collections.abc import Iterator

from race.core.formulas.owners.carmaker import MILESTONES, milestone_month
from race.core.ids import PPM, Firm
from race.core.outcome import Reckoning, powered_share, price_against_sector
from race.core.words import count, elo, month, months, percent, usd
from race.session.heard.judged import full_worth_usd, last_year, made_out, prizes_taken
from race.session.session import Session
from race.speech import _, listed, name, number
from race.speech import quantity as write
from race.ui.present.ahead.lap import gap_words

_PLACES = 2
"""Places that a dated prize has."""


def stands_on(session: Session, key: str) -> tuple[str, ...]:
    """Return the sentences of one line of the score, by its key."""
    seen = made_out(session)
    match key:
        case "gap":
            return tuple(_gap(session, seen))
        case "prizes":
            return (_prizes(session),)
        case "frontier":
            return (_frontier(session),)
        case "promises":
            return (_promises(session),)
        case "autonomy":
            return tuple(_autonomy(session, seen))
        case _:
            return (_plain(session, seen, key),)


def _gap(session: Session, seen: Reckoning) -> Iterator[str]:
    low, high = (gap_words(made_out(session, lean).gap) for lean in (-1.0, 1.0))
    words = (
        _("By published scores, mean of the last {time}: {gap}.")
        if low == high
        else _("By published scores, mean of the last {time}: {gap}; likely {low} at best, {high} at worst.")
    )
    yield words.format(
        time=write(months(seen.rules.final_months)), gap=gap_words(seen.gap), low=low, high=high
    )
    yield _("An Elo nearer brings {n} points; level with the first brings all.").format(
        n=number(seen.rules.gap_points / seen.rules.gap_zero, 1)
    )


def _prizes(session: Session) -> str:
    marks = session.view().board.rules.race.prizes_elo
    own = session.view().own.milestones
    taken = prizes_taken(session)
    free = [
        write(elo(mark))
        for mark, there, mine in zip(marks, taken, own, strict=True)
        if there < _PLACES and not mine
    ]
    if not free:
        return _("Nothing is left: both places of every mark are taken, or one of them is yours.")
    return _("A place is still free past {marks}.").format(marks=listed(free))


def _frontier(session: Session) -> str:
    near, played, left = last_year(session)
    words = _("Months of the last year at the frontier so far: {near} of {played}; still to come: {left}.")
    return words.format(near=near, played=played, left=min(left, 12))


def _promises(session: Session) -> str:
    board, given = session.view().board, session.view().affairs.promises
    kept, judged = (sum(one.kept is test for one in given) for test in (True, False))
    still = sum(one.kept is None and one.due <= board.setting.months for one in given)
    words = _("Kept so far: {kept}; broken: {broken}; to fall due before the end: {still}.")
    return words.format(kept=kept, broken=judged, still=still)


def _autonomy(session: Session, seen: Reckoning) -> Iterator[str]:
    reached = seen.carmaker.autonomy_reached
    yield _("Reached: {n} of {all}.").format(n=reached, all=MILESTONES)
    date = next_step(session)
    if date is None:
        return
    end = session.view().board.setting.months
    words = (
        _("At today's pace the next is reached in {date}.")
        if date <= end
        else _("At today's pace the next is reached in {date}, after the end.")
    )
    yield words.format(date=write(month(date)))


def next_step(session: Session) -> int | None:
    """Return the month in which autonomy's next step is reached at today's pace, None for none."""
    view = session.view()
    following = view.carmaker.autonomy_reached + 1
    return milestone_month(view.board.rules, view.carmaker, view.board.month, following)


def _plain(session: Session, seen: Reckoning, key: str) -> str:
    rules, lab = seen.rules, session.view().own
    match key:
        case "trust":
            full = write(percent(round(PPM * (rules.trust_zero + rules.trust_span))))
            now = write(percent(round(PPM * seen.trust)))
            return _("Trust is {now}; {full} brings all.").format(now=now, full=full)
        case "price":
            now = write(percent(round(PPM * price_against_sector(seen.carmaker))))
            return _("The share has made {now} of what its sector has; as much as that brings all.").format(
                now=now
            )
        case "chips":
            now = write(percent(round(PPM * powered_share(seen.carmaker))))
            return _("{now} of the chips that were planned for today run; all of them bring all.").format(
                now=now
            )
        case "value":
            full = write(usd(full_worth_usd(rules)))
            now = write(usd(lab.valuation_usd))
            return _("The lab is worth {now}; {full} brings all.").format(now=now, full=full)
        case "people":
            lost, there = write(count(lab.people_lost)), write(count(lab.staff))
            return _(
                "People who left: {lost}; who are there: {there}. Who has left counts to the end."
            ).format(lost=lost, there=there)
        case _:
            words = _("Incidents of {firm}'s so far: {n}; each takes {points} points, and none comes back.")
            return words.format(
                firm=name(Firm.XAI), n=write(count(lab.incidents)), points=number(rules.incident_points)
            )
