"""The other commands: what can be ordered besides moving crates, with amounts a person would choose.

Each order has its words, its preview, and, when it cannot be given, the reason. What would be there only
after the last month comes last in its group.
"""

from dataclasses import dataclass, replace

from race.core import commands as c
from race.core.legality import attention
from race.core.words import count, months
from race.session.preview import after_the_end, run_lengths
from race.session.session import Session
from race.speech import _, labelled, speak
from race.speech import quantity as write
from race.ui.present.orders import split
from race.ui.present.orders.lab import chips, money, train
from race.ui.present.orders.owners import between, court, word
from race.ui.present.orders.told import told


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that can be ordered: its group, words, attention, preview and the reason against it.

    `late` says of what can be ordered, but comes only after the last month, that it will not count.
    """

    key: str
    group: str
    text: str
    attention: int
    command: c.Command
    why_not: str
    late: str = ""


def group_names() -> dict[str, str]:
    """Return the groups of orders in words, in their order."""
    return {
        "train": _("Train and release"),
        "chips": _("Chips and power"),
        "money": _("Money and people"),
        "between": _("Between the two"),
        "owners": _("Holders and word"),
        "court": _("Press and court"),
    }


def orders(session: Session) -> tuple[Order, ...]:
    """Return everything that can be ordered now besides crates, by group; what comes too late is last."""
    view = session.view()
    wishes = [
        *train(view),
        *chips(view),
        *money(view),
        *between(view),
        *word(view),
        *court(view),
    ]
    found: dict[str, Order] = {}
    for group, text, command in wishes:
        key = f"{group}.{text}"
        while key in found:  # two sites may be ready in the same month
            key += "+"
        found[key] = _judged(session, key, (group, text), command)
    places = {group: place for place, group in enumerate(group_names())}
    return tuple(sorted(found.values(), key=lambda order: (places[order.group], bool(order.late))))


def own_split(session: Session, points: split.Points) -> Order:
    """Return the order to split the lab's compute in parts that the player has chosen."""
    command = split.command([point * split.POINT for point in points])
    order = _judged(session, split.OWN, ("train", _("Compute: a split of your own")), command)
    if order.why_not or command in session.pending or points != split.points(session):
        return order
    return replace(order, why_not=_("The compute is split so already; change a part first."))


def _judged(session: Session, key: str, words: tuple[str, str], command: c.Command) -> Order:
    reason, (group, text) = session.why_not(command), words
    late = after_the_end(session.view(), command)
    return Order(
        key=key,
        group=group,
        text=_timed(session, text, command),
        attention=attention(command),
        command=command,
        why_not=speak(reason) if reason else "",
        late=speak(late) if late else "",
    )


def _timed(session: Session, text: str, command: c.Command) -> str:
    """Return an order's words, with how long a run takes that ends by its compute and not by the calendar."""
    if not (isinstance(command, c.StartRun) and command.target_flop):
        return text
    low, high = run_lengths(session.view(), command, session.pending)
    time = write(months(high))
    if low < high:
        time = _("{low} to {high}").format(low=write(count(low)), high=time)
    return labelled(text, time)


__all__ = ["Order", "group_names", "orders", "own_split", "told"]
