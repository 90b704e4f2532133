# SPDX-License-Identifier: GPL-2.0-or-later
"""The faster precision is found by trying, and trying leaves no trace."""

import logging

import pytest
import torch

from model_core.data.samples import TrainingSamples
from model_core.networks.registry import NETWORKS
from model_core.training.precision import FULL, HALF, faster, measured
from model_core.training.train import MapTraining
from tests.model_core.tiny_network import TINY


@pytest.mark.parametrize(
    ("full", "half", "chosen", "tried"), [(2.0, 1.0, HALF, 3), (2.0, 3.0, FULL, 3), (1.0, 8.0, FULL, 1)]
)
def test_the_shorter_step_wins_and_a_hopeless_one_is_tried_once(full, half, chosen, tried, caplog):
    asked = []

    def step(precision):
        asked.append(precision)
        return {FULL: full, HALF: half}[precision]

    with caplog.at_level(logging.INFO, "model_core"):
        assert faster(step) == chosen
    assert asked.count(HALF) == tried
    assert f"precision {chosen}: a step takes 32-true {full:.2f} s, bf16-mixed {half:.2f} s" in caplog.text


def test_trying_changes_neither_weights_nor_statistics(data, recipe, monkeypatch):
    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    recipe = recipe.model_copy(update={"network": "tiny"})
    module, samples = MapTraining(recipe), TrainingSamples(recipe, data)
    before = {name: value.clone() for name, value in module.state_dict().items()}
    assert measured(module, samples, "cpu") in (FULL, HALF)
    assert all(torch.equal(value, before[name]) for name, value in module.state_dict().items())
    assert all(parameter.grad is None for parameter in module.parameters())
