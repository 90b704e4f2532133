# SPDX-License-Identifier: GPL-2.0-or-later
"""The smallest network that training can train: one convolution a task, no batch statistics, and no building maps of
pairs, as peers have none."""

from __future__ import annotations

import torch
from torch import nn

from model_core.networks.interface import MapNetwork


class TinyNetwork(MapNetwork):
    """`tasks` as a recipe gives them in network_options."""

    architecture = "tiny network"

    def __init__(self, tasks=("change", "segment", "denoise")) -> None:
        super().__init__(tuple(tasks))
        self.change = nn.Conv2d(6, 1, 3, padding=1)
        self.segment = nn.Conv2d(3, 1, 3, padding=1)
        self.noise = nn.Conv2d(3, 3, 3, padding=1)

    def forward(self, halves, images, pair_timesteps=None, image_timesteps=None):
        found = {}
        if halves is not None:
            found["change"] = self.change(torch.cat(halves, 1))
        if images is not None:
            found["segment"] = self.segment(images)
        return found

    def denoise(self, images, timesteps):
        return self.noise(images)


#: Where the registry finds it.
TINY = (__name__, "TinyNetwork")
