import shutil
from pathlib import Path

import pytest

from race import files
from race.session.digests import code_digest


@pytest.mark.parametrize("table", ["scenarios/labs.toml", "facts/supplier_monthly.csv"])
def test_the_tables_that_worlds_are_made_from_are_a_part_of_the_program(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = code_digest.__wrapped__()
    for folder in ("scenarios", "facts"):
        shutil.copytree(files.assets() / folder, tmp_path / folder)
    monkeypatch.setattr("race.session.digests.assets", lambda: tmp_path)
    copied = code_digest.__wrapped__()

    (tmp_path / table).write_bytes((tmp_path / table).read_bytes() + b"\n")

    assert copied == usual != code_digest.__wrapped__()
