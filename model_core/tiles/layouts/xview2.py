# SPDX-License-Identifier: GPL-2.0-or-later
"""xView2 / xBD (Gupta et al. 2019, arXiv 1911.09296), Santa Rosa wildfire: about 0.5 m, as Noise2Map's authors use it.

`<split>/xBD/santa-rosa-wildfire/{images,masks}/`: `*_pre_disaster.png` and `*_post_disaster.png` are the dates, the
mask has the name of the image before. Both tasks use this mask, so the published scores of both are of the same label.
Images without a mask are omitted.
"""

from __future__ import annotations

from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.folders import images_in, missing
from model_core.tiles.layouts.tile import SPLIT_FOLDERS, Layout, Options, Tile

_BEFORE, _AFTER = "_pre_disaster", "_post_disaster"
_EVENT = Path("xBD", "santa-rosa-wildfire")
_EXPECTED = (
    "train/ and test/, each with xBD/santa-rosa-wildfire/images/*_pre_disaster.png and *_post_disaster.png, and "
    "xBD/santa-rosa-wildfire/masks/ with files named like the images before (xView2)"
)


def _find(folder: Path, dates: int) -> list[Tile]:
    found = []
    for name, split in SPLIT_FOLDERS.items():
        place = folder / name / _EVENT
        if not place.is_dir() and name == "val":
            continue
        for part in ("images", "masks"):
            if not (place / part).is_dir():
                raise missing(folder, _EXPECTED, place / part)
        images, masks = images_in(place / "images"), images_in(place / "masks")
        tiles = []
        for stem, before in images.items():
            if not stem.endswith(_BEFORE) or stem not in masks:
                continue
            number = stem.removesuffix(_BEFORE)
            after = images.get(number + _AFTER)
            if after is None:
                raise missing(folder, _EXPECTED, before.with_stem(number + _AFTER))
            files = ((before,), (after,))[:dates]
            tile = Tile(f"{name}/{number}", files, (masks[stem],), published=True, split=split, site=number)
            tiles.append(tile)
        if not tiles:
            raise DataError(f"No image in '{place / 'images'}' has a mask; '{folder}' should hold {_EXPECTED}.")
        found += tiles
    return found


def _change(folder: Path, _: Options) -> list[Tile]:
    return _find(folder, dates=2)


def _buildings(folder: Path, _: Options) -> list[Tile]:
    return _find(folder, dates=1)


CHANGE = Layout("pairs", _EXPECTED, _change)
BUILDINGS = Layout("images", _EXPECTED, _buildings)
