# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of an export: images and labels as GeoTIFFs, the table of tiles, and their outlines as a layer."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ..errors import OutputError
from ..raster.grid import Grid, crs

UNKNOWN = 255
_OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=2"]
# What `noise2map train` reads; the model's images in order, then the label.
FOLDERS = {"change": ("A", "B", "label"), "segment": ("image", "label")}


@dataclass(frozen=True)
class TileInfo:
    """One tile: its name, its split ("train", "validation", "test"), its grid, and its pixels of the class and of no
    known class.
    """

    name: str
    split: str
    grid: Grid
    positive: int
    unknown: int


def write_raster(path: Path, data: np.ndarray, grid: Grid, nodata: int | None = None) -> None:
    """Write `(bands, rows, cols) uint8` as a GeoTIFF; raises OutputError."""
    bands, rows, cols = data.shape
    try:
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, gdal.GDT_Byte, _OPTIONS)
        dataset.SetGeoTransform(grid.geotransform)
        dataset.SetSpatialRef(crs(grid.crs_wkt))
        if nodata is not None:
            dataset.GetRasterBand(1).SetNoDataValue(nodata)
        dataset.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(data).tobytes())
        dataset.FlushCache()
    except RuntimeError as error:
        raise OutputError(f"The tile {path} cannot be written ({error}). Check that the disk has room.") from error


def write_table(path: Path, tiles: Sequence[TileInfo]) -> None:
    """Write tiles.csv: tile, site, split. Every split is one site, since its tiles lie side by side."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("tile", "site", "split"))
        writer.writerows((tile.name, f"{tile.split} ground", tile.split) for tile in tiles)


def write_outlines(path: Path, tiles: Sequence[TileInfo]) -> None:
    """Write the tiles' outlines with name, split and pixels of the class; raises OutputError."""
    try:
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer(path.stem, crs(tiles[0].grid.crs_wkt), ogr.wkbPolygon)
        for name, kind in (("tile", ogr.OFTString), ("split", ogr.OFTString), ("positive", ogr.OFTInteger)):
            layer.CreateField(ogr.FieldDefn(name, kind))
        layer.CreateField(ogr.FieldDefn("unknown", ogr.OFTInteger))
        for tile in tiles:
            left, bottom, right, top = tile.grid.extent
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)):
                ring.AddPoint_2D(x, y)
            polygon = ogr.Geometry(ogr.wkbPolygon)
            polygon.AddGeometry(ring)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(polygon)
            for name, value in vars(tile).items():
                if name != "grid":
                    feature.SetField("tile" if name == "name" else name, value)
            layer.CreateFeature(feature)
        layer = dataset = None
    except RuntimeError as error:
        raise OutputError(f"The layer {path} cannot be written ({error}); choose another folder.") from error
