"""The owners' loops in Cython's language: what it makes of them gives the bits of the arrays."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from race.core.formulas.owners import compiled as door
from race.core.formulas.owners import loops as written
from race.core.formulas.owners.compiled import Loops
from race.core.rulebook.owners import OwnerRules
from race.study.native.loops import DOORS, in_cython
from tests.architecture.house import ROOT
from tests.core.owners.any_crowd import RULES, STORIES, a_population, both, told

BUILD = """
from Cython.Build import cythonize
from setuptools import Extension, setup

loops = Extension("in_c", ["in_c.pyx"], extra_compile_args=["-O1"])
setup(name="in_c", ext_modules=cythonize(loops), script_args=["build_ext", "--inplace"])
"""


@pytest.fixture(scope="module")
def in_c(tmp_path_factory: pytest.TempPathFactory) -> Loops:
    if sys.platform == "win32" or shutil.which("cc") is None:
        pytest.skip("needs a C compiler that takes -O1")
    folder = tmp_path_factory.mktemp("loops")
    source = Path(written.__file__).read_text("utf-8")
    (folder / "in_c.pyx").write_text(in_cython(source), encoding="utf-8")
    subprocess.run([sys.executable, "-c", BUILD], cwd=folder, capture_output=True, check=True)
    (made,) = folder.glob("in_c.*.so")
    spec = spec_from_file_location("in_c", made)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return Loops(**{name: getattr(module, name) for name in Loops.__struct_fields__})


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    owners=RULES,
    crowd=st.tuples(st.integers(500, 1_500), st.integers(0, 2**40)),
    tales=STORIES,
    month=st.integers(1, 36),
)
def test_the_loops_in_c_give_the_bits_of_the_arrays(
    in_c: Loops,
    owners: OwnerRules,
    crowd: tuple[int, int],
    tales: list[tuple[float, list[int], float]],
    month: int,
) -> None:
    arrays, looped = both(owners, a_population(*crowd), in_c, told(tales, month), month)

    assert arrays == looped


def of(text: str, **doors: Callable[..., Any]) -> ModuleType:
    """Return a module of loops as an installer leaves it, made of some text."""
    module = ModuleType(door.BUILT)
    module.MADE_FROM = sha256(text.encode()).hexdigest()  # type: ignore[attr-defined]
    for name in DOORS:
        setattr(module, name, doors.get(name, getattr(written, name)))
    return module


def test_only_loops_of_this_very_text_that_reckon_as_the_arrays_do_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = Path(written.__file__).read_text("utf-8")

    def used(module: ModuleType) -> bool:
        monkeypatch.setitem(sys.modules, door.BUILT, module)
        with np.errstate(over="ignore"):  # the hash of luck keeps its lowest 64 bits
            return door.built.__wrapped__() is not None

    def otherwise(*given: Any) -> Any:  # noqa: ANN401 - as the loop's own
        moved = written.pass_month(*given)
        return (moved[0] + 1, *moved[1:])

    assert used(of(text))
    assert not used(of(f"{text}\n"))
    assert not used(of(text, pass_month=otherwise))


def test_an_installer_without_a_compiler_leaves_the_program_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("race/study/native/loops.py", "race/core/formulas/owners/loops.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    before = {*tmp_path.rglob("*")}
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.syspath_prepend(str(ROOT))

    made = import_module("hatch_build").compile_loops(tmp_path)

    assert made is None
    assert {path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts} == before


def test_what_an_installer_does_not_know_it_names_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("race/study/native/loops.py", "race/core/formulas/owners/loops.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write('\ndef paint(hue: Colours) -> None:\n    """Docstring."""\n')
    monkeypatch.syspath_prepend(str(ROOT))

    made = import_module("hatch_build").compile_loops(tmp_path)

    assert made is None
    assert "Colours" in capsys.readouterr().err


def test_the_doors_are_those_that_the_program_calls() -> None:
    assert Loops.__struct_fields__ == DOORS


def test_an_installer_puts_the_loops_where_the_program_looks_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    installer = import_module("hatch_build")

    place = (*installer._LOOPS.parent.parts, installer._MADE)  # noqa: SLF001 - its name is written there too

    assert ".".join(place) == door.BUILT


def test_what_a_bundle_holds_is_passed_one_by_one() -> None:
    source = '''
Pair: TypeAlias = tuple[Ints, Longs]
Nest: TypeAlias = tuple[Pair, int]

def inner(pair: Pair, much: int) -> int:
    """Docstring."""
    some, more = pair
    piece, rest = some[1:], more[:much]
    return int(piece[0]) + len(rest)

def pass_month(nest: Nest) -> tuple[int, float]:
    """Docstring."""
    pair, much = nest
    again = (pair[0], pair[1])
    room: Ints = np.zeros(3, dtype=np.int32)
    return inner(again, much), abs(room[0]) / 2

def listen(much: int) -> None:
    """Docstring."""

def step(much: int) -> None:
    """Docstring."""
'''
    text = in_cython(source)

    assert "cdef long long c_inner(int[::1] pair_0, long long[::1] pair_1, long long much):" in text
    assert "cdef int[::1] piece" in text
    assert (
        "cdef (long long, double) c_pass_month(int[::1] nest_0_0, long long[::1] nest_0_1, long long nest_1):"
        in text
    )
    assert "return (c_inner(nest_0_0, nest_0_1, much), distance(room[0]) / 2)" in text
    assert "return c_pass_month(nest[0][0], nest[0][1], nest[1])" in text


def test_a_type_that_it_does_not_know_is_named() -> None:
    with pytest.raises(KeyError, match="Colours"):
        in_cython('def listen(hue: Colours) -> None:\n    """Docstring."""\n')
