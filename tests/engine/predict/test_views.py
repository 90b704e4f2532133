# SPDX-License-Identifier: GPL-2.0-or-later
"""Views are averaged (test-time augmentation)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noise2map_qgis.engine import predict
from noise2map_qgis.engine.inference.tile_grid import TILE_STEP
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.augmentation import VIEWS
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Area, Source, run
from tests.engine.making import (
    METRE_GRID,
    UTM,
    Recorder,
    make_bundle,
    reference,
    source,
    town,
    write_raster,
)
from tests.engine.running import job, probability

X, _, _, Y, _, _ = METRE_GRID


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
    """With holes in the data, so that only parts of tiles are inferred; another device than the CPU gets tiles in
    batches.
    """
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
