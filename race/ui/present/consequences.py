"""What an order would do, in words and signed numbers, before it is given."""

from dataclasses import dataclass, replace

from race.core.commands import Command, Divert, Hire, SetPay
from race.core.ids import PPM, Firm
from race.core.legality import attention
from race.core.words import Quantity, count, percent
from race.policy.routine import kept_by_hand
from race.session import preview as ahead
from race.session.heard.chipmaker import quoted
from race.session.heard.talent import paid, raid, talent
from race.session.session import Session
from race.speech import NARROW, _, capital, nought, speak
from race.speech import quantity as write
from race.ui.present.figures import signed
from race.ui.present.owners import PromiseLine, promises


@dataclass(frozen=True, slots=True)
class Consequence:
    """One named number: as written, 1 / 0 / -1 for the founder, and its direction, None for none.

    `short` names it where the whole name has no room; empty for the same.
    """

    label: str
    shown: str
    good: int
    up: bool | None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Foresight:
    """What would follow: a line, numbers, warnings, the change of trust if all were known.

    `broken` holds the due months of the promises that the books would contradict; `later` the numbers that
    follow months afterwards, `attention` what of the month's it takes.
    """

    line: str
    numbers: tuple[Consequence, ...]
    warnings: tuple[str, ...]
    trust_change: float | None
    broken: frozenset[int] = frozenset()
    later: tuple[Consequence, ...] = ()
    attention: int = 0


def brief(label: str) -> str:
    """Return a shorter name of a number of the preview, by its untranslated name; empty when it has none."""
    short = {ahead.QUALITY: _("Score"), ahead.LEAK: _("Leak"), ahead.AUTONOMY: capital(_("autonomy"))}
    return short.get(label, "")


def foresee(session: Session, command: Command) -> Foresight:
    """Return the consequences of a command as far as the founder can know them."""
    given = list(session.pending)
    if command in given and session.why_not(command) is not None:  # this one it is, and not a second like it
        given.remove(command)
    seen = ahead.preview(quoted(session), command, given)
    trust = next((_middle(effect) / PPM for effect in seen.effects if effect.label == ahead.TRUST), None)
    return Foresight(
        line=speak(seen.line),
        numbers=(*_people(session, command), *(_number(effect) for effect in seen.effects)),
        warnings=(*(speak(warning) for warning in seen.warnings), *_undone(session, command)),
        trust_change=trust,
        broken=frozenset(
            int(due.value)
            for warning in seen.warnings
            if isinstance(due := warning.values.get("due"), Quantity)
        ),
        later=tuple(_number(effect) for effect in seen.later),
        attention=attention(command),
    )


def _undone(session: Session, command: Command) -> tuple[str, ...]:
    """Say that the officers will set anew what an order sets, where it is left to them."""
    left = kept_by_hand([command]).intersection(session.standing)
    return (_("It is left to the officers: from next month they may set it anew."),) if left else ()


def broken_word(session: Session, broken: frozenset[int]) -> tuple[str, ...]:
    """Return in sentences the open promises that fall due in these months, and what missing one takes."""
    words = _("You promised the holders: “{promise}”. It stands until {due}.")
    given = [line for line in promises(session) if line.month in broken and line.open]
    trust, price = (_number(effect).shown for effect in ahead.if_missed(session.view()))
    lost = _("If it is missed: trust {trust}, share price {price}.").format(trust=trust, price=price)
    return *(words.format(promise=line.text, due=line.due) for line in given), *((lost,) if given else ())


def promises_now(session: Session, held: frozenset[int]) -> tuple[PromiseLine, ...]:
    """Return the promises as this month's orders leave them, and as the crate in the hand would.

    `held` holds the due months of those that the crate would break.
    """
    lines = promises(session)
    ordered: frozenset[int] = frozenset()
    if any(line.open for line in lines):
        ordered = ordered.union(*(foresee(session, command).broken for command in session.pending))
    return tuple(_as_left(line, ordered, held) for line in lines)


def _as_left(line: PromiseLine, ordered: frozenset[int], held: frozenset[int]) -> PromiseLine:
    """Return a promise with the status that orders of the month, or else a held crate, would give it."""
    if not line.open or line.month not in ordered | held:
        return line
    status = _("Broken as ordered") if line.month in ordered else _("Broken if you drop")
    return replace(line, status=status, state="missed", so_far="")


def _people(session: Session, command: Command) -> tuple[Consequence, ...]:
    """Return what people say of an order that is about them: who would come, who would leave."""
    match command:
        case Hire(source=Firm() as source) if source is not Firm.TESLA:
            found = raid(talent(session), source, command.researchers)
            each = _range(write(percent(found.low_ppm)), write(percent(found.high_ppm)))
            come = _range(write(count(found.fewest)), write(count(found.most)))
            return (
                Consequence(_("Would come"), each, 1, None),
                Consequence(_("Would come, 80 % likely"), come, 1, None),
            )
        case SetPay():
            now = talent(session)
            before, after = now.leaving, paid(now, command.level)
            good = (before.known_ppm > after.known_ppm) - (before.known_ppm < after.known_ppm)
            now_and_then = write(percent(before.known_ppm)), write(percent(after.known_ppm))
            known = _then(*now_and_then) if good else now_and_then[0]
            return (Consequence(_("Known people leave, a month"), known, good, None),)
        case _:
            return ()


def _then(now: str, then: str) -> str:
    return _("{now}, then {then}").format(now=now, then=then)


def _range(low: str, high: str) -> str:
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def trust_ordered(session: Session) -> float | None:
    """Return what this month's orders would move trust by if all knew of them, 0-1; None for nothing."""
    moved = [foresee(session, command).trust_change for command in session.pending]
    felt = [change for change in moved if change]
    return sum(felt) if felt else None


def of_moves(session: Session) -> tuple[Consequence, ...]:
    """Return what this month's moved crates change by themselves, each number summed over them."""
    view, found = quoted(session), dict[str, ahead.Effect]()
    for command in session.pending:
        if isinstance(command, Divert):
            for effect in ahead.preview(view, command).effects:
                if effect.moves:
                    found[effect.label] = (
                        _added(found[effect.label], effect) if effect.label in found else effect
                    )
    return tuple(_change(effect) for effect in found.values())


def _added(one: ahead.Effect, other: ahead.Effect) -> ahead.Effect:
    """Return two changes of the same thing as one."""
    low, high = (
        Quantity(one.value.unit, ends)
        for ends in (one.value.value + other.value.value, _high(one) + _high(other))
    )
    good = (one.good + other.good > 0) - (one.good + other.good < 0)
    return ahead.Effect(label=one.label, value=low, high=high, good=good, moves=True)


def _high(effect: ahead.Effect) -> float:
    return (effect.high or effect.value).value


def _middle(effect: ahead.Effect) -> float:
    """Return the middle of an effect's range."""
    return (effect.value.value + _high(effect)) / 2


def _number(effect: ahead.Effect) -> Consequence:
    return replace(_written(effect), short=brief(effect.label))


def _written(effect: ahead.Effect) -> Consequence:
    if effect.moves:
        return _change(effect)
    shown = write(effect.value)
    if effect.high is not None and write(effect.high) != shown:  # what stays is no range
        words = _("{low} to {high}") if effect.high.unit == effect.value.unit else _("{low} for {high}")
        # compute is long: its unit is said once
        shown = words.format(low=shown.removesuffix(f"{NARROW}FLOP"), high=write(effect.high))
    if effect.then is None:
        return Consequence(_(effect.label), shown, 0 if nought(shown) else effect.good, None)
    then = write(effect.then)
    if then == shown:
        return Consequence(_(effect.label), shown, 0, None)  # what reads the same is neither good nor bad
    return Consequence(_(effect.label), _then(shown, then), effect.good, None)


def _change(effect: ahead.Effect) -> Consequence:
    found = ranged(_(effect.label), effect.value, effect.high or effect.value)
    good = effect.good if found.up is not None else 0
    return replace(found, good=good, short=brief(effect.label))


def ranged(label: str, low: Quantity, high: Quantity) -> Consequence:
    """Write a change with its sign, more being better.

    A range that holds both signs has no direction; nor has what rounds to nothing.
    """
    shown = _range(signed(low), signed(high))
    least, most = (0 if nought(write(end)) else end.value for end in (low, high))
    up = True if least >= 0 < most else False if most <= 0 > least else None
    return Consequence(label, shown, 0 if up is None else 1 if up else -1, up)
