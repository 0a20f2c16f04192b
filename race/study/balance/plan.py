"""What a balance report plays, worked out before anything is played: a pure function of its spec.

Every arm (a founder in a world) starts from the same first seed, so that any two are compared on
common luck. The first arms are the field; then come the other worlds, the quotas, and the
mechanics that are switched off one at a time.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, PlainError, Sentence
from race.policy.founders.alone import ALONE
from race.policy.founders.archetypes import HABITS, MADE
from race.policy.registry import PLANNER
from race.sim.together import IN_STEP
from race.study.plan import check_reported

MECHANICS: Final = (
    "swap",
    "disclosure",
    "paid",
    "forced_sites",
    "rental",
    "poaching",
    "promises",
    "leaks",
    "suits",
    "investment",
)
"""Switches of the ten mechanics that must each be worth something."""
USERS: Final = {
    "swap": ("swapper", "historical"),
    "disclosure": ("opportunist",),
    "paid": ("promiser",),
    "promises": ("steward", "opportunist", "swapper", "promiser", "historical"),
    "investment": ("steward", "promiser"),
}
"""Archetypes who use a mechanic that only founders can use: without it all others play the same games."""
QUOTAS: Final = tuple(range(0, 101, 10))
"""Percent of the carmaker's flow that the eleven quota founders want."""
ARCHETYPES: Final = (*HABITS, "historical")
"""Founders who run the lab alike and treat the owners differently, and the one of the story."""


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """Games of each arm, by what the arm is for; 0 leaves that part out."""

    field: int
    other: int
    """Other scenarios and difficulties."""
    quota: int
    mechanic: int
    """Without a mechanic that all use; one that few use has the same games in all, shared by them."""
    planner: int = 0
    single: int = 0
    """Founders who have one mechanic alone."""
    choices: int = 0
    """Positions in which the orders of a month are weighed against one another."""
    exploit: int = 0
    """Habits that are tried in the search for one that beats all founders."""


QUICK: Final = Sizes(field=40, other=12, quota=24, mechanic=8, single=12)
FULL: Final = Sizes(field=2000, other=500, quota=500, mechanic=200, planner=200, single=500, choices=40)


def scaled(sizes: Sizes, field: int) -> Sizes:
    """Return sizes in the same proportion for another number of games of the field, the planner's kept.

    >>> few = scaled(FULL, 100)
    >>> few.field, few.other, few.quota, few.mechanic, few.single, few.choices, few.planner
    (100, 25, 25, 10, 25, 2, 200)
    """
    share = field / sizes.field
    parts = {
        name: max(1, round(getattr(sizes, name) * share)) for name in ("other", "quota", "mechanic", "single")
    }
    return msgspec.structs.replace(sizes, field=field, choices=round(sizes.choices * share), **parts)


class Spec(msgspec.Struct, frozen=True, kw_only=True):
    """Say what to play: everything that can change a result, and nothing else."""

    scenarios: tuple[str, ...] = ("history",)
    difficulties: tuple[str, ...] = ("apprentice", STANDARD, "relentless")
    founders: tuple[str, ...] = ("idle", "random", *MADE, "historical")
    seed: int = 1
    sizes: Sizes = FULL

    @property
    def home(self) -> tuple[str, str]:
        """Return the scenario and difficulty that is looked at closely: the first, at standard."""
        return self.scenarios[0], STANDARD if STANDARD in self.difficulties else self.difficulties[0]


class Arm(msgspec.Struct, frozen=True, kw_only=True):
    """One founder in one world, played `runs` times."""

    arm: int
    part: str
    """`field`, `other`, `quota`, `mechanic`, `single` or `planner`."""
    scenario: str
    difficulty: str
    founder: str
    runs: int
    without: str = ""
    """The switch that is off."""


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some games of one arm, played in a row."""

    part: int
    arm: Arm
    seeds: tuple[int, ...]


def quota_name(percent: int) -> str:
    """Return the name of the founder who swaps this share of the flow.

    >>> quota_name(30)
    'quota-30'
    """
    return f"quota-{percent}"


def users_of(switch: str, founders: Sequence[str]) -> tuple[str, ...]:
    """Return those of some founders whose games a mechanic can change; all of them where that is not known.

    >>> users_of("paid", ("steward", "promiser")), users_of("leaks", ("steward", "promiser"))
    (('promiser',), ('steward', 'promiser'))
    """
    users = USERS.get(switch, founders)
    known = [name for name in founders if name in users or name not in ARCHETYPES]
    return tuple(known or founders)


def check(spec: Spec) -> None:
    """Raise PlainError for a plan without games, a name given twice, or seeds kept for fitting."""
    for names in (spec.scenarios, spec.difficulties, spec.founders):
        if not names:
            raise PlainError(
                Sentence(N_("Name at least one scenario, one difficulty and one founder.")), code=2
            )
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise PlainError(Sentence(N_("'{n}' is named twice; name it once."), {"n": twice}), code=2)
    if spec.sizes.field < 1:
        raise PlainError(
            Sentence(N_("The number of runs must be 1 or more, not {n}."), {"n": str(spec.sizes.field)}),
            code=2,
        )
    sizes = spec.sizes
    for option in ("planner", "choices", "exploit"):
        asked = getattr(sizes, option)
        if asked < 0:
            raise PlainError(
                Sentence(
                    N_("--{option} must be 0 or more, not {n}; 0 leaves it out."),
                    {"option": option, "n": str(asked)},
                ),
                code=2,
            )
    if sizes.exploit and not set(MADE) & set(spec.founders):
        raise PlainError(
            Sentence(
                N_("A search for exploits needs a founder to beat; name one of: {known}."),
                {"known": ", ".join(MADE)},
            ),
            code=2,
        )
    check_reported(spec.seed, max(sizes.choices, *(arm.runs for arm in arms_of(spec))))


def arms_of(spec: Spec) -> tuple[Arm, ...]:
    """Return the arms of a spec; parts without games are left out.

    >>> arms = arms_of(Spec(founders=("idle", "swapper"), sizes=QUICK))
    >>> len(arms), arms[0].founder, arms[-9].without, arms[-9].founder, arms[-1].founder
    (33, 'idle', 'investment', 'swapper', 'only-pledges')
    """
    sizes, home = spec.sizes, spec.home
    simple = [name for name in spec.founders if name != PLANNER]
    able = [name for name in simple if name in ARCHETYPES]
    wanted = [("field", *home, name, sizes.field, "") for name in simple]
    if sizes.planner:
        wanted.append(("planner", *home, PLANNER, sizes.planner, ""))
    for scenario in spec.scenarios:
        for difficulty in spec.difficulties:
            if (scenario, difficulty) != home:
                wanted += [("other", scenario, difficulty, name, sizes.other, "") for name in able or simple]
    wanted += [("quota", *home, quota_name(percent), sizes.quota, "") for percent in QUOTAS]
    for switch in MECHANICS:
        users = users_of(switch, able or simple)
        runs = min(sizes.field, sizes.mechanic * len(able or simple) // len(users))
        wanted += [("mechanic", *home, name, runs, switch) for name in users]
    wanted += [("single", *home, name, sizes.single, "") for name in ALONE]
    return tuple(
        Arm(
            arm=arm,
            part=part,
            scenario=scenario,
            difficulty=difficulty,
            founder=founder,
            runs=runs,
            without=without,
        )
        for arm, (part, scenario, difficulty, founder, runs, without) in enumerate(
            row for row in wanted if row[4] > 0
        )
    )


def chunks_of(spec: Spec) -> tuple[Chunk, ...]:
    """Return the chunks of a spec, arm by arm; they do not depend on the number of workers."""
    found = []
    for arm in arms_of(spec):
        size = 1 if arm.founder == PLANNER else IN_STEP  # a planner's by itself, as in a batch
        seeds = range(spec.seed, spec.seed + arm.runs)
        found += [(arm, tuple(seeds[first : first + size])) for first in range(0, arm.runs, size)]
    return tuple(Chunk(part=part, arm=arm, seeds=seeds) for part, (arm, seeds) in enumerate(found))
