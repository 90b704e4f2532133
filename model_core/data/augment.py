# SPDX-License-Identifier: GPL-2.0-or-later
"""Augmentation of training samples: the same geometry for both dates, photometry for each date.

Geometry is one affine map of all rasters of a sample; the second date may be shifted by a few pixels, as in real pairs.
Photometry is albumentations', with haze, cast shadows and the colours of another image in addition.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import albumentations as A
import cv2
import numpy as np

from model_core.tiles.tiles import IGNORE


@dataclass(frozen=True)
class View:
    """A crop of a tile: `matrix` (2, 3) maps crop pixels to tile pixels; `size` is the side of the crop in pixels."""

    matrix: np.ndarray
    size: int

    def image(self, image: np.ndarray, shift: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
        """Return the crop of an image (rows, cols, 3) uint8, shifted by `shift` crop pixels; mirrored beyond
        the edge.
        """
        matrix = self.matrix.copy()
        matrix[:, 2] += matrix[:, :2] @ np.asarray(shift)
        step = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
        if step > 1.3:
            # Bilinear sampling of every second pixel would alias; a sensor with that pixel size averages.
            image = cv2.GaussianBlur(image, (0, 0), 0.4 * step)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return cv2.warpAffine(image, matrix, (self.size, self.size), flags=flags, borderMode=cv2.BORDER_REFLECT_101)

    def label(self, label: np.ndarray) -> np.ndarray:
        """Return the crop of a label (rows, cols) uint8; unknown beyond the edge."""
        flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
        size = (self.size, self.size)
        return cv2.warpAffine(label, self.matrix, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=IGNORE)


def random_view(rng: np.random.Generator, shape: tuple[int, ...], size: int, step: float) -> View:
    """Return a random crop of a tile of `shape`, rotated and flipped, with `step` tile pixels per crop pixel."""
    angle = rng.choice(4) * 90.0 if rng.random() < 0.6 else rng.uniform(0, 360)
    radians = np.deg2rad(angle)
    turn = np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]]) * step
    if rng.random() < 0.5:
        turn[:, 0] *= -1
    reach = size * step / 2
    centre = [rng.uniform(min(reach, side / 2), max(side - reach, side / 2)) for side in (shape[1], shape[0])]
    offset = np.asarray(centre) - turn @ np.full(2, size / 2)
    return View(np.column_stack([turn, offset]), size)


def random_step(rng: np.random.Generator, gsd: float | None, wanted: tuple[float, float]) -> float:
    """Return tile pixels per crop pixel such that the crop's ground sample distance is within `wanted`, metres.

    It is near the tile's in 60 % of the crops and anywhere in the range in the others; for a tile of unknown ground
    sample distance it is 0.8 to 1.4.
    """
    if gsd is None:
        return float(np.exp(rng.uniform(np.log(0.8), np.log(1.4))))
    low, high = wanted
    if rng.random() < 0.6:
        target = np.clip(gsd * np.exp(rng.uniform(-0.25, 0.25)), low, high)
    else:
        target = np.exp(rng.uniform(np.log(low), np.log(high)))
    # Upsampling by more than half gives blur that no sensor of that ground sample distance has.
    return float(max(target / gsd, 0.65))


def coarse_step(rng: np.random.Generator, gsd: float | None, finest: float, coarsest: float) -> float:
    """Return tile pixels per crop pixel for a sensor between `finest` and `coarsest` metres, log-uniformly.

    A tile of unknown ground sample distance is treated as one of 1 m. `View.image` averages like such a sensor.
    """
    target = float(np.exp(rng.uniform(np.log(finest), np.log(max(coarsest, finest)))))
    return max(target / (gsd or 1.0), 1.0)


def random_shift(rng: np.random.Generator) -> tuple[float, float]:
    """Return the shift of the second date in crop pixels: mostly below one, sometimes several."""
    spread = 0.7 if rng.random() < 0.7 else 2.5
    x, y = rng.normal(0, spread, 2)
    return float(x), float(y)


class Photometry:
    """Random light, season, sensor and compression of one date, mild or strong."""

    def __init__(self) -> None:
        self.mild = _pipeline(0.15, 0.3)
        self.strong = _pipeline(0.35, 0.7)

    def __call__(self, rng: np.random.Generator, image: np.ndarray, strong: bool) -> np.ndarray:
        """Return an augmented image, (rows, cols, 3) uint8."""
        # albumentations uses the global generators, which are seeded here so that a sample depends on its seed alone.
        seed = int(rng.integers(2**31))
        np.random.seed(seed)
        random.seed(seed)
        image = (self.strong if strong else self.mild)(image=image)["image"]
        if rng.random() < (0.2 if strong else 0.08):
            image = haze(rng, image)
        if rng.random() < (0.2 if strong else 0.08):
            image = cast_shadow(rng, image)
        return image


def _pipeline(amount: float, chance: float) -> A.Compose:
    return A.Compose(
        [
            A.RandomBrightnessContrast(amount, amount, p=0.7),
            A.HueSaturationValue(int(40 * amount), int(120 * amount), 0, p=0.6),
            A.RGBShift(int(70 * amount), int(70 * amount), int(70 * amount), p=0.5),
            A.RandomGamma((int(100 * (1 - amount)), int(100 * (1 + 1.5 * amount))), p=0.4),
            A.ToGray(p=0.08),
            A.OneOf(
                [
                    A.GaussianBlur((3, 5)),
                    A.MotionBlur((3, 5)),
                    A.Downscale(0.35, 0.8, interpolation=cv2.INTER_LINEAR),
                    A.Sharpen((0.2, 0.5)),
                ],
                p=chance,
            ),
            A.OneOf([A.GaussNoise((5, 120)), A.ISONoise()], p=0.5 * chance),
            A.ImageCompression(35, 95, p=chance + 0.2),
        ]
    )


def haze(rng: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """Add a smooth, bright, slightly blue layer of varying density."""
    rows, cols = image.shape[:2]
    veil = cv2.resize(rng.random((3, 3)).astype(np.float32), (cols, rows), interpolation=cv2.INTER_CUBIC)
    veil = (np.clip(veil, 0, 1) * rng.uniform(0.1, 0.45))[..., None]
    colour = np.array([215, 222, 232], np.float32) + rng.normal(0, 8, 3).astype(np.float32)
    return np.clip(image * (1 - veil) + colour * veil, 0, 255).astype(np.uint8)


def cast_shadow(rng: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """Darken a few shapes with soft edges, like shadows of clouds and of objects outside the image."""
    rows, cols = image.shape[:2]
    mask = np.zeros((rows, cols), np.float32)
    for _ in range(rng.integers(1, 4)):
        centre = rng.uniform(0, 1, 2) * (cols, rows)
        corners = centre + rng.normal(0, rng.uniform(6, 50), (rng.integers(3, 7), 2))
        cv2.fillPoly(mask, [cv2.convexHull(corners.astype(np.int32))], 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.6, 6))[..., None]
    return (image * (1 - mask * rng.uniform(0.3, 0.65))).astype(np.uint8)


def old_film(rng: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """Return an image like a scan of old aerial film: grey, soft, of high or low contrast, vignetted, grainy.

    (rows, cols, 3) uint8 in, three equal bands out.
    """
    # Films differ in spectral sensitivity; early ones were nearly insensitive to red.
    grey = image.astype(np.float32) @ rng.dirichlet((3.0, 4.0, 2.0)).astype(np.float32) / 255
    grey = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.3, 1.6))
    grey = np.clip(grey, 0, 1) ** rng.uniform(0.6, 1.6)
    grey = (grey - grey.mean()) * rng.uniform(0.6, 1.6) + np.clip(grey.mean() + rng.normal(0, 0.1), 0.25, 0.75)
    grey = np.clip(grey, 0, 1) * vignette(rng, grey.shape, rng.uniform(0, 0.5))
    grain = cv2.GaussianBlur(rng.normal(0, 1, grey.shape).astype(np.float32), (0, 0), rng.uniform(0.4, 1.1))
    # Grain is strongest in the mid-tones; clear and black film have none.
    grey += grain / grain.std() * rng.uniform(0.01, 0.07) * (0.4 + 2.4 * grey * (1 - grey))
    for _ in range(rng.poisson(1.0)):
        # Dust and hairs on the scanner.
        ends = rng.uniform(0, 1, (2, 2)) * grey.shape[::-1]
        ends[1] = ends[0] + rng.normal(0, 12, 2)
        cv2.line(grey, *ends.astype(int).tolist(), float(rng.choice([0.05, 0.95])), 1, cv2.LINE_AA)
    return np.repeat((np.clip(grey, 0, 1) * 255).astype(np.uint8)[..., None], 3, axis=2)


def vignette(rng: np.random.Generator, shape: tuple[int, ...], strength: float) -> np.ndarray:
    """Return (rows, cols) float32 that falls by up to `strength` with the squared distance from a point.

    The crop is a part of a frame a few times its size, so that the point may be outside.
    """
    rows, cols = np.indices(shape[:2], np.float32)
    side = max(shape[:2])
    row, col = rng.uniform(-1.0, 2.0, 2) * side
    distance = (rows - row) ** 2 + (cols - col) ** 2
    return (1 - strength * distance / distance.max()).astype(np.float32)


def other_bands(rng: np.random.Generator, images: list[np.ndarray]) -> list[np.ndarray]:
    """Return the dates of a place, (rows, cols, 3) uint8 each, all grey, or all with their bands in another order."""
    if rng.random() < 0.5:
        shares = rng.dirichlet((2.0, 2.0, 2.0)).astype(np.float32)
        return [np.repeat((image @ shares).astype(np.uint8)[..., None], 3, axis=2) for image in images]
    order = rng.permutation(3)
    return [np.ascontiguousarray(image[..., order]) for image in images]


def recoloured(image: np.ndarray, model: np.ndarray, share: float) -> np.ndarray:
    """Return an image with each band's mean and deviation moved towards another image's by `share` (Reinhard et al.

    2001).
    """
    mean, deviation = image.mean((0, 1)), image.std((0, 1)) + 4.0
    other_mean, other_deviation = model.mean((0, 1)), model.std((0, 1)) + 4.0
    moved = (image - mean) * np.clip(other_deviation / deviation, 0.5, 2.0) + other_mean
    return np.clip(image * (1 - share) + moved * share, 0, 255).astype(np.uint8)
