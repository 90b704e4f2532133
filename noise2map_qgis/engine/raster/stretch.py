# SPDX-License-Identifier: GPL-2.0-or-later
"""How samples become the bytes the network takes: measured once for a whole raster, so that all tiles and
areas agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import RasterError
from .grid import Window
from .reader import Raster

AUTO, PERCENTILE, NONE = "auto", "percentile", "none"
STRETCHES = (AUTO, PERCENTILE, NONE)
# The value of all pixels without data, in every date: the same in all, and in the middle of the range.
NEUTRAL = 127
# The side, in pixels, of the decimated read that percentiles are taken from: a million pixels give them to 0.01 per
# cent.
_SAMPLE_SIDE = 1024
_STRIP_ROWS = 256


@dataclass(frozen=True)
class Stretch:
    """A linear map for each of the raster's bands used: `low` becomes 0 and `high` 255; None leaves bytes
    as they are."""

    limits: tuple[tuple[float, float], ...] | None

    def apply(self, samples: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Return `(bands, rows, cols)` samples as uint8; where not `valid` the value is arbitrary."""
        if self.limits is None:
            return samples
        out = np.empty(samples.shape, np.uint8)
        for band, (low, high) in enumerate(self.limits):
            if high > low:
                value = (np.where(valid, samples[band], low).astype(np.float32) - low) * (255 / (high - low))
                out[band] = np.clip(value + 0.5, 0, 255)
            else:  # a constant band has no contrast
                out[band] = NEUTRAL
        return out

    def __str__(self) -> str:
        """For the log."""
        if self.limits is None:
            return "8-bit values as they are"
        return "stretched from " + ", ".join(f"{low:.6g}..{high:.6g}" for low, high in self.limits)


def measure(
    raster: Raster, mode: str, percentiles: tuple[float, float], check: Callable[[], None] | None = None
) -> Stretch:
    """Return the stretch of a raster.

    mode: "auto" leaves bytes as they are and stretches other types between two percentiles (0-100) of each band, taken
    from overviews or a decimated read of the whole raster without its nodata; "percentile" does so with bytes, too;
    "none" takes values as they are, cut to 0-255. check: called many times while the raster is read; what it raises
    ends the read. Raises RasterError if the raster holds no data at all.
    """
    if raster.eight_bit and mode != PERCENTILE:
        return Stretch(None)
    if mode == NONE:
        return Stretch(((0.0, 255.0),) * len(raster.bands))
    whole = Window(0, 0, raster.cols, raster.rows)
    samples, valid = raster.read(whole, (min(raster.cols, _SAMPLE_SIDE), min(raster.rows, _SAMPLE_SIDE)), check)
    found = samples[:, valid]
    if found.shape[1] == 0:
        found = _search(raster, check)
    limits = np.percentile(found.astype(np.float64), percentiles, axis=1)
    return Stretch(tuple((float(low), float(high)) for low, high in limits.T))


def _search(raster: Raster, check: Callable[[], None] | None) -> np.ndarray:
    """Return the samples of the first strip of rows with data, `(bands, n)`, if a decimated read finds none."""
    for row in range(0, raster.rows, _STRIP_ROWS):
        if check is not None:
            check()
        window = Window(0, row, raster.cols, min(_STRIP_ROWS, raster.rows - row))
        samples, valid = raster.read(window)
        if valid.any():
            return samples[:, valid]
    raise RasterError(
        f"The layer '{raster.name}' holds no data: every pixel is nodata, masked or not a number. Choose another image."
    )
