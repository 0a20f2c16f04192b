"""What the processes of a build are told to do, in the tree; nothing of theirs is imported here."""

from typing import Final

TRY: Final = """
from pathlib import Path
from setuptools import Extension, setup

Path("tried.c").write_text("#include <Python.h>\\nint tried(void) { return 0; }\\n")
setup(name="tried", ext_modules=[Extension("tried", ["tried.c"])], script_args=["build_ext", "--inplace"])
"""
"""Whether anything can be compiled, in an empty folder."""
COMPILE: Final = """
import os
import shlex
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from Cython.Build import cythonize
from mypyc.build import mypycify
from setuptools import Extension, setup
from distutils.unixccompiler import UnixCCompiler

how = {"opt_level": "1", "debug_level": "0", "multi_file": True}
modules = mypycify(["--config-file", "mypy.ini", *sys.argv[4:]], **how)
quick = [flag.replace("-O1", "-O3") for flag in modules[0].extra_compile_args if flag[1:2] in ("O", "g")]
quick += ["-funroll-loops"] if "-O3" in quick else []  # which Visual Studio does not know
loops = Extension(sys.argv[3][: -len(".pyx")].replace("/", "."), [sys.argv[3]], extra_compile_args=quick)
modules += cythonize(loops, build_dir="build", quiet=True)
arguments = [(module, module.extra_compile_args, module.extra_link_args) for module in modules]
compile_one, link = UnixCCompiler._compile, UnixCCompiler.link
hands, asked = ThreadPoolExecutor(int(sys.argv[1])), []


def ask(*one):
    asked.append(hands.submit(compile_one, *one))


def link_all(*given, **said):
    for one in asked:
        one.result()
    asked.clear()
    return link(*given, **said)


def make(*flags):
    for made in Path("build").rglob("*.o"):
        made.unlink()
    for module, compiling, linking in arguments:
        module.extra_compile_args, module.extra_link_args = [*compiling, *flags], [*linking, *flags]
    setup(name="race", packages=[], ext_modules=modules, script_args=["build_ext", "--inplace", "--force"])


def is_gcc():
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    try:
        told = subprocess.run([*command, "--version"], capture_output=True, text=True)
    except OSError:  # Visual Studio's has another name
        return False
    return "Free Software Foundation" in told.stdout


def has_seen_games():
    # which way a branch goes most often is seen in games, and then known to the compiler
    here = {**os.environ, "PYTHONPATH": os.pathsep.join([os.getcwd(), os.environ.get("PYTHONPATH", "")])}
    games = [sys.executable, "-m", "race.study.native.prove", "11"]
    try:
        make("-fprofile-generate")
        subprocess.run(games, env=here, check=True)
    except (Exception, SystemExit) as error:
        print(f"without what games show: {error!r}", flush=True)
        asked.clear()
        return False
    return True


UnixCCompiler._compile, UnixCCompiler.link = ask, link_all
known = sys.argv[2] == "twice" and is_gcc() and has_seen_games()
make(*(("-fprofile-use", "-Wno-missing-profile", "-Wno-error") if known else ()))
"""
"""Writes C from types and loops, compiles it with so many hands, and again with what some games have shown.

Its arguments are the hands, how often it may compile (once or twice), the loops that Cython reads, then the
modules.
"""
