# SPDX-License-Identifier: GPL-2.0-or-later
"""The one way training, comparison and export speak to any network."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from model_core.diffusion.forward_process import NoiseSchedule, scaled
from model_core.errors import DataError
from model_core.networks.folding import FoldedNetwork, FoldingNetwork
from model_core.networks.interface import MapNetwork, levels_of
from model_core.networks.registry import build_network
from noise2map_qgis.engine.encoding import encode

WEIGHTS = Path(__file__).parents[3] / "model_core" / "weights" / "noise2map-lite.safetensors"


class Brightness(MapNetwork):
    """The least that is a network: change is how much brighter the second half is, buildings what is bright."""

    architecture = "brightness network"

    def __init__(self) -> None:
        super().__init__(("change", "segment"))
        self.gain = nn.Parameter(torch.tensor(3.0))

    def forward(self, halves, images, pair_timesteps=None, image_timesteps=None):
        found = {}
        if halves is not None:
            found["change"] = self.gain * (halves[1] - halves[0]).mean(1, keepdim=True) + pair_timesteps[0] / 100
        if images is not None:
            found["segment"] = self.gain * images.mean(1, keepdim=True) + image_timesteps[0] / 100
        return found


@torch.no_grad()
def test_levels_of_logits_are_the_engine_s_coding():
    logits = torch.linspace(-9, 9, 20_001)
    assert (levels_of(logits).numpy() == encode(logits.sigmoid().numpy())).all()


def test_a_network_that_does_not_fold_is_deployed_with_all_that_stands_around_it():
    net, schedule = Brightness().eval(), NoiseSchedule.named("linear")
    net.change_calibration.copy_(torch.tensor([0.5, 1.0]))
    image = torch.randint(0, 256, (2, 6, 32, 64), dtype=torch.uint8)
    before, after = scaled(image[:, :3]), scaled(image[:, 3:])
    for timestep in (0, 40):
        s, n = float(schedule.signal[timestep]), float(schedule.noise[timestep])
        logits = 3 * ((s * after + n * before) - (s * before + n * after)).mean(1, keepdim=True) + timestep / 100
        assert torch.allclose(net.deploy("change", timestep, s, n).logits(image), 0.5 * logits + 1, atol=1e-5)
        bytes_out = net.deploy("segment", timestep, s, n)(image[:, :3])
        assert bytes_out.dtype == torch.uint8
        expected = levels_of(3 * (s + n) * before.mean(1, keepdim=True) + timestep / 100)
        assert (bytes_out.int() - expected.int()).abs().max() <= 1


def test_a_task_that_a_network_was_not_made_for_is_refused():
    with pytest.raises(DataError, match="made for change and segment, not for denoise"):
        Brightness().require("denoise")
    with pytest.raises(DataError, match="can't be pre-trained by denoising"):
        Brightness().denoise(torch.zeros(1, 3, 32, 32), torch.tensor([0]))
    with pytest.raises(ValueError, match="Choose some of change"):
        MapNetwork(("colour",))


def test_the_registry_builds_by_name_and_refuses_what_it_does_not_know():
    net = build_network("folding", encoder="lite0")
    assert isinstance(net, FoldingNetwork)
    assert net.tasks == ("change", "segment", "denoise")
    assert isinstance(net.deploy("segment", 5, 0.9, 0.1), FoldedNetwork)
    assert len(net.pretrained_parameters()) == len(list(net.encoder.parameters()))
    with pytest.raises(DataError, match="There is no network 'sorcery'. Choose one of folding"):
        build_network("sorcery")
    with pytest.raises(DataError, match="lite0, lite1, lite2"):
        build_network("folding", encoder="lite9")
    with pytest.raises(DataError, match="can't be built with the options"):
        build_network("folding", colour="red")


def test_the_weights_in_the_repository_still_load_whole():
    FoldingNetwork("lite0").load_state_dict(load_file(WEIGHTS))
