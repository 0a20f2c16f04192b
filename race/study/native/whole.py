"""Whether the compiled tree can still play: seen before anybody plays in it.

A tree that has played is sealed with the sizes and times of its files. As long as they stay, looking at them
is enough; where they do not, as after a disk was full or somebody cleared a part away, a Python of its own
has to play in the tree first. One that cannot is left alone: the program plays as it is written.
"""

import shutil
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from race.core.words import N_, PlainError, Sentence
from race.session.beside.tree import SEAL, place, state, tree, trees
from race.session.beside.use import BUILDING, environment
from race.session.digests import MADE_FROM
from race.session.disk import unwritable, write_atomically
from race.study.native.build import Built, Tell, build
from race.study.worker import proof

_PLAY: Final = "from race.study.worker import proof; print(proof())"
_PATIENCE: Final = 120.0
"""Seconds in which a tree has played its few months, or never will."""


def whole_tree() -> Path | None:
    """Return the tree to play in; None where there is none, nobody wants it, or it is damaged."""
    found = tree()
    return found if found is not None and _is_whole(found) else None


def damage() -> Sentence | None:
    """Return the one sentence for a tree that is wanted and damaged; None for a whole one, or for none."""
    found = tree()
    if found is None or _is_whole(found):
        return None
    words = N_(
        "The compiled core in {folder} is damaged, so that the program plays as it is written; "
        "run `diverted compile` to make it anew."
    )
    return Sentence(words, {"folder": str(found)})


def make_whole(tell: Tell, *, once: bool = False) -> Built:
    """Return the tree of this program, made where there is none or a damaged one, and sealed.

    The window plays in no tree that is not sealed. Raises PlainError as `build` and `clear_damaged` do.
    """
    clear_damaged()
    built = build(tell, once=once)
    whole_tree()
    return built


def clear_damaged() -> None:
    """Throw away what lies where the tree of this program belongs, unless it can play.

    Raises PlainError when it cannot be taken away.
    """
    made = place()
    if not made.exists() or ((made / "race" / MADE_FROM).is_file() and _is_whole(made)):
        return
    aside = trees() / f"{BUILDING}{made.name}"  # a name that the next build clears away whatever happens
    try:
        shutil.rmtree(aside, ignore_errors=True)
        made.rename(aside)
    except OSError as error:
        raise unwritable(trees(), error) from error
    shutil.rmtree(aside, ignore_errors=True)


def _is_whole(found: Path) -> bool:
    """Return whether a tree is as it was when it played, or plays now, and is sealed then."""
    seal = found / SEAL
    try:
        now = state(found)
    except OSError:  # somebody takes it away
        return False
    with suppress(OSError):
        if seal.read_bytes() == now:
            return True
    if not _plays(found, now):
        return False
    with suppress(PlainError):  # where nothing can be written it plays again the next time
        write_atomically(seal, now)
    return True


@lru_cache(maxsize=1)
def _plays(found: Path, _now: bytes) -> bool:
    """Return whether a Python plays in a tree what is played here; asked once for every state of it."""
    try:
        told = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", _PLAY],
            env=environment(found),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0 and told.stdout.strip() == proof()
