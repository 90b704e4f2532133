# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole runs: what comes out, that it does not depend on how it was asked for, and that nothing half-done stays."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import sqlite3
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr

from noise2map_qgis.engine import predict
from noise2map_qgis.engine.errors import Cancelled, EngineError, OutputError, RasterError, RuntimeMissing
from noise2map_qgis.engine.inference.tile_grid import STRIP_COLS, TILE_STEP
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.augmentation import VIEWS
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output import atomic as staging
from noise2map_qgis.engine.output import raster_writer as writers
from noise2map_qgis.engine.predict import Area, Job, Result, Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.scene import Scene
from tests.engine.making import (
    METRE_GRID,
    UTM,
    Recorder,
    make_bundle,
    read_raster,
    reference,
    source,
    town,
    write_raster,
)

X, _, _, Y, _, _ = METRE_GRID


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Source, Source]:
    before, after = town()
    return source(write_raster(tmp_path / "before.tif", before)), source(write_raster(tmp_path / "after.tif", after))


def job(bundle: Bundle, sources: tuple[Source, ...], folder: Path, **options: Any) -> Job:
    task = next(iter(bundle.tasks))
    return Job(bundle, task, sources, **{"probability": folder / "out-probability.tif", **options})


def probability(bundle: Bundle, sources: tuple[Source, ...], folder: Path, **options: Any) -> tuple[np.ndarray, Result]:
    done = job(bundle, sources, folder, **options)
    result = run(done, Recorder())
    assert done.probability is not None
    return read_raster(done.probability)[0], result


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(("out", ".noise2map", "scratch")))


# --- what comes out ---


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
    """QGIS keeps them in a file beside it for as long as the layer is open, and SQLite would add them to whatever has that name."""
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


# --- edges, sizes, tiles ---


@pytest.mark.parametrize(("rows", "cols"), [(1, 1), (1, 90), (90, 1), (5, 7), (31, 33), (96, 96), (97, 200)])
def test_any_size_is_mapped_to_its_outermost_pixel(difference: Bundle, tmp_path: Path, rows: int, cols: int) -> None:
    before, after = np.full((3, rows, cols), 10, np.uint8), np.full((3, rows, cols), 210, np.uint8)
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    found, result = probability(difference, pair, tmp_path)
    assert found.shape == (rows, cols)
    assert (found == 199).all()
    assert result.polygon_count == 1


def test_beyond_the_raster_there_is_no_more_than_the_network_s_step(box: Bundle, tmp_path: Path) -> None:
    """A box filter pads with zeros at the upper and left edge, and where the last step of mirror image ends."""
    before, after = np.full((3, 150, 170), 10, np.uint8), np.full((3, 150, 170), 210, np.uint8)
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    found, _ = probability(box, pair, tmp_path)
    assert (found[4:, 4:] == 199).all()
    np.testing.assert_allclose(found[0, 4:], 199 * 5 / 9, atol=1)
    np.testing.assert_allclose(found[4:, 0], 199 * 5 / 9, atol=1)


def box_filtered(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The whole map of the box model at once, in float64: mirrored to whole steps of 32 pixels, zero beyond."""
    mean = np.abs(after.astype(float) - before).mean(axis=0) / 255
    mirrored = np.pad(mean, [(0, -side % TILE_STEP) for side in mean.shape], mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(mirrored, 4), (9, 9))
    return windows.mean(axis=(2, 3))[: mean.shape[0], : mean.shape[1]]


@pytest.mark.parametrize(("tile_size", "overlap"), [(96, 16), (96, 32), (128, 64), (512, 64)])
def test_tiles_leave_no_trace(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path, tile_size: int, overlap: int
) -> None:
    found, _ = probability(box, pair, tmp_path, tile_size=tile_size, overlap=overlap)
    assert np.abs(found - box_filtered(*town()) * 254).max() <= 1


def test_panels_leave_no_trace_in_any_output(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outputs() -> tuple[np.ndarray, np.ndarray, set[tuple[bytes, float, float]]]:
        mask, polygons = tmp_path / "out-m.tif", tmp_path / "out.gpkg"
        found, _ = probability(box, pair, tmp_path, mask=mask, polygons=polygons, tile_size=96)
        with gdal_exceptions():
            layer = (vectors := ogr.Open(str(polygons))).GetLayer(0)
            drawn = {
                (
                    bytes(f.GetGeometryRef().ExportToWkb()),
                    round(f.GetField("area_m2"), 6),
                    round(f.GetField("perimeter_m"), 6),
                )
                for f in layer
            }
            del layer, vectors
        return found, read_raster(mask)[0], drawn

    whole = outputs()
    monkeypatch.setattr(predict, "STRIP_COLS", 70)
    strips = outputs()
    np.testing.assert_array_equal(strips[0], whole[0])
    np.testing.assert_array_equal(strips[1], whole[1])
    assert strips[2] == whole[2]
    assert len(whole[2]) > 1


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.integers(1, 140),
    cols=st.integers(1, 140),
    tile=st.sampled_from([96, 128, 160]),
    overlap=st.sampled_from([16, 24, 32]),
    holes=st.booleans(),
    seed=st.integers(0, 99),
)
def test_a_run_equals_the_obvious_reference(
    box: Bundle, tmp_path: Path, rows: int, cols: int, tile: int, overlap: int, holes: bool, seed: int
) -> None:
    generator = np.random.default_rng(seed)
    before, after = generator.integers(1, 256, (2, 3, rows, cols)).astype(np.uint8)
    if holes:
        after[:, generator.random((rows, cols)) < 0.1] = 0
        after[:, 0, 0] = 9
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after, nodata=0)))
    found, _ = probability(box, pair, tmp_path, tile_size=tile, overlap=overlap)
    empty = (after == 0).all(axis=0)
    np.testing.assert_array_equal(found == 255, empty)
    if (
        min(rows, cols) > 4
    ):  # numpy mirrors a smaller image more than once within the filter, too, but about another axis
        still = np.where(empty, before, after)
        assert np.abs(found[~empty] - (box_filtered(before, still) * 254)[~empty]).max() <= 1


# --- views ---


def leaning_filtered(before: np.ndarray, after: np.ndarray, views: int) -> np.ndarray:
    """The whole map of the leaning model at once, in float64, averaged over so many views of it."""
    mean = np.abs(after.astype(float) - before).mean(axis=0) / 255
    mirrored = np.pad(mean, [(0, -side % TILE_STEP) for side in mean.shape], mode="reflect")

    def seen(image: np.ndarray) -> np.ndarray:
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(image, ((4, 0), (4, 0))), (5, 5))
        return windows.mean(axis=(2, 3))

    upright, on_its_side = [mirrored], [mirrored.T]
    for answers in (upright, on_its_side):
        (image,) = answers
        answers[:] = [
            seen(image),
            np.rot90(seen(np.rot90(image, 2)), -2),
            np.fliplr(seen(np.fliplr(image))),
            np.flipud(seen(np.flipud(image))),
        ]
    answers = [*upright, *(answer.T for answer in on_its_side)][:views]
    return np.mean(answers, axis=0)[: mean.shape[0], : mean.shape[1]]


@pytest.mark.parametrize(("pixel", "strip"), [(0.5, 3000), (30.0, STRIP_COLS)])
def test_rows_are_not_decoded_twice_unless_they_are_few(
    difference: Bundle, tmp_path: Path, pixel: float, strip: int
) -> None:
    """A whole satellite scene enlarged to the pixels of a model for aerial images is 200,000 pixels wide."""
    data = np.zeros((3, 4, 3000), np.uint8)
    path = write_raster(tmp_path / "rows.tif", data, (600000.0, pixel, 0, 3340000.0, 0, -pixel))
    with Scene((source(path), source(path)), difference.tasks["change"]) as scene:
        assert predict._tile_grid(scene, 96, 32).strip == strip


@pytest.mark.parametrize("views", VIEWS)
@pytest.mark.parametrize("tile_size", [96, 512])
def test_views_are_averaged(
    leaning: Bundle, pair: tuple[Source, Source], tmp_path: Path, views: int, tile_size: int
) -> None:
    found, _ = probability(leaning, pair, tmp_path, views=views, tile_size=tile_size, overlap=16)
    assert np.abs(found - leaning_filtered(*town(), views) * 254).max() <= 1


def test_each_number_of_views_gives_another_map(leaning: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    """Up to 4: this filter looks the same on its side."""
    maps = {views: probability(leaning, pair, tmp_path, views=views)[0] for views in (1, 2, 4)}
    assert (maps[1] != maps[2]).any()
    assert (maps[2] != maps[4]).any()


def test_the_views_are_the_card_s_unless_the_job_says_otherwise(
    leaning: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    told = {}
    for views in (None, 1, 8):
        heard = Recorder()
        run(job(leaning, pair, tmp_path, views=views), heard)
        told[views] = next(line for line in heard.lines if line.startswith("Model:"))
    assert told[None].endswith("threshold 0.2, averaged over 2 views.")
    assert told[1].endswith("threshold 0.2.")
    assert told[8].endswith("averaged over 8 views.")


@pytest.mark.parametrize("device", ["CPU", "another"])
def test_averaged_answers_do_not_depend_on_the_area_either(
    leaning: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, device: str
) -> None:
    """With holes in the data, so that only parts of tiles are inferred; another device than the CPU gets tiles in batches."""
    before, after = town()
    after[:, 30:170, 100:190] = 0
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after, nodata=0)))
    opened = session.open_session

    def opened_elsewhere(*arguments: Any) -> session.Session:
        found = opened(*arguments)
        found.device = device
        return found

    monkeypatch.setattr(predict, "open_session", opened_elsewhere)
    wkt = reference(UTM).ExportToWkt()
    whole, _ = probability(leaning, pair, tmp_path, views=8)
    for left, top, cols, rows in ((0, 0, 1, 1), (50, 60, 60, 30), (63, 64, 130, 100), (30, 0, 230, 7)):
        extent = (X + left / 2, Y - (top + rows) / 2, X + (left + cols) / 2, Y - top / 2)
        part, _ = probability(leaning, pair, tmp_path, areas=(Area(wkt, extent),), views=8)
        np.testing.assert_array_equal(part, whole[top : top + rows, left : left + cols])


def test_views_of_a_model_that_answers_in_floats(tmp_path: Path, pair: tuple[Source, Source]) -> None:
    floats = make_bundle(tmp_path / "floats", box=5, output="float32", leaning=True)
    found, _ = probability(floats, pair, tmp_path, views=4)
    assert np.abs(found - leaning_filtered(*town(), 4) * 254).max() <= 0.51


# --- areas ---


def test_a_pixel_s_answer_does_not_depend_on_the_area(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, _ = probability(box, pair, tmp_path)
    wkt = reference(UTM).ExportToWkt()
    for left, top, cols, rows in (
        (0, 0, 1, 1),
        (50, 60, 40, 30),
        (63, 64, 130, 100),
        (255, 195, 5, 5),
        (30, 0, 230, 7),
    ):
        extent = (X + left / 2, Y - (top + rows) / 2, X + (left + cols) / 2, Y - top / 2)
        part, result = probability(box, pair, tmp_path, areas=(Area(wkt, extent),))
        np.testing.assert_array_equal(part, whole[top : top + rows, left : left + cols])
        assert result.grid.extent == pytest.approx(extent)
    assert result.tiles < 12


def polygon(*points: tuple[float, float]) -> bytes:
    text = ", ".join(f"{x} {y}" for x, y in (*points, points[0]))
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({text}))").ExportToWkb())


def test_polygons_limit_tiles_and_pixels(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, everything = probability(box, pair, tmp_path)
    wkt = reference(UTM).ExportToWkt()
    # An L along the left and lower edges: its bounding box is the whole raster, and most tiles lie outside of it.
    corner = polygon((X, Y), (X + 10, Y), (X + 10, Y - 90), (X + 130, Y - 90), (X + 130, Y - 100), (X, Y - 100))
    part, result = probability(box, pair, tmp_path, areas=(Area(wkt, polygons=(corner,)),))
    inside = np.zeros(whole.shape, bool)
    inside[:, :20] = inside[180:] = True
    np.testing.assert_array_equal(part, np.where(inside, whole, 255))
    assert result.tiles == everything.tiles
    assert result.tiles_skipped >= 4
    assert result.valid_area_m2 == pytest.approx(inside.sum() * 0.25, rel=2e-3)


def test_areas_come_in_any_crs_and_are_intersected(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, _ = probability(box, pair, tmp_path)
    with gdal_exceptions():
        to_degrees = osr.CoordinateTransformation(reference(UTM), reference(4326))
        corners = [to_degrees.TransformPoint(X + x, Y - y)[:2] for x, y in ((20, 10), (70, 10), (70, 60), (20, 60))]
    degrees = Area(reference(4326).ExportToWkt(), polygons=(polygon(*corners),))
    metres = Area(reference(UTM).ExportToWkt(), (X + 40, Y - 1000, X + 1000, Y + 1000))
    part, result = probability(box, pair, tmp_path, areas=(degrees, metres))
    left, _, _, top = result.grid.extent
    assert (left, top) == pytest.approx((X + 40, Y - 10), abs=1.0)
    col, row = round((left - X) * 2), round((Y - top) * 2)
    same = part != 255
    np.testing.assert_array_equal(part[same], whole[row : row + part.shape[0], col : col + part.shape[1]][same])
    assert same.sum() == pytest.approx(60 * 100, rel=0.03)


def test_an_area_beside_the_raster_is_refused(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    area = Area(reference(UTM).ExportToWkt(), (0.0, 0.0, 10.0, 10.0))
    with pytest.raises(RasterError, match="area does not touch the raster"):
        run(job(difference, pair, tmp_path, areas=(area,)), Recorder())


# --- nodata ---


def test_nodata_stays_nodata_in_all_outputs_and_is_not_counted(difference: Bundle, tmp_path: Path) -> None:
    before, after = np.full((3, 80, 100), 50, np.uint8), np.full((3, 80, 100), 250, np.uint8)
    before[:, :, :30] = 0
    after[:, 70:] = 0
    pair = (
        source(write_raster(tmp_path / "b.tif", before, nodata=0)),
        source(write_raster(tmp_path / "a.tif", after, nodata=0)),
    )
    mask = tmp_path / "out.tif"
    found, result = probability(difference, pair, tmp_path, mask=mask, polygons=tmp_path / "out.gpkg")
    expected = np.ones((80, 100), bool)
    expected[:, :30] = expected[70:] = False
    np.testing.assert_array_equal(found != 255, expected)
    np.testing.assert_array_equal(read_raster(mask)[0], np.where(expected, 1, 255))
    assert result.positive_share == pytest.approx(1)
    assert result.positive_area_m2 == pytest.approx(70 * 70 * 0.25, rel=2e-3)


def test_empty_tiles_are_skipped(difference: Bundle, tmp_path: Path) -> None:
    before, after = np.zeros((2, 3, 400, 400), np.uint8)
    before[:, :40, :40], after[:, :40, :40] = 50, 250
    pair = (
        source(write_raster(tmp_path / "b.tif", before, nodata=0)),
        source(write_raster(tmp_path / "a.tif", after, nodata=0)),
    )
    _, result = probability(difference, pair, tmp_path, mask=tmp_path / "out.tif")
    assert result.tiles - result.tiles_skipped == 1
    assert (read_raster(tmp_path / "out.tif") == 1).sum() == 1600


def test_no_more_of_a_tile_is_inferred_than_holds_data(
    box: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = town(500, 500)
    before[:, 60:], before[:, :, 400:] = 0, 0
    sources = tuple(source(write_raster(tmp_path / f"{n}.tif", d, nodata=0)) for n, d in enumerate((before, after)))
    shapes, run_batch = [], session.Session.run

    def watched(self: session.Session, batch: np.ndarray) -> np.ndarray:
        shapes.append(batch.shape)
        return run_batch(self, batch)

    monkeypatch.setattr(session.Session, "run", watched)
    found, _ = probability(box, sources, tmp_path, tile_size=1024, overlap=64)
    # The data and 32 pixels of context, in whole steps of 32.
    assert shapes == [(1, 6, 96, 448)]
    empty = (before == 0).all(axis=0)
    np.testing.assert_array_equal(found == 255, empty)
    still = np.where(empty, 127, after), np.where(empty, 127, before)
    assert np.abs(found - box_filtered(still[1], still[0]) * 254)[~empty].max() <= 1


def test_all_nodata_is_an_error_that_names_the_layer(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    blank = source(write_raster(tmp_path / "blank.tif", np.zeros((3, 200, 260), np.uint8), nodata=0), "Blank")
    with pytest.raises(RasterError, match="'Blank' holds no data"):
        run(job(difference, (pair[0], blank), tmp_path), Recorder())
    halves = np.zeros((2, 3, 200, 260), np.uint8)
    halves[0, :, :100], halves[1, :, 100:] = 9, 9
    sources = tuple(source(write_raster(tmp_path / f"h{n}.tif", h, nodata=0)) for n, h in enumerate(halves))
    with pytest.raises(RasterError, match="No pixel where the layers overlap has data in 'h0' and 'h1'"):
        run(job(difference, sources, tmp_path), Recorder())
    assert left_behind(tmp_path) == []


# --- pairs that differ ---


def delivered(path: Path, **warp: Any) -> Path:
    """Return the raster as another supplier would deliver it."""
    other = path.with_name("other.tif")
    with gdal_exceptions():
        gdal.Warp(str(other), str(path), resampleAlg="cubic", **warp)
    return other


@pytest.mark.parametrize(
    "kind", ["crs", "degrees", "pixel size", "finer", "extent", "offset", "dtype", "nodata", "bands", "feet"]
)
def test_pairs_that_differ_give_the_answer_of_the_aligned_pair(box: Bundle, tmp_path: Path, kind: str) -> None:
    """Stated tolerance: the masks agree to an intersection over union of 0.9 where both dates have data."""
    before, after = town(300, 320, 3)
    first = write_raster(tmp_path / "before.tif", before)
    second = write_raster(tmp_path / "after.tif", after)
    aligned, reference_run = probability(box, (source(first), source(second)), tmp_path)
    warps: dict[str, dict[str, Any]] = {
        "crs": {"dstSRS": "EPSG:3857", "dstNodata": 0},
        "degrees": {"dstSRS": "EPSG:4326", "dstNodata": 0},
        "feet": {"dstSRS": "EPSG:2277", "dstNodata": 0},
        "pixel size": {"xRes": 0.43, "yRes": 0.43},
        "finer": {"xRes": 0.2, "yRes": 0.2},
        "extent": {"outputBounds": (X - 20, Y - 100, X + 130, Y + 30), "dstNodata": 0},
        "offset": {"outputBounds": (X + 0.2, Y - 150.3, X + 159.2, Y - 0.3)},
    }
    if kind in warps:
        other = delivered(second, **warps[kind])
    elif kind == "dtype":
        # The stretch of each date from its own percentiles must undo what the suppliers' scales did.
        box = make_bundle(tmp_path / "whole-range", box=9, threshold=0.2, stretch={"percentiles": [0, 100]})
        first = write_raster(tmp_path / "first.tif", before.astype(np.float32) * 3.5)
        other = write_raster(tmp_path / "other.tif", after.astype(np.uint16) * 7 + 500)
        pair = (source(write_raster(tmp_path / "b.tif", before)), source(second))
        aligned, _ = probability(box, pair, tmp_path, stretch="percentile")
    elif kind == "nodata":
        other = write_raster(tmp_path / "other.tif", after, nodata=0)
    else:
        other = write_raster(tmp_path / "other.tif", np.concatenate([after, after[:1] // 2]))
    found, result = probability(box, (source(first), source(other)), tmp_path)
    assert result.grid == reference_run.grid
    valid = found != 255
    assert valid.mean() > (0.5 if kind == "extent" else 0.97)
    lowest = 0.2 * 254
    both = (found >= lowest) & (aligned >= lowest) & valid
    either = ((found >= lowest) | (aligned >= lowest)) & valid
    assert both.sum() / either.sum() >= 0.9


@pytest.mark.shared
def test_a_real_scene_delivered_in_another_crs(shared: Path, tmp_path: Path) -> None:
    """Austin from another supplier (UTM, 0.45 m, nodata 0) against the aligned pair: intersection over union at least 0.9."""
    folder = shared / "scenes" / "austin_west"
    bundle = make_bundle(tmp_path / "wide-box", box=9, threshold=0.15, tile_size=512, overlap=64)
    first = Source(str(folder / "before.tif"), "before")
    masks = []
    for name in ("after.tif", "after_utm14.tif"):
        probability(bundle, (first, Source(str(folder / name), "after")), tmp_path, mask=tmp_path / "out.tif")
        masks.append(read_raster(tmp_path / "out.tif")[0] == 1)
    assert (masks[0] & masks[1]).sum() / (masks[0] | masks[1]).sum() >= 0.9


def test_in_degrees_areas_are_true(difference: Bundle, tmp_path: Path) -> None:
    """A block of 100 x 60 pixels at 60 degrees north, where a degree of longitude is half as long."""
    size = 1e-5
    gt = (10.0, size, 0.0, 60.0, 0.0, -size)
    before, after = np.zeros((2, 3, 100, 150), np.uint8)
    after[:, 20:80, 20:120] = 255
    pair = (
        source(write_raster(tmp_path / "b.tif", before, gt, 4326)),
        source(write_raster(tmp_path / "a.tif", after, gt, 4326)),
    )
    bundle = make_bundle(tmp_path / "wide", gsd=[0.1, 10.0])
    _, result = probability(bundle, pair, tmp_path, polygons=tmp_path / "out.gpkg")
    # 1e-5 degrees are 0.55800 m of longitude and 1.11412 m of latitude there (WGS 84)
    assert result.positive_area_m2 == pytest.approx(6000 * 0.55800 * 1.11412, rel=1e-3)
    with gdal_exceptions():
        feature = (vectors := ogr.Open(str(tmp_path / "out.gpkg"))).GetLayer(0).GetNextFeature()
        assert feature.GetField("perimeter_m") == pytest.approx(2 * (100 * 0.558 + 60 * 1.11412), rel=1e-3)
        assert (feature.GetField("mean_prob"), feature.GetField("max_prob")) == (1, 1)
        del feature, vectors


def test_a_coarse_raster_is_warned_about(difference: Bundle, tmp_path: Path) -> None:
    before, after = town(30, 40)
    gt = (X, 4.0, 0.0, Y, 0.0, -4.0)
    pair = (source(write_raster(tmp_path / "b.tif", before, gt)), source(write_raster(tmp_path / "a.tif", after, gt)))
    heard = Recorder()
    result = run(job(difference, pair, tmp_path), heard)
    assert result.grid.gsd == pytest.approx((1, 1))
    assert "pixels of 4 m, coarser than the 1 m" in heard.warnings[0]


# --- values, faults and what is left ---


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"threshold": 1.5}, "threshold must lie between 0 and 1"),
        ({"high_threshold": -0.1}, "high threshold must lie between 0 and 1"),
        ({"high_threshold": 2.0}, "high threshold must lie between 0 and 1"),
        ({"timestep": 500}, "no timestep 500; choose one of 0"),
        ({"tile_size": 100}, "multiple of 32"),
        ({"tile_size": 32}, "from 96 pixels on"),
        ({"overlap": 90}, "half of the tile size"),
        ({"overlap": -1}, "half of the tile size"),
        ({"views": 3}, "views must be one of 1, 2, 4, 8, not 3"),
        ({"views": 0}, "views must be one of"),
        ({"min_area": -1.0}, "smallest area"),
        ({"min_area": float("nan")}, "smallest area"),
        ({"simplify": -1.0}, "simplification"),
        ({"stretch": "hard"}, "one of auto, percentile, none"),
        ({"task": "segment"}, "does not do the task 'segment', only change"),
        ({"polygons": Path("/tmp/x.tif")}, r"ends with \.gpkg"),
        ({"probability": Path("/tmp/x.jpg")}, r"ends with \.tif"),
        ({"device": "CUDA"}, "device CUDA is not offered"),
    ],
)
def test_wrong_values_are_refused(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(EngineError, match=words):
        run(dataclasses.replace(job(difference, pair, tmp_path), **options), Recorder())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("stop_after", [0, 1, 5])
def test_a_cancel_leaves_nothing(box: Bundle, pair: tuple[Source, Source], tmp_path: Path, stop_after: int) -> None:
    heard = Recorder(stop_after)
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        run(job(box, pair, tmp_path, mask=tmp_path / "out.tif", polygons=tmp_path / "out.gpkg"), heard)
    assert time.monotonic() - begun < 2
    assert len(heard.done) <= max(1, stop_after)
    assert left_behind(tmp_path) == []


def test_a_cancel_during_the_outputs_leaves_nothing(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    class Late(Recorder):
        def log(self, text: str) -> None:
            if text.startswith("Writing"):
                self.stop_after = 0

    with pytest.raises(Cancelled):
        run(job(box, pair, tmp_path, mask=tmp_path / "out.tif", polygons=tmp_path / "out.gpkg"), Late())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("wanted", ["mask", "probability"])
def test_a_cancel_while_overviews_are_built_is_no_error_of_the_disk(
    difference: Bundle, tmp_path: Path, wanted: str
) -> None:
    class Late(Recorder):
        over = False

        def cancelled(self) -> bool:
            self.over = self.over or threading.current_thread().name.startswith("noise2map-overviews")
            return self.over

    before, after = town(600, 600)
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    outputs: dict[str, Path | None] = {"probability": None, "mask": None, wanted: tmp_path / "out.tif"}
    with pytest.raises(Cancelled):
        run(job(difference, pair, tmp_path, **outputs), Late())
    assert left_behind(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_named(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OutputError, match="nowhere cannot be written to .* Choose another folder"):
        run(job(difference, pair, tmp_path, probability=tmp_path / "nowhere" / "p.tif"), Recorder())
    with pytest.raises(OutputError, match="is a folder; choose the name of a file"):
        run(job(difference, pair, tmp_path, probability=tmp_path), Recorder())

    def read_only(**where: Any) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(staging.tempfile, "mkdtemp", read_only)
    with pytest.raises(OutputError, match=r"\(Permission denied\)"):
        run(job(difference, pair, tmp_path), Recorder())


def test_an_input_is_never_overwritten(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"after\.tif is the layer 'after' itself"):
        run(job(difference, pair, tmp_path, mask=Path(pair[1].path)), Recorder())
    with pytest.raises(OutputError, match="Two outputs have one name"):
        run(job(difference, pair, tmp_path, mask=tmp_path / "out-probability.tif"), Recorder())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("kind", ["roundabout path", "mosaic", "GeoPackage"])
def test_no_file_that_an_input_is_read_from_is_overwritten(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, kind: str
) -> None:
    before, after = pair
    outputs: dict[str, Path] = {"mask": Path(after.path)}
    with gdal_exceptions():
        if kind == "mosaic":
            after = source(tmp_path / "mosaic.vrt")
            gdal.BuildVRT(after.path, [outputs["mask"].as_posix()]).FlushCache()
        elif kind == "GeoPackage":
            outputs = {"polygons": tmp_path / "mine.gpkg"}
            gdal.Translate(str(outputs["polygons"]), after.path, format="GPKG", creationOptions=["RASTER_TABLE=ortho"])
            after = Source(f"GPKG:{outputs['polygons']}:ortho", "after")
        else:
            outputs = {"mask": tmp_path / ".." / tmp_path.name / "after.tif"}
    (destroyed,) = outputs.values()
    held = destroyed.read_bytes()
    with pytest.raises(OutputError, match=f"{destroyed.name} .*choose another name"):
        run(job(difference, (before, after), tmp_path, **outputs), Recorder())
    assert destroyed.read_bytes() == held
    assert left_behind(tmp_path) == []


def test_a_result_in_use_is_named(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(part: Path, final: Path) -> None:
        if final.suffix == ".gpkg":
            raise PermissionError(13, "in use")
        part.rename(final)

    monkeypatch.setattr(staging.os, "replace", in_use)
    with pytest.raises(OutputError, match=r"out\.gpkg cannot be given its name .* remove that layer"):
        run(job(difference, pair, tmp_path, polygons=tmp_path / "out.gpkg"), Recorder())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("limit", [2_000, 40_000, 120_000, 125_000, 150_000])
def test_a_full_disk_is_an_error_and_leaves_nothing(box: Bundle, tmp_path: Path, limit: int) -> None:
    """No file may grow beyond a few kilobytes, which GDAL meets as it meets a full disk: in the middle of a write."""
    resource = pytest.importorskip("resource")
    generator = np.random.default_rng(0)
    pair = tuple(
        source(write_raster(tmp_path / f"{n}.tif", generator.integers(0, 255, (3, 500, 500)).astype(np.uint8)))
        for n in range(2)
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(OutputError, match="cannot be written .* disk has room"):
            run(job(box, pair, tmp_path, mask=tmp_path / "out.tif", polygons=tmp_path / "out.gpkg"), Recorder())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert left_behind(tmp_path) == []


def test_a_raster_damaged_halfway_leaves_nothing(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 200, 260)).astype(np.uint8)
    path = write_raster(tmp_path / "torn.tif", noise, options=("COMPRESS=DEFLATE",))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="'Torn' cannot be read near"):
        run(job(difference, (pair[0], source(path, "Torn")), tmp_path), Recorder())
    assert left_behind(tmp_path) == []


def test_without_onnx_runtime_nothing_is_left(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(RuntimeMissing, match="Install the inference runtime"):
        run(job(difference, pair, tmp_path), Recorder())
    assert left_behind(tmp_path) == []


def test_a_disk_that_fails_at_the_very_end_is_noticed(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: writers.RasterWriter, *rest: Any) -> None:
        raise OutputError("The output cannot be written.")

    monkeypatch.setattr(writers.RasterWriter, "close", fail)
    with pytest.raises(OutputError):
        run(job(difference, pair, tmp_path), Recorder())
    assert left_behind(tmp_path) == []
