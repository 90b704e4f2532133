# SPDX-License-Identifier: GPL-2.0-or-later
"""Explanations with models whose answers are known: what timesteps and views agree on, and which part of which date
counts.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine import explain_change
from noise2map_qgis.engine.errors import Cancelled, EngineError, RasterError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.paths import resources_dir
from tests.engine.making import METRE_GRID, Recorder, read_raster, town, write_raster

X, Y = METRE_GRID[0], METRE_GRID[3]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return {name: tmp_path / f"out-{name}.tif" for name in ("timestep_bands", "summary", "occlusion")}


@pytest.fixture
def block(tmp_path: Path) -> tuple[Path, Path]:
    """A bright block comes at rows 80-100, columns 120-150."""
    before, _ = town(200, 260)
    after = before.copy()
    after[:, 80:100, 120:150] = 255
    return write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after)


def names(path: Path) -> list[str]:
    dataset = gdal.Open(str(path))
    return [dataset.GetRasterBand(number + 1).GetDescription() for number in range(dataset.RasterCount)]


def test_views_of_a_model_that_leans_differ(leaning: Bundle, block: tuple[Path, Path], files: dict[str, Path]) -> None:
    found = explain_change(
        *block, model=leaning.folder, timestep_bands=files["timestep_bands"], summary=files["summary"]
    )
    assert found.timesteps == (0,)
    assert names(files["timestep_bands"]) == ["timestep 0"]
    mean, spread, agreement, views_mean, views_spread = read_raster(files["summary"]).astype(int)
    assert (spread == 0).all()
    assert set(np.unique(agreement)) == {0, 254}
    assert views_spread[90, 135] <= 1
    assert views_spread[78:103, 118:153].max() > 20
    assert np.array_equal(mean, read_raster(files["timestep_bands"])[0])
    assert np.abs(views_mean[85:95, 130:140] - mean[85:95, 130:140]).max() <= 3
    assert found.mean_view_spread > 0 == found.mean_spread == found.depends_share


def test_occlusion_finds_the_part_that_counts(box: Bundle, block: tuple[Path, Path], files: dict[str, Path]) -> None:
    """Covering the block in the later image takes the change away; covering the ground in the earlier one changes
    little.
    """
    point = (X + 135 * 0.5, Y - 90 * 0.5)
    found = explain_change(*block, model=box.folder, point=point, occlusion=files["occlusion"], views=1)
    assert names(files["occlusion"]) == ["earlier image", "later image"]
    earlier, later = read_raster(files["occlusion"])
    assert found.point_probability == pytest.approx(0.55, abs=0.15)
    row, col = np.unravel_index(later.argmax(), later.shape)
    dataset = gdal.Open(str(files["occlusion"]))
    x, width, _, y, _, height = dataset.GetGeoTransform()
    assert abs(x + (col + 0.5) * width - point[0]) < 10
    assert abs(y + (row + 0.5) * height - point[1]) < 10
    assert later.max() > 3 * np.abs(earlier).max()
    assert found.later_effect == pytest.approx(later.max(), abs=1e-6)


def test_what_cannot_be_explained_is_said(box: Bundle, block: tuple[Path, Path], files: dict[str, Path]) -> None:
    with pytest.raises(EngineError, match="needs a place"):
        explain_change(*block, model=box.folder, occlusion=files["occlusion"])
    with pytest.raises(RasterError, match="outside of the first image"):
        explain_change(*block, model=box.folder, point=(0, 0), occlusion=files["occlusion"], views=1)
    with pytest.raises(EngineError, match="no timestep 7; choose among 0"):
        explain_change(*block, model=box.folder, timesteps=(7,), summary=files["summary"])


def test_a_cancel_leaves_nothing(box: Bundle, block: tuple[Path, Path], files: dict[str, Path], tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        explain_change(*block, model=box.folder, summary=files["summary"], feedback=Recorder(stop_after=2))
    assert sorted(tmp_path.iterdir()) == before


def test_the_bundled_model_answers_at_every_timestep(block: tuple[Path, Path], files: dict[str, Path]) -> None:
    model = resources_dir() / "models" / "noise2map-lite"
    found = explain_change(
        *block, model=model, timestep_bands=files["timestep_bands"], summary=files["summary"], views=2
    )
    bands = read_raster(files["timestep_bands"])
    assert len(bands) == len(found.timesteps) >= 1
    if len(bands) > 1:
        assert found.mean_spread > 0
        assert not np.array_equal(bands[0], bands[-1])
