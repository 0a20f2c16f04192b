"""A batch on a cluster gives the same tables as on one process, and leaves what was finished when it ends."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from race.core.words import PlainError
from race.study.cluster import checked, cluster
from race.study.run import Progress, run, spec_of

pytest.importorskip("distributed")
dask = pytest.importorskip("dask")


class Machines:
    """A scheduler and two workers on loopback, each a process of its own."""

    def __init__(self) -> None:
        """Start them and wait for the scheduler's address."""
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        line = ""
        while "Scheduler at:" not in line:
            line = self.scheduler.stderr.readline() if self.scheduler.stderr else ""
            assert self.scheduler.poll() is None, line
        self.address = line.split()[-1]
        self.workers = [
            self._start("dask_worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
            for _ in range(2)
        ]

    def _start(self, program: str, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words],
            stderr=subprocess.PIPE if program == "dask_scheduler" else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            text=True,
        )

    def stop(self) -> None:
        """End them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()
            if process.stderr:
                process.stderr.close()


@pytest.fixture
def machines() -> Iterator[Machines]:
    started = Machines()
    yield started
    started.stop()


@pytest.mark.slow
def test_a_cluster_plays_the_same_tables_as_one_process(machines: Machines, tmp_path: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("idle", "diverter"), 6, 1)

    run(spec, tmp_path / "one", workers=1)
    run(spec, tmp_path / "cluster", workers=2, cluster=machines.address)

    for name in ("games", "months", "events"):
        one, far = ((tmp_path / folder / f"{name}.parquet").read_bytes() for folder in ("one", "cluster"))
        assert one == far


@pytest.mark.slow
def test_a_cluster_that_goes_away_leaves_what_was_finished(machines: Machines, tmp_path: Path) -> None:
    spec = spec_of(("the-twelve-thousand",), ("idle", "steward"), 60, 1)
    heard: list[int] = []

    def end(progress: Progress) -> None:
        heard.append(progress.done)
        if progress.done:
            machines.stop()

    with pytest.raises(PlainError) as told:
        run(spec, tmp_path / "out", workers=2, cluster=machines.address, tell=end)
    kept = run(spec, tmp_path / "out", workers=1, resume=True)

    assert told.value.code == 4
    assert "--resume" in told.value.sentence.msgid
    assert kept.games == 120
    assert 0 < max(heard) < 120


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("nope", "is not a cluster"),
        ("tcp://127.0.0.1", "is not a cluster"),
        ("http://127.0.0.1:8786", "is not a cluster"),
        ("tcp://10.1.2.3:8786", "over TLS only"),
        ("tcp://example.org:8786", "over TLS only"),
    ],
)
def test_an_address_that_may_not_be_spoken_to_is_refused(address: str, word: str) -> None:
    with pytest.raises(PlainError) as told:
        checked(address)

    assert told.value.code == 2
    assert word in told.value.sentence.msgid


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tls://example.org:8786"])
def test_this_machine_and_tls_may_be_spoken_to(address: str) -> None:
    assert checked(address) == address


@pytest.mark.parametrize(("file", "word"), [(None, "needs certificates"), ("gone.pem", "No such file")])
def test_tls_without_certificates_is_a_sentence(file: str | None, word: str) -> None:
    said = {"ca-file": file, "client.cert": file, "client.key": None}
    said = {f"distributed.comm.tls.{name}": value for name, value in said.items()}

    with dask.config.set(said), pytest.raises(PlainError) as told, cluster("tls://192.0.2.1:8786", 1):
        pass

    assert told.value.code == 4
    assert word in str(told.value)
