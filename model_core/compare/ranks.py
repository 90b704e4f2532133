# SPDX-License-Identifier: GPL-2.0-or-later
"""Mean ranks over test sets with bootstrap intervals, and Nemenyi's critical difference (Demšar 2006, JMLR 7)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model_core.compare.results import RunResult
from model_core.compare.statistics import LEVEL, mean_ranks
from noise2map_qgis.engine.evaluation.confusion import Confusion

REPLICATES = 1000


@dataclass(frozen=True)
class Rank:
    """The mean rank of an arm, 1 the best, and its 95 % interval over scenes."""

    mean: float
    low: float
    high: float


def rank_intervals(runs: Sequence[RunResult], sets: Sequence[str], seed: int = 0) -> dict[str, Rank]:
    """Return the rank of each arm with a percentile bootstrap interval over the scenes of each set.

    All arms are scored on the same resampled scenes, pooled over pixels and averaged over seeds, and ranked as in
    `mean_ranks`. The intervals do not include the variation over seeds. Empty without runs or sets.
    """
    by_arm: dict[str, list[RunResult]] = {}
    for run in runs:
        by_arm.setdefault(run.arm, []).append(run)
    if not by_arm or not sets:
        return {}
    scenes = {name: sorted(runs[0].test[name]) for name in sets}
    counts = {arm: {name: _counts(of_arm, name, scenes[name]) for name in sets} for arm, of_arm in by_arm.items()}
    once = {name: np.ones(len(found), int) for name, found in scenes.items()}
    means = _ranks(counts, once)
    generator = np.random.default_rng(seed)
    drawn: dict[str, list[float]] = {arm: [] for arm in by_arm}
    for _ in range(REPLICATES):
        times = {name: generator.multinomial(len(found), np.full(len(found), 1 / len(found)))
                 for name, found in scenes.items()}  # fmt: skip
        for arm, rank in _ranks(counts, times).items():
            drawn[arm].append(rank)
    tails = [LEVEL / 2, 1 - LEVEL / 2]
    return {arm: Rank(means[arm], *(float(end) for end in np.quantile(drawn[arm], tails))) for arm in by_arm}


def critical_difference(competitors: int, sets: int) -> float | None:
    """Return Nemenyi's critical difference of mean ranks at the 5 % level; None for fewer than two competitors or sets.

    CD = q * sqrt(k (k + 1) / (6 N)) for k competitors on N sets; q is the quantile of the studentized range with
    infinite degrees of freedom, divided by sqrt(2) (Demšar 2006, section 3.2.2). Mean ranks that differ by less are not
    significantly different.
    """
    if competitors < 2 or sets < 2:
        return None
    from scipy.stats import studentized_range

    q = float(studentized_range.ppf(1 - LEVEL, competitors, np.inf)) / math.sqrt(2)
    return q * math.sqrt(competitors * (competitors + 1) / (6 * sets))


def _counts(runs: Sequence[RunResult], name: str, scenes: Sequence[str]) -> np.ndarray:
    """Return (runs, scenes, 4) int64: true positives, false positives, false negatives, true negatives."""
    return np.array([[tuple(vars(run.test[name][scene]).values()) for scene in scenes] for run in runs], np.int64)


def _ranks(counts: Mapping[str, Mapping[str, np.ndarray]], times: Mapping[str, np.ndarray]) -> dict[str, float]:
    scores: dict[str, dict[str, tuple[float, float]]] = {}
    for arm, of_sets in counts.items():
        scores[arm] = {}
        for name, of_runs in of_sets.items():
            pooled = [Confusion(*map(int, times[name] @ of_run)) for of_run in of_runs]
            f1, iou = (float(np.mean([getattr(one, score) for one in pooled])) for score in ("f1", "iou"))
            scores[arm][name] = (f1, iou)
    return mean_ranks(scores)
