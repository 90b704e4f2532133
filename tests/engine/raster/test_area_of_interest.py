# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas in any CRS on rasters in any CRS: as `gdalwarp -cutline` has them, to the pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.raster.area_of_interest import Area, AreaOfInterest
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid
from tests.engine.making import reference

SIDE = 200


def grid(epsg: int | str, x: float, y: float, size: float = 0.5, side: int = SIDE) -> Grid:
    """Return a square grid around (x, y)."""
    half = side / 2 * size
    return Grid(reference(epsg).ExportToWkt(), (x - half, size, 0, y + half, 0, -size), side, side)


GRIDS = {
    "UTM": grid(32614, 620000, 3350000),
    "UTM, on the central meridian": grid(32614, 500000, 3350000),
    "UTM, south": grid(32733, 620000, 6250000),
    "Texas feet": grid(2277, 3100000, 10100000, 1.6),
    "degrees": grid(4326, -97.7, 30.2, 5e-6),
    "degrees, 0 to 360": grid(4326, 262.3, 30.2, 5e-6),
    "degrees, over the antimeridian": grid(4326, 180.0, -17.0, 5e-6),
    "UTM, at the antimeridian": grid(32701, 181000, 8115000),
    "web Mercator": grid(3857, -10875000, 3530000, 0.6),
    "web Mercator, over its edge": grid(3857, 20037508.34, -1900000, 0.6),
    "Antarctic, at the pole": grid(3031, 30, 20),
    "Arctic": grid(3413, 100000, -1200000),
    "Lambert conformal": grid(2154, 650000, 6860000),
    "Europe, equal area": grid(3035, 4321000, 3210000),
    "NAD27": grid(26714, 620000, 3350000),
}


def box(xmin: float, ymin: float, xmax: float, ymax: float) -> str:
    return f"(({xmin} {ymin},{xmin} {ymax},{xmax} {ymax},{xmax} {ymin},{xmin} {ymin}))"


def area(*polygons: str, epsg: int = 4326) -> Area:
    wkbs = tuple(
        bytes(ogr.CreateGeometryFromWkt(f"{'MULTI' if p.startswith('(((') else ''}POLYGON {p}").ExportToWkb())
        for p in polygons
    )
    return Area(reference(epsg).ExportToWkt(), polygons=wkbs, name="the district")


def inside(one: Area, on: Grid) -> np.ndarray:
    """Return the pixels of a grid inside an area, `(rows, cols) bool`."""
    with gdal_exceptions():
        found = AreaOfInterest((one,), on)
        made = np.zeros((on.rows, on.cols), bool)
        w = found.window
        part = found.mask(w)
        made[w.row : w.end_row, w.col : w.end_col] = True if part is None else part
    return made


WORLDS = {
    "world": (-180, -90, 180, 90),
    "more than the world": (-200, -100, 200, 100),
    "world, 0 to 360": (0, -90, 360, 90),
}


@pytest.mark.parametrize("on", GRIDS.values(), ids=GRIDS.keys())
@pytest.mark.parametrize("bounds", WORLDS.values(), ids=WORLDS.keys())
@pytest.mark.parametrize("kind", ["extent", "polygon"])
def test_the_whole_world_is_no_limit(on: Grid, bounds: tuple[float, ...], kind: str) -> None:
    wkt = reference(4326).ExportToWkt()
    whole = Area(wkt, extent=bounds) if kind == "extent" else area(box(*bounds))
    assert inside(whole, on).all()


@pytest.mark.parametrize("on", GRIDS.values(), ids=GRIDS.keys())
def test_a_world_of_several_polygons_is_no_limit(on: Grid) -> None:
    assert inside(area(f"({box(-180, -90, 0, 90)},{box(0, -90, 180, 90)})"), on).all()
    assert inside(area(box(-180, -90, 180, 0), box(-180, 0, 180, 90)), on).all()


@pytest.mark.parametrize("on", GRIDS.values(), ids=GRIDS.keys())
def test_web_mercator_s_world_is_no_limit(on: Grid) -> None:
    if on is GRIDS["Antarctic, at the pole"]:
        pytest.skip("web Mercator has no pole")
    half = 20037508.342789244
    assert inside(area(box(-half, -half * 3, half, half * 3), epsg=3857), on).all()


def cutline(polygon: str, epsg: int, on: Grid, folder: Path) -> np.ndarray:
    """Return what `gdalwarp -cutline` keeps."""
    with gdal_exceptions():
        store = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "cut.gpkg"))
        layer = store.CreateLayer("cut", reference(epsg), ogr.wkbPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON {polygon}"))
        layer.CreateFeature(feature)
        feature = layer = store = None
        data = gdal.GetDriverByName("MEM").Create("", on.cols, on.rows, 1)
        data.SetGeoTransform(on.geotransform)
        data.SetProjection(on.crs_wkt)
        data.GetRasterBand(1).Fill(1)
        kept = gdal.Warp("", data, format="MEM", cutlineDSName=str(folder / "cut.gpkg"), dstNodata=0)
        return np.frombuffer(kept.ReadRaster(), np.uint8).reshape(kept.RasterYSize, kept.RasterXSize) == 1


@pytest.mark.parametrize(
    "name",
    [
        "UTM",
        "UTM, on the central meridian",
        "UTM, south",
        "Texas feet",
        "Lambert conformal",
        "Europe, equal area",
        "web Mercator",
        "degrees",
    ],
)
@pytest.mark.parametrize("edge", ["south", "west", "sliver"])
def test_sheets_whose_edge_crosses_the_raster(name: str, edge: str, tmp_path: Path) -> None:
    """Map sheets of a degree, in degrees: their edges are curves on the raster, their corners far away."""
    on = GRIDS[name]
    x, _, _, y, _, height = on.geotransform
    with gdal_exceptions():
        middle = (x + on.geotransform[1] * on.cols * 0.5, y + height * on.rows * 0.56)
        way = osr.CoordinateTransformation(reference(on.crs_wkt), reference(4326))
        lon, lat, _ = way.TransformPoint(*middle)
    sheets = {
        "south": (lon - 0.5, lat, lon + 0.5, lat + 1),
        "west": (lon, lat - 0.5, lon + 1, lat + 0.5),
        "sliver": (lon - 0.3, lat - 0.7, lon + 0.0002, lat + 0.0001),
    }
    found = inside(area(box(*sheets[edge])), on)
    expected = cutline(box(*sheets[edge]), 4326, on, tmp_path)
    assert 0.2 < expected.mean() < 0.9
    assert (found != expected).mean() < 0.001
    bounds = sheets[edge]
    rectangle = inside(Area(reference(4326).ExportToWkt(), extent=bounds), on)
    np.testing.assert_array_equal(rectangle, found)


def test_a_straight_edge_in_a_projection_is_a_curve_in_degrees(tmp_path: Path) -> None:
    on = GRIDS["degrees"]
    with gdal_exceptions():
        way = osr.CoordinateTransformation(reference(4326), reference(32614))
        x, y, _ = way.TransformPoint(-97.7, 30.2)
    sheet = box(x - 30000, y - 100000, x + 2000, y + 10)
    found, expected = inside(area(sheet, epsg=32614), on), cutline(sheet, 32614, on, tmp_path)
    assert (found != expected).mean() < 0.001


@pytest.mark.parametrize("turn", [-720, -360, 0, 360])
@pytest.mark.parametrize("name", ["degrees", "degrees, 0 to 360", "degrees, over the antimeridian"])
def test_longitudes_are_wrapped_to_the_raster_s(name: str, turn: float) -> None:
    on = GRIDS[name]
    left, bottom, right, top = on.extent
    half = (left + right) / 2
    part = area(box(half + turn, bottom - 1, right + 1 + turn, top + 1))
    found = inside(part, on)
    assert not found[:, : SIDE // 2].any()
    assert found[:, SIDE // 2 :].all()
    extent = Area(reference(4326).ExportToWkt(), extent=(half + turn, bottom - 1, right + 1 + turn, top + 1))
    np.testing.assert_array_equal(inside(extent, on), found)


def test_polygons_split_at_the_antimeridian_are_one() -> None:
    on = GRIDS["degrees, over the antimeridian"]
    split = f"({box(179.9, -18, 180, -16)},{box(-180, -18, -179.9, -16)})"
    assert inside(area(split), on).all()
    assert inside(area(box(179.9, -18, 180, -16)), on)[:, : SIDE // 2].all()
    assert not inside(area(box(179.9, -18, 180, -16)), on)[:, SIDE // 2 :].any()
    assert inside(area(split), GRIDS["UTM, at the antimeridian"]).all()


def test_an_extent_from_east_to_west_crosses_the_antimeridian() -> None:
    wkt = reference(4326).ExportToWkt()
    assert inside(Area(wkt, (179, -18, -179, -16)), GRIDS["degrees, over the antimeridian"]).all()
    with pytest.raises(RasterError, match="does not touch"):
        inside(Area(wkt, (179, -18, -179, -16)), GRIDS["degrees"])


def test_a_hole_stays_a_hole() -> None:
    on = GRIDS["UTM"]
    x, y = 620000, 3350000
    outer = box(x - 900000, y - 900000, x + 900000, y + 900000)[1:-1]
    hole = box(x - 10, y - 10, x + 10, y + 10)[1:-1]
    found = inside(area(f"({outer},{hole})", epsg=32614), on)
    assert (~found).sum() == 40 * 40


def test_a_self_crossing_polygon_is_repaired_where_it_must_be_cut() -> None:
    bow = "((-180 -80,180 80,180 -80,-180 80,-180 -80))"
    assert inside(area(bow), grid(32615, 500000, 3350000)).all()


def test_an_area_elsewhere_is_named() -> None:
    with pytest.raises(RasterError, match=r"The chosen area \(the district\) does not touch the raster"):
        inside(area(box(10, 40, 11, 41)), GRIDS["UTM"])
    with gdal_exceptions():
        whole = AreaOfInterest((area(box(-180, -90, 180, 90)),), GRIDS["UTM"])
    assert whole.describe() == ["Only inside the district."]
    assert whole.mask(whole.window) is None
