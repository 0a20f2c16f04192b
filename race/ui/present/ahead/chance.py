"""How often the game ends how, in futures that reach its end: each chance is the count that was simulated."""

from race.core.ids import WON, Ending
from race.core.outcome import YEAR
from race.core.words import months
from race.session.forecast.outlook import GOAL, Outlook
from race.session.session import Session
from race.speech import _, listed, number, plural
from race.speech import quantity as write
from race.ui.present.ahead.told import plan_names, points_changed, share_shown
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.figures import Said


def in_last_year(session: Session) -> bool:
    """Return whether so few months are left that the futures of a year reach the end."""
    board = session.view().board
    return session.ending is None and board.setting.months - board.month <= YEAR


def reaches(session: Session, seen: Outlook | None) -> bool:
    """Return whether futures are of this month, and of all the months that are left of the last year."""
    if seen is None or not in_last_year(session) or seen.month != session.month:
        return False
    return seen.month + seen.months >= session.view().board.setting.months


def won(seen: Outlook, plan: int = 0) -> int:
    """Return in how many futures of a plan, the one with the orders, the game ends in Frontier or better."""
    return sum(seen.endings[plan].get(ending, 0) for ending in WON)


def short_told(session: Session, seen: Outlook | None, plan: int = 0) -> str:
    """Return the chance of Frontier or better in a few words; empty where the futures do not tell it."""
    if seen is None or not reaches(session, seen):
        return ""
    words = plural(
        "{ending} or better in {k} of {n} future", "{ending} or better in {k} of {n} futures", seen.futures
    )
    return words.format(ending=_frontier(), k=number(won(seen, plan)), n=number(seen.futures))


def chance_told(session: Session, seen: Outlook | None) -> str:
    """Return the chance of Frontier or better, and what the month's orders surely change of it, in sentences.

    Empty where the futures do not tell it: before the last year, or when they do not reach the end.
    """
    if seen is None or not reaches(session, seen):
        return ""
    words = plural(
        "In {n} future in which your officers play on: {ending} or better in {k} ({share}).",
        "In {n} futures in which your officers play on: {ending} or better in {k} ({share}).",
        seen.futures,
    )
    found, n = won(seen), seen.futures
    told = words.format(n=number(n), ending=_frontier(), k=number(found), share=share_shown(found / n))
    return " ".join(filter(None, (told, _changed(seen))))


def _changed(seen: Outlook) -> str:
    """Return what the month's orders change of the chance where that is sure; empty without orders."""
    change = seen.odds[GOAL].change
    if change is None:
        return ""
    if not change.sure:
        return _("So few futures do not tell whether this month's orders change that.")
    words = _("This month's orders change that by {points} in a hundred.")
    return words.format(points=points_changed(change))


def ends_told(session: Session, seen: Outlook) -> str:
    """Return for every plan of a comparison how its futures end; empty where they do not reach the end."""
    if not reaches(session, seen):
        return ""
    names, each = ending_words(), plan_names(len(seen.endings))
    shown = []
    for plan, name in enumerate(each):
        ends = ", ".join(f"{names[ending][0]} {number(n)}" for ending, n in seen.endings[plan].items())
        figure = _("{chance} ({endings})").format(chance=short_told(session, seen, plan), endings=ends)
        shown.append(_("{plan}: {figure}").format(plan=name, figure=figure))
    return _("How it ends. {plans}").format(plans=listed(shown))


def _frontier() -> str:
    return ending_words()[Ending.FRONTIER][0]


def endings_told(session: Session, seen: Outlook | None) -> tuple[Said, ...]:
    """Return every ending that comes in the futures with its count, under a head; nothing where unknown."""
    if seen is None or not reaches(session, seen):
        return ()
    head = plural("In {n} future", "In {n} futures", seen.futures).format(n=number(seen.futures))
    return (
        Said(head, "", "head"),
        *(
            Said(ending_words()[ending][0], f"{number(count)} ({share_shown(count / seen.futures)})")
            for ending, count in seen.endings[0].items()
        ),
    )


def awaited(session: Session, ahead: int, *, playing: bool) -> str:
    """Return why the chance is not told yet in the last year; empty before it.

    `ahead` is how many months the futures look ahead; `playing` says whether they are played unasked.
    """
    board = session.view().board
    if not in_last_year(session):
        return ""
    if not playing:
        return _("How often it ends so is counted in futures: ask for them in the war room.")
    if board.month + ahead < board.setting.months:
        words = _("The futures look {time} ahead, not to the end; the war room sets how far.")
        return words.format(time=write(months(ahead)))
    return _("The futures to the end are being played…")
