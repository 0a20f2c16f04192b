"""Saves on disk: nothing lost, nothing damaged accepted, no two windows on one folder.

A save is a header line (schema, length, digest) and deterministic JSON: the position, the journal
and the reports. It is written beside its place, forced to the disk and moved; of the autosaves the
newest good one is found even when the last was cut short.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, get_origin

import msgspec
import numpy as np

from race.core.commands import Command
from race.core.fingerprint import fingerprint
from race.core.words import N_, PlainError, Sentence
from race.core.world import World
from race.policy.registry import FOUNDERS
from race.scenario.toml import check_file, unreadable
from race.session.digests import rules_digest
from race.session.disk import held, sweep, write_atomically
from race.session.journal import SCHEMA, Journal, scenario_of
from race.session.session import Refused, Report, Session
from race.session.soundness import is_news, is_sound

SUFFIX: Final = ".diverted"
KEPT: Final = 10
"""Autosaves that are kept."""
AUTO: Final = "auto"
LEFT: Final = "left"
"""What the game writes in rotation: months as they pass, and games left for an earlier month of theirs."""
QUICK: Final = "quick"
"""The one save of a single key."""
_LEFT_KEPT: Final = 5
_NUMBERED: Final = "-" + "[0-9]" * 6
_LONGEST_NAME: Final = 40
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "123456789\u00b9\u00b2\u00b3"}
)
"""Names that no file can have on Windows, whatever stands behind them."""
_HEADER_WORDS: Final = 4
_HEADER_LENGTH: Final = 120
_LIMIT: Final = 64 * 1024 * 1024
_DTYPES: Final = frozenset({"int8", "int32", "int64", "bool"})


class Saved(msgspec.Struct, kw_only=True):
    """Everything a save holds."""

    journal: Journal
    world: World
    reports: list[Report]
    pending: tuple[Command, ...] = ()
    """What the player had ordered for the coming month."""


def _encode(value: Any) -> Any:  # noqa: ANN401 - msgspec's hook
    if isinstance(value, np.ndarray):
        little = value.astype(value.dtype.newbyteorder("<"), copy=False)
        return {"dtype": value.dtype.name, "shape": list(value.shape), "bytes": little.tobytes()}
    message = f"{type(value).__name__} cannot be saved"
    raise NotImplementedError(message)


class _Array(msgspec.Struct, forbid_unknown_fields=True):
    dtype: str
    shape: list[int]
    bytes: bytes


def _decode(kind: type, value: Any) -> Any:  # noqa: ANN401 - msgspec's hook
    if (get_origin(kind) or kind) is not np.ndarray:
        message = f"{kind} cannot be loaded"
        raise NotImplementedError(message)
    packed = msgspec.convert(value, _Array)
    if packed.dtype not in _DTYPES or any(size < 0 for size in packed.shape):
        message = "an array of an unknown kind"
        raise ValueError(message)
    if packed.dtype == "bool" and not set(packed.bytes) <= {0, 1}:
        message = "an array of yes and no with other values"
        raise ValueError(message)
    flat = np.frombuffer(packed.bytes, dtype=np.dtype(packed.dtype).newbyteorder("<"))
    return flat.reshape(packed.shape).astype(packed.dtype, copy=True)


_ENCODER: Final = msgspec.json.Encoder(enc_hook=_encode)
"""Keeps the order of every dict, which is part of the position: laws walk the labs in it."""
_DECODER: Final = msgspec.json.Decoder(Saved, dec_hook=_decode)


def save(session: Session, path: Path) -> None:
    """Write a session to a file, so that it is whole or not there at all.

    Raises PlainError when the folder cannot be written or the disk is full.
    """
    write_atomically(path, packed(session))


def packed(session: Session) -> bytes:
    """Return a session as the bytes of its save."""
    body = _ENCODER.encode(
        Saved(
            journal=session.journal,
            world=session.position(),
            reports=session.reports,
            pending=session.pending,
        )
    )
    header = f"DIVERTED {SCHEMA} {len(body)} {sha256(body).hexdigest()}\n".encode()
    return header + body


def content_of(path: Path) -> bytes:
    """Return a save's bytes; raises PlainError when they cannot be read or are too many."""
    try:
        check_file(path)
        if path.stat().st_size > _LIMIT:
            raise _bad(path, N_("{file} is too large to be a save."))
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def read(path: Path) -> Saved:
    """Read a save and check it; raises PlainError saying what is wrong with it."""
    body = body_of(path, content_of(path))
    try:
        saved = _DECODER.decode(body)
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError) as error:
        raise no_game(path, error) from error
    _check(path, saved)
    return saved


def no_game(path: Path, problem: Exception) -> PlainError:
    """Return the answer to a file whose contents are no game, with what was found wrong first."""
    return PlainError(
        Sentence(N_("{file} does not hold a game: {problem}."), {"file": path.name, "problem": str(problem)})
    )


def body_of(path: Path, content: bytes) -> bytes:
    """Return what stands behind the header, once the header has been found true; raises PlainError."""
    header, _, body = content.partition(b"\n")
    words = header[:_HEADER_LENGTH].decode("ascii", "replace").split(" ")
    if len(words) != _HEADER_WORDS or words[0] != "DIVERTED" or not (_whole(words[1]) and _whole(words[2])):
        raise _bad(path, N_("{file} is not a save of this game."))
    if int(words[1]) > SCHEMA:
        raise _bad(path, N_("{file} was written by a newer version of the game; update to open it."))
    if int(words[1]) < SCHEMA:
        raise _bad(path, N_("{file} is a save of an older world, which is gone; start a new game."))
    if len(body) < int(words[2]):
        raise _bad(path, N_("{file} is cut short; open an older save."))
    if sha256(body).hexdigest() != words[3]:
        raise _bad(path, N_("{file} is damaged; open an older save."))
    return body


def _whole(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _bad(path: Path, msgid: str) -> PlainError:
    return PlainError(Sentence(msgid, {"file": path.name}))


def _check(path: Path, saved: Saved) -> None:
    """Refuse a position that no game can reach (a re-signed save may hold anything)."""
    world, journal = saved.world, saved.journal
    opened = saved.reports[0].month if saved.reports else -1
    sound = (
        opened >= 0
        and world.month - opened == len(journal.months) == len(saved.reports) - 1
        and 0 <= journal.seed < 2**63
        and all(report.month == month for month, report in enumerate(saved.reports, opened))
        and is_sound(world)
        and all(is_news(event) for report in saved.reports for event in report.events)
        and (not journal.months or journal.months[-1].fingerprint == fingerprint(world))
    )
    if not sound:
        raise _bad(path, N_("{file} holds a position that cannot be; open an older save."))


def load(path: Path) -> Session:
    """Open a save as a session at its position; raises PlainError when it cannot be trusted."""
    saved = read(path)
    scenario = scenario_of(saved.journal)
    bot = saved.journal.founder if saved.journal.founder in FOUNDERS else None
    session = Session(scenario, saved.journal.seed, bot)
    session.resume(saved.world, saved.journal, saved.reports)
    for command in saved.pending:
        with suppress(Refused):  # a stranger's save may ask for what the judge forbids
            session.submit(command)
    return session


def same_rules(saved: Saved) -> bool:
    """Return whether this program's rulebook is the one the save was played under."""
    scenario = scenario_of(saved.journal)
    return rules_digest(scenario.rules) == saved.journal.rules


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The newest save that can be trusted, and the newer ones that cannot."""

    path: Path
    saved: Saved
    skipped: tuple[Path, ...]


class Slots:
    """A folder of saves: named ones, and autosaves before and after each month."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first save is written."""
        self.folder = folder

    def autosave(self, session: Session) -> Path:
        """Save the running game in rotation and return the file."""
        return self._rotate(AUTO, KEPT, session)

    def keep_line(self, session: Session) -> Path:
        """Save a game that is being left for an earlier month of it, once, in a rotation of its own."""
        newest = self._numbered(LEFT)
        with suppress(PlainError):  # what cannot be read is not this game
            if newest and content_of(newest[0]) == packed(session):
                return newest[0]
        return self._rotate(LEFT, _LEFT_KEPT, session)

    def _rotate(self, kind: str, most: int, session: Session) -> Path:
        newest = self._numbered(kind)
        number = int(newest[0].stem[-6:]) + 1 if newest else 1
        path = self.folder / f"{kind}-{number:06d}{SUFFIX}"
        save(session, path)
        for old in self._numbered(kind)[most:]:
            with suppress(OSError):  # it is saved: an old one that stays is no harm
                old.unlink(missing_ok=True)
        return path

    def quick(self) -> Path:
        """Return the place of the quick save."""
        return self.folder / f"{QUICK}{SUFFIX}"

    def place_for(self, name: str) -> Path:
        """Return the place of a save of this name; raises PlainError for a name that files cannot have."""
        plain = " ".join(name.split())
        good = plain and plain[0].isalnum() and all(sign.isalnum() or sign in " -_" for sign in plain)
        if not good or len(plain) > _LONGEST_NAME:
            raise PlainError(
                Sentence(
                    N_("A name has letters, digits, spaces, - and _, and starts with one of the first two.")
                )
            )
        if plain.lower() in _DEVICES:
            raise PlainError(Sentence(N_("Windows keeps this name for itself; choose another.")))
        own = plain.lower()  # on Windows and macOS most disks take large letters and small for the same
        if own == AUTO or kind_of(self.folder / f"{own}{SUFFIX}"):
            raise PlainError(Sentence(N_("The game itself uses this name; choose another.")))
        return self.folder / f"{plain}{SUFFIX}"

    def listed(self) -> list[Path]:
        """Return every save, the newest first."""
        return sorted(self.folder.glob(f"*{SUFFIX}"), key=_written, reverse=True)

    def drop(self, path: Path) -> None:
        """Delete a save; one that is gone already is no mistake. Raises PlainError when it stays."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            words = N_("{file} cannot be deleted: {problem}.")
            told = Sentence(words, {"file": path.name, "problem": error.strerror or str(error)})
            raise PlainError(told, code=4) from error

    def newest(self) -> tuple[Path, Saved] | None:
        """Return the newest save that can be trusted, skipping damaged ones, or None."""
        found = self.last_good()
        return (found.path, found.saved) if found else None

    def last_good(self) -> Found | None:
        """Return the newest save that can be trusted and the newer ones that cannot, or None."""
        skipped: list[Path] = []
        for path in self.listed():
            try:
                return Found(path=path, saved=read(path), skipped=tuple(skipped))
            except PlainError:
                skipped.append(path)
        return None

    def _numbered(self, kind: str) -> list[Path]:
        return sorted(self.folder.glob(f"{kind}{_NUMBERED}{SUFFIX}"), reverse=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep the folder for one window; raises PlainError when another has it."""
        refusal = N_("Another window uses the saves in {folder}; close it or set DIVERTED_HOME.")
        with held(self.folder / "window.lock", refusal):
            sweep(self.folder)
            yield


def kind_of(path: Path) -> str:
    """Return what wrote a save by itself, `auto`, `left` or `quick`; empty for one with a player's name.

    >>> kind_of(Path("auto-000012.diverted")), kind_of(Path("Before the vote.diverted"))
    ('auto', '')
    """
    kinds = {kind: f"{kind}{_NUMBERED}{SUFFIX}" for kind in (AUTO, LEFT)} | {QUICK: f"{QUICK}{SUFFIX}"}
    return next((kind for kind, pattern in kinds.items() if path.match(pattern)), "")


def _written(path: Path) -> tuple[int, str]:
    """Return when a file was written, then its name: a coarse clock writes several numbered ones at once.

    A link that leads nowhere was written before all others.
    """
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name
