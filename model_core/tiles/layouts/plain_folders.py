# SPDX-License-Identifier: GPL-2.0-or-later
"""The layouts of a user's own tiles: `A/ B/ label/` (pairs), `image/ label/` (images), or images alone (plain)."""

from __future__ import annotations

from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.folders import beside_each_other, images_in, missing
from model_core.tiles.layouts.tile import Layout, Options, Tile

_PAIRS = "A/ and B/ and label/"
_IMAGES = "image/ and label/"
_PLAIN = "images"


def _pairs(folder: Path, _: Options) -> list[Tile]:
    found = beside_each_other(folder, ("A", "B", "label"), _PAIRS)
    return [Tile(stem, ((before,), (after,)), (label,)) for stem, (before, after, label) in found]


def _images(folder: Path, _: Options) -> list[Tile]:
    found = beside_each_other(folder, ("image", "label"), _IMAGES)
    return [Tile(stem, ((image,),), (label,)) for stem, (image, label) in found]


def _plain(folder: Path, _: Options) -> list[Tile]:
    if not folder.is_dir():
        raise missing(folder.parent, "a folder of images", folder)
    found = images_in(folder)
    if not found:
        raise DataError(f"'{folder}' holds no images (GeoTIFF, PNG, WebP or JPEG).")
    return [Tile(stem, ((image,),)) for stem, image in found.items()]


PAIRS = Layout("pairs", _PAIRS, _pairs)
IMAGES = Layout("images", _IMAGES, _images)
PLAIN = Layout("plain", _PLAIN, _plain)
