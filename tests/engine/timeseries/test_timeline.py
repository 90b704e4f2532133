# SPDX-License-Identifier: GPL-2.0-or-later
"""Timelines of drawn ground whose truth is known to the pixel, with a model that answers the difference
of two pixels."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine import change_timeline
from noise2map_qgis.engine.errors import Cancelled, EngineError
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.raster.area_of_interest import Area
from noise2map_qgis.engine.timeseries.answers import Questions
from noise2map_qgis.engine.timeseries.timeline import Timeline, TimelineJob, run
from tests.engine.making import METRE_GRID, Recorder, read_raster, reference, source, write_raster

ROWS, COLS = 200, 260
YEARS = (2011, 2013, 2015, 2017, 2019)
NAMES = ("first", "last", "count", "confidence")
# Blocks as (top, left, dates at which each stands).
BUILT_EARLY = (20, 20, {1, 2, 3, 4})
BUILT_LATE = (20, 100, {4})
DEMOLISHED = (20, 180, {0, 1, 2})
TWICE = (100, 20, {1, 2})
NOISE = (100, 100, {2})
SIDE = 24


def town(blocks: tuple[tuple[int, int, set[int]], ...], date: int) -> np.ndarray:
    y, x = np.mgrid[0:ROWS, 0:COLS]
    image = np.stack([100 + 20 * np.sin(x / 17) + 20 * np.cos(y / 23)] * 3).astype(np.uint8)
    for top, left, dates in blocks:
        if date in dates:
            image[:, top : top + SIDE, left : left + SIDE] = 250
    return image


ALL = (BUILT_EARLY, BUILT_LATE, DEMOLISHED, TWICE, NOISE)


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    return [write_raster(tmp_path / f"town_{year}.tif", town(ALL, date)) for date, year in enumerate(YEARS)]


def timeline(bundle: Bundle, images: list[Path], folder: Path, order: Any = None, **options: Any) -> TimelineJob:
    order = range(len(images)) if order is None else order
    files = {name: folder / f"out-{name}.tif" for name in NAMES}
    return TimelineJob(
        Job(bundle, "change", tuple(source(images[k]) for k in order), probability=None, **options),
        tuple(datetime(YEARS[k], 1, 1) for k in order),
        Questions(**files, polygons=folder / "out-changes.gpkg"),
    )


def rasters(folder: Path) -> dict[str, np.ndarray]:
    return {name: read_raster(folder / f"out-{name}.tif")[0] for name in NAMES}


def polygons(path: Path) -> list[dict[str, Any]]:
    dataset = ogr.Open(str(path))
    return [feature.items() for feature in dataset.GetLayer(0)]


def block(of: tuple[int, int, set[int]]) -> tuple[slice, slice]:
    return slice(of[0], of[0] + SIDE), slice(of[1], of[1] + SIDE)


def test_each_place_is_dated(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    done: Timeline = run(timeline(difference, images, tmp_path), Recorder())
    found = rasters(tmp_path)
    expected = {"first": np.zeros((ROWS, COLS), np.uint8)}
    expected |= {"last": expected["first"].copy(), "count": expected["first"].copy()}
    for of, first, last, count in (
        (BUILT_EARLY, 1, 1, 1),
        (BUILT_LATE, 4, 4, 1),
        (DEMOLISHED, 3, 3, 1),
        (TWICE, 1, 3, 2),
    ):
        for name, value in (("first", first), ("last", last), ("count", count)):
            expected[name][block(of)] = value
    for name, answer in expected.items():
        assert np.array_equal(found[name], answer), name
    pixel = 0.25  # square metres, as the projection has it; the ellipsoid differs by a thousandth
    assert done.changed_m2 == pytest.approx([2 * SIDE**2 * pixel, 0, 2 * SIDE**2 * pixel, SIDE**2 * pixel], rel=0.01)
    assert done.changed_area_m2 == pytest.approx(4 * SIDE**2 * pixel, rel=0.01)
    assert done.suppressed_m2 == pytest.approx(2 * SIDE**2 * pixel, rel=0.01)
    assert done.polygon_count == 5


def test_polygons_say_between_which_dates(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    run(timeline(difference, images, tmp_path), Recorder())
    found = polygons(tmp_path / "out-changes.gpkg")
    spans = [(row["begin"], row["end"], row["interval"]) for row in found]
    assert spans == [
        *[("2011/01/01", "2013/01/01", 1)] * 2,
        *[("2015/01/01", "2017/01/01", 3)] * 2,
        ("2017/01/01", "2019/01/01", 4),
    ]
    assert all(row["area_m2"] == pytest.approx(SIDE**2 / 4, rel=0.01) for row in found)
    assert all(0.2 <= row["mean_prob"] <= 1 for row in found)
    dataset = ogr.Open(str(tmp_path / "out-changes.gpkg"))
    kind = dataset.GetLayer(0).GetLayerDefn()
    assert kind.GetFieldDefn(kind.GetFieldIndex("begin")).GetType() == ogr.OFTDate


def test_the_meaning_of_a_value_is_in_the_file(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    run(timeline(difference, images, tmp_path), Recorder())
    dataset = gdal.Open(str(tmp_path / "out-first.tif"))
    band = dataset.GetRasterBand(1)
    assert band.GetMetadata() == {
        "VALUE_0": "no change",
        "VALUE_1": "2011-01-01/2013-01-01",
        "VALUE_2": "2013-01-01/2015-01-01",
        "VALUE_3": "2015-01-01/2017-01-01",
        "VALUE_4": "2017-01-01/2019-01-01",
    }


def test_the_order_of_the_layers_does_not_matter(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    run(timeline(difference, images, tmp_path), Recorder())
    sorted_ = rasters(tmp_path)
    run(timeline(difference, images, tmp_path, order=(3, 0, 4, 1, 2)), Recorder())
    for name, answer in rasters(tmp_path).items():
        assert np.array_equal(answer, sorted_[name]), name


@pytest.mark.parametrize("tile_size", [96, 128])
def test_a_timeline_does_not_change_with_the_tile_size(
    difference: Bundle, images: list[Path], tmp_path: Path, tile_size: int
) -> None:
    run(timeline(difference, images, tmp_path, tile_size=256), Recorder())
    whole = rasters(tmp_path)
    run(timeline(difference, images, tmp_path, tile_size=tile_size), Recorder())
    for name, answer in rasters(tmp_path).items():
        if name == "confidence":  # where tiles overlap, sums are rounded
            assert np.abs(answer.astype(int) - whole[name]).max() <= 1
        else:
            assert np.array_equal(answer, whole[name]), name


def test_noise_with_a_ragged_outline_is_noise_to_its_rim(box: Bundle, tmp_path: Path) -> None:
    """A model that averages over 9 x 9 pixels is unsure at outlines, and the next date's outline is a pixel further."""
    shifted = (NOISE[0] + 1, NOISE[1] + 1, set())
    images = []
    for date in range(5):
        image = town((BUILT_EARLY,), date)
        if date == 2:
            image[(slice(None), *block(NOISE))] = 250
        if date == 3:
            image[:, shifted[0] + SIDE - 1, shifted[1] : shifted[1] + SIDE] = 140
        images.append(write_raster(tmp_path / f"town_{YEARS[date]}.tif", image))
    run(timeline(box, images, tmp_path, threshold=0.2), Recorder())
    count = rasters(tmp_path)["count"]
    assert count[block(BUILT_EARLY)].max() == 1
    count[block((BUILT_EARLY[0] - 5, BUILT_EARLY[1] - 5, set()))] = 0
    count[: BUILT_EARLY[0] + SIDE + 5, : BUILT_EARLY[1] + SIDE + 5] = 0
    assert count.max() == 0


def test_a_date_without_data_is_bridged(difference: Bundle, tmp_path: Path) -> None:
    """Where 2013 has no data, what was built between 2011 and 2015 is known to be between those."""
    images = []
    for date, year in enumerate(YEARS):
        image = town((BUILT_EARLY,), date)
        alpha = np.full((ROWS, COLS), 255, np.uint8)
        if date == 1:
            alpha[:80, :80] = 0
        images.append(write_raster(tmp_path / f"town_{year}.tif", image, alpha=alpha))
    done = run(timeline(difference, images, tmp_path), Recorder())
    found = rasters(tmp_path)
    assert (found["first"][block(BUILT_EARLY)] == 2).all()
    assert np.count_nonzero(found["count"]) == SIDE**2
    assert (found["count"] != 255).all()
    (row,) = polygons(tmp_path / "out-changes.gpkg")
    assert (row["begin"], row["end"], row["interval"]) == ("2011/01/01", "2015/01/01", 2)
    assert done.changed_m2[1] == pytest.approx(SIDE**2 / 4, rel=0.01)


def test_where_no_pair_has_data_there_is_none(difference: Bundle, tmp_path: Path) -> None:
    images = []
    for date, year in enumerate(YEARS[:3]):
        image = town((), date)
        image[:, :, 200:] = 0
        images.append(write_raster(tmp_path / f"town_{year}.tif", image, nodata=0))
    run(timeline(difference, images, tmp_path), Recorder())
    for answer in rasters(tmp_path).values():
        assert (answer[:, 200:] == 255).all()
        assert (answer[:, :200] != 255).all()


def test_dates_of_another_grid_come_onto_that_of_the_first(difference: Bundle, tmp_path: Path) -> None:
    x, width, _, y, _, height = METRE_GRID
    images = []
    for date, year in enumerate(YEARS[:3]):
        image, grid = town((BUILT_EARLY,), date), METRE_GRID
        if date == 2:
            image, grid = image[:, 7:, 5:], (x + 5 * width, width, 0.0, y + 7 * height, 0.0, height)
        images.append(write_raster(tmp_path / f"town_{year}.tif", image, grid))
    run(timeline(difference, images, tmp_path), Recorder())
    found = rasters(tmp_path)["first"]
    assert found.shape == (ROWS, COLS)
    assert (found[block(BUILT_EARLY)] == 1).all()
    assert np.count_nonzero(found) == SIDE**2


def test_an_extent_gives_its_part_of_the_whole(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    run(timeline(difference, images, tmp_path), Recorder())
    whole = rasters(tmp_path)
    x, width, _, y, _, height = METRE_GRID
    extent = (x + 10 * width, y + 150 * height, x + 140 * width, y + 10 * height)
    area = Area(reference(32614).ExportToWkt(), extent=extent)
    run(timeline(difference, images, tmp_path, areas=(area,)), Recorder())
    for name, answer in rasters(tmp_path).items():
        assert np.array_equal(answer, whole[name][10:150, 10:140]), name


def test_each_date_is_read_once(difference: Bundle, images: list[Path], tmp_path: Path, monkeypatch: Any) -> None:
    from noise2map_qgis.engine.raster.scene import Layer

    read: list[tuple[str, Any]] = []
    plain = Layer.read
    monkeypatch.setattr(Layer, "read", lambda self, window: (read.append((self.name, window)), plain(self, window))[1])
    run(timeline(difference, images, tmp_path, tile_size=96), Recorder())
    assert len(read) == len(set(read)) >= 5 * 6


def test_a_cancel_leaves_nothing(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        run(timeline(difference, images, tmp_path, tile_size=96), Recorder(stop_after=2))
    assert sorted(tmp_path.iterdir()) == before


def test_what_cannot_be_a_timeline_is_refused(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"3 to 250 images, not 2; for two images use Detect change"):
        run(timeline(difference, images[:2], tmp_path), Recorder())
    with pytest.raises(EngineError, match=r"'town_2013' and 'town_2013' have the same date, 2013"):
        run(timeline(difference, images, tmp_path, order=(0, 1, 1)), Recorder())
    assert not list(tmp_path.glob("out*"))


def test_an_output_over_an_image_is_refused(difference: Bundle, images: list[Path], tmp_path: Path) -> None:
    job = timeline(difference, images, tmp_path)
    job = TimelineJob(job.job, job.dates, Questions(first=images[2]))
    with pytest.raises(EngineError, match=r"town_2015"):
        run(job, Recorder())
    assert read_raster(images[2]).shape == (3, ROWS, COLS)


def test_the_function_reads_dates_from_names_and_writes_what_is_asked(
    difference: Bundle, images: list[Path], tmp_path: Path
) -> None:
    done = change_timeline(
        images[::-1], model=difference.folder, first=tmp_path / "out-first.tif", threshold=0.2, min_area=1
    )
    assert [date.year for date in done.dates] == list(YEARS)
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out-first.tif"]
    assert set(np.unique(read_raster(tmp_path / "out-first.tif"))) == {0, 1, 3, 4}
