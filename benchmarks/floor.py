# SPDX-License-Identifier: GPL-2.0-or-later
"""The lower bound of the time of a run: ONNX Runtime alone, on tiles in memory, in its fastest configuration."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

# (side, batch, workers) among which the best is looked for. One caller: ONNX Runtime's own threads share every tile, as
# they do by default; as many workers as cores: each infers tiles of its own with one thread.
CORES = os.cpu_count() or 1
SHAPES = tuple(
    (side, batch, workers)
    for side, batch in ((256, 1), (256, 4), (384, 1), (512, 1), (768, 1), (1024, 1))
    for workers in sorted({1, CORES})
)


def measure_shapes(file: Path, shapes: list[tuple[int, int, int]], seconds: float) -> list[dict[str, float]]:
    """Return for each shape the milliseconds of wall time that 256 x 256 pixels take, over `seconds` after a warm-
    up.
    """
    sessions = {workers: _open(file, workers) for workers in {workers for _, _, workers in shapes}}
    found = []
    for side, batch, workers in shapes:
        session = sessions[workers]
        bands = session.get_inputs()[0].shape[1]
        images = np.random.default_rng(0).integers(0, 256, (batch, bands, side, side), dtype=np.uint8)
        session.run(["probability"], {"image": images})
        done = [0] * workers
        begun = time.perf_counter()
        end = begun + seconds

        def call(number: int, session: Any = session, images: np.ndarray = images, end: float = end) -> None:
            while done[number] < 3 or time.perf_counter() < end:  # noqa: B023
                session.run(["probability"], {"image": images})
                done[number] += 1  # noqa: B023

        threads = [threading.Thread(target=call, args=(number,)) for number in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        tiles = sum(done) * batch * side * side / 65536
        milliseconds = 1000 * (time.perf_counter() - begun) / tiles
        found.append({"side": side, "batch": batch, "workers": workers, "ms": milliseconds})
    return found


def _open(file: Path, workers: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    if workers > 1:
        options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
