from pathlib import Path

import pytest

from race.study.plan import Spec
from race.study.run import run, spec_of


@pytest.fixture(scope="session")
def spec() -> Spec:
    return spec_of(("the-twelve-thousand",), ("steward", "diverter"), runs=4, seed=1)


@pytest.fixture(scope="session")
def results(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch") / "results"
    run(spec, folder, workers=1)
    return folder
