# SPDX-License-Identifier: GPL-2.0-or-later
"""A picture of the tiles with the most wrong pixels of a model.

    python -m benchmarks.worst_tiles DATA --task change --gsd 0.5 -o build/worst.png [--model FOLDER] [--count 10]

Each row shows one tile: its image or images, then the later one with true positives (green), misses (blue) and false
positives (red). Tiles are ordered by wrong pixels. The picture contains the images: check their terms before you share
it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from noise2map_qgis.engine.encoding import NODATA, lowest_level
from noise2map_qgis.engine.evaluation.accuracy import find_tiles, map_tile
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.session import open_session

SIDE = 256
_COLOURS = {(True, True): (60, 200, 90), (False, True): (60, 120, 255), (True, False): (240, 60, 50)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--task", choices=("change", "segment"), required=True)
    parser.add_argument("--gsd", type=float)
    parser.add_argument("--model", type=Path, default=Path("resources/models/noise2map-lite"))
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args()
    bundle = load_bundle(asked.model)
    card, session = bundle.tasks[asked.task], open_session(bundle, asked.task)
    rows = []
    for name, images, label in find_tiles(asked.data, asked.task):
        levels, truth = map_tile(images, label, card, session, asked.gsd)
        found, true = (levels != NODATA) & (levels >= lowest_level(card.threshold)), truth == 1
        wrong = int((found != true)[truth >= 0].sum())
        rows.append((wrong, name, _row(images, found, true, f"{name}: {wrong / truth.size:.1%} wrong")))
    rows.sort(key=lambda row: (-row[0], row[1]))
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate([row for _, _, row in rows[: asked.count]])).save(asked.output)
    print(f"The worst of {len(rows)} tiles are in {asked.output}")


def _row(images: tuple[Path, ...], found: np.ndarray, true: np.ndarray, title: str) -> np.ndarray:
    shown = [Image.open(path).convert("RGB") for path in images]
    marked = np.array(shown[-1].convert("L").convert("RGB"))
    for (is_found, is_true), colour in _COLOURS.items():
        here = (found == is_found) & (true == is_true)
        marked[here] = (marked[here] * 0.4 + np.array(colour) * 0.6).astype(np.uint8)
    parts = [image.resize((SIDE, SIDE)) for image in [*shown, Image.fromarray(marked)]]
    ImageDraw.Draw(parts[0]).text((4, 4), title, fill=(255, 255, 0), stroke_width=2, stroke_fill=(0, 0, 0))
    return np.concatenate([np.array(part) for part in parts], axis=1)


if __name__ == "__main__":
    main()
