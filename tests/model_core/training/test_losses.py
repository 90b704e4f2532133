# SPDX-License-Identifier: GPL-2.0-or-later
import pytest
import torch
from torch.nn import functional as F

from model_core.training.losses import gaps, map_loss, weighted_cross_entropy

LABELS = torch.tensor([[[0, 1, 255], [1, 0, 0]]], dtype=torch.uint8)


@pytest.mark.parametrize("weight", [1.0, 3.0, 5.0, 10.0])
def test_weighted_cross_entropy_is_that_of_two_classes(weight):
    """The authors' networks print two logits; ours prints their difference."""
    two = torch.randn(1, 2, 2, 3, generator=torch.Generator().manual_seed(0))
    theirs = F.cross_entropy(two, LABELS.long(), torch.tensor([1.0, weight]), ignore_index=255)
    ours = weighted_cross_entropy(two[:, 1] - two[:, 0], LABELS, weight)
    assert torch.allclose(ours, theirs, atol=1e-6)


def test_a_higher_weight_pulls_towards_the_class():
    logits = torch.zeros(1, 2, 3, requires_grad=True)
    gradients = []
    for weight in (1.0, 10.0):
        (gradient,) = torch.autograd.grad(weighted_cross_entropy(logits, LABELS, weight), logits)
        gradients.append(gradient)
    assert (gradients[1][LABELS == 1] < gradients[0][LABELS == 1]).all()
    assert (gradients[1][LABELS == 255] == 0).all()


@pytest.mark.parametrize("loss", [map_loss, lambda logits, labels: weighted_cross_entropy(logits, labels, 3.0)])
def test_nothing_known_teaches_nothing(loss):
    logits = torch.randn(1, 2, 3, requires_grad=True)
    value = loss(logits, torch.full((1, 2, 3), 255, dtype=torch.uint8))
    (gradient,) = torch.autograd.grad(value, logits)
    assert value.item() == 0
    assert not gradient.any()


def _two_houses(apart):
    labels = torch.zeros(1, 40, 60, dtype=torch.uint8)
    labels[:, 10:30, 5:20] = 1
    labels[:, 10:30, 20 + apart : 35 + apart] = 1
    return labels


def test_gaps_lie_between_close_neighbours_alone():
    assert not gaps(_two_houses(20)).any()
    between = gaps(_two_houses(6))[0]
    assert between[12:28, 20:26].all()
    assert not between[:, :20].any()
    unknown = _two_houses(6)
    unknown[:, :, 20:26] = 255
    assert not gaps(unknown).any()


def test_a_filled_gap_costs_more_than_as_much_ground_elsewhere():
    labels = _two_houses(6)
    right = labels.float() * 20 - 10
    filled, elsewhere = right.clone(), right.clone()
    filled[:, 10:30, 20:26] = 10
    elsewhere[:, 10:30, 50:56] = 10
    assert map_loss(filled, labels, 3.0) > map_loss(elsewhere, labels, 3.0) + 0.1
    assert torch.allclose(map_loss(filled, labels), map_loss(elsewhere, labels))
