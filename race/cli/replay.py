"""Playing a save, or a game that was shared as a string, again from its seed and orders: `replay`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.answers import complain
from race.cli.exits import Exit
from race.cli.laboratory.options import Json
from race.core.words import N_, PlainError, Sentence, months
from race.speech import _

if TYPE_CHECKING:
    from race.session.replay import Difference
    from race.session.store import Saved


def replay(
    file: Annotated[str, typer.Argument(help=_("A save, or a game as a string."))],
    *,
    share: Annotated[
        bool, typer.Option("--share", help=_("Print the save's whole game as a string, to send to somebody."))
    ] = False,
    as_json: Json = False,
) -> int:
    """Re-simulate a save; return 0 when it is the same game, 5 with the month and parts that differ.

    Raises PlainError for a string that is to be printed as one.
    """
    from race.session.hindsight.whole import MARK

    if not file.startswith(MARK):
        return _save(Path(file), share=share, as_json=as_json)
    if share:
        raise PlainError(
            Sentence(N_("This game is a string already; name a save, or leave --share out.")), code=Exit.USAGE
        )
    return _string(file, as_json=as_json)


def _string(text: str, *, as_json: bool) -> int:
    """Play a shared game again and tell its score, which is worked out here and not believed."""
    from race.cli.records import outcome
    from race.session.hindsight.whole import played_again
    from race.ui.present.telling import opening_lines, score_lines, verdict_lines

    found = played_again(text)
    try:
        if as_json:
            told = {"same": found.same, "same_rules": found.same_rules, **outcome(found.session)}
            print(msgspec.json.encode(told).decode())
            return Exit.FINE if found.same else Exit.DIFFERENCE
        stands = [_unfinished(found.session.month), *score_lines(found.session)]
        ends = stands if found.session.ending is None else verdict_lines(found.session)
        for line in (*opening_lines(found.session), *ends):
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


def _unfinished(month: int) -> str:
    from race.speech import capital, date

    return _("{month}: the game goes on. If it ended now:").format(month=capital(date(month)))


def _save(file: Path, *, share: bool, as_json: bool) -> int:
    from race.session.replay import replay as play_again
    from race.session.store import read, same_rules

    saved = read(file)
    if share:
        return _share(saved, as_json=as_json)
    alike = same_rules(saved)
    difference = play_again(saved) if alike else None
    if as_json:
        print(msgspec.json.encode(_record(file, saved, difference, same_rules=alike)).decode())
    elif not alike:
        complain(
            _(
                "{file} was played under other rules: its position opens, its months cannot be played again."
            ).format(file=file)
        )
    else:
        _tell(file, saved, difference)
    return Exit.FINE if alike and difference is None else Exit.DIFFERENCE


def _tell(file: Path, saved: "Saved", difference: "Difference | None") -> None:
    from race.speech import date, quantity

    if difference is None:
        print(
            _("{file} is the same game: {time}, fingerprint {fingerprint}.").format(
                file=file,
                time=quantity(months(len(saved.journal.months))),
                fingerprint=_mark(saved) or "-",
            )
        )
        return
    complain(
        _("{file} differs in {month} (month {n}): {parts}.").format(
            file=file, month=date(difference.month), n=difference.month, parts=", ".join(difference.parts)
        )
    )


def _record(
    file: Path, saved: "Saved", difference: "Difference | None", *, same_rules: bool
) -> dict[str, object]:
    return {
        "file": str(file),
        "same": difference is None if same_rules else None,
        "same_rules": same_rules,
        "months": len(saved.journal.months),
        "fingerprint": _mark(saved),
        "differs_in": difference,
    }


def _mark(saved: "Saved") -> str:
    """Return the fingerprint of a save's last month, empty before the first."""
    months = saved.journal.months
    return months[-1].fingerprint.whole if months else ""


def _share(saved: "Saved", *, as_json: bool) -> int:
    from race.session.hindsight.whole import whole_of

    text = whole_of(saved.journal)
    if not text:
        complain(_("Only games of the scenarios that come with the program can be told as a string."))
        return Exit.BAD_FILE
    print(msgspec.json.encode({"game": text}).decode() if as_json else text)
    return Exit.FINE
