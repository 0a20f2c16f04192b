"""One whole report: play the plan, tally it, and write the page and the tables."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec

from race import __version__
from race.core.words import N_, PlainError, Sentence
from race.policy.registry import PLANNER
from race.session.digests import code_digest
from race.session.disk import write_atomically
from race.sim.cast import founder_seat
from race.study import clock
from race.study.balance.asked import TRIAL_GAMES, positions, search_exploit, weigh_all
from race.study.balance.files import write_tables
from race.study.balance.games import TRACED, play_one, play_plan, world_of
from race.study.balance.page.page import write_page
from race.study.balance.plan import Arm, Spec, arms_of, check
from race.study.balance.tally import Tally, tally_of
from race.study.extras import need
from race.study.manifest import alone_in, check_free, write_asked
from race.study.measures.choices import AHEAD, DRAWS, ORDERS
from race.study.run import Progress
from race.study.worker import proof

MANIFEST: Final = "manifest.json"
PLAN: Final = "plan.txt"
_REPLAYED: Final = 100
"""One game in so many is played again, to compare fingerprints."""


class Sheet(msgspec.Struct, kw_only=True):
    """What the folder says of itself: the plan, the program, and how long it took."""

    spec: Spec
    digest: str
    program: str
    games: int
    seconds: float
    workers: int
    replayed: int
    differing: int
    failed: tuple[str, ...] = ()


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan will take."""

    arms: int
    games: int
    seconds: float
    """Wall time on the processes asked for, from a few games timed here."""


def prepare(spec: Spec) -> None:
    """Raise PlainError for a plan that cannot be played: unknown names, no games, seeds kept for fitting."""
    for package in ("scipy.stats", "statsmodels.stats.proportion"):
        need(package)
    check(spec)
    for arm in arms_of(spec):
        founder_seat(world_of(arm.scenario, arm.difficulty), arm.founder)


def forecast(spec: Spec, workers: int) -> Forecast:
    """Time one game of each founder here and say what the plan will take."""
    arms, costs = arms_of(spec), {}
    proof()  # what is loaded once is not counted
    for founder in dict.fromkeys(arm.founder for arm in arms if arm.part in TRACED):
        arm = next(arm for arm in arms if arm.founder == founder)
        begun = clock.now()
        play_one(arm, spec.seed)
        costs[founder] = clock.now() - begun
    simple = [cost for founder, cost in costs.items() if founder != PLANNER]
    usual = sum(simple) / max(1, len(simple))
    seconds = sum(arm.runs * costs.get(arm.founder, usual) for arm in arms)
    trials = spec.sizes.exploit * TRIAL_GAMES
    futures = sum(
        (ORDERS + 1) * DRAWS * min(AHEAD, one.months - one.month) / one.months for one in positions(spec)
    )
    return Forecast(
        arms=len(arms),
        games=sum(arm.runs for arm in arms) + trials,
        seconds=(seconds + (trials + futures) * usual) / workers,
    )


def digest_of(spec: Spec) -> str:
    """Return 16 hex digits of a plan, the worlds it is played in, and the program that plays it."""
    texts = [world_of(name, spec.home[1]).text for name in spec.scenarios]
    said = msgspec.json.encode((spec, texts, code_digest(), proof()), order="deterministic")
    return sha256(said).hexdigest()[:16]


def run_balance(  # noqa: PLR0913 - where, how, and what is written down
    spec: Spec,
    folder: Path,
    *,
    workers: int,
    resume: bool = False,
    asked: dict[str, Any] | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> tuple[Tally, Sheet]:
    """Play a plan into a folder, write its tables, and return the games and the folder's sheet.

    `asked` is the command and its options, kept as `spec.toml`, which `--spec` reads.
    Raises PlainError for a folder that holds another report, this one without `resume`, or one being played.
    """
    digest, begun = digest_of(spec), clock.now()
    _check_folder(folder, digest, resume=resume)  # a refusal leaves the folder as it is
    with alone_in(folder):
        _check_folder(folder, digest, resume=resume)  # again: now nobody else writes there
        write_atomically(folder / PLAN, f"{digest}\n".encode())
        write_asked(folder, asked or {})
        parts, kept = play_plan(spec, folder, digest=digest, workers=workers, tell=tell)
        tally = _with_asked(tally_of(spec, parts), folder, digest, workers, partial(_further, tell, kept))
        replayed, differing = _again(tally)
        sheet = Sheet(
            spec=spec,
            digest=digest,
            program=__version__,
            games=tally.games,
            seconds=round(clock.now() - begun, 1),
            workers=workers,
            replayed=replayed,
            differing=differing,
            failed=tuple(f"{lost.founder}, {lost.scenario}, seed {lost.seed}" for lost in tally.lost),
        )
        write_tables(folder, tally)
        write_page(folder, tally, (replayed, differing))
        _write_sheet(folder, sheet)
    return tally, sheet


def _further(tell: Callable[[Progress], None], before: int, now: Progress) -> None:
    """Tell how far a report is of whose games so many were there `before` its search began."""
    tell(msgspec.structs.replace(now, kept=before + now.kept))


def _with_asked(
    tally: Tally, folder: Path, digest: str, workers: int, tell: Callable[[Progress], None]
) -> Tally:
    """Return the games with what the spec asks beside them; `tell` hears of the search's games as of more."""
    choices = weigh_all(tally.spec, folder, digest=digest, workers=workers)
    played = tally.games + len(tally.lost)
    total = played + tally.spec.sizes.exploit * TRIAL_GAMES

    def heard(trials: int, kept: int) -> None:
        tell(Progress(done=played + trials, total=total, kept=kept))

    exploit = search_exploit(tally, folder, digest=digest, workers=workers, tell=heard)
    return msgspec.structs.replace(tally, choices=choices, exploit=exploit)


def check_folder(spec: Spec, folder: Path, *, resume: bool) -> None:
    """Refuse a folder that cannot take this report; raises PlainError."""
    _check_folder(folder, digest_of(spec), resume=resume)


def _check_folder(folder: Path, digest: str, *, resume: bool) -> None:
    """Refuse a folder that holds anything else, or this report without leave; raises PlainError."""
    begun = folder / PLAN
    if not begun.exists():
        check_free(folder)
        return
    if begun.read_bytes().strip() != digest.encode():
        raise _refuse(
            N_("{folder} holds another report, or one of another version; choose another folder."), folder
        )
    if not resume:
        raise _refuse(N_("{folder} holds this report already; add --resume to go on."), folder)


def _refuse(msgid: str, folder: Path) -> PlainError:
    return PlainError(Sentence(msgid, {"folder": str(folder)}), code=4)


def _again(tally: Tally) -> tuple[int, int]:
    """Play one game in a hundred again and return how many, and how many came out otherwise."""
    games = [(side.arm, game) for side in tally.sides for game in side.games if side.arm.founder != PLANNER]
    picked = games[:: max(1, min(_REPLAYED, len(games)))]
    differing = sum(_differs(arm, game.seed, game.fingerprint) for arm, game in picked)
    return len(picked), differing


def _differs(arm: Arm, seed: int, fingerprint: str) -> bool:
    return play_one(arm, seed).fingerprint != fingerprint


def _write_sheet(folder: Path, sheet: Sheet) -> None:
    write_atomically(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(sheet), indent=2) + b"\n")
