# SPDX-License-Identifier: GPL-2.0-or-later
"""OSCD, Onera Satellite Change Detection (Daudt et al. 2018, doi 10.1109/IGARSS.2018.8518015): Sentinel-2, 10 m.

`Onera Satellite Change Detection dataset - Images/<city>/imgs_1_rect|imgs_2_rect/B01.tif ...` are the dates on one
grid, one file for each of 13 bands of 16 bits; `... - Train Labels/<city>/cm/cm.png` and `... - Test Labels/...` hold
the labels and define the splits. The folders `images`, `train_labels` and `test_labels` are read too, and labels in one
folder, which are split by the published lists of cities.
"""

from __future__ import annotations

from pathlib import Path

from model_core.tiles.layouts.folders import missing
from model_core.tiles.layouts.places import split_of_place
from model_core.tiles.layouts.tile import Layout, Options, Split, Tile

_PREFIX = "Onera Satellite Change Detection dataset - "
_IMAGES = (f"{_PREFIX}Images", "Images", "images")
_LABELS: dict[str, Split | None] = {
    f"{_PREFIX}Train Labels": "train",
    f"{_PREFIX}Val Labels": "validation",
    f"{_PREFIX}Test Labels": "test",
    "train_labels": "train",
    "test_labels": "test",
    "labels": None,
}
_RGB = ("B04", "B03", "B02")
_EXPECTED = (
    f"'{_PREFIX}Images/<city>/imgs_1_rect/' and 'imgs_2_rect/' with B01.tif ..., and '{_PREFIX}Train Labels/<city>/cm/"
    f"cm.png' and '{_PREFIX}Test Labels/...' (OSCD)"
)

# The train.txt and test.txt of the images' folder.
CITIES: dict[Split, list[str]] = {
    "train": [
        *("abudhabi", "aguasclaras", "beihai", "beirut", "bercy", "bordeaux", "cupertino"),
        *("hongkong", "mumbai", "nantes", "paris", "pisa", "rennes", "saclay_e"),
    ],
    "test": [
        *("brasilia", "chongqing", "dubai", "lasvegas", "milano"),
        *("montpellier", "norcia", "rio", "saclay_w", "valencia"),
    ],
}


def _labels(folder: Path) -> tuple[dict[str, Path], dict[Split, list[str]]]:
    """Return the label of each city, and the cities of each split."""
    labels: dict[str, Path] = {}
    splits: dict[Split, list[str]] = {}
    for part, split in _LABELS.items():
        for place in sorted((folder / part).glob("*/cm")):
            city = place.parent.name
            labels[city] = place / "cm.png"
            decided = split or next((name for name, cities in CITIES.items() if city in cities), None)
            if decided:
                splits.setdefault(decided, []).append(city)
    return labels, splits


def _bands(place: Path, folder: Path) -> tuple[Path, ...]:
    for band in _RGB:
        if not (place / f"{band}.tif").exists():
            raise missing(folder, _EXPECTED, place / f"{band}.tif")
    return tuple(place / f"{band}.tif" for band in _RGB)


def _find(folder: Path, options: Options) -> list[Tile]:
    images = next((folder / name for name in _IMAGES if (folder / name).is_dir()), None)
    if images is None:
        raise missing(folder, _EXPECTED, folder / _IMAGES[0])
    labels, published = _labels(folder)
    if not labels:
        raise missing(folder, _EXPECTED, folder / f"{_PREFIX}Train Labels")
    found = []
    for city, split in split_of_place(labels, options.places or published, folder, _EXPECTED).items():
        if not labels[city].exists():
            raise missing(folder, _EXPECTED, labels[city])
        dates = tuple(_bands(images / city / f"imgs_{number}_rect", folder) for number in (1, 2))
        found.append(Tile(f"{split}/{city}", dates, (labels[city],), published=True, split=split, site=city))
    return sorted(found, key=lambda tile: tile.name)


LAYOUT = Layout("pairs", _EXPECTED, _find)
