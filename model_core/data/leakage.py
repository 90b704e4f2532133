# SPDX-License-Identifier: GPL-2.0-or-later
"""Leakage between splits: a place in two of training, validation and test is an error before training starts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model_core.errors import DataError
from model_core.recipes.sources import ScoredSet, Source, UnchangedSet
from model_core.tiles.layouts.tile import Split, Tile
from model_core.tiles.rasters import footprint, read_image

# Windows of one raster may share a row of pixels at their edges; a larger overlap, as a share of the smaller tile, is
# leakage.
_OVERLAP = 0.02
_GEOREFERENCED = {".tif", ".tiff", ".vrt", ".jp2"}


@dataclass(frozen=True)
class _Placed:
    """A tile, its split, the data set that has it, and its site in a table or a layout."""

    tile: Tile
    split: Split
    owner: str
    site: tuple[str, str] | None

    def __str__(self) -> str:
        return f"{self.split} ('{self.tile.name}' of '{self.owner}')"


def check_leakage(
    sources: Sequence[Source], data: Path, tests: Sequence[ScoredSet] = (), unchanged: Sequence[UnchangedSet] = ()
) -> None:
    """Raise DataError, naming place and splits, if one place is in two of training, validation and test.

    A place is a site of a table, an AOI, city or number of a published set, an image file with the same bytes (except
    blank images), or ground that two georeferenced tiles share. A re-encoded copy without any of these is not found.
    The training tiles of a source of weight 0 are ignored, because they are not used.
    """
    placed = [*_of_sources(sources, data), *_of_tests(tests, data)]
    placed += [_Placed(tile, "validation", one.name, None) for one in unchanged for tile in one.tiles(data)]
    _check_sites(placed)
    _check_files(placed)
    _check_ground(placed)


def _of_sources(sources: Sequence[Source], data: Path) -> Iterable[_Placed]:
    for source in sources:
        sites = source.sites(data)
        for tile, split in source.placed(data):
            if source.weight or split != "train":
                yield _Placed(tile, split, source.name, _site(tile, sites, data / source.path, source.layout))


def _of_tests(tests: Sequence[ScoredSet], data: Path) -> Iterable[_Placed]:
    for test in tests:
        sites = test.sites(data)
        for tile in test.tiles(data):
            yield _Placed(tile, "test", test.name, _site(tile, sites, data / test.path, test.layout or "pairs"))


def _site(tile: Tile, sites: dict[str, str], folder: Path, layout: str) -> tuple[str, str] | None:
    """Return a site with its scope: AOIs apply to every copy of their data set, a table's sites to its own folder."""
    if tile.site:
        return layout.removesuffix("-ss"), tile.site
    return (str(folder.resolve()), sites[tile.name]) if tile.name in sites else None


def _check_sites(placed: list[_Placed]) -> None:
    seen: dict[tuple[str, str], _Placed] = {}
    for one in placed:
        if one.site:
            _refuse_if_apart(seen.setdefault(one.site, one), one, f"The place '{one.site[1]}'")


def _check_files(placed: list[_Placed]) -> None:
    owners = {file.resolve(): file for one in placed for files in one.tile.images for file in files}
    with ThreadPoolExecutor() as pool:
        hashes = dict(zip(owners, pool.map(_hash, owners)))
    seen: dict[bytes, _Placed] = {}
    for one in placed:
        for files in one.tile.images:
            digest = b"".join(hashes[file.resolve()] for file in files)
            first = seen.setdefault(digest, one)
            if first.split != one.split and not _blank(files):
                _refuse_if_apart(first, one, f"The image '{files[0]}'")


def _hash(path: Path) -> bytes:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError as error:
        raise DataError(f"'{path}' can't be read: {error.strerror}.") from error


def _blank(files: tuple[Path, ...]) -> bool:
    """Return whether an image has one colour; such tiles are equal everywhere and show no place."""
    image, _ = read_image(files)
    return bool((image == image[0, 0]).all())


def _check_ground(placed: list[_Placed]) -> None:
    """Raise DataError for georeferenced tiles of one CRS and two splits that share ground."""
    if len({one.split for one in placed}) < 2:
        return
    by_system: dict[str, list[tuple[_Placed, tuple[float, float, float, float]]]] = {}
    for one in placed:
        path = one.tile.images[0][0]
        where = footprint(path) if path.suffix.lower() in _GEOREFERENCED else None
        if where:
            by_system.setdefault(where[0], []).append((one, where[1]))
    for found in by_system.values():
        boxes = np.array([box for _, box in found])
        splits = np.array([one.split for one, _ in found])
        areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        for (one, _), box, area in zip(found, boxes, areas):
            if one.split == "train":
                continue
            shared = np.clip(np.minimum(boxes[:, 2:], box[2:]) - np.maximum(boxes[:, :2], box[:2]), 0, None).prod(1)
            leaking = (splits != one.split) & (shared > _OVERLAP * np.minimum(areas, area))
            if leaking.any():
                other = found[int(leaking.argmax())][0]
                _refuse_if_apart(other, one, f"The ground of '{one.tile.images[0][0]}'")


def _refuse_if_apart(first: _Placed, second: _Placed, place: str) -> None:
    if first.split != second.split:
        raise DataError(f"{place} is in two splits: {first} and {second}. Remove it from one of them.")
