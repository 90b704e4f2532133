# SPDX-License-Identifier: GPL-2.0-or-later
"""What a worker does: the engine's own run on one part, whose file appears under its name when it is complete."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from model_core.distributed.manifest import Done, file_hash
from model_core.distributed.parts import Part
from noise2map_qgis.engine import predict
from noise2map_qgis.engine.errors import NoDataError
from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.raster.area_of_interest import Area
from noise2map_qgis.engine.raster.grid import Grid, Window


def run_part(job: Job, grid: Grid, part: Part, folder: Path) -> Done:
    """Map one part into `folder`; a part without a valid pixel has no file. Raises EngineError.

    job: of the whole; its outputs are not written here. grid: of the whole raster.
    """
    file = folder / f"{part.name}.tif"
    area = Area(grid.crs_wkt, extent=_inside(grid, part.window))
    areas = (*job.areas, area)
    # The part is the unit that is done again: no progress is kept inside of it.
    own = replace(job, probability=file, mask=None, polygons=None, areas=areas, threads=job.threads or 1, resume=False)
    try:
        result = predict.run(own, LoggingFeedback())
    except NoDataError:
        return Done(part.number, "", "", 0)
    return Done(part.number, file.name, file_hash(file), result.tiles)


def _inside(grid: Grid, window: Window) -> tuple[float, float, float, float]:
    """Return an extent that holds the centres of a window's pixels and of no others, far from any rounding."""
    x, width, _, y, _, height = grid.geotransform
    left, right = x + width * (window.col + 0.25), x + width * (window.end_col - 0.25)
    top, bottom = y + height * (window.row + 0.25), y + height * (window.end_row - 0.25)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
