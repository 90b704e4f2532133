# SPDX-License-Identifier: GPL-2.0-or-later
"""A job on a cluster, top to bottom: plan, what is done already, the missing parts, closing."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model_core.distributed.closing import build_vrt, close, write_cog
from model_core.distributed.cluster import connected
from model_core.distributed.manifest import Done, Manifest, fingerprint
from model_core.distributed.parts import Part, Plan, plan
from model_core.distributed.worker import run_part
from model_core.errors import DataError
from noise2map_qgis.engine.errors import Cancelled, NoDataError
from noise2map_qgis.engine.feedback import Feedback
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.output.atomic import Destinations

# Parts that wait at the scheduler for each worker: enough that none is idle, few enough that 100,000 parts are no
# burden.
_WAITING = 3
# How often a part is run again before it is reported.
_RETRIES = 2
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Options:
    """How a job is spread.

    side: pixels of a part; cluster, workers: see `cluster.connected`; cog: one file at the end.
    """

    cluster: str = "local"
    workers: int | None = None
    side: int = 4096
    resume: bool = False
    cog: bool = False


@dataclass(frozen=True)
class Summary:
    """What a job on a cluster did; areas in square metres."""

    parts: int
    resumed: int
    empty: int
    failed: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    megapixels_per_second: float = 0.0
    positive_area_m2: float = 0.0
    valid_area_m2: float = 0.0
    polygon_count: int = 0
    probability: str = ""


def run(job: Job, files: Destinations, options: Options, feedback: Feedback) -> Summary:
    """Run a job on a cluster. The parts lie in a folder beside the outputs, which `--resume` goes on from.

    files: the mask and the polygons, and the probability, whose parts a virtual raster of its name (.vrt) closes.
    Raises EngineError and DataError for what is wrong before the run. Parts that fail are in the summary; then no
    mask and no polygons are written, since they would have gaps.
    """
    started = time.monotonic()
    assert files.probability is not None
    work = files.probability.with_name(f"{files.probability.stem}_parts")
    resolved = job.resolve()
    cut = plan(resolved, options.side)
    manifest = Manifest(work)
    done = manifest.begin(fingerprint(resolved, options.side), options.resume)
    missing = [part for part in cut.parts if part.number not in done]
    feedback.log(
        f"Parts: {len(cut.parts)} of about {options.side} pixels, {len(done)} of them done already; {cut.empty} left "
        f"out because no image has data there."
    )
    failed: dict[str, str] = {}
    if missing:
        with connected(options.cluster, options.workers) as client:
            feedback.log(f"Cluster: {client.scheduler.address}; dashboard: {client.dashboard_link}")
            for part, ended in _run_parts(client, job, cut, missing, work, feedback):
                if isinstance(ended, Done):
                    manifest.add(ended)
                    done[part.number] = ended
                else:
                    failed[part.name] = ended
                    feedback.warn(f"{part.name} at column {part.window.col}, row {part.window.row} failed: {ended}")
                feedback.progress(len(done) + len(failed), len(cut.parts))
    written = [work / found.file for _, found in sorted(done.items()) if found.file]
    if not failed and not written:
        raise NoDataError("No pixel of the images has data in the chosen area. Choose other images or another area.")
    probability = files.probability.with_suffix(".vrt")
    if written:
        build_vrt(probability, written, cut, resolved.positive_class)
    seconds = time.monotonic() - started
    pixels = sum(part.window.cols * part.window.rows for part in missing if part.name not in failed)
    summary = Summary(
        parts=len(cut.parts),
        resumed=len(cut.parts) - len(missing),
        empty=cut.empty,
        failed=failed,
        seconds=seconds,
        megapixels_per_second=pixels / 1e6 / seconds,
        probability=str(probability),
    )
    if failed:
        return summary
    closed = close(resolved, cut, probability, Destinations(None, files.mask, files.polygons), feedback)
    if options.cog:
        write_cog(probability, files.probability, cut.grid, feedback)
    return Summary(
        **{
            **vars(summary),
            **vars(closed),
            "seconds": time.monotonic() - started,
            "probability": str(files.probability if options.cog else probability),
        }
    )


def _run_parts(
    client: Any, job: Job, cut: Plan, parts: list[Part], work: Path, feedback: Feedback
) -> Iterator[tuple[Part, Done | str]]:
    """Yield each part with its record or the reason why it failed, as parts end; raises Cancelled."""
    distributed_job = client.scatter(job, broadcast=True)
    waiting: dict[Any, Part] = {}
    queue = iter(parts)

    def submit() -> bool:
        part = next(queue, None)
        if part is None:
            return False
        future = client.submit(
            run_part, distributed_job, cut.grid, part, work.absolute(), retries=_RETRIES, pure=False, key=part.name
        )
        waiting[future] = part
        return True

    while len(waiting) < _WAITING * max(1, len(client.scheduler_info(n_workers=-1)["workers"])) and submit():
        pass
    while waiting:
        if feedback.cancelled():
            client.cancel(list(waiting))
            raise Cancelled("The run was cancelled; --resume goes on from the parts that are done.")
        for future in _ended(client, waiting):
            part = waiting.pop(future)
            yield part, _outcome(future)
            future.release()
            submit()


def _ended(client: Any, waiting: dict[Any, Part]) -> list[Any]:
    from distributed import wait

    if client.status not in ("running", "connecting"):
        raise DataError("The connection to the dask scheduler is lost; run again with --resume when it is back.")
    try:
        return list(wait(list(waiting), timeout=1, return_when="FIRST_COMPLETED").done)
    except TimeoutError:
        return []


def _outcome(future: Any) -> Done | str:
    """Return a part's record, or a sentence that says why it failed."""
    if future.status == "finished":
        return future.result()
    error = future.exception() if future.status == "error" else None
    name = type(error).__name__ if error is not None else future.status
    if name == "KilledWorker":
        return "its processes were killed repeatedly, perhaps out of memory; choose a smaller --part-size."
    return " ".join(str(error or name).split())
