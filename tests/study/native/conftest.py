from pathlib import Path

import pytest

from race.session.beside import tree
from race.study.native.tree import need_no_mypy, write_tree


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Translate the program, without compiling it, into a home of its own, and return that home."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIVERTED_HOME", str(home))
        write_tree(tree.place())
        need_no_mypy(tree.place())
    return home
