# SPDX-License-Identifier: GPL-2.0-or-later
"""The 8-bit weights of a convolution, with one scale per output channel, and its int32 bias."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Processors without VNNI instructions add a pair of products in 16 bits: 255 * 128 is the largest sum that fits.
_LARGEST_PAIR = 128
# A channel whose step is this many times smaller than its bias is switched off. The limit does not depend on the scale
# of the input, so that a channel is switched off for every task alike.
_SWITCHED_OFF = 2**22


@dataclass(frozen=True)
class ByteWeights:
    """`values` (outputs, inputs, rows, cols) int8 times `scale` (outputs,), and `bias` (outputs,) int32."""

    values: np.ndarray
    scale: np.ndarray
    bias: np.ndarray
    bias_scale: np.ndarray


def byte_weights(weight: np.ndarray, bias: np.ndarray, groups: int, scale: float, mean: np.ndarray) -> ByteWeights:
    """Quantise a convolution whose input has this `scale` and these channel means.

    The mean error of rounding is subtracted from the bias (Nagel et al. 2019, arXiv 1906.04721, section 4.2).
    """
    weight, bias = weight.astype(float), bias.astype(float)
    steps = np.abs(weight).max((1, 2, 3)) / 127
    if groups == 1 and weight.shape[1] % 2 == 0:
        # Two neighbouring inputs are one pair of products. Depthwise convolutions add in 32 bits on all processors.
        pairs = np.abs(weight).reshape(len(weight), -1, 2, *weight.shape[2:]).sum(2)
        steps = np.maximum(steps, pairs.max((1, 2, 3)) / _LARGEST_PAIR)
    # A channel of zeros also needs a step, for which its bias fits into 32 bits.
    least = np.abs(bias) / scale / 2**30 + 1e-12
    nothing = steps < np.maximum(least, np.abs(bias) / _SWITCHED_OFF)
    steps = np.maximum(steps, least).astype(np.float32)
    values = np.clip(np.round(weight / steps[:, None, None, None]), -127, 127)
    # The weights of a channel that training switched off are negligible against its bias. As zeros they are equal
    # for every task, whatever the scale of the input.
    values[nothing] = 0
    lost = (weight - values * steps[:, None, None, None]).sum((2, 3))
    bias = bias + (lost @ mean if groups == 1 else lost[:, 0] * mean)
    bias_scale = (steps * np.float32(scale)).astype(np.float32)
    return ByteWeights(
        values.astype(np.int8), steps, np.round(bias / bias_scale.astype(float)).astype(np.int32), bias_scale
    )
