# SPDX-License-Identifier: GPL-2.0-or-later
"""S2Looking (Shen et al. 2021, doi 10.3390/rs13245094): side-looking satellites, 0.5-0.8 m, 1024 x 1024.

`train|val|test/{Image1,Image2,label,label1,label2}`: `label1` shows what was built, `label2` what was demolished,
`label` both. Copies without `label` are read from the two others.
"""

from __future__ import annotations

from pathlib import Path

from model_core.tiles.layouts.folders import beside_each_other, missing
from model_core.tiles.layouts.tile import SPLIT_FOLDERS, Layout, Options, Tile

_EXPECTED = "train/, val/ and test/, each with Image1/, Image2/ and label/ (S2Looking)"


def _find(folder: Path, _: Options) -> list[Tile]:
    found = []
    for name, split in SPLIT_FOLDERS.items():
        place = folder / name
        if not place.is_dir():
            raise missing(folder, _EXPECTED, place)
        parts = ("label1", "label2") if not (place / "label").is_dir() and (place / "label1").is_dir() else ("label",)
        for stem, (before, after, *labels) in beside_each_other(place, ("Image1", "Image2", *parts), _EXPECTED):
            dates = ((before,), (after,))
            found.append(Tile(f"{name}/{stem}", dates, tuple(labels), published=True, split=split))
    return found


LAYOUT = Layout("pairs", _EXPECTED, _find)
