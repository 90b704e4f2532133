# SPDX-License-Identifier: GPL-2.0-or-later
"""False alarms where nothing changes: square metres mapped as change for every square kilometre looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from model_core.data.rasters import size_of
from model_core.data.sources import QuietSet
from noise2map_qgis.engine.accuracy import evaluate_folder
from noise2map_qgis.engine.confusion import lowest_level
from noise2map_qgis.engine.objects import with_peaks

if TYPE_CHECKING:
    from noise2map_qgis.engine.bundle import Bundle
    from noise2map_qgis.engine.labelled import LabelledMap
    from noise2map_qgis.engine.tally import TileScore


def false_area(bundle: Bundle, quiet: QuietSet, data: Path) -> dict[str, Any]:
    """The card's line of a set without change: `false_area` in square metres per square kilometre.

    Masks are those that users get: through the engine, at the card's threshold, without objects below its peak.
    """
    card = bundle.tasks["change"]
    least, peak = lowest_level(card.threshold), lowest_level(card.peak)
    mapped = looked_at = 0

    def count(found: LabelledMap, _: TileScore) -> None:
        nonlocal mapped, looked_at
        marked = with_peaks(found.counted & (found.levels >= least), found.levels, peak)
        mapped += int(np.count_nonzero(marked))
        looked_at += int(np.count_nonzero(found.counted))

    pairs = quiet.pairs(data)
    tiles = [(name, dates, _nothing_on(dates[0])) for name, dates in pairs]
    evaluate_folder(bundle, "change", data / quiet.path, gsd=quiet.gsd, tiles=tiles, watch=count)
    share = mapped / max(looked_at, 1)
    return {
        "data": quiet.name,
        "split": "no change",
        "false_area": round(1e6 * share),
        "tiles": len(pairs),
        "gsd": quiet.gsd,
    }


def _nothing_on(image: Path) -> Callable[[], np.ndarray]:
    return lambda: np.zeros(size_of(image), np.int8)
