"""A crew on other machines: the same loop over an executor, on a dask.distributed scheduler.

A scheduler runs whatever it is sent, and asks nobody for a password. It is therefore spoken to on this
machine only, or over TLS with certificates from dask's own configuration.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from ipaddress import ip_address
from logging import CRITICAL
from typing import Any, Final
from urllib.parse import urlsplit

from race.core.words import N_, PlainError, Sentence
from race.study.extras import need

LOCAL: Final = "local"
"""A cluster of this machine's processes, opened for the batch and closed after it."""
_SETTINGS: Final = {
    # a local cluster whose workers die in a row must not forget them for good
    "distributed.deploy.lost-worker-timeout": "1 hour",
    # a game that kills its worker is tried on three, then named
    "distributed.scheduler.allowed-failures": 3,
    "distributed.logging.distributed": "error",
}
_ANSWERS: Final = 10
"""Seconds for a scheduler to answer."""
_WORKS: Final = 60
"""Seconds for its first worker to appear."""


@contextmanager
def cluster(address: str, workers: int) -> Iterator[Executor]:
    """Open an executor on a scheduler (`tcp://127.0.0.1:8786`, `tls://host:8786`) or on `local` processes.

    `workers` counts for `local` only. Raises PlainError for an address that is not one, for another
    machine without TLS, and for a scheduler that does not answer or has no workers.
    """
    distributed, dask = need("distributed", "cluster"), need("dask", "cluster")
    with dask.config.set(_SETTINGS):
        if address == LOCAL:
            with (
                distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address=None,
                    silence_logs=CRITICAL,
                ) as crew,
                distributed.Client(crew) as client,
            ):
                yield client.get_executor(pure=False)
            return
        with _connected(distributed, checked(address)) as client:
            yield client.get_executor(pure=False)


def _connected(distributed: Any, address: str) -> Any:  # noqa: ANN401 - dask is imported late
    """Return a client of a scheduler that answers and has workers."""
    security = (
        _proven(distributed.Security(require_encryption=True)) if address.startswith("tls://") else None
    )
    try:
        client = distributed.Client(address, timeout=_ANSWERS, security=security)
    except (OSError, TimeoutError) as error:
        raise PlainError(
            Sentence(
                N_("No scheduler answers at {address}; start one with: dask scheduler --host 127.0.0.1"),
                {"address": address},
            ),
            code=4,
        ) from error
    try:
        client.wait_for_workers(1, timeout=_WORKS)
    except TimeoutError as error:
        client.close()
        raise PlainError(
            Sentence(
                N_("The scheduler at {address} has no workers; start some with: dask worker {address}"),
                {"address": address},
            ),
            code=4,
        ) from error
    return client


def _proven(security: Any) -> Any:  # noqa: ANN401 - dask is imported late
    """Return what dask's configuration says of TLS; raises PlainError without usable certificates."""
    try:
        found, problem = security.get_connection_args("client")["ssl_context"], ""
    except (OSError, ValueError) as error:  # no such file, no certificate in it, or no key that fits
        found, problem = None, getattr(error, "strerror", None) or str(error)
    if found is not None:
        return security
    text = (
        N_("The certificates in dask's configuration (distributed.comm.tls) cannot be used: {problem}.")
        if problem
        else N_(
            "TLS needs certificates: name ca-file, client.cert and client.key in dask's configuration"
            " (distributed.comm.tls)."
        )
    )
    raise PlainError(Sentence(text, {"problem": problem}), code=4)


def killed_worker() -> type[BaseException]:
    """Return what is raised for a chunk that keeps killing its workers."""
    killed: type[BaseException] = need("distributed", "cluster").KilledWorker
    return killed


def workers_left(executor: Any) -> bool:  # noqa: ANN401 - dask's executor
    """Return whether an executor's scheduler answers and has workers."""
    try:
        return bool(executor._client.scheduler_info()["workers"])  # noqa: SLF001 - it tells nobody else
    except (OSError, TimeoutError, KeyError):
        return False


def checked(address: str) -> str:
    """Return an address that may be spoken to.

    >>> checked("tcp://127.0.0.1:8786")
    'tcp://127.0.0.1:8786'

    Raises PlainError for what is no address, and for another machine without TLS.
    """
    scheme, host = _parts(address)
    if scheme not in ("tcp", "tls") or not host:
        raise PlainError(
            Sentence(
                N_("'{address}' is not a cluster; write local, tcp://127.0.0.1:8786 or tls://host:8786."),
                {"address": address},
            ),
            code=2,
        )
    if scheme == "tcp" and not _here(host):
        raise PlainError(
            Sentence(
                N_("{address} is another machine: a scheduler there is reached over TLS only (tls://)."),
                {"address": address},
            ),
            code=2,
        )
    return address


def _parts(address: str) -> tuple[str, str]:
    """Return the scheme and the host of an address with a port; nothing where one is missing."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "", ""
    return (parts.scheme, parts.hostname or "") if port else ("", "")


def _here(host: str) -> bool:
    """Return whether a host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
