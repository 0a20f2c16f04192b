"""Playing a save, or a game that was shared as a string, again from its seed and orders: `replay`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from race.cli.answers import complain
from race.cli.exits import Exit
from race.speech import _

if TYPE_CHECKING:
    from race.session.store import Saved


def replay(
    file: Annotated[str, typer.Argument(help=_("A save, or a game as a string."))],
    *,
    share: Annotated[
        bool, typer.Option("--share", help=_("Print the save's whole game as a string, to send to somebody."))
    ] = False,
) -> int:
    """Re-simulate a save; return 0 when it is the same game, 5 with the month and parts that differ."""
    from race.session.hindsight.whole import MARK

    return _string(file) if file.startswith(MARK) else _save(Path(file), share=share)


def _string(text: str) -> int:
    """Play a shared game again and tell its score, which is worked out here and not believed."""
    from race.session.hindsight.whole import played_again
    from race.ui.present.telling import opening_lines, verdict_lines

    found = played_again(text)
    try:
        for line in (*opening_lines(found.session), *verdict_lines(found.session)):
            print(line)
    finally:
        found.session.close()
    if found.same:
        return Exit.FINE
    complain(
        _("These orders lead to another position here than where they were given.")
        if found.same_rules
        else _("This game was played under other rules: here its orders lead to another position.")
    )
    return Exit.DIFFERENCE


def _save(file: Path, *, share: bool) -> int:
    from race.session.replay import replay as play_again
    from race.session.store import read, same_rules
    from race.speech import date

    saved = read(file)
    if share:
        return _share(saved)
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


def _share(saved: "Saved") -> int:
    from race.session.hindsight.whole import whole_of

    text = whole_of(saved.journal)
    if not text:
        complain(_("Only games of the scenarios that come with the program can be told as a string."))
        return Exit.BAD_FILE
    print(text)
    return Exit.FINE
