# SPDX-License-Identifier: GPL-2.0-or-later
"""Sun, air and sensor: what makes two photographs of one unchanged place differ."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from resources.sample.paint import CELL, Canvas


@dataclass(frozen=True)
class Weather:
    """The light of one flight: sun `azimuth` and `elevation` in degrees, skylight 0-1, haze 0-1 added to all bands,
    and the supplier's gain (per band) and gamma."""

    azimuth: float
    elevation: float
    skylight: float
    haze: float
    gain: tuple[float, float, float]
    gamma: float


SUMMER_NOON = Weather(azimuth=135, elevation=50, skylight=0.20, haze=0.006, gain=(1.22, 1.13, 0.98), gamma=1.55)
SPRING_AFTERNOON = Weather(azimuth=228, elevation=44, skylight=0.30, haze=0.012, gain=(0.82, 0.84, 0.84), gamma=1.50)


def shadows(height: np.ndarray, azimuth: float, elevation: float) -> np.ndarray:
    """Which cells the sun does not reach, 0 (lit) to 1 (shadow): every cell looks towards the sun step by step."""
    towards = np.array([-np.cos(np.radians(azimuth)), np.sin(np.radians(azimuth))])  # rows, cols
    climb = CELL * np.tan(np.radians(elevation))
    dark = np.zeros(height.shape, np.float32)
    highest = float(height.max())
    for k in range(1, int(highest / climb) + 1):
        dr, dc = np.round(towards * k).astype(int)
        blocker = np.roll(height, (-dr, -dc), axis=(0, 1)) - k * climb
        np.maximum(dark, np.clip((blocker - height) / 0.25, 0, 1), out=dark)
    return dark


def photograph(canvas: Canvas, weather: Weather) -> np.ndarray:
    """The lit scene before the sensor: (rows, cols, 3) float32, 0-1 after the supplier's tone curve."""
    azimuth, elevation = np.radians(weather.azimuth), np.radians(weather.elevation)
    sun = np.array([np.cos(elevation) * np.sin(azimuth), -np.cos(elevation) * np.cos(azimuth), np.sin(elevation)])
    slope_y, slope_x = np.gradient(canvas.height, CELL)
    # Walls are steeper than any roof; without a limit their foot and top would shine or blacken.
    slope_x, slope_y = np.clip(slope_x, -1.2, 1.2), np.clip(slope_y, -1.2, 1.2)
    facing = (sun[2] - slope_x * sun[0] - slope_y * sun[1]) / np.sqrt(1 + slope_x**2 + slope_y**2)
    facing = np.clip(facing, 0.05, None) / sun[2]
    dark = shadows(canvas.height, weather.azimuth, weather.elevation)
    direct = (1 - weather.skylight) * facing * (1 - dark)
    sky = weather.skylight * np.array([0.82, 0.95, 1.18], np.float32)
    light = canvas.colour * (direct[..., None] + sky) + weather.haze
    return np.clip(light * np.array(weather.gain), 0, 1).astype(np.float32) ** (1 / weather.gamma)


def sensor(image: np.ndarray, rng: np.random.Generator, noise: float, quality: int) -> np.ndarray:
    """Noise, the sharpening and the compression of a supplier: (rows, cols, 3) float32 0-1 -> uint8."""
    grain = rng.normal(0, noise, image.shape[:2])[..., None] + rng.normal(0, 0.5 * noise, image.shape)
    picture = Image.fromarray((np.clip(image + grain, 0, 1) * 255).round().astype(np.uint8))
    picture = picture.filter(ImageFilter.UnsharpMask(radius=1.2, percent=45, threshold=0))
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=quality, subsampling=0)
    return np.asarray(Image.open(packed).convert("RGB"))
