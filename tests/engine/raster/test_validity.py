# SPDX-License-Identifier: GPL-2.0-or-later
"""One answer to "does this pixel hold data?": every declaration, on the grid and off it, in every task."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.raster.scene import Scene
from noise2map_qgis.engine.raster.stretch import NEUTRAL
from tests.engine.making import source
from tests.engine.raster.declarations import COLLAR, DECLARATIONS, SHARE, SIDE, Declaration, image, save
from tests.engine.raster.inputs_page import PAGE, inputs_page
from tests.engine.raster.scenes import card

# The share may differ by a column and a row of the border where the raster lies between the pixels of the grid.
TOLERANCE = {0.0: 0.0, 0.2: 2.5 / SIDE}


@pytest.mark.parametrize("declared", DECLARATIONS, ids=lambda declared: declared.id)
# A single image defines the grid itself, so that none is off it.
@pytest.mark.parametrize(("task", "shift"), [("change", 0.0), ("change", 0.2), ("segment", 0.0)])
def test_matrix(task: str, declared: Declaration, shift: float, tmp_path: Path) -> None:
    plain = source(save(tmp_path / "plain.tif", image(inside=90)), "Plain")
    odd = declared.source(tmp_path, shift)
    sources = (plain, odd) if task == "change" else (odd,)
    with Scene(sources, card(len(sources))) as scene:
        images, valid = scene.read(scene.grid.window)
    assert valid.mean() == pytest.approx(SHARE, abs=TOLERANCE[shift] + 1e-9)
    assert not valid[:, : COLLAR - 1].any()
    # The collar's value must not enter the image through resampling: its neighbours are as without a collar.
    np.testing.assert_array_equal(images[:, ~valid], NEUTRAL)
    assert np.ptp(images[-3:][:, valid]) > 0


@pytest.mark.parametrize("declared", [d for d in DECLARATIONS if not d.user], ids=lambda declared: declared.id)
def test_training_reads_alike(declared: Declaration, tmp_path: Path) -> None:
    rasters = pytest.importorskip("model_core.tiles.rasters")
    _, valid = rasters.read_image((Path(declared.source(tmp_path).path),))
    assert valid.mean() == SHARE


def test_the_page_on_inputs_is_made_of_this_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == inputs_page(), "run python -m tests.engine.raster.inputs_page"
