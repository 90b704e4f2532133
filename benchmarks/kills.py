# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills runs at random moments and counts what survives: `python -m benchmarks.kills [--kills 100] [--runs 1000]`.

Each round starts with older results under the final names, begins a run, kills its process with SIGKILL at a moment
drawn uniformly from the length of a whole run, and looks at the folder: every file is an older or a newer one, byte for
byte. Then the run is repeated, in every second round with resume, and must end with the bytes of an unbroken run and
nothing else in the folder.
--runs: so many tiny runs in one process, with the files it has open and its memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.predict import Job, run
from noise2map_qgis.engine.raster.source import Source
from noise2map_qgis.installed import DEFAULT, installed_models

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
NAMES = {"probability": "p.tif", "mask": "m.tif", "polygons": "c.gpkg"}


def pair(folder: Path, side: int) -> tuple[Source, Source]:
    """Write a pair of `side` x `side` pixels: grey ground, and bright blocks in the second."""
    generator = np.random.default_rng(0)
    ground = generator.integers(90, 130, (3, side, side)).astype(np.uint8)
    after = ground.copy()
    for _ in range(side * side // 20_000):
        top, left = generator.integers(0, side - 30, 2)
        after[:, top : top + 24, left : left + 30] = 245
    return tuple(_write(folder / f"{name}.tif", data) for name, data in (("before", ground), ("after", after)))


def _write(path: Path, data: np.ndarray) -> Source:
    bands, rows, cols = data.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, gdal.GDT_Byte, ["TILED=YES"])
    dataset.SetGeoTransform((600000.0, 0.5, 0.0, 3340000.0, 0.0, -0.5))
    dataset.SetProjection("EPSG:32614")
    dataset.WriteRaster(0, 0, cols, rows, data.tobytes())
    return Source(str(path), path.stem)


def job(sources: tuple[Source, ...], folder: Path, **options: Any) -> Job:
    """Return the job of the default model into `folder`."""
    bundle = next(bundle for bundle in installed_models()[0] if bundle.name == DEFAULT)
    files = {kind: folder / name for kind, name in NAMES.items()}
    return Job(bundle, "change", sources, **files, tile_size=256, **options)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder that no run hides."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def forked(work: Job) -> int:
    """Run a job in a process of its own; return its number."""
    child = os.fork()
    if child == 0:
        os.setpgrp()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            run(work, LoggingFeedback())
        finally:
            os._exit(0)
    return child


def kills(count: int, side: int, seed: int) -> dict[str, Any]:
    """Kill `count` runs; return how often what was found. Raises AssertionError where a result was not whole."""
    moments = random.Random(seed)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as text:
        root = Path(text)
        sources = pair(root, side)
        whole, older = root / "whole", root / "older"
        for folder, options in ((older, {"threshold": 0.9}), (whole, {})):
            folder.mkdir()
            begun = time.monotonic()
            os.waitpid(forked(job(sources, folder, **options)), 0)
            length = time.monotonic() - begun
        new, old = contents(whole), contents(older)
        assert len(new) == len(old) == 3
        for number in range(count):
            folder = root / str(number)
            shutil.copytree(older, folder)
            resume = number % 2 == 1
            child = forked(job(sources, folder, resume=resume))
            time.sleep(moments.uniform(0, length * 1.1))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            found = contents(folder)
            assert all(data in (old[name], new[name]) for name, data in found.items()), "a file is broken"
            assert len(found) == 3, "a file is missing"
            hidden = [path.name for path in folder.iterdir() if path.is_dir()]
            seen["killed" if os.WIFSIGNALED(status) else "was done before"] += 1
            seen["left a work folder"] += any(name.startswith(".noise2map-") for name in hidden)
            seen["left a part of the map to continue"] += any(name.endswith(".unfinished") for name in hidden)
            seen["newer results complete"] += found == new
            seen["older results complete"] += found == old
            seen["some newer, some older"] += found not in (new, old)
            os.waitpid(forked(job(sources, folder, resume=resume)), 0)
            assert contents(folder) == new, "the next run ended with other bytes"
            assert not [path for path in folder.iterdir() if path.is_dir()], "something was left behind"
            seen["the next run gave the bytes of an unbroken run and left nothing else"] += 1
            shutil.rmtree(folder)
    return {"kills": count, "side": side, "seconds of a whole run": round(length, 2), **seen}


def many(count: int) -> dict[str, Any]:
    """Make `count` tiny runs in this process; return the open files and the memory (MB) along the way."""
    told = {}
    with tempfile.TemporaryDirectory() as text:
        root = Path(text)
        sources = pair(root, 96)
        work = job(sources, root)
        for number in range(1, count + 1):
            run(work, LoggingFeedback())
            if number in (1, 10, 100, count // 2, count):
                memory = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20
                told[number] = {"open files": len(os.listdir("/proc/self/fd")), "resident MB": memory}
    return {"runs": told}


def main() -> None:
    """Run what is asked for and print the counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--side", type=int, default=640)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--runs", type=int, default=0)
    options = parser.parse_args()
    if options.kills:
        print(json.dumps(kills(options.kills, options.side, options.seed), indent=1))
    if options.runs:
        print(json.dumps(many(options.runs), indent=1))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
