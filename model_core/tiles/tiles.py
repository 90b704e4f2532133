# SPDX-License-Identifier: GPL-2.0-or-later
"""The tiles of a folder in a layout, and their pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model_core.errors import DataError
from model_core.tiles.layouts.registry import LAYOUTS
from model_core.tiles.layouts.tile import Options, Tile
from model_core.tiles.rasters import Bands, has_gaps, read_classes, read_image, size_of
from noise2map_qgis.engine.raster.stretch import NEUTRAL

IGNORE = 255

__all__ = ["IGNORE", "Options", "Pixels", "Tile", "check_sizes", "find_tiles", "read_label", "read_tile"]


@dataclass(frozen=True)
class Pixels:
    """A tile in memory: `images`, each (rows, cols, 3) uint8; `label` (rows, cols) uint8: 0, 1, or 255 for unknown.

    `buildings` are the labels of both dates, like `label`, where the data set has them.
    """

    name: str
    images: tuple[np.ndarray, ...]
    label: np.ndarray
    buildings: tuple[np.ndarray, np.ndarray] | None = None


def find_tiles(folder: Path, layout: str, options: Options | None = None) -> list[Tile]:
    """Return the tiles of a folder in a layout. Raises DataError where the folder does not have that layout."""
    if layout not in LAYOUTS:
        raise DataError(f"There is no layout '{layout}'. Choose one of {', '.join(LAYOUTS)}.")
    try:
        return LAYOUTS[layout].find(folder, options or Options())
    except OSError as error:
        raise DataError(f"'{folder}' can't be read: {error.strerror}.") from error


def check_sizes(tile: Tile) -> tuple[int, int]:
    """Return rows and columns of a tile by its files' headers.

    Raises DataError where a file cannot be opened or the sizes differ.
    """
    first, *others = [file for image in tile.images for file in image] + list(tile.labels)
    shape = size_of(first)
    for path in others:
        _require_size(path, size_of(path), first, shape)
    return shape


def read_tile(tile: Tile, bands: Bands | None = None) -> Pixels:
    """Return the pixels of a tile. Raises DataError where a file cannot be read or the sizes differ.

    Where an image has no data, all dates are neutral grey, as in the engine, and the label is unknown.
    """
    read = [read_image(files, bands) for files in tile.images]
    images = [image for image, _ in read]
    first, shape = tile.images[0][0], images[0].shape[:2]
    for files, image in zip(tile.images, images):
        _require_size(files[0], image.shape[:2], first, shape)
    label, buildings = _labels(tile, first, shape)
    blank = ~np.logical_and.reduce([valid for _, valid in read])
    if blank.any():
        for array in (*images, label, *buildings):
            array[blank] = IGNORE if array.ndim == 2 else NEUTRAL
    return Pixels(tile.name, tuple(images), label, (buildings[0], buildings[1]) if buildings else None)


def read_label(tile: Tile) -> np.ndarray:
    """Return the label of `read_tile` alone, (rows, cols) uint8: 0, 1, or 255 for unknown, without reading images
    if possible.
    """
    if any(has_gaps(file) for files in tile.images for file in files):
        return read_tile(tile).label
    first = tile.images[0][0]
    return _labels(tile, first, size_of(first))[0]


def _labels(tile: Tile, first: Path, shape: tuple[int, ...]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return the label, and the buildings of both dates where the label is their exclusive or."""
    if not tile.labels:
        return np.full(shape, IGNORE, np.uint8), []
    parts = []
    for path in tile.labels:
        truth = read_classes(path, tile.published)
        _require_size(path, truth.shape, first, shape)
        parts.append(np.where(truth < 0, IGNORE, truth).astype(np.uint8))
    if tile.combine == "exclusive":
        before, after = parts
        unknown = (before == IGNORE) | (after == IGNORE)
        return np.where(unknown, IGNORE, before ^ after).astype(np.uint8), parts
    unknown = np.logical_or.reduce([part == IGNORE for part in parts])
    found = np.logical_or.reduce([part == 1 for part in parts])
    return np.where(unknown, IGNORE, found).astype(np.uint8), []


def _require_size(path: Path, shape: tuple[int, ...], first: Path, expected: tuple[int, ...]) -> None:
    if tuple(shape[:2]) != tuple(expected[:2]):
        size, wanted = (f"{s[1]} x {s[0]} pixels" for s in (shape, expected))
        raise DataError(f"'{path}' is {size}; '{first}' is {wanted}.")
