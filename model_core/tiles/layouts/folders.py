# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders side by side whose files share a name: `train/A/7.png`, `train/B/7.png`, `train/label/7.png`."""

from __future__ import annotations

from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.tile import SPLIT_FOLDERS, Tile

SUFFIXES = {".tif", ".tiff", ".png", ".webp", ".jpg", ".jpeg", ".jp2", ".bmp", ".vrt"}


def missing(folder: Path, expected: str, what: Path | str) -> DataError:
    """The error for a data set that is not there as it should be: the path, what lacks, and the layout expected."""
    return DataError(f"'{folder}' should hold {expected}, but '{what}' is missing.")


def images_in(folder: Path) -> dict[str, Path]:
    """The images of a folder by stem, sorted by name. Raises DataError where two files share a stem."""
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            if path.stem in found:
                raise DataError(f"'{found[path.stem]}' and '{path}' are one tile twice; keep one of them.")
            found[path.stem] = path
    return found


def beside_each_other(folder: Path, parts: tuple[str, ...], expected: str) -> list[tuple[str, tuple[Path, ...]]]:
    """The files of every stem in each of a folder's `parts`, sorted by name.

    Raises DataError where a part is missing or empty, or a tile lacks a file in one of them.
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
        lost = [stem for stem in listed[0] if stem not in files]
        if lost:
            raise DataError(f"The tile '{lost[0]}' of '{folder}' has no file in '{place}'.")
    return [(stem, tuple(files[stem] for files in listed)) for stem in listed[0]]


def split_tiles(folder: Path, images: tuple[str, ...], label: str, expected: str) -> list[Tile]:
    """Tiles of `<split>/<image folders>` and `<split>/<label folder>`; a split that was not published may lack.

    Names are `<split>/<stem>`. Every pair counts, those without any change too, in the test set as well.
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
