# SPDX-License-Identifier: GPL-2.0-or-later
"""Textured ground drawn from a random spectrum, so that it can be shifted exactly by any fraction of a pixel."""

from __future__ import annotations

import numpy as np


def ground(rows: int, cols: int, seed: int, detail: float = 2.0) -> np.ndarray:
    """Return `(rows, cols) float64` with mean 0 and deviation 1, smooth over `detail` pixels; it wraps around at its
    edges.
    """
    noise = np.random.RandomState(seed).standard_normal((rows, cols))
    smooth = np.fft.ifft2(np.fft.fft2(noise) * np.exp(-2 * (np.pi * detail) ** 2 * _square(rows, cols))).real
    return smooth / smooth.std()


def shifted(image: np.ndarray, right: float, down: float) -> np.ndarray:
    """Return an image whose content lies so many pixels further right and down."""
    rows, cols = image.shape
    turn = np.fft.fftfreq(rows, 1.0)[:, None] * down + np.fft.fftfreq(cols, 1.0)[None] * right
    return np.fft.ifft2(np.fft.fft2(image) * np.exp(-2j * np.pi * turn)).real


def bands(image: np.ndarray) -> np.ndarray:
    """Return three bands of bytes, `(3, rows, cols) uint8`, of an image of deviation 1."""
    grey = np.clip(128 + 35 * image, 0, 255)
    return np.stack([grey, 0.9 * grey, 0.8 * grey + 10]).astype(np.uint8)


def pair(size: int, right: float, down: float, seed: int = 0, noise: float = 0.8) -> tuple[np.ndarray, np.ndarray]:
    """Return two dates, `(3, size, size) uint8`: one ground, the later one shifted, darker, and with much
    that is new."""
    lasting = ground(size, size, seed)
    after = 0.7 * (shifted(lasting, right, down) + noise * ground(size, size, seed + 1000))
    return bands(lasting), bands(after)


def _square(rows: int, cols: int) -> np.ndarray:
    return np.fft.fftfreq(rows, 1.0)[:, None] ** 2 + np.fft.fftfreq(cols, 1.0)[None] ** 2
