# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a folder of tiles, `tiles.csv`: the site and the split of each tile."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.tile import SPLITS, Split, split_named

NAME = "tiles.csv"
# Columns that may hold the site.
_SITE = ("site", "scene", "place")


@dataclass(frozen=True)
class TileTable:
    """The rows of a table: the site and the split of each tile, for the tiles that have one.

    Splits have the names `train`, `validation` and `test`; `val` is read as `validation`, other names as they are.
    """

    path: Path
    sites: dict[str, str]
    splits: dict[str, str]

    def only(self, split: str) -> frozenset[str]:
        """Return the tiles of one split. Raises DataError, naming the splits there are, if it has no tile."""
        found = frozenset(tile for tile, name in self.splits.items() if name == split_named(split))
        if not found:
            known = ", ".join(sorted(set(self.splits.values()))) or "none"
            raise DataError(f"The table '{self.path}' has no tile of the split '{split}'; its splits are: {known}.")
        return found

    def split_of(self, tile: str) -> Split | None:
        """Return the split of a tile, None if the table does not have it. Raises DataError for an unknown name."""
        name = self.splits.get(tile)
        if name is None or name in SPLITS:
            return name
        raise DataError(f"The table '{self.path}' puts '{tile}' into the split '{name}'; write train, val or test.")


def read_tile_table(path: Path) -> TileTable:
    """Read a CSV with the columns tile, site (or scene, or place) and split; the last two are optional.

    Raises DataError, naming the file, if it cannot be read, has no column `tile`, or has a tile or a site in two
    splits.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"The table '{path}' cannot be read ({error}); write a CSV with the columns tile, site, split."
        ) from error
    if not rows or "tile" not in rows[0]:
        raise DataError(f"The table '{path}' has no column 'tile'; its columns should be tile, site and split.")
    column = next((name for name in _SITE if name in rows[0]), None)
    sites = {row["tile"]: row[column] for row in rows if row[column]} if column else {}
    table = TileTable(path, sites, {})
    split_of_site: dict[str, str] = {}
    for row in rows:
        tile, split = row["tile"], split_named(row.get("split") or "")
        if not split:
            continue
        if table.splits.setdefault(tile, split) != split:
            raise DataError(f"The tile '{tile}' is in two splits of '{path}'.")
        site = sites.get(tile)
        if site and split_of_site.setdefault(site, split) != split:
            raise DataError(f"The site '{site}' is in two splits of '{path}': {split_of_site[site]} and {split}.")
    return table


def table_of(folder: Path, path: Path | None) -> TileTable | None:
    """Read the table at `path`; without one `tiles.csv` in the folder, None if there is none."""
    if path is None and not (folder / NAME).is_file():
        return None
    return read_tile_table(folder / NAME if path is None else path)
