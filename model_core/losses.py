# SPDX-License-Identifier: GPL-2.0-or-later
"""Losses on logits with unknown pixels left out.

Logits are `(batch, rows, cols)` float, labels `(batch, rows, cols)` uint8: 0, 1, or 255 for unknown.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from model_core.data.tiles import IGNORE

# Buildings nearer to each other than twice this many pixels have a gap between them.
_REACH = 7


def map_loss(logits: Tensor, labels: Tensor, gap_weight: float = 0.0) -> Tensor:
    """Cross-entropy plus one minus the soft F1 over the whole batch (Milletari et al. 2016); 0 if all is unknown.

    The soft F1 is over the batch, not the tile: a tile without change has no F1 to speak of. A background pixel between
    close neighbours counts `1 + gap_weight` times, after the border weights of U-Net (Ronneberger et al. 2015).
    """
    known = labels != IGNORE
    if not known.any():
        return logits.sum() * 0.0
    weights = 1 + gap_weight * gaps(labels)[known] if gap_weight else torch.ones((), device=logits.device)
    logits, target = logits[known].float(), labels[known].float()
    probability = logits.sigmoid()
    overlap = 2 * (weights * probability * target).sum() + 1
    extent = (weights * (probability + target)).sum() + 1
    crossed = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (weights * crossed).sum() / weights.expand_as(crossed).sum() + 1 - overlap / extent


def gaps(labels: Tensor) -> Tensor:
    """1.0 where background lies between close outlines, `(batch, rows, cols)` float: a closing of the class, less the class."""
    # Beyond the crop nothing is known to stand, so its edge is no neighbour.
    inside = F.pad((labels == 1).float()[:, None], (_REACH,) * 4)
    closed = -_largest_within(-_largest_within(inside))
    return closed[:, 0, _REACH:-_REACH, _REACH:-_REACH] * (labels == 0)


def _largest_within(values: Tensor) -> Tensor:
    size = 2 * _REACH + 1
    by_row = F.max_pool2d(values, (size, 1), 1, (_REACH, 0))
    return F.max_pool2d(by_row, (1, size), 1, (0, _REACH))


def weighted_cross_entropy(logits: Tensor, labels: Tensor, weight: float) -> Tensor:
    """Cross-entropy in which a pixel of the class counts `weight` times one of the background; 0 if all is unknown.

    The mean is over weights, as PyTorch's `CrossEntropyLoss` with class weights takes it and the authors train: 1:1 on
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
    """Ties the buildings of both dates to a label of change: exactly one of them where change is 1, none or both at 0.

    So pairs labelled for change alone teach buildings too (Hafner, Ban, Nascetti 2023, doi 10.3390/rs15215135, tie
    them by the same consistency).
    """
    known = change != IGNORE
    if not known.any():
        return (before.sum() + after.sum()) * 0.0
    b, a = before[known].float().sigmoid(), after[known].float().sigmoid()
    either = (b * (1 - a) + a * (1 - b)).clamp(1e-4, 1 - 1e-4)
    target = change[known].float()
    return -(target * either.log() + (1 - target) * (1 - either).log()).mean()
