"""The ODD page names every switch of the rulebook beside its law, and no file that is not there."""

import re

from race.core.rulebook.switches import Switches
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:4] for line in PAGE.splitlines() if line.startswith("| ") and "`rules/" in line]


def test_every_switch_stands_beside_a_law() -> None:
    named = {word for _law, _file, switches in ROWS for word in re.findall(r"\w+", switches)}

    assert [switch for switch in Switches.__struct_fields__ if switch not in named] == []


def test_every_law_s_file_is_there() -> None:
    for _law, files, _switches in ROWS:
        first, *more = re.findall(r"`([\w/]+\.py)`", files)
        folder = (ROOT / "race" / "core" / first).parent
        assert (ROOT / "race" / "core" / first).exists()
        assert [name for name in more if not (folder / name).exists()] == []
