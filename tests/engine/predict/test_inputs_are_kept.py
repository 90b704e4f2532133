# SPDX-License-Identifier: GPL-2.0-or-later
"""An output never replaces a file that an input is read from, nor the other layers of a GeoPackage."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output.geopackage import GeoPackageLayer
from noise2map_qgis.engine.output.inputs import files_of
from noise2map_qgis.engine.predict import Area, Source, run
from noise2map_qgis.engine.raster.area_files import area_of_polygons
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import METRE_GRID, UTM, Recorder, reference, source, town, write_raster
from tests.engine.running import job, left_behind

X, _, _, Y, _, _ = METRE_GRID


def palette(path: Path) -> Path:
    """Write a raster of 200 x 260 indices into a table of grey levels."""
    with gdal_exceptions():
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 260, 200, 1)
        dataset.SetGeoTransform(METRE_GRID)
        dataset.SetSpatialRef(reference(UTM))
        table = gdal.ColorTable()
        for level in range(256):
            table.SetColorEntry(level, (level, level, level, 255))
        dataset.GetRasterBand(1).SetColorTable(table)
        indices = np.arange(260 * 200, dtype=np.uint32).astype(np.uint8)
        dataset.GetRasterBand(1).WriteRaster(0, 0, 260, 200, indices.tobytes())
    return path


def mosaic(path: Path, *tiles: Path) -> Source:
    with gdal_exceptions():
        gdal.BuildVRT(str(path), [str(tile) for tile in tiles]).FlushCache()
    return source(path, "after")


def zones(path: Path, *layers: str) -> Path:
    """Write a GeoPackage with a polygon in each layer; each lies around the raster of `town`."""
    with gdal_exceptions():
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        for name in layers:
            layer = dataset.CreateLayer(name, reference(UTM), ogr.wkbPolygon)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(ring()))
            layer.CreateFeature(feature)
        del feature, layer, dataset
    return path


def ring() -> str:
    corners = [(X, Y), (X + 130, Y), (X + 130, Y - 100), (X, Y - 100), (X, Y)]
    return f"POLYGON (({', '.join(f'{x} {y}' for x, y in corners)}))"


def area_of(text: str) -> Area:
    wkb = bytes(ogr.CreateGeometryFromWkt(ring()).ExportToWkb())
    return Area(reference(UTM).ExportToWkt(), polygons=(wkb,), source=text)


def layers_of(path: Path) -> dict[str, int]:
    with gdal_exceptions():
        dataset = ogr.Open(str(path))
        counts = {layer.GetName(): layer.GetFeatureCount() for layer in dataset}
        del dataset
    return counts


def test_two_outputs_have_two_names(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Two outputs have one name"):
        run(job(difference, pair, tmp_path, mask=tmp_path / "out-probability.tif"), Recorder())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize(
    "kind",
    [
        "the layer",
        "roundabout path",
        "symbolic link to the input",
        "hard link to the input",
        "input through a symbolic link",
        "mosaic",
        "nested mosaic",
        "palette mosaic",
        "nested palette mosaic",
        "warped VRT",
        "VRT in a string",
        "GeoPackage",
    ],
)
def test_no_file_that_an_image_is_read_from_is_replaced(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, kind: str
) -> None:
    before, after = pair
    tile = Path(after.path)
    outputs: dict[str, Path] = {"mask": tile}
    if kind == "roundabout path":
        outputs = {"mask": tmp_path / ".." / tmp_path.name / tile.name}
    elif "link" in kind:
        link = tmp_path / "linked.tif"
        os.link(tile, link) if kind.startswith("hard") else link.symlink_to(tile)
        if kind.startswith("input"):
            after = source(link, "after")
        else:
            outputs = {"mask": link}
    elif "mosaic" in kind:
        if "palette" in kind:
            palette(tile)
        after = mosaic(tmp_path / "mosaic.vrt", tile)
        if "nested" in kind:
            (tmp_path / "deep").mkdir()
            after = mosaic(tmp_path / "deep" / "outer.vrt", Path(mosaic(tmp_path / "deep" / "inner.vrt", tile).path))
    elif kind == "warped VRT":
        after = source(tmp_path / "warped.vrt", "after")
        with gdal_exceptions():
            gdal.Warp(after.path, str(tile), format="VRT", dstSRS="EPSG:3857")
    elif kind == "VRT in a string":
        after = Source(Path(mosaic(tmp_path / "mosaic.vrt", tile).path).read_text(), "after")
        after = Source(after.path.replace('relativeToVRT="1">', f'relativeToVRT="0">{tmp_path}/'), "after")
    elif kind == "GeoPackage":
        outputs = {"polygons": tmp_path / "mine.gpkg"}
        with gdal_exceptions():
            gdal.Translate(str(outputs["polygons"]), after.path, format="GPKG", creationOptions=["RASTER_TABLE=ortho"])
        after = Source(f"GPKG:{outputs['polygons']}:ortho", "after")
    (destroyed,) = outputs.values()
    held = destroyed.read_bytes()
    with pytest.raises(OutputError, match=f"{destroyed.name} .*choose another name"):
        run(job(difference, (before, after), tmp_path, **outputs), Recorder())
    assert destroyed.read_bytes() == held
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("place", ["deep.vrt", "../deep.vrt"])
def test_relative_names_are_seen_from_their_vrt(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    tile = write_raster(tmp_path / "a" / "tile.tif", town()[0])
    inner = Path(mosaic(folder / place, tile).path)
    outer = mosaic(tmp_path / "outer.vrt", inner)
    found = {os.path.realpath(file) for file in files_of(outer.path)}
    assert {os.path.realpath(path) for path in (tile, inner, tmp_path / "outer.vrt")} <= found


def test_a_side_file_of_an_input_is_not_removed(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    """The projection of an ASCII grid lies in a file that a Shapefile of that name would replace."""
    with gdal_exceptions():
        grid = tmp_path / "out.asc"
        options = ["DECIMAL_PRECISION=0"]
        gdal.Translate(str(grid), pair[1].path, format="AAIGrid", bandList=[1], creationOptions=options)
    held = (tmp_path / "out.prj").read_bytes()
    after = Source(str(grid), "after", (1, 1, 1))
    with pytest.raises(OutputError, match="out.prj is a file that the layer 'after' is read from"):
        run(job(difference, (pair[0], after), tmp_path, probability=None, polygons=tmp_path / "out.shp"), Recorder())
    assert (tmp_path / "out.prj").read_bytes() == held


@pytest.mark.parametrize("text", ["{}", "{}|layername=zones", "{}|layername=zones|subset=fid > 0"])
def test_the_file_of_an_area_layer_is_not_replaced(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, text: str
) -> None:
    path = zones(tmp_path / "zones.gpkg", "zones")
    area = area_of(text.format(path))
    with pytest.raises(OutputError, match=r"zones.gpkg is a file that the layer 'zones.gpkg' is read from"):
        run(job(difference, pair, tmp_path, polygons=path, areas=(area,)), Recorder())
    with pytest.raises(OutputError, match="is the layer 'zones.gpkg' itself"):
        run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "zones"), areas=(area,)), Recorder())
    assert layers_of(path) == {"zones": 1}
    assert left_behind(tmp_path) == []


def test_a_geopackage_with_other_layers_is_refused(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    path = zones(tmp_path / "out.gpkg", "out", "roads")
    with pytest.raises(OutputError, match=r"out.gpkg holds roads, which would be lost"):
        run(job(difference, pair, tmp_path, polygons=path), Recorder())
    assert layers_of(path) == {"out": 1, "roads": 1}


@pytest.mark.parametrize("kept", ["raster", "project", "uncommitted layer"])
def test_what_else_a_geopackage_holds_counts(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, kept: str
) -> None:
    path = zones(tmp_path / "out.gpkg", "out")
    if kept == "raster":
        with gdal_exceptions():
            options = ["RASTER_TABLE=ortho", "APPEND_SUBDATASET=YES"]
            gdal.Translate(str(path), pair[0].path, format="GPKG", creationOptions=options)
    database = sqlite3.connect(path)
    if kept == "project":
        database.execute("CREATE TABLE qgis_projects (name TEXT, metadata BLOB, content BLOB)")
        database.execute("INSERT INTO qgis_projects VALUES ('town', '', '')")
    if kept == "uncommitted layer":
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('trees', 'attributes')")
    database.commit()
    try:
        with pytest.raises(OutputError, match="holds (ortho|the project town|trees), which would be lost"):
            run(job(difference, pair, tmp_path, polygons=path), Recorder())
    finally:
        database.close()


def test_a_result_of_an_earlier_run_with_its_style_is_replaced(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    path = zones(tmp_path / "out.gpkg", "out")
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY)")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('layer_styles', 'attributes')")
    result = run(job(difference, pair, tmp_path, polygons=path), Recorder())
    assert layers_of(path) == {"out": result.polygon_count}


@pytest.mark.parametrize("older", ["none", "file", "layer"])
def test_a_layer_is_added_to_a_geopackage_and_the_others_are_left_alone(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, older: str
) -> None:
    path = tmp_path / "mine.gpkg"
    if older != "none":
        zones(path, "roads", *(["it's new"] if older == "layer" else []))
    result = run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "it's new")), Recorder())
    assert result.polygon_count > 1
    assert layers_of(path) == {"it's new": result.polygon_count} | ({"roads": 1} if older != "none" else {})
    with gdal_exceptions():
        layer = (dataset := ogr.Open(str(path))).GetLayerByName("it's new")
        assert layer.TestCapability(ogr.OLCFastSpatialFilter)
        assert sum(feature["area_m2"] for feature in layer) == pytest.approx(result.positive_area_m2)
        del layer, dataset
    assert [name.name for name in tmp_path.glob(".noise2map*")] == []


def test_a_table_that_is_no_layer_is_not_replaced(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    path = tmp_path / "mine.gpkg"
    with gdal_exceptions():
        gdal.Translate(str(path), pair[0].path, format="GPKG", creationOptions=["RASTER_TABLE=ortho"])
    with pytest.raises(OutputError, match="holds a table ortho of another kind"):
        run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "ortho")), Recorder())
    shutil.copy(pair[0].path, path)
    with pytest.raises(OutputError, match="is no GeoPackage"):
        run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "ortho")), Recorder())


def test_an_area_layer_says_which_layer_it_is(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    path = zones(tmp_path / "zones.gpkg", "zones")
    area = area_of_polygons(path)
    assert area.source == f"{path}|layername=zones"
    with pytest.raises(OutputError, match="is the layer 'zones.gpkg' itself"):
        run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "zones"), areas=(area,)), Recorder())
    result = run(job(difference, pair, tmp_path, polygons=GeoPackageLayer(path, "changes"), areas=(area,)), Recorder())
    assert layers_of(path) == {"zones": 1, "changes": result.polygon_count}
