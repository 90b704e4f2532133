# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas that a command line names, `--area` and `--area-layer`, as the engine takes them."""

from __future__ import annotations

import typer

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.predict import Area
from noise2map_qgis.engine.raster import area_files
from noise2map_qgis.engine.raster.source import Source


def areas_of(first: Source, extent: str | None, layer: str | None) -> tuple[Area, ...]:
    """Return what limits a run: an extent, in the CRS of the `first` image if it has none, and the polygons of a file.

    Raises RasterError for a file that cannot be read, typer.BadParameter for an extent that is none.
    """
    areas = []
    if extent is not None:
        try:
            area_files.parse_extent(extent)
            areas.append(area_files.area_of_extent(first, extent))
        except RasterError as error:
            if "cannot be opened" in str(error):
                raise
            raise typer.BadParameter(f"--area: {error}") from error
    if layer is not None:
        areas.append(area_files.area_of_polygons(layer))
    return tuple(areas)
