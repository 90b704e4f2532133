# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of rasters share: a card, scenes read whole, and the text of a refusal."""

from __future__ import annotations

import numpy as np
import pytest

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.model.bundle import TaskCard
from noise2map_qgis.engine.raster.scene import Scene, Source
from tests.engine.making import town

BEFORE, AFTER = town(60, 80)


def card(images: int = 2, bands: int = 3, gsd: tuple[float, float] = (0.3, 1.0)) -> TaskCard:
    """Return the card of a task that takes so many images and bands."""
    names = ("red", "green", "blue", "nir")[:bands]
    return TaskCard(images, names, gsd, (2.0, 98.0), 96, 32, ((0, "no"), (1, "yes")), 0.5, (0,), 0, ())


def read(
    *sources: Source, gsd: tuple[float, float] = (0.3, 1.0), stretch: str = "auto"
) -> tuple[np.ndarray, np.ndarray]:
    """Return image and validity of the whole grid."""
    with Scene(sources, card(len(sources), gsd=gsd), stretch) as scene:
        return scene.read(scene.grid.window)


def refusal(*sources: Source, bands: int = 3) -> str:
    """Return why the sources are refused."""
    with pytest.raises(RasterError) as error, Scene(sources, card(len(sources), bands)):
        pass
    return str(error.value)
