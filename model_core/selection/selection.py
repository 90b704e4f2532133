# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of timestep, calibration, threshold and high threshold of each task on validation data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.evaluation.scores import best_threshold, pooled, reliability
from model_core.networks.interface import MapNetwork
from model_core.selection.high_threshold import HighThresholdScores, Mapped, best_high_threshold
from model_core.selection.validation import HeldOut, HeldOutTiles, network_mapper, over_views, validate
from noise2map_qgis.engine.encoding import LEVELS
from noise2map_qgis.engine.evaluation.confusion import Histogram


@dataclass(frozen=True)
class Choice:
    """The settings of one task, with the F1 (mean over validation sets) of each compared timestep.

    `calibration` is (gain, offset) on the logit. `threshold` and `high_threshold`, which one pixel of an object must
    reach, are calibrated probabilities; `high_thresholds` are the scores of the candidates. `error` is the expected
    calibration error.
    """

    timestep: int
    compared: dict[int, float]
    calibration: tuple[float, float]
    threshold: float
    high_threshold: float
    high_thresholds: tuple[HighThresholdScores, ...]
    error: float


def choose(
    net: MapNetwork,
    schedules: Mapping[str, NoiseSchedule],
    tiles: HeldOutTiles,
    candidates: Mapping[str, list[int]],
    views: int = 1,
) -> dict[str, Choice]:
    """Choose the best timestep and, at it, calibration, threshold and high threshold; set the network's calibration.

    Calibration, thresholds and error are those of maps averaged over `views` views, as in inference. The calibration is
    fitted to the averaged probability; the network applies it in each view, and the error is measured on their average.
    Timesteps are compared in one view, which takes a fraction of the time; several views may rank near ties
    differently.
    """
    for task in ("change", "segment"):
        getattr(net, f"{task}_calibration").copy_(torch.tensor([1.0, 0.0]))
    by_timestep: dict[str, dict[int, dict[str, Histogram]]] = {}
    for number in range(max(map(len, candidates.values()))):
        # A task with fewer candidates than another is mapped at its last one again.
        timesteps = {task: offered[min(number, len(offered) - 1)] for task, offered in candidates.items()}
        for task, sets in validate(network_mapper(net, schedules, timesteps), tiles).items():
            by_timestep.setdefault(task, {})[timesteps[task]] = sets
    compared = {task: {t: best_threshold(sets)[1] for t, sets in found.items()} for task, found in by_timestep.items()}
    timesteps = {task: max(found, key=lambda t: found[t]) for task, found in compared.items()}
    if views == 1:
        before = {task: by_timestep[task][timestep] for task, timestep in timesteps.items()}
    else:
        before = validate(over_views(network_mapper(net, schedules, timesteps), views), tiles)
    fitted = {task: fit_calibration(pooled(sets)) for task, sets in before.items()}
    for task, calibration in fitted.items():
        getattr(net, f"{task}_calibration").copy_(torch.tensor(calibration))
    final = over_views(network_mapper(net, schedules, timesteps), views)
    maps: dict[str, list[Mapped]] = {task: [] for task in timesteps}

    def kept(tile: HeldOut) -> np.ndarray:
        levels = final(tile)
        maps[tile.task].append(Mapped(tile.source, levels, tile.label))
        return levels

    after = validate(kept, tiles)
    chosen = {}
    for task, timestep in timesteps.items():
        threshold, _ = best_threshold(after[task])
        high_threshold, high_thresholds = best_high_threshold(maps[task], threshold)
        error = reliability(pooled(after[task])).expected_error
        chosen[task] = Choice(
            timestep, compared[task], fitted[task], threshold, high_threshold, tuple(high_thresholds), error
        )
    return chosen


def fit_calibration(histogram: Histogram) -> tuple[float, float]:
    """Return gain and offset of the logit that calibrate the probabilities (Platt 1999), by Newton's method."""
    level = np.arange(LEVELS + 1)
    # Levels 0 and 254 stand for probabilities within half a level of 0 and 1.
    probability = np.clip(level / LEVELS, 0.5 / LEVELS, 1 - 0.5 / LEVELS)
    logit = np.log(probability / (1 - probability))
    total = histogram.counts.sum(0).astype(float)
    features = np.stack([logit, np.ones_like(logit)], 1)
    parameters = np.array([1.0, 0.0])
    for _ in range(50):
        fitted = 1 / (1 + np.exp(-features @ parameters))
        gradient = features.T @ (histogram.counts[1] - total * fitted)
        curvature = (features * (total * fitted * (1 - fitted))[:, None]).T @ features + 1e-6 * np.eye(2)
        change = np.linalg.solve(curvature, gradient)
        parameters += np.clip(change, -1, 1)
        if np.abs(change).max() < 1e-6:
            break
    return float(parameters[0]), float(parameters[1])
