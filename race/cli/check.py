"""Judging a stranger's file, scenario or save, without playing it: `check`."""

from pathlib import Path
from typing import Annotated

import typer

from race.cli.exits import Exit
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.words import N_, PlainError, Sentence
from race.speech import _


def check(file: Annotated[Path, typer.Argument(help=_("A scenario (TOML) or a save."))]) -> int:
    """Check a scenario or a save; return 0 when it is sound.

    Raises PlainError with every mistake otherwise.
    """
    if not file.is_file():
        raise PlainError(
            Sentence(
                N_("There is no file {file}; give the path of a scenario (TOML) or a save."),
                {"file": str(file)},
            )
        )
    print(_scenario(file) if file.suffix == ".toml" else _save(file))
    return Exit.FINE


def _scenario(file: Path) -> str:
    from race.scenario.load import load_scenario

    scenario = load_scenario(str(file))
    return _("{file} is a sound scenario: {title}, {n} months, {holders} holders.").format(
        file=file, title=scenario.file.title, n=scenario.file.months, holders=scenario.file.holders
    )


def _save(file: Path) -> str:
    from race.session.store import read, same_rules
    from race.speech import date
    from race.ui.present.opened.trait import trait_line

    saved = read(file)
    told = _("{file} is a sound save: {scenario}, seed {seed}, {founder}, {month}.").format(
        file=file,
        scenario=saved.journal.scenario,
        seed=saved.journal.seed,
        founder=saved.journal.founder,
        month=date(saved.world.month),
    )
    rules = (
        _("Its months can be played again with: diverted replay {file}")
        if same_rules(saved)
        else _("It was played under other rules: its position opens, its months cannot be played again.")
    )
    like = [] if saved.journal.trait == NO_TRAIT else [trait_line(saved.journal.trait)]
    return "\n".join([told, *like, rules.format(file=file)])
