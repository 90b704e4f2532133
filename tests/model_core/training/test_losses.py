# SPDX-License-Identifier: GPL-2.0-or-later
import pytest
import torch
from torch.nn import functional as F

from model_core.training.losses import map_loss, weighted_cross_entropy

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
