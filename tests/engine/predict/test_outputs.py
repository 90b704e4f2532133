# SPDX-License-Identifier: GPL-2.0-or-later
"""The outputs of a run: what is in them, what they replace."""

from __future__ import annotations

import concurrent.futures
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import (
    UTM,
    Recorder,
    make_bundle,
    read_raster,
    reference,
    source,
    town,
    write_raster,
)
from tests.engine.running import job, left_behind, probability


def test_all_outputs_of_a_pair(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    before, after = town()
    heard = Recorder()
    out = {kind: tmp_path / f"out-{kind}" for kind in ("p.tif", "m.tif", "c.gpkg")}
    result = run(
        job(difference, pair, tmp_path, probability=out["p.tif"], mask=out["m.tif"], polygons=out["c.gpkg"]), heard
    )
    truth = np.abs(after.astype(float) - before).mean(axis=0) / 255
    found = read_raster(out["p.tif"])[0]
    assert np.abs(found / 254 - truth).max() <= 0.51 / 254
    mask = read_raster(out["m.tif"])[0]
    np.testing.assert_array_equal(mask, found >= 0.2 * 254)
    pixels = int(mask.sum())
    assert result.positive_area_m2 == pytest.approx(pixels * 0.25, rel=2e-3)
    assert result.valid_area_m2 == pytest.approx(mask.size * 0.25, rel=2e-3)
    assert result.positive_share == pytest.approx(pixels / mask.size, rel=1e-6)
    assert (result.device, result.tiles_skipped) == ("CPU", 0)
    assert result.megapixels_per_second == pytest.approx(mask.size / 1e6 / result.seconds)
    assert heard.done == list(range(1, result.tiles + 1))
    assert heard.total == result.tiles
    with gdal_exceptions():
        dataset = gdal.Open(str(out["p.tif"]))
        band = dataset.GetRasterBand(1)
        assert (band.GetScale(), band.GetOffset()) == (pytest.approx(1 / 254), 0)
        assert (band.GetNoDataValue(), band.GetBlockSize()) == (255, [256, 256])
        assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        assert band.GetOverviewCount() == 1
        assert dataset.GetSpatialRef().IsSame(reference(UTM))
        layer = (vectors := ogr.Open(str(out["c.gpkg"]))).GetLayer(0)
        assert layer.GetFeatureCount() == result.polygon_count > 0
        assert layer.GetSpatialRef().IsSame(reference(UTM))
        assert layer.GetName() == "out-c"
        assert sum(feature.GetField("area_m2") for feature in layer) == pytest.approx(result.positive_area_m2)
        del layer, vectors
    log = "\n".join(heard.lines)
    for words in (
        "Grid: 260 x 200 pixels",
        "before: 0.5 x 0.5 m",
        "8-bit values as they are",
        "CPU, float32",
        "Tiles:",
    ):
        assert words in log
    assert left_behind(tmp_path) == ["out-c.gpkg", "out-m.tif", "out-p.tif"]


def test_one_image_is_segmented(brightness: Bundle, tmp_path: Path) -> None:
    data = np.zeros((3, 70, 50), np.uint8)
    data[:, 20:30, 20:40] = 200
    found, result = probability(brightness, (source(write_raster(tmp_path / "i.tif", data)),), tmp_path)
    assert (found[20:30, 20:40] > 190).all()
    assert result.polygon_count == 1
    assert result.positive_area_m2 == pytest.approx(50, rel=2e-3)


@pytest.mark.parametrize("wanted", ["probability", "mask", "polygons", None])
def test_any_one_output_may_be_asked_for(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, wanted: str | None
) -> None:
    paths: dict[str, Path | None] = {"probability": None}
    if wanted is not None:
        paths[wanted] = tmp_path / ("out.gpkg" if wanted == "polygons" else "out.tif")
    result = run(job(difference, pair, tmp_path, **paths), Recorder())
    assert result.positive_share > 0
    assert left_behind(tmp_path) == [path.name for path in paths.values() if path is not None]


def test_min_area_acts_on_mask_polygons_and_numbers_alike(difference: Bundle, tmp_path: Path) -> None:
    before, after = np.zeros((3, 60, 60), np.uint8), np.zeros((3, 60, 60), np.uint8)
    after[:, 5, 5] = 255  # 0.25 m2
    after[:, 20:40, 20:40] = 255  # 100 m2
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    for min_area, count, pixels in ((0.0, 2, 401), (1.0, 1, 400), (1000.0, 0, 0)):
        mask, polygons = tmp_path / "out.tif", tmp_path / "out-c.gpkg"
        result = run(job(difference, pair, tmp_path, mask=mask, polygons=polygons, min_area=min_area), Recorder())
        assert (result.polygon_count, int((read_raster(mask) == 1).sum())) == (count, pixels)
        assert result.positive_area_m2 == pytest.approx(pixels * 0.25, rel=2e-3, abs=1e-9)
        with gdal_exceptions():
            vectors = ogr.Open(str(polygons))
            assert vectors.GetLayer(0).GetFeatureCount() == count
            del vectors


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({}, "sure"),  # the card's threshold of 0.2 and high threshold of 0.6
        ({"high_threshold": 0.0}, "sure faint"),
        ({"high_threshold": 0.3}, "sure faint"),
        ({"high_threshold": 0.95}, ""),
        ({"threshold": 0.2}, "sure"),
        ({"threshold": 0.25}, "sure faint"),  # the card's high threshold belongs to the card's threshold
        ({"threshold": 0.25, "high_threshold": 0.5}, "sure"),
    ],
)
def test_objects_without_a_peak_leave_mask_polygons_and_numbers_alike(
    tmp_path: Path, options: dict[str, float], kept: str
) -> None:
    bundle = make_bundle(tmp_path / "peaked", threshold=0.2, high_threshold=0.6)
    before, after = np.zeros((3, 60, 150), np.uint8), np.zeros((3, 60, 150), np.uint8)
    sizes = {"faint": 400, "sure": 900}
    after[:, 20:40, 20:40] = 100  # 0.39 everywhere
    after[:, 10:40, 80:110] = 100
    after[:, 39, 109] = 230  # 0.9 in one pixel, in another tile than the object's first
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    mask, polygons = tmp_path / "out.tif", tmp_path / "out-c.gpkg"
    heard = Recorder()
    result = run(job(bundle, pair, tmp_path, mask=mask, polygons=polygons, **options), heard)
    pixels = sum(sizes[name] for name in kept.split())
    assert (result.polygon_count, int((read_raster(mask) == 1).sum())) == (len(kept.split()), pixels)
    assert result.positive_area_m2 == pytest.approx(pixels * 0.25, rel=2e-3, abs=1e-9)
    assert read_raster(tmp_path / "out-probability.tif")[0][30, 30] == 100  # the probability keeps everything
    assert any("high threshold 0.6" in line for line in heard.lines) == (options in ({}, {"threshold": 0.2}))


@pytest.mark.parametrize("name", ["out.shp", "out.geojson", "out.fgb"])
def test_other_vector_formats(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, name: str) -> None:
    result = run(job(difference, pair, tmp_path, polygons=tmp_path / name), Recorder())
    with gdal_exceptions():
        layer = (vectors := ogr.Open(str(tmp_path / name))).GetLayer(0)
        assert layer.GetFeatureCount() == result.polygon_count
        assert layer.GetFeature(layer.GetFeatureCount() - 1).GetField(0) > 0
        del layer, vectors
    assert not list(tmp_path.glob(".noise2map*"))


@pytest.mark.parametrize("name", ["out.dxf", "out.xlsx", "gpkg_of_mine.gpkg"])
def test_a_format_that_does_not_do_is_refused_before_the_work(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, name: str
) -> None:
    before = sorted(tmp_path.iterdir())
    heard = Recorder()
    with pytest.raises(OutputError, match=f"{name} cannot be written .*another name"):
        run(job(difference, pair, tmp_path, polygons=tmp_path / name), heard)
    assert (heard.done, sorted(tmp_path.iterdir())) == ([], before)


def test_outputs_replace_older_ones_and_their_statistics(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    out = tmp_path / "out-probability.tif"
    out.write_text("old")
    (tmp_path / "out-probability.tif.aux.xml").write_text("<PAMDataset/>")
    probability(difference, pair, tmp_path)
    assert left_behind(tmp_path) == [out.name]


def test_edits_of_an_older_geopackage_stay_out_of_the_new_one(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    """QGIS keeps them in a file beside it for as long as the layer is open, and SQLite would add them to whatever has
    that name.
    """
    out = tmp_path / "out.gpkg"
    run(job(difference, pair, tmp_path, polygons=out), Recorder())
    older = sqlite3.connect(out)
    older.execute("PRAGMA journal_mode = WAL")
    with older:
        older.execute("UPDATE gpkg_ogr_contents SET feature_count = 999")
    assert (tmp_path / "out.gpkg-wal").stat().st_size
    try:
        result = run(job(difference, pair, tmp_path, polygons=out), Recorder())
        with gdal_exceptions():
            layer = (vectors := ogr.Open(str(out))).GetLayer(0)
            assert layer.GetFeatureCount() == result.polygon_count
            del layer, vectors
    except OutputError:
        assert sys.platform == "win32"  # where no file that is open is replaced
    finally:
        older.close()


def test_an_index_of_an_older_shapefile_is_not_kept(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    (tmp_path / "out.qix").write_text("where the older polygons lay")
    run(job(difference, pair, tmp_path, polygons=tmp_path / "out.shp"), Recorder())
    assert not (tmp_path / "out.qix").exists()


def test_runs_side_by_side_share_gdal_and_give_it_back(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    before = gdal.GetCacheMax(), gdal.GetUseExceptions()
    folders = [tmp_path / str(number) for number in range(4)]
    for folder in folders:
        folder.mkdir()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        maps = list(pool.map(lambda folder: probability(box, pair, folder, polygons=folder / "out.gpkg")[0], folders))
    assert all((one == maps[0]).all() for one in maps)
    assert (gdal.GetCacheMax(), gdal.GetUseExceptions()) == before
