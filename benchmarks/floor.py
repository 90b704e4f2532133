# SPDX-License-Identifier: GPL-2.0-or-later
"""The floor under every run: ONNX Runtime alone, on tiles that lie in memory, with its own defaults and all cores."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np
import onnxruntime

# (side, batch) among which the best is looked for.
SHAPES = ((256, 1), (256, 4), (384, 1), (512, 1), (640, 1), (768, 1), (1024, 1))


def milliseconds(file: Path, shapes: list[tuple[int, int]], seconds: float) -> list[dict[str, float]]:
    """Return for each (side, batch) the median milliseconds of 256 x 256 pixels, from `seconds` of repetitions after a warm-up."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    bands = session.get_inputs()[0].shape[1]
    found = []
    for side, batch in shapes:
        images = np.random.default_rng(0).integers(0, 256, (batch, bands, side, side), dtype=np.uint8)
        session.run(["probability"], {"image": images})
        times: list[float] = []
        end = time.perf_counter() + seconds
        while len(times) < 3 or time.perf_counter() < end:
            begun = time.perf_counter()
            session.run(["probability"], {"image": images})
            times.append(time.perf_counter() - begun)
        tiles = batch * side * side / 65536
        found.append({"side": side, "batch": batch, "ms": 1000 * statistics.median(times) / tiles})
    return found
