"""The rows of the month: who asks, what is ordered, taken back, what else waits; and what each leads to."""

from collections.abc import Sequence

from race.speech import _
from race.ui.kit.widgets import Row
from race.ui.present import advice, orders, routine
from race.ui.present.advice import Hint
from race.ui.present.ahead import lap
from race.ui.present.debrief.turning import places_won
from race.ui.screens.game import Game
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.table.question import waiting


def rows(desk: Desk, game: Game, hints: Sequence[Hint]) -> tuple[Row, ...]:
    """Return the rows in their order: `order`, `redo`, `hint` and `routine`, each with its place."""
    told = [(hint.group, _waiting(desk, place, hint)) for place, hint in enumerate(hints)]
    asking = [row for group, row in told if group == advice.HOUSE]
    standing = [row for group, row in told if group == advice.COUNTS]
    rest = [row for group, row in told if group not in (advice.HOUSE, advice.COUNTS)]
    given = [*_given(desk, game), *_taken_back(desk, game)]
    if not hints and not given:
        rest = [Row("none", _("Nothing waits for you."), faint=True)]
    officers = _officers(desk, game)
    rest = [officers, *rest] if game.session.coming() else [*rest, officers]
    return (*asking, *standing, *given, *rest)


def _given(desk: Desk, game: Game) -> list[Row]:
    return [
        Row(
            f"order.{place}",
            orders.told(command, game.session.view()),
            "tick",
            desk.theme.palette.lab,
            right=_("undo"),
            tip=_("“undo” or Del takes it back; a click on the order weighs it in the war room."),
            side="take_back",
        )
        for place, command in enumerate(game.session.pending)
    ]


def _taken_back(desk: Desk, game: Game) -> list[Row]:
    return [
        Row(
            "redo.0",
            orders.told(command, game.session.view()),
            "redo",
            desk.theme.palette.text3,
            right=_("redo"),
            tip=_("Taken back. Click to give it again (Ctrl+Y)."),
            faint=True,
        )
        for command in game.session.undone[-1:]
    ]


def _waiting(desk: Desk, place: int, hint: Hint) -> Row:
    palette = desk.theme.palette
    if hint.group == advice.COUNTS:
        tip = _("{hint}. Click to see what counts ({key}).")
        told = tip.format(hint=hint.text, key=desk.keys.shown("score"))
        return Row(f"hint.{place}", hint.text, "flag", palette.lab, tip=told)
    leads = {
        advice.HOUSE: _("{hint}. Click to answer."),
        advice.PEOPLE: _("{hint}. Click to see your people."),
    }
    return Row(
        f"hint.{place}",
        hint.text,
        "warning" if hint.urgent else "chevron_right",
        palette.warning if hint.urgent else palette.text3,
        tip=leads.get(hint.group, _("{hint}. Click to see the orders.")).format(hint=hint.text),
    )


def _officers(desk: Desk, game: Game) -> Row:
    tip = _("Click to say what the lab's officers do by themselves ({key}).")
    return Row(
        "routine.all",
        routine.told(game.session),
        "gear",
        desk.theme.palette.text3,
        tip=tip.format(key=desk.keys.shown("routine")),
    )


def turned(desk: Desk, game: Game, kind: str, place: int) -> bool:
    """Take an order of the month back, with those that need it, or give again what was taken back."""
    if kind == "redo":
        return game.session.redo() is not None
    for words in game.take_back(place):
        desk.tell(_("Also taken back: {order}").format(order=words), "undo")
    return True


def tell_standing(desk: Desk, game: Game) -> None:
    """Say what places the last month won and, in the last lap, how the game would end if that has changed."""
    ink, won, now = desk.theme.palette.lab, places_won(game.session), lap.stands(game.session)
    if won:
        desk.tell(won, "up", ink)
    if now and now != game.stood:
        desk.tell(now, "flag", ink)
    game.stood = now


def _meant(order: orders.Order, hint: Hint) -> bool:
    """Tell whether an order is the one that a hint speaks of, or one of that kind that can be given."""
    if isinstance(hint.about, type):
        return isinstance(order.command, hint.about) and not order.why_not
    return hint.about is not None and order.command == hint.about


def led_to(desk: Desk, game: Game, hint: Hint) -> Wish | None:
    """Open what a hint leads to: the question that waits, or a group of orders, at the one it speaks of."""
    if hint.group != advice.HOUSE:
        every = orders.orders(game.session)
        meant = (order.key for order in every if _meant(order, hint))
        return Wish("open", OrdersPanel(desk, game, hint.group, next(meant, "")))
    sheet = waiting(desk, game)
    return Wish("open", sheet) if sheet else None
