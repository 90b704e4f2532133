# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's cluster: processes of this computer, a dask scheduler by its address, or dask-jobqueue by its
configuration.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Iterator
from typing import Any

from model_core.errors import DataError

LOCAL = "local"
# Names of the command line, and dask-jobqueue's classes.
JOB_QUEUES = {
    "slurm": "SLURMCluster",
    "pbs": "PBSCluster",
    "lsf": "LSFCluster",
    "sge": "SGECluster",
    "htcondor": "HTCondorCluster",
    "oar": "OARCluster",
    "moab": "MoabCluster",
}


@contextlib.contextmanager
def connected(name: str, workers: int | None) -> Iterator[Any]:
    """Give a `distributed.Client`, and close what was started for it.

    name: "local", an address such as tcp://scheduler:8786, or one of JOB_QUEUES, whose settings stand in dask's own
    configuration. workers: how many to start; None is one for each core (local) or what the configuration says.
    Raises DataError where dask is not installed or the scheduler does not answer.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        raise DataError("--cluster needs dask.distributed; run: pip install 'noise2map-qgis[cluster]'.") from error
    with contextlib.ExitStack() as stack:
        try:
            client = stack.enter_context(_client(distributed, stack, name, workers))
        except (OSError, TimeoutError) as error:
            raise DataError(f"The dask scheduler '{name}' does not answer ({error}); check its address.") from error
        yield client


def _client(distributed: Any, stack: contextlib.ExitStack, name: str, workers: int | None) -> Any:
    if "://" in name or ":" in name:
        return distributed.Client(name, timeout=30)
    if name == LOCAL:
        # A process a worker: GDAL's settings are a process's, and a worker that is killed takes no other with it.
        started = distributed.LocalCluster(
            n_workers=workers or _cores(), threads_per_worker=1, processes=True, dashboard_address=":0"
        )
    elif name in JOB_QUEUES:
        try:
            queues = importlib.import_module("dask_jobqueue")
        except ModuleNotFoundError as error:
            raise DataError(f"--cluster {name} needs dask-jobqueue; run: pip install dask-jobqueue.") from error
        started = getattr(queues, JOB_QUEUES[name])()
        if workers:
            started.scale(workers)
    else:
        known = ", ".join((LOCAL, *JOB_QUEUES))
        raise DataError(f"There is no cluster '{name}'. Give {known}, or the address of a dask scheduler.")
    return distributed.Client(stack.enter_context(started))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
