# SPDX-License-Identifier: GPL-2.0-or-later
"""Which scene and which split a tile belongs to: a CSV beside the tiles, columns `tile`, `site` (or `scene`), `split`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from model_core.errors import DataError

NAME = "tiles.csv"
_ALIASES = {"val": "validation"}


@dataclass(frozen=True)
class SceneTable:
    """The scene of each tile by the tile's name, and the tiles to be scored (None: all)."""

    scenes: dict[str, str]
    only: frozenset[str] | None


def read_scene_table(folder: Path, table: Path | None, split: str | None) -> SceneTable:
    """Read `table`, by default `tiles.csv` in the folder if it is there; `split` keeps the tiles of that split alone.

    Raises DataError, naming the file, if it cannot be read, lacks the column `tile`, or has no tile of the split.
    """
    path = folder / NAME if table is None else table
    if table is None and not path.is_file():
        if split is not None:
            raise DataError(f"--split {split} needs a table, but there is no {path}; give one by --tiles.")
        return SceneTable({}, None)
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"The table {path} cannot be read ({error}); give a CSV with the columns tile, site, split."
        ) from error
    if not rows or "tile" not in rows[0]:
        raise DataError(f"The table {path} has no column 'tile'; its columns should be tile, site and split.")
    place = next((name for name in ("site", "scene", "place") if name in rows[0]), None)
    scenes = {row["tile"]: row[place] for row in rows if row[place]} if place else {}
    if split is None:
        return SceneTable(scenes, None)
    splits = {row["tile"]: _ALIASES.get(row.get("split") or "", row.get("split") or "") for row in rows}
    only = frozenset(tile for tile, of in splits.items() if of == _ALIASES.get(split, split))
    if not only:
        known = ", ".join(sorted(set(splits.values()) - {""})) or "none"
        raise DataError(f"The table {path} has no tile of the split '{split}'; its splits are: {known}.")
    return SceneTable(scenes, only)
