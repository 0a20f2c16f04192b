"""Playing a save again from its seed and orders: `replay`."""

from pathlib import Path
from typing import Annotated

import typer

from race.cli.answers import complain
from race.cli.exits import Exit
from race.speech import _


def replay(file: Annotated[Path, typer.Argument(help=_("A save."))]) -> int:
    """Re-simulate a save; return 0 when it is the same game, 5 with the month and parts that differ."""
    from race.session.replay import replay as play_again
    from race.session.store import read, same_rules
    from race.speech import date

    saved = read(file)
    if not same_rules(saved):
        complain(
            _(
                "{file} was played under other rules: its position opens, its months cannot be played again."
            ).format(file=file)
        )
        return Exit.DIFFERENCE
    difference = play_again(saved)
    months = saved.journal.months
    if difference is None:
        mark = months[-1].fingerprint.whole if months else "-"
        print(
            _("{file} is the same game: {n} months, fingerprint {fingerprint}.").format(
                file=file, n=len(months), fingerprint=mark
            )
        )
        return Exit.FINE
    complain(
        _("{file} differs in {month} (month {n}): {parts}.").format(
            file=file, month=date(difference.month), n=difference.month, parts=", ".join(difference.parts)
        )
    )
    return Exit.DIFFERENCE
