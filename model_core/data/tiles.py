# SPDX-License-Identifier: GPL-2.0-or-later
"""Labelled tiles in plain folders: where they lie, which place they show, and their pixels.

Layouts: `pairs` is `before|A/ after|B/ label/`, `images` is `image/ label/`, `plain` is one folder of images without
labels. Files of one tile share their stem. Anything GDAL reads will do: GeoTIFF, PNG, WebP, JPEG.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from model_core.errors import DataError

gdal.UseExceptions()

IGNORE = 255
_LAYOUTS = {"pairs": ("A", "B", "label"), "images": ("image", "label"), "plain": ("",)}
_SUFFIXES = {".tif", ".tiff", ".png", ".webp", ".jpg", ".jpeg"}


@dataclass(frozen=True)
class Tile:
    """Files of one labelled place: one image or two (before, after), and a label unless it is plain."""

    name: str
    images: tuple[Path, ...]
    label: Path | None


@dataclass(frozen=True)
class Pixels:
    """A tile in memory: `images`, each (rows, cols, 3) uint8; `label` (rows, cols) uint8: 0, 1, or 255 for unknown."""

    name: str
    images: tuple[np.ndarray, ...]
    label: np.ndarray


def find_tiles(folder: Path, layout: str) -> list[Tile]:
    """The tiles of a folder in a layout, sorted by name. Raises DataError where the layout is not there."""
    if layout not in _LAYOUTS:
        raise DataError(f"There is no layout '{layout}'. Choose one of {', '.join(_LAYOUTS)}.")
    parts = [folder / part for part in _LAYOUTS[layout]]
    expected = " and ".join(f"{part}/" for part in _LAYOUTS[layout] if part) or "images"
    for part in parts:
        if not part.is_dir():
            raise DataError(f"'{folder}' should hold {expected}, but '{part}' is not a folder.")
    listed = [{p.stem: p for p in sorted(part.iterdir()) if p.suffix.lower() in _SUFFIXES} for part in parts]
    if not listed[0]:
        raise DataError(f"'{parts[0]}' holds no images (GeoTIFF, PNG, WebP or JPEG).")
    tiles = []
    for stem, first in listed[0].items():
        missing = [part for part, files in zip(parts, listed) if stem not in files]
        if missing:
            raise DataError(f"The tile '{stem}' of '{folder}' has no file in '{missing[0]}'.")
        files = [first, *(other[stem] for other in listed[1:])]
        labelled = layout != "plain"
        tiles.append(Tile(stem, tuple(files[:-1] if labelled else files), files[-1] if labelled else None))
    return tiles


def read_tile(tile: Tile) -> Pixels:
    """The pixels of a tile. Raises DataError where a file can't be read or the sizes differ."""
    images = tuple(_read(path, bands=3) for path in tile.images)
    shape = images[0].shape[:2]
    label = np.full(shape, IGNORE, np.uint8) if tile.label is None else _read(tile.label, bands=1)[..., 0]
    for path, array in [*zip(tile.images, images), (tile.label, label)]:
        if array.shape[:2] != shape:
            size, expected = (f"{s[1]} x {s[0]} pixels" for s in (array.shape, shape))
            raise DataError(f"'{path}' is {size}; '{tile.images[0]}' is {expected}.")
    if tile.label is not None and not (label == 1).any():
        # Written for people to look at, 0 and 255 (or a class number), not 0, 1 and 255 for unknown.
        label = (label > 0).astype(np.uint8)
    return Pixels(tile.name, images, label)


def _read(path: Path, bands: int) -> np.ndarray:
    try:
        data = gdal.Open(str(path)).ReadAsArray()
    except RuntimeError as error:
        raise DataError(f"'{path}' can't be read: {error}") from error
    data = np.atleast_3d(data.transpose(1, 2, 0) if data.ndim == 3 else data)
    if data.dtype != np.uint8:
        raise DataError(f"'{path}' is not 8-bit but {data.dtype}. Convert it with gdal_translate -ot Byte -scale.")
    if data.shape[2] < bands:
        data = np.repeat(data[..., :1], bands, axis=2)
    return np.ascontiguousarray(data[..., :bands])
