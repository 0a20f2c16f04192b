"""Give random commands of every kind, likely and absurd, and look for what must never happen.

Kinds and fields are read from the union of commands, so that a new command is in the storm by itself.
Whatever is given: it is refused with a sentence and nothing changes, or it is played and every invariant
holds. `make storm`, or `python -m tools.storm 300000`.
"""

import sys
from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Any, Final, get_args, get_origin

import msgspec

from race.core import commands as c
from race.core.chance import Chance, Stream
from race.core.ids import PPM, Firm
from race.core.view import FounderView
from race.scenario.load import Scenario, load_scenario, scenario_names
from race.session.session import Session
from race.session.soundness import is_sound
from tools.asked import positive, reader

KINDS: Final[tuple[type[c.Command], ...]] = get_args(c.Command)
A_MONTH: Final = 12
"""Commands tried in a month."""
ABSURD: Final = (0, -1, -5, 2**31, 2**63, -(10**18), 10**18)
SIZES: Final = (4, 12, 60, 500, 5_000, 60_000, PPM, 3 * 10**9)


def main() -> int:
    """Give as many commands as asked for (300,000) and return 1 when something was wrong."""
    asked = reader(__doc__)
    asked.add_argument("commands", nargs="?", type=positive, default=300_000)
    wanted = asked.parse_args().commands
    tried = given = games = wrong = 0
    while tried < wanted:
        told = storm(games, wanted - tried)
        tried, given, games = tried + told.tried, given + told.given, games + 1
        for line in told.wrong:
            wrong += 1
            print(line)
        print(f"\r{tried} commands, {given} obeyed, {games} games, {wrong} wrong", end="", file=sys.stderr)
    print(f"{tried} commands, {given} obeyed, {games} games, {wrong} wrong")
    return 1 if wrong else 0


class Told(msgspec.Struct, kw_only=True):
    """What one game of the storm came to."""

    tried: int = 0
    given: int = 0
    obeyed: dict[str, int] = {}
    """Commands that were allowed, by kind."""
    wrong: list[str] = []


def storm(game: int, most: int, scenarios: tuple[Scenario, ...] = ()) -> Told:
    """Play one game on at most that many random commands and return what was wrong with it."""
    known = scenarios or tuple(load_scenario(name) for name in scenario_names())
    luck = Chance(game).stream(0, "storm")
    session, told = Session(known[game % len(known)], game), Told()
    try:
        while session.ending is None and told.tried < most:
            before = session.fingerprint()
            for _ in range(min(A_MONTH, most - told.tried)):
                _try(session, luck, told)
            if session.fingerprint() != before:
                told.wrong.append(f"{_place(session)}: asking and ordering moved the world")
            session.end_month()
            told.wrong += [f"{_place(session)}: {line}" for line in broken(session)]
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        told.wrong.append(f"{_place(session)}: {error!r}")
    finally:
        session.close()
    return told


def _try(session: Session, luck: Stream, told: Told) -> None:
    command = draw(session.view(), luck)
    told.tried += 1
    if session.why_not(command) is None:
        session.submit(command)
        told.given += 1
        name = type(command).__name__
        told.obeyed[name] = told.obeyed.get(name, 0) + 1
        if luck.happens(0.05):
            session.undo()


def _place(session: Session) -> str:
    return f"\n{session.scenario.name}, seed {session.seed}, month {session.month}"


def broken(session: Session) -> Iterator[str]:
    """Yield what is not true of the position and of the month's books."""
    if not is_sound(session.position()):
        yield "the position is not sound"
    yield from (
        f"{balance.firm.value}.{balance.account.value} does not add up"
        for balance in session.balances()
        if not balance.adds_up
    )
    if session.attention_left() < 0:
        yield "attention is overspent"


def draw(view: FounderView, luck: Stream) -> c.Command:
    """Return a random command: any kind, fields of the right type, aimed at what is there half the time."""
    kind = luck.choose(KINDS)
    if kind is c.SplitCompute and luck.happens(0.7):
        return _whole_split(luck)
    values = {field.name: _value(view, field, luck) for field in msgspec.structs.fields(kind)}
    return kind(**values)


def _whole_split(luck: Stream) -> c.Command:
    cuts = sorted(luck.below(PPM) for _ in range(3))
    return c.SplitCompute(
        training=cuts[0], research=cuts[1] - cuts[0], serving=cuts[2] - cuts[1], safety=PPM - cuts[2]
    )


def _value(view: FounderView, field: Any, luck: Stream) -> Any:  # noqa: ANN401 - a field of any type
    if field.name == "generation" and luck.happens(0.8):
        return view.board.generation
    if field.name == "company" and luck.happens(0.8):
        return Firm.XAI
    if field.name in {"due", "not_before"} and luck.happens(0.8):
        return view.board.month + luck.below(14)
    return _of_type(view, field.type, luck)


def _of_type(view: FounderView, wanted: Any, luck: Stream) -> Any:  # noqa: ANN401, PLR0911 - by type
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return luck.choose(tuple(wanted))
    if wanted is bool:
        return luck.happens(0.5)
    if wanted is int:
        return _number(view, luck)
    if wanted is float:
        return float(_number(view, luck)) * (1e20 if luck.happens(0.5) else 1.0)
    if isinstance(wanted, UnionType):
        return _of_type(view, luck.choose(get_args(wanted)), luck)
    if get_origin(wanted) is dict:
        keys, values = get_args(wanted)
        return {_of_type(view, keys, luck): _of_type(view, values, luck) for _ in range(2)}
    return None


def _number(view: FounderView, luck: Stream) -> int:
    """Return a number: of something that is there, of a likely size, or absurd."""
    kind = luck.below(10)
    if kind < 4:  # noqa: PLR2004 - four in ten point at something
        ids = [line.id for line in view.lines] + [batch.id for batch in view.carmaker.depot.batches]
        ids += [act.id for act in view.affairs.acts]
        ids += [site.id for depot in (view.own.depot, view.carmaker.depot) for site in depot.sites]
        return luck.choose(ids) if ids else 0
    return luck.choose(ABSURD) if kind == 9 else 1 + luck.below(luck.choose(SIZES))  # noqa: PLR2004 - one in ten


if __name__ == "__main__":
    sys.exit(main())
