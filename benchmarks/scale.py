# SPDX-License-Identifier: GPL-2.0-or-later
"""What a cluster costs: throughput by workers, closing, and a scheduler with very many parts of empty work.

    python -m benchmarks.scale [--side 6000] [--parts 100000]

Prints one JSON object. Workers are processes of this computer, so the figures of two workers need two idle cores.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.rasters import pair
from model_core.cli.models import pick_bundle
from model_core.distributed import run as cluster_run
from model_core.distributed.closing import close
from model_core.distributed.parts import plan
from noise2map_qgis.engine import predict
from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.output.atomic import Destinations
from noise2map_qgis.engine.raster.source import Source


def nothing(number: int) -> int:
    """Do no work: what is left is the scheduler's."""
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--side", type=int, default=6000, help="pixels a side of the pair")
    parser.add_argument("--parts", type=int, default=100_000, help="parts of empty work")
    asked = parser.parse_args()
    found: dict[str, Any] = {"side": asked.side}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = pair(folder, asked.side)
        sources = (Source(str(made.before), "before"), Source(str(made.after), "after"))
        bundle = pick_bundle(None, "change")
        job = Job(bundle, "change", sources, folder / "one.tif", folder / "m.tif", folder / "p.gpkg")
        begun = time.perf_counter()
        predict.run(job, LoggingFeedback())
        found["one process, two threads, s"] = round(time.perf_counter() - begun, 1)
        for workers in (1, 2):
            files = Destinations(folder / f"w{workers}.tif", folder / f"m{workers}.tif", folder / f"p{workers}.gpkg")
            summary = cluster_run.run(job, files, cluster_run.Options("local", workers, 2048), LoggingFeedback())
            found[f"{workers} worker(s), s"] = round(summary.seconds, 1)
            found["parts"] = summary.parts
        resolved = job.resolve()
        cut = plan(resolved, 2048)
        begun = time.perf_counter()
        close(
            resolved, cut, folder / "w2.vrt", Destinations(None, folder / "m.tif", folder / "p.gpkg"), LoggingFeedback()
        )
        found["closing, megapixels a second"] = round(asked.side**2 / 1e6 / (time.perf_counter() - begun), 1)
    found |= _empty_parts(asked.parts)
    print(json.dumps(found, indent=1))


def _empty_parts(parts: int) -> dict[str, float]:
    """Measure the parts per second of a scheduler, submitted as in a job: a few per worker at a time."""
    from distributed import Client, LocalCluster, as_completed

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        begun = time.perf_counter()
        queue = as_completed([client.submit(nothing, number, pure=False) for number in range(64)])
        submitted = 64
        for future in queue:
            future.release()
            if submitted < parts:
                queue.add(client.submit(nothing, submitted, pure=False))
                submitted += 1
        return {"empty parts": parts, "empty parts a second": round(parts / (time.perf_counter() - begun))}


if __name__ == "__main__":
    main()
