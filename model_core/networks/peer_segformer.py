# SPDX-License-Identifier: GPL-2.0-or-later
"""SegFormer for change and segmentation, built with the library `transformers`, as a network for comparison.

Xie et al. 2021 (arXiv 2105.15203). For change the decoder reads the absolute differences of both dates' features, a
simplified ChangeFormer (Bandara and Patel 2022, arXiv 2201.01293). The weights are random; nothing is downloaded.
It has no timestep and is trained on clean images (`schedule: clean`).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import SegformerConfig, SegformerModel
from transformers.models.segformer.modeling_segformer import SegformerDecodeHead

from model_core.errors import DataError
from model_core.networks.interface import BANDS, MapNetwork

# Channels and blocks of the four stages, and channels of the decoder (Xie et al. 2021, table 6).
_SIZES = {
    "b0": ((32, 64, 160, 256), (2, 2, 2, 2), 256),
    "b1": ((64, 128, 320, 512), (2, 2, 2, 2), 256),
    "b2": ((64, 128, 320, 512), (3, 4, 6, 3), 768),
}
# Stride of the decoder's output.
_STRIDE = 4.0


class SegFormer(MapNetwork):
    """One encoder for every task, a decoder for each of `tasks`; `size` is b0, b1 or b2."""

    def __init__(self, tasks: Sequence[str] = ("change",), size: str = "b0") -> None:
        super().__init__(tuple(tasks))
        if "denoise" in tasks:
            raise DataError("The SegFormer cannot be pre-trained by denoising; remove 'denoise' from its tasks.")
        if size not in _SIZES:
            raise ValueError(f"There is no size '{size}'. Choose one of {', '.join(_SIZES)}.")
        channels, depths, width = _SIZES[size]
        config = SegformerConfig(
            num_channels=BANDS,
            hidden_sizes=list(channels),
            depths=list(depths),
            decoder_hidden_size=width,
            num_labels=1,
        )
        self.architecture = f"SegFormer-{size.upper()}, siamese difference"
        self.encoder = SegformerModel(config)
        self.decoders = nn.ModuleDict({task: SegformerDecodeHead(config) for task in tasks})

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
            pairs = (feature.chunk(2) for feature in self._encode(torch.cat(halves)))
            maps["change"] = self._decode("change", [(first - second).abs() for first, second in pairs])
        if images is not None:
            self.require("segment")
            maps["segment"] = self._decode("segment", self._encode(images))
        return maps

    def _encode(self, x: Tensor) -> list[Tensor]:
        """Return features at strides 4, 8, 16 and 32."""
        features = []
        for stage in self.encoder.stages:
            x = stage(x)
            features.append(x)
        return features

    def _decode(self, task: str, features: list[Tensor]) -> Tensor:
        logits = self.decoders[task](features)
        return F.interpolate(logits, scale_factor=_STRIDE, mode="bilinear", align_corners=False)
