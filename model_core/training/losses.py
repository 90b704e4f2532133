# SPDX-License-Identifier: GPL-2.0-or-later
"""The losses on logits, which ignore unknown pixels.

Logits are `(batch, rows, cols)` float, labels `(batch, rows, cols)` uint8: 0, 1, or 255 for unknown.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from model_core.tiles.tiles import IGNORE

# Buildings nearer to each other than twice this many pixels have a gap between them.
_REACH = 7


def map_loss(logits: Tensor, labels: Tensor, gap_weight: float = 0.0) -> Tensor:
    """Return cross-entropy plus one minus the soft F1 over the whole batch (Milletari et al. 2016); 0 if all is
    unknown.

    The soft F1 is over the batch, because a tile without change has no meaningful F1. A background pixel between close
    neighbours has the weight `1 + gap_weight`, after the border weights of U-Net (Ronneberger et al. 2015).
    """
    known = labels != IGNORE
    if not known.any():
        return logits.sum() * 0.0
    weights = 1 + gap_weight * gaps(labels)[known] if gap_weight else torch.ones((), device=logits.device)
    logits, target = logits[known].float(), labels[known].float()
    probability = logits.sigmoid()
    overlap = 2 * (weights * probability * target).sum() + 1
    extent = (weights * (probability + target)).sum() + 1
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (weights * entropy).sum() / weights.expand_as(entropy).sum() + 1 - overlap / extent


def gaps(labels: Tensor) -> Tensor:
    """Return 1.0 where background lies between close outlines, `(batch, rows, cols)` float: a closing of the class,
    less it.
    """
    # Beyond the crop nothing is known, so its edge is no neighbour.
    inside = F.pad((labels == 1).float()[:, None], (_REACH,) * 4)
    closed = -_largest_within(-_largest_within(inside))
    return closed[:, 0, _REACH:-_REACH, _REACH:-_REACH] * (labels == 0)


def _largest_within(values: Tensor) -> Tensor:
    size = 2 * _REACH + 1
    by_row = F.max_pool2d(values, (size, 1), 1, (_REACH, 0))
    return F.max_pool2d(by_row, (1, size), 1, (0, _REACH))


def weighted_cross_entropy(logits: Tensor, labels: Tensor, weight: float) -> Tensor:
    """Return cross-entropy in which a positive pixel has `weight` times the weight of a background pixel; 0 if all
    is unknown.

    The mean is over weights, as in PyTorch's `CrossEntropyLoss` with class weights, which the authors use: 1:1 on
    WHU CD, 3:1 on xView2 and SpaceNet7 CD, 5:1 on SpaceNet7 SS, 10:1 on WHU SS (Shibli et al. 2026). One logit here is
    the difference of their two.
    """
    known = labels != IGNORE
    if not known.any():
        return logits.sum() * 0.0
    logits, target = logits[known].float(), labels[known].float()
    weights = torch.where(target > 0, weight, 1.0)
    return F.binary_cross_entropy_with_logits(logits, target, weights, reduction="sum") / weights.sum()


def exclusive_loss(before: Tensor, after: Tensor, change: Tensor) -> Tensor:
    """Return the cross-entropy of change and the exclusive or of the buildings of both dates.

    Pairs with a label of change alone then train the buildings too (the consistency of Hafner, Ban, Nascetti 2023,
    doi 10.3390/rs15215135).
    """
    known = change != IGNORE
    if not known.any():
        return (before.sum() + after.sum()) * 0.0
    b, a = before[known].float().sigmoid(), after[known].float().sigmoid()
    either = (b * (1 - a) + a * (1 - b)).clamp(1e-4, 1 - 1e-4)
    target = change[known].float()
    return -(target * either.log() + (1 - target) * (1 - either).log()).mean()
