# SPDX-License-Identifier: GPL-2.0-or-later
"""WHU building data (Ji et al. 2019, doi 10.1109/TGRS.2018.2858817): Christchurch 2012 and 2016, aerial, 0.2-0.3 m.

Change: `train|test/{A,B,OUT}`, 256 x 256. Buildings: `train|test/{Image,Mask}`, 512 x 512. A `val` folder is read
if it exists.
"""

from __future__ import annotations

from pathlib import Path

from model_core.tiles.layouts.folders import split_tiles
from model_core.tiles.layouts.tile import Layout, Options, Tile

_CHANGE = "train/ and test/, each with A/, B/ and OUT/ (WHU building change)"
_BUILDINGS = "train/ and test/, each with Image/ and Mask/ (WHU buildings)"


def _change(folder: Path, _: Options) -> list[Tile]:
    return split_tiles(folder, ("A", "B"), "OUT", _CHANGE)


def _buildings(folder: Path, _: Options) -> list[Tile]:
    return split_tiles(folder, ("Image",), "Mask", _BUILDINGS)


CHANGE = Layout("pairs", _CHANGE, _change)
BUILDINGS = Layout("images", _BUILDINGS, _buildings)
