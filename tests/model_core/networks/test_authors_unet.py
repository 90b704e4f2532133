# SPDX-License-Identifier: GPL-2.0-or-later
"""The authors' U-Net and the weights they published."""

import numpy as np
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file, save_file

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.onnx_files import write_float32
from model_core.networks.authors_unet import AuthorsUNet
from model_core.networks.registry import build_network

TINY = {"channels": (8, 8, 16), "groups": 4}


def tiny(seed: int = 0) -> AuthorsUNet:
    torch.manual_seed(seed)
    net = build_network("noise2map-unet", **TINY)
    assert isinstance(net, AuthorsUNet)
    return net.eval()


def as_published(net: AuthorsUNet, task: str, classes: int = 2) -> dict[str, torch.Tensor]:
    """A checkpoint of the authors' training with this network's backbone, and random projections."""
    torch.manual_seed(9)
    state = {f"unet.{name}": value.clone() for name, value in net.unet.state_dict().items()}
    bands = 6 if task == "change" else 3
    return state | {
        "input_conv.weight": torch.randn(3, bands, 3, 3),
        "input_conv.bias": torch.randn(3),
        "output_conv.weight": torch.randn(classes, 3, 3, 3),
        "output_conv.bias": torch.randn(classes),
    }


def test_the_published_size_is_113_7_million_parameters():
    with torch.device("meta"):
        net = AuthorsUNet()
    backbone = sum(p.numel() for p in net.unet.parameters())
    assert round(backbone / 1e6, 1) == 113.7
    assert sum(p.numel() for p in net.parameters()) - backbone == (6 * 3 + 3 * 3) * 9 + 6 + 2 * (3 * 9 + 1)
    attention = [name for name, _ in net.unet.named_modules() if name.endswith("attentions.0")]
    assert attention == ["down_blocks.4.attentions.0", "up_blocks.1.attentions.0", "mid_block.attentions.0"]


@torch.no_grad()
def test_tasks_share_the_backbone_and_one_pass():
    net = tiny()
    halves, images = tuple(torch.randn(2, 2, 3, 32, 64)), torch.randn(3, 3, 32, 64)
    pair_times, image_times = torch.tensor([0, 999]), torch.tensor([1, 500, 999])
    both = net(halves, images, pair_times, image_times)
    assert both["change"].shape == (2, 1, 32, 64)
    assert both["segment"].shape == (3, 1, 32, 64)
    assert torch.allclose(both["change"], net(halves, None, pair_times)["change"], atol=1e-5)
    assert torch.allclose(both["segment"], net(None, images, None, image_times)["segment"], atol=1e-5)
    assert net.denoise(images, image_times).shape == images.shape
    early, late = (net(None, images[:1], None, torch.tensor([t]))["segment"] for t in (0, 999))
    assert not torch.allclose(early, late, atol=1e-4)


@pytest.mark.parametrize("prefix", ["", "module."])
@pytest.mark.parametrize("task", ["change", "segment"])
@torch.no_grad()
def test_weights_of_the_authors_training_give_their_maps(tmp_path, prefix, task):
    source, net = tiny(1), tiny(2)
    theirs = as_published(source, task)
    save_file({f"{prefix}{name}": value for name, value in theirs.items()}, tmp_path / "theirs.safetensors")
    net.load_state_dict(load_file(tmp_path / "theirs.safetensors"))
    image, t = torch.randn(2, 6 if task == "change" else 3, 32, 32), torch.tensor([999, 999])
    entered = torch.nn.functional.conv2d(image, theirs["input_conv.weight"], theirs["input_conv.bias"], padding=1)
    classes = torch.nn.functional.conv2d(
        source.unet(entered, t).sample, theirs["output_conv.weight"], theirs["output_conv.bias"], padding=1
    )
    ours = net(image.chunk(2, dim=1), None, t) if task == "change" else net(None, image, None, t)
    assert torch.allclose(ours[task].sigmoid()[:, 0], classes.softmax(1)[:, 1], atol=1e-5)


@pytest.mark.parametrize("prefix", ["", "unet.", "module.unet.", "backbone."])
@torch.no_grad()
def test_a_pre_trained_backbone_loads_under_its_names_of_then_and_now(prefix):
    source, net = tiny(1), tiny(2)
    older = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
    for rename in (False, True):
        state = {}
        for name, value in source.unet.state_dict().items():
            if rename and "attentions" in name:
                for now, then in older.items():
                    name = name.replace(f".{now}.", f".{then}.")
                value = value[:, :, None, None] if name.endswith(("query.weight", "proj_attn.weight")) else value
            state[prefix + name] = value
        projection = net.enter["change"].weight.clone()
        net.load_state_dict(state)
        image, t = torch.randn(1, 3, 32, 32), torch.tensor([7])
        assert torch.equal(net.denoise(image, t), source.denoise(image, t))
        assert torch.equal(net.enter["change"].weight, projection)
        net = tiny(3)


def test_our_own_weights_load_as_they_were_saved():
    source, net = tiny(1), tiny(2)
    source.change_calibration.copy_(torch.tensor([0.5, 0.1]))
    net.load_state_dict(source.state_dict())
    assert all(torch.equal(value, net.state_dict()[name]) for name, value in source.state_dict().items())


def test_weights_of_something_else_are_refused_with_a_name():
    net = tiny()
    state = dict(net.unet.state_dict())
    lacking = {name: value for name, value in state.items() if name != "conv_in.bias"}
    with pytest.raises(DataError, match=r"not all its parts, 1 in all, for example 'conv_in\.bias'"):
        net.load_state_dict(lacking)
    with pytest.raises(DataError, match="parts it does not have, 1 in all, for example 'classifier.weight'"):
        net.load_state_dict(state | {"classifier.weight": torch.zeros(1)})
    with pytest.raises(DataError, match="other shapes"):
        net.load_state_dict(state | {"conv_in.bias": torch.zeros(99)})
    with pytest.raises(DataError, match="resampled to 256 pixels"):
        net.load_state_dict(as_published(net, "change") | {"input_upscaling.1.weight": torch.zeros(3, 3, 3, 3)})


@torch.no_grad()
def test_it_is_exported_for_tiles_of_any_size(tmp_path):
    net, schedule = tiny(), NoiseSchedule.named("linear")
    deployed = net.deploy("change", 999, float(schedule.signal[999]), float(schedule.noise[999]))
    write_float32(deployed, tmp_path / "unet.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "unet.onnx"), providers=["CPUExecutionProvider"])
    for shape in ((1, 6, 32, 32), (2, 6, 64, 96)):
        image = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
        (found,) = session.run(["probability"], {"image": image})
        expected = deployed(torch.from_numpy(image)).numpy()
        assert found.shape == expected.shape
        assert np.abs(found.astype(int) - expected).max() <= 1
