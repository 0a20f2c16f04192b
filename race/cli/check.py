"""Judging a stranger's file, scenario or save, without playing it: `check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.exits import Exit
from race.cli.laboratory.options import Json
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.words import PlainError
from race.speech import _, plural, speak

if TYPE_CHECKING:
    from race.scenario.load import Scenario
    from race.session.store import Saved


def check(
    file: Annotated[Path, typer.Argument(readable=False, help=_("A scenario (TOML) or a save."))],
    *,
    as_json: Json = False,
) -> int:
    """Check a scenario or a save; return 0 when it is sound.

    Raises PlainError with every mistake otherwise; for a machine the mistakes are a list of the answer.
    """
    try:
        record, told = _judged(file)
    except PlainError as error:
        if not as_json:
            raise
        mistakes = getattr(error, "mistakes", ()) or (error.sentence,)
        record = {"file": str(file), "sound": False, "mistakes": [speak(mistake) for mistake in mistakes]}
        print(msgspec.json.encode(record).decode())
        return error.code
    print(msgspec.json.encode(record).decode() if as_json else told)
    return Exit.FINE


def _judged(file: Path) -> tuple[dict[str, object], str]:
    """Return what a sound file is, for a machine and in words; raises PlainError for any other."""
    from race.scenario.toml import check_file, names_toml

    check_file(file)
    if names_toml(file.name):
        from race.scenario.load import load_scenario

        return _scenario(file, load_scenario(str(file)))
    from race.session.store import read

    return _save(file, read(file))


def _scenario(file: Path, scenario: "Scenario") -> tuple[dict[str, object], str]:
    told, holders = scenario.file, scenario.rules.owners.size
    record = {
        "file": str(file),
        "sound": True,
        "kind": "scenario",
        "title": told.title,
        "months": told.months,
        "holders": holders,
    }
    return record, _("{file} is a sound scenario: {title}, {months}, {holders}.").format(
        file=file,
        title=told.title,
        months=plural("{n} month", "{n} months", told.months).format(n=told.months),
        holders=plural("{n} holder", "{n} holders", holders).format(n=holders),
    )


def _save(file: Path, saved: "Saved") -> tuple[dict[str, object], str]:
    from race.core.ids import date_text
    from race.session.store import same_rules
    from race.speech import date
    from race.ui.present.opened.trait import trait_line

    journal, month = saved.journal, saved.world.month
    told = _("{file} is a sound save: {scenario}, seed {seed}, {founder}, {month}.").format(
        file=file,
        scenario=journal.scenario,
        seed=journal.seed,
        founder=journal.founder,
        month=date(month),
    )
    alike = same_rules(saved)
    rules = (
        _("Its months can be played again with: diverted replay {file}")
        if alike
        else _("It was played under other rules: its position opens, its months cannot be played again.")
    )
    like = [] if journal.trait == NO_TRAIT else [trait_line(journal.trait)]
    record = {
        "file": str(file),
        "sound": True,
        "kind": "save",
        "scenario": journal.scenario,
        "difficulty": journal.difficulty,
        "trait": journal.trait,
        "seed": journal.seed,
        "founder": journal.founder,
        "month": month,
        "date": date_text(month),
        "same_rules": alike,
    }
    return record, "\n".join([told, *like, rules.format(file=file)])
