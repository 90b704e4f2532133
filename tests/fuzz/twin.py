# SPDX-License-Identifier: GPL-2.0-or-later
"""A plain twin of the engine for the difference model: whole arrays, no tiles, no windows, written for reading."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_LEVELS, _NODATA, _CONSTANT = 254, 255, 127


@dataclass(frozen=True)
class Declared:
    """One date: `(bands, rows, cols)` samples, the `hole` without data, how the file says so, and its nodata value."""

    samples: np.ndarray
    hole: np.ndarray
    how: str
    nodata: float

    @property
    def stored(self) -> np.ndarray:
        """The samples as the file holds them."""
        stored = self.samples.copy()
        if self.how == "nodata":
            stored[:, self.hole] = self.nodata
        if self.how == "nan":
            stored[:, self.hole] = np.nan
        return stored

    @property
    def valid(self) -> np.ndarray:
        """Where the first three bands hold data."""
        used = self.stored[:3]
        if self.how == "nodata":
            absent = used == self.nodata
            return ~(absent.all(axis=0) if used.dtype.kind == "u" else absent.any(axis=0))
        return ~self.hole

    @property
    def bytes(self) -> np.ndarray:
        """The first three bands as the network reads them."""
        used = self.stored[:3]
        if used.dtype == np.uint8:
            return used
        out = np.full(used.shape, _CONSTANT, np.uint8)
        for number, band in enumerate(used.astype(np.float64)):
            low, high = np.percentile(band[self.valid], (2, 98)) if self.valid.any() else (0.0, 0.0)
            if high > low:
                stretched = (np.where(self.valid, band, low) - low) * 255 / (high - low)
                out[number] = np.clip(stretched + 0.5, 0, 255)
        return out

    @property
    def about(self) -> str:
        """In a few words."""
        return f"{self.samples.shape[0]} x {self.samples.dtype.name} {self.how}"


def expected_map(before: Declared, after: Declared) -> np.ndarray:
    """Return the map of the difference model, `(rows, cols) uint8`; levels may be off by one where samples are
    stretched.
    """
    difference = np.abs(before.bytes.astype(float) - after.bytes).mean(axis=0) / 255
    levels = np.rint(difference * _LEVELS).astype(np.uint8)
    return np.where(before.valid & after.valid, levels, _NODATA).astype(np.uint8)
