"""What an order would do, in words and signed numbers, before it is given."""

from dataclasses import dataclass

from race.core.commands import Command
from race.core.ids import PPM
from race.core.words import Quantity
from race.session import preview as ahead
from race.session.session import Session
from race.speech import _, speak
from race.speech import quantity as write
from race.ui.present.figures import signed

_SIGNED = (ahead.QUALITY, ahead.TRUST)


@dataclass(frozen=True, slots=True)
class Consequence:
    """One named number: as written, 1 / 0 / -1 for the founder, and its direction, None for none."""

    label: str
    shown: str
    good: int
    up: bool | None


@dataclass(frozen=True, slots=True)
class Foresight:
    """What would follow: a line, up to four numbers, warnings, the change of trust if all were known.

    `broken` holds the due months of the promises that the books would contradict.
    """

    line: str
    numbers: tuple[Consequence, ...]
    warnings: tuple[str, ...]
    trust_change: float | None
    broken: frozenset[int] = frozenset()


def foresee(session: Session, command: Command) -> Foresight:
    """Return the consequences of a command as far as the founder can know them."""
    seen = ahead.preview(session.view(), command)
    trust = next((effect.value.value / PPM for effect in seen.effects if effect.label == ahead.TRUST), None)
    return Foresight(
        line=speak(seen.line),
        numbers=tuple(_number(effect) for effect in seen.effects),
        warnings=tuple(speak(warning) for warning in seen.warnings),
        trust_change=trust,
        broken=frozenset(
            int(due.value)
            for warning in seen.warnings
            if isinstance(due := warning.values.get("due"), Quantity)
        ),
    )


def _number(effect: ahead.Effect) -> Consequence:
    value = effect.value.value
    if effect.label == ahead.AUTONOMY:  # the law returns what is lost
        shown, up = (
            ("−" + write(effect.value) if value > 0 else write(effect.value)),
            False if value else None,
        )
    elif effect.label in _SIGNED:
        shown, up = signed(effect.value), value > 0 if value else None
    else:
        shown, up = write(effect.value), None
    if effect.high is not None:
        words = _("{low} to {high}") if effect.high.unit == effect.value.unit else _("{low} for {high}")
        shown = words.format(low=shown, high=write(effect.high))
    return Consequence(_(effect.label), shown, effect.good if value else 0, up)
