# SPDX-License-Identifier: GPL-2.0-or-later
"""The authors' network: a DDPM U-Net as in `google/ddpm-church-256`, built with diffusers.

Shibli et al. 2026 (doi 10.1109/TGRS.2026.3687393), section III. All tasks share one backbone; a 3x3 convolution before
it reduces a task's channels to three, one after it gives the map. Denoising pre-training uses the backbone alone. 113.7
million parameters: 4.5 s for a 256x256 tile on two cores, so it is meant for comparison and for GPUs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import UNet2DModel
from torch import Tensor, nn

from model_core.networks.interface import BANDS, TASKS, MapNetwork
from model_core.networks.published import is_published, translated

# Channels of ddpm-church-256 at strides 1 to 32; attention is at stride 16, 16x16 of a 256x256 tile.
CHANNELS = (128, 128, 256, 256, 512, 512)


class AuthorsUNet(MapNetwork):
    """A U-Net with attention for `change`, `segment` and `denoise`.

    `channels` and `groups` (of the group normalisations) are those of the published network by default.
    `load_state_dict` also loads the authors' published weights; see published.py.
    """

    architecture = "Noise2Map U-Net of the authors (DDPM U-Net with attention)"

    def __init__(self, channels: Sequence[int] = CHANNELS, groups: int = 32) -> None:
        super().__init__(TASKS)
        levels = len(channels)
        self.unet = UNet2DModel(
            in_channels=BANDS,
            out_channels=BANDS,
            block_out_channels=tuple(channels),
            layers_per_block=2,
            down_block_types=["AttnDownBlock2D" if i == levels - 2 else "DownBlock2D" for i in range(levels)],
            up_block_types=["AttnUpBlock2D" if i == 1 else "UpBlock2D" for i in range(levels)],
            attention_head_dim=None,
            norm_num_groups=groups,
            norm_eps=1e-6,
            downsample_padding=0,
            flip_sin_to_cos=False,
            freq_shift=1,
        )
        self.enter = nn.ModuleDict(
            {"change": nn.Conv2d(2 * BANDS, BANDS, 3, padding=1), "segment": nn.Conv2d(BANDS, BANDS, 3, padding=1)}
        )
        # One logit: the difference of the authors' two classes.
        self.leave = nn.ModuleDict({task: nn.Conv2d(BANDS, 1, 3, padding=1) for task in ("change", "segment")})

    def forward(
        self,
        halves: tuple[Tensor, Tensor] | None,
        images: Tensor | None,
        pair_timesteps: Tensor | None = None,
        image_timesteps: Tensor | None = None,
    ) -> dict[str, Tensor]:
        entered, times = [], []
        if halves is not None:
            assert pair_timesteps is not None
            entered.append(self.enter["change"](torch.cat(halves, dim=1)))
            times.append(pair_timesteps)
        if images is not None:
            assert image_timesteps is not None
            entered.append(self.enter["segment"](images))
            times.append(image_timesteps)
        found = self.unet(torch.cat(entered), torch.cat(times)).sample
        pairs = 0 if halves is None else halves[0].shape[0]
        maps = {}
        if halves is not None:
            maps["change"] = self.leave["change"](found[:pairs])
        if images is not None:
            maps["segment"] = self.leave["segment"](found[pairs:])
        return maps

    def denoise(self, images: Tensor, timesteps: Tensor) -> Tensor:
        return self.unet(images, timesteps).sample

    def load_state_dict(self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False) -> Any:
        """Load weights of this class, or published weights of the authors. Raises DataError where neither fits."""
        if is_published(state_dict):
            state_dict = translated(state_dict, self.state_dict())
        return super().load_state_dict(state_dict, strict, assign)
