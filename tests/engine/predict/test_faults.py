# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrong values, cancels and faults of the disk: a sentence, and nothing is left."""

from __future__ import annotations

import dataclasses
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noise2map_qgis.engine.errors import Cancelled, EngineError, OutputError, RasterError, RuntimeMissing
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output import raster_writer as writers
from noise2map_qgis.engine.output import work_folder
from noise2map_qgis.engine.predict import Source, run
from tests.engine.making import (
    Recorder,
    source,
    town,
    write_raster,
)
from tests.engine.running import job, left_behind


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
    with pytest.raises(Cancelled):
        run(job(box, pair, tmp_path, mask=tmp_path / "out.tif", polygons=tmp_path / "out.gpkg"), heard)
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

    monkeypatch.setattr(work_folder.tempfile, "mkdtemp", read_only)
    with pytest.raises(OutputError, match=r"\(Permission denied\)"):
        run(job(difference, pair, tmp_path), Recorder())


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
