# SPDX-License-Identifier: GPL-2.0-or-later
"""The shift between two patches of one size by phase correlation (Kuglin and Hines 1975), to a fraction of a pixel.

Phase correlation weighs all frequencies alike, so that lasting edges count as much as a field whose brightness changed.
It is done twice, on grey values and on their gradient (a complex number, as in Argyriou and Vlachos 2003, its magnitude
compressed): what a new roof or a shadow does to the one differs from what it does to the other, and a shift that both
give is rarely an accident.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

# Standard deviation in pixels of the Gaussian low-pass filter on the cross-power spectrum. It makes the peak a
# Gaussian, which three samples across its top locate to a fraction of a pixel, and keeps sensor noise and compression
# blocks out.
_LOW_PASS = 1.5
# Standard deviation in pixels of the smoothing before the gradient is taken.
_GRADIENT_SMOOTHING = 1.0
# Gradients are compressed as g / (|g| + so many medians of |g|): strong edges count alike, flat ground stays near 0.
_GRADIENT_KNEE = 3.0
# A second peak is looked for at least so many pixels from the first.
_APART = 4


@dataclass(frozen=True)
class Peak:
    """The highest point of a correlation surface.

    dx, dy: pixels by which the content of the later patch lies further right and down. height: above the surface's
    median, in its standard deviations (estimated from the median absolute deviation). ratio: height over the height of
    the second highest peak. at_edge: the peak lies on the edge of what was searched, so the shift may be larger still.
    """

    dx: float
    dy: float
    height: float
    ratio: float
    at_edge: bool


def correlation_surfaces(before: np.ndarray, after: np.ndarray, search: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the correlation surfaces of two patches, by grey values and by gradients.

    before, after: `(n, n) float`, grey values. search: pixels; the surfaces are `(2 * search + 1, 2 * search + 1)
    float64` with no shift in the middle, each with a root mean square of 1.
    """
    return (
        _surface(before - before.mean(), after - after.mean(), search),
        _surface(_gradient(before), _gradient(after), search),
    )


def find_peak(surface: np.ndarray) -> Peak:
    """Return the highest peak of a surface of `correlation_surfaces`, or of a sum of such."""
    search = surface.shape[0] // 2
    row, col = (int(one) for one in np.unravel_index(np.argmax(surface), surface.shape))
    top, middle = float(surface[row, col]), float(np.median(surface))
    deviation = 1.4826 * float(np.median(np.abs(surface - middle))) + 1e-12
    others = surface.copy()
    others[max(0, row - _APART) : row + _APART + 1, max(0, col - _APART) : col + _APART + 1] = -np.inf
    second = float(others.max()) - middle
    at_edge = row in (0, 2 * search) or col in (0, 2 * search)
    d_row = d_col = 0.0
    if not at_edge:
        d_row = _vertex(surface[row - 1, col], top, surface[row + 1, col])
        d_col = _vertex(surface[row, col - 1], top, surface[row, col + 1])
    height = top - middle
    return Peak(col - search + d_col, row - search + d_row, height / deviation, height / max(second, 1e-12), at_edge)


def _surface(before: np.ndarray, after: np.ndarray, search: int) -> np.ndarray:
    side = before.shape[0]
    taper, low_pass = _filters(side)
    spectrum = np.fft.fft2(after * taper) * np.conj(np.fft.fft2(before * taper))
    magnitude = np.abs(spectrum)
    spectrum *= low_pass / (magnitude + 1e-9 * magnitude.max() + 1e-30)
    whole = np.fft.fftshift(np.fft.ifft2(spectrum).real)
    middle = side // 2
    part = whole[middle - search : middle + search + 1, middle - search : middle + search + 1]
    return part / (np.sqrt((whole * whole).mean()) + 1e-12)


@lru_cache(maxsize=4)
def _filters(side: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the Hann window that hides a patch's edges, and the low-pass filter on its spectrum, `(side,
    side)` each."""
    taper = np.hanning(side + 2)[1:-1]
    return np.outer(taper, taper), _gaussian(side, side, _LOW_PASS)


def _gaussian(rows: int, cols: int, deviation: float) -> np.ndarray:
    """Return the transfer function of a Gaussian filter, `(rows, cols)`."""
    down, right = np.fft.fftfreq(rows, 1.0)[:, None], np.fft.fftfreq(cols, 1.0)[None, :]
    return np.exp(-2 * np.pi**2 * deviation**2 * (down**2 + right**2))


def _gradient(grey: np.ndarray) -> np.ndarray:
    """Return the compressed gradient, `(n, n) complex128`, without its mean."""
    margin = 4
    framed = np.pad(grey, margin, "edge")
    smooth = np.fft.ifft2(np.fft.fft2(framed) * _gaussian(framed.shape[0], framed.shape[1], _GRADIENT_SMOOTHING)).real
    down, right = np.gradient(smooth[margin:-margin, margin:-margin])
    gradient = right + 1j * down
    size = np.abs(gradient)
    gradient /= size + _GRADIENT_KNEE * np.median(size) + 1e-3
    return gradient - gradient.mean()


def _vertex(left: float, middle: float, right: float) -> float:
    """Return where the parabola through three samples at -1, 0 and 1 is highest."""
    bend = left - 2 * middle + right
    return 0.0 if bend >= 0 else float(np.clip(0.5 * (left - right) / bend, -0.5, 0.5))
