import re
from collections.abc import Iterator

from race.core.rulebook.catalogue import entries
from tests.architecture.house import ROOT

RULEBOOK = ROOT / "race" / "core" / "rulebook"


def program() -> Iterator[str]:
    """Yield the source of everything but the rulebook itself."""
    for path in (ROOT / "race").rglob("*.py"):
        if RULEBOOK not in path.parents:
            yield path.read_text(encoding="utf-8")


def test_every_number_of_the_rulebook_is_read_by_somebody() -> None:
    read = {name for source in program() for name in re.findall(r"\.([a-z]\w*)", source)}
    own = "\n".join(path.read_text(encoding="utf-8") for path in RULEBOOK.rglob("*.py"))
    read |= set(re.findall(r"self\.([a-z]\w*)", own))

    idle = [path for path, entry in entries().items() if entry.tunable and path.split(".")[1] not in read]

    assert idle == []
