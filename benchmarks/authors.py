# SPDX-License-Identifier: GPL-2.0-or-later
"""The authors' network of 113.7 million parameters (Shibli, Nascetti and Ban 2026) at its own cost: one 256 x 256 pair,
in torch.
"""

from __future__ import annotations

import statistics
import time


def seconds_a_tile(repetitions: int = 2) -> float:
    """Return the median seconds of one pair of 256 x 256 pixels through the network with random weights, all cores."""
    import torch

    from model_core.networks.registry import build_network

    network = build_network("noise2map-unet").eval()
    halves = torch.rand(1, 3, 256, 256), torch.rand(1, 3, 256, 256)
    timesteps = torch.tensor([600])
    times = []
    with torch.inference_mode():
        for _ in range(repetitions + 1):
            begun = time.perf_counter()
            network(halves, None, timesteps)
            times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])
