# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas a command line names, `--area` and `--area-layer`, as the engine takes them."""

from __future__ import annotations

from pathlib import Path

import typer

from noise2map_qgis.engine.predict import Area
from noise2map_qgis.engine.raster import area_files
from noise2map_qgis.engine.raster.source import Source


def areas_of(first: Source, extent: str | None, layer: Path | None) -> tuple[Area, ...]:
    """What limits a run: an extent in the CRS of the `first` image, and the polygons of a vector file.

    Raises RasterError for a file that cannot be read, typer.BadParameter for an extent that is none.
    """
    return area_files.areas_of(first, None if extent is None else parse_extent(extent), layer)


def parse_extent(text: str) -> tuple[float, float, float, float]:
    """xmin,ymin,xmax,ymax as numbers."""
    try:
        xmin, ymin, xmax, ymax = (float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"--area takes four numbers, xmin,ymin,xmax,ymax, not '{text}'") from None
    if xmin >= xmax or ymin >= ymax:
        raise typer.BadParameter(f"--area runs from the smaller to the larger: xmin,ymin,xmax,ymax, not '{text}'")
    return xmin, ymin, xmax, ymax
