# SPDX-License-Identifier: GPL-2.0-or-later
"""The receptive field: how much a map depends on the position of tiles, for several tile sizes and overlaps.

    python -m benchmarks.reach BEFORE AFTER [--model resources/models/noise2map-lite]

Compares each map with that of one tile as large as the raster: the share of pixels whose probability differs by more
than 0.05, and the intersection over union of the two masks.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from noise2map_qgis.engine.encoding import LEVELS, NODATA, lowest_level
from noise2map_qgis.engine.inference.loop import infer_whole
from noise2map_qgis.engine.inference.tile_grid import TileGrid
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.session import open_session
from noise2map_qgis.engine.raster.scene import Scene, Source

TILES = (384, 512, 768, 1024)
OVERLAPS = (0, 32, 64, 128, 192)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--model", type=Path, default=Path("resources/models/noise2map-lite"))
    asked = parser.parse_args()
    bundle = load_bundle(asked.model)
    card = bundle.tasks["change"]
    session = open_session(bundle, "change")
    sources = (Source(asked.before, "before"), Source(asked.after, "after"))
    with Scene(sources, card) as scene:

        def mapped(tile: int, overlap: int) -> np.ndarray:
            tile_grid = TileGrid.of(scene.grid.cols, scene.grid.rows, tile, overlap)
            return infer_whole(scene, tile_grid, session)

        whole = mapped(max(scene.grid.cols, scene.grid.rows) + 256, 0)
        valid = whole != NODATA
        lowest = lowest_level(card.threshold)
        print(f"{'tile':>6} {'overlap':>8} {'differ > 0.05':>14} {'mask IoU':>9}")
        for tile in TILES:
            for overlap in OVERLAPS:
                tiled = mapped(tile, overlap)
                apart = np.abs(tiled[valid].astype(int) - whole[valid]) > 0.05 * LEVELS
                one, other = tiled[valid] >= lowest, whole[valid] >= lowest
                agreement = (one & other).sum() / max((one | other).sum(), 1)
                print(f"{tile:>6} {overlap:>8} {apart.mean():>14.4%} {agreement:>9.4f}")


if __name__ == "__main__":
    main()
