# SPDX-License-Identifier: GPL-2.0-or-later
"""A job on a local cluster gives what one machine gives; what fails or is killed is retried, reported and resumed."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr

from model_core.distributed import run as cluster_run
from model_core.distributed.parts import plan
from model_core.errors import DataError
from noise2map_qgis.engine import predict
from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.inference.tile_grid import TileGrid
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output.atomic import Destinations
from noise2map_qgis.engine.output.provenance import read_provenance
from noise2map_qgis.engine.raster.grid import Window
from tests.engine.making import Recorder, make_bundle, source, write_raster

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (pip install '.[cluster]')")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return make_bundle(tmp_path_factory.mktemp("model") / "box", box=9, threshold=0.2, high_threshold=0.5)


@pytest.fixture(scope="module")
def client() -> Any:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def job(bundle: Bundle, folder: Path, rows: int = 700, cols: int = 900, **options: Any) -> Job:
    """A pair with patches that cross every part's border, faint and sure ones, and a corner without data."""
    generator = np.random.default_rng(3)
    before = generator.integers(60, 90, (3, rows, cols)).astype(np.uint8)
    after = before.copy()
    for _ in range(60):
        row, col = generator.integers(0, rows), generator.integers(0, cols)
        height, width = generator.integers(5, 200, 2)
        after[:, row : row + height, col : col + width] = generator.integers(120, 255)
    before[:, :150, :200] = 0
    pair = [
        source(write_raster(folder / f"{name}.tif", data, nodata=0)) for name, data in (("b", before), ("a", after))
    ]
    return Job(bundle, "change", tuple(pair), folder / "one.tif", tile_size=128, overlap=32, **options)


def pixels(path: Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def features(path: Path) -> list[str]:
    dataset = ogr.Open(str(path))
    return [feature.ExportToJson() for feature in dataset.GetLayer(0)]


def files(folder: Path) -> Destinations:
    return Destinations(folder / "map.tif", folder / "mask.tif", folder / "changes.gpkg")


@pytest.mark.parametrize("options", [{}, {"min_area": 300.0, "views": 2}, {"high_threshold": 0.7, "shape": "regular"}])
def test_the_result_is_that_of_one_machine(
    bundle: Bundle, client: str, tmp_path: Path, options: dict[str, Any]
) -> None:
    asked = job(bundle, tmp_path, mask=tmp_path / "m.tif", polygons=tmp_path / "p.gpkg", **options)
    whole = predict.run(asked, Recorder())
    found = cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=300, cog=True), Recorder())
    assert found.parts > 4
    assert not found.failed
    assert np.array_equal(pixels(tmp_path / "map.vrt"), pixels(tmp_path / "one.tif"))
    assert np.array_equal(pixels(tmp_path / "map.tif"), pixels(tmp_path / "one.tif"))
    assert np.array_equal(pixels(tmp_path / "mask.tif"), pixels(tmp_path / "m.tif"))
    assert features(tmp_path / "changes.gpkg") == features(tmp_path / "p.gpkg")
    assert (found.positive_area_m2, found.polygon_count) == (whole.positive_area_m2, whole.polygon_count)
    assert gdal.Open(str(tmp_path / "map.tif")).GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
    made = read_provenance(tmp_path / "one.tif")
    for name in ("map.vrt", "map.tif", "mask.tif", "changes.gpkg"):
        assert read_provenance(tmp_path / name).model == made.model
        assert read_provenance(tmp_path / name).areas == made.areas


def test_a_resumed_job_runs_what_is_missing_alone(bundle: Bundle, client: str, tmp_path: Path) -> None:
    asked = job(bundle, tmp_path)
    first = cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=300), Recorder())
    expected = pixels(tmp_path / "map.vrt")
    parts = sorted((tmp_path / "map_parts").glob("part-*.tif"))
    parts[0].unlink()
    parts[1].write_bytes(parts[1].read_bytes()[:-100])  # cut off by a full disk
    second = cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=300, resume=True), Recorder())
    assert second.resumed == first.parts - 2
    assert np.array_equal(pixels(tmp_path / "map.vrt"), expected)


@pytest.mark.parametrize(
    ("change", "words"),
    [("threshold", "its settings differs"), ("input", "its inputs differs"), ("side", "its part size")],
)
def test_another_job_is_not_resumed(bundle: Bundle, client: str, tmp_path: Path, change: str, words: str) -> None:
    asked = job(bundle, tmp_path)
    cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=400), Recorder())
    if change == "threshold":
        asked = Job(**{**vars(asked), "threshold": 0.3})
    if change == "input":
        dataset = gdal.Open(str(tmp_path / "a.tif"), gdal.GA_Update)
        dataset.GetRasterBand(1).WriteRaster(0, 0, 1, 1, b"\x09")
        dataset = None
    side = 500 if change == "side" else 400
    with pytest.raises(DataError, match=words):
        cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=side, resume=True), Recorder())


def test_a_worker_that_is_killed_costs_no_part(bundle: Bundle, tmp_path: Path) -> None:
    asked = job(bundle, tmp_path)
    predict.run(asked, Recorder())
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:

        class Killer(Recorder):
            """Kills a worker when the second part has ended."""

            def progress(self, done: int, total: int) -> None:
                super().progress(done, total)
                if done == 2 and not self.killed:
                    self.killed = True
                    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

            killed = False

        heard = Killer()
        options = cluster_run.Options(cluster.scheduler_address, side=200)
        found = cluster_run.run(asked, files(tmp_path), options, heard)
    assert heard.killed
    assert not found.failed
    assert np.array_equal(pixels(tmp_path / "map.vrt"), pixels(tmp_path / "one.tif"))


def test_an_unreadable_part_is_reported_with_the_rest_complete(bundle: Bundle, client: str, tmp_path: Path) -> None:
    asked = job(bundle, tmp_path)
    path = tmp_path / "a.tif"
    intact = path.read_bytes()
    middle = len(intact) // 2
    path.write_bytes(intact[:middle])
    heard = Recorder()
    found = cluster_run.run(asked, files(tmp_path), cluster_run.Options(client, side=200), heard)
    assert 0 < len(found.failed) < found.parts
    assert all("'a" in reason for reason in found.failed.values())
    assert not (tmp_path / "mask.tif").exists()
    assert not (tmp_path / "changes.gpkg").exists()


def test_parts_without_data_are_not_scheduled(bundle: Bundle, tmp_path: Path) -> None:
    path = tmp_path / "sparse.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), 2048, 1024, 3, gdal.GDT_Byte, ["TILED=YES", "SPARSE_OK=TRUE"]
    )
    dataset.SetGeoTransform((600000.0, 0.5, 0, 3340000.0, 0, -0.5))
    dataset.SetProjection(
        gdal.Open(str(write_raster(tmp_path / "x.tif", np.ones((3, 4, 4), np.uint8)))).GetProjection()
    )
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).SetNoDataValue(0)
        dataset.GetRasterBand(band).WriteRaster(0, 0, 256, 256, bytes([99]) * 65536)
    dataset = None
    cut = plan(Job(bundle, "change", (source(path), source(path)), None).resolve(), 512)
    assert len(cut.parts) == 1
    assert cut.empty > 3


@pytest.mark.parametrize(
    ("rows", "cols", "strip"), [(700, 900, 2048), (700, 5000, 2048), (100, 4100, 512), (3000, 70, 2048)]
)
def test_pieces_cover_a_window_once(rows: int, cols: int, strip: int) -> None:
    tiles = TileGrid.of(cols, rows, 256, 64, strip)
    for window in (Window(0, 0, cols, rows), Window(13, 7, cols - 20, rows - 9)):
        seen = np.zeros((rows, cols), int)
        for piece in tiles.pieces(window):
            seen[piece.row : piece.end_row, piece.col : piece.end_col] += 1
        inside = seen[window.row : window.end_row, window.col : window.end_col]
        assert (inside == 1).all()
        assert seen.sum() == inside.sum()


def test_a_wrong_cluster_is_refused(bundle: Bundle, tmp_path: Path) -> None:
    for name, words in (("cloud", "no cluster 'cloud'"), ("slurm", "dask-jobqueue")):
        with pytest.raises(DataError, match=words):
            cluster_run.run(job(bundle, tmp_path), files(tmp_path), cluster_run.Options(name), Recorder())


def test_a_broken_input_is_refused_before_any_part(bundle: Bundle, tmp_path: Path) -> None:
    (tmp_path / "none.tif").write_bytes(b"no raster")
    asked = Job(bundle, "change", (source(tmp_path / "none.tif"),) * 2, None)
    with pytest.raises(RasterError, match="cannot be opened"):
        cluster_run.run(asked, files(tmp_path), cluster_run.Options("local"), Recorder())
