# SPDX-License-Identifier: GPL-2.0-or-later
"""A convolution's weights as signed bytes, one scale an output channel, and its bias as int32."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# A pair of products is added in 16 bits by processors without VNNI instructions: 255 * 128 is the most that fits.
_MOST_OF_A_PAIR = 128
# A channel's step this many times under its bias is nothing: the limit knows no scale, so that it is one for every task.
_SWITCHED_OFF = 2**22


@dataclass(frozen=True)
class ByteWeights:
    """`values` (outputs, inputs, rows, cols) int8 times `scale` (outputs,), and `bias` (outputs,) int32."""

    values: np.ndarray
    scale: np.ndarray
    bias: np.ndarray
    bias_scale: np.ndarray


def byte_weights(weight: np.ndarray, bias: np.ndarray, groups: int, scale: float, mean: np.ndarray) -> ByteWeights:
    """Quantise a convolution that reads bytes of this `scale`, whose channels have these means.

    What rounding adds to a channel on average is taken off its bias (Nagel et al. 2019, arXiv 1906.04721, section 4.2).
    """
    weight, bias = weight.astype(float), bias.astype(float)
    steps = np.abs(weight).max((1, 2, 3)) / 127
    if groups == 1 and weight.shape[1] % 2 == 0:
        # Two neighbouring inputs are one pair of products. (Depthwise convolutions add in 32 bits everywhere.)
        pairs = np.abs(weight).reshape(len(weight), -1, 2, *weight.shape[2:]).sum(2)
        steps = np.maximum(steps, pairs.max((1, 2, 3)) / _MOST_OF_A_PAIR)
    # A channel of zeros still needs a step, one that its bias fits 32 bits in.
    least = np.abs(bias) / scale / 2**30 + 1e-12
    nothing = steps < np.maximum(least, np.abs(bias) / _SWITCHED_OFF)
    steps = np.maximum(steps, least).astype(np.float32)
    values = np.clip(np.round(weight / steps[:, None, None, None]), -127, 127)
    # What is left of a channel that training switched off is lost in its bias. As zeros it is the same for every task,
    # whatever the scale of its input.
    values[nothing] = 0
    lost = (weight - values * steps[:, None, None, None]).sum((2, 3))
    bias = bias + (lost @ mean if groups == 1 else lost[:, 0] * mean)
    bias_scale = (steps * np.float32(scale)).astype(np.float32)
    return ByteWeights(
        values.astype(np.int8), steps, np.round(bias / bias_scale.astype(float)).astype(np.int32), bias_scale
    )
