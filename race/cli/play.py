"""Playing: in a window where there is a display, as text in a terminal, else by watching a bot."""

import os
import sys
from collections.abc import Mapping
from datetime import date
from typing import Final

from race.cli.answers import complain
from race.cli.exits import Exit
from race.core.words import N_, PlainError, Sentence
from race.speech import _, languages, set_language, uncompiled

DAILY: Final = "the-twelve-thousand"
"""Story of the world that everybody can play today."""
USUAL: Final = "history"
"""Story of a game that is started at once and names none."""
_COMPILER: Final = "race.study.native.beside"
"""What makes the compiled core beside the window."""
_BLIND: Final = frozenset({"", "dummy", "offscreen"})
"""Drivers of SDL that draw for nobody."""


def play(  # noqa: PLR0913 - one for each option
    *,
    text: bool = False,
    plain: bool = False,
    scenario: str | None = None,
    seed: int | None = None,
    difficulty: str | None = None,
    trait: str | None = None,
    lang: str | None = None,
    daily: bool = False,
    code: str | None = None,
) -> int:
    """Open the front end that this machine can show and return the program's exit code.

    `text` (or `plain`, which a screen reader likes) asks for text even where there is a display; its
    lines may come from a pipe. `scenario`, `seed`, `difficulty` and `trait` start a game at once, as
    do `daily` (today's world) and `code` (a world that somebody shared).
    Raises PlainError for a language, a scenario, a difficulty, a trait, a seed or a code that does not exist,
    and for one that is not the shared world's.
    """
    if lang is not None:
        speak_in(lang)
    asked = {"scenario": scenario, "seed": seed, "difficulty": difficulty, "trait": trait}
    game: dict[str, str | int] = shared_world(code, daily=daily)
    named = {name: value for name, value in asked.items() if value is not None}
    check_shared(game, named, daily=daily)
    game |= named
    if text or plain:
        _check_rules(code)
        return _as_text(game, plain=plain)
    if has_display(os.environ, sys.platform) and display_opens():
        from race.ui.app import run as open_window

        if game:  # who names a seed means a game, not the menu
            game.setdefault("scenario", USUAL)
        return open_window(
            **game,  # type: ignore[arg-type]  # the options' own names
            lang=lang,
            today=today(),
            code=code or "",
            compiler=_COMPILER,
        )
    _check_rules(code)
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        complain(_("There is no display here: the game is played as text; type help for its words."))
        return _as_text(game, plain=plain)
    complain(_("There is neither a display nor a terminal here: a bot plays one game."))
    from race.cli.watch import watch

    return watch(**game)  # type: ignore[arg-type]  # the names are the options' own


def shared_world(code: str | None, *, daily: bool) -> dict[str, str | int]:
    """Return the options of a world that others play too; empty without a code and on no daily game.

    Raises PlainError for what is no code, and for a code on a daily game.

    >>> shared_world("803K-Y1AB-0000-F5", daily=False)
    {'scenario': 'history', 'seed': 20417, 'difficulty': 'standard', 'trait': 'none'}
    """
    if code is not None and daily:
        raise PlainError(
            Sentence(N_("--daily and --code are two worlds; leave one of them out.")), code=Exit.USAGE
        )
    if code is not None:
        from race.session.hindsight.code import read

        told = read(code)
        return {
            "scenario": told.scenario,
            "seed": told.seed,
            "difficulty": told.difficulty,
            "trait": told.trait,
        }
    return {"scenario": DAILY, "seed": today()} if daily else {}


def check_shared(world: Mapping[str, str | int], named: Mapping[str, str | int], *, daily: bool) -> None:
    """Refuse a named option that is not the shared world's; raises PlainError.

    The world of the day leaves the difficulty and the trait to the player.
    """
    other = next((name for name, value in named.items() if world.get(name, value) != value), None)
    if other is None:
        return
    msgid = (
        N_("The world of the day has its own {option}; leave --{option} or --daily out.")
        if daily
        else N_("The code has its own {option}; leave --{option} or --code out.")
    )
    raise PlainError(Sentence(msgid, {"option": other}), code=Exit.USAGE)


def _check_rules(code: str | None) -> None:
    """Say so when a code was written under other rules than this program's; the window says it itself."""
    if not code:
        return
    from race.scenario.load import load_scenario
    from race.session.digests import rules_digest
    from race.session.hindsight.code import OTHER_RULES, read, same_rules

    told = read(code)
    scenario = load_scenario(told.scenario, told.difficulty, told.trait)
    if not same_rules(told, rules_digest(scenario.rules)):
        complain(_(OTHER_RULES))


def today() -> int:
    """Return the date as a number that reads like one, 20261126: the seed of the world of the day."""
    now = date.today()  # noqa: DTZ011 - the player's own day
    return 10_000 * now.year + 100 * now.month + now.day


def _as_text(game: dict[str, str | int], *, plain: bool) -> int:
    from race.ui.text import run as open_text

    return open_text(**game, plain=plain)  # type: ignore[arg-type]  # the names are the options' own


def speak_in(lang: str) -> None:
    """Speak a language that has a compiled catalogue; raises PlainError for any other."""
    if lang in uncompiled():
        raise PlainError(
            Sentence(
                N_(
                    "The translation '{name}' is not compiled: install the program with pip, or run "
                    "make messages in its folder."
                ),
                {"name": lang},
            ),
            code=4,
        )
    if lang not in languages():
        raise PlainError(
            Sentence(
                N_("There is no language '{name}'; there are: {known}."),
                {"name": lang, "known": ", ".join(languages())},
            ),
            code=2,
        )
    set_language(lang)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be expected to open, judged without opening one.

    >>> has_display({}, "linux"), has_display({"DISPLAY": ":0"}, "linux"), has_display({}, "win32")
    (False, True, True)
    """
    if platform in {"win32", "darwin"}:
        return True
    if (driver := environment.get("SDL_VIDEODRIVER")) is not None:
        return driver not in _BLIND
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def display_opens() -> bool:
    """Return whether a display really opens, and leave it open: it may be named and not be there."""
    from race.ui.kit.sound.silence import silent_errors  # before pygame: that room says what it is to read

    with silent_errors():
        import pygame

        try:
            pygame.display.init()
        except pygame.error:
            return False
        return pygame.display.get_driver() not in _BLIND
