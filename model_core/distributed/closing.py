# SPDX-License-Identifier: GPL-2.0-or-later
"""Closing a cut job: the parts become one virtual raster, and from it one mask and one file of polygons.

Components are found by going through the whole map once, in the pieces in which one machine would have found it, so
that components that cross parts are joined, and hysteresis and the smallest area act on whole components.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from osgeo import gdal

from model_core.distributed.parts import Plan
from noise2map_qgis.engine.encoding import NODATA, SCALE
from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.feedback import Feedback, ProgressCounter
from noise2map_qgis.engine.job import ResolvedJob
from noise2map_qgis.engine.output.atomic import AtomicOutputs, Destinations
from noise2map_qgis.engine.output.outputs import Outputs
from noise2map_qgis.engine.output.provenance import Provenance, read_provenance
from noise2map_qgis.engine.raster.gdal_settings import block_cache, gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid
from noise2map_qgis.engine.raster.reader import read_window

# Bytes of GDAL's block cache: a column strip of 256-pixel blocks of the parts.
_CACHE = 64 << 20


@dataclass(frozen=True)
class Closed:
    """What a closed job found: square metres, and the number of polygons."""

    positive_area_m2: float
    valid_area_m2: float
    polygon_count: int


def build_vrt(path: Path, parts: list[Path], plan: Plan, meaning: str) -> Path:
    """Write a virtual raster of the parts' probabilities, whose gaps are no data; paths in it are relative to it."""
    grid = plan.grid.crop(plan.window)
    left, bottom, right, top = grid.extent
    with gdal_exceptions():
        made = path.with_suffix(".part.vrt")
        options = {"outputBounds": (left, bottom, right, top), "srcNodata": NODATA, "VRTNodata": NODATA}
        _, width, _, _, _, height = grid.geotransform
        dataset = gdal.BuildVRT(
            str(made), [str(part) for part in parts], xRes=width, yRes=-height, resolution="user", **options
        )
        if (dataset.RasterXSize, dataset.RasterYSize) != (grid.cols, grid.rows):
            raise OutputError(f"The parts of {path.name} do not lie on one grid; run again without --resume.")
        band = dataset.GetRasterBand(1)
        band.SetScale(SCALE)
        band.SetDescription(f"probability of {meaning}")
        for name, value in provenance_of_whole(parts[0]).metadata().items():
            dataset.SetMetadataItem(name, value)
        dataset = band = None
    made.replace(path)
    return path


def provenance_of_whole(part: Path) -> Provenance:
    """Return how the whole map is made: as a part is, without the area that made it a part."""
    provenance = read_provenance(part)
    return replace(provenance, areas=provenance.areas[:-1])


def close(job: ResolvedJob, plan: Plan, probability: Path, files: Destinations, feedback: Feedback) -> Closed:
    """Write mask and polygons of a whole map; raises OutputError, Cancelled."""
    grid = plan.grid.crop(plan.window)
    counter = ProgressCounter(feedback)
    counter.total = len(plan.pieces)
    with AtomicOutputs(job.inputs, feedback.log) as atomic:
        with contextlib.ExitStack() as stack:
            stack.enter_context(gdal_exceptions())
            stack.enter_context(block_cache(_CACHE))
            outputs = stack.enter_context(Outputs(atomic, grid, job.positive_class, job.lowest_level, files))
            outputs.describe(read_provenance(probability))
            dataset = gdal.Open(str(probability))
            for piece in plan.pieces:
                outputs.take(piece, np.array(read_window(dataset, (1,), piece, np.uint8)[0]))
                counter.on_tile(False)
            dataset = None
            table = outputs.finish(job.min_area, job.lowest_high_level, job.shape, counter, feedback.log)
        atomic.commit()
    return Closed(float(table.area_m2.sum()), outputs.valid_area_m2, table.count)


def write_cog(probability: Path, path: Path, grid: Grid, feedback: Feedback) -> Path:
    """Write the whole map as one cloud-optimized GeoTIFF. Raises OutputError."""
    counter = ProgressCounter(feedback)
    with gdal_exceptions():
        made = path.with_name(f"{path.stem}.part.tif")
        try:
            gdal.Translate(
                str(made),
                str(probability),
                format="COG",
                creationOptions=["COMPRESS=DEFLATE", "OVERVIEW_RESAMPLING=AVERAGE", "BIGTIFF=IF_SAFER"],
                callback=counter.gdal_progress,
            )
        except RuntimeError as error:
            made.unlink(missing_ok=True)
            counter.check()
            raise OutputError(
                f"The output {path.name} cannot be written ({error}); check that the disk has room."
            ) from error
        made.replace(path)
    return path
