# SPDX-License-Identifier: GPL-2.0-or-later
"""LEVIR-CD (Chen and Shi 2020, doi 10.3390/rs12101662): Texas, 0.5 m, 1024 x 1024, `train|val|test/{A,B,label}`.

LEVIR-CD+ has the same folders without `val`.
"""

from __future__ import annotations

from pathlib import Path

from model_core.tiles.layouts.folders import split_tiles
from model_core.tiles.layouts.tile import Layout, Options, Tile

_EXPECTED = "train/, val/ and test/, each with A/, B/ and label/ (LEVIR-CD)"


def _find(folder: Path, _: Options) -> list[Tile]:
    return split_tiles(folder, ("A", "B"), "label", _EXPECTED)


LAYOUT = Layout("pairs", _EXPECTED, _find)
