# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders side by side whose files share a name: `train/A/7.png`, `train/B/7.png`, `train/label/7.png`."""

from __future__ import annotations

from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.tile import SPLIT_FOLDERS, Tile

SUFFIXES = {".tif", ".tiff", ".png", ".webp", ".jpg", ".jpeg", ".jp2", ".bmp", ".vrt"}


def missing(folder: Path, expected: str, what: Path | str) -> DataError:
    """Return the error for a missing file or folder, with the path and the expected layout."""
    return DataError(f"'{folder}' should hold {expected}, but '{what}' is missing.")


def images_in(folder: Path) -> dict[str, Path]:
    """Return the images of a folder by stem, sorted by name. Raises DataError where two files have one stem."""
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            if path.stem in found:
                raise DataError(f"'{found[path.stem]}' and '{path}' have one stem; keep one of them.")
            found[path.stem] = path
    return found


def beside_each_other(folder: Path, parts: tuple[str, ...], expected: str) -> list[tuple[str, tuple[Path, ...]]]:
    """Return the files of every stem in each of a folder's `parts`, sorted by name.

    Raises DataError where a part is missing or empty, or a tile has no file in one of them.
    """
    places = [folder / part for part in parts]
    for place in places:
        if not place.is_dir():
            raise missing(folder, expected, place)
    listed = [images_in(place) for place in places]
    if not listed[0]:
        raise DataError(
            f"'{places[0]}' holds no images (GeoTIFF, PNG, WebP or JPEG); '{folder}' should hold {expected}."
        )
    for place, files in zip(places[1:], listed[1:]):
        without = [stem for stem in listed[0] if stem not in files]
        if without:
            raise DataError(f"The tile '{without[0]}' of '{folder}' has no file in '{place}'.")
    return [(stem, tuple(files[stem] for files in listed)) for stem in listed[0]]


def split_tiles(folder: Path, images: tuple[str, ...], label: str, expected: str) -> list[Tile]:
    """Return the tiles of `<split>/<image folders>` and `<split>/<label folder>`; train and test must exist, val may.

    Names are `<split>/<stem>`. Pairs without change are included, also in the test set.
    """
    found = []
    for name, split in SPLIT_FOLDERS.items():
        if not (folder / name).is_dir():
            if name in ("train", "test"):
                raise missing(folder, expected, folder / name)
            continue
        for stem, files in beside_each_other(folder / name, (*images, label), expected):
            dates = tuple((file,) for file in files[:-1])
            found.append(Tile(f"{name}/{stem}", dates, files[-1:], published=True, split=split))
    return found
