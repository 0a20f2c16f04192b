import re

from race.core.rulebook.switches import Switches
from race.core.turn import LAWS
from tests.architecture.house import ROOT

ODD = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
SUBMODELS = ODD.partition("## 7. Submodels")[2]


def test_the_protocol_lists_every_law_and_every_switch() -> None:
    files = {law.__module__.rpartition(".")[2] + ".py" for law in LAWS}

    missing = [name for name in files if name not in SUBMODELS]
    missing += [name for name in Switches.__struct_fields__ if not re.search(rf"\b{name}\b", SUBMODELS)]

    assert missing == []
