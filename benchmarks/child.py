# SPDX-License-Identifier: GPL-2.0-or-later
"""One measurement in its own process, for its own peak memory; `python -m benchmarks.child` reads it as JSON.

Prints one line of JSON. Times are wall clock, from opening the files to closing the outputs; the peak is that of the
kernel (VmHWM).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# The user's folder of all measurements.
HOME = ROOT / "build" / "bench" / "home"


def measure(kind: str, **what: Any) -> dict[str, Any]:
    """Run one measurement (a name of `_KINDS`) in a new process and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.child"],
        input=json.dumps({"kind": kind, **what}), capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "NOISE2MAP_HOME": str(HOME)},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The measurement {kind} {what} failed: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def peak_mb() -> float:
    """Return the peak resident size of this process in MB of 10^6 bytes; 0 on systems without /proc."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


class Clock:
    """Seconds in functions, without those of clocked functions that they call, summed over threads."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open = threading.local()
        self._lock = threading.Lock()

    def wrap(self, owner: Any, name: str, label: str) -> None:
        """Clock `owner.name` under a label."""
        function = getattr(owner, name)

        def clocked(*arguments: Any, **named: Any) -> Any:
            stack = self._open.__dict__.setdefault("stack", [])
            stack.append(0.0)
            begun = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                whole = time.perf_counter() - begun
                within = stack.pop()
                if stack:
                    stack[-1] += whole
                with self._lock:
                    self.seconds[label] += whole - within

        setattr(owner, name, clocked)


class NoFeedback:
    """A feedback that ignores everything and never cancels."""

    def progress(self, done: int, total: int) -> None: ...
    def log(self, text: str) -> None: ...
    def warn(self, text: str) -> None: ...
    def cancelled(self) -> bool:
        return False


def _run(what: dict[str, Any]) -> dict[str, Any]:
    """Detect change or segment, as a user would.

    dense: pitch of the squares that replace the network's answers, 0 for none.
    """
    from noise2map_qgis.engine import predict
    from noise2map_qgis.engine.inference import blending
    from noise2map_qgis.engine.inference import loop as inference
    from noise2map_qgis.engine.model import session
    from noise2map_qgis.engine.model.bundle import load_bundle
    from noise2map_qgis.engine.output import outputs
    from noise2map_qgis.engine.raster import scene

    clock = Clock()
    if what.get("dense"):
        _answer_with_squares(session.Session, what["dense"])
    for owner, name, label in (
        (predict, "Scene", "open the rasters"),
        (predict, "open_session", "open the model"),
        (scene.Layer, "read", "read and decode"),
        (scene.Scene, "read", "put dates together"),
        (session.Session, "run", "network"),
        (inference._Worker, "answer", "wait for the reader"),
        (blending.TileBlender, "add", "join tiles"),
        (blending.TileBlender, "finish_row", "join tiles"),
        (outputs.RasterWriter, "write", "write rasters"),
        (outputs.RasterWriter, "close", "overviews, close rasters"),
        (outputs.ConnectedComponents, "add", "find objects"),
        (outputs.ConnectedComponents, "finish", "find objects"),
        (outputs.ConnectedComponents, "paint", "find objects"),
        (outputs, "find_corners", "trace outlines"),
        (outputs, "trace", "trace outlines"),
        (outputs.PolygonWriter, "write", "write polygons"),
        (outputs.PolygonWriter, "close", "write polygons"),
        (outputs.RasterWriter, "add_overviews", "overviews, close rasters"),
        (outputs.Outputs, "finish", "read the map again"),
        (predict, "run", "wait for the tiles"),
    ):
        if hasattr(owner, name):
            clock.wrap(owner, name, label)
    folder = Path(what["out"])
    folder.mkdir(parents=True, exist_ok=True)
    paths = {key: folder / f"{key}.{'gpkg' if key == 'polygons' else 'tif'}" for key in what["outputs"]}
    sources = tuple(predict.Source(path, Path(path).stem) for path in what["sources"])
    job = predict.Job(
        load_bundle(Path(what["model"])), what["task"], sources, **{"probability": None, **paths},
        tile_size=what.get("tile_size"), overlap=what.get("overlap"), threads=what.get("threads", 0),
    )  # fmt: skip
    cpu = time.process_time()
    result = predict.run(job, NoFeedback())
    return {
        "seconds": result.seconds, "cpu_seconds": time.process_time() - cpu, "peak_mb": peak_mb(),
        "polygons": result.polygon_count, "tiles": result.tiles, "skipped": result.tiles_skipped,
        "megapixels": result.grid.cols * result.grid.rows / 1e6, "parts": dict(clock.seconds),
    }  # fmt: skip


def _answer_with_squares(session: Any, pitch: int) -> None:
    """Run the network, and replace its output by squares of half the pitch, each an object."""
    import numpy as np

    from noise2map_qgis.engine.encoding import LEVELS

    real = session.run

    def squares(self: Any, batch: np.ndarray) -> np.ndarray:
        real(self, batch)
        count, _, rows, cols = batch.shape
        on = np.arange(max(rows, cols)) % pitch < pitch // 2
        return np.broadcast_to((on[:rows, None] & on[:cols]) * np.uint8(LEVELS), (count, rows, cols))

    session.run = squares


def _floor(what: dict[str, Any]) -> dict[str, Any]:
    """Return milliseconds of ONNX Runtime alone for a 256 x 256 tile at each of `shapes`."""
    from benchmarks.floor import measure_shapes

    return {"shapes": measure_shapes(Path(what["file"]), what["shapes"], what["seconds"]), "peak_mb": peak_mb()}


def _naive(what: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.naive import run

    begun = time.perf_counter()
    run(Path(what["model"]), [Path(path) for path in what["sources"]], Path(what["out"]))
    return {"seconds": time.perf_counter() - begun, "peak_mb": peak_mb()}


def _authors(what: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.authors import seconds_a_tile

    return {"seconds_a_tile": seconds_a_tile(), "peak_mb": peak_mb()}


def _imports(what: dict[str, Any]) -> dict[str, Any]:
    """Return the import time of the provider's modules in a process that has imported QGIS."""
    import qgis.core  # noqa: F401

    begun = time.perf_counter()
    import noise2map_qgis.provider  # noqa: F401

    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "onnxruntime_loaded": "onnxruntime" in sys.modules}


_KINDS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "run": _run, "floor": _floor, "naive": _naive, "authors": _authors, "imports": _imports,
}  # fmt: skip

if __name__ == "__main__":
    asked = json.loads(sys.stdin.read())
    print(json.dumps(_KINDS[asked.pop("kind")](asked)))
