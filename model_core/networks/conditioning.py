# SPDX-License-Identifier: GPL-2.0-or-later
"""Timestep conditioning that folds into convolutions at a fixed timestep.

A normalisation layer followed by a scale and a shift that depend on the timestep alone is, at one timestep and in
evaluation mode, an affine map of each channel, which folds into the preceding convolution.
"""

from __future__ import annotations

import torch
from diffusers.models.embeddings import get_timestep_embedding
from torch import Tensor, nn


class TimestepEmbedding(nn.Module):
    """Sinusoidal embedding of the timestep and a two-layer perceptron, as in DDPM (Ho et al. 2020, appendix B).

    `forward` takes timesteps `(batch,)` int64 and returns `(batch, features)` float32.
    """

    def __init__(self, features: int = 128, frequencies: int = 64) -> None:
        super().__init__()
        self.frequencies = frequencies
        self.features = features
        self.layers = nn.Sequential(
            nn.Linear(frequencies, features), nn.SiLU(), nn.Linear(features, features), nn.SiLU()
        )

    def forward(self, timesteps: Tensor) -> Tensor:
        return self.layers(get_timestep_embedding(timesteps, self.frequencies))


class TimestepNorm(nn.Module):
    """Batch normalisation whose output is scaled and shifted by the timestep embedding.

    `forward` takes `(batch, channels, rows, cols)` and an embedding `(batch, features)`. The scale and shift are
    initialised to one and zero, so that an encoder with pre-trained weights initially ignores the timestep.
    """

    def __init__(self, channels: int, features: int, eps: float = 1e-3, momentum: float = 0.01) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, eps=eps, momentum=momentum)
        self.modulation = nn.Linear(features, 2 * channels)
        nn.init.zeros_(self.modulation.weight)
        nn.init.zeros_(self.modulation.bias)

    def forward(self, x: Tensor, embedding: Tensor) -> Tensor:
        scale, shift = self.modulation(embedding)[:, :, None, None].chunk(2, dim=1)
        return self.norm(x) * (1 + scale) + shift

    def affine(self, embedding: Tensor) -> tuple[Tensor, Tensor]:
        """Return gain and offset `(channels,)` of this layer at one timestep in evaluation mode.

        `embedding` is `(1, features)`.
        """
        scale, shift = self.modulation(embedding)[0].chunk(2)
        gain, offset = batchnorm_affine(self.norm)
        return gain * (1 + scale), offset * (1 + scale) + shift


def batchnorm_affine(norm: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    """Return gain and offset `(channels,)` of a batch normalisation in evaluation mode."""
    assert norm.running_var is not None
    assert norm.running_mean is not None
    gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return gain, norm.bias - norm.running_mean * gain


@torch.no_grad()
def fold_into_convolution(conv: nn.Conv2d, gain: Tensor, offset: Tensor) -> nn.Conv2d:
    """Return a convolution equal to `conv` followed by `gain * x + offset` on each channel."""
    folded = nn.Conv2d(
        conv.in_channels,
        conv.out_channels,
        conv.kernel_size,  # type: ignore[arg-type]
        conv.stride,  # type: ignore[arg-type]
        conv.padding,  # type: ignore[arg-type]
        groups=conv.groups,
    )
    bias = conv.bias if conv.bias is not None else torch.zeros_like(offset)
    folded.weight.copy_(conv.weight * gain[:, None, None, None])
    assert folded.bias is not None
    folded.bias.copy_(bias * gain + offset)
    return folded
