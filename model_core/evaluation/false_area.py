# SPDX-License-Identifier: GPL-2.0-or-later
"""False alarms where nothing changes: square metres mapped as change for every square kilometre looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from model_core.recipes.sources import UnchangedSet
from model_core.tiles.rasters import size_of
from noise2map_qgis.engine.encoding import lowest_level
from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder
from noise2map_qgis.engine.vectorize.connected_components import hysteresis

if TYPE_CHECKING:
    from noise2map_qgis.engine.evaluation.labelled import LabelledMap
    from noise2map_qgis.engine.evaluation.tile_score import TileScore
    from noise2map_qgis.engine.model.bundle import Bundle


def false_area(bundle: Bundle, unchanged: UnchangedSet, data: Path) -> dict[str, Any]:
    """The card's line of a set without change: `false_area` in square metres per square kilometre.

    Masks are those that users get: through the engine, at the card's threshold, without objects below its peak.
    """
    card = bundle.tasks["change"]
    least, high = lowest_level(card.threshold), lowest_level(card.high_threshold)
    mapped = looked_at = 0

    def count(found: LabelledMap, _: TileScore) -> None:
        nonlocal mapped, looked_at
        marked = hysteresis(found.counted & (found.levels >= least), found.levels, high)
        mapped += int(np.count_nonzero(marked))
        looked_at += int(np.count_nonzero(found.counted))

    pairs = unchanged.pairs(data)
    tiles = [(name, dates, _nothing_on(dates[0])) for name, dates in pairs]
    evaluate_folder(bundle, "change", data / unchanged.path, gsd=unchanged.gsd, tiles=tiles, watch=count)
    share = mapped / max(looked_at, 1)
    return {
        "data": unchanged.name,
        "split": "no change",
        "false_area": round(1e6 * share),
        "tiles": len(pairs),
        "gsd": unchanged.gsd,
    }


def _nothing_on(image: Path) -> Callable[[], np.ndarray]:
    return lambda: np.zeros(size_of(image), np.int8)
