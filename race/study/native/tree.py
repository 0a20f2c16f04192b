"""A whole tree of the program in a folder of its own, with its core translated.

What decides and what carries out (`race.core`, `race.policy`, `race.sim`) is translated and meets only plain
classes. Scenarios are still read by the rulebook as it is written, with its bounds: a twin of it
(`race.core.rulebook_as_read`), from which `RaceModel` takes over the numbers once a scenario.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import race
from race.core.formulas.owners import loops
from race.core.formulas.owners.compiled import BUILT
from race.files import assets
from race.session.digests import MADE_FROM, code_digest
from race.study.native.loops import in_cython
from race.study.native.translate import changed_alone, translated

_ROOMS: Final = ("core", "policy", "sim")
"""Rooms that are translated."""
_AS_WRITTEN: Final = (
    *("core/terms/", "core/tales/", "core/wording/", "core/ids.py"),
    *("core/rulebook/catalogue.py", "core/rulebook/number.py"),
    *(f"core/formulas/owners/{name}.py" for name in ("loops", "compiled", "crowd", "week")),
)
"""What stays: words, and what works on whole arrays."""
_INTERPRETED: Final = (
    *(*_AS_WRITTEN, "core/fingerprint.py", "core/formulas/owners/founding.py"),
    *("policy/founders/random_founder.py", "policy/registry.py"),
)
"""What is not compiled: asked once a game, or made of what a compiler cannot see through."""
_RULEBOOK: Final = "race.core.rulebook"
_AS_READ: Final = "rulebook_as_read"
_MODEL: Final = "self.starts_from = scenario_of(scenario)"
_MODEL_NOW: Final = "self.starts_from = taken_over(scenario_of(scenario))"
_PLAIN: Final = '''"""What translated classes share: changed copies, a way through a pipe, one into JSON."""

from functools import partial
from importlib import import_module
from typing import Any, Final

import msgspec

_TWINS: Final[dict[type, Any]] = {}
_MOST: Final = 64
_TAKEN: Final[dict[int, tuple[Any, Any]]] = {}


def changed_copy(one: Any, /, **changes: Any) -> Any:
    """Return a copy with some fields changed."""
    new = one.cloned()
    for name, value in changes.items():
        setattr(new, name, value)
    return new


def rebuilding(one: Any) -> Any:
    """Return a call that makes an equal object, here or in another process."""
    kind: Any = type(one)
    return partial(kind, **{name: getattr(one, name) for name in one.__struct_fields__})


def as_struct(one: Any) -> Any:
    """Return an object as a struct that msgspec writes as it would the original."""
    kind = type(one)
    if kind not in _TWINS:
        fields = [(name, Any) for name in kind.__struct_fields__]
        _TWINS[kind] = msgspec.defstruct(kind.__name__, fields, tag=getattr(kind, "struct_tag", None))
    return _TWINS[kind](*[getattr(one, name) for name in kind.__struct_fields__])


def taken_over(scenario: Any) -> Any:
    """Return a scenario whose rules are plain objects; the same for the same scenario."""
    if not isinstance(scenario.rules, msgspec.Struct):
        return scenario
    if id(scenario) not in _TAKEN:
        while len(_TAKEN) >= _MOST:
            del _TAKEN[next(iter(_TAKEN))]
        taken = msgspec.structs.replace(scenario, rules=_as_plain(scenario.rules))
        _TAKEN[id(scenario)] = (scenario, taken)
    return _TAKEN[id(scenario)][1]


def _as_plain(one: Any) -> Any:
    if isinstance(one, tuple):
        return tuple([_as_plain(part) for part in one])
    if not isinstance(one, msgspec.Struct):
        return one
    module = import_module(type(one).__module__.replace(".rulebook_as_read", ".rulebook"))
    kind = getattr(module, type(one).__name__)
    return kind(**{name: _as_plain(getattr(one, name)) for name in one.__struct_fields__})
'''
"""The module `race.plain` of a tree."""
LOOPS: Final = f"{BUILT.replace('.', '/')}.pyx"
"""Where the owners' loops stand in a tree, in Cython's language."""
_MARKS: Final = '''"""What the translated classes say to the compiler says nothing to Python."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def mypyc_attr(**_said: bool) -> Callable[[type[_T]], type[_T]]:
    """Return the class as it is."""
    return lambda kind: kind
'''
"""The module `mypy_extensions` of a tree that is used, where nobody needs mypy to be installed."""


def write_tree(folder: Path) -> None:
    """Write the translated program into a folder; the folder is what stands in `sys.path`."""
    source, target = Path(race.__file__).parent, folder / "race"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "assets", "loops_in_c.*"))
    shutil.copytree(assets(), target / "assets")
    (target / MADE_FROM).write_text(code_digest(), encoding="ascii")
    shutil.copytree(target / "core" / "rulebook", target / "core" / _AS_READ)
    _translate(target)
    _read_by_the_twin(target)
    (target / "plain.py").write_text(_PLAIN, encoding="utf-8")
    (folder / LOOPS).write_text(in_cython(Path(loops.__file__).read_text(encoding="utf-8")), encoding="utf-8")
    model = target / "sim" / "race_model.py"
    text = model.read_text(encoding="utf-8")
    if text.count(_MODEL) != 1:
        message = "race.sim.race_model does not take its scenario where it did"
        raise ValueError(message)
    text = text.replace(_MODEL, _MODEL_NOW).replace(
        "import mesa\n", "import mesa\nfrom race.plain import taken_over\n", 1
    )
    model.write_text(text, encoding="utf-8")


def _translate(target: Path) -> None:
    """Translate the modules of three rooms where they stand."""
    modules = {path: path.read_text(encoding="utf-8") for path in _modules(target, _AS_WRITTEN)}
    changed = frozenset(name for text in modules.values() for name in changed_alone(text))
    for path, text in modules.items():
        rules = path.is_relative_to(target / "core" / "rulebook")
        path.write_text(translated(text, changed, compared=not rules), encoding="utf-8")


def _modules(target: Path, but: tuple[str, ...]) -> Iterator[Path]:
    """Yield the modules of the three rooms but for some."""
    for room in _ROOMS:
        for path in sorted((target / room).rglob("*.py")):
            name = path.relative_to(target).as_posix()
            if not name.startswith((*but, f"core/{_AS_READ}/")):
                yield path


def _read_by_the_twin(target: Path) -> None:
    """Let everybody else, who reads and changes scenarios, know the rulebook as it is written."""
    twin = target / "core" / _AS_READ
    others = (path for path in target.rglob("*.py") if path.relative_to(target).parts[0] not in _ROOMS)
    for path in (*twin.rglob("*.py"), *others):
        text = path.read_text(encoding="utf-8")
        if _RULEBOOK in text:
            path.write_text(text.replace(_RULEBOOK, f"race.core.{_AS_READ}"), encoding="utf-8")


def compiled_modules(folder: Path) -> list[str]:
    """Return the files of a tree that are to be compiled, as paths in it."""
    target = folder / "race"
    paths = (
        path
        for path in _modules(target, _INTERPRETED)
        if path.relative_to(target).parts[0] != "sim"
        and (path.name != "__init__.py" or "class " in path.read_text(encoding="utf-8"))
    )
    return [path.relative_to(folder).as_posix() for path in paths]


def need_no_mypy(folder: Path) -> None:
    """Let a tree be used where mypy is not installed; not before it is compiled."""
    (folder / "mypy_extensions.py").write_text(_MARKS, encoding="utf-8")
