"""What is made when a wheel or an editable install is built: the translations, and the owners' loops as C.

The loops are made where a C compiler answers; everywhere else the program is the same, only slower.
"""

import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_LOOPS: Final = Path("race", "core", "formulas", "owners", "loops.py")
_MADE: Final = "loops_in_c"
_COMPILE: Final = """
import sys
from Cython.Build import cythonize
from setuptools import Extension, setup

flags = [] if sys.platform == "win32" else ["-O3", "-funroll-loops", "-g0", "-ffp-contract=off"]
made = cythonize(Extension(sys.argv[1], [f"{sys.argv[1]}.pyx"], extra_compile_args=flags))
setup(name=sys.argv[1], ext_modules=made, script_args=["build_ext", "--inplace"])
"""
"""Compiles so that no product and sum are joined into one rounding."""


class ArtefactsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Write `diverted.mo` beside every `diverted.po`, and the loops beside their text: no sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile all catalogues under `assets/locale`, and for a wheel the loops, for one platform."""
        compile_catalogues(Path(self.root))
        if self.target_name != "wheel":
            return
        made = compile_loops(Path(self.root))
        if made is not None:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["artifacts"].append(made.relative_to(self.root).as_posix())


def compile_catalogues(root: Path) -> None:
    """Compile all catalogues; an untranslated string stays English."""
    for source in sorted(root.glob("assets/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


def compile_loops(root: Path) -> Path | None:
    """Compile the owners' loops beside their text; return where, or None where that cannot be done."""
    spec = spec_from_file_location("loops_in_cython", root / "race" / "study" / "native" / "loops.py")
    if spec is None or spec.loader is None:
        return None
    writer = module_from_spec(spec)
    spec.loader.exec_module(writer)
    try:
        text = writer.in_cython((root / _LOOPS).read_text(encoding="utf-8"))
    except KeyError as unknown:
        sys.stderr.write(f"The owners' loops stay as written: nothing in C is known for {unknown}.\n")
        return None
    with TemporaryDirectory() as folder:
        Path(folder, f"{_MADE}.pyx").write_text(text, encoding="utf-8")
        told = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", _COMPILE, _MADE], cwd=folder, capture_output=True, check=False
        )
        found = [path for path in Path(folder).glob(f"{_MADE}.*") if path.suffix in {".so", ".pyd"}]
        if told.returncode or not found:
            return None
        place = (root / _LOOPS).with_name(found[0].name)
        return place if _put(found[0], place) else None


def _put(made: Path, place: Path) -> bool:
    """Put a file in its place at once, whoever plays in the one before; return whether it is.

    Windows gives up no file in use: what is there then is not believed, for it has another text's mark.
    """
    beside = place.with_suffix(".new")
    try:
        shutil.copyfile(made, beside)
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)
        return False
    return True


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
    if sys.argv[1:] == ["loops"] and compile_loops(Path(__file__).parent) is None:
        sys.exit("The owners' loops were not compiled: that needs a C compiler, Cython and setuptools.")
