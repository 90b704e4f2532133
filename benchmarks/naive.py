# SPDX-License-Identifier: GPL-2.0-or-later
"""A short script for comparison: read both images, loop over tiles, join their centres, write, polygonize.

It has the same network, tile size, overlap and views as the engine, and ONNX Runtime's default settings.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from osgeo import gdal, ogr, osr

from noise2map_qgis.engine.encoding import encode, lowest_level
from noise2map_qgis.engine.model.augmentation import average
from noise2map_qgis.engine.model.bundle import load_bundle


def run(model: Path, sources: list[Path], out: Path) -> None:
    """Write probability, mask and polygons of a change into `out`."""
    gdal.UseExceptions()
    out.mkdir(parents=True, exist_ok=True)
    card = load_bundle(model).tasks["change"]
    file = card.file(card.default_timestep, "int8") or card.file(card.default_timestep, "float32")
    assert file is not None
    session = onnxruntime.InferenceSession(str(file.path), providers=["CPUExecutionProvider"])

    def infer(batch: np.ndarray) -> np.ndarray:
        return session.run(["probability"], {"image": batch})[0][:, 0]

    first = gdal.Open(str(sources[0]))
    image = np.concatenate([gdal.Open(str(path)).ReadAsArray()[:3] for path in sources])
    rows, cols = image.shape[1:]
    half = card.overlap // 2
    step = card.tile_size - card.overlap
    below, right = (-rows % step) + half, (-cols % step) + half
    padded = np.pad(image, ((0, 0), (half, below), (half, right)), mode="reflect")
    lines = []
    for top in range(0, rows, step):
        parts = []
        for left in range(0, cols, step):
            tile = padded[:, top : top + card.tile_size, left : left + card.tile_size]
            (answer,) = average(infer, tile[None], card.views)
            parts.append(answer[half : half + step, half : half + step])
        lines.append(np.concatenate(parts, axis=1))
    levels = np.concatenate(lines)[:rows, :cols]
    if levels.dtype != np.uint8:
        levels = encode(levels)
    mask = (levels >= lowest_level(card.threshold)).astype(np.uint8)
    for name, data in (("probability", levels), ("mask", mask)):
        raster = gdal.GetDriverByName("GTiff").Create(
            str(out / f"{name}.tif"), cols, rows, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"]
        )
        raster.SetGeoTransform(first.GetGeoTransform())
        raster.SetProjection(first.GetProjection())
        raster.GetRasterBand(1).WriteArray(data)
        raster.BuildOverviews("AVERAGE" if name == "probability" else "NEAREST", [2, 4, 8, 16])
    band = raster.GetRasterBand(1)
    path = out / "polygons.gpkg"
    path.unlink(missing_ok=True)
    vectors = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = vectors.CreateLayer("polygons", osr.SpatialReference(first.GetProjection()), ogr.wkbPolygon)
    gdal.Polygonize(band, band, layer, -1)
