# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a bundle takes: the network alone, and a whole run of Detect change beside it, on this machine.

    python -m benchmarks.speed [--side 4000] [--model resources/models/noise2map-lite]

Everything is timed in one run, each figure the median of several: milliseconds a 256 x 256 tile for every file of the
bundle at the card's tile size, then the wall time of a run over a tiled, compressed pair of rasters (probability, mask
and polygons out), and the share of that time which the network alone would have taken.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
from osgeo import gdal

from noise2map_qgis.engine.bundle import load_bundle
from noise2map_qgis.engine.predict import Job, run
from noise2map_qgis.engine.scene import Source

REPETITIONS = 5


class _Quiet:
    def progress(self, done: int, total: int) -> None: ...
    def log(self, text: str) -> None: ...
    def warn(self, text: str) -> None: ...
    def cancelled(self) -> bool:
        return False


def tile_seconds(path: Path, bands: int, side: int) -> float:
    """Median seconds of one tile of `side` pixels through one ONNX file, all cores."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    image = np.random.default_rng(0).integers(0, 256, (1, bands, side, side), dtype=np.uint8)
    times = []
    for _ in range(REPETITIONS + 1):
        begun = time.perf_counter()
        session.run(["probability"], {"image": image})
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])


def write_raster(path: Path, side: int, seed: int) -> None:
    """A compressed, tiled RGB GeoTIFF of smooth texture, 0.5 m in UTM."""
    rng = np.random.default_rng(seed)
    options = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 3, gdal.GDT_Byte, options)
    raster.SetGeoTransform((500000, 0.5, 0, 3400000, 0, -0.5))
    raster.SetProjection("EPSG:32614")
    coarse = rng.integers(40, 200, (3, side // 16 + 2, side // 16 + 2)).astype(np.uint8)
    for row in range(0, side, 256):
        rows = min(256, side - row)
        block = np.repeat(np.repeat(coarse[:, row // 16 : row // 16 + 17], 16, 1), 16, 2)[:, :rows, :side]
        raster.WriteArray(block + rng.integers(0, 20, block.shape, dtype=np.uint8), 0, row)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--side", type=int, default=4000)
    parser.add_argument("--model", type=Path, default=Path("resources/models/noise2map-lite"))
    asked = parser.parse_args()
    bundle = load_bundle(asked.model)
    gdal.UseExceptions()
    for name, task in bundle.tasks.items():
        for file in task.files:
            seconds = tile_seconds(file.path, task.images * len(task.bands), task.tile_size)
            milliseconds = 1000 * seconds * (256 / task.tile_size) ** 2
            print(f"{name:8} {file.precision:8} {milliseconds:6.1f} ms a 256 x 256 tile")
    card = bundle.tasks["change"]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{date}.tif" for date in ("before", "after")]
        for seed, path in enumerate(paths):
            write_raster(path, asked.side, seed)
        sources = tuple(Source(str(path), path.stem) for path in paths)
        outputs = {
            "probability": Path(folder) / "p.tif",
            "mask": Path(folder) / "m.tif",
            "polygons": Path(folder) / "g.gpkg",
        }
        result = run(Job(bundle, "change", sources, **outputs), _Quiet())
        suitable = card.file(card.default_timestep, "int8") or card.file(card.default_timestep, "float32")
        assert suitable is not None
        alone = tile_seconds(suitable.path, 6, card.tile_size) * (asked.side / card.tile_size) ** 2
        print(
            f"{asked.side} x {asked.side} pair: {result.seconds:.1f} s, {result.megapixels_per_second:.2f} megapixels a second"
        )
        print(f"the network alone, for the raster's own pixels: {alone:.1f} s, {alone / result.seconds:.2f} of the run")


if __name__ == "__main__":
    main()
