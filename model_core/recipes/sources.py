# SPDX-License-Identifier: GPL-2.0-or-later
"""The data sets of a recipe: folder, layout, and the tiles for training, validation and test."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from model_core.errors import DataError
from model_core.tiles.layouts.registry import LAYOUTS, LayoutName
from model_core.tiles.layouts.tile import TASK_OF_KIND, Kind, Options, Split, Task, Tile
from model_core.tiles.tile_table import TileTable, read_tile_table
from model_core.tiles.tiles import find_tiles


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """One data set: its folder below the data folder, its use, and its terms.

    Published splits are kept: published test tiles are test tiles, whatever the patterns say. The training tiles may be
    split further by patterns or a table; their names start with the split: `train/17`.
    """

    name: str
    path: str
    layout: LayoutName
    gsd: float | None = Field(
        default=None, description="ground sample distance in metres; none if it varies or is unknown"
    )
    weight: float = Field(
        default=1.0,
        ge=0,
        description="sampling weight among the sources of its kind; 0: not trained on, but its validation tiles are "
        "used",
    )
    terms: str
    origin: str = Field(description="author and area of the data set")
    buildings_only: bool = Field(
        default=False, description="the label of a pair is the exclusive or of the buildings of both dates"
    )
    empty: bool = Field(default=False, description="plain images without buildings, the background of synthetic pairs")
    ignore_boundary: int = Field(
        default=0,
        ge=0,
        description="for labels with inaccurate outlines: training ignores pixels within this many tile pixels of the "
        "outline, on both sides",
    )
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")
    validation: list[str] = Field(
        default_factory=list, description="name patterns of the tiles held out for validation"
    )
    test: list[str] = Field(
        default_factory=list, description="name patterns of the test tiles, which are not trained on"
    )
    splits: str | None = Field(default=None, description="a CSV beside the tiles with columns tile, site, split")
    aois: dict[Split, list[str]] | None = Field(
        default=None, description="AOIs (spacenet7) or cities (oscd) of each split, instead of the published ones"
    )
    months: int = Field(
        default=12, ge=1, description="spacenet7: shortest time between the dates of a training pair, months"
    )
    bands: tuple[int, int, int] | None = Field(
        default=None,
        description="band numbers of red, green and blue, from 1; default: by colour interpretation or name",
    )

    @property
    def kind(self) -> Kind:
        """The kind of its tiles: pairs, images, or plain images without labels."""
        return LAYOUTS[self.layout].kind

    @property
    def task(self) -> Task | None:
        """The task of its labels; None for plain images."""
        return TASK_OF_KIND.get(self.kind)

    def tiles(self, data: Path, split: Split) -> list[Tile]:
        """Return the tiles of one split. Raises DataError if the data set is missing or a site is in two splits."""
        return [tile for tile, its in self.placed(data) if its == split]

    def placed(self, data: Path) -> list[tuple[Tile, Split]]:
        """Return every tile with its split."""
        folder = data / self.path
        options = Options(self.aois or {}, self.months)
        found = [t for t in find_tiles(folder, self.layout, options) if any(fnmatch(t.name, p) for p in self.include)]
        table = _table(self, data)
        return [(tile, self._split_of(tile, table)) for tile in found]

    def sites(self, data: Path) -> dict[str, str]:
        """Return the site of each tile that the table has."""
        table = _table(self, data)
        return table.sites if table else {}

    def _split_of(self, tile: Tile, table: TileTable | None) -> Split:
        if tile.split in ("validation", "test"):
            return tile.split
        split = table.split_of(tile.name) if table else None
        if split:
            return split
        if any(fnmatch(tile.name, pattern) for pattern in self.test):
            return "test"
        return "validation" if any(fnmatch(tile.name, pattern) for pattern in self.validation) else "train"


class ScoredSet(_Strict):
    """A test set: a finished bundle is scored on it once, and nothing is chosen on it."""

    name: str
    path: str
    task: Task
    gsd: float = Field(description="ground sample distance in metres")
    splits: str | None = Field(
        default=None,
        description="a CSV beside the tiles with columns tile, split; the tiles of the split `test` are scored",
    )
    layout: LayoutName | None = Field(
        default=None,
        description="a published layout, whose test split is scored; default: A/ B/ label/ or image/ label/",
    )
    aois: dict[Split, list[str]] | None = Field(default=None, description="as in a source")
    bands: tuple[int, int, int] | None = Field(default=None, description="as in a source")

    def tiles(self, data: Path) -> list[Tile]:
        """Return the test tiles. Raises DataError if the set is missing, is of another task or has no test tiles."""
        layout = self.layout or ("pairs" if self.task == "change" else "images")
        if TASK_OF_KIND.get(LAYOUTS[layout].kind) != self.task:
            raise DataError(f"The layout '{layout}' of the test set '{self.name}' is not for the task '{self.task}'.")
        folder = data / self.path
        found = find_tiles(folder, layout, Options(self.aois or {}))
        table = _table(self, data)
        if table is not None:
            found = [tile for tile in found if table.split_of(tile.name) == "test"]
        found = [tile for tile in found if tile.split in (None, "test")]
        if not found:
            raise DataError(f"'{folder}' has no test tiles for the test set '{self.name}'.")
        return found

    def sites(self, data: Path) -> dict[str, str]:
        """Return the site of each tile that the table has."""
        table = _table(self, data)
        return table.sites if table else {}


class UnchangedSet(_Strict):
    """Pairs in which no building changes, never trained on: what is mapped on them is false.

    Of plain images without buildings, two different ones are a pair, in a fixed order.
    """

    name: str
    path: str
    layout: Literal["pairs", "plain"] = "pairs"
    gsd: float = Field(description="ground sample distance in metres")
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")

    def tiles(self, data: Path) -> list[Tile]:
        """Return its tiles. Raises DataError if there are none."""
        folder = data / self.path
        found = [t for t in find_tiles(folder, self.layout) if any(fnmatch(t.name, p) for p in self.include)]
        if not found:
            raise DataError(f"'{folder}' has no tiles for the set without change '{self.name}'.")
        return found

    def pairs(self, data: Path) -> list[tuple[str, tuple[Path, Path]]]:
        """Return (name, files of both dates) of each pair."""
        found = self.tiles(data)
        if self.layout == "pairs":
            return [(tile.name, (tile.images[0][0], tile.images[1][0])) for tile in found]
        mixed = [found[number] for number in np.random.default_rng(0).permutation(len(found))]
        dates = zip(mixed[::2], mixed[1::2])
        return [(f"{one.name}, {other.name}", (one.images[0][0], other.images[0][0])) for one, other in dates]


def _table(data_set: Source | ScoredSet, data: Path) -> TileTable | None:
    if data_set.splits is None:
        return None
    table = read_tile_table(data / data_set.path / data_set.splits)
    if not table.splits:
        raise DataError(f"The table '{table.path}' has no column 'split'; its columns should be tile, site and split.")
    return table
