# SPDX-License-Identifier: GPL-2.0-or-later
"""U-Net with early fusion and FC-Siam-diff, built with MONAI's U-Net blocks, as networks for comparison.

MONAI needs numpy and torch alone; segmentation-models-pytorch and torchgeo also need torchvision, timm and others.
Both networks have random initial weights and no timestep, and are trained on clean images (`schedule: clean`).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from monai.networks.nets import BasicUNet
from torch import Tensor, nn

from model_core.networks.interface import BANDS, MapNetwork

# Channels at strides 1, 2, 4, 8 and 16, and of the last block.
_UNET = (32, 64, 128, 256, 512, 32)
# Those of Daudt et al. 2018, table I.
_SIAMESE = (16, 32, 64, 128, 128, 16)


def _unet(images: int, channels: Sequence[int]) -> BasicUNet:
    return BasicUNet(
        spatial_dims=2,
        in_channels=images * BANDS,
        out_channels=1,
        features=tuple(channels),
        act=("ReLU", {"inplace": True}),
        norm=("batch", {}),
    )


class UNet(MapNetwork):
    """Ronneberger et al. 2015 (arXiv 1505.04597) with early fusion: for change it reads the bands of both dates.

    Several tasks have a network each; nothing is shared.
    """

    architecture = "U-Net with early fusion"

    def __init__(self, tasks: Sequence[str] = ("change",), channels: Sequence[int] = _UNET) -> None:
        super().__init__(tuple(tasks))
        self.nets = nn.ModuleDict({task: _unet(2 if task == "change" else 1, channels) for task in tasks})

    def forward(
        self,
        halves: tuple[Tensor, Tensor] | None,
        images: Tensor | None,
        pair_timesteps: Tensor | None = None,
        image_timesteps: Tensor | None = None,
    ) -> dict[str, Tensor]:
        maps = {}
        if halves is not None:
            self.require("change")
            maps["change"] = self.nets["change"](torch.cat(halves, dim=1))
        if images is not None:
            self.require("segment")
            maps["segment"] = self.nets["segment"](images)
        return maps


class SiameseDifference(MapNetwork):
    """FC-Siam-diff (Daudt et al. 2018, arXiv 1810.08462): one encoder reads each date, the decoder their difference.

    As in torchgeo, the deepest features are a difference too, so that the order of the dates does not matter.
    """

    architecture = "FC-Siam-diff"

    def __init__(self, channels: Sequence[int] = _SIAMESE) -> None:
        super().__init__(("change",))
        self.net = _unet(1, channels)

    def forward(
        self,
        halves: tuple[Tensor, Tensor] | None,
        images: Tensor | None,
        pair_timesteps: Tensor | None = None,
        image_timesteps: Tensor | None = None,
    ) -> dict[str, Tensor]:
        if images is not None:
            self.require("segment")
        assert halves is not None
        net = self.net
        features = [torch.cat(halves)]
        for block in (net.conv_0, net.down_1, net.down_2, net.down_3, net.down_4):
            features.append(block(features[-1]))
        skips = [(first - second).abs() for first, second in (f.chunk(2) for f in features[1:])]
        x = skips.pop()
        for block in (net.upcat_4, net.upcat_3, net.upcat_2, net.upcat_1):
            x = block(x, skips.pop())
        return {"change": net.final_conv(x)}
