# SPDX-License-Identifier: GPL-2.0-or-later
"""95 % confidence intervals of pooled scores: percentile bootstrap (Efron and Tibshirani 1993, chapter 13).

The unit of resampling is the scene, because pixels and tiles of one scene are not independent. For a single scene it is
the block (block bootstrap of dependent data, Künsch 1989, Lahiri 2003); such an interval describes the variation within
that scene and does not apply to other places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from noise2map_qgis.engine.evaluation.accuracy import Evaluation
from noise2map_qgis.engine.evaluation.confusion import Histogram

REPLICATES = 2000
LEVEL = 0.95
# Fewer blocks give no interval; fewer scenes give one with a note that it is too narrow.
FEWEST_BLOCKS, FEW_SCENES = 8, 10
_CHUNK = 4_000_000


@dataclass(frozen=True)
class Units:
    """The units of resampling: `kind` is "scenes", "blocks" or None, `counts` is (units, 7) int64 as in
    `TileScore.blocks`.

    note: a sentence on the meaning of the intervals, or why there are none.
    """

    kind: str | None
    counts: np.ndarray
    note: str

    @property
    def drawn(self) -> str:
        """Kind and number of the units as text for a card; "" if there are none."""
        return {"scenes": f"{len(self.counts)} scenes", "blocks": f"{len(self.counts)} blocks of one scene"}.get(
            self.kind or "", ""
        )


def units_of(evaluation: Evaluation) -> Units:
    """Return the units of an evaluation: scenes if there are two or more, else blocks."""
    scenes = evaluation.scenes
    if len(scenes) > 1:
        counts = np.array(
            [
                [
                    s.pixels.true_positive,
                    s.pixels.false_positive,
                    s.pixels.false_negative,
                    s.pixels.true_negative,
                    s.objects.matched,
                    s.objects.false,
                    s.objects.missed,
                ]
                for s in scenes
            ],
            np.int64,
        )
        note = f"{LEVEL:.0%} intervals: bootstrap over {len(scenes)} scenes."
        if len(scenes) < FEW_SCENES:
            note += f" With fewer than {FEW_SCENES} scenes they are too narrow: a lower bound of the uncertainty."
        return Units("scenes", counts, note)
    counts = np.concatenate([tile.blocks for tile in evaluation.scored])
    if len(counts) < FEWEST_BLOCKS:
        return Units(None, counts, "One scene, too small for blocks: there are no intervals.")
    side = evaluation.scored[0].block
    note = (
        f"{LEVEL:.0%} intervals: block bootstrap over {len(counts)} blocks of {side} x {side} pixels of one scene. "
        f"They describe the variation within that scene and do not apply to other places."
    )
    return Units("blocks", counts, note)


def units_of_parts(kind: str, parts: Iterable[Histogram], threshold: float) -> Units:
    """Return the units of histograms of scenes or of blocks (`kind`) at a threshold (0-1), without objects."""
    pixels = [part.at(threshold) for part in parts if part.counts.any()]
    counts = np.array(
        [(p.true_positive, p.false_positive, p.false_negative, p.true_negative, 0, 0, 0) for p in pixels], np.int64
    ).reshape(-1, 7)
    if len(counts) < (2 if kind == "scenes" else FEWEST_BLOCKS):
        return Units(None, counts, f"Too few {kind} for intervals.")
    return Units(kind, counts, f"{LEVEL:.0%} intervals: bootstrap over {len(counts)} {kind}.")


def draw(counts: np.ndarray, seed: int = 0, replicates: int = REPLICATES) -> np.ndarray:
    """Return the sums of `counts` (units, columns) over units resampled with replacement: (replicates, columns)
    int64.
    """
    units = len(counts)
    generator = np.random.default_rng(seed)
    step = max(1, _CHUNK // units)
    sums = []
    for first in range(0, replicates, step):
        times = generator.multinomial(units, np.full(units, 1 / units), size=min(step, replicates - first))
        sums.append(times @ counts)
    return np.concatenate(sums)


def scores_of(counts: np.ndarray) -> dict[str, np.ndarray]:
    """Return every score of counts (n, 7) by name, each (n,), as defined by `Confusion` and `ObjectCounts`.

    Names: `positive.f1`, `negative.f1`, `mean.f1` and so on for iou, precision and recall; `accuracy`; `objects.f1`,
    `objects.precision`, `objects.recall`.
    """
    tp, fp, fn, tn, matched, false, missed = counts.T.astype(float)
    found = {f"positive.{name}": values for name, values in _class_scores(tp, fp, fn).items()}
    found |= {f"negative.{name}": values for name, values in _class_scores(tn, fn, fp).items()}
    for name in ("f1", "iou", "precision", "recall"):
        found[f"mean.{name}"] = (found[f"positive.{name}"] + found[f"negative.{name}"]) / 2
    total = tp + fp + fn + tn
    found["accuracy"] = np.where(total > 0, (tp + tn) / np.maximum(total, 1), 1.0)
    objects = _class_scores(matched, false, missed)
    return found | {f"objects.{name}": objects[name] for name in ("f1", "precision", "recall")}


def intervals(units: Units, seed: int = 0) -> Mapping[str, tuple[float, float]]:
    """Return the interval (low, high) of every score by the names of `scores_of`; empty without units."""
    if units.kind is None:
        return {}
    tail = (1 - LEVEL) / 2
    drawn = scores_of(draw(units.counts, seed))
    return {
        name: (float(low), float(high)) for name, v in drawn.items() for low, high in [np.quantile(v, [tail, 1 - tail])]
    }


def _class_scores(right: np.ndarray, false: np.ndarray, missed: np.ndarray) -> dict[str, np.ndarray]:
    nothing = right + false + missed == 0

    def share(whole: np.ndarray) -> np.ndarray:
        return np.where(nothing, 1.0, right / np.where(whole > 0, whole, 1))

    return {
        "f1": share(right + (false + missed) / 2),
        "iou": share(right + false + missed),
        "precision": share(right + false),
        "recall": share(right + missed),
    }
