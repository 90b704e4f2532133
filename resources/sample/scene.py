# SPDX-License-Identifier: GPL-2.0-or-later
"""Delivers the town as two suppliers would: two rasters that share neither CRS, pixel size, grid nor extent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from resources.sample.camera import SPRING_AFTERNOON, SUMMER_NOON, photograph, sensor
from resources.sample.paint import CELL, DRY_SUMMER, GREEN_SPRING, Painter
from resources.sample.plan import plan
from resources.sample.town import AFTER, BEFORE, MARGIN, House, Town

BEFORE_EPSG, AFTER_EPSG = 32614, 3857
CORNER = (612_000.0, 3_362_000.0)  # metres in EPSG:32614: where the town's north-west corner is imagined
BEFORE_PIXEL = 0.5  # metres
AFTER_PIXEL = 0.463  # Web Mercator metres, which are 0.4 m on the ground at this latitude
AFTER_COVERS = (14.0, 14.0, 790.0, 546.0)  # metres of the world: west, north, east, south
MISREGISTRATION = (0.35, -0.25)  # metres: no two suppliers agree better than this
DEFAULT_SEED = 1

_GEOTIFF = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"]


@dataclass(frozen=True)
class SamplePair:
    """Where the sample scene lies: two rasters, and the buildings that changed as polygons and on before's grid."""

    before: Path
    after: Path
    truth_polygons: Path
    truth: Path


def make_scene(folder: Path, seed: int = DEFAULT_SEED) -> SamplePair:
    """Draws the town of `seed` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pair = SamplePair(folder / "before.tif", folder / "after.tif", folder / "truth.gpkg", folder / "truth.tif")
    town = plan(seed)
    rng = np.random.default_rng([seed, 9])
    _write_before(pair.before, photograph(Painter(town, BEFORE, DRY_SUMMER).paint(), SUMMER_NOON), rng)
    _write_after(pair.after, photograph(Painter(town, AFTER, GREEN_SPRING).paint(), SPRING_AFTERNOON), rng)
    _write_truth(pair, town)
    return pair


def _wkt(epsg: int) -> str:
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    return srs.ExportToWkt()


def write_raster(path: Path, image: np.ndarray, geotransform: tuple[float, ...], epsg: int, nodata: int | None) -> None:
    rows, cols = image.shape[:2]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, image.shape[2], gdal.GDT_Byte, _GEOTIFF)
    raster.SetGeoTransform(geotransform)
    raster.SetProjection(_wkt(epsg))
    for band in range(image.shape[2]):
        target = raster.GetRasterBand(band + 1)
        if nodata is not None:
            target.SetNoDataValue(nodata)
        target.WriteArray(image[..., band])


def _write_before(path: Path, light: np.ndarray, rng: np.random.Generator) -> None:
    """0.5 m, UTM, no nodata: every four cells of the drawing make a pixel."""
    edge = int(MARGIN / CELL)
    inner = light[edge:-edge, edge:-edge]
    rows, cols = inner.shape[0] // 2, inner.shape[1] // 2
    pixels = inner.reshape(rows, 2, cols, 2, 3).mean((1, 3))
    geotransform = (CORNER[0] + MARGIN, BEFORE_PIXEL, 0.0, CORNER[1] - MARGIN, 0.0, -BEFORE_PIXEL)
    write_raster(path, sensor(pixels, rng, noise=0.006, quality=90), geotransform, BEFORE_EPSG, None)


def _write_after(path: Path, light: np.ndarray, rng: np.random.Generator) -> None:
    """0.4 m in Web Mercator, a little out of register, a border of nodata (0) where the flight did not reach."""
    west, north, east, south = (int(metres / CELL) for metres in AFTER_COVERS)
    covered = np.full((*light.shape[:2], 1), 0, np.float32)
    covered[north:south, west:east] = 1
    layers = np.concatenate([light, covered], 2)
    drawing = gdal.GetDriverByName("MEM").Create("", light.shape[1], light.shape[0], 4, gdal.GDT_Float32)
    x, y = CORNER[0] + MISREGISTRATION[0], CORNER[1] + MISREGISTRATION[1]
    drawing.SetGeoTransform((x, CELL, 0.0, y, 0.0, -CELL))
    drawing.SetProjection(_wkt(BEFORE_EPSG))
    for band in range(4):
        drawing.GetRasterBand(band + 1).WriteArray(layers[..., band])
    warped = gdal.Warp(
        "", drawing, format="MEM", dstSRS=f"EPSG:{AFTER_EPSG}", xRes=AFTER_PIXEL, yRes=AFTER_PIXEL,
        resampleAlg="cubic", outputBounds=_after_bounds(),
    )  # fmt: skip
    pixels = warped.ReadAsArray().transpose(1, 2, 0)
    valid = pixels[..., 3:] > 0.999
    image = np.where(valid, np.maximum(sensor(pixels[..., :3], rng, noise=0.007, quality=88), 1), 0)
    write_raster(path, image.astype(np.uint8), warped.GetGeoTransform(), AFTER_EPSG, 0)


def _after_bounds() -> tuple[float, float, float, float]:
    """The delivered extent in Web Mercator: xmin, ymin, xmax, ymax."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(BEFORE_EPSG)
    target.ImportFromEPSG(AFTER_EPSG)
    for srs in (source, target):
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    west, north, east, south = AFTER_COVERS
    corners = [(CORNER[0] + x, CORNER[1] - y) for x in (west, east) for y in (north, south)]
    points = np.array(osr.CoordinateTransformation(source, target).TransformPoints(corners))
    (xmin, ymin), (xmax, ymax) = points[:, :2].min(0), points[:, :2].max(0)
    return float(xmin), float(ymin), float(xmax), float(ymax)


def _outline(house: House) -> ogr.Geometry:
    """The roofs of a house seen from above, in before's CRS."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for wing in house.wings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        corners = wing.box.corners()
        for x, y in (*corners, corners[0]):
            ring.AddPoint_2D(CORNER[0] + float(x), CORNER[1] - float(y))
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        whole.AddGeometry(polygon)
    return ogr.ForceToMultiPolygon(whole.UnionCascaded())


def _write_truth(pair: SamplePair, town: Town) -> None:
    """The changed buildings, as polygons and as a 0/1 raster on before's grid."""
    pair.truth_polygons.unlink(missing_ok=True)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(BEFORE_EPSG)
    store = ogr.GetDriverByName("GPKG").CreateDataSource(str(pair.truth_polygons))
    layer = store.CreateLayer("truth", srs, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("building", ogr.OFTInteger))
    layer.CreateField(ogr.FieldDefn("change", ogr.OFTString))
    for number, (house, change) in enumerate(town.changed(), 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(_outline(house))
        feature.SetField("building", number)
        feature.SetField("change", change)
        layer.CreateFeature(feature)
    before = gdal.Open(str(pair.before))
    truth = gdal.GetDriverByName("GTiff").Create(
        str(pair.truth), before.RasterXSize, before.RasterYSize, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"]
    )
    truth.SetGeoTransform(before.GetGeoTransform())
    truth.SetProjection(before.GetProjection())
    gdal.RasterizeLayer(truth, [1], layer, burn_values=[1])
