# SPDX-License-Identifier: GPL-2.0-or-later
"""A tiny data folder in the layouts that recipes read: flat ground and bright square houses, one of them new."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="model_core trains with torch: make setup-train")

from osgeo import gdal

from model_core.export.onnx_files import runs_here
from model_core.recipes.recipe import Recipe, Source
from noise2map_qgis.paths import resources_dir

gdal.UseExceptions()

(_BYTES,) = (resources_dir() / "models" / "noise2map-lite").glob("change-t*-int8.onnx")
needs_int8 = pytest.mark.skipif(
    not runs_here(_BYTES),
    reason="the ONNX Runtime of this Python lacks 8-bit operators; the CPU takes float32 files here",
)


def write_image(path: Path, array: np.ndarray) -> None:
    """Write (rows, cols[, bands]) uint8 as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    bands = np.atleast_3d(array).transpose(2, 0, 1)
    memory = gdal.GetDriverByName("MEM").Create("", bands.shape[2], bands.shape[1], len(bands), gdal.GDT_Byte)
    memory.WriteArray(bands)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), memory)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pairs (six tiles), images (four tiles) and plain land (two tiles), 96 pixels a side."""
    root = tmp_path_factory.mktemp("data")
    rng, elsewhere = np.random.default_rng(0), np.random.default_rng(1)

    def ground(rng: np.random.Generator) -> np.ndarray:
        return rng.integers(60, 100, (96, 96, 3), dtype=np.uint8)

    for number in range(6):
        before, label = ground(rng), np.zeros((96, 96), np.uint8)
        after = before.copy()
        row, col = rng.integers(8, 60, 2)
        after[row : row + 24, col : col + 24] = 220
        label[row : row + 24, col : col + 24] = 255
        for part, array in (("A", before), ("B", after), ("label", label)):
            write_image(root / "pairs" / part / f"tile_{number}.png", array)
        if number < 4:
            # Another place than the pair's: a place in two splits is refused.
            image = np.where(label[..., None] == 255, 220, ground(elsewhere)).astype(np.uint8)
            write_image(root / "images" / "image" / f"tile_{number}.png", image)
            write_image(root / "images" / "label" / f"tile_{number}.png", label)
        if number < 2:
            write_image(root / "plain" / f"land_{number}.png", ground(rng))
    return root


@pytest.fixture
def recipe() -> Recipe:
    """The recipe of `tiny_recipe`."""
    return tiny_recipe()


def tiny_recipe() -> Recipe:
    """A recipe over all three layouts that trains in seconds; tile_5 and tile_3 are held out."""
    from model_core.recipes.recipe import Recipe

    common = {"gsd": 0.5, "terms": "made by this test", "origin": "this test"}
    return Recipe(
        name="tiny-recipe",
        title="Tiny",
        candidates=[0, 999],
        gsd=(0.5, 0.5),
        crop=64,
        pairs=2,
        images=2,
        steps=4,
        sources=[
            Source(name="p", path="pairs", layout="pairs", buildings_only=True, validation=["tile_5"], **common),
            Source(name="i", path="images", layout="images", validation=["tile_3"], **common),
            Source(name="l", path="plain", layout="plain", empty=True, **common),
        ],
    )
