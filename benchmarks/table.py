# SPDX-License-Identifier: GPL-2.0-or-later
"""What the bench measures, section by section, and how its figures compare with a baseline.

Every run is timed from opening the files to closing the outputs, in a process of its own, between two measurements of
the floor (ONNX Runtime alone at its best tile and batch). The ratio of the two is what counts: seconds depend on the
computer and on what else it does.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import rasters
from benchmarks.child import ROOT, measure
from benchmarks.floor import SHAPES
from noise2map_qgis.engine.model.bundle import load_bundle

BASELINE = Path(__file__).with_name("baseline.json")
ALL = ("probability", "mask", "polygons")
# Pitch in pixels of the squares of a dense answer: 10,000 x 10,000 pixels then hold a million.
DENSE_PITCH = 10
# A ratio that got worse by more than this share is marked.
_TOLERANCE = 0.15


@dataclass
class Bench:
    """Where the bench keeps its files, the model it measures, and what it has found so far."""

    folder: Path
    model: Path
    repeat: int
    quick: bool
    found: dict[str, Any] = field(default_factory=dict)

    def floor(self, task: str) -> float:
        """Return milliseconds of 256 x 256 pixels in the network alone, at the best shape, which the first call finds.

        In as many views as the card asks for: a run has to make them all.
        """
        card = load_bundle(self.model).tasks[task]
        file = card.file(card.default_timestep, "int8") or card.file(card.default_timestep, "float32")
        assert file is not None
        seconds = 0.3 if self.quick else 0.8
        shapes = self.found.setdefault("shapes", {})
        if task not in shapes:
            tried = measure("floor", file=str(file.path), shapes=SHAPES, seconds=seconds)["shapes"]
            shapes[task] = sorted(tried, key=lambda shape: shape["ms"])
            print(
                f"  floor of {task}: "
                + ", ".join(f"{s['side']}x{s['batch']}x{s['workers']} {s['ms']:.1f} ms" for s in tried)
            )
        best = shapes[task][0]
        again = measure(
            "floor", file=str(file.path), shapes=[(best["side"], best["batch"], best["workers"])], seconds=seconds
        )
        return again["shapes"][0]["ms"] * card.views

    def run(self, name: str, side: int, task: str = "change", repeat: int | None = None, **what: Any) -> dict[str, Any]:
        """Measure a run on the bench's pair of `side`; keeps it under `name` and returns it."""
        empty = what.pop("empty", 0.0)
        made = rasters.pair(self.folder, side, empty)
        sources = what.pop("sources", [made.before, made.after] if task == "change" else [made.after])
        paths = [str(path) for path in sources]
        runs, floors = [], [self.floor(task)]
        for _ in range(repeat or self.repeat):
            runs.append(
                measure(
                    "run",
                    model=str(self.model),
                    task=task,
                    sources=paths,
                    out=str(self.folder / "out"),
                    outputs=ALL,
                    **what,
                )
            )
            floors.append(self.floor(task))
        seconds = [run["seconds"] for run in runs]
        typical = min(runs, key=lambda run: abs(run["seconds"] - statistics.median(seconds)))
        tiles = typical["megapixels"] * 1e6 / 65536
        shares = [
            tiles * (one + other) / 2 / 1000 / run["seconds"] for run, one, other in zip(runs, floors, floors[1:])
        ]
        result = {
            "side": side,
            "seconds": statistics.median(seconds),
            "seconds_min": min(seconds),
            "repetitions": len(runs),
            "cpu_seconds": typical["cpu_seconds"],
            "floor_ms": statistics.median(floors),
            "efficiency": statistics.median(shares),
            "peak_mb": max(run["peak_mb"] for run in runs),
            **{key: typical[key] for key in ("polygons", "tiles", "skipped", "megapixels", "parts")},
        }
        self.found.setdefault("runs", {})[name] = result
        print(
            f"  {name:16} {result['seconds']:7.2f} s (min {result['seconds_min']:.2f}), floor "
            f"{result['floor_ms']:.1f} ms a tile, "
            f"efficiency {result['efficiency']:.2f}, peak {result['peak_mb']:.0f} MB, {result['polygons']} polygons",
            flush=True,
        )
        return result


def sizes(bench: Bench, sides: list[int]) -> None:
    """Detect change at every size."""
    for side in sides:
        bench.run(f"change-{side}", side, repeat=1 if side > 4000 else None)


def segment(bench: Bench, sides: list[int]) -> None:
    """Segment buildings in one image."""
    bench.run(f"segment-{sides[0]}", sides[0], task="segment")


def warped(bench: Bench, sides: list[int]) -> None:
    """A pair whose second image is in another CRS, beside the aligned pair."""
    side = sides[0]
    sources = [rasters.pair(bench.folder, side).before, rasters.warped(bench.folder, side)]
    both = bench.run("aligned", side), bench.run("warped", side, sources=sources)
    bench.found["warped_to_aligned"] = both[1]["seconds"] / both[0]["seconds"]


def empty(bench: Bench, sides: list[int]) -> None:
    """A raster that is 90 % nodata, beside the full one."""
    both = bench.run("full", sides[0]), bench.run("empty", sides[0], empty=0.9)
    bench.found["empty_to_full"] = both[1]["seconds"] / both[0]["seconds"]


def dense(bench: Bench, sides: list[int]) -> None:
    """Answers that make a square of every 10 x 10 pixels, beside the network's own; the network works in both."""
    side = 2000 if bench.quick else max(side for side in sides if side <= 10000)
    once = 1 if side > 4000 else None
    both = bench.run("plain", side, repeat=once), bench.run("dense", side, repeat=once, dense=DENSE_PITCH)
    bench.found["dense_to_plain"] = both[1]["seconds"] / both[0]["seconds"]
    bench.found["dense_memory_to_plain"] = both[1]["peak_mb"] / both[0]["peak_mb"]


def naive(bench: Bench, sides: list[int]) -> None:
    """The yardstick beside the engine."""
    side = sides[0]
    made = rasters.pair(bench.folder, side)
    own = bench.run("engine", side)
    found = measure(
        "naive", model=str(bench.model), sources=[str(made.before), str(made.after)], out=str(bench.folder / "out")
    )
    bench.found["naive"] = {"side": side, **found}
    bench.found["engine_to_naive"] = own["seconds"] / found["seconds"]
    print(f"  naive            {found['seconds']:7.2f} s, peak {found['peak_mb']:.0f} MB", flush=True)


def authors(bench: Bench, sides: list[int]) -> None:
    """The authors' network, one tile, and what a whole raster would take at that speed."""
    floor = bench.floor("change")
    found = measure("authors")
    bench.found["authors"] = {**found, "floor_ms": floor}
    print(
        f"  authors' network {found['seconds_a_tile']:.2f} s a tile, {found['seconds_a_tile'] * 1000 / floor:.0f} "
        f"times ours"
    )


def start(bench: Bench, sides: list[int]) -> None:
    """Importing the provider, and qgis_process from its start to the end of a raster of one tile."""
    imports = [measure("imports") for _ in range(3)]
    bench.found["import_seconds"] = statistics.median(one["seconds"] for one in imports)
    bench.found["onnxruntime_at_import"] = any(one["onnxruntime_loaded"] for one in imports)
    print(f"  provider imported in {1000 * bench.found['import_seconds']:.0f} ms")
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        return
    plugins, made = bench.folder / "plugins", rasters.pair(bench.folder, 512)
    subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "package.py"), "stage", str(plugins)], check=True, capture_output=True
    )
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(plugins.absolute()),
        "QGIS_CUSTOM_CONFIG_PATH": str((bench.folder / "profile").absolute()),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }

    def process(*arguments: str, check: bool = True) -> float:
        begun = time.perf_counter()
        subprocess.run([program, *arguments], env=environment, capture_output=True, check=check)
        return time.perf_counter() - begun

    process("plugins", "enable", "noise2map_qgis", check=False)  # an error if it is enabled already
    asked = [f"--BEFORE={made.before}", f"--AFTER={made.after}", f"--PROBABILITY={bench.folder / 'start.tif'}"]
    times = [process("run", "noise2map:detectchange", *asked) for _ in range(4)][1:]
    bench.found["start_seconds"] = statistics.median(times)
    print(f"  qgis_process, one tile, from start to end: {bench.found['start_seconds']:.2f} s")


SECTIONS: dict[str, Callable[[Bench, list[int]], None]] = {
    "sizes": sizes, "segment": segment, "warped": warped, "empty": empty, "dense": dense, "naive": naive,
    "authors": authors, "start": start,
}  # fmt: skip
QUICK = ("sizes", "segment", "empty", "dense", "naive")


def ratios(found: dict[str, Any]) -> dict[str, float]:
    """Return what can be compared between computers. Efficiencies are better when larger, all others when smaller."""
    kept = {f"efficiency {name}": run["efficiency"] for name, run in found.get("runs", {}).items() if "-" in name}
    changes = sorted((run["side"], run) for name, run in found.get("runs", {}).items() if name.startswith("change-"))
    if len(changes) > 1:
        (_, small), (_, large) = changes[0], changes[-1]
        kept["memory, largest to smallest"] = large["peak_mb"] / small["peak_mb"]
    for key in ("warped_to_aligned", "empty_to_full", "dense_to_plain", "dense_memory_to_plain", "engine_to_naive"):
        if key in found:
            kept[key.replace("_", " ")] = found[key]
    return kept


def compare(found: dict[str, Any], baseline: dict[str, float]) -> list[str]:
    """Return a line for each ratio that the baseline has, too; those more than 15 % worse are marked."""
    lines = []
    for name, now in ratios(found).items():
        if name in baseline:
            worse = baseline[name] / now if name.startswith("efficiency") else now / baseline[name]
            mark = "  WORSE" if worse > 1 + _TOLERANCE else ""
            lines.append(f"  {name:32} {now:6.2f}, baseline {baseline[name]:6.2f}{mark}")
    return lines


def load(path: Path) -> dict[str, Any]:
    """Return what a file of results holds, nothing if there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
