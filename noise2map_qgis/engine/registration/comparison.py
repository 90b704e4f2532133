# SPDX-License-Identifier: GPL-2.0-or-later
"""How two dates compare at a glance: ground they share, data they lack, brightness, and what may be cloud. From small
copies of both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..raster.grid import Grid
from ..raster.scene import Layer, Scene
from ..raster.warp import align

# Pixels of the longer side of the small copies.
_SIDE = 1000
# Cloud, snow and glare are white and even over a large area: grey values (0-255) at least, bands that differ by no
# more, over squares of so many metres of which so much is white. Smaller white squares are roofs as a rule.
_WHITE, _COLOUR, _ACROSS_M, _FILLED = 200, 35, 30.0, 0.9


@dataclass(frozen=True)
class Overview:
    """Small copies of two dates on one grid, as the model sees them.

    images: `(2, bands, rows, cols) uint8`. valid: `(2, rows, cols) bool`.
    """

    grid: Grid
    images: np.ndarray
    valid: np.ndarray


@dataclass(frozen=True)
class Comparison:
    """Figures of a pair; shares are 0-1.

    overlap_share: of the earlier image's data, what has data in the later one, too. valid_share: of the whole grid,
    what has data in both. nodata_before, nodata_after: what lacks data of the grid. brightness: mean over the bands of
    the absolute difference of their means where both have data, in steps of 0-255. contrast: standard deviation of the
    later date's grey values over the earlier one's. correlation: of the grey values (Pearson); NaN if one is constant.
    cloud_before, cloud_after: of the pixels with data, what is white and even over 30 m.
    """

    overlap_share: float
    valid_share: float
    nodata_before: float
    nodata_after: float
    brightness: float
    contrast: float
    correlation: float
    cloud_before: float
    cloud_after: float


def read_overview(scene: Scene) -> Overview:
    """Read small copies of a scene's two dates."""
    shrink = max(1.0, max(scene.grid.cols, scene.grid.rows) / _SIDE)
    cols, rows = max(1, round(scene.grid.cols / shrink)), max(1, round(scene.grid.rows / shrink))
    x, width, _, y, _, height = scene.grid.geotransform
    place = (x, width * scene.grid.cols / cols, 0.0, y, 0.0, height * scene.grid.rows / rows)
    grid = Grid(scene.grid.crs_wkt, place, cols, rows)
    reference = scene.layers[0].aligned.raster
    read = [
        Layer(align(layer.aligned.raster, grid, reference), layer.stretch).read(grid.window) for layer in scene.layers
    ]
    return Overview(grid, np.stack([image for image, _ in read]), np.stack([valid for _, valid in read]))


def compare(overview: Overview) -> Comparison:
    """Return the figures of a pair."""
    before, after = overview.valid
    both = before & after
    seen = overview.images.astype(np.float32)[:, :, both]
    grey = seen.mean(axis=1)
    deviations = grey.std(axis=1) if both.any() else np.zeros(2)
    varied = bool((deviations > 0).all())
    clouds = [_white_and_even(image, valid, overview.grid) for image, valid in zip(overview.images, overview.valid)]
    return Comparison(
        overlap_share=_share(both, before),
        valid_share=float(both.mean()),
        nodata_before=1 - float(before.mean()),
        nodata_after=1 - float(after.mean()),
        brightness=float(np.abs(np.diff(seen.mean(axis=2), axis=0)).mean()) if both.any() else 0.0,
        contrast=float(deviations[1] / deviations[0]) if varied else float("nan"),
        correlation=float(np.corrcoef(grey)[0, 1]) if varied else float("nan"),
        cloud_before=_share(clouds[0], before),
        cloud_after=_share(clouds[1], after),
    )


def _share(part: np.ndarray, whole: np.ndarray) -> float:
    count = int(whole.sum())
    return int((part & whole).sum()) / count if count else 0.0


def _white_and_even(image: np.ndarray, valid: np.ndarray, grid: Grid) -> np.ndarray:
    """Return `(rows, cols) bool`: white pixels of squares that are almost wholly white (a morphological opening)."""
    white = valid & (image.min(axis=0) >= _WHITE) & (np.ptp(image, axis=0) <= _COLOUR)
    half = max(1, round(_ACROSS_M / 2 / max(grid.gsd)))
    core = white & (_box_sum(white, half) >= _FILLED * _box_sum(np.ones_like(white), half))
    return white & (_box_sum(core, half) > 0)


def _box_sum(mask: np.ndarray, half: int) -> np.ndarray:
    """Return how many pixels of a mask lie within `half` pixels of each, in both directions, `(rows, cols) int64`."""
    rows, cols = mask.shape
    summed = np.pad(mask.astype(np.int64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    top, bottom = (np.clip(np.arange(rows) + one, 0, rows) for one in (-half, half + 1))
    left, right = (np.clip(np.arange(cols) + one, 0, cols) for one in (-half, half + 1))
    return summed[bottom][:, right] - summed[top][:, right] - summed[bottom][:, left] + summed[top][:, left]
