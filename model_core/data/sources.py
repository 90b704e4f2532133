# SPDX-License-Identifier: GPL-2.0-or-later
"""The data sets of a recipe: where each lies, in which layout, and which tiles are for training, choosing and testing."""

from __future__ import annotations

import csv
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from model_core.data.layouts.registry import LAYOUTS, LayoutName
from model_core.data.layouts.tile import Kind, Options, Split, Tile
from model_core.data.tiles import find_tiles
from model_core.errors import DataError

Task = Literal["change", "segment"]
_TASKS: dict[Kind, Task] = {"pairs": "change", "images": "segment"}
_SPLITS: dict[str, Split] = {"train": "train", "val": "validation", "validation": "validation", "test": "test"}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """One data set: where it lies below the data folder, what it is for, and under which terms.

    The split in which a data set was published is kept: its test tiles are test tiles whatever the patterns say. Its
    training tiles may be split further by patterns or a table, in which names start with the split: `train/17`.
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
        description="how often it is drawn, against the others of its kind; 0: never trained on, but its validation "
        "tiles help to choose all the same",
    )
    terms: str
    origin: str = Field(description="who made it and where it shows")
    buildings_only: bool = Field(
        default=False, description="pairs whose label is the exclusive or of the buildings of both dates"
    )
    empty: bool = Field(default=False, description="plain images that show no buildings; texture to build on")
    loose: int = Field(
        default=0,
        ge=0,
        description="tile pixels by which labels miss the edges of what changed; in training so wide a band either side "
        "of them is unknown",
    )
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")
    validation: list[str] = Field(
        default_factory=list, description="name patterns of the tiles held out for validation"
    )
    test: list[str] = Field(default_factory=list, description="name patterns of test tiles: never trained on")
    splits: str | None = Field(default=None, description="a CSV beside the tiles with columns tile, site, split")
    aois: dict[Split, list[str]] | None = Field(
        default=None, description="AOIs (spacenet7) or cities (oscd) of each split, in place of the published ones"
    )
    months: int = Field(default=12, ge=1, description="spacenet7: least months between the dates of a training pair")
    bands: tuple[int, int, int] | None = Field(
        default=None, description="red, green and blue of the images, counted from 1; else found by their names"
    )

    @property
    def kind(self) -> Kind:
        """What its tiles are: pairs, images, or plain images without labels."""
        return LAYOUTS[self.layout].kind

    @property
    def task(self) -> Task | None:
        """What its labels teach; None for plain images."""
        return _TASKS.get(self.kind)

    def tiles(self, data: Path, split: Split) -> list[Tile]:
        """The tiles of one split. Raises DataError if the data set is not there or a site lies in two splits."""
        return [tile for tile, its in self.placed(data) if its == split]

    def placed(self, data: Path) -> list[tuple[Tile, Split]]:
        """Every tile with its split."""
        folder = data / self.path
        options = Options(self.aois or {}, self.months)
        found = [t for t in find_tiles(folder, self.layout, options) if any(fnmatch(t.name, p) for p in self.include)]
        table = read_splits(folder / self.splits) if self.splits else {}
        return [(tile, self._split_of(tile, table)) for tile in found]

    def sites(self, data: Path) -> dict[str, str]:
        """The site of each tile that the table of splits names."""
        return read_sites(data / self.path / self.splits) if self.splits else {}

    def _split_of(self, tile: Tile, table: dict[str, Split]) -> Split:
        if tile.split in ("validation", "test"):
            return tile.split
        if tile.name in table:
            return table[tile.name]
        if any(fnmatch(tile.name, pattern) for pattern in self.test):
            return "test"
        return "validation" if any(fnmatch(tile.name, pattern) for pattern in self.validation) else "train"


class ScoredSet(_Strict):
    """A set that nothing is chosen on; a finished bundle is scored on it once."""

    name: str
    path: str
    task: Task
    gsd: float = Field(description="ground sample distance in metres")
    splits: str | None = Field(
        default=None, description="a CSV with columns tile, split: only tiles of the split `test` count"
    )
    layout: LayoutName | None = Field(
        default=None,
        description="a published layout, of which the test split counts; else A/ B/ label/ or image/ label/",
    )
    aois: dict[Split, list[str]] | None = Field(default=None, description="as in a source")
    bands: tuple[int, int, int] | None = Field(default=None, description="as in a source")

    def tiles(self, data: Path) -> list[Tile]:
        """Its test tiles. Raises DataError where the set is not there, is of another task or has no test tiles."""
        layout = self.layout or ("pairs" if self.task == "change" else "images")
        if _TASKS.get(LAYOUTS[layout].kind) != self.task:
            raise DataError(f"The layout '{layout}' of the test set '{self.name}' is not for the task '{self.task}'.")
        folder = data / self.path
        found = find_tiles(folder, layout, Options(self.aois or {}))
        table = read_splits(folder / self.splits) if self.splits else None
        if table is not None:
            found = [tile for tile in found if table.get(tile.name) == "test"]
        found = [tile for tile in found if tile.split in (None, "test")]
        if not found:
            raise DataError(f"'{folder}' has no test tiles for the test set '{self.name}'.")
        return found

    def sites(self, data: Path) -> dict[str, str]:
        """The site of each tile that the table of splits names."""
        return read_sites(data / self.path / self.splits) if self.splits else {}


class QuietSet(_Strict):
    """Pairs in which no building changes, trained on nowhere: what is mapped on them is false.

    Of plain images without buildings, two different ones are a pair, in an order that never changes.
    """

    name: str
    path: str
    layout: Literal["pairs", "plain"] = "pairs"
    gsd: float = Field(description="ground sample distance in metres")
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")

    def tiles(self, data: Path) -> list[Tile]:
        """Its tiles. Raises DataError where there are none."""
        folder = data / self.path
        found = [t for t in find_tiles(folder, self.layout) if any(fnmatch(t.name, p) for p in self.include)]
        if not found:
            raise DataError(f"'{folder}' has no tiles for the set without change '{self.name}'.")
        return found

    def pairs(self, data: Path) -> list[tuple[str, tuple[Path, Path]]]:
        """(name, files of both dates) of each pair."""
        found = self.tiles(data)
        if self.layout == "pairs":
            return [(tile.name, (tile.images[0][0], tile.images[1][0])) for tile in found]
        mixed = [found[number] for number in np.random.default_rng(0).permutation(len(found))]
        dates = zip(mixed[::2], mixed[1::2])
        return [(f"{one.name}, {other.name}", (one.images[0][0], other.images[0][0])) for one, other in dates]


def read_splits(path: Path) -> dict[str, Split]:
    """The split of each tile in a table. Raises DataError where it is broken or a site lies in two splits."""
    site_split: dict[str, Split] = {}
    found: dict[str, Split] = {}
    for row in _rows(path):
        split = _SPLITS.get(row["split"])
        if split is None:
            raise DataError(f"'{path}' puts the tile '{row['tile']}' into '{row['split']}'; write train, val or test.")
        site = row.get("site")
        if site:
            known = site_split.setdefault(site, split)
            if known != split:
                raise DataError(f"The site '{site}' lies in two splits of '{path}': {known} and {split}.")
        if found.setdefault(row["tile"], split) != split:
            raise DataError(f"The tile '{row['tile']}' lies in two splits of '{path}'.")
    return found


def read_sites(path: Path) -> dict[str, str]:
    """The site of each tile in a table of splits, for tables that tell."""
    return {row["tile"]: row["site"] for row in _rows(path) if row.get("site")}


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            f"The table of splits '{path}' can't be read; it should be a CSV with tile, site, split."
        ) from error
    if not rows or not {"tile", "split"} <= set(rows[0]):
        raise DataError(
            f"The table of splits '{path}' should have the columns tile, site, split and a row for each tile."
        )
    return rows
