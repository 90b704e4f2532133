# SPDX-License-Identifier: GPL-2.0-or-later
"""A deployed network with the timestep as an input, for tools that show its effect on a map."""

from __future__ import annotations

from torch import Tensor, nn

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.networks.interface import MapNetwork, levels_of, mapped_logits


class TimedNetwork(nn.Module):
    """A network for one task with the forward process before it, without folding.

    `forward` takes `(batch, bands * images, rows, cols)` uint8 and `(batch,)` int64, a timestep of the schedule for
    each; it returns `(batch, 1, rows, cols)` uint8, the calibrated probability in steps of 1/254.
    """

    def __init__(self, net: MapNetwork, task: str, schedule: NoiseSchedule) -> None:
        super().__init__()
        net.require(task)
        self.net = net
        self.task = task
        self.register_buffer("signal", schedule.signal)
        self.register_buffer("noise", schedule.noise)

    def forward(self, image: Tensor, timestep: Tensor) -> Tensor:
        signal, noise = (self.get_buffer(name)[timestep][:, None, None, None] for name in ("signal", "noise"))
        return levels_of(mapped_logits(self.net, self.task, image, signal, noise, timestep))
