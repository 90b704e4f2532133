# SPDX-License-Identifier: GPL-2.0-or-later
"""A run from sources to outputs in one call, and what it leaves in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from noise2map_qgis.engine.inference.tile_grid import TILE_STEP
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Job, Result, Source, run
from tests.engine.making import (
    Recorder,
    read_raster,
)


def job(bundle: Bundle, sources: tuple[Source, ...], folder: Path, **options: Any) -> Job:
    task = next(iter(bundle.tasks))
    return Job(bundle, task, sources, **{"probability": folder / "out-probability.tif", **options})


def probability(bundle: Bundle, sources: tuple[Source, ...], folder: Path, **options: Any) -> tuple[np.ndarray, Result]:
    done = job(bundle, sources, folder, **options)
    result = run(done, Recorder())
    assert done.probability is not None
    return read_raster(done.probability)[0], result


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(("out", ".noise2map", "scratch")))


def box_filtered(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The whole map of the box model at once, in float64: mirrored to whole steps of 32 pixels, zero beyond."""
    mean = np.abs(after.astype(float) - before).mean(axis=0) / 255
    mirrored = np.pad(mean, [(0, -side % TILE_STEP) for side in mean.shape], mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(mirrored, 4), (9, 9))
    return windows.mean(axis=(2, 3))[: mean.shape[0], : mean.shape[1]]
